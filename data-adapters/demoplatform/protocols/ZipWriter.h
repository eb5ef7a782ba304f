// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace twin::demoplatform {

/// Writes a small ZIP archive in memory, its files deflated (APPNOTE 6.3; no ZIP64: files below 4 GiB).
class ZipWriter {
public:
    void add(const QByteArray& name, const QByteArray& content);
    [[nodiscard]] QByteArray finished() const;

private:
    QByteArray m_files;
    QByteArray m_directory;
    int m_count = 0;
};

} // namespace twin::demoplatform
