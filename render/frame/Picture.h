// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/frame/CityPasses.h"
#include "render/frame/FinishPasses.h"
#include "render/frame/ShadowMap.h"
#include "render/selection/TileSelection.h"

#include <span>
#include <vector>

namespace twin::render {

struct ResidentTile;

/// The picture of a region, which grows finer draw by draw, so that no single draw takes long: first as while moving,
/// then shadow map and occlusion, then one sample of the Still picture after the other. What stands for longest is
/// never made twice: highlighting leaves shadow map and occlusion as they are. Render thread only.
class Picture {
public:
    /// @param multisamples  0: none
    Picture(OsgContext& context, int multisamples);

    struct Scene {
        std::span<ResidentTile* const> tiles;   ///< to draw, near to far
        std::span<ResidentTile* const> casters; ///< these, and what throws shadows from outside the view
        std::span<const TileRef> refs;          ///< names of `tiles`
        const DividedDrapes* drapes = nullptr;  ///< what lies on the ground
        bool whole = false;                     ///< nothing is missing: worth refining
        double heightAboveGround = 0;           ///< of the eye, metres
    };
    /// @brief Draws the next step. @returns whether the picture is final.
    bool draw(const FrameRequest& request, const ViewState& view, const Scene& scene);

    /// @returns whether the last draw() made something to show, not only prepared it.
    [[nodiscard]] bool isNew() const { return m_isNew; }

    /// Highlights or tints changed: the next draw makes the samples anew.
    void repaint() { m_changed = true; }
    /// Forms changed: everything is made anew.
    void remake();

    [[nodiscard]] CityPasses& passes() { return m_passes; }
    [[nodiscard]] const RenderTarget& colour() const { return m_finished ? m_finish.target() : m_passes.target(); }
    [[nodiscard]] const RenderTarget& depth() const { return m_passes.target(); }
    void release();

private:
    /// How far the picture of the request is.
    enum class Stage { None, Quick, Prepared, Refining };

    /// @param prepared  the last draw showed nothing new, this one must
    bool refine(const ViewState& view, const Scene& scene, bool prepared);
    void drawQuick(const ViewState& view, const Scene& scene);
    void drawSample(const ViewState& view, const Scene& scene);

    CityPasses m_passes;
    ShadowMap m_shadows;
    FinishPasses m_finish;
    FrameRequest m_request;
    std::vector<TileRef> m_refs;
    Stage m_stage = Stage::None;
    int m_samples = 0; ///< taken of the Still picture
    bool m_changed = true;
    bool m_formsChanged = true;
    bool m_occluded = false; ///< the occlusion belongs to this view
    bool m_isNew = false;    ///< colour() is from the last draw
    bool m_finished = false; ///< the picture went through the finishing passes
};

} // namespace twin::render
