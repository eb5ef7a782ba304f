// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cityjson/Scene.h"
#include "model/geometry/ShellNumber.h"

namespace twin::cityjson {

/// Reads the geometries of objects: boundaries with their semantics, materials and textures (CityJSON 2.0 §3). One
/// object a thread.
class GeometryReader {
public:
    /// @param crs  of the file; valid as long as the reader
    explicit GeometryReader(const geo::SourceCrs& crs) : m_crs(crs) {}

    /// Adds the geometry's surfaces, curves or instance to the object.
    void read(const Json& geometry, const Surroundings& around, CityObject& object, Faults& faults);

private:
    /// What the surfaces of the geometry being read share.
    struct Shared {
        const Surroundings* around = nullptr;
        CityObject* object = nullptr;
        Faults* faults = nullptr;
        Lod lod = 0;
        std::vector<SurfaceType> semantics;
        SurfaceType otherwise = SurfaceType::None;
        std::int32_t solid = -1;               ///< Surface::solid of what is being read
        std::int32_t composite = 0;            ///< ShellNumber::composite
        std::optional<std::uint32_t> material; ///< of the whole geometry
    };
    /// The texture of the polygon being read.
    struct Texturing {
        std::optional<std::uint32_t> texture;
        std::vector<TextureCoordinate> coordinates;
        bool broken = false;
    };

    void readSemantics(const std::optional<Json>& semantics);
    void readLevel(const Json& boundaries, int levels, const std::optional<Json>& semantics,
                   const std::optional<Json>& materials, const std::optional<Json>& textures);
    [[nodiscard]] std::int32_t nextSolid() const;
    [[nodiscard]] std::int32_t nextComposite() const;
    void readSurface(const Json& rings, const std::optional<Json>& semantic, const std::optional<Json>& material,
                     const std::optional<Json>& texture);
    [[nodiscard]] bool readRing(const Json& ring, const std::optional<Json>& texture, Polygon& polygon,
                                Texturing& texturing);
    void readRingTexture(const std::optional<Json>& texture, std::size_t points, bool exterior, Texturing& texturing);
    void readCurve(const Json& vertices);
    void readPoint(const Json& vertex);
    void readInstance(const Json& geometry);
    [[nodiscard]] const ProjectedPosition* point(const Json& index);
    [[nodiscard]] const std::shared_ptr<const SurfaceAppearance>& look(std::optional<std::uint32_t> material,
                                                                       std::optional<std::uint32_t> texture);

    const geo::SourceCrs& m_crs;
    Shared m_shared;
    /// Neighbouring surfaces look alike: the last look of the geometry is kept, with what it was made of.
    struct {
        bool known = false;
        std::optional<std::uint32_t> material;
        std::optional<std::uint32_t> texture;
        std::shared_ptr<const SurfaceAppearance> look;
    } m_last;
};

/// @returns the level of detail of a geometry in tenths: "2.2", 2.2 and "2"; empty for anything else.
[[nodiscard]] std::optional<Lod> readLod(const std::optional<Json>& value);

} // namespace twin::cityjson
