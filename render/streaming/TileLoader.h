// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/TileSource.h"
#include "render/selection/TileSelection.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace twin::render {

/// A tile as it came back from a worker: content or error.
struct LoadedTile {
    TileRef tile;
    std::uint64_t generation = 0;
    Result<std::shared_ptr<const TileContent>> content;
};

/// Reads tiles on a few worker threads. The list of wishes is replaced as a whole each frame: what is not on it any
/// more is forgotten or, when already being read, cancelled. Called by the render thread; destroying waits for the
/// workers.
class TileLoader {
public:
    /// @param finished  called from a worker after each tile
    TileLoader(int threads, std::function<void()> finished);
    ~TileLoader();

    /// Replaces the sources; results of older ones are thrown away.
    void setSources(std::vector<std::shared_ptr<const TileSource>> sources);
    /// @brief Replaces the wishes, best first. @param freeBytes  how much decoded content may still pile up
    void setWishes(const std::vector<TileWish>& wishes, std::size_t freeBytes, std::size_t typicalBytes);
    /// @returns everything read since the last call.
    [[nodiscard]] std::vector<LoadedTile> take();
    /// @returns whether nothing is being read or waiting to be taken.
    [[nodiscard]] bool isIdle() const;

private:
    struct Running {
        std::uint64_t serial = 0;
        TileRef tile;
        CancellationToken cancel;
    };
    void work(const std::stop_token& stop);

    std::function<void()> m_finished;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::vector<std::shared_ptr<const TileSource>> m_sources;
    std::uint64_t m_generation = 0;
    std::uint64_t m_nextSerial = 0;
    std::vector<TileRef> m_queue; ///< worst first, taken from the back
    std::vector<Running> m_running;
    std::vector<LoadedTile> m_results;
    std::vector<std::jthread> m_threads;
};

} // namespace twin::render
