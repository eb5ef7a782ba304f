// SPDX-License-Identifier: GPL-3.0-or-later
#include "StatusModel.h"

#include "Format.h"

#include <cmath>

namespace twin {
namespace {

constexpr double longestBar = 120; // pixels

/// @returns the largest 1, 2 or 5 × 10ⁿ that is not above `most`.
double roundLength(double most)
{
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    const double leading = most / power;
    return power * (leading >= 5 ? 5 : leading >= 2 ? 2 : 1);
}

} // namespace

void StatusModel::setPointer(std::optional<ProjectedPosition> position)
{
    if (position == m_pointer)
        return;
    m_pointer = position;
    Q_EMIT pointerChanged();
}

void StatusModel::setScale(double metresPerPixel)
{
    double metres = 0;
    double pixels = 0;
    if (metresPerPixel > 0) {
        metres = roundLength(longestBar * metresPerPixel);
        pixels = metres / metresPerPixel;
    }
    if (metres == m_barMetres && std::abs(pixels - m_barPixels) < 0.25)
        return;
    m_barMetres = metres;
    m_barPixels = pixels;
    Q_EMIT scaleChanged();
}

void StatusModel::setPicture(const Picture& picture)
{
    if (picture == m_picture)
        return;
    m_picture = picture;
    Q_EMIT progressChanged();
}

void StatusModel::setNotation(services::PositionNotation notation)
{
    if (notation == m_notation)
        return;
    m_notation = notation;
    Q_EMIT pointerChanged();
}

QString StatusModel::tradedText() const
{
    constexpr double noticeable = 1.3;
    if (m_picture.coarserThanAsked > noticeable)
        return tr("Gröber gezeichnet: der Grafikspeicher ist voll");
    return m_picture.moving ? tr("Vereinfacht, solange sich das Bild bewegt") : QString();
}

void StatusModel::retranslate()
{
    Q_EMIT pointerChanged();
    Q_EMIT scaleChanged();
    Q_EMIT progressChanged();
}

QString StatusModel::positionText() const
{
    return m_pointer ? m_positionText.text(*m_pointer, m_notation) : QString();
}

QString StatusModel::heightText() const
{
    return m_pointer ? format::height(m_pointer->heightMetres) : QString();
}

QString StatusModel::scaleBarText() const
{
    if (m_barMetres <= 0)
        return {};
    if (m_barMetres >= 1000)
        return format::quantity(m_barMetres / 1000, 0, QStringLiteral("km"));
    if (m_barMetres < 1)
        return format::quantity(m_barMetres * 100, 0, QStringLiteral("cm"));
    return format::quantity(m_barMetres, 0, QStringLiteral("m"));
}

double StatusModel::loadedFraction() const
{
    const int wanted = m_picture.tilesDrawn + m_picture.tilesLoading;
    return wanted == 0 ? (m_picture.complete ? 1 : 0) : static_cast<double>(m_picture.tilesDrawn) / wanted;
}

QString StatusModel::pictureText() const
{
    return tr("%1 Kacheln, %2 Dreiecke, %3 MB Grafikspeicher")
        .arg(format::number(m_picture.tilesDrawn, 0), format::number(static_cast<double>(m_picture.triangles), 0),
             format::number(static_cast<double>(m_picture.gpuBytes) / 1e6, 0));
}

} // namespace twin
