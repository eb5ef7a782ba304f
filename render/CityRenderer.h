// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/BaseLook.h"
#include "model/CameraState.h"
#include "model/FeatureRef.h"
#include "model/GroundModel.h"
#include "model/PictureStyle.h"
#include "model/TileSource.h"
#include "render/DrapeLayer.h"
#include "render/Projection.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QDateTime>
#include <QSize>

namespace twin::render {

/// Picture quality; Window chooses by measured frame time, tools state it.
enum class Quality {
    Moving, ///< no multisampling, no ambient occlusion: while the camera moves on a slow machine
    Still,  ///< everything
};

/// How one feature deviates from the default look (design D8). Default-constructed: no deviation.
struct FeatureStyle {
    std::uint32_t tint = 0; ///< RGBA8, R lowest byte; A = strength of the mix
    bool hidden = false;
    bool selected = false; ///< drawn with selection tint and outline
    bool hovered = false;  ///< drawn with outline only
    bool ghost = false;    ///< seen through: throws no shadow and is picked through
    friend bool operator==(const FeatureStyle&, const FeatureStyle&) = default;
};

/// How one layer shows (FeatureRef::layer). Layers that are not named show as they are.
struct LayerView {
    QString layer;
    bool visible = true; ///< hidden layers are neither loaded nor drawn nor picked
    double opacity = 1;  ///< 0…1; below one half a layer throws no shadow and is picked through
    friend bool operator==(const LayerView&, const LayerView&) = default;
};

/// What one frame should show. A value: made on the GUI thread, read on the render thread.
struct FrameRequest {
    CameraState camera;
    QSize size;             ///< pixels
    QDateTime time;         ///< UTC; sun and sky
    GeodeticPosition place; ///< of the region, for the sun
    double meridianConvergenceDegrees = 0;
    Quality quality = Quality::Still;
    double maximumScreenSpaceError = 16; ///< pixels
    bool darkTheme = false;
    PictureStyle style = PictureStyle::Standard;
    double divider = 0.5; ///< share of the width, from the left, where one side of the drapes ends; see DrapeSide

    friend bool operator==(const FrameRequest&, const FrameRequest&) = default;
};

struct Budgets {
    std::size_t cpuBytes = 512u << 20; ///< decoded tiles waiting for or backing the GPU
    std::size_t gpuBytes = 512u << 20;
    std::size_t uploadBytesPerFrame = 8u << 20; ///< while moving; four times as much for Still pictures
    int multisamples = -1; ///< of the city pass; -1: 4 on a GPU, none in software (Still pictures are smoothed anyway)
};

/// What the last frame was made of.
struct FrameReport {
    int tilesDrawn = 0;
    qint64 trianglesDrawn = 0;
    int tilesLoading = 0; ///< wanted, not yet shown, patches of drapes included; 0 and complete: the picture is final
    bool complete =
        false; ///< the picture is final: all wanted tiles shown, Still refined. Else draw the same request again.
    bool changed = true; ///< colour or depth are others than before this draw
    std::size_t cpuBytes = 0;
    std::size_t gpuBytes = 0;
    double cpuMilliseconds = 0; ///< time spent in draw()
    int glErrors = 0;
    ClipRange clip; ///< of this picture's depth texture; who composites turns it into his own range
    /// In effect, pixels; larger than asked for when the GPU budget cannot hold the wanted tiles.
    double screenSpaceError = 0;
    std::vector<Error> failedTiles; ///< since the last report; each tile once; drapes that cannot be read too
};

struct PickResult {
    FeatureRef feature;                    ///< null: ground, terrain or sky
    std::optional<LocalPosition> position; ///< scene frame; empty: sky
};

/// Draws the region with OpenSceneGraph into its own colour and depth textures (design D1–D3, D7, D8). Lives on one
/// thread with a current OpenGL ≥ 3.3 core context: created, used and destroyed there (asserted). Knows nothing of Qt
/// Quick. After draw() the framebuffer binding, VAO, program and the usual GL state are unbound, not restored to what
/// they were.
class CityRenderer {
public:
    /// @returns Internal with a readable remedy when the context is too old. Context must be current.
    static Result<std::unique_ptr<CityRenderer>> create(const Budgets& budgets);
    ~CityRenderer();

    /// Replaces the sources. Loading starts with the next draw(); what is loaded of sources that stay is kept. Null
    /// sources are ignored.
    void setSources(std::vector<std::shared_ptr<const TileSource>> sources);
    /// Ground heights for near/far planes and the plain ground beyond the data; may be empty.
    void setGround(std::shared_ptr<const GroundModel> ground);
    /// Sets how layers show, complete: layers that are not named are visible and opaque. Cheap.
    void setLayerViews(const std::vector<LayerView>& views);
    /// Sets what lies on the ground (terrain tiles and the plain ground), lowest first. What was there stays in the
    /// picture until its successor can be shown. Layer views do not touch drapes.
    void setDrapes(const std::vector<DrapeLayer>& drapes);
    /// Sets the complete set of deviating styles; features not named have the default look. Cheap when little changes.
    void setStyles(std::vector<std::pair<FeatureRef, FeatureStyle>> styles);
    /// Sets how features look before setStyles(): its tint wins where it has one, its hidden features stay hidden.
    /// @param look  null: as they are
    void setBaseLook(std::shared_ptr<const BaseLook> look);
    /// Called (from worker threads) when draw() would show more: at a pace that leaves time for reading while tiles
    /// arrive one after the other, and at once when all are there. Not called while drawing.
    void setUpdateCallback(std::function<void()> callback);

    /// @brief Draws one frame; loads and uploads within the budgets.
    FrameReport draw(const FrameRequest& request);
    /// @returns GL names of the textures of the last draw(): RGBA8 sRGB-encoded colour and 32F depth (window depth, 0
    /// near … 1 far).
    [[nodiscard]] unsigned colourTexture() const;
    [[nodiscard]] unsigned depthTexture() const;

    /// @brief What lies under a pixel of the last draw()'s camera. Draws a tiny id + depth pass and reads it back.
    /// @param x, y  pixels, origin top-left
    [[nodiscard]] PickResult pick(int x, int y);

    /// @brief Reads the last picture back. @returns RGBA8, top row first, size of the last request.
    [[nodiscard]] std::vector<std::uint8_t> readColour();

private:
    struct Private;
    explicit CityRenderer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace twin::render
