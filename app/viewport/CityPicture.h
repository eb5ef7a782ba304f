// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CameraState.h"
#include "render/Projection.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

#include <qopengl.h>
#include <QSize>

namespace twin::viewport {

class CityPass;

/// A finished picture of the city. Every context of the share group may read its textures for as long as somebody holds
/// it.
struct CityPicture {
    unsigned colourTexture = 0; ///< RGBA8, sRGB-encoded
    unsigned depthTexture = 0;  ///< 32F, window depth
    QSize size;                 ///< pixels
    CameraState camera;         ///< it was drawn with
    render::ClipRange clip;     ///< of its depth

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
    /// context current.
    void publish(const CityPass& pass, QSize size, const CameraState& camera, render::ClipRange clip);
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

    mutable std::mutex m_mutex; ///< guards the newest picture
    std::shared_ptr<const CityPicture> m_newest;
    bool m_isWithdrawn = false; ///< it is being replaced
    std::vector<std::shared_ptr<Plate>> m_plates;
    unsigned m_source = 0; ///< framebuffer that reads what the pass has drawn
};

} // namespace twin::viewport
