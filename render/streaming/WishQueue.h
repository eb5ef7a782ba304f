// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Task.h"

#include <algorithm>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace twin::render {

/// Makes what is wished for on a few worker threads. The list of wishes is replaced as a whole each frame: what is not
/// on it any more is forgotten or, when already being made, cancelled. Owned by one thread; destroying waits for the
/// workers.
/// @tparam Wish     comparable, cheap to copy
/// @tparam Product  has a member `wish`
template <class Wish, class Product> class WishQueue {
public:
    /// Blocking; called by workers. What it returns after the token fired is thrown away.
    using Make = std::function<Product(const Wish& wish, const CancellationToken& cancel)>;
    /// Called by a worker after each product. @param idle  nothing else is being made or waiting to be
    using Finished = std::function<void(bool idle)>;

    WishQueue(int threads, Make make, Finished finished) : m_make(std::move(make)), m_finished(std::move(finished))
    {
        for (int i = 0; i < threads; ++i)
            m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }
    ~WishQueue()
    {
        setWishes({}, 0);
        for (std::jthread& thread : m_threads)
            thread.request_stop();
        m_wake.notify_all();
        m_threads.clear(); // joins
    }
    WishQueue(const WishQueue&) = delete;
    WishQueue& operator=(const WishQueue&) = delete;

    /// @param wishes  best first
    /// @param most    products that may be under way or waiting to be taken
    void setWishes(const std::vector<Wish>& wishes, std::size_t most)
    {
        const std::scoped_lock lock(m_mutex);
        for (const Running& running : m_running) {
            if (std::find(wishes.begin(), wishes.end(), running.wish) == wishes.end())
                running.cancel.cancel();
        }
        m_queue.clear();
        const std::size_t room = most - std::min(most, m_running.size() + m_products.size());
        for (const Wish& wish : wishes) {
            if (m_queue.size() >= room)
                break;
            if (!isUnderWay(wish))
                m_queue.push_back(wish);
        }
        std::reverse(m_queue.begin(), m_queue.end());
        if (!m_queue.empty())
            m_wake.notify_all();
    }

    /// @returns everything made since the last call.
    [[nodiscard]] std::vector<Product> take()
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_products, {});
    }

    /// @returns the sum of `bytes` of what is made and not taken.
    template <class Bytes> [[nodiscard]] std::size_t waitingBytes(Bytes bytes) const
    {
        const std::scoped_lock lock(m_mutex);
        std::size_t sum = 0;
        for (const Product& product : m_products)
            sum += bytes(product);
        return sum;
    }

private:
    struct Running {
        std::uint64_t serial = 0;
        Wish wish;
        CancellationToken cancel;
    };

    [[nodiscard]] bool isUnderWay(const Wish& wish) const
    {
        return std::any_of(m_running.begin(), m_running.end(),
                           [&](const Running& r) { return r.wish == wish && !r.cancel.isCancelled(); }) ||
               std::any_of(m_products.begin(), m_products.end(), [&](const Product& p) { return p.wish == wish; });
    }

    void work(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        while (m_wake.wait(lock, stop, [this] { return !m_queue.empty(); })) {
            const Wish wish = std::move(m_queue.back());
            m_queue.pop_back();
            const CancellationToken cancel;
            const std::uint64_t serial = m_nextSerial++;
            m_running.push_back({serial, wish, cancel});
            lock.unlock();
            Product product = m_make(wish, cancel);
            lock.lock();
            std::erase_if(m_running, [&](const Running& r) { return r.serial == serial; });
            if (!cancel.isCancelled())
                m_products.push_back(std::move(product));
            const bool idle = m_queue.empty() && m_running.empty();
            lock.unlock();
            if (m_finished)
                m_finished(idle);
            lock.lock();
        }
    }

    Make m_make;
    Finished m_finished;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::uint64_t m_nextSerial = 0;
    std::vector<Wish> m_queue; ///< worst first, taken from the back
    std::vector<Running> m_running;
    std::vector<Product> m_products;
    std::vector<std::jthread> m_threads;
};

} // namespace twin::render
