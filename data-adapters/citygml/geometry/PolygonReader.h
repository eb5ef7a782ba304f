// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citygml/geometry/Coordinates.h"
#include "citygml/geometry/GeometryCollector.h"
#include "model/CityObject.h"

#include <optional>
#include <string>

namespace twin::citygml {

/// Reads the rings of polygons (gml:Polygon, PolygonPatch, Triangle, Rectangle; GML 3.1.1 §10.5, and the boundaries of
/// GML 2) and the points of lines. One object a thread.
class PolygonReader {
public:
    /// A fault of the polygon just read: a reason of issueTitle() and what was wrong.
    struct Fault {
        const char* reason;
        QString detail;
    };

    /// @brief Reads a polygon; rings are opened, holes that are no rings are left out.
    /// @param height  of the points of a polygon without heights, metres
    /// @returns nothing when the exterior ring is no ring. `faults` tells what was wrong in either case.
    [[nodiscard]] std::optional<Polygon> read(const PolygonSite& site, double height);
    /// @brief Reads the points of a line, all in one row, or of a point set.
    /// @returns empty when there are none, or fewer than a line needs. `faults` and `srsName` are of this reading then.
    [[nodiscard]] std::vector<ProjectedPosition> readPoints(const CurveSite& site, double height);
    [[nodiscard]] const std::vector<Fault>& faults() const { return m_faults; }
    /// A ring of the polygon just read: its gml:LinearRing (or what holds its coordinates) and how many points it
    /// states, the closing one counted.
    struct Ring {
        pugi::xml_node boundary;
        std::size_t statedPoints = 0;
    };
    [[nodiscard]] const std::vector<Ring>& rings() const { return m_rings; }
    /// @returns the srsName that a ring or posList states itself; empty when none does.
    [[nodiscard]] const char* srsName() const { return m_srsName; }

private:
    bool readRing(const pugi::xml_node& boundary, std::uint8_t dimension, double height, bool flipped,
                  Polygon& polygon);
    /// @returns false when a number is none.
    bool collectNumbers(const pugi::xml_node& element, std::uint8_t& dimension);
    bool appendText(const pugi::xml_node& element, NumberFormat format);
    [[nodiscard]] int pointDimension(std::uint8_t stated);
    void fault(const char* reason, const QString& detail = {});

    std::vector<double> m_numbers;
    std::string m_scratch;
    std::vector<Fault> m_faults;
    std::vector<Ring> m_rings;
    const char* m_srsName = "";
};

} // namespace twin::citygml
