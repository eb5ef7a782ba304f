// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/points/PointTree.h"

#include "model/ParallelTasks.h"
#include "package/io/Files.h"
#include "package/points/PointSample.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <QCoreApplication>
#include <QDir>

namespace twin::package {
namespace {

constexpr int sampleDivisions = 7;          ///< cubes along a coarser tile's edge: 2^7
constexpr std::size_t mostSampled = 60'000; ///< of a coarser tile: full volumes are sampled more coarsely
constexpr double errorPerSpacing = 4;       ///< points as far apart as an allowed error would be dots, not a picture
constexpr int splitBits = 3;                ///< levels that a bucket is divided by at once
constexpr int finestBits = 3;               ///< of the edge of the smallest cells: eight millimetres
constexpr double widestLeafSpacing = 1;     ///< metres; single points far from others are no areas

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::package::Points)
};

QString nameOf(const PointCell& cell)
{
    const auto part = [&cell](std::size_t axis) {
        return QString::number(cell.bits >= 32 ? 0 : cell.corner[axis] >> cell.bits);
    };
    return QStringLiteral("%1/%2_%3_%4.glb").arg(QString::number(cell.bits), part(0), part(1), part(2));
}

/// A point for each cube of a millimetre.
std::vector<StoredPoint> apart(const std::vector<StoredPoint>& points, const PointCell& cell)
{
    return thinned(points, {finestBits, cell.corner}, finestBits);
}

} // namespace

PointTree::PointTree(const QString& folder, SpillFile& spill, const PointOrigin& origin, const PointPaint& paint,
                     const PointTreeOptions& options, const CancellationToken& cancel)
    : m_folder(folder), m_spill(spill), m_origin(origin), m_paint(paint), m_options(options), m_cancel(cancel)
{
}

Result<void> PointTree::cancelled() const
{
    return m_cancel.isCancelled() ? failure(ErrorCode::Cancelled, {}) : Result<void>();
}

Result<void> PointTree::build(std::vector<PointBucket> buckets, const ProgressSink& progress)
{
    if (buckets.empty())
        return {};
    TWIN_CHECK(splitLargeBuckets(buckets));
    std::vector<const PointBucket*> all;
    for (const PointBucket& bucket : buckets) {
        all.push_back(&bucket);
        m_points += bucket.count;
    }
    // The smallest cell with everything in it.
    PointCell root = buckets.front().cell;
    for (const PointBucket& bucket : buckets) {
        int bits = std::max(root.bits, bucket.cell.bits);
        while (root.around(bits) != bucket.cell.around(bits))
            ++bits;
        root = root.around(bits);
    }
    const std::int32_t rootPlan = plan(root, std::move(all));
    for (int bits = 0; bits <= root.bits; ++bits)
        QDir(m_folder).mkpath(QString::number(bits));
    std::vector<std::size_t> tasks;
    for (std::size_t i = 0; i < m_plans.size(); ++i)
        if (m_plans[i].children.empty())
            tasks.push_back(i);
    TWIN_CHECK(
        runTasks(tasks.size(), m_options.threads, [&](std::size_t i) { return run(m_plans[tasks[i]], progress); }));
    TWIN_TRY(const Made made, makePlan(rootPlan));
    order(made.node, -1);
    for (int bits = 0; bits <= root.bits; ++bits)
        QDir(m_folder).rmdir(QString::number(bits)); // those that stayed empty
    return {};
}

Result<void> PointTree::splitLargeBuckets(std::vector<PointBucket>& buckets)
{
    for (std::size_t i = 0; i < buckets.size();) {
        if (buckets[i].count <= m_options.taskPoints || buckets[i].cell.bits <= finestBits) {
            ++i;
            continue;
        }
        const PointBucket large = std::move(buckets[i]);
        buckets[i] = std::move(buckets.back());
        buckets.pop_back();
        TWIN_CHECK(split(large, buckets));
    }
    return {};
}

