// SPDX-License-Identifier: GPL-3.0-or-later
#include "NamePaper.h"

#include <array>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace twin::viewport {
namespace {

constexpr double haloWidth = 2.4; // pixels round the letters
constexpr double plateSide = 5;
constexpr qsizetype mostImages = 400;

struct Kind {
    double pixels;
    QFont::Weight weight;
    bool italic;
    double spacing; ///< pixels between letters
    bool capitals;
    QRgb bright; ///< letters on a bright picture
    QRgb dark;   ///< on a dark one
};
// In the order of services::NameKind.
constexpr std::array<Kind, 6> kinds{{{21, QFont::DemiBold, false, 0.4, false, 0x14191C, 0xFFFFFF},
                                     {12.5, QFont::DemiBold, false, 2.2, true, 0x3B464D, 0xE3E9EC},
                                     {13.5, QFont::Medium, true, 0.4, false, 0x0F5573, 0xA6DBF2},
                                     {13, QFont::DemiBold, false, 0, false, 0x1B2226, 0xFFFFFF},
                                     {12.5, QFont::Medium, true, 0.2, false, 0x2C5A33, 0xB4E0B2},
                                     {12, QFont::Medium, false, 0.2, false, 0x4A3F33, 0xE9E2D6}}};

QString wordsOf(const services::PlaceName& name, const NameLook& look)
{
    return look.capitals ? name.text.toUpper() : name.text;
}

} // namespace

NameLook nameLook(services::NameKind kind, NameTone tone, double scale)
{
    const Kind& of = kinds[static_cast<std::size_t>(kind)];
    NameLook look;
    look.font = QFont(QStringLiteral("Inter")); // as the window's own words
    look.font.setPixelSize(std::max(1, static_cast<int>(std::lround(of.pixels * scale))));
    look.font.setWeight(of.weight);
    look.font.setItalic(of.italic);
    look.font.setLetterSpacing(QFont::AbsoluteSpacing, of.spacing * scale);
    look.font.setHintingPreference(QFont::PreferNoHinting); // outlines are filled, not glyphs
    look.capitals = of.capitals;
    look.colour = QColor::fromRgb(tone == NameTone::Bright ? of.bright : tone == NameTone::Dark ? of.dark : 0xFFFFFF);
    look.halo = tone == NameTone::Bright ? QColor(255, 255, 255, 225)
                : tone == NameTone::Dark ? QColor(9, 15, 19, 215)
                                         : QColor(0, 0, 0);
    return look;
}

QSizeF NamePaper::sizeOf(std::size_t index, const services::PlaceName& name) const
{
    if (const auto known = m_sizes.constFind(index); known != m_sizes.constEnd())
        return *known;
    const NameLook look = nameLook(name.kind, m_tone, m_scale);
    const QFontMetricsF metrics(look.font);
    const double side = (m_tone == NameTone::Contrast ? plateSide : haloWidth + 0.5) * m_scale;
    const QSizeF size(std::ceil(metrics.horizontalAdvance(wordsOf(name, look)) + 2 * side),
                      std::ceil(metrics.ascent() + metrics.descent() + side));
    m_sizes.insert(index, size);
    return size;
}

QImage NamePaper::image(std::size_t index, const services::PlaceName& name) const
{
    if (const auto known = m_images.constFind(index); known != m_images.constEnd())
        return *known;
    if (m_images.size() >= mostImages)
        m_images.clear();
    const NameLook look = nameLook(name.kind, m_tone, m_scale);
    const QSizeF size = sizeOf(index, name);
    QImage image((size * m_ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(m_ratio);
    image.fill(Qt::transparent);
    const QFontMetricsF metrics(look.font);
    const QString words = wordsOf(name, look);
    QPainterPath letters;
    letters.addText((size.width() - metrics.horizontalAdvance(words)) / 2,
                    (size.height() - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent(), look.font, words);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_tone == NameTone::Contrast) {
        painter.setPen(QPen(look.colour, m_scale));
        painter.setBrush(look.halo);
        painter.drawRoundedRect(QRectF(QPointF(), size).adjusted(1, 1, -1, -1), 4 * m_scale, 4 * m_scale);
    } else {
        painter.strokePath(letters,
                           QPen(look.halo, 2 * haloWidth * m_scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    painter.fillPath(letters, look.colour);
    painter.end();
    m_images.insert(index, image);
    return image;
}

std::pair<QColor, QColor> NamePaper::mastColours() const
{
    const NameLook look = nameLook(services::NameKind::Landmark, m_tone, m_scale);
    return {look.colour, look.halo};
}

} // namespace twin::viewport
