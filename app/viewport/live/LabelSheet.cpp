// SPDX-License-Identifier: GPL-3.0-or-later
#include "LabelSheet.h"

#include <algorithm>

#include <QFontMetrics>
#include <QPainter>

namespace twin::viewport {
namespace {

constexpr int fontPixels = 12;
constexpr int padding = 7;
constexpr double radius = 5;
constexpr int mostTextWidth = LabelSheet::cellWidth - 2 * padding - 2;

QFont labelFont()
{
    QFont font(QStringLiteral("Inter")); // as the window's own words
    font.setPixelSize(fontPixels);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

LabelSheet::LabelSheet(double pixelRatio)
    : m_ratio(std::clamp(pixelRatio, 1.0, 3.0)),
      m_image(static_cast<int>(columns * cellWidth * m_ratio), static_cast<int>(rows * cellHeight * m_ratio),
              QImage::Format_RGBA8888)
{
    m_image.fill(Qt::transparent);
}

/// @returns a cell nobody needs in this round, -1: there is none.
int LabelSheet::freeCell()
{
    if (m_entries.size() < columns * rows)
        return static_cast<int>(m_entries.size());
    const auto oldest = std::min_element(m_entries.begin(), m_entries.end(),
                                         [](const Entry& a, const Entry& b) { return a.round < b.round; });
    if (oldest->round == m_round)
        return -1;
    const int number = oldest->cell.number;
    m_entries.erase(oldest);
    return number;
}

LabelSheet::Cell LabelSheet::cellOf(const QString& text, bool muted)
{
    const QString key = muted ? QChar(1) + text : text;
    if (const auto known = m_entries.find(key); known != m_entries.end()) {
        known->round = m_round;
        return known->cell;
    }
    const int number = freeCell();
    if (number < 0)
        return {-1, 0};
    const Cell cell{number, paint(number, text, muted)};
    m_entries.insert(key, {cell, m_round});
    return cell;
}

int LabelSheet::paint(int number, const QString& text, bool muted)
{
    const QFont font = labelFont();
    const QFontMetrics metrics(font);
    const QString words = metrics.elidedText(text, Qt::ElideMiddle, mostTextWidth);
    const int width = metrics.horizontalAdvance(words) + 2 * padding;
    const QRectF cell(number % columns * cellWidth, number / columns * cellHeight, cellWidth, cellHeight);
    QPainter painter(&m_image);
    painter.scale(m_ratio, m_ratio);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.fillRect(cell, Qt::transparent);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QRectF chip(cell.x() + 0.5, cell.y() + 1.5, width - 1, cellHeight - 3);
    painter.setPen(QColor(0xC4, 0xCC, 0xD0));
    painter.setBrush(QColor(0xFF, 0xFF, 0xFF, muted ? 0xD8 : 0xF2));
    painter.drawRoundedRect(chip, radius, radius);
    painter.setFont(font);
    painter.setPen(muted ? QColor(0x6A, 0x75, 0x7C) : QColor(0x1B, 0x22, 0x26));
    painter.drawText(chip, Qt::AlignCenter, words);
    ++m_version;
    return width;
}

} // namespace twin::viewport
