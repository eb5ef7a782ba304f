// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>

#include <QObject>
#include <QThreadPool>

namespace twin {

/// Runs work off the GUI thread and brings its result back. Make it the last member of the object it serves: its
/// destructor waits for running work, so no result comes to an object that is gone. GUI thread.
class BackgroundRunner {
public:
    BackgroundRunner() { m_pool.setMaxThreadCount(1); }
    ~BackgroundRunner() { m_pool.waitForDone(); }
    BackgroundRunner(const BackgroundRunner&) = delete;
    BackgroundRunner& operator=(const BackgroundRunner&) = delete;

    /// @param receiver  lives on the GUI thread and outlives this runner
    /// @param work      called on a worker thread, one after another; returns a value
    /// @param done      called on the receiver's thread with that value, unless the receiver is gone by then
    template <class Work, class Done> void run(QObject* receiver, Work work, Done done)
    {
        m_pool.start([receiver, work = std::move(work), done = std::move(done)]() mutable {
            auto value = std::make_shared<decltype(work())>(work());
            QMetaObject::invokeMethod(
                receiver, [value, done = std::move(done)]() mutable { done(std::move(*value)); }, Qt::QueuedConnection);
        });
    }
    /// Forgets work that has not begun.
    void clear() { m_pool.clear(); }

private:
    QThreadPool m_pool;
};

} // namespace twin
