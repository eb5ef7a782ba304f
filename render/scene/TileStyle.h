// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/CityRenderer.h"

#include <osg/StateSet>
#include <osg/Texture2D>

#include <QHash>

namespace twin::render {

/// @returns a style laid over the base look, which may be null.
[[nodiscard]] FeatureStyle styleOver(const BaseLook* base, const FeatureRef& feature, FeatureStyle style);

/// The deviating styles of one tile's features as a small texture, two texels a feature: tint, then flags (design D8).
/// Tiles without any deviation have no texture and use the shader variant without the look-up. Render thread only.
class TileStyle {
public:
    static constexpr int texelsPerRow = 256;
    static constexpr unsigned textureUnit = 4;

    /// @param ids  of the tile's features, in index order
    void setFeatures(std::vector<QString> ids);
    [[nodiscard]] const std::vector<QString>& ids() const { return m_ids; }
    [[nodiscard]] std::size_t idBytes() const;

    /// Takes over the styles of the tile's layer. @param base  how features look without a style; may be null
    void apply(osg::State& state, const QString& layer, const QHash<FeatureRef, FeatureStyle>& styles,
               const BaseLook* base);
    /// @brief Applies only what changed. @param changed  new value of each changed feature, the base look included
    void applyChanges(osg::State& state, const QString& layer, const QHash<FeatureRef, FeatureStyle>& changed);
    void release(osg::State& state);

    /// @returns the state set to draw the tile with; null while nothing deviates.
    [[nodiscard]] osg::StateSet* stateSet() const { return m_stateSet.get(); }
    /// @returns whether a feature is selected or hovered: the tile takes part in the outline pass.
    [[nodiscard]] bool hasHighlight() const { return m_highlights > 0; }
    /// @returns whether one sees through a feature.
    [[nodiscard]] bool hasGhosts() const { return m_ghosts > 0; }
    [[nodiscard]] std::size_t gpuBytes() const;

private:
    bool assign(std::size_t feature, const FeatureStyle& style);
    void publish(osg::State& state);

    std::vector<QString> m_ids;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_byHash; ///< (hash of id, feature index), sorted
    std::vector<std::uint32_t> m_texels;
    int m_deviating = 0;
    int m_highlights = 0;
    int m_ghosts = 0;
    osg::ref_ptr<osg::Texture2D> m_texture;
    osg::ref_ptr<osg::StateSet> m_stateSet;
};

} // namespace twin::render
