// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/FacingGroups.h"
#include "render/scene/IndexRuns.h"
#include "render/scene/TileBatches.h"

#include <osg/Drawable>
#include <osg/StateSet>
#include <osg/Texture2D>

#include <optional>
#include <span>

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
        std::vector<IndexRun> runs; ///< none of points
    };
    [[nodiscard]] const std::vector<Batch>& batches() const { return m_batches; }
    [[nodiscard]] bool hasStanding() const { return m_standingCount > 0; }
    [[nodiscard]] bool hasPoints() const;

    [[nodiscard]] std::size_t gpuBytes() const { return m_gpuBytes; }
    /// @returns what it keeps in memory to know where its triangles are.
    [[nodiscard]] std::size_t cpuBytes() const;
    /// @returns how many are drawn, of all instances; points and lines count as none.
    [[nodiscard]] int triangles() const { return m_triangles; }
    [[nodiscard]] static std::size_t gpuBytesOf(const TileContent& content);

    /// From now on leaves out groups of triangles that are seen from behind. @param eye  scene minus the tile's origin
    void showFrom(const LocalPosition& eye);
    /// From now on leaves out what lies beside a narrow frustum; batches that show nothing say so. Points are never
    /// left out. @param origin  of the tile, scene frame
    void showWithin(const Frustum& frustum, const LocalPosition& origin);
    [[nodiscard]] bool showsStanding() const { return m_standingCount > 0 && !m_ranges.empty(); }
    [[nodiscard]] bool shows(std::size_t batch) const { return !m_limits || !m_limits->batches[batch].empty(); }
    /// From now on draws everything, as a new drawable does.
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
    void makeBatches(osg::State& state, const TileContent& content, const TileLayout& layout,
                     std::span<const std::uint32_t> indices);
    void drawBatch(osg::RenderInfo& info, const TileBatch& batch, std::size_t index) const;

    void makeRuns(const TileContent& content, std::span<const std::uint32_t> indices);
    void drawIndices(GLenum mode, DrawRange range) const;
    void drawInstances(osg::GLExtensions& gl, GLenum mode, const TileBatch& batch, DrawRange instances) const;
    void placeInstances(osg::GLExtensions& gl, std::uint32_t first) const;

    /// What is left by showWithin().
    struct Limits {
        std::vector<std::vector<DrawRange>> batches; ///< indices of each
        std::vector<DrawRange> instances;
    };
    std::vector<FacingGroup> m_groups;
    std::vector<DrawRange> m_ranges;   ///< of the indices that are drawn
    std::vector<IndexRun> m_runs;      ///< of standing things
    std::vector<InstanceBall> m_balls; ///< of the instances
    std::optional<Limits> m_limits;
    std::vector<Batch> m_batches;
    std::vector<osg::ref_ptr<osg::Texture2D>> m_textures;

    unsigned m_vertexArray = 0;
    std::vector<unsigned> m_buffers;
    unsigned m_matrices = 0; ///< buffers among these, of the instances
    unsigned m_features = 0;
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
    /// @param index  among the owner's batches
    BatchDrawable(const TileDrawable& owner, const TileBatch& batch, std::size_t index)
        : m_owner(&owner), m_batch(batch), m_index(index)
    {
        setUseDisplayList(false);
        setUseVertexArrayObject(false);
        setCullingActive(false);
    }
    BatchDrawable(const BatchDrawable& other, const osg::CopyOp& op)
        : osg::Drawable(other, op), m_owner(other.m_owner), m_batch(other.m_batch), m_index(other.m_index)
    {
    }
    META_Node(twin, BatchDrawable)

        void drawImplementation(osg::RenderInfo& info) const override
    {
        if (m_owner)
            m_owner->drawBatch(info, m_batch, m_index);
    }

private:
    ~BatchDrawable() override = default;
    const TileDrawable* m_owner = nullptr; ///< holds this one
    TileBatch m_batch;
    std::size_t m_index = 0;
};

} // namespace twin::render
