// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Region.h"
#include "model/SceneFrame.h"
#include "package/database/Sqlite.h"

#include <memory>

namespace twin::package {

/// Reads all that the package knows of one object. One thread at a time; the database must outlive it.
class ObjectQuery {
public:
    static Result<std::unique_ptr<ObjectQuery>> create(SqliteDatabase& database);

    /// @returns NotFound; MalformedData when the row is damaged.
    Result<ObjectRecord> read(const QString& id, const SceneFrame& frame);

private:
    SqliteStatement m_object;
    SqliteStatement m_children;
};

} // namespace twin::package
