// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/PlaceNames.h"

#include <QColor>
#include <QFont>
#include <QHash>
#include <QImage>

namespace twin::viewport {

/// On what a name must be read: a bright picture, a dark one (night, dark colours, photo), or high contrast, where it
/// stands on a plate.
enum class NameTone : std::uint8_t { Bright, Dark, Contrast };

/// How a kind of names looks. Fonts are measured in logical pixels.
struct NameLook {
    QFont font;
    bool capitals = false;
    QColor colour;
    QColor halo;
};

/// @param scale  of the window's letters
[[nodiscard]] NameLook nameLook(services::NameKind kind, NameTone tone, double scale);

/// Paints names, each once, for as long as tone, scale and pixel ratio stay. GUI thread.
class NamePaper {
public:
    NamePaper(NameTone tone, double scale, double pixelRatio) : m_tone(tone), m_scale(scale), m_ratio(pixelRatio) {}

    [[nodiscard]] NameTone tone() const { return m_tone; }
    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] double pixelRatio() const { return m_ratio; }
    /// @returns what the word covers with its halo, logical pixels.
    [[nodiscard]] QSizeF sizeOf(std::size_t index, const services::PlaceName& name) const;
    /// @returns the word with its halo on nothing, of that size.
    [[nodiscard]] QImage image(std::size_t index, const services::PlaceName& name) const;
    /// @returns the colours of the line from a word to its place: itself and its halo.
    [[nodiscard]] std::pair<QColor, QColor> mastColours() const;

private:
    NameTone m_tone;
    double m_scale;
    double m_ratio;
    mutable QHash<std::size_t, QSizeF> m_sizes;
    mutable QHash<std::size_t, QImage> m_images;
};

} // namespace twin::viewport
