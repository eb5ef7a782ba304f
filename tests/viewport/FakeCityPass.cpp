// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeCityPass.h"

#include <qopengl.h>

using namespace twin;

namespace {

/// Window depth of a distance along the view axis.
float depthOf(double distance, render::ClipRange clip)
{
    const double n = clip.nearMetres;
    const double f = clip.farMetres;
    return static_cast<float>((f - n * f / distance) / (f - n));
}

} // namespace

FakeCityPass::FakeCityPass(FakeCityStats& stats, double wallDistanceMetres)
    : m_stats(stats), m_wallDistance(wallDistanceMetres)
{
    ++m_stats.made;
    ++m_stats.alive;
    glGenTextures(1, &m_colour);
    glGenTextures(1, &m_depth);
}

FakeCityPass::~FakeCityPass()
{
    --m_stats.alive;
    glDeleteTextures(1, &m_colour);
    glDeleteTextures(1, &m_depth);
}

void FakeCityPass::setStyles(std::vector<std::pair<FeatureRef, render::FeatureStyle>> styles)
{
    m_stats.styles = static_cast<int>(styles.size());
}

render::FrameReport FakeCityPass::draw(const render::FrameRequest& request)
{
    ++m_stats.drawn;
    m_stats.held.wait(true);
    m_request = request;
    const auto pixels =
        static_cast<std::size_t>(request.size.width()) * static_cast<std::size_t>(request.size.height());
    const std::vector<std::uint32_t> colours(pixels, 0xFF303090u); // R 0x90, G 0x30, B 0x30
    const std::vector<float> depths(pixels, depthOf(m_wallDistance, clip));
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glBindTexture(GL_TEXTURE_2D, m_colour);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, request.size.width(), request.size.height(), 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 colours.data());
    glBindTexture(GL_TEXTURE_2D, m_depth);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_DEPTH_COMPONENT32F, request.size.width(), request.size.height(), 0,
                 GL_DEPTH_COMPONENT, GL_FLOAT, depths.data());
    glBindTexture(GL_TEXTURE_2D, 0);
    render::FrameReport report;
    report.tilesDrawn = 1;
    report.complete = true;
    report.clip = clip;
    return report;
}

render::PickResult FakeCityPass::pick(int x, int y)
{
    ++m_stats.picked;
    const LocalPosition ray = render::pixelRay(m_request.camera, m_request.size, x, y);
    const double along = dot(ray, viewDirection(m_request.camera));
    return {{QStringLiteral("buildings"), QStringLiteral("wall")},
            m_request.camera.eye + ray * (m_wallDistance / along)};
}