Result<void> PointTree::split(const PointBucket& bucket, std::vector<PointBucket>& into)
{
    constexpr std::size_t blockPoints = 1024;
    const int bits = std::max(bucket.cell.bits - splitBits, finestBits);
    struct Part {
        PointBucket bucket;
        Points block;
    };
    std::map<PointCell, Part> parts;
    const auto flush = [this](Part& part) -> Result<void> {
        const std::string_view bytes(reinterpret_cast<const char*>(part.block.data()),
                                     part.block.size() * sizeof(StoredPoint));
        TWIN_TRY(const std::int64_t at, m_spill.append(bytes));
        part.bucket.ranges.push_back({at, static_cast<std::int64_t>(bytes.size())});
        part.block.clear();
        return {};
    };
    SpillFile::Reader reader(m_spill);
    for (const SpillRange& range : bucket.ranges) {
        TWIN_CHECK(cancelled());
        TWIN_TRY(const std::string_view bytes, reader.read(range));
        for (std::size_t at = 0; at + sizeof(StoredPoint) <= bytes.size(); at += sizeof(StoredPoint)) {
            StoredPoint point;
            std::memcpy(&point, bytes.data() + at, sizeof point);
            Part& part = parts[PointCell::of(point, bits)];
            part.block.push_back(point);
            ++part.bucket.count;
            if (part.block.size() >= blockPoints)
                TWIN_CHECK(flush(part));
        }
    }
    for (auto& [cell, part] : parts) {
        part.bucket.cell = cell;
        if (!part.block.empty())
            TWIN_CHECK(flush(part));
        into.push_back(std::move(part.bucket));
    }
    return {};
}

std::int32_t PointTree::plan(const PointCell& cell, std::vector<const PointBucket*> buckets)
{
    const auto index = static_cast<std::int32_t>(m_plans.size());
    m_plans.push_back({cell, {}, {}, -1, {}});
    std::int64_t count = 0;
    for (const PointBucket* bucket : buckets)
        count += bucket->count;
    const bool isWhole = buckets.size() == 1 && buckets.front()->cell.bits >= cell.bits;
    if (count <= m_options.taskPoints || isWhole) {
        m_plans.back().buckets = std::move(buckets);
        return index;
    }
    std::array<std::vector<const PointBucket*>, 8> octants;
    for (const PointBucket* bucket : buckets)
        octants[cell.octantOf(bucket->cell.corner)].push_back(bucket);
    for (std::size_t octant = 0; octant < octants.size(); ++octant)
        if (!octants[octant].empty()) {
            const std::int32_t child = plan(cell.child(octant), std::move(octants[octant]));
            m_plans[static_cast<std::size_t>(index)].children.push_back(child);
        }
    return index;
}

Result<PointTree::Points> PointTree::load(const Plan& task)
{
    Points points;
    SpillFile::Reader reader(m_spill);
    std::int64_t count = 0;
    for (const PointBucket* bucket : task.buckets)
        count += bucket->count;
    points.reserve(static_cast<std::size_t>(std::min(count, 2 * m_options.taskPoints)));
    std::int64_t dropped = 0;
    for (const PointBucket* bucket : task.buckets)
        for (const SpillRange& range : bucket->ranges) {
            TWIN_TRY(const std::string_view bytes, reader.read(range));
            const std::size_t start = points.size();
            points.resize(start + bytes.size() / sizeof(StoredPoint));
            std::memcpy(points.data() + start, bytes.data(), (points.size() - start) * sizeof(StoredPoint));
            if (static_cast<std::int64_t>(points.size()) > 2 * m_options.taskPoints) { // all in one spot
                const std::size_t before = points.size();
                points = apart(points, task.buckets.front()->cell);
                dropped += static_cast<std::int64_t>(before - points.size());
            }
        }
    const std::lock_guard lock(m_mutex);
    m_coincident += dropped;
    return points;
}

Result<void> PointTree::run(Plan& task, const ProgressSink& progress)
{
    TWIN_TRY(Points points, load(task));
    std::int64_t count = 0;
    for (const PointBucket* bucket : task.buckets)
        count += bucket->count;
    TWIN_TRY(const Made made, makeCell(task.cell, std::move(points)));
    const std::string_view bytes(reinterpret_cast<const char*>(made.content.data()),
                                 made.content.size() * sizeof(StoredPoint));
    TWIN_TRY(const std::int64_t at, m_spill.append(bytes));
    task.content = {at, static_cast<std::int64_t>(bytes.size())};
    task.node = made.node;
    double done = 0;
    {
        const std::lock_guard lock(m_mutex);
        m_done += count;
        done = static_cast<double>(m_done) / static_cast<double>(std::max<std::int64_t>(m_points, 1));
    }
    if (progress)
        progress(done, Text::tr("Punktwolke kacheln"));
    return {};
}

