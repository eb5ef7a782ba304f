// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Arguments.h"
#include "app/services/OpenRegion.h"
#include "render/CityRenderer.h"
#include "render/OffscreenContext.h"

#include <condition_variable>
#include <mutex>

namespace twin::cli {

/// A region and a camera without any window: what `render`, `pick` and `check` draw with. One thread.
class HeadlessView {
public:
    /// The options that place a view, for Syntax::options.
    [[nodiscard]] static std::vector<Option> options();

    /// @brief Opens the region, an off-screen context and the renderer, and sets the camera of the arguments (default:
    /// the
    ///        region's home view). InvalidParameter for unreadable options, Internal without usable OpenGL.
    static Result<std::unique_ptr<HeadlessView>> open(const QString& region, const Arguments& arguments);
    ~HeadlessView();

    /// @brief Draws until all wanted tiles are shown. @returns Cancelled; Timeout when nothing more arrives for a
    /// minute.
    [[nodiscard]] Result<render::FrameReport> drawUntilComplete(const CancellationToken& cancel,
                                                                const ProgressSink& progress);

    [[nodiscard]] const services::OpenedRegion& region() const { return m_region; }
    [[nodiscard]] const render::OffscreenContext& context() const { return *m_context; }
    [[nodiscard]] render::CityRenderer& renderer() { return *m_renderer; }
    [[nodiscard]] render::FrameRequest& request() { return m_request; }
    /// @returns tiles that could not be read so far.
    [[nodiscard]] const std::vector<Error>& failedTiles() const { return m_failed; }

private:
    HeadlessView() = default;
    void waitForTiles();
    void showLayers(std::span<const services::LayerChoice> choices);

    services::OpenedRegion m_region;
    std::unique_ptr<render::OffscreenContext> m_context; // outlives the renderer, which needs it current
    std::mutex m_mutex;
    std::condition_variable m_arrival;
    bool m_arrived = false;
    std::unique_ptr<render::CityRenderer> m_renderer;
    render::FrameRequest m_request;
    std::vector<Error> m_failed;
};

/// @brief An instant as people write it (ISO 8601). Without an offset it is the time of day in Germany.
[[nodiscard]] Result<QDateTime> parseTime(const QString& text);

} // namespace twin::cli
