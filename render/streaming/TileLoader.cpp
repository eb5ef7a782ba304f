// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/streaming/TileLoader.h"

#include "render/streaming/FacePaint.h"

#include <algorithm>

namespace twin::render {

TileLoader::TileLoader(int threads, std::function<void()> finished) : m_finished(std::move(finished))
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

TileLoader::~TileLoader()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_queue.clear();
        for (const Running& running : m_running)
            running.cancel.cancel();
    }
    for (std::jthread& thread : m_threads)
        thread.request_stop();
    m_wake.notify_all();
    m_threads.clear(); // joins
}

void TileLoader::setSources(std::vector<std::shared_ptr<const TileSource>> sources)
{
    const std::scoped_lock lock(m_mutex);
    ++m_generation;
    m_sources = std::move(sources);
    m_queue.clear();
    m_results.clear();
    for (const Running& running : m_running)
        running.cancel.cancel();
}

void TileLoader::setWishes(const std::vector<TileWish>& wishes, std::size_t freeBytes, std::size_t typicalBytes)
{
    const std::scoped_lock lock(m_mutex);
    for (const Running& running : m_running) {
        const bool wanted =
            std::any_of(wishes.begin(), wishes.end(), [&](const TileWish& w) { return w.tile == running.tile; });
        if (!wanted)
            running.cancel.cancel();
    }
    const auto isRunning = [this](const TileRef& tile) {
        return std::any_of(m_running.begin(), m_running.end(), [&](const Running& r) { return r.tile == tile; }) ||
               std::any_of(m_results.begin(), m_results.end(), [&](const LoadedTile& r) { return r.tile == tile; });
    };
    std::size_t room = freeBytes / std::max<std::size_t>(typicalBytes, 1);
    room -= std::min(room, m_running.size());
    m_queue.clear();
    for (const TileWish& wish : wishes) {
        if (m_queue.size() >= room)
            break;
        if (!isRunning(wish.tile))
            m_queue.push_back(wish.tile);
    }
    std::reverse(m_queue.begin(), m_queue.end());
    if (!m_queue.empty())
        m_wake.notify_all();
}

std::vector<LoadedTile> TileLoader::take()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_results, {});
}

bool TileLoader::isIdle() const
{
    const std::scoped_lock lock(m_mutex);
    return m_queue.empty() && m_running.empty() && m_results.empty();
}

void TileLoader::work(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [this] { return !m_queue.empty(); })) {
        const TileRef tile = m_queue.back();
        m_queue.pop_back();
        const std::uint64_t generation = m_generation;
        const std::shared_ptr<const TileSource> source = m_sources[static_cast<std::size_t>(tile.source)];
        const CancellationToken cancel;
        const std::uint64_t serial = m_nextSerial++;
        m_running.push_back({serial, tile, cancel});
        lock.unlock();
        Result<std::shared_ptr<const TileContent>> content = source->load(tile.node, cancel);
        if (content && *content)
            content = paintFaces(**content);
        else if (content)
            content = failure(ErrorCode::Internal, {}, QStringLiteral("tile source returned no content"));
        lock.lock();
        std::erase_if(m_running, [&](const Running& r) { return r.serial == serial; });
        const bool cancelled = cancel.isCancelled() || (!content && content.error().code == ErrorCode::Cancelled);
        if (generation == m_generation && !cancelled)
            m_results.push_back({tile, generation, std::move(content)});
        lock.unlock();
        if (m_finished)
            m_finished();
        lock.lock();
    }
}

} // namespace twin::render
