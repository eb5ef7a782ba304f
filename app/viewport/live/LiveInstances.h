// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LiveMarks.h"

#include <QtQuick3D/QQuick3DInstancing>

namespace twin::viewport {

/// The table of Qt Quick 3D that draws all heads, or all masts, of LiveMarks at once.
class LiveInstances : public QQuick3DInstancing {
    Q_OBJECT
    Q_PROPERTY(twin::viewport::LiveMarks* marks READ marks WRITE setMarks NOTIFY marksChanged REQUIRED)
    /// of the built-in cylinder; else of the built-in sphere
    Q_PROPERTY(bool masts MEMBER m_masts NOTIFY mastsChanged)

public:
    explicit LiveInstances(QQuick3DObject* parent = nullptr) : QQuick3DInstancing(parent) {}
    [[nodiscard]] LiveMarks* marks() const { return m_marks; }
    void setMarks(LiveMarks* marks);

Q_SIGNALS:
    void marksChanged();
    void mastsChanged();

protected:
    QByteArray getInstanceBuffer(int* instanceCount) override;

private:
    LiveMarks* m_marks = nullptr;
    bool m_masts = false;
};

} // namespace twin::viewport
