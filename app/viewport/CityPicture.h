// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CameraState.h"
#include "render/Projection.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include <qopengl.h>
#include <QSize>

namespace twin::viewport {

class CityPass;

/// How a picture gets from the context that draws it to the one that shows it.
enum class Handover {
    Textures, ///< of the share group
    Pixels,   ///< in memory: the contexts know nothing of each other
};

/// A finished picture of the city. Every context of the share group may read its textures for as long as somebody holds
/// it.
struct CityPicture {
    unsigned colourTexture = 0;        ///< RGBA8, sRGB-encoded; 0 where it is handed over in pixels
    unsigned depthTexture = 0;         ///< 32F, window depth; as well
    std::vector<std::uint32_t> colour; ///< the same in pixels, rows from below; else empty
    std::vector<float> depth;
    quint64 number = 0;     ///< each published picture has another one
    QSize size;             ///< pixels
    CameraState camera;     ///< it was drawn with
    render::ClipRange clip; ///< of its depth

    /// Who has read it says so before letting it go: what was asked of OpenGL until then is done before the textures
    /// are used again. Reader's context current.
    void markRead() const;
    mutable std::atomic<GLsync> lastRead = nullptr;
};

/// Pictures on their way from the thread that draws the city to the one that shows it. One is shown, one is the newest;
/// the next is made where neither is.
class PicturePool {
public:
    /// Copies what a pass has drawn, waits until that is done and makes it the newest picture. Drawing thread, its
    /// context current: a QOpenGLContext for textures.
    void publish(const CityPass& pass, QSize size, const CameraState& camera, render::ClipRange clip,
                 Handover handover);
    /// @param shown  what was shown until now; may be null
    /// @returns the newest picture; the shown one while that is being replaced; null: none. Any thread.
    [[nodiscard]] std::shared_ptr<const CityPicture> newest(const std::shared_ptr<const CityPicture>& shown) const;
    /// Deletes the textures. Drawing thread, its context current. Nobody shows a picture any more.
    void release();

private:
    struct Plate {
        CityPicture picture;
        unsigned framebuffer = 0; ///< of the drawing thread's context
        std::atomic<bool> isHeld = false;
    };
    std::shared_ptr<Plate> freePlate();
    void copyTextures(const CityPass& pass, QSize size, Plate& plate);

    mutable std::mutex m_mutex; ///< guards the newest picture
    std::shared_ptr<const CityPicture> m_newest;
    bool m_isWithdrawn = false; ///< it is being replaced
    std::vector<std::shared_ptr<Plate>> m_plates;
    quint64 m_published = 0;
    unsigned m_source = 0; ///< framebuffer that reads what the pass has drawn
};

} // namespace twin::viewport
