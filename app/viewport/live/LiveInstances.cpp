// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveInstances.h"

namespace twin::viewport {
namespace {

constexpr float mesh = 100; // built-in meshes are that large
constexpr float mastPixels = 2;

} // namespace

void LiveInstances::setMarks(LiveMarks* marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    connect(marks, &LiveMarks::changed, this, [this] { markDirty(); });
    markDirty();
    Q_EMIT marksChanged();
}

QByteArray LiveInstances::getInstanceBuffer(int* instanceCount)
{
    QByteArray table;
    if (m_marks != nullptr)
        for (const LiveMarks::Mark& mark : m_marks->marks()) {
            const float thick = mastPixels * mark.pixel / mesh;
            const QVector3D scale =
                m_masts ? QVector3D(thick, mark.mast / mesh, thick) : QVector3D(1, 1, 1) * (mark.head / mesh);
            const QVector3D position = mark.foot + QVector3D(0, m_masts ? mark.mast / 2 : mark.mast, 0);
            const auto entry = calculateTableEntry(position, scale, {}, m_masts ? QColor(Qt::white) : mark.colour);
            table.append(reinterpret_cast<const char*>(&entry), sizeof(entry));
        }
    if (instanceCount != nullptr)
        *instanceCount = static_cast<int>(table.size() / qsizetype(sizeof(InstanceTableEntry)));
    return table;
}

} // namespace twin::viewport
