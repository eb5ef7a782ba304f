// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Building.h"

#include <map>

#include <QByteArray>

namespace twin::demo {

/// Writes the AdV profile of CityGML 1.0 (AdV-CityGML 1.0.1, LoD2) as the surveying offices deliver it: solids whose
/// surfaces are references to the polygons of the boundary surfaces.
class GmlWriter {
public:
    /// @param name  of the model without ending; @param lower, upper  envelope: easting, northing, height
    GmlWriter(const QByteArray& name, const std::array<double, 3>& lower, const std::array<double, 3>& upper);

    void add(const DemoBuilding& building);
    /// @returns what was written since the last call; complete elements only.
    [[nodiscard]] QByteArray take();
    [[nodiscard]] qsizetype pending() const { return m_out.size(); }
    void finish();

private:
    void addHead(const DemoBuilding& building);
    void addStringAttribute(const char* name, const QByteArray& value);
    void addDate(const DemoBuilding& building);
    void addGeometry(const DemoBuilding& building, std::size_t part, const QByteArray& ownerId);
    void addSurface(const DemoBuilding& building, const Face& face, const QByteArray& polygonId);
    void addRing(const std::vector<Corner>& ring);
    void addAddress(const DemoBuilding& building);
    void addMetres(std::int64_t millimetres);

    QByteArray m_out;
    std::map<std::uint32_t, QByteArray> m_targets; ///< by colour: what has it
};

} // namespace twin::demo
