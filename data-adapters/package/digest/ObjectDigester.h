// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/digest/Digest.h"
#include "package/digest/FootprintFinder.h"
#include "package/digest/GeometryRecord.h"
#include "package/digest/LevelChoice.h"
#include "package/digest/ObjectRows.h"
#include "package/digest/PatchMaker.h"
#include "package/digest/ShapeLibrary.h"
#include "package/digest/SurfaceMeasure.h"
#include "package/geometry/SolidVolume.h"

#include <memory>

namespace twin::package {

/// Turns a top-level city object with all below it into what an import keeps of it: triangles of every level of detail,
/// measured surfaces, blocks, database rows, issues. Pure work on memory; one object a thread, the tables are shared.
class ObjectDigester {
public:
    static Result<std::unique_ptr<ObjectDigester>> create(ImageTable& images, ShapeLibrary& shapes);
    ~ObjectDigester();

    void digest(const CityObject& object, int source, Digest& out);

private:
    struct Node {
        const CityObject* object = nullptr;
        std::int32_t parent = -1;
        ObjectRow row;
        // As the level of detail at hand shows it:
        std::vector<MeasuredSurface> surfaces;
        std::vector<PlanarPolygon> footprint; ///< relative to the origin
        FeatureGeometry geometry;
        std::vector<std::uint32_t> patchSurfaces; ///< the surface of each patch
        Extent extent;
    };

    ObjectDigester(geo::Geocentric geocentric, ImageTable& images, ShapeLibrary& shapes);
    void flatten(const CityObject& object);
    [[nodiscard]] std::vector<LevelChoice> levels() const;
    [[nodiscard]] ProjectedPosition chooseOrigin() const;
    void showLevel(const LevelChoice& level, const LevelChoice* coarser, int source, Digest& out);
    void triangulate(Node& node, Lod lod, int source, Digest* issues);
    void reportMends(const Surface& surface, const TriangulatedPolygon& triangles, const CityObject& object, int source,
                     Digest& out) const;
    void placeShapes(Node& node, Lod lod);
    void takeLines(Node& node, Lod lod) const;
    [[nodiscard]] std::vector<Patch> patchesOf(const ShapeTemplate& shape, CityObjectType owner);
    void dropInnerClosures(Digest& out, bool counted);
    [[nodiscard]] static std::vector<const Polygon*> facesOf(const Node& node);
    [[nodiscard]] std::vector<PlanarPolygon> childFootprints(std::size_t node) const;
    void spillGeometry(ObjectEntry& entry, Lod lod, bool finest, Digest& out);
    void spillRows(ObjectEntry& entry, Digest& out);

    ShapeLibrary& m_shapes;
    PatchMaker m_patches;
    SurfaceMeasure m_measure;
    FootprintFinder m_footprints;
    SolidVolume m_volume;
    std::vector<Node> m_nodes; ///< pre-order, parents first
    ProjectedPosition m_origin;
};

/// @brief Describes a feature by its block.
/// @param footprint  relative to `origin`, as the patches
[[nodiscard]] Block makeBlock(const FeatureGeometry& feature, const std::vector<PlanarPolygon>& footprint,
                              const Extent& extent, const ProjectedPosition& origin,
                              std::vector<OutlinePoint>& outlines);

} // namespace twin::package
