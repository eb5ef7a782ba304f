// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/DemoCity.h"

#include "demo/DemoLayers.h"
#include "demo/GmlWriter.h"
#include "demo/Landmarks.h"
#include "demo/NatureWriter.h"
#include "demo/town/RegionPlan.h"

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
constexpr double planShare = 0.2;
constexpr qsizetype flushAt = 1 << 20;
constexpr int plantedBuildings = 80000; ///< a larger town has no more trees in its blocks than this one

/// From the north-west over station, towers and churches to the Florianturm.
constexpr HomeCamera homeCamera{{392420, 5708760, 262}, 131, -14.5};

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::demo", text);
}

tl::unexpected<Error> cannotWrite(const QFile& file)
{
    const ErrorCode code =
        file.error() == QFileDevice::ResourceError ? ErrorCode::ResourceExhausted : ErrorCode::AccessDenied;
    return failure(code, tr("Die Demo-Stadt lässt sich nicht schreiben."), file.errorString(), {},
                   {file.fileName(), -1, {}});
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
    std::vector<const Field*> fields; ///< that begin in it
};

/// Everything that the writing threads share; immutable once planned.
class DemoCity {
public:
    DemoCity(Assets assets, const DemoOptions& options)
        : m_assets(std::move(assets)),
          m_ground(m_assets),
          m_obstacles(m_assets),
          m_builder(m_ground, m_obstacles, options.seed),
          m_planter(m_assets, m_ground, m_obstacles, options.seed,
                    std::min(1.0, double(plantedBuildings) / options.buildings)),
          m_seed(options.seed),
          m_plan(m_assets, m_obstacles, m_builder, options.seed)
    {
    }

    Result<void> plan(int buildings, const CancellationToken& cancel, const ProgressSink& progress);
    /// @brief Writes all tiles with all cores: `cityModels` in tile order, `vegetation`.
    Result<void> write(const QString& folder, DemoFiles& files, const CancellationToken& cancel,
                       const ProgressSink& progress) const;

    [[nodiscard]] const Assets& assets() const { return m_assets; }
    [[nodiscard]] const Ground& ground() const { return m_ground; }
    [[nodiscard]] const std::vector<Block>& blocks() const { return m_plan.blocks(); }
    [[nodiscard]] const std::vector<Field>& fields() const { return m_fields; }

private:
    struct Job {
        TileKey key;
        const Tile* tile;
        QString path;
        QByteArray plants; ///< what it wrote of them
    };
    void assign();
    void addLandmarks();
    [[nodiscard]] double lowestGround(const Landmark& landmark) const;
    void addOpenLand();
    Result<void> writeTile(Job& job) const;
    Result<void> writeBuildings(const Job& job, const std::vector<DemoBuilding>& buildings) const;
    Result<void> writeVegetation(const QString& path, const std::vector<Job>& jobs) const;

    Assets m_assets;
    Ground m_ground;
    Obstacles m_obstacles;
    BlockBuilder m_builder;
    Planter m_planter;
    quint32 m_seed;
    RegionPlan m_plan;
    std::vector<Field> m_fields;
    std::map<TileKey, Tile> m_tiles;
};

Result<void> DemoCity::plan(int buildings, const CancellationToken& cancel, const ProgressSink& progress)
{
    TWIN_CHECK(m_plan.choose(buildings, cancel, partOf(progress, 0, planShare)));
    assign();
    addLandmarks();
    addOpenLand();
    return {};
}

