// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"
#include "package/geometry/EarClipper.h"

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

struct GLUtesselator;

namespace twin::package {

/// The sweep-line tessellator of the OpenGL utility library, which needs no GL context: for rings with holes, and for
/// rings that cross. One object a thread.
class GluTessellator {
public:
    enum class Fill {
        OddEven,  ///< one ring: every region it encloses an odd number of times
        Positive, ///< counter-clockwise exterior, clockwise holes: what lies inside the exterior and outside all holes
    };
    struct Outcome {
        bool crossed = false; ///< points were made where edges cross
        bool touched = false; ///< points of different edges coincide
        bool failed = false;  ///< no triangles could be made
    };

    GluTessellator();
    ~GluTessellator();
    GluTessellator(const GluTessellator&) = delete;
    GluTessellator& operator=(const GluTessellator&) = delete;

    /// @brief Starts a polygon; `points` gets the points that crossings need, `indices` the triangles.
    void begin(const LocalPosition& normal, Fill fill, std::vector<LocalPosition>& points,
               std::vector<std::uint32_t>& indices);
    /// @param reversed  takes the ring's points from last to first
    void addRing(std::uint32_t first, std::uint32_t count, bool reversed);
    [[nodiscard]] Outcome end();

private:
    struct Callbacks;
    struct Vertex {
        double coordinates[3];
        std::uint32_t index;
    };
    Vertex* newVertex(std::uint32_t index);

    struct Deleter {
        void operator()(GLUtesselator* tessellator) const;
    };
    std::unique_ptr<GLUtesselator, Deleter> m_tessellator;
    std::deque<Vertex> m_vertices; // the tessellator keeps pointers
    std::vector<LocalPosition>* m_points = nullptr;
    std::vector<std::uint32_t>* m_indices = nullptr;
    Outcome m_outcome;
};

/// The same tessellator asked for the boundary of what several rings cover together (winding number above zero).
/// One object a thread.
class RingTessellator {
public:
    RingTessellator();
    ~RingTessellator();
    RingTessellator(const RingTessellator&) = delete;
    RingTessellator& operator=(const RingTessellator&) = delete;

    void begin();
    void addRing(const std::vector<Point2>& ring);
    /// @returns exteriors counter-clockwise, holes clockwise; empty when nothing could be made of the rings.
    [[nodiscard]] std::vector<std::vector<Point2>> end();

private:
    struct Callbacks;
    using Vertex = std::array<double, 3>;

    std::unique_ptr<GLUtesselator, void (*)(GLUtesselator*)> m_tessellator;
    std::deque<Vertex> m_vertices;
    std::vector<std::vector<Point2>> m_rings;
    bool m_failed = false;
};

} // namespace twin::package
