// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/CityRenderer.h"
#include "render/gl/ScenePass.h"
#include "render/scene/TileDrawable.h"
#include "render/scene/TileStyle.h"
#include "render/selection/TileSelection.h"
#include "render/streaming/TileLoader.h"

#include <unordered_map>

namespace twin::render {

/// A tile on the GPU with what is needed to draw, style and pick it.
struct ResidentTile {
    TileRef tile;
    osg::ref_ptr<TileDrawable> drawable;
    LocalPosition origin; ///< scene; vertices are relative to it
    TileStyle style;
    Box bounds;
    bool isTerrain = false; ///< ground and nothing else
    std::uint64_t lastUsed = 0;
    double opacity = 1; ///< of its layer

    /// Adds the plain triangles of standing things; nothing where there are none.
    void addStanding(std::vector<DrawItem>& items) const
    {
        if (drawable->hasStanding())
            items.push_back({drawable.get(), origin, style.stateSet()});
    }
    enum class Batches { Opaque, Blended, All };
    void addBatches(std::vector<DrawItem>& items, Batches which) const
    {
        for (const TileDrawable::Batch& batch : drawable->batches()) {
            if (which == Batches::All || batch.blended == (which == Batches::Blended))
                items.push_back({batch.drawable.get(), origin, style.stateSet(), batch.look.get()});
        }
    }
    /// @returns what of it may show in a narrow frustum; it draws no more until TileDrawable::showAll().
    [[nodiscard]] std::vector<DrawItem> itemsWithin(const Frustum& frustum) const
    {
        drawable->showWithin(frustum, origin);
        std::vector<DrawItem> shown;
        if (drawable->showsStanding())
            shown.push_back({drawable.get(), origin, style.stateSet()});
        const auto& batches = drawable->batches();
        for (std::size_t i = 0; i < batches.size(); ++i)
            if (drawable->shows(i))
                shown.push_back({batches[i].drawable.get(), origin, style.stateSet(), batches[i].look.get()});
        return shown;
    }
    /// @returns everything of it.
    [[nodiscard]] std::vector<DrawItem> items() const
    {
        std::vector<DrawItem> all;
        addStanding(all);
        addBatches(all, Batches::All);
        return all;
    }
};

/// Keeps tiles between disk, memory and GPU within the budgets: reads what a selection wishes, uploads a little each
/// frame, frees what was not used longest. Render thread only; frees GL objects there.
class TileStore {
public:
    TileStore(const Budgets& budgets, TileLoader::Finished tileReady);
    /// releaseAll() must have been called.
    ~TileStore() = default;

    void setSources(osg::State& state, std::vector<std::shared_ptr<const TileSource>> sources);
    /// @returns whether anything changes. Layers that are not named are visible and opaque.
    bool setLayerViews(QHash<QString, LayerView> views);
    /// @returns whether something appears or vanishes with them.
    bool setStyles(osg::State& state, QHash<FeatureRef, FeatureStyle> styles);
    void setBaseLook(osg::State& state, std::shared_ptr<const BaseLook> look);
    void releaseAll(osg::State& state);

    /// @brief One frame's work. @param uploadBytes  most to hand to the GPU. @returns what to draw. Residency is up to
    /// date with it.
    [[nodiscard]] Selection update(osg::State& state, const CameraState& camera, QSize size,
                                   double maximumScreenSpaceError, std::size_t uploadBytes,
                                   const std::optional<ShadowWish>& shadows);

    /// How many bytes on the GPU are left for tiles from now on.
    void setGpuBudget(std::size_t bytes) { m_budgets.gpuBytes = bytes; }
    [[nodiscard]] ResidentTile* resident(const TileRef& tile);
    [[nodiscard]] const std::vector<std::shared_ptr<const TileSource>>& sources() const { return m_sources; }
    [[nodiscard]] std::size_t gpuBytes() const { return m_gpuBytes; }
    [[nodiscard]] std::size_t cpuBytes() const { return m_waitingBytes + m_keptBytes; }
    /// @returns tiles decoded but not on the GPU yet: the next update() can do more.
    [[nodiscard]] bool hasWaiting() const { return !m_waiting.empty(); }
    [[nodiscard]] std::vector<Error> takeFailures() { return std::exchange(m_failures, {}); }

private:
    struct Tree {
        std::vector<TileLoad> load;
        std::vector<std::uint32_t> bytes;
        std::vector<std::uint8_t> refined;
        bool isTerrain = false; ///< known once a tile is there
    };
    TileLoad& loadOf(const TileRef& t) { return m_trees[std::size_t(t.source)].load[std::size_t(t.node)]; }
    std::uint32_t& bytesOf(const TileRef& t) { return m_trees[std::size_t(t.source)].bytes[std::size_t(t.node)]; }
    [[nodiscard]] LayerView viewOf(std::size_t source) const;
    void moveTiles(osg::State& state, const std::vector<std::int32_t>& newSourceOf);
    [[nodiscard]] Selection select(SelectionRequest request);
    void acceptResults();
    void load(const std::vector<TileWish>& wishes);
    [[nodiscard]] std::size_t typicalTileBytes() const;
    void fail(const TileRef& tile, Error error);
    bool uploadWaiting(osg::State& state, const Selection& selection, std::size_t most);
    void makeResident(osg::State& state, const TileRef& tile, const TileContent& content);
    void drop(osg::State& state, const TileRef& tile);
    void forgetUnwanted(const Selection& selection);

    Budgets m_budgets;
    std::vector<std::shared_ptr<const TileSource>> m_sources;
    std::vector<Tree> m_trees;
    std::unordered_map<std::uint64_t, ResidentTile> m_resident;
    std::unordered_map<std::uint64_t, std::shared_ptr<const TileContent>> m_waiting;
    std::vector<TileRef> m_lastRefined;
    QHash<FeatureRef, FeatureStyle> m_styles;
    std::shared_ptr<const BaseLook> m_base; ///< null: features look as they are
    QHash<QString, LayerView> m_views;
    std::vector<Error> m_failures;
    std::size_t m_gpuBytes = 0;
    std::size_t m_waitingBytes = 0;
    std::size_t m_keptBytes = 0; ///< feature ids of resident tiles, and where their triangles are
    std::size_t m_knownTiles = 0;
    std::size_t m_knownBytes = 0;
    double m_lastError = 0;
    std::uint64_t m_frame = 0;
    TileLoader m_loader; ///< last: its threads end first
};

} // namespace twin::render
