// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/TileDrawable.h"

#include "render/scene/TileLook.h"

#include <osg/GLExtensions>
#include <osg/State>

#include <algorithm>
#include <cstddef>

namespace twin::render {

namespace {

constexpr std::size_t shortIndexLimit = 65536;
constexpr unsigned instanceLocation = 4; ///< four columns
constexpr unsigned textureCoordinateLocation = 8;
constexpr float highestLift = 25; ///< metres by which place.glsl may raise what lies on the ground

/// OpenGL takes places in buffers as pointers.
const void* offset(std::size_t bytes)
{
    return reinterpret_cast<const void*>(bytes); // NOLINT(performance-no-int-to-ptr)
}

template <class Element> unsigned makeBuffer(osg::GLExtensions& gl, GLenum target, const std::vector<Element>& elements)
{
    unsigned buffer = 0;
    gl.glGenBuffers(1, &buffer);
    gl.glBindBuffer(target, buffer);
    gl.glBufferData(target, static_cast<GLsizeiptr>(elements.size() * sizeof(Element)), elements.data(),
                    GL_STATIC_DRAW_ARB);
    return buffer;
}

} // namespace

void TileDrawable::configure()
{
    setUseDisplayList(false);
    setUseVertexBufferObjects(true);
    setUseVertexArrayObject(false); // has its own
    setCullingActive(false);
    setDataVariance(STATIC);
}

std::size_t TileDrawable::gpuBytesOf(const TileContent& content)
{
    const std::size_t indexSize = content.vertices.size() <= shortIndexLimit ? 2 : 4;
    std::size_t bytes =
        content.vertices.size() * sizeof(TileVertex) + content.indices.size() * indexSize +
        content.textureCoordinates.size() * sizeof(content.textureCoordinates[0]) +
        content.instances.matrices.size() * (sizeof(content.instances.matrices[0]) + sizeof(std::uint32_t));
    for (const auto& image : content.images)
        bytes += image ? image->pixels.size() * 4 / 3 : 0;
    return bytes;
}

void TileDrawable::uploadIndices(osg::GLExtensions& gl, const std::vector<std::uint32_t>& indices, std::size_t vertices)
{
    if (vertices <= shortIndexLimit) {
        const std::vector<std::uint16_t> shortIndices(indices.begin(), indices.end());
        m_indexType = GL_UNSIGNED_SHORT;
        m_buffers.push_back(makeBuffer(gl, GL_ELEMENT_ARRAY_BUFFER_ARB, shortIndices));
    } else {
        m_indexType = GL_UNSIGNED_INT;
        m_buffers.push_back(makeBuffer(gl, GL_ELEMENT_ARRAY_BUFFER_ARB, indices));
    }
}

void TileDrawable::describeVertices(osg::GLExtensions& gl, const TileContent& content)
{
    m_buffers.push_back(makeBuffer(gl, GL_ARRAY_BUFFER_ARB, content.vertices));
    constexpr GLsizei stride = sizeof(TileVertex);
    gl.glVertexAttribPointer(0, 3, GL_FLOAT, GL_FALSE, stride, offset(offsetof(TileVertex, x)));
    gl.glVertexAttribPointer(1, 4, GL_BYTE, GL_FALSE, stride, offset(offsetof(TileVertex, nx)));
    gl.glVertexAttribIPointer(2, 1, GL_UNSIGNED_INT, stride, offset(offsetof(TileVertex, feature)));
    gl.glVertexAttribPointer(3, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride, offset(offsetof(TileVertex, colour)));
    for (unsigned location = 0; location < 4; ++location)
        gl.glEnableVertexAttribArray(location);
    if (content.textureCoordinates.size() == content.vertices.size() && !content.vertices.empty()) {
        m_buffers.push_back(makeBuffer(gl, GL_ARRAY_BUFFER_ARB, content.textureCoordinates));
        gl.glVertexAttribPointer(textureCoordinateLocation, 2, GL_FLOAT, GL_FALSE, 0, nullptr);
        gl.glEnableVertexAttribArray(textureCoordinateLocation);
    }
    if (m_instances == 0)
        return;
    m_buffers.push_back(m_matrices = makeBuffer(gl, GL_ARRAY_BUFFER_ARB, content.instances.matrices));
    for (unsigned column = 0; column < 4; ++column) {
        gl.glVertexAttribDivisor(instanceLocation + column, 1);
        gl.glEnableVertexAttribArray(instanceLocation + column);
    }
    if (content.instances.features.size() == content.instances.matrices.size()) {
        m_buffers.push_back(m_features = makeBuffer(gl, GL_ARRAY_BUFFER_ARB, content.instances.features));
        gl.glVertexAttribDivisor(2, 1);
    }
    placeInstances(gl, 0);
}

/// OpenGL 3.3 draws instances from the first one in the arrays, so the arrays begin where the first one is.
void TileDrawable::placeInstances(osg::GLExtensions& gl, std::uint32_t first) const
{
    constexpr std::size_t matrix = 16 * sizeof(float);
    gl.glBindBuffer(GL_ARRAY_BUFFER_ARB, m_matrices);
    for (unsigned column = 0; column < 4; ++column)
        gl.glVertexAttribPointer(instanceLocation + column, 4, GL_FLOAT, GL_FALSE, matrix,
                                 offset(first * matrix + column * 4 * sizeof(float)));
    if (m_features != 0) {
        gl.glBindBuffer(GL_ARRAY_BUFFER_ARB, m_features);
        gl.glVertexAttribIPointer(2, 1, GL_UNSIGNED_INT, 0, offset(first * sizeof(std::uint32_t)));
    }
    gl.glBindBuffer(GL_ARRAY_BUFFER_ARB, 0);
}

void TileDrawable::makeRuns(const TileContent& content, std::span<const std::uint32_t> indices)
{
    m_runs = runsOf(content.vertices, indices, {0, static_cast<std::uint32_t>(m_standingCount)}, 3, 0);
    m_balls = ballsOf(content);
}

void TileDrawable::makeBatches(osg::State& state, const TileContent& content, const TileLayout& layout,
                               std::span<const std::uint32_t> indices)
{
    m_textures.resize(content.images.size());
    for (TileBatch batch : layout.batches) {
        osg::Texture2D* texture = nullptr;
        if (batch.image >= 0) {
            const auto at = static_cast<std::size_t>(batch.image);
            if (!m_textures[at])
                m_textures[at] = makeTexture(state, *content.images[at]);
            texture = m_textures[at];
        }
        if (batch.primitive == PrimitiveKind::Triangles)
            m_triangles += static_cast<int>(batch.count) / 3 * std::max(m_instances, 1);
        if (batch.primitive != PrimitiveKind::Points)
            batch.first += static_cast<std::uint32_t>(m_standingCount);
        const bool cutOut =
            texture && !batch.blended && hasHoles(*content.images[static_cast<std::size_t>(batch.image)]);
        std::vector<IndexRun> runs;
        if (batch.primitive != PrimitiveKind::Points)
            runs = runsOf(content.vertices, indices, {batch.first, batch.count},
                          batch.primitive == PrimitiveKind::Lines ? 2 : 3,
                          batch.surface == TileBatch::Surface::Plain ? 0 : highestLift);
        m_batches.push_back({new BatchDrawable(*this, batch, m_batches.size()),
                             makeLook(batch, m_instances > 0, texture, cutOut, content.pointSizeMetres),
                             batch.primitive, batch.blended, std::move(runs)});
    }
}

void TileDrawable::upload(osg::State& state, const TileContent& content)
{
    release(state);
    TileLayout layout = layOut(content);
    FacingOrder order = orderByFacing(content, layout.standing);
    m_groups = std::move(order.groups);
    m_standingCount = static_cast<int>(order.indices.size());
    m_triangles = m_standingCount / 3;
    m_instances = static_cast<int>(content.instances.matrices.size());
    order.indices.insert(order.indices.end(), layout.others.begin(), layout.others.end());

    auto& gl = *state.get<osg::GLExtensions>();
    gl.glGenVertexArrays(1, &m_vertexArray);
    gl.glBindVertexArray(m_vertexArray);
    describeVertices(gl, content);
    uploadIndices(gl, order.indices, content.vertices.size());
    gl.glBindVertexArray(0);
    gl.glBindBuffer(GL_ARRAY_BUFFER_ARB, 0);
    makeRuns(content, order.indices);
    makeBatches(state, content, layout, order.indices);
    m_gpuBytes = gpuBytesOf(content);
    m_box = osg::BoundingBox();
    for (const TileVertex& v : content.vertices)
        m_box.expandBy(v.x, v.y, v.z);
    dirtyBound();
    showAll();
}

bool TileDrawable::hasPoints() const
{
    return std::any_of(m_batches.begin(), m_batches.end(),
                       [](const Batch& batch) { return batch.primitive == PrimitiveKind::Points; });
}

std::size_t TileDrawable::cpuBytes() const
{
    std::size_t runs = m_runs.size();
    for (const Batch& batch : m_batches)
        runs += batch.runs.size();
    return runs * sizeof(IndexRun) + m_balls.size() * sizeof(InstanceBall);
}

void TileDrawable::showFrom(const LocalPosition& eye)
{
    m_ranges.clear();
    for (const FacingGroup& group : m_groups) {
        if (group.isAverted({eye.x, eye.y, eye.z}))
            continue;
        if (!m_ranges.empty() && m_ranges.back().first + m_ranges.back().count == group.first)
            m_ranges.back().count += group.count;
        else
            m_ranges.push_back({group.first, group.count});
    }
}

void TileDrawable::showWithin(const Frustum& frustum, const LocalPosition& origin)
{
    m_ranges = within(frustum, origin, m_runs);
    Limits& limits = m_limits.emplace();
    limits.instances = within(frustum, origin, m_balls);
    for (const Batch& batch : m_batches) {
        if (batch.primitive == PrimitiveKind::Points)
            limits.batches.push_back({{0, 1}});
        else if (m_instances > 0) // all of it, wherever an instance is
            limits.batches.push_back(limits.instances);
        else
            limits.batches.push_back(within(frustum, origin, batch.runs));
    }
}

void TileDrawable::showAll()
{
    m_limits.reset();
    m_ranges.assign(1, {0, static_cast<std::uint32_t>(m_standingCount)});
}

void TileDrawable::release(osg::State& state)
{
    if (m_vertexArray == 0)
        return;
    auto* gl = state.get<osg::GLExtensions>();
    gl->glDeleteVertexArrays(1, &m_vertexArray);
    gl->glDeleteBuffers(static_cast<GLsizei>(m_buffers.size()), m_buffers.data());
    for (const auto& texture : m_textures) {
        if (texture)
            texture->releaseGLObjects(&state);
    }
    m_vertexArray = 0;
    m_buffers.clear();
    m_textures.clear();
    m_batches.clear();
    m_standingCount = m_instances = m_triangles = 0;
    m_matrices = m_features = 0;
    m_groups.clear();
    m_ranges.clear();
    m_runs.clear();
    m_balls.clear();
    m_limits.reset();
    m_gpuBytes = 0;
}

void TileDrawable::drawImplementation(osg::RenderInfo& info) const
{
    if (m_standingCount == 0)
        return;
    osg::State& state = *info.getState();
    state.unbindVertexArrayObject();
    auto* gl = state.get<osg::GLExtensions>();
    gl->glBindVertexArray(m_vertexArray);
    for (const DrawRange& range : m_ranges)
        drawIndices(m_drawsPoints ? GL_POINTS : GL_TRIANGLES, range);
    gl->glBindVertexArray(0);
}

void TileDrawable::drawIndices(GLenum mode, DrawRange range) const
{
    const std::size_t indexSize = m_indexType == GL_UNSIGNED_SHORT ? 2 : 4;
    glDrawElements(mode, static_cast<GLsizei>(range.count), m_indexType, offset(range.first * indexSize));
}

void TileDrawable::drawInstances(osg::GLExtensions& gl, GLenum mode, const TileBatch& batch, DrawRange instances) const
{
    const std::size_t indexSize = m_indexType == GL_UNSIGNED_SHORT ? 2 : 4;
    gl.glDrawElementsInstanced(mode, static_cast<GLsizei>(batch.count), m_indexType, offset(batch.first * indexSize),
                               static_cast<GLsizei>(instances.count));
}

void TileDrawable::drawBatch(osg::RenderInfo& info, const TileBatch& batch, std::size_t index) const
{
    osg::State& state = *info.getState();
    state.unbindVertexArrayObject();
    auto* gl = state.get<osg::GLExtensions>();
    gl->glBindVertexArray(m_vertexArray);
    const auto count = static_cast<GLsizei>(batch.count);
    const GLenum mode = m_drawsPoints || batch.primitive == PrimitiveKind::Points ? GL_POINTS
                        : batch.primitive == PrimitiveKind::Lines                 ? GL_LINES
                                                                                  : GL_TRIANGLES;
    if (batch.primitive == PrimitiveKind::Points && m_instances > 0) {
        gl->glDrawArraysInstanced(mode, static_cast<GLint>(batch.first), count, m_instances);
    } else if (batch.primitive == PrimitiveKind::Points) {
        glDrawArrays(mode, static_cast<GLint>(batch.first), count);
    } else if (m_instances > 0 && m_limits) {
        for (const DrawRange& instances : m_limits->instances) {
            placeInstances(*gl, instances.first);
            drawInstances(*gl, mode, batch, instances);
        }
        placeInstances(*gl, 0);
    } else if (m_instances > 0) {
        drawInstances(*gl, mode, batch, {0, static_cast<std::uint32_t>(m_instances)});
    } else if (m_limits) {
        for (const DrawRange& range : m_limits->batches[index])
            drawIndices(mode, range);
    } else {
        drawIndices(mode, {batch.first, batch.count});
    }
    gl->glBindVertexArray(0);
}

} // namespace twin::render
