// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <vector>

#include <QHash>
#include <QString>

namespace twin::geo {

/// The images that a city model names as its textures. Only files below the model's own folder are used: a model comes
/// from other people and must not name files elsewhere, whatever "..", links or absolute paths it tries. Nothing is
/// opened here. One object a thread.
class ModelImages {
public:
    /// Why an image is not used: "appearance.image-outside", "appearance.image-missing", "appearance.image-format".
    struct Fault {
        const char* reason;
        QString reference; ///< as the model states it, at most 200 characters
    };

    /// @param modelPath  of the model's file
    explicit ModelImages(const QString& modelPath);

    /// @returns the absolute path of a png, jpeg or webp file; empty when it is not used (see takeFaults).
    [[nodiscard]] QString find(const QString& reference);
    /// @returns the faults since the last call, one for each reference.
    [[nodiscard]] std::vector<Fault> takeFaults() { return std::exchange(m_faults, {}); }

private:
    [[nodiscard]] QString look(const QString& reference);

    QString m_folder; ///< canonical
    QHash<QString, QString> m_found;
    std::vector<Fault> m_faults;
};

} // namespace twin::geo
