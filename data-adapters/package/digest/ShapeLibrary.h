// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "package/digest/GeometryRecord.h"

#include <deque>
#include <functional>
#include <mutex>
#include <unordered_map>

namespace twin::package {

/// A shape that is used many times, in its own coordinates.
struct LibraryShape {
    QString id;
    std::vector<Patch> patches;
    Box bounds;
    std::uint32_t triangles = 0;
};

/// The shapes of an import, each once. Any thread. Numbers depend on who came first: what is written orders shapes by
/// their ids. All stay in memory: a city has few, however often it repeats them.
class ShapeLibrary {
public:
    /// @param make  called when the shape is met for the first time
    [[nodiscard]] std::uint32_t ordinalOf(const QString& id, const std::function<std::vector<Patch>()>& make);
    /// @returns a reference that stays valid as the library grows.
    [[nodiscard]] const LibraryShape& shape(std::uint32_t ordinal) const;

private:
    mutable std::mutex m_mutex;
    std::unordered_map<QString, std::uint32_t> m_ordinals;
    std::deque<LibraryShape> m_shapes;
};

/// @returns the place of a shape's point where it is put.
[[nodiscard]] Point3 placed(const Point3& p, const PlacedShape& place);
/// @returns a shape's patch where it is put, facing outwards also in a mirror.
[[nodiscard]] Patch moved(Patch patch, const PlacedShape& place);

} // namespace twin::package
