// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

namespace twin::test {

/// How much resident memory the process has taken since this object was made. Always 0 where the system does not say,
/// and below AddressSanitizer, which keeps what was freed for a while (its leak report counts there).
class MemoryGrowth {
public:
    [[nodiscard]] double mebibytes() const
    {
#ifdef __SANITIZE_ADDRESS__
        return 0;
#else
        return static_cast<double>(residentKilobytes() - m_before) / 1024;
#endif
    }

private:
    static qint64 residentKilobytes()
    {
        QFile file(QStringLiteral("/proc/self/status"));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray& line : lines)
            if (line.startsWith("VmRSS:"))
                return line.mid(6).trimmed().split(' ').constFirst().toLongLong();
        return 0;
    }
    qint64 m_before = residentKilobytes();
};

} // namespace twin::test
