// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

namespace twin::test {

/// Ticks on the GUI thread and keeps how long it was silent between two ticks, in milliseconds.
class Pulse {
public:
    Pulse()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(2);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            if (m_since.isValid())
                m_gaps.push_back(static_cast<double>(m_since.nsecsElapsed()) / 1e6);
            m_since.start();
        });
        m_timer.start();
    }
    [[nodiscard]] const std::vector<double>& gaps() const { return m_gaps; }

    /// Runs the event loop as the program does; QTest's waits sleep between two looks, which would count as silence.
    /// @returns whether the condition came to hold within so many milliseconds.
    static bool wait(const std::function<bool()>& condition, int longestMilliseconds)
    {
        constexpr int lookMilliseconds = 20;
        QEventLoop loop;
        QTimer look;
        QElapsedTimer since;
        since.start();
        QObject::connect(&look, &QTimer::timeout, &loop, [&] {
            if (condition() || since.elapsed() >= longestMilliseconds)
                loop.quit();
        });
        look.start(lookMilliseconds);
        loop.exec();
        return condition();
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    std::vector<double> m_gaps;
};

} // namespace twin::test
