// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <QThread>

namespace twin::viewport {

/// Remembers the thread that first used an object and ends the program when another one does: a GL object used from the
/// wrong thread would fail later and elsewhere.
class ThreadGuard {
public:
    void verify()
    {
        if (m_owner == nullptr)
            m_owner = QThread::currentThreadId();
        else if (m_owner != QThread::currentThreadId())
            qFatal("A render-thread object was used from another thread");
    }
    /// The object's GL resources are gone; the next user may be another thread.
    void release() { m_owner = nullptr; }

private:
    Qt::HANDLE m_owner = nullptr;
};

} // namespace twin::viewport
