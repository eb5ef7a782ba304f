// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/DemoCity.h"

#include "demo/DemoLayers.h"
#include "demo/GmlWriter.h"
#include "demo/Landmarks.h"
#include "demo/RegionPlan.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <mutex>
#include <new>
#include <set>
#include <thread>

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace twin::demo {
namespace {

constexpr int maxBuildings = 2'000'000;
constexpr double tileSize = 1000;
constexpr double alwaysShown = 2700; ///< metres from the centre: as far as the stadium, however small the town
constexpr double planShare = 0.2;
constexpr qsizetype flushAt = 1 << 20;

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::demo", text);
}

/// Lower left corner in kilometres; sorts as the tiles are named.
struct TileKey {
    int east = 0, north = 0;
    friend auto operator<=>(const TileKey&, const TileKey&) = default;
};

TileKey tileOf(Vec2 p)
{
    return {int(std::floor(p.x / tileSize)), int(std::floor(p.y / tileSize))};
}

struct Tile {
    std::vector<const Block*> blocks; ///< that touch it
    std::vector<DemoBuilding> landmarks;
};

/// Everything that the writing threads share; immutable once planned.
class DemoCity {
public:
    DemoCity(Assets assets, const DemoOptions& options)
        : m_assets(std::move(assets)),
          m_ground(m_assets),
          m_obstacles(m_assets),
          m_builder(m_ground, m_obstacles, options.seed),
          m_plan(m_assets, m_obstacles, m_builder, options.seed)
    {
    }

    Result<void> plan(int buildings, const CancellationToken& cancel, const ProgressSink& progress);
    /// @brief Writes all tiles with all cores. @returns the files in tile order.
    Result<QStringList> write(const QString& folder, const CancellationToken& cancel,
                              const ProgressSink& progress) const;

    [[nodiscard]] const Assets& assets() const { return m_assets; }
    [[nodiscard]] const Ground& ground() const { return m_ground; }
    [[nodiscard]] const std::vector<Block>& blocks() const { return m_plan.blocks(); }

private:
    void assign();
    void addLandmarks();
    Result<void> writeTile(const QString& path, TileKey key, const Tile& tile) const;

    Assets m_assets;
    Ground m_ground;
    Obstacles m_obstacles;
    BlockBuilder m_builder;
    RegionPlan m_plan;
    std::map<TileKey, Tile> m_tiles;
};

Result<void> DemoCity::plan(int buildings, const CancellationToken& cancel, const ProgressSink& progress)
{
    TWIN_CHECK(m_plan.choose(buildings, cancel, partOf(progress, 0, planShare)));
    assign();
    addLandmarks();
    return {};
}

void DemoCity::assign()
{
    for (const Block& block : m_plan.blocks()) {
        std::set<TileKey> touched;
        Vec2 min = block.corners[0];
        Vec2 max = min;
        for (const Vec2& p : block.corners) {
            min = {std::min(min.x, p.x), std::min(min.y, p.y)};
            max = {std::max(max.x, p.x), std::max(max.y, p.y)};
        }
        const TileKey first = tileOf(min);
        const TileKey last = tileOf(max);
        for (int east = first.east; east <= last.east; ++east)
            for (int north = first.north; north <= last.north; ++north)
                m_tiles[{east, north}].blocks.push_back(&block);
    }
}

void DemoCity::addLandmarks()
{
    double farthest = 0;
    for (const Block& block : m_plan.blocks())
        farthest = std::max(farthest, length(block.corners[0] - m_plan.centre()));
    for (std::size_t i = 0; i < m_assets.landmarks.size(); ++i) {
        DemoBuilding building = buildLandmark(m_assets.landmarks[i], int(i) + 1);
        if (!building.parts.empty() && length(building.place - m_plan.centre()) < std::max(farthest, alwaysShown))
            m_tiles[tileOf(building.place)].landmarks.push_back(std::move(building));
    }
}

Result<void> DemoCity::writeTile(const QString& path, TileKey key, const Tile& tile) const
{
    std::vector<DemoBuilding> buildings = tile.landmarks;
    for (const Block* block : tile.blocks)
        for (DemoBuilding& building : m_builder.build(*block))
            if (tileOf(building.place) == key)
                buildings.push_back(std::move(building));
    double bottom = std::numeric_limits<double>::max();
    double top = std::numeric_limits<double>::lowest();
    for (const DemoBuilding& building : buildings)
        for (const Part& part : building.parts) {
            bottom = std::min(bottom, part.solid.bottom());
            top = std::max(top, part.solid.top());
        }
    QFile file(path);
    const auto cannotWrite = [&file] {
        const ErrorCode code =
            file.error() == QFileDevice::ResourceError ? ErrorCode::ResourceExhausted : ErrorCode::AccessDenied;
        return failure(code, tr("Die Demo-Stadt lässt sich nicht schreiben."), file.errorString(), {},
                       {file.fileName(), -1, {}});
    };
    if (buildings.empty())
        return {};
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return cannotWrite();
    const double east = key.east * tileSize;
    const double north = key.north * tileSize;
    GmlWriter writer(QFileInfo(path).completeBaseName().toUtf8(), {east, north, bottom},
                     {east + tileSize, north + tileSize, top});
    const auto flush = [&] {
        const QByteArray text = writer.take();
        return file.write(text) == text.size();
    };
    for (const DemoBuilding& building : buildings) {
        writer.add(building);
        if (writer.pending() > flushAt && !flush())
            return cannotWrite();
    }
    writer.finish();
    if (!flush() || !file.flush())
        return cannotWrite();
    return {};
}

Result<QStringList> DemoCity::write(const QString& folder, const CancellationToken& cancel,
                                    const ProgressSink& progress) const
{
    struct Job {
        TileKey key;
        const Tile* tile;
        QString path;
    };
    std::vector<Job> jobs;
    for (const auto& [key, tile] : m_tiles)
        jobs.push_back(
            {key, &tile, QStringLiteral("%1/LoD2_32_%2_%3_1_NW.gml").arg(folder).arg(key.east).arg(key.north)});

    std::atomic<std::size_t> next = 0;
    std::atomic<bool> stopped = false;
    std::mutex mutex; // of the error and the progress sink
    std::optional<Error> error;
    const auto work = [&] {
        for (std::size_t i = next++; i < jobs.size() && !stopped; i = next++) {
            Result<void> written;
            try {
                written = cancel.isCancelled() ? failure(ErrorCode::Cancelled, tr("Abgebrochen."))
                                               : writeTile(jobs[i].path, jobs[i].key, *jobs[i].tile);
            } catch (const std::bad_alloc&) {
                written = failure(ErrorCode::ResourceExhausted, tr("Der Speicher reicht für diese Daten nicht."));
            }
            const std::lock_guard lock(mutex);
            if (!written) {
                stopped = true;
                error = std::move(written).error();
            } else if (progress) {
                progress(planShare + (1 - planShare) * double(i + 1) / double(jobs.size()), tr("Demo-Stadt schreiben"));
            }
        }
    };
    std::vector<std::thread> threads;
    for (unsigned i = 1; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
        threads.emplace_back(work);
    work();
    for (std::thread& thread : threads)
        thread.join();

    QStringList files;
    for (const Job& job : jobs) {
        if (error)
            QFile::remove(job.path); // half a town is of no use to anyone
        else if (QFile::exists(job.path))
            files << job.path;
    }
    if (error)
        return failure(*std::move(error));
    return files;
}

} // namespace

Result<DemoFiles> writeDemoRegion(const QString& folder, const DemoOptions& options, const CancellationToken& cancel,
                                  const ProgressSink& progress)
{
    if (options.buildings < 1 || options.buildings > maxBuildings)
        return failure(ErrorCode::InvalidParameter, tr("Die Demo-Stadt hat 1 bis %1 Gebäude.").arg(maxBuildings));
    if (!QDir().mkpath(folder))
        return failure(ErrorCode::AccessDenied, tr("Der Ordner lässt sich nicht anlegen."), {}, {}, {folder, -1, {}});
    TWIN_TRY(Assets assets, Assets::load());
    DemoCity city(std::move(assets), options);
    TWIN_CHECK(city.plan(options.buildings, cancel, progress));
    DemoFiles files;
    const auto writeAll = [&]() -> Result<void> {
        TWIN_TRY(files.layers, writeDemoLayers(folder, city.assets(), city.blocks()));
        TWIN_TRY(files.terrain, writeDemoTerrain(folder, city.ground(), cancel));
        TWIN_TRY(files.cityModels, city.write(folder, cancel, progress));
        return {};
    };
    if (const Result<void> written = writeAll(); !written) {
        for (const QString& file : files.layers + QStringList{files.terrain})
            QFile::remove(file);
        return failure(written.error());
    }
    return files;
}

} // namespace twin::demo
