// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/digest/GeometryRecord.h"
#include "package/digest/ImageTable.h"
#include "package/geometry/Triangulator.h"

namespace twin::package {

/// Turns surfaces into patches: triangulated, coloured, textured. One object a thread.
class PatchMaker {
public:
    explicit PatchMaker(ImageTable& images) : m_images(images) {}

    /// @brief Triangulates a surface. @returns valid until the next call.
    const TriangulatedPolygon& triangulate(const Surface& surface, const ProjectedPosition& origin)
    {
        return m_triangulator.triangulate(surface.polygon, origin);
    }
    /// @returns whether the triangulated polygon has something to draw that a patch can hold.
    [[nodiscard]] static bool canDraw(const TriangulatedPolygon& triangles);
    /// @brief The patch of the surface that was triangulated last.
    /// @param owner  the type of the object, which settles what surfaces without a type of their own look like
    /// @param origin  as given to triangulate
    [[nodiscard]] Patch patchOf(const Surface& surface, CityObjectType owner, const ProjectedPosition& origin);

private:
    ImageTable& m_images;
    Triangulator m_triangulator;
};

} // namespace twin::package
