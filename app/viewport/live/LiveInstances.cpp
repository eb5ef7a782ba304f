// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveInstances.h"

namespace twin::viewport {
namespace {

constexpr float mesh = 100; // built-in meshes are that large

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

void LiveInstances::append(const QVector3D& position, const QVector3D& scale, const QColor& colour,
                           const QVector4D& data)
{
    const InstanceTableEntry entry{
        {scale.x(), 0, 0, position.x()},
        {0, scale.y(), 0, position.y()},
        {0, 0, scale.z(), position.z()},
        {float(colour.redF()), float(colour.greenF()), float(colour.blueF()), float(colour.alphaF())},
        data};
    m_table.append(reinterpret_cast<const char*>(&entry), sizeof(entry));
}

void LiveInstances::add(const MarkHead& head)
{
    const auto rim = static_cast<float>(head.rim.rgb() & 0xFFFFFFU); // 24 bits: exact
    const float flags = (head.kind == MarkHead::Rim::Dashed ? 1.0F : 0.0F) + (head.hatched ? 2.0F : 0.0F);
    append(head.middle, QVector3D(1, 1, 1) * head.size, head.colour,
           {static_cast<float>(head.cell), rim, head.pixels, flags});
}

void LiveInstances::add(const MarkBlock& block)
{
    append(block.foot + QVector3D(0, block.size.y() / 2, 0), block.size / mesh, block.colour,
           {block.hatched ? 1.0F : 0.0F, 0, 0, 0});
}

void LiveInstances::add(const MarkLabel& label)
{
    append(label.middle, {label.size.x(), label.size.y(), 1}, Qt::white,
           {static_cast<float>(label.cell), label.part, 0, 0});
}

QByteArray LiveInstances::getInstanceBuffer(int* instanceCount)
{
    m_table.clear();
    const auto addAll = [this](const auto& shapes) {
        m_table.reserve(static_cast<qsizetype>(shapes.size() * sizeof(InstanceTableEntry)));
        for (const auto& shape : shapes)
            add(shape);
    };
    if (m_marks != nullptr) {
        switch (m_sort) {
        case Sort::Heads:
            addAll(m_marks->shapes().heads);
            break;
        case Sort::Blocks:
            addAll(m_marks->shapes().blocks);
            break;
        case Sort::Labels:
            addAll(m_marks->shapes().labels);
            break;
        }
    }
    if (instanceCount != nullptr)
        *instanceCount = static_cast<int>(m_table.size() / qsizetype(sizeof(InstanceTableEntry)));
    return m_table;
}

} // namespace twin::viewport
