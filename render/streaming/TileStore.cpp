// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/streaming/TileStore.h"

#include "model/Logging.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_set>

namespace twin::render {

namespace {

constexpr int loaderThreads = 2;
constexpr std::size_t firstGuessOfTileBytes = 256u << 10;

std::unordered_set<std::uint64_t> keysOf(const std::vector<TileRef>& tiles)
{
    std::unordered_set<std::uint64_t> keys;
    keys.reserve(tiles.size());
    for (const TileRef& tile : tiles)
        keys.insert(tile.key());
    return keys;
}

} // namespace

TileStore::TileStore(const Budgets& budgets, TileLoader::Finished tileReady)
    : m_budgets(budgets), m_loader(loaderThreads, loadTile, std::move(tileReady))
{
}

void TileStore::setSources(osg::State& state, std::vector<std::shared_ptr<const TileSource>> sources)
{
    std::erase(sources, nullptr);
    std::vector<std::int32_t> newSourceOf;
    for (const auto& source : m_sources) {
        const auto at = std::find(sources.begin(), sources.end(), source);
        newSourceOf.push_back(at == sources.end() ? -1 : static_cast<std::int32_t>(at - sources.begin()));
    }
    moveTiles(state, newSourceOf);
    std::vector<Tree> trees;
    for (const auto& source : sources) {
        const std::size_t nodes = source->tree().nodes.size();
        trees.push_back({std::vector<TileLoad>(nodes, TileLoad::Absent), std::vector<std::uint32_t>(nodes, 0),
                         std::vector<std::uint8_t>(nodes, 0)});
    }
    for (std::size_t i = 0; i < newSourceOf.size(); ++i) {
        if (newSourceOf[i] >= 0)
            trees[static_cast<std::size_t>(newSourceOf[i])] = std::move(m_trees[i]);
    }
    m_trees = std::move(trees);
    m_sources = std::move(sources);
    m_lastError = 0;
    if (m_resident.empty())
        m_knownTiles = m_knownBytes = 0;
}

/// Frees the tiles of sources that are gone and renames the others. @param newSourceOf  by old source; -1: gone
void TileStore::moveTiles(osg::State& state, const std::vector<std::int32_t>& newSourceOf)
{
    const auto moved = [&newSourceOf](TileRef tile) {
        tile.source = newSourceOf[static_cast<std::size_t>(tile.source)];
        return tile;
    };
    std::vector<TileRef> gone;
    for (const auto& [key, tile] : m_resident) {
        if (moved(tile.tile).source < 0)
            gone.push_back(tile.tile);
    }
    for (const TileRef& tile : gone)
        drop(state, tile);
    std::unordered_map<std::uint64_t, ResidentTile> resident;
    for (auto& [key, tile] : m_resident) {
        tile.tile = moved(tile.tile);
        resident.emplace(tile.tile.key(), std::move(tile));
    }
    m_resident = std::move(resident);
    decltype(m_waiting) waiting;
    for (auto& [key, content] : m_waiting) {
        if (const TileRef tile = moved(TileRef::fromKey(key)); tile.source >= 0)
            waiting.emplace(tile.key(), std::move(content));
        else
            m_waitingBytes -= content->byteSize();
    }
    m_waiting = std::move(waiting);
    std::vector<TileRef> refined;
    for (const TileRef& tile : m_lastRefined) {
        if (moved(tile).source >= 0)
            refined.push_back(moved(tile));
    }
    m_lastRefined = std::move(refined);
}

LayerView TileStore::viewOf(std::size_t source) const
{
    LayerView view = m_views.value(m_sources[source]->layer());
    view.opacity = std::clamp(view.opacity, 0.0, 1.0);
    view.visible = view.visible && view.opacity > 0;
    return view;
}

bool TileStore::setLayerViews(QHash<QString, LayerView> views)
{
    if (views == m_views)
        return false;
    m_views = std::move(views);
    return true;
}

void TileStore::releaseAll(osg::State& state)
{
    for (auto& [key, tile] : m_resident) {
        tile.drawable->release(state);
        tile.style.release(state);
    }
    m_resident.clear();
    m_waiting.clear();
    m_lastRefined.clear();
    m_gpuBytes = m_waitingBytes = m_keptBytes = 0;
}

bool TileStore::setStyles(osg::State& state, QHash<FeatureRef, FeatureStyle> styles)
{
    QHash<FeatureRef, FeatureStyle> changes;
    bool formsChange = false;
    const auto change = [&](const FeatureRef& feature, const FeatureStyle& from, const FeatureStyle& to) {
        if (from == to)
            return;
        changes.insert(feature, styleOver(m_base.get(), feature, to));
        formsChange = formsChange || from.hidden != to.hidden || from.ghost != to.ghost;
    };
    for (auto it = styles.begin(); it != styles.end(); ++it)
        change(it.key(), m_styles.value(it.key()), it.value());
    for (auto it = m_styles.begin(); it != m_styles.end(); ++it) {
        if (!styles.contains(it.key()))
            change(it.key(), it.value(), {});
    }
    m_styles = std::move(styles);
    if (changes.isEmpty())
        return false;
    for (auto& [key, tile] : m_resident) {
        const QString layer = m_sources[static_cast<std::size_t>(tile.tile.source)]->layer();
        m_gpuBytes -= tile.style.gpuBytes();
        const bool many = static_cast<std::size_t>(changes.size()) > tile.style.ids().size();
        if (many)
            tile.style.apply(state, layer, m_styles, m_base.get());
        else
            tile.style.applyChanges(state, layer, changes);
        m_gpuBytes += tile.style.gpuBytes();
    }
    return formsChange;
}

void TileStore::setBaseLook(osg::State& state, std::shared_ptr<const BaseLook> look)
{
    m_base = std::move(look);
    for (auto& [key, tile] : m_resident) {
        m_gpuBytes -= tile.style.gpuBytes();
        tile.style.apply(state, m_sources[static_cast<std::size_t>(tile.tile.source)]->layer(), m_styles, m_base.get());
        m_gpuBytes += tile.style.gpuBytes();
    }
}

ResidentTile* TileStore::resident(const TileRef& tile)
{
    const auto it = m_resident.find(tile.key());
    return it == m_resident.end() ? nullptr : &it->second;
}

std::size_t TileStore::typicalTileBytes() const
{
    return m_knownTiles ? m_knownBytes / m_knownTiles : firstGuessOfTileBytes;
}

Selection TileStore::select(SelectionRequest request)
{
    std::vector<TreeState> trees;
    for (std::size_t i = 0; i < m_sources.size(); ++i)
        trees.push_back({viewOf(i).visible ? &m_sources[i]->tree() : nullptr, m_trees[i].load, m_trees[i].bytes,
                         m_trees[i].refined, !m_trees[i].isTerrain});
    std::vector<const ResidentTile*> byAge;
    byAge.reserve(m_resident.size());
    for (const auto& [key, tile] : m_resident)
        byAge.push_back(&tile);
    std::sort(byAge.begin(), byAge.end(), [](const auto* a, const auto* b) {
        return std::pair(a->lastUsed, a->tile.key()) < std::pair(b->lastUsed, b->tile.key());
    });
    std::vector<TileRef> oldestFirst;
    oldestFirst.reserve(byAge.size());
    for (const ResidentTile* tile : byAge)
        oldestFirst.push_back(tile->tile);

    request.gpuBudget = m_budgets.gpuBytes;
    request.residentBytes = m_gpuBytes;
    request.typicalTileBytes = typicalTileBytes();
    request.lastScreenSpaceError = m_lastError;
    request.residentOldestFirst = oldestFirst;
    Selection selection = selectTiles(request, trees);
    m_lastError = selection.screenSpaceError;
    for (const TileRef& tile : m_lastRefined)
        m_trees[static_cast<std::size_t>(tile.source)].refined[static_cast<std::size_t>(tile.node)] = 0;
    for (const TileRef& tile : selection.refined)
        m_trees[static_cast<std::size_t>(tile.source)].refined[static_cast<std::size_t>(tile.node)] = 1;
    m_lastRefined = selection.refined;
    return selection;
}

Selection TileStore::update(osg::State& state, const CameraState& camera, QSize size, double maximumScreenSpaceError,
                            std::size_t uploadBytes, const std::optional<ShadowWish>& shadows)
{
    ++m_frame;
    acceptResults();
    SelectionRequest request;
    request.camera = camera;
    request.size = size;
    request.maximumScreenSpaceError = maximumScreenSpaceError;
    request.shadows = shadows;
    Selection selection = select(request);
    for (const TileRef& tile : selection.drop)
        drop(state, tile);
    forgetUnwanted(selection);
    if (uploadWaiting(state, selection, uploadBytes))
        selection = select(request);
    for (const auto* list : {&selection.used, &selection.draw, &selection.casters}) {
        for (const TileRef& tile : *list) {
            if (ResidentTile* r = resident(tile)) {
                r->lastUsed = m_frame;
                r->opacity = viewOf(static_cast<std::size_t>(tile.source)).opacity;
            }
        }
    }
    load(selection.load);
    return selection;
}

void TileStore::load(const std::vector<TileWish>& wishes)
{
    std::vector<TileTask> tasks;
    tasks.reserve(wishes.size());
    for (const TileWish& wish : wishes)
        tasks.push_back({wish.tile, m_sources[static_cast<std::size_t>(wish.tile.source)]});
    const std::size_t freeBytes = m_budgets.cpuBytes - std::min(m_budgets.cpuBytes, cpuBytes());
    m_loader.setWishes(tasks, freeBytes / std::max<std::size_t>(typicalTileBytes(), 1));
}

void TileStore::fail(const TileRef& tile, Error error)
{
    loadOf(tile) = TileLoad::Failed;
    if (error.where.source.isEmpty())
        error.where.source =
            m_sources[static_cast<std::size_t>(tile.source)]->tree().nodes[static_cast<std::size_t>(tile.node)].uri;
    qCWarning(log::render).noquote() << "tile failed:" << error.toText() << error.detail;
    m_failures.push_back(std::move(error));
}

void TileStore::acceptResults()
{
    for (LoadedTile& loaded : m_loader.take()) {
        const TileRef& tile = loaded.wish.tile;
        const auto source = static_cast<std::size_t>(tile.source);
        if (source >= m_sources.size() || m_sources[source] != loaded.wish.source)
            continue; // of sources that are gone
        if (!loaded.content) {
            fail(tile, std::move(loaded.content).error());
            continue;
        }
        const TileContent& content = **loaded.content;
        const std::size_t gpu = std::max<std::size_t>(TileDrawable::gpuBytesOf(content), 1);
        const std::size_t cpu = content.byteSize();
        if (gpu > m_budgets.gpuBytes || cpu > m_budgets.cpuBytes) {
            fail(tile,
                 Error{ErrorCode::ResourceExhausted,
                       QCoreApplication::translate("CityRenderer", "Eine Kachel ist größer als der erlaubte Speicher."),
                       QStringLiteral("%1 bytes").arg(gpu),
                       {},
                       {}});
            continue;
        }
        if (bytesOf(tile) == 0) {
            ++m_knownTiles;
            m_knownBytes += gpu;
        }
        bytesOf(tile) = static_cast<std::uint32_t>(gpu);
        if (cpuBytes() + cpu > m_budgets.cpuBytes) {
            loadOf(tile) = TileLoad::Absent; // read again when there is room
            continue;
        }
        loadOf(tile) = TileLoad::Waiting;
        m_waitingBytes += cpu;
        m_waiting[tile.key()] = *loaded.content;
    }
}

void TileStore::forgetUnwanted(const Selection& selection)
{
    if (m_waiting.empty())
        return;
    const auto wanted = keysOf(selection.used);
    std::erase_if(m_waiting, [&](const auto& entry) {
        if (wanted.contains(entry.first))
            return false;
        loadOf(TileRef::fromKey(entry.first)) = TileLoad::Absent;
        m_waitingBytes -= entry.second->byteSize();
        return true;
    });
}

bool TileStore::uploadWaiting(osg::State& state, const Selection& selection, std::size_t most)
{
    std::size_t uploaded = 0;
    for (const TileRef& tile : selection.used) {
        const auto it = m_waiting.find(tile.key());
        if (it == m_waiting.end())
            continue;
        const std::size_t bytes = bytesOf(tile);
        if (uploaded > 0 && uploaded + bytes > most)
            break;
        if (m_gpuBytes + bytes > m_budgets.gpuBytes)
            continue; // the next selection knows its size and makes room or raises the error
        const std::shared_ptr<const TileContent> content = it->second;
        m_waitingBytes -= content->byteSize();
        m_waiting.erase(it);
        makeResident(state, tile, *content);
        uploaded += bytes;
    }
    return uploaded > 0;
}

void TileStore::makeResident(osg::State& state, const TileRef& tile, const TileContent& content)
{
    ResidentTile r;
    r.tile = tile;
    // Instances spread the content; the tree knows how far.
    r.bounds = content.instances.matrices.empty() ? content.bounds
                                                  : m_sources[static_cast<std::size_t>(tile.source)]
                                                        ->tree()
                                                        .nodes[static_cast<std::size_t>(tile.node)]
                                                        .bounds;
    r.lastUsed = m_frame;
    r.drawable = new TileDrawable;
    r.drawable->upload(state, content);
    r.origin = content.origin;
    r.isTerrain = content.parts.empty() &&
                  std::all_of(content.vertices.begin(), content.vertices.end(), [](const TileVertex& vertex) {
                      return vertex.faceClass == static_cast<std::uint8_t>(FaceClass::Terrain);
                  });
    r.style.setFeatures(content.featureIds);
    r.style.apply(state, m_sources[static_cast<std::size_t>(tile.source)]->layer(), m_styles, m_base.get());
    m_gpuBytes += r.drawable->gpuBytes() + r.style.gpuBytes();
    m_keptBytes += r.style.idBytes() + r.drawable->cpuBytes();
    m_trees[static_cast<std::size_t>(tile.source)].isTerrain = r.isTerrain;
    loadOf(tile) = TileLoad::Resident;
    m_resident.insert_or_assign(tile.key(), std::move(r));
}

void TileStore::drop(osg::State& state, const TileRef& tile)
{
    const auto it = m_resident.find(tile.key());
    if (it == m_resident.end())
        return;
    ResidentTile& r = it->second;
    m_gpuBytes -= r.drawable->gpuBytes() + r.style.gpuBytes();
    m_keptBytes -= std::min(m_keptBytes, r.style.idBytes() + r.drawable->cpuBytes());
    r.drawable->release(state);
    r.style.release(state);
    loadOf(tile) = TileLoad::Absent;
    m_resident.erase(it);
}

} // namespace twin::render
