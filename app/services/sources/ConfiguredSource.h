// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"

#include <vector>

namespace twin::services {

/// A source as a person set it up, without its secrets: what the file sources.json holds.
struct ConfiguredSource {
    QString kind;            ///< SourceDescription::id, "ngsi"
    SourceSettings settings; ///< `id` is its SOURCE name on the command line
    QStringList secrets;     ///< keys of the options that are kept in the keyring
    bool enabled = true;

    friend bool operator==(const ConfiguredSource& a, const ConfiguredSource& b)
    {
        const SourceSettings& x = a.settings;
        const SourceSettings& y = b.settings;
        return a.kind == b.kind && a.secrets == b.secrets && a.enabled == b.enabled && x.id == y.id &&
               x.title == y.title && x.url == y.url && x.scope == y.scope && x.options == y.options &&
               x.licence == y.licence && x.dataClass == y.dataClass;
    }
};

/// @returns a name of letters, digits, "-" and "_" made from a title, different from all taken ones: "umwelt-dortmund",
///          "umwelt-dortmund-2".
[[nodiscard]] QString sourceName(const QString& title, const std::vector<ConfiguredSource>& taken);

/// @returns the source of that name, else the only one of that title (whatever its case); null: none.
[[nodiscard]] const ConfiguredSource* findSource(const std::vector<ConfiguredSource>& sources, const QString& name);

/// @brief Reads a list of sources. A file that does not exist is an empty list. Blocking, short.
/// @returns MalformedData for a file that is none: it is renamed aside first, so that the next start is a good one.
[[nodiscard]] Result<std::vector<ConfiguredSource>> readSources(const QString& file);

/// @brief Writes the list as a whole or not at all, readable by its owner alone. Options that the source's own
///        description calls secret are left out, whatever the caller put there.
[[nodiscard]] Result<void> writeSources(const QString& file, const std::vector<ConfiguredSource>& sources);

/// @returns where the program keeps its list: sources.json beside its settings.
[[nodiscard]] QString sourcesFile();

} // namespace twin::services
