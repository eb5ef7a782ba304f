// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/drape/DrapePainter.h"
#include "render/gl/ScenePass.h"

#include <map>
#include <set>

#include <osg/Texture2D>
#include <osg/Texture2DArray>

namespace twin::render {

/// Pictures on the ground, as sharp as the view needs: a pool of equal patches on the GPU and a table that says, in
/// rings around the eye, which of them shows a place (a clipmap whose cells may be of any coarser level). Whatever
/// carries ground looks the colour up by its position, so tiles need neither textures nor coordinates of their own. Old
/// patches stay until their successors are there. Render thread only.
class DrapeStore {
public:
    /// @param patchReady  called from workers
    DrapeStore(std::size_t byteBudget, bool anisotropic, DrapePainter::Finished patchReady);

    void setDrapes(std::vector<DrapeLayer> drapes);
    /// @returns whether these are the drapes it has, as far as they show.
    [[nodiscard]] bool has(std::vector<DrapeLayer> drapes) const;
    /// @returns whether anything is draped.
    [[nodiscard]] bool isActive() const { return !m_drapes->layers.empty(); }

    struct Progress {
        int missing = 0;      ///< wanted patches that are not there in their newest form
        bool changed = false; ///< the picture is another one than after the last update
    };
    /// @brief One frame's work. @param request  extents, mostPatches and anisotropic are filled in here
    Progress update(osg::State& state, DrapeRequest request, std::size_t uploadBytes);
    /// Sets define, textures and uniforms of a pass that includes drape.glsl.
    void apply(ScenePass& pass, const LocalPosition& eye) const;

    [[nodiscard]] std::size_t gpuBytes() const;
    [[nodiscard]] std::size_t cpuBytes() const;
    [[nodiscard]] std::vector<Error> takeFailures();
    /// Frees everything. Context must be current.
    void release(osg::State& state);

private:
    static constexpr int noSlot = -1;
    struct Resident {
        int slot = noSlot; ///< noSlot: nothing to show there
        std::uint64_t revision = 0;
        std::uint64_t lastUsed = 0;
    };
    void ensurePool(osg::State& state, QSize size);
    void report(std::vector<Error>& errors);
    void forgetStale(const std::set<DrapePatch>& wanted);
    bool accept(osg::State& state, std::size_t uploadBytes, const std::set<DrapePatch>& wanted);
    [[nodiscard]] int freeSlot(const std::set<DrapePatch>& wanted);
    void upload(osg::State& state, int slot, const std::vector<std::uint8_t>& pixels) const;
    void writeTable(const LocalPosition& eye);

    std::size_t m_byteBudget;
    bool m_anisotropic;
    std::shared_ptr<const DrapeSet> m_drapes = std::make_shared<DrapeSet>();
    std::vector<GroundRectangle> m_extents;
    std::map<DrapePatch, Resident> m_resident;
    std::vector<int> m_freeSlots;
    int m_slots = 0;
    osg::ref_ptr<osg::Texture2DArray> m_pool;
    osg::ref_ptr<osg::Texture2D> m_table;
    LocalPosition m_anchor; ///< south-west corner of the finest cell that the eye is in when the table was written
    std::array<osg::Vec2, drapeLevels> m_ringOrigins;
    std::vector<PaintedPatch> m_arrived; ///< not uploaded yet
    std::set<QString> m_reported;
    std::vector<Error> m_failures;
    std::uint64_t m_frame = 0;
    bool m_tableStale = true;
    DrapePainter m_painter; ///< last: its threads end first
};

} // namespace twin::render
