// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/gl/ScenePass.h"
#include "render/scene/TileDrawable.h"
#include "render/selection/Frustum.h"

#include "model/GroundModel.h"

#include <vector>

namespace twin::render {

/// The plain ground on the GPU. Render thread only.
class Ground {
public:
    /// Replaces it; parameters as in makeGroundMesh().
    void set(osg::State& state, const GroundModel* ground, const LocalPosition& fallback);
    /// @brief Where terrain tiles cover the view, nothing below them needs to be drawn; the surroundings still do.
    void setCovered(bool covered) { m_covered = covered && !m_extent.isEmpty(); }
    /// @returns where heights are known; empty without a model, or with gaps that terrain tiles may have as well.
    [[nodiscard]] const Box& extent() const { return m_extent; }

    /// @returns the parts to draw for a view.
    [[nodiscard]] std::vector<DrawItem> items(const Frustum& frustum) const;
    [[nodiscard]] const LocalPosition& origin() const { return m_origin; }
    [[nodiscard]] std::size_t gpuBytes() const;
    void release(osg::State& state);

private:
    struct Part {
        osg::ref_ptr<TileDrawable> drawable;
        Box bounds;
    };
    Part makePart(osg::State& state, const TileContent& content) const;

    Part m_surroundings;
    std::vector<Part> m_blocks;
    LocalPosition m_origin;
    LocalPosition m_sunk; ///< how far it lies below its heights
    Box m_extent;
    bool m_covered = false;
};

} // namespace twin::render
