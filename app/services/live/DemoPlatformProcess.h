// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"
#include "model/Task.h"

#include <memory>

#include <QStringList>

class QProcess;

namespace twin::services {

/// The program's demo platform as a process of its own, which ends with this object. Lives on one worker thread; needs
/// no event loop there.
class DemoPlatformProcess {
public:
    /// @brief Starts it and waits until it says where it listens.
    /// @param program  the executable "stadtzwilling"
    /// @returns NotFound when it does not start, Timeout, MalformedData, Cancelled
    static Result<DemoPlatformProcess> start(const QString& program, const CancellationToken& cancel);
    DemoPlatformProcess(DemoPlatformProcess&&) noexcept;
    DemoPlatformProcess& operator=(DemoPlatformProcess&&) = delete;
    ~DemoPlatformProcess(); ///< asks it to end; after two seconds makes it

    /// "ngsi:http://127.0.0.1:…" and more: each thing at one of them.
    [[nodiscard]] const QStringList& sources() const { return m_sources; }

private:
    DemoPlatformProcess(std::unique_ptr<QProcess> process, QStringList sources);
    std::unique_ptr<QProcess> m_process;
    QStringList m_sources;
};

} // namespace twin::services
