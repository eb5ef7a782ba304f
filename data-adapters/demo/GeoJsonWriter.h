// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Plane.h"

#include <utility>

#include <QByteArray>

namespace twin::demo {

/// Writes a FeatureCollection in EPSG:25832 with the "crs" member of GeoJSON 2008 (§3), which GDAL and QGIS honour:
/// RFC 7946 alone would force degrees.
class GeoJsonWriter {
public:
    using Properties = std::vector<std::pair<const char*, QByteArray>>; ///< numbers are written as such

    explicit GeoJsonWriter(const QByteArray& name);

    /// @brief A course with its width as an area: mitred at bends, straight at its ends.
    void addStrip(const std::vector<Vec2>& points, double width, const Properties& properties);
    /// @param ring  open, any turn
    void addArea(const Ring& ring, const Properties& properties);
    /// @returns the whole document. Call once.
    [[nodiscard]] QByteArray finish();

private:
    void begin(const char* type, const Properties& properties);
    void addPoint(Vec2 p);

    QByteArray m_out;
    bool m_first = true;
};

} // namespace twin::demo
