// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <functional>

#include <QByteArray>

namespace twin::observe {

/// What an archive may cost.
struct ZipLimits {
    qint64 mostBytes = qint64(256) << 20; ///< unpacked, in all
    int mostEntries = 10000;
    int mostRatio = 200; ///< unpacked by packed size of an entry over a megabyte
};

/// @brief Reads files of a ZIP archive in memory; nothing is ever written, names are only compared.
/// @param wanted  tells by its name whether an entry is read
/// @returns MalformedData for no or a damaged archive, ResourceExhausted beyond the limits.
[[nodiscard]] Result<void> readZip(const QByteArray& archive, const std::function<bool(const QString& name)>& wanted,
                                   const std::function<void(const QString& name, QByteArray&& content)>& entry,
                                   const ZipLimits& limits = {});

} // namespace twin::observe
