// SPDX-License-Identifier: GPL-3.0-or-later
#include "CityPicture.h"

#include "CityPass.h"

#include <algorithm>

#include <QOpenGLContext>
#include <QOpenGLExtraFunctions>

namespace twin::viewport {
namespace {

constexpr GLuint64 patience = 1'000'000'000; // nanoseconds between two looks at a fence

QOpenGLExtraFunctions& gl()
{
    return *QOpenGLContext::currentContext()->extraFunctions();
}

void attach(GLenum target, unsigned framebuffer, unsigned colour, unsigned depth)
{
    gl().glBindFramebuffer(target, framebuffer);
    gl().glFramebufferTexture2D(target, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour, 0);
    gl().glFramebufferTexture2D(target, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, depth, 0);
}

unsigned makeTexture(GLint internal, GLenum format, GLenum type, QSize size)
{
    unsigned texture = 0;
    gl().glGenTextures(1, &texture);
    gl().glBindTexture(GL_TEXTURE_2D, texture);
    gl().glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    gl().glTexImage2D(GL_TEXTURE_2D, 0, internal, size.width(), size.height(), 0, format, type, nullptr);
    gl().glBindTexture(GL_TEXTURE_2D, 0);
    return texture;
}

void deleteTextures(CityPicture& picture)
{
    gl().glDeleteTextures(1, &picture.colourTexture); // zero is passed over
    gl().glDeleteTextures(1, &picture.depthTexture);
    picture.colourTexture = picture.depthTexture = 0;
    picture.size = {};
}

void resize(CityPicture& picture, QSize size)
{
    if (picture.size == size)
        return;
    deleteTextures(picture);
    picture.colourTexture = makeTexture(GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE, size);
    picture.depthTexture = makeTexture(GL_DEPTH_COMPONENT32F, GL_DEPTH_COMPONENT, GL_FLOAT, size);
    picture.size = size;
}

/// Nobody may see a picture that is still being drawn.
void finish()
{
    const GLsync fence = gl().glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
    while (gl().glClientWaitSync(fence, GL_SYNC_FLUSH_COMMANDS_BIT, patience) == GL_TIMEOUT_EXPIRED) {
    }
    gl().glDeleteSync(fence);
}

/// OpenGL 1.1 alone, from whatever context is current.
template <class Pixel>
void readTexture(unsigned texture, GLenum format, GLenum type, QSize size, std::vector<Pixel>& to)
{
    GLint before = 0;
    ::glGetIntegerv(GL_TEXTURE_BINDING_2D, &before);
    to.resize(static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height()));
    ::glBindTexture(GL_TEXTURE_2D, texture);
    ::glGetTexImage(GL_TEXTURE_2D, 0, format, type, to.data());
    ::glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(before));
}

} // namespace

void CityPicture::markRead() const
{
    if (colourTexture == 0) // its pixels were copied at once
        return;
    const GLsync fence = gl().glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl().glFlush(); // another context waits for it
    if (const GLsync before = lastRead.exchange(fence))
        gl().glDeleteSync(before);
}

std::shared_ptr<PicturePool::Plate> PicturePool::freePlate()
{
    const auto isFree = [](const auto& plate) { return !plate->isHeld.load(std::memory_order_acquire); };
    auto plate = std::find_if(m_plates.begin(), m_plates.end(), isFree);
    if (plate == m_plates.end()) {
        const std::scoped_lock lock(m_mutex);
        if (m_newest.use_count() == 1) { // nobody has taken it, and nobody can before the next one replaces it
            m_newest.reset();
            m_isWithdrawn = true;
        }
        plate = std::find_if(m_plates.begin(), m_plates.end(), isFree);
    }
    if (plate == m_plates.end())
        plate = m_plates.insert(m_plates.end(), std::make_shared<Plate>());
    return *plate;
}

void PicturePool::copyTextures(const CityPass& pass, QSize size, Plate& plate)
{
    auto& f = gl();
    for (unsigned* framebuffer : {&m_source, &plate.framebuffer})
        if (*framebuffer == 0)
            f.glGenFramebuffers(1, framebuffer);
    if (const GLsync read = plate.picture.lastRead.exchange(nullptr)) {
        f.glWaitSync(read, 0, GL_TIMEOUT_IGNORED);
        f.glDeleteSync(read);
    }
    resize(plate.picture, size);
    attach(GL_READ_FRAMEBUFFER, m_source, pass.colourTexture(), pass.depthTexture());
    attach(GL_DRAW_FRAMEBUFFER, plate.framebuffer, plate.picture.colourTexture, plate.picture.depthTexture);
    f.glBlitFramebuffer(0, 0, size.width(), size.height(), 0, 0, size.width(), size.height(),
                        GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT, GL_NEAREST);
    // The pass may delete its textures at any time: nothing of ours keeps them.
    attach(GL_READ_FRAMEBUFFER, m_source, 0, 0);
    f.glBindFramebuffer(GL_FRAMEBUFFER, 0);
    finish();
}

void PicturePool::publish(const CityPass& pass, QSize size, const CameraState& camera, render::ClipRange clip,
                          Handover handover)
{
    const std::shared_ptr<Plate> plate = freePlate();
    if (handover == Handover::Textures) {
        copyTextures(pass, size, *plate);
    } else {
        readTexture(pass.colourTexture(), GL_RGBA, GL_UNSIGNED_BYTE, size, plate->picture.colour);
        readTexture(pass.depthTexture(), GL_DEPTH_COMPONENT, GL_FLOAT, size, plate->picture.depth);
        plate->picture.size = size;
    }
    plate->picture.number = ++m_published;
    plate->picture.camera = camera;
    plate->picture.clip = clip;
    plate->isHeld = true;
    std::shared_ptr<const CityPicture> picture(
        &plate->picture, [plate](const CityPicture*) { plate->isHeld.store(false, std::memory_order_release); });
    const std::scoped_lock lock(m_mutex);
    m_newest.swap(picture);
    m_isWithdrawn = false;
}

std::shared_ptr<const CityPicture> PicturePool::newest(const std::shared_ptr<const CityPicture>& shown) const
{
    const std::scoped_lock lock(m_mutex);
    return m_isWithdrawn ? shown : m_newest;
}

void PicturePool::release()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_newest.reset();
        m_isWithdrawn = false;
    }
    for (const auto& plate : m_plates) {
        if (plate->framebuffer == 0) // handed over in pixels
            continue;
        if (const GLsync read = plate->picture.lastRead.exchange(nullptr))
            gl().glDeleteSync(read);
        gl().glDeleteFramebuffers(1, &plate->framebuffer);
        deleteTextures(plate->picture);
    }
    m_plates.clear();
    if (m_source != 0)
        gl().glDeleteFramebuffers(1, &m_source);
    m_source = 0;
}

} // namespace twin::viewport
