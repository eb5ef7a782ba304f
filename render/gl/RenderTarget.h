// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <osg/State>
#include <osg/Texture2D>

#include <QSize>

#include <vector>

namespace twin::render {

/// Pixel formats of our targets. Shadow32F: depth for sampler2DShadow, which compares and blends four texels.
enum class PixelFormat { Rgba8, Rg8, R8, R32F, Rg16F, Rgba16F, Rgba32F, Depth32F, Shadow32F };

/// A framebuffer with its textures, or with multisampled ones that resolve() copies into another target.
/// Render thread only.
class RenderTarget {
public:
    /// @param samples  0: textures; else multisampled attachments, without textures to read
    explicit RenderTarget(std::vector<PixelFormat> formats, int samples = 0)
        : m_formats(std::move(formats)), m_samples(samples)
    {
    }

    /// Makes the attachments in this size (pixels). Nothing happens when the size is the same.
    void resize(osg::State& state, QSize size);
    void bind(osg::State& state) const;
    /// Copies colour and depth into a target of the same size and formats.
    void resolveInto(osg::State& state, const RenderTarget& other) const;
    void release(osg::State& state);

    [[nodiscard]] QSize size() const { return m_size; }
    [[nodiscard]] osg::Texture2D* texture(std::size_t attachment) const { return m_textures[attachment].get(); }
    [[nodiscard]] unsigned textureName(osg::State& state, std::size_t attachment) const;
    [[nodiscard]] std::size_t byteSize() const;

private:
    std::vector<PixelFormat> m_formats;
    int m_samples = 0;
    QSize m_size;
    std::vector<osg::ref_ptr<osg::Texture2D>> m_textures;
    std::vector<unsigned> m_renderbuffers; ///< multisampled attachments
    unsigned m_framebuffer = 0;
};

} // namespace twin::render
