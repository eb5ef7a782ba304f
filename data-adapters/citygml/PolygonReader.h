// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citygml/Coordinates.h"
#include "citygml/GeometryCollector.h"
#include "model/CityObject.h"

#include <optional>
#include <string>

namespace twin::citygml {

/// Reads the rings of polygons (gml:Polygon, PolygonPatch, Triangle, Rectangle; GML 3.1.1 §10.5, and the boundaries of
/// GML 2). One object a thread.
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
    [[nodiscard]] const std::vector<Fault>& faults() const { return m_faults; }
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
    const char* m_srsName = "";
};

} // namespace twin::citygml
