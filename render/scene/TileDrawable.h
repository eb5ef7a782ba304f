// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/FacingGroups.h"

#include <osg/Drawable>

namespace twin::render {

/// The triangles of one tile on the GPU: one interleaved vertex buffer, one index buffer, one vertex array. Vertices
/// are relative to the tile's origin; a MatrixTransform above carries the origin in double. Render thread only.
class TileDrawable final : public osg::Drawable {
public:
    /// Takes a copy of nothing: `content` is read by upload() only.
    TileDrawable() { configure(); }
    TileDrawable(const TileDrawable& other, const osg::CopyOp& op) : osg::Drawable(other, op) { configure(); }
    META_Node(twin, TileDrawable)

        /// Makes the GL objects. Context must be current.
        void upload(osg::State& state, const TileContent& content);
    /// Deletes them. Context must be current.
    void release(osg::State& state);

    [[nodiscard]] std::size_t gpuBytes() const { return m_gpuBytes; }
    [[nodiscard]] int triangles() const { return m_indexCount / 3; }
    [[nodiscard]] static std::size_t gpuBytesOf(const TileContent& content);

    /// From now on leaves out groups of triangles that are seen from behind. @param eye  scene minus the tile's origin
    void showFrom(const LocalPosition& eye);
    /// From now on draws every triangle, as a new drawable does.
    void showAll();
    /// Draws the corners instead of the triangles until switched back.
    void setDrawsPoints(bool on) { m_drawsPoints = on; }
    void drawImplementation(osg::RenderInfo& info) const override;
    osg::BoundingBox computeBoundingBox() const override { return m_box; }

private:
    ~TileDrawable() override = default;
    void configure();

    struct Range {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    std::vector<FacingGroup> m_groups;
    std::vector<Range> m_ranges; ///< of the indices that are drawn

    unsigned m_vertexArray = 0;
    unsigned m_vertexBuffer = 0;
    unsigned m_indexBuffer = 0;
    int m_indexCount = 0;
    bool m_drawsPoints = false;
    GLenum m_indexType = GL_UNSIGNED_INT;
    std::size_t m_gpuBytes = 0;
    osg::BoundingBox m_box;
};

} // namespace twin::render
