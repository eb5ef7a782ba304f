// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"
#include "model/Task.h"
#include "package/io/SpillFile.h"
#include "package/points/PointGlb.h"
#include "package/tiles/TilesetWriter.h"

#include <map>
#include <mutex>
#include <vector>

namespace twin::package {

/// The points of one cell, in a spill file.
struct PointBucket {
    PointCell cell;
    std::int64_t count = 0;
    std::vector<SpillRange> ranges; ///< of StoredPoint
};

struct PointTreeOptions {
    int threads = 1;
    std::int64_t taskPoints = 2'000'000; ///< that one thread holds
    std::size_t leafPoints = 50'000;
};

/// @brief Makes an octree of 3D Tiles from buckets of points, refinement REPLACE: leaves hold all points of their cell,
///        a coarser tile one point for each small cube that has some, the one next to its middle. Four edges of the
///        cube are the tile's geometric error. Memory: some hundred megabytes whatever the cloud. Blocking.
class PointTree {
public:
    /// @param folder  gets tileset.json and the tiles @param spill  with the buckets' points; grows
    PointTree(const QString& folder, SpillFile& spill, const PointOrigin& origin, const PointPaint& paint,
              const PointTreeOptions& options, const CancellationToken& cancel);

    /// @returns Cancelled, ResourceExhausted, AccessDenied.
    Result<void> build(std::vector<PointBucket> buckets, const ProgressSink& progress);
    /// The tiles, parents before their children. Written by build().
    [[nodiscard]] const std::vector<TilesetNode>& nodes() const { return m_tiles; }
    /// Points that lie within a millimetre of another and were left out, where there were too many of them.
    [[nodiscard]] std::int64_t coincident() const { return m_coincident; }

private:
    using Points = std::vector<StoredPoint>;
    /// A tile in the order in which tiles are made: children first.
    struct Node {
        TilesetNode tile;
        std::vector<std::int32_t> children;
    };
    /// What a finished cell is for the cell around it.
    struct Made {
        std::int32_t node = -1;
        Points content;
    };
    /// A cell whose points one thread can hold, or which has such cells in it.
    struct Plan {
        PointCell cell;
        std::vector<const PointBucket*> buckets; ///< of a task
        std::vector<std::int32_t> children;      ///< else
        std::int32_t node = -1;                  ///< of a task, when it is done
        SpillRange content;
    };

    Result<void> splitLargeBuckets(std::vector<PointBucket>& buckets);
    Result<void> split(const PointBucket& bucket, std::vector<PointBucket>& into);
    std::int32_t plan(const PointCell& cell, std::vector<const PointBucket*> buckets);
    Result<void> run(Plan& task, const ProgressSink& progress);
    Result<Points> load(const Plan& task);
    Result<Made> makeCell(const PointCell& cell, Points points);
    Result<Made> makePlan(std::int32_t index);
    Result<Made> makeInner(const PointCell& cell, std::vector<Made> children);
    Result<std::int32_t> write(const PointCell& cell, Points& points, double error, std::vector<std::int32_t> children);
    Result<void> cancelled() const;
    void order(std::int32_t node, std::int32_t parent);

    QString m_folder;
    SpillFile& m_spill;
    PointOrigin m_origin;
    const PointPaint& m_paint;
    PointTreeOptions m_options;
    CancellationToken m_cancel;
    std::vector<Plan> m_plans;
    std::mutex m_mutex; ///< of the next three
    std::vector<Node> m_nodes;
    std::int64_t m_coincident = 0;
    std::int64_t m_done = 0;
    std::int64_t m_points = 0;
    std::vector<TilesetNode> m_tiles;
};

} // namespace twin::package
