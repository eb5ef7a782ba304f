// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObject.h"
#include "package/io/Bytes.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace twin::package {

/// A point relative to the record's origin, metres; float keeps 0.01 mm within a building.
struct Point3 {
    float x = 0;
    float y = 0;
    float z = 0;
};

/// A triangulated boundary surface.
struct Patch {
    SurfaceType drawAs = SurfaceType::None;
    std::array<std::int8_t, 3> normal{}; ///< unit × 127
    std::uint32_t colour = 0;            ///< RGBA8 (sRGB), R in the lowest byte, of its material; 0: none
    std::int32_t image = -1;             ///< into the import's ImageTable
    std::vector<Point3> points;
    std::vector<std::uint16_t> indices;
    std::vector<TextureCoordinate> textureCoordinates; ///< one a point where there is an image
};

/// One use of a shape of the import's ShapeLibrary.
struct PlacedShape {
    std::uint32_t shape = 0;
    Point3 position;               ///< of the shape's zero
    std::array<float, 9> matrix{}; ///< row-major
};

/// A line of two points or more, or a mark of one.
struct LineString {
    std::vector<Point3> points;
};

/// What the property table of a tile says of a feature.
struct FeatureProperties {
    std::string id; ///< as read; duplicates are told apart by the tiler
    std::string function;
    std::string roofType;
    float measuredHeight = 0; ///< NaN: not stated
    std::uint32_t object = 0; ///< pre-order ordinal of the city object below its top-level object
    CityObjectType type = CityObjectType::Unknown;
};

/// A city object with geometry of its own.
struct FeatureGeometry {
    FeatureProperties properties;
    std::vector<Patch> patches;
    std::vector<PlacedShape> shapes;
    std::vector<LineString> lines;

    [[nodiscard]] bool isEmpty() const { return patches.empty() && shapes.empty() && lines.empty(); }
};

/// The drawable part of one top-level object, as spilled.
struct GeometryRecord {
    ProjectedPosition origin;
    std::vector<FeatureGeometry> features;
};

void write(ByteWriter& out, const GeometryRecord& record);
/// @returns false when the bytes are no such record.
[[nodiscard]] bool read(std::string_view bytes, GeometryRecord& record);
/// @brief Reads the properties of one feature alone. @returns as read().
[[nodiscard]] bool readProperties(std::string_view bytes, std::uint32_t feature, FeatureProperties& properties);

} // namespace twin::package
