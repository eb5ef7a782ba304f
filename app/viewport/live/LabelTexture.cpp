// SPDX-License-Identifier: GPL-3.0-or-later
#include "LabelTexture.h"

namespace twin::viewport {

LabelTexture::LabelTexture(QQuick3DObject* parent) : QQuick3DTextureData(parent)
{
    setFormat(RGBA8);
    setHasTransparency(true);
}

void LabelTexture::setMarks(LiveMarks* marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    connect(marks, &LiveMarks::changed, this, &LabelTexture::take);
    take();
    Q_EMIT marksChanged();
}

void LabelTexture::take()
{
    const LabelSheet& sheet = m_marks->labels();
    if (sheet.version() == m_version && size() == sheet.image().size())
        return;
    m_version = sheet.version();
    setSize(sheet.image().size());
    setTextureData(QByteArray(reinterpret_cast<const char*>(sheet.image().constBits()), sheet.image().sizeInBytes()));
}

} // namespace twin::viewport
