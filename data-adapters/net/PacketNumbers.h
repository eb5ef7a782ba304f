// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QtGlobal>

namespace twin::net {

/// Finds what a broker threw away before it sent it, in the packet identifiers of what it did send. MQTT only asks for
/// identifiers that are not in use; mosquitto counts them upwards, and counts what it drops because too much waits for
/// a subscriber, too. So only for a broker that is known to.
class PacketNumbers {
public:
    /// @param number  of the next message, 1 … 65535; 0: it has none (QoS 0). @returns how many are missing before it;
    ///                65535 too few for each time round that nothing came
    [[nodiscard]] qint64 missingBefore(int number)
    {
        constexpr int numbers = 65535;
        if (number <= 0 || number > numbers)
            return 0;
        const int step = m_last ? (number - *m_last + numbers) % numbers : 1;
        m_last = number;
        return step == 0 ? 0 : step - 1; // the same again: sent twice
    }

private:
    std::optional<int> m_last;
};

} // namespace twin::net
