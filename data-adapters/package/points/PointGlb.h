// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "package/points/PointStatistics.h"
#include "package/points/StoredPoint.h"

#include <span>
#include <string>

namespace twin::package {

/// How the points of a cloud are painted: in their own colours, else by class, what has no class by intensity.
class PointPaint {
public:
    PointPaint() = default;
    /// @param layer  that the points belong to: begins the ids of its classes
    PointPaint(const PointStatistics& statistics, const QString& layer);

    /// @returns linear light of 65535, red first.
    [[nodiscard]] std::array<std::uint16_t, 3> colourOf(const StoredPoint& point) const;
    /// @returns the classes that the cloud has, ascending: the rows of each tile's property table.
    [[nodiscard]] const std::vector<std::uint8_t>& classes() const { return m_classes; }
    [[nodiscard]] const QString& layer() const { return m_layer; }

private:
    std::vector<std::uint16_t> m_linear; ///< by sRGB of 1023
    std::vector<std::uint8_t> m_classes;
    QString m_layer;
    std::uint32_t m_whitest = 0; ///< 0: no colours
    double m_bright = 65535;
};

/// A tile's content: what its GLB is and where.
struct PointTile {
    std::string glb;
    ProjectedPosition centre;
    Box box; ///< relative to the centre
};

/// @brief Encodes points as glTF 2.0 binary: positions of 16 bits (exact to a millimetre up to 65 m), colours, the
/// class
///        as feature (EXT_mesh_features) and property, the intensity as property (EXT_structural_metadata);
///        EXT_meshopt_compression. Points near each other come one after the other. Any thread.
/// @param points         at least one
/// @param spacingMetres  between neighbouring points: they are drawn that wide and a little more
[[nodiscard]] PointTile encodePoints(std::span<const StoredPoint> points, const PointOrigin& origin,
                                     double spacingMetres, const PointPaint& paint);

} // namespace twin::package
