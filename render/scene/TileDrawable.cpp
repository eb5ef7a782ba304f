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
    m_buffers.push_back(makeBuffer(gl, GL_ARRAY_BUFFER_ARB, content.instances.matrices));
    for (unsigned column = 0; column < 4; ++column) {
        gl.glVertexAttribPointer(instanceLocation + column, 4, GL_FLOAT, GL_FALSE, 16 * sizeof(float),
                                 offset(column * 4 * sizeof(float)));
        gl.glVertexAttribDivisor(instanceLocation + column, 1);
        gl.glEnableVertexAttribArray(instanceLocation + column);
    }
    if (content.instances.features.size() == content.instances.matrices.size()) {
        m_buffers.push_back(makeBuffer(gl, GL_ARRAY_BUFFER_ARB, content.instances.features));
        gl.glVertexAttribIPointer(2, 1, GL_UNSIGNED_INT, 0, nullptr);
        gl.glVertexAttribDivisor(2, 1);
    }
}

void TileDrawable::makeBatches(osg::State& state, const TileContent& content, const TileLayout& layout)
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
        m_batches.push_back({new BatchDrawable(*this, batch),
                             makeLook(batch, m_instances > 0, texture, cutOut, content.pointSizeMetres),
                             batch.primitive, batch.blended});
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
    makeBatches(state, content, layout);
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

void TileDrawable::showAll()
{
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
    m_groups.clear();
    m_ranges.clear();
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
    const std::size_t indexSize = m_indexType == GL_UNSIGNED_SHORT ? 2 : 4;
    for (const Range& range : m_ranges)
        glDrawElements(m_drawsPoints ? GL_POINTS : GL_TRIANGLES, static_cast<GLsizei>(range.count), m_indexType,
                       offset(range.first * indexSize));
    gl->glBindVertexArray(0);
}

void TileDrawable::drawBatch(osg::RenderInfo& info, const TileBatch& batch) const
{
    osg::State& state = *info.getState();
    state.unbindVertexArrayObject();
    auto* gl = state.get<osg::GLExtensions>();
    gl->glBindVertexArray(m_vertexArray);
    const auto count = static_cast<GLsizei>(batch.count);
    const std::size_t indexSize = m_indexType == GL_UNSIGNED_SHORT ? 2 : 4;
    const void* first = offset(batch.first * indexSize);
    const GLenum mode = m_drawsPoints || batch.primitive == PrimitiveKind::Points ? GL_POINTS
                        : batch.primitive == PrimitiveKind::Lines                 ? GL_LINES
                                                                                  : GL_TRIANGLES;
    if (batch.primitive == PrimitiveKind::Points && m_instances > 0)
        gl->glDrawArraysInstanced(mode, static_cast<GLint>(batch.first), count, m_instances);
    else if (batch.primitive == PrimitiveKind::Points)
        glDrawArrays(mode, static_cast<GLint>(batch.first), count);
    else if (m_instances > 0)
        gl->glDrawElementsInstanced(mode, count, m_indexType, first, m_instances);
    else
        glDrawElements(mode, count, m_indexType, first);
    gl->glBindVertexArray(0);
}

} // namespace twin::render
