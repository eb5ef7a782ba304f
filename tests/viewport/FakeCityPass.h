// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewport/CityPass.h"

#include <atomic>

/// What the tests want to know of all passes made by one factory. Read from any thread.
struct FakeCityStats {
    std::atomic<int> made = 0;
    std::atomic<int> alive = 0;
    std::atomic<int> drawn = 0;
    std::atomic<int> picked = 0;
    std::atomic<int> styles = 0; ///< number of features with a style of their own
    /// A draw that has begun does not end until this is false again and was notified.
    std::atomic<bool> held = false;
};

/// A city of one colour: a wall across the view at a known distance from the eye, so that a test can say what must hide
/// what. Depth is written exactly as the real renderer does.
class FakeCityPass final : public twin::viewport::CityPass {
public:
    FakeCityPass(FakeCityStats& stats, double wallDistanceMetres);
    ~FakeCityPass() override;

    void setSources(std::vector<std::shared_ptr<const twin::TileSource>>) override {}
    void setLayers(const std::vector<twin::render::LayerView>&, const std::vector<twin::render::DrapeLayer>&) override
    {
    }
    void setGround(std::shared_ptr<const twin::GroundModel>) override {}
    void setStyles(std::vector<std::pair<twin::FeatureRef, twin::render::FeatureStyle>> styles) override;
    void setBaseLook(std::shared_ptr<const twin::BaseLook>) override {}
    void setUpdateCallback(std::function<void()>) override {}
    twin::render::FrameReport draw(const twin::render::FrameRequest& request) override;
    unsigned colourTexture() const override { return m_colour; }
    unsigned depthTexture() const override { return m_depth; }
    twin::render::PickResult pick(int x, int y) override;

    /// The overlays must take it over.
    static constexpr twin::render::ClipRange clip{0.7, 9000};

private:
    FakeCityStats& m_stats;
    double m_wallDistance;
    unsigned m_colour = 0;
    unsigned m_depth = 0;
    twin::render::FrameRequest m_request;
};
