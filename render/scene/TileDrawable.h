// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/FacingGroups.h"
#include "render/scene/TileBatches.h"

#include <osg/Drawable>
#include <osg/StateSet>
#include <osg/Texture2D>

namespace twin::render {

class BatchDrawable;

/// The geometry of one tile on the GPU: one interleaved vertex buffer, one index buffer, one vertex array. Vertices are
/// relative to the tile's origin, which DrawItem carries in double. As a drawable it draws the plain triangles of
/// standing things; everything else are batches. Render thread only.
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

    /// What needs more than the plain way of drawing.
    struct Batch {
        osg::ref_ptr<BatchDrawable> drawable;
        osg::ref_ptr<osg::StateSet> look; ///< defines, picture, sides
        PrimitiveKind primitive = PrimitiveKind::Triangles;
        bool blended = false;
    };
    [[nodiscard]] const std::vector<Batch>& batches() const { return m_batches; }
    [[nodiscard]] bool hasStanding() const { return m_standingCount > 0; }
    [[nodiscard]] bool hasPoints() const;

    [[nodiscard]] std::size_t gpuBytes() const { return m_gpuBytes; }
    /// @returns how many are drawn, of all instances; points and lines count as none.
    [[nodiscard]] int triangles() const { return m_triangles; }
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
    friend class BatchDrawable;
    ~TileDrawable() override = default;
    void configure();
    void uploadIndices(osg::GLExtensions& gl, const std::vector<std::uint32_t>& indices, std::size_t vertices);
    void describeVertices(osg::GLExtensions& gl, const TileContent& content);
    void makeBatches(osg::State& state, const TileContent& content, const TileLayout& layout);
    void drawBatch(osg::RenderInfo& info, const TileBatch& batch) const;

    struct Range {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    std::vector<FacingGroup> m_groups;
    std::vector<Range> m_ranges; ///< of the indices that are drawn
    std::vector<Batch> m_batches;
    std::vector<osg::ref_ptr<osg::Texture2D>> m_textures;

    unsigned m_vertexArray = 0;
    std::vector<unsigned> m_buffers;
    int m_standingCount = 0; ///< indices; the batches' follow
    int m_instances = 0;     ///< 0: drawn once
    int m_triangles = 0;
    bool m_drawsPoints = false;
    GLenum m_indexType = GL_UNSIGNED_INT;
    std::size_t m_gpuBytes = 0;
    osg::BoundingBox m_box;
};

/// One batch of a tile as something to draw.
class BatchDrawable final : public osg::Drawable {
public:
    BatchDrawable() = default;
    BatchDrawable(const TileDrawable& owner, const TileBatch& batch) : m_owner(&owner), m_batch(batch)
    {
        setUseDisplayList(false);
        setUseVertexArrayObject(false);
        setCullingActive(false);
    }
    BatchDrawable(const BatchDrawable& other, const osg::CopyOp& op)
        : osg::Drawable(other, op), m_owner(other.m_owner), m_batch(other.m_batch)
    {
    }
    META_Node(twin, BatchDrawable)

        void drawImplementation(osg::RenderInfo& info) const override
    {
        if (m_owner)
            m_owner->drawBatch(info, m_batch);
    }

private:
    ~BatchDrawable() override = default;
    const TileDrawable* m_owner = nullptr; ///< holds this one
    TileBatch m_batch;
};

} // namespace twin::render
