// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/PushQueue.h"

#include <iterator>

namespace twin::observe {

void PushQueue::add(SourceSnapshot&& values)
{
    const std::lock_guard lock(m_mutex);
    std::move(values.datastreams.begin(), values.datastreams.end(), std::back_inserter(m_rest.datastreams));
    std::move(values.observations.begin(), values.observations.end(), std::back_inserter(m_observations));
    m_rest.malformed += static_cast<qint64>(values.issues.size());
    while (m_observations.size() > capacity) {
        m_observations.pop_front();
        ++m_dropped;
    }
    m_filled.notify_one();
}

void PushQueue::connected()
{
    const std::lock_guard lock(m_mutex);
    ++m_rest.connects;
    m_rest.lost.reset();
    m_filled.notify_one();
}

void PushQueue::lost(const QString& why)
{
    const std::lock_guard lock(m_mutex);
    m_rest.lost = why;
    m_filled.notify_one();
}

void PushQueue::heard(const net::MqttEvent& event)
{
    switch (event.kind) {
    case net::MqttEvent::Kind::Connected:
        return connected();
    case net::MqttEvent::Kind::Lost:
    case net::MqttEvent::Kind::Refused:
    case net::MqttEvent::Kind::SubscriptionRefused:
        return lost(event.text);
    case net::MqttEvent::Kind::MessageTooLarge: {
        const std::lock_guard lock(m_mutex);
        ++m_rest.malformed;
        return;
    }
    case net::MqttEvent::Kind::Missed:
        const std::lock_guard lock(m_mutex);
        m_missed += event.count;
    }
}

qint64 PushQueue::missed() const
{
    const std::lock_guard lock(m_mutex);
    return m_missed;
}

PushQueue::Batch PushQueue::take(Milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    m_filled.wait_for(lock, patience, [this] {
        return !m_observations.empty() || !m_rest.datastreams.empty() || m_rest.connects > 0 || m_rest.lost;
    });
    Batch batch = std::exchange(m_rest, {});
    batch.observations.assign(std::make_move_iterator(m_observations.begin()),
                              std::make_move_iterator(m_observations.end()));
    m_observations.clear();
    return batch;
}

qint64 PushQueue::dropped() const
{
    const std::lock_guard lock(m_mutex);
    return m_dropped;
}

} // namespace twin::observe
