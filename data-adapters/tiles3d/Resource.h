// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <QByteArray>

namespace twin::tiles3d {

/// The folder of a tileset: everything that a tileset may refer to lies in it. Immutable; any thread.
class ResourceRoot {
public:
    ResourceRoot() = default;
    explicit ResourceRoot(const QString& folder);

    [[nodiscard]] const QString& folder() const { return m_folder; }

    /// @brief Resolves a relative reference (RFC 3986, no scheme, no authority, query and fragment dropped).
    /// @param base  path of the referring file, relative to the folder
    /// @returns the path relative to the folder; AccessDenied for one that leaves it or names another place.
    [[nodiscard]] static Result<QString> resolve(const QString& base, const QString& reference);

    /// @brief Reads a whole file.
    /// @param path  relative to the folder, as resolve() gives it
    /// @returns NotFound, AccessDenied (a link out of the folder), ResourceExhausted (larger than `maxBytes`).
    [[nodiscard]] Result<QByteArray> read(const QString& path, qint64 maxBytes) const;

    /// @returns the error with its file named by the full path instead of relative to the folder.
    [[nodiscard]] Error located(Error error) const;

private:
    QString m_folder; ///< canonical
};

} // namespace twin::tiles3d
