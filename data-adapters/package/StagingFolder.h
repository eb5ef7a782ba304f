// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <memory>

#include <QString>

class QLockFile;

namespace twin::package {

/// The hidden sibling folder in which a package, or a layer of one, grows until it takes its place:
/// `.<name>.importing-<pid>`. Removed with all it holds unless `commit` succeeded.
class StagingFolder {
public:
    /// @brief Also removes what dead imports into the same place left behind, and puts a package back that a killed one
    ///        had set aside.
    /// @param marker  the file that tells a finished folder of this kind: "region.json", "layer.json"
    /// @returns AccessDenied when the place cannot be written or another import works on it; InvalidParameter when the
    ///          place holds something else.
    static Result<std::unique_ptr<StagingFolder>> create(const QString& target,
                                                         const QString& marker = QStringLiteral("region.json"));
    ~StagingFolder();

    [[nodiscard]] const QString& path() const { return m_path; } ///< of the package as it grows
    [[nodiscard]] const QString& target() const { return m_target; }
    /// @returns a folder for scratch files that do not become part of the package.
    [[nodiscard]] QString scratchPath() const;
    /// @brief Moves the package into place.
    Result<void> commit();

private:
    StagingFolder(QString target, QString path);

    QString m_target;
    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace twin::package
