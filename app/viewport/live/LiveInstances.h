// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LiveMarks.h"

#include <QtQuick3D/QQuick3DInstancing>

namespace twin::viewport {

/// The table of Qt Quick 3D that draws all shapes of one sort of LiveMarks at once. Colours are handed over as they
/// are, for materials that are not lit. Custom data: of heads cell, rim colour as one number, pixels, 1 dashed + 2
/// hatched; of labels cell and used part; of blocks 1 hatched.
class LiveInstances : public QQuick3DInstancing {
    Q_OBJECT
    Q_PROPERTY(twin::viewport::LiveMarks* marks READ marks WRITE setMarks NOTIFY marksChanged REQUIRED)
    Q_PROPERTY(Sort sort MEMBER m_sort NOTIFY sortChanged)

public:
    enum class Sort { Heads, Blocks, Labels };
    Q_ENUM(Sort)

    explicit LiveInstances(QQuick3DObject* parent = nullptr) : QQuick3DInstancing(parent) {}
    [[nodiscard]] LiveMarks* marks() const { return m_marks; }
    void setMarks(LiveMarks* marks);

Q_SIGNALS:
    void marksChanged();
    void sortChanged();

protected:
    QByteArray getInstanceBuffer(int* instanceCount) override;

private:
    void add(const MarkHead& head);
    void add(const MarkBlock& block);
    void add(const MarkLabel& label);
    void append(const QVector3D& position, const QVector3D& scale, const QColor& colour, const QVector4D& data);

    LiveMarks* m_marks = nullptr;
    Sort m_sort = Sort::Heads;
    QByteArray m_table;
};

} // namespace twin::viewport
