// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/CityRenderer.h"

#include <functional>
#include <memory>

namespace twin::viewport {

/// What the viewport asks of a city renderer; render::CityRenderer stands behind it in the program, a small stand-in
/// with known pixels in the tests. Created, used and destroyed on one thread with a current OpenGL ≥ 3.3 core context.
class CityPass {
public:
    virtual ~CityPass() = default;
    virtual void setSources(std::vector<std::shared_ptr<const TileSource>> sources) = 0;
    virtual void setLayers(const std::vector<render::LayerView>& views,
                           const std::vector<render::DrapeLayer>& drapes) = 0;
    virtual void setGround(std::shared_ptr<const GroundModel> ground) = 0;
    virtual void setStyles(std::vector<std::pair<FeatureRef, render::FeatureStyle>> styles) = 0;
    virtual void setBaseLook(std::shared_ptr<const BaseLook> look) = 0;
    virtual void setUpdateCallback(std::function<void()> callback) = 0;
    virtual render::FrameReport draw(const render::FrameRequest& request) = 0;
    [[nodiscard]] virtual unsigned colourTexture() const = 0;
    [[nodiscard]] virtual unsigned depthTexture() const = 0;
    [[nodiscard]] virtual render::PickResult pick(int x, int y) = 0;
};

/// Makes a pass on the render thread. @returns Internal with a readable remedy when the context is too old.
using CityPassFactory = std::function<Result<std::unique_ptr<CityPass>>()>;

/// @returns the factory of passes drawn by render::CityRenderer within these budgets.
[[nodiscard]] CityPassFactory rendererPassFactory(const render::Budgets& budgets);

} // namespace twin::viewport
