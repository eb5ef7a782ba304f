// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/gl/RenderTarget.h"

#include "model/Logging.h"

#include <osg/FrameBufferObject>
#include <osg/GLExtensions>
#include <osg/GLObjects>

#include <algorithm>

namespace twin::render {

namespace {

struct FormatRow {
    GLint internal;
    GLenum format;
    GLenum type;
    std::size_t bytes;
};

FormatRow rowOf(PixelFormat format)
{
    switch (format) {
    case PixelFormat::Rgba8:
        return {GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE, 4};
    case PixelFormat::Rg8:
        return {GL_RG8, GL_RG, GL_UNSIGNED_BYTE, 2};
    case PixelFormat::R8:
        return {GL_R8, GL_RED, GL_UNSIGNED_BYTE, 1};
    case PixelFormat::R32F:
        return {GL_R32F, GL_RED, GL_FLOAT, 4};
    case PixelFormat::Rg16F:
        return {GL_RG16F, GL_RG, GL_FLOAT, 4};
    case PixelFormat::Rgba16F:
        return {GL_RGBA16F_ARB, GL_RGBA, GL_FLOAT, 8};
    case PixelFormat::Rgba32F:
        return {GL_RGBA32F_ARB, GL_RGBA, GL_FLOAT, 16};
    case PixelFormat::Depth32F:
    case PixelFormat::Shadow32F:
        break;
    }
    return {GL_DEPTH_COMPONENT32F, GL_DEPTH_COMPONENT, GL_FLOAT, 4};
}

bool isFiltered(PixelFormat format)
{
    return format != PixelFormat::Rgba32F && format != PixelFormat::R32F && format != PixelFormat::Depth32F;
}

bool isDepth(PixelFormat format)
{
    return format == PixelFormat::Depth32F || format == PixelFormat::Shadow32F;
}

osg::ref_ptr<osg::Texture2D> makeTexture(PixelFormat format, QSize size)
{
    const FormatRow row = rowOf(format);
    osg::ref_ptr<osg::Texture2D> texture = new osg::Texture2D;
    texture->setTextureSize(size.width(), size.height());
    texture->setInternalFormat(row.internal);
    texture->setSourceFormat(row.format);
    texture->setSourceType(row.type);
    const auto filter = isFiltered(format) ? osg::Texture::LINEAR : osg::Texture::NEAREST;
    texture->setFilter(osg::Texture::MIN_FILTER, filter);
    texture->setFilter(osg::Texture::MAG_FILTER, filter);
    texture->setWrap(osg::Texture::WRAP_S, osg::Texture::CLAMP_TO_EDGE);
    texture->setWrap(osg::Texture::WRAP_T, osg::Texture::CLAMP_TO_EDGE);
    texture->setResizeNonPowerOfTwoHint(false);
    return texture;
}

} // namespace

void RenderTarget::resize(osg::State& state, QSize size)
{
    if (size == m_size && m_framebuffer != 0)
        return;
    release(state);
    m_size = size;
    auto& gl = *state.get<osg::GLExtensions>();
    gl.glGenFramebuffers(1, &m_framebuffer);
    gl.glBindFramebuffer(GL_FRAMEBUFFER_EXT, m_framebuffer);
    GLenum colour = GL_COLOR_ATTACHMENT0_EXT;
    for (const PixelFormat format : m_formats) {
        const GLenum place = isDepth(format) ? GL_DEPTH_ATTACHMENT_EXT : colour++;
        if (m_samples > 0) {
            unsigned& buffer = m_renderbuffers.emplace_back(0);
            gl.glGenRenderbuffers(1, &buffer);
            gl.glBindRenderbuffer(GL_RENDERBUFFER_EXT, buffer);
            gl.glRenderbufferStorageMultisample(GL_RENDERBUFFER_EXT, m_samples,
                                                static_cast<GLenum>(rowOf(format).internal), size.width(),
                                                size.height());
            gl.glFramebufferRenderbuffer(GL_FRAMEBUFFER_EXT, place, GL_RENDERBUFFER_EXT, buffer);
            continue;
        }
        m_textures.push_back(makeTexture(format, size));
        m_textures.back()->apply(state);
        if (format == PixelFormat::Shadow32F) { // OSG looks for an extension that a core profile no longer names
            glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_MODE, GL_COMPARE_REF_TO_TEXTURE);
            glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_FUNC, GL_LEQUAL);
        }
        gl.glFramebufferTexture2D(GL_FRAMEBUFFER_EXT, place, GL_TEXTURE_2D, textureName(state, m_textures.size() - 1),
                                  0);
    }
    state.dirtyAllAttributes(); // the textures were bound behind its back
    const bool hasColour = colour != GL_COLOR_ATTACHMENT0_EXT;
    glDrawBuffer(hasColour ? GL_COLOR_ATTACHMENT0_EXT : GL_NONE);
    glReadBuffer(hasColour ? GL_COLOR_ATTACHMENT0_EXT : GL_NONE);
    if (gl.glCheckFramebufferStatus(GL_FRAMEBUFFER_EXT) != GL_FRAMEBUFFER_COMPLETE_EXT)
        qCWarning(log::render) << "framebuffer incomplete, size" << size << "samples" << m_samples;
}

void RenderTarget::bind(osg::State& state) const
{
    state.get<osg::GLExtensions>()->glBindFramebuffer(GL_FRAMEBUFFER_EXT, m_framebuffer);
    glViewport(0, 0, m_size.width(), m_size.height());
}

void RenderTarget::resolveInto(osg::State& state, const RenderTarget& other) const
{
    auto& gl = *state.get<osg::GLExtensions>();
    gl.glBindFramebuffer(GL_READ_FRAMEBUFFER_EXT, m_framebuffer);
    gl.glBindFramebuffer(GL_DRAW_FRAMEBUFFER_EXT, other.m_framebuffer);
    const int w = m_size.width();
    const int h = m_size.height();
    gl.glBlitFramebuffer(0, 0, w, h, 0, 0, w, h, GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT, GL_NEAREST);
}

void RenderTarget::release(osg::State& state)
{
    auto& gl = *state.get<osg::GLExtensions>();
    if (m_framebuffer != 0)
        gl.glDeleteFramebuffers(1, &m_framebuffer);
    m_framebuffer = 0;
    if (!m_renderbuffers.empty())
        gl.glDeleteRenderbuffers(static_cast<GLsizei>(m_renderbuffers.size()), m_renderbuffers.data());
    m_renderbuffers.clear();
    for (const auto& texture : m_textures)
        texture->releaseGLObjects(&state);
    m_textures.clear();
    m_size = {};
    osg::flushAllDeletedGLObjects(state.getContextID());
}

unsigned RenderTarget::textureName(osg::State& state, std::size_t attachment) const
{
    if (attachment >= m_textures.size())
        return 0;
    const auto* object = m_textures[attachment]->getTextureObject(state.getContextID());
    return object ? object->id() : 0;
}

std::size_t RenderTarget::byteSize() const
{
    std::size_t bytes = 0;
    for (const PixelFormat format : m_formats)
        bytes += rowOf(format).bytes;
    return bytes * static_cast<std::size_t>(std::max(m_samples, 1)) * static_cast<std::size_t>(m_size.width()) *
           static_cast<std::size_t>(m_size.height());
}

} // namespace twin::render
