// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/drape/DrapeGrid.h"
#include "render/DrapeLayer.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace twin::render {

/// The drapes of one moment, lowest first. Immutable.
struct DrapeSet {
    std::uint64_t revision = 0;
    std::vector<DrapeLayer> layers; ///< visible ones
};

/// A patch as it came back from a worker: RGBA8, sRGB, premultiplied, row by row from the north; then the half as large
/// picture and so on, `patchMipLevels` in all. Empty: nothing to show there.
struct PaintedPatch {
    DrapePatch patch;
    std::uint64_t revision = 0;
    std::vector<std::uint8_t> pixels;
};
constexpr int patchMipLevels = 5;
/// @returns bytes of one patch with its smaller pictures.
[[nodiscard]] std::size_t patchBytes();

/// @brief Lays all drapes over each other. Blocking.
/// @param errors  gets one entry for each layer that could not be read; the others go on
[[nodiscard]] PaintedPatch paintPatch(const DrapePatch& patch, const DrapeSet& drapes, const CancellationToken& cancel,
                                      std::vector<Error>& errors);

/// Paints patches on worker threads. The list of wishes is replaced as a whole each frame: what is not on it any more
/// is forgotten or cancelled. Called by the render thread; destroying waits for the workers.
class DrapePainter {
public:
    /// @param finished  called from a worker after each patch
    DrapePainter(int threads, std::function<void()> finished);
    ~DrapePainter();

    /// @param wishes  best first
    void setWishes(const std::vector<DrapePatch>& wishes, std::shared_ptr<const DrapeSet> drapes);
    /// @returns everything painted since the last call.
    [[nodiscard]] std::vector<PaintedPatch> take();
    [[nodiscard]] std::vector<Error> takeErrors();
    /// @returns bytes of painted patches that nobody has taken.
    [[nodiscard]] std::size_t waitingBytes() const;

private:
    struct Running {
        std::uint64_t serial = 0;
        DrapePatch patch;
        std::uint64_t revision = 0;
        CancellationToken cancel;
    };
    void work(const std::stop_token& stop);

    std::function<void()> m_finished;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::shared_ptr<const DrapeSet> m_drapes;
    std::uint64_t m_nextSerial = 0;
    std::vector<DrapePatch> m_queue; ///< worst first, taken from the back
    std::vector<Running> m_running;
    std::vector<PaintedPatch> m_results;
    std::vector<Error> m_errors;
    std::vector<std::jthread> m_threads;
};

} // namespace twin::render
