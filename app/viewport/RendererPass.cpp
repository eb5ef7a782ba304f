// SPDX-License-Identifier: GPL-3.0-or-later
#include "CityPass.h"

namespace twin::viewport {
namespace {

class RendererPass final : public CityPass {
public:
    explicit RendererPass(std::unique_ptr<render::CityRenderer> renderer) : m_renderer(std::move(renderer)) {}

    void setSources(std::vector<std::shared_ptr<const TileSource>> sources) override
    {
        m_renderer->setSources(std::move(sources));
    }
    void setLayers(const std::vector<render::LayerView>& views, const std::vector<render::DrapeLayer>& drapes) override
    {
        m_renderer->setLayerViews(views);
        m_renderer->setDrapes(drapes);
    }
    void setGround(std::shared_ptr<const GroundModel> ground) override { m_renderer->setGround(std::move(ground)); }
    void setStyles(std::vector<std::pair<FeatureRef, render::FeatureStyle>> styles) override
    {
        m_renderer->setStyles(std::move(styles));
    }
    void setBaseLook(std::shared_ptr<const BaseLook> look) override { m_renderer->setBaseLook(std::move(look)); }
    void setUpdateCallback(std::function<void()> callback) override
    {
        m_renderer->setUpdateCallback(std::move(callback));
    }
    render::FrameReport draw(const render::FrameRequest& request) override { return m_renderer->draw(request); }
    unsigned colourTexture() const override { return m_renderer->colourTexture(); }
    unsigned depthTexture() const override { return m_renderer->depthTexture(); }
    render::PickResult pick(int x, int y) override { return m_renderer->pick(x, y); }

private:
    std::unique_ptr<render::CityRenderer> m_renderer;
};

} // namespace

CityPassFactory rendererPassFactory(const render::Budgets& budgets)
{
    return [budgets]() -> Result<std::unique_ptr<CityPass>> {
        TWIN_TRY(auto renderer, render::CityRenderer::create(budgets));
        return std::make_unique<RendererPass>(std::move(renderer));
    };
}

} // namespace twin::viewport
