// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LiveMarks.h"

#include <QtQuick3D/QQuick3DTextureData>

namespace twin::viewport {

/// The labels of LiveMarks for the graphics card.
class LabelTexture : public QQuick3DTextureData {
    Q_OBJECT
    Q_PROPERTY(twin::viewport::LiveMarks* marks READ marks WRITE setMarks NOTIFY marksChanged REQUIRED)

public:
    explicit LabelTexture(QQuick3DObject* parent = nullptr);
    [[nodiscard]] LiveMarks* marks() const { return m_marks; }
    void setMarks(LiveMarks* marks);

Q_SIGNALS:
    void marksChanged();

private:
    void take();

    LiveMarks* m_marks = nullptr;
    quint64 m_version = 0;
};

} // namespace twin::viewport
