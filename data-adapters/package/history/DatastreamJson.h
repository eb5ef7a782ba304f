// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/Datastream.h"

#include <optional>

#include <QByteArray>

namespace twin::package {

/// @returns compact JSON of all members but the id, for the store.
[[nodiscard]] QByteArray datastreamToJson(const Datastream& stream);
/// @returns empty for what is no JSON object; members that are missing keep their defaults.
[[nodiscard]] std::optional<Datastream> datastreamFromJson(const QString& id, const QByteArray& json);

} // namespace twin::package
