// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <unordered_map>
#include <vector>

#include <QHash>
#include <QString>

namespace twin::package {

/// The images that an import's surfaces name, each once. Any thread. Numbers depend on who came first: what is written
/// orders images by their paths.
class ImageTable {
public:
    [[nodiscard]] std::int32_t ordinalOf(const QString& path)
    {
        const std::lock_guard lock(m_mutex);
        const auto [entry, isNew] = m_ordinals.try_emplace(path, static_cast<std::int32_t>(m_paths.size()));
        if (isNew)
            m_paths.push_back(path);
        return entry->second;
    }
    [[nodiscard]] QString path(std::int32_t ordinal) const
    {
        const std::lock_guard lock(m_mutex);
        return m_paths[static_cast<std::size_t>(ordinal)];
    }

private:
    mutable std::mutex m_mutex;
    std::unordered_map<QString, std::int32_t> m_ordinals;
    std::vector<QString> m_paths;
};

} // namespace twin::package