Result<PointTree::Made> PointTree::makeCell(const PointCell& cell, Points points)
{
    TWIN_CHECK(cancelled());
    if (points.size() > m_options.leafPoints && cell.bits <= finestBits) {
        const std::size_t before = points.size();
        points = apart(points, cell);
        const std::lock_guard lock(m_mutex);
        m_coincident += static_cast<std::int64_t>(before - points.size());
    }
    if (points.size() <= m_options.leafPoints || cell.bits <= finestBits) {
        TWIN_TRY(const std::int32_t node, write(cell, points, 0, {}));
        return Made{node, std::move(points)};
    }
    std::array<Points, 8> octants;
    for (const StoredPoint& point : points)
        octants[cell.octantOf(point.at)].push_back(point);
    points = Points();
    std::vector<Made> children;
    for (std::size_t octant = 0; octant < octants.size(); ++octant)
        if (!octants[octant].empty()) {
            TWIN_TRY(children.emplace_back(), makeCell(cell.child(octant), std::move(octants[octant])));
        }
    return makeInner(cell, std::move(children));
}

Result<PointTree::Made> PointTree::makePlan(std::int32_t index)
{
    TWIN_CHECK(cancelled());
    const Plan& plan = m_plans[static_cast<std::size_t>(index)];
    if (plan.children.empty()) {
        SpillFile::Reader reader(m_spill);
        TWIN_TRY(const std::string_view bytes, reader.read(plan.content));
        Made made{plan.node, Points(bytes.size() / sizeof(StoredPoint))};
        std::memcpy(made.content.data(), bytes.data(), made.content.size() * sizeof(StoredPoint));
        return made;
    }
    std::vector<Made> children;
    for (const std::int32_t child : plan.children) {
        TWIN_TRY(children.emplace_back(), makePlan(child));
    }
    return makeInner(plan.cell, std::move(children));
}

Result<PointTree::Made> PointTree::makeInner(const PointCell& cell, std::vector<Made> children)
{
    if (children.size() == 1) // shows nothing more than its only child
        return std::move(children.front());
    Points all;
    std::vector<std::int32_t> nodes;
    for (Made& child : children) {
        all.insert(all.end(), child.content.begin(), child.content.end());
        nodes.push_back(child.node);
        child.content = Points();
    }
    int divisions = sampleDivisions;
    Points sample = thinned(all, cell, divisions);
    while (sample.size() > mostSampled && divisions > 4)
        sample = thinned(all, cell, --divisions);
    const double cube = cell.edgeMetres() / (1 << divisions);
    TWIN_TRY(const std::int32_t node, write(cell, sample, cube, std::move(nodes)));
    return Made{node, std::move(sample)};
}

Result<std::int32_t> PointTree::write(const PointCell& cell, Points& points, double error,
                                      std::vector<std::int32_t> children)
{
    double spacing = spacingOf(points, cell);
    // Cubes' points may be up to two edges apart, on the average one.
    spacing = error > 0 ? std::clamp(spacing, 0.5 * error, error) : std::min(spacing, widestLeafSpacing);
    PointTile tile = encodePoints(points, m_origin, spacing, m_paint);
    Node node;
    node.tile.centre = tile.centre;
    node.tile.box = tile.box;
    node.tile.geometricError = errorPerSpacing * error;
    node.tile.uri = nameOf(cell);
    node.children = std::move(children);
    TWIN_CHECK(writeFile(m_folder + QLatin1Char('/') + node.tile.uri, tile.glb, false));
    const std::lock_guard lock(m_mutex);
    m_nodes.push_back(std::move(node));
    return static_cast<std::int32_t>(m_nodes.size()) - 1;
}

void PointTree::order(std::int32_t index, std::int32_t parent)
{
    const Node& node = m_nodes[static_cast<std::size_t>(index)];
    const auto self = static_cast<std::int32_t>(m_tiles.size());
    m_tiles.push_back(node.tile);
    m_tiles.back().parent = parent;
    if (parent >= 0)
        m_tiles[static_cast<std::size_t>(parent)].children.push_back(self);
    for (const std::int32_t child : node.children)
        order(child, self);
}

} // namespace twin::package
