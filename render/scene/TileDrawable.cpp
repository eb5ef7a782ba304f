// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/TileDrawable.h"

#include <osg/GLExtensions>
#include <osg/State>

#include <cstddef>

namespace twin::render {

namespace {

constexpr std::size_t shortIndexLimit = 65536;

const void* offset(std::size_t bytes)
{
    return reinterpret_cast<const void*>(bytes);
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
    return content.vertices.size() * sizeof(TileVertex) + content.indices.size() * indexSize;
}

void TileDrawable::upload(osg::State& state, const TileContent& content)
{
    release(state);
    auto* gl = state.get<osg::GLExtensions>();
    gl->glGenVertexArrays(1, &m_vertexArray);
    gl->glBindVertexArray(m_vertexArray);
    gl->glGenBuffers(1, &m_vertexBuffer);
    gl->glBindBuffer(GL_ARRAY_BUFFER_ARB, m_vertexBuffer);
    gl->glBufferData(GL_ARRAY_BUFFER_ARB, static_cast<GLsizeiptr>(content.vertices.size() * sizeof(TileVertex)),
                     content.vertices.data(), GL_STATIC_DRAW_ARB);
    gl->glGenBuffers(1, &m_indexBuffer);
    gl->glBindBuffer(GL_ELEMENT_ARRAY_BUFFER_ARB, m_indexBuffer);
    FacingOrder order = orderByFacing(content);
    m_groups = std::move(order.groups);
    m_indexCount = static_cast<int>(order.indices.size());
    if (content.vertices.size() <= shortIndexLimit) {
        const std::vector<std::uint16_t> shortIndices(order.indices.begin(), order.indices.end());
        m_indexType = GL_UNSIGNED_SHORT;
        gl->glBufferData(GL_ELEMENT_ARRAY_BUFFER_ARB, static_cast<GLsizeiptr>(shortIndices.size() * 2),
                         shortIndices.data(), GL_STATIC_DRAW_ARB);
    } else {
        m_indexType = GL_UNSIGNED_INT;
        gl->glBufferData(GL_ELEMENT_ARRAY_BUFFER_ARB, static_cast<GLsizeiptr>(order.indices.size() * 4),
                         order.indices.data(), GL_STATIC_DRAW_ARB);
    }
    constexpr GLsizei stride = sizeof(TileVertex);
    gl->glVertexAttribPointer(0, 3, GL_FLOAT, GL_FALSE, stride, offset(offsetof(TileVertex, x)));
    gl->glVertexAttribPointer(1, 4, GL_BYTE, GL_FALSE, stride, offset(offsetof(TileVertex, nx)));
    gl->glVertexAttribIPointer(2, 1, GL_UNSIGNED_INT, stride, offset(offsetof(TileVertex, feature)));
    gl->glVertexAttribPointer(3, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride, offset(offsetof(TileVertex, colour)));
    for (unsigned location = 0; location < 4; ++location)
        gl->glEnableVertexAttribArray(location);
    gl->glBindVertexArray(0);
    gl->glBindBuffer(GL_ARRAY_BUFFER_ARB, 0);
    m_gpuBytes = gpuBytesOf(content);
    m_box = osg::BoundingBox();
    for (const TileVertex& v : content.vertices)
        m_box.expandBy(v.x, v.y, v.z);
    dirtyBound();
    showAll();
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
    m_ranges.assign(1, {0, static_cast<std::uint32_t>(m_indexCount)});
}

void TileDrawable::release(osg::State& state)
{
    if (m_vertexArray == 0)
        return;
    auto* gl = state.get<osg::GLExtensions>();
    gl->glDeleteVertexArrays(1, &m_vertexArray);
    gl->glDeleteBuffers(1, &m_vertexBuffer);
    gl->glDeleteBuffers(1, &m_indexBuffer);
    m_vertexArray = m_vertexBuffer = m_indexBuffer = 0;
    m_indexCount = 0;
    m_groups.clear();
    m_ranges.clear();
    m_gpuBytes = 0;
}

void TileDrawable::drawImplementation(osg::RenderInfo& info) const
{
    if (m_indexCount == 0)
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

} // namespace twin::render
