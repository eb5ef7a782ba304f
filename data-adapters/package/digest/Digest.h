// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "model/CityObject.h"
#include "package/digest/Block.h"
#include "package/io/Bytes.h"
#include "package/io/SpillFile.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace twin::package {

/// Axis-aligned box in the region CRS.
struct Extent {
    Box box; ///< x easting, y northing, z height

    void include(const ProjectedPosition& p)
    {
        box.include(LocalPosition{p.eastingMetres, p.northingMetres, p.heightMetres});
    }
    void include(const Extent& e) { box.include(e.box); }
    [[nodiscard]] bool isEmpty() const { return box.isEmpty(); }
};

/// A top-level object as one level of detail shows it, or a piece of it where it is large.
struct Drawable {
    SpillRange geometry;
    Extent extent;
    std::uint32_t object = 0;    ///< ordinal of the top-level object
    std::uint32_t triangles = 0; ///< with children; of repeated shapes a share
    std::uint32_t blockFirst = 0;
    std::uint32_t blockCount = 0;
    Lod lod = 0;        ///< LevelChoice::limit
    bool finest = true; ///< what is shown by default
};

/// One top-level object of the import: where its records lie and what the tiler must know to plan.
struct ObjectEntry {
    std::int64_t line = -1;
    std::uint64_t idHash = 0; ///< of the top-level gml:id: settles the order of objects on the same line
    SpillRange rows;
    Extent extent; ///< of what is drawn by default
    std::int32_t source = 0;
    std::uint32_t drawableFirst = 0;
    std::uint32_t drawableCount = 0; ///< coarsest first; 0: nothing to draw
    std::uint32_t idFirst = 0;       ///< into the id hashes: one for the object and each descendant, pre-order
    std::uint32_t idCount = 0;
    CityModule module = CityModule::Building;
};

/// An Issue with its place in the order of the input.
struct OrderedIssue {
    std::int32_t source = 0;
    Issue issue;
};

/// Totals of an import.
struct Totals {
    std::array<std::int64_t, cityObjectTypeCount> objects{}; ///< by CityObjectType
    std::int64_t surfaces = 0;
    std::int64_t triangles = 0;
    std::int64_t innerClosures = 0; ///< closure surfaces between parts of one building: kept as data, not drawn

    void add(const Totals& other);
};

/// What a batch of city objects comes down to. Offsets and ordinals are relative to the batch until it is filed.
struct Digest {
    ByteWriter geometry;
    ByteWriter rows;
    std::vector<ObjectEntry> entries;
    std::vector<Drawable> drawables;
    std::vector<Block> blocks;
    std::vector<OutlinePoint> outlines;
    std::vector<std::uint64_t> idHashes;
    std::vector<OrderedIssue> issues;
    Totals totals;
};

/// @returns a 64-bit hash that is the same on every run and machine.
[[nodiscard]] std::uint64_t stableHash(std::string_view bytes);

/// Order of the input: source, line, id.
[[nodiscard]] inline bool comesBefore(const ObjectEntry& a, const ObjectEntry& b)
{
    if (a.source != b.source)
        return a.source < b.source;
    return a.line != b.line ? a.line < b.line : a.idHash < b.idHash;
}

} // namespace twin::package
