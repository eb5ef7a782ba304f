// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CityPicture.h"
#include "model/Result.h"

#include <array>

#include <QRect>

namespace twin::viewport {

/// Copies the city's colour and depth textures into the render pass of the window with one full-screen triangle, so
/// that what is drawn afterwards into the same pass is hidden by the city where the city is nearer (design D1). Render
/// thread, OpenGL ≥ 3.3 core context current in every call, the destructor included.
class Compositor {
public:
    static Result<Compositor> create();
    ~Compositor();
    Compositor(Compositor&& other) noexcept;
    Compositor& operator=(Compositor&&) = delete;

    /// @param target  pixels of the current framebuffer, origin bottom-left; a picture of another size is stretched
    /// Leaves depth test and depth writes as Qt Quick sets them itself, program, VAO, samplers and textures unbound.
    void draw(const CityPicture& picture, const QRect& target);

private:
    Compositor() = default;
    void upload(const CityPicture& picture);
    unsigned m_program = 0;
    unsigned m_vertexArray = 0;
    unsigned m_sampler = 0;
    std::array<unsigned, 2> m_textures{}; ///< colour and depth of a picture that is handed over in pixels
    QSize m_uploadedSize;
    quint64 m_uploaded = 0; ///< number of that picture
};

} // namespace twin::viewport
