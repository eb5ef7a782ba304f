// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/TileStyle.h"

#include "render/streaming/FacePaint.h"

#include <osg/Image>

#include <algorithm>
#include <cstring>

namespace twin::render {

namespace {

constexpr std::uint32_t hiddenFlag = 0xFFu;
constexpr std::uint32_t selectedFlag = 0xFFu << 8;
constexpr std::uint32_t hoveredFlag = 0xFFu << 16;
constexpr std::uint32_t ghostFlag = 0xFFu << 24;

std::uint32_t flagsOf(const FeatureStyle& style)
{
    return (style.hidden ? hiddenFlag : 0) | (style.selected ? selectedFlag : 0) | (style.hovered ? hoveredFlag : 0) |
           (style.ghost ? ghostFlag : 0);
}

} // namespace

FeatureStyle styleOver(const BaseLook* base, const FeatureRef& feature, FeatureStyle style)
{
    if (base == nullptr)
        return style;
    if (style.tint == 0)
        style.tint = base->tints.value(feature, 0);
    style.hidden = style.hidden || base->hides(feature);
    style.ghost = style.ghost || base->ghosts(feature);
    return style;
}

void TileStyle::setFeatures(std::vector<QString> ids)
{
    m_ids = std::move(ids);
    m_byHash.clear();
    m_byHash.reserve(m_ids.size());
    for (std::size_t i = 0; i < m_ids.size(); ++i)
        m_byHash.emplace_back(stableHash(m_ids[i]), static_cast<std::uint32_t>(i));
    std::sort(m_byHash.begin(), m_byHash.end());
}

std::size_t TileStyle::idBytes() const
{
    std::size_t bytes = m_byHash.size() * sizeof(m_byHash[0]) + m_ids.size() * sizeof(QString);
    for (const QString& id : m_ids)
        bytes += static_cast<std::size_t>(id.size()) * 2 + 16;
    return bytes;
}

void TileStyle::apply(osg::State& state, const QString& layer, const QHash<FeatureRef, FeatureStyle>& styles,
                      const BaseLook* base)
{
    if (base == nullptr && styles.isEmpty() && m_deviating == 0)
        return;
    if (base == nullptr && static_cast<std::size_t>(styles.size()) < m_ids.size() && m_deviating == 0) {
        applyChanges(state, layer, styles);
        return;
    }
    bool changed = false;
    for (std::size_t i = 0; i < m_ids.size(); ++i) {
        const FeatureRef feature{layer, m_ids[i]};
        changed |= assign(i, styleOver(base, feature, styles.value(feature)));
    }
    if (changed)
        publish(state);
}

void TileStyle::applyChanges(osg::State& state, const QString& layer, const QHash<FeatureRef, FeatureStyle>& changes)
{
    bool changed = false;
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it.key().layer != layer)
            continue;
        const std::uint32_t hash = stableHash(it.key().id);
        for (auto at = std::lower_bound(m_byHash.begin(), m_byHash.end(), std::pair{hash, 0u});
             at != m_byHash.end() && at->first == hash; ++at) {
            if (m_ids[at->second] == it.key().id)
                changed |= assign(at->second, it.value());
        }
    }
    if (changed)
        publish(state);
}

bool TileStyle::assign(std::size_t feature, const FeatureStyle& style)
{
    const bool deviates = style != FeatureStyle{};
    if (m_texels.empty()) {
        if (!deviates)
            return false;
        m_texels.assign(m_ids.size() * 2, 0);
    }
    std::uint32_t& tint = m_texels[feature * 2];
    std::uint32_t& flags = m_texels[feature * 2 + 1];
    const std::uint32_t newFlags = flagsOf(style);
    if (tint == style.tint && flags == newFlags)
        return false;
    const bool deviated = tint != 0 || flags != 0;
    const auto isHighlight = [](std::uint32_t f) { return (f & (selectedFlag | hoveredFlag)) != 0; };
    m_deviating += int(style.tint != 0 || newFlags != 0) - int(deviated);
    m_highlights += int(isHighlight(newFlags)) - int(isHighlight(flags));
    m_ghosts += int(style.ghost) - int((flags & ghostFlag) != 0);
    tint = style.tint;
    flags = newFlags;
    return true;
}

void TileStyle::publish(osg::State& state)
{
    if (m_deviating == 0) {
        release(state);
        return;
    }
    const int texels = static_cast<int>(m_texels.size());
    const int rows = (texels + texelsPerRow - 1) / texelsPerRow;
    if (!m_texture) {
        osg::ref_ptr<osg::Image> image = new osg::Image;
        image->allocateImage(texelsPerRow, rows, 1, GL_RGBA, GL_UNSIGNED_BYTE);
        m_texture = new osg::Texture2D(image);
        m_texture->setInternalFormat(GL_RGBA8);
        m_texture->setFilter(osg::Texture::MIN_FILTER, osg::Texture::NEAREST);
        m_texture->setFilter(osg::Texture::MAG_FILTER, osg::Texture::NEAREST);
        m_texture->setWrap(osg::Texture::WRAP_S,
                           osg::Texture::CLAMP_TO_EDGE); // OSG's default GL_CLAMP is an error in core
        m_texture->setWrap(osg::Texture::WRAP_T, osg::Texture::CLAMP_TO_EDGE);
        m_texture->setResizeNonPowerOfTwoHint(false);
        m_texture->setUnRefImageDataAfterApply(false);
        m_stateSet = new osg::StateSet;
        m_stateSet->setDefine("TWIN_STYLED");
        m_stateSet->setTextureAttribute(textureUnit, m_texture);
    }
    osg::Image* image = m_texture->getImage();
    std::memset(image->data(), 0, image->getTotalSizeInBytes());
    std::memcpy(image->data(), m_texels.data(), m_texels.size() * 4);
    image->dirty();
}

void TileStyle::release(osg::State& state)
{
    if (m_texture)
        m_texture->releaseGLObjects(&state);
    m_texture = nullptr;
    m_stateSet = nullptr;
    m_texels = {};
    m_deviating = 0;
    m_highlights = 0;
    m_ghosts = 0;
}

std::size_t TileStyle::gpuBytes() const
{
    return m_texture ? m_texture->getImage()->getTotalSizeInBytes() : 0;
}

} // namespace twin::render