/// What lies between the towns.
void DemoCity::addOpenLand()
{
    if (m_tiles.empty())
        return;
    TileKey low = m_tiles.begin()->first;
    TileKey high = low;
    for (const auto& [key, tile] : m_tiles) {
        low = {std::min(low.east, key.east), std::min(low.north, key.north)};
        high = {std::max(high.east, key.east), std::max(high.north, key.north)};
    }
    for (int east = low.east; east <= high.east; ++east) // woods grow where nobody lives
        for (int north = low.north; north <= high.north; ++north)
            m_tiles[{east, north}];
    const std::vector<Course> roads = countryRoads(m_assets, m_plan.links(), m_plan.blocks());
    m_assets.courses.insert(m_assets.courses.end(), roads.begin(), roads.end());
    m_fields = fieldsOf(m_assets, m_plan.blocks(), m_seed);
    for (const Field& field : m_fields)
        if (const auto tile = m_tiles.find(tileOf(field.ring.front())); tile != m_tiles.end())
            tile->second.fields.push_back(&field);
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

/// Of the land below a landmark: nothing of it floats.
double DemoCity::lowestGround(const Landmark& landmark) const
{
    double lowest = m_ground.at(landmark.centre);
    for (const Vec2& p : ellipse(landmark.centre, landmark.a / 2, landmark.b / 2, landmark.turnDegrees, 12))
        lowest = std::min(lowest, m_ground.at(p));
    return lowest;
}

void DemoCity::addLandmarks()
{
    double farthest = 0;
    for (const Block& block : m_plan.blocks())
        farthest = std::max(farthest, length(block.corners[0] - m_plan.centre()));
    for (std::size_t i = 0; i < m_assets.landmarks.size(); ++i) {
        Landmark landmark = m_assets.landmarks[i];
        if (std::isnan(landmark.ground))
            landmark.ground = lowestGround(landmark);
        DemoBuilding building = buildLandmark(landmark, int(i) + 1, [this](Vec2 p) { return m_ground.at(p); });
        if (!building.parts.empty() && length(building.place - m_plan.centre()) < std::max(farthest, alwaysShown))
            m_tiles[tileOf(building.place)].landmarks.push_back(std::move(building));
    }
}

Result<void> DemoCity::writeTile(Job& job) const
{
    std::vector<DemoBuilding> buildings = job.tile->landmarks;
    std::vector<Plant> plants;
    const auto add = [&plants](std::vector<Plant> more) { plants.insert(plants.end(), more.begin(), more.end()); };
    for (const Block* block : job.tile->blocks) {
        std::vector<DemoBuilding> built = m_builder.build(*block);
        if (tileOf(centreOf(block->corners)) == job.key)
            add(m_planter.inBlock(*block, built));
        for (DemoBuilding& building : built)
            if (tileOf(building.place) == job.key)
                buildings.push_back(std::move(building));
    }
    for (const Field* field : job.tile->fields)
        add(m_planter.alongField(*field));
    const Vec2 low{job.key.east * tileSize, job.key.north * tileSize};
    add(m_planter.inOpenLand(low, low + Vec2{tileSize, tileSize}));
    add(m_planter.alongShores(low, low + Vec2{tileSize, tileSize}));
    add(m_planter.alongRoads(low, low + Vec2{tileSize, tileSize}));
    for (const Plant& plant : plants)
        job.plants += plantText(plant, false);
    return buildings.empty() ? Result<void>() : writeBuildings(job, buildings);
}

Result<void> DemoCity::writeVegetation(const QString& path, const std::vector<Job>& jobs) const
{
    QFile file(path);
    const auto put = [&file](const QByteArray& text) { return file.write(text) == text.size(); };
    bool whole = file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
                 put(natureHead(m_ground.southWest(), m_ground.northEast()) + plantColours());
    // The shapes stand with the first tree of each: three in the square before the station.
    double shift = 0;
    for (const PlantShape shape : {PlantShape::Round, PlantShape::Slender, PlantShape::Group, PlantShape::Reed}) {
        const Vec2 place =
            shape == PlantShape::Group ? m_assets.woods.front().centre : Vec2{393170 + (shift += 14), 5708455};
        const double width = shape == PlantShape::Round     ? 7
                             : shape == PlantShape::Slender ? 3
                             : shape == PlantShape::Reed    ? 2
                                                            : 50;
        whole = whole && put(plantText({shape, place, m_ground.at(place),
                                        shape == PlantShape::Group  ? 18.0
                                        : shape == PlantShape::Reed ? 1.4
                                                                    : 9.0,
                                        width, 0},
                                       true));
    }
    for (const Job& job : jobs)
        whole = whole && put(job.plants);
    if (!whole || !put(natureFoot()) || !file.flush())
        return cannotWrite(file);
    return {};
}

Result<void> DemoCity::writeBuildings(const Job& job, const std::vector<DemoBuilding>& buildings) const
{
    double bottom = std::numeric_limits<double>::max();
    double top = std::numeric_limits<double>::lowest();
    for (const DemoBuilding& building : buildings)
        for (const Part& part : building.parts) {
            bottom = std::min(bottom, part.solid.bottom());
            top = std::max(top, part.solid.top());
        }
    QFile file(job.path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return cannotWrite(file);
    const double east = job.key.east * tileSize;
    const double north = job.key.north * tileSize;
    GmlWriter writer(QFileInfo(job.path).completeBaseName().toUtf8(), {east, north, bottom},
                     {east + tileSize, north + tileSize, top});
    const auto flush = [&] {
        const QByteArray text = writer.take();
        return file.write(text) == text.size();
    };
    for (const DemoBuilding& building : buildings) {
        writer.add(building);
        if (writer.pending() > flushAt && !flush())
            return cannotWrite(file);
    }
    writer.finish();
    if (!flush() || !file.flush())
        return cannotWrite(file);
    return {};
}

Result<void> DemoCity::write(const QString& folder, DemoFiles& files, const CancellationToken& cancel,
                             const ProgressSink& progress) const
{
    std::vector<Job> jobs;
    for (const auto& [key, tile] : m_tiles)
        jobs.push_back(
            {key, &tile, QStringLiteral("%1/LoD2_32_%2_%3_1_NW.gml").arg(folder).arg(key.east).arg(key.north), {}});

    std::atomic<std::size_t> next = 0;
    std::atomic<bool> stopped = false;
    std::mutex mutex; // of the error and the progress sink
    std::optional<Error> error;
    const auto work = [&] {
        for (std::size_t i = next++; i < jobs.size() && !stopped; i = next++) {
            Result<void> written;
            try {
                written = cancel.isCancelled() ? failure(ErrorCode::Cancelled, tr("Abgebrochen.")) : writeTile(jobs[i]);
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

    files.vegetation = folder + QStringLiteral("/Bäume.gml");
    if (const Result<void> written = error ? Result<void>() : writeVegetation(files.vegetation, jobs); !written)
        error = written.error();
    for (const Job& job : jobs) {
        if (error)
            QFile::remove(job.path); // half a town is of no use to anyone
        else if (QFile::exists(job.path))
            files.cityModels << job.path;
    }
    if (error)
        return failure(*std::move(error));
    return {};
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
    files.home = homeCamera;
    const auto writeAll = [&]() -> Result<void> {
        TWIN_TRY(files.layers, writeDemoLayers(folder, city.assets(), city.blocks(), city.fields()));
        TWIN_TRY(files.waters, writeDemoWaters(folder, city.assets(), city.ground()));
        TWIN_TRY(files.waterside, writeDemoWaterside(folder, city.assets(), city.ground(), options.seed));
        TWIN_TRY(files.terrain, writeDemoTerrain(folder, city.ground(), cancel));
        return city.write(folder, files, cancel, progress);
    };
    if (const Result<void> written = writeAll(); !written) {
        for (const QString& file :
             files.layers + QStringList{files.terrain, files.waters, files.waterside, files.vegetation})
            QFile::remove(file);
        return failure(written.error());
    }
    return files;
}

} // namespace twin::demo
