// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/drape/DrapePainter.h"

#include <algorithm>
#include <cmath>

namespace twin::render {

namespace {

constexpr std::size_t mostWaiting = 24; ///< painted patches that may pile up

std::size_t bytesOfLevel(int level)
{
    const auto pixels = static_cast<std::size_t>(patchPixels >> level);
    return pixels * pixels * 4;
}

/// Lays a picture with straight alpha over a premultiplied one.
void layOver(std::uint8_t* below, const Image& picture, double opacity)
{
    const auto strength = static_cast<std::uint32_t>(std::lround(std::clamp(opacity, 0.0, 1.0) * 255));
    for (std::size_t i = 0; i < picture.pixels.size(); i += 4) {
        const std::uint8_t* from = picture.pixels.data() + i;
        std::uint8_t* to = below + i;
        const std::uint32_t alpha = (from[3] * strength + 127) / 255;
        if (alpha == 0)
            continue;
        for (std::size_t c = 0; c < 3; ++c)
            to[c] = static_cast<std::uint8_t>((from[c] * alpha + to[c] * (255 - alpha) + 127) / 255);
        to[3] = static_cast<std::uint8_t>(alpha + (to[3] * (255 - alpha) + 127) / 255);
    }
}

void halve(const std::uint8_t* from, std::uint8_t* to, std::size_t size)
{
    const std::size_t row = size * 4;
    for (std::size_t y = 0; y < size; y += 2) {
        for (std::size_t x = 0; x < row; x += 8) {
            for (std::size_t c = 0; c < 4; ++c) {
                const std::uint8_t* p = from + y * row + x + c;
                *to++ = static_cast<std::uint8_t>((p[0] + p[4] + p[row] + p[row + 4] + 2) / 4);
            }
        }
    }
}

} // namespace

std::size_t patchBytes()
{
    std::size_t bytes = 0;
    for (int level = 0; level < patchMipLevels; ++level)
        bytes += bytesOfLevel(level);
    return bytes;
}

PaintedPatch paintPatch(const DrapePatch& patch, const DrapeSet& drapes, const CancellationToken& cancel,
                        std::vector<Error>& errors)
{
    PaintedPatch painted{patch, drapes.revision, {}};
    const GroundRectangle place = pictureOf(patch);
    for (const DrapeLayer& layer : drapes.layers) {
        if (cancel.isCancelled())
            return painted;
        if (!overlaps(layer.source->extent(), place))
            continue;
        const Result<Image> picture = layer.source->paint(place, patchPixels, patchPixels, cancel);
        if (!picture) {
            if (picture.error().code != ErrorCode::Cancelled)
                errors.push_back(picture.error());
            continue;
        }
        if (picture->pixels.size() != bytesOfLevel(0))
            continue; // transparent: nothing there
        if (painted.pixels.empty())
            painted.pixels.resize(patchBytes());
        layOver(painted.pixels.data(), *picture, layer.opacity);
    }
    if (painted.pixels.empty())
        return painted;
    bool seen = false;
    for (std::size_t i = 3; i < bytesOfLevel(0) && !seen; i += 4)
        seen = painted.pixels[i] != 0;
    if (!seen) {
        painted.pixels = {};
        return painted;
    }
    std::uint8_t* level = painted.pixels.data();
    for (int i = 0; i + 1 < patchMipLevels; ++i) {
        halve(level, level + bytesOfLevel(i), static_cast<std::size_t>(patchPixels >> i));
        level += bytesOfLevel(i);
    }
    return painted;
}

DrapePainter::DrapePainter(int threads, std::function<void()> finished) : m_finished(std::move(finished))
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

DrapePainter::~DrapePainter()
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

void DrapePainter::setWishes(const std::vector<DrapePatch>& wishes, std::shared_ptr<const DrapeSet> drapes)
{
    const std::scoped_lock lock(m_mutex);
    m_drapes = std::move(drapes);
    const std::uint64_t revision = m_drapes ? m_drapes->revision : 0;
    for (const Running& running : m_running) {
        if (running.revision != revision || std::find(wishes.begin(), wishes.end(), running.patch) == wishes.end())
            running.cancel.cancel();
    }
    const auto isUnderWay = [&](const DrapePatch& patch) {
        return std::any_of(m_running.begin(), m_running.end(),
                           [&](const Running& r) { return r.patch == patch && r.revision == revision; }) ||
               std::any_of(m_results.begin(), m_results.end(),
                           [&](const PaintedPatch& r) { return r.patch == patch && r.revision == revision; });
    };
    const std::size_t busy = m_running.size() + m_results.size();
    const std::size_t room = mostWaiting - std::min(mostWaiting, busy);
    m_queue.clear();
    for (const DrapePatch& wish : wishes) {
        if (m_queue.size() >= room)
            break;
        if (!isUnderWay(wish))
            m_queue.push_back(wish);
    }
    std::reverse(m_queue.begin(), m_queue.end());
    if (!m_queue.empty())
        m_wake.notify_all();
}

std::vector<PaintedPatch> DrapePainter::take()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_results, {});
}

std::vector<Error> DrapePainter::takeErrors()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_errors, {});
}

std::size_t DrapePainter::waitingBytes() const
{
    const std::scoped_lock lock(m_mutex);
    std::size_t bytes = 0;
    for (const PaintedPatch& result : m_results)
        bytes += result.pixels.size();
    return bytes;
}

void DrapePainter::work(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [this] { return !m_queue.empty(); })) {
        const DrapePatch patch = m_queue.back();
        m_queue.pop_back();
        const std::shared_ptr<const DrapeSet> drapes = m_drapes;
        if (!drapes)
            continue;
        const CancellationToken cancel;
        const std::uint64_t serial = m_nextSerial++;
        m_running.push_back({serial, patch, drapes->revision, cancel});
        lock.unlock();
        std::vector<Error> errors;
        PaintedPatch painted = paintPatch(patch, *drapes, cancel, errors);
        lock.lock();
        std::erase_if(m_running, [&](const Running& r) { return r.serial == serial; });
        m_errors.insert(m_errors.end(), errors.begin(), errors.end());
        if (!cancel.isCancelled())
            m_results.push_back(std::move(painted));
        lock.unlock();
        if (m_finished)
            m_finished();
        lock.lock();
    }
}

} // namespace twin::render
