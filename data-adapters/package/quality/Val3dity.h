// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include <QString>

namespace twin::package {

/// An error of a ring, polygon, shell or solid by the numbers of val3dity (Ledoux 2018, "val3dity: validation of 3D GIS
/// primitives according to the international standards", ISO 19107): what other tools and data suppliers quote.
struct Val3dityCode {
    int number;
    const char* name; ///< as val3dity writes it, e.g. "SHELL_NOT_CLOSED"
    const char* text; ///< German source text of titleOf(): one plain sentence
};

/// @returns all codes of rings, polygons, shells and solids, ascending. Any thread.
[[nodiscard]] std::span<const Val3dityCode> val3dityCodes();
/// @returns null for a number that is none.
[[nodiscard]] const Val3dityCode* findVal3dityCode(int number);
/// @returns the translated sentence.
[[nodiscard]] QString titleOf(const Val3dityCode& code);

/// @returns the code that a reader's or the import's Issue amounts to ("ring.not-closed" → 103); 0: none.
[[nodiscard]] int val3dityCodeOf(const QString& issueReason);

/// Corners nearer than this are one corner, metres (val3dity's --snap_tol).
inline constexpr double snapMetres = 0.001;
/// Corners further than this from the polygon's plane make it uneven, metres (--planarity_d2p_tol).
inline constexpr double planeDistanceMetres = 0.01;
/// Triangles that lean more than this against the polygon are folds, degrees (--planarity_n_tol).
inline constexpr double normalDeviationDegrees = 20;

} // namespace twin::package
