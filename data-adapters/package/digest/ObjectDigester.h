// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Crs.h"
#include "package/digest/Digest.h"
#include "package/digest/GeometryRecord.h"
#include "package/digest/LevelChoice.h"
#include "package/digest/ObjectRows.h"
#include "package/geometry/PlanarUnion.h"
#include "package/geometry/Triangulator.h"

#include <memory>

namespace twin::package {

/// Turns a top-level city object with its parts into what an import keeps of it: triangles, measured surfaces, a block,
/// database rows, issues. Pure work on memory; one object a thread.
class ObjectDigester {
public:
    static Result<std::unique_ptr<ObjectDigester>> create();
    ~ObjectDigester();

    void digest(const CityObject& object, int source, Digest& out);

private:
    struct Node {
        const CityObject* object = nullptr;
        std::int32_t parent = -1;
        std::int16_t lod = LevelChoice::nothing; ///< of the surfaces that are shown
        std::vector<MeasuredSurface> surfaces;
        std::vector<PlanarPolygon> footprint; ///< relative to the origin
        FeatureGeometry geometry;
        std::vector<std::uint32_t> patchSurfaces; ///< the surface of each patch
        ObjectRow row;
        Extent extent;
    };

    explicit ObjectDigester(geo::Geocentric geocentric);
    void flatten(const CityObject& object, std::int32_t parent);
    void chooseLevel();
    [[nodiscard]] ProjectedPosition chooseOrigin() const;
    void triangulate(Node& node, int source, Digest& out);
    void reportMends(const Surface& surface, const CityObject& object, int source, Digest& out) const;
    void appendPatch(Node& node, const Surface& surface, const TriangulatedPolygon& triangles);
    [[nodiscard]] MeasuredSurface measure(const Surface& surface, const TriangulatedPolygon& triangles);
    void dropInnerClosures(Digest& out);
    void findFootprint(Node& node);
    [[nodiscard]] std::vector<PlanarPolygon> childFootprints(std::size_t node) const;
    [[nodiscard]] double convergenceDegrees(const ProjectedPosition& p);
    void spillGeometry(ObjectEntry& entry, Digest& out);
    void spillRows(ObjectEntry& entry, Digest& out);

    geo::Geocentric m_geocentric;
    Triangulator m_triangulator;
    PlanarUnion m_union;
    std::vector<Node> m_nodes; ///< pre-order, parents first
    ProjectedPosition m_origin;
    std::int64_t m_convergenceCell = -1;
    double m_convergence = 0;
};

/// @brief Describes a feature by its block.
/// @param footprint  relative to `origin`, as the patches
[[nodiscard]] Block makeBlock(const FeatureGeometry& feature, const std::vector<PlanarPolygon>& footprint,
                              const Extent& extent, const ProjectedPosition& origin,
                              std::vector<OutlinePoint>& outlines);

} // namespace twin::package
