// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace twin::demoplatform {

/// A ZIP archive made in memory by libzip: files as name and content, in order. Empty where memory is short.
[[nodiscard]] QByteArray zipArchive(const QList<std::pair<QByteArray, QByteArray>>& files);

} // namespace twin::demoplatform
