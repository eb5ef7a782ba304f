// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/TileContent.h"

#include <memory>

namespace twin::render {

/// @brief Gives every vertex its default colour: roofs by inclination, walls in off-white tints, each with a slight
/// variation by feature id (the same in every level of detail), a little darker at the foot of a building.
/// What lies flat on the ground is raised by centimetres, in the order in which it lies on each other.
/// Colours are stored as square roots of linear light, RGB8, so that shaders get linear light by one multiplication;
/// Vertices of parts with a picture or seen through keep their own colour and alpha, as Generic ones their colour; else
/// alpha is 254 for what lies on the ground (darker in the dark theme, without edges), else 255.
/// Tiles without pictures get the places of their walls' windows (Facades.h) as texture coordinates.
/// Pure; worker threads.
[[nodiscard]] std::shared_ptr<const TileContent> paintFaces(const TileContent& content);

/// @returns whether areas of this kind lie on the ground like a map.
[[nodiscard]] bool liesOnGround(FaceClass kind);

/// @returns a hash of a feature id that is the same on every machine and in every run.
[[nodiscard]] std::uint32_t stableHash(const QString& id);

} // namespace twin::render
