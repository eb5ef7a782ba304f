// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityModelReader.h"
#include "model/Error.h"
#include "model/Layer.h"

#include <span>

#include <QStringList>

namespace twin::services {

/// One kind of source that can be imported (design D16). Sniffing decides, names of files only where it is undecided.
struct SourceAdapter {
    const char* id;                        ///< stable, e.g. "citygml"
    const char* title;                     ///< German source text of titleOf()
    const char* formats;                   ///< versions and file names, for people: "CityGML 1.0, 2.0 (.gml, .xml)"
    LayerKind kind;                        ///< what comes of it
    std::span<const char* const> patterns; ///< files that a folder is searched for, e.g. "*.gml"
    int (*score)(const QString& path, QByteArrayView firstBytes); ///< 0…100; gets sniffBytes of the file
    int least; ///< score from which a file found in a folder is taken: folders hold other files of such names
    CityModelReader read; ///< set where `kind` is CityModel: files of all such adapters go into one package
};

inline constexpr qint64 sniffBytes = 4096;

/// @returns the one list of all adapters, in the order in which equal scores decide. Any thread.
[[nodiscard]] std::span<const SourceAdapter> sourceAdapters();
/// @returns the translated title, e.g. "CityGML-Stadtmodell".
[[nodiscard]] QString titleOf(const SourceAdapter& adapter);

/// @returns the adapter for a file that somebody named: the one with the highest score, else the one for files of such
///          names; null when there is none.
[[nodiscard]] const SourceAdapter* adapterFor(const QString& path);
/// @returns the adapter for a file that was found in a folder; null for a file that is nobody's.
[[nodiscard]] const SourceAdapter* adapterForFound(const QString& path);
/// @returns whether a file that somebody named is a raster by its name and nothing else by its content. Opens
/// GeoPackages.
[[nodiscard]] bool isRaster(const QString& path);
/// @returns why a file is nobody's: empty ones want to be fetched again, archives to be unpacked, of others nothing can
/// be said.
[[nodiscard]] Error unknownFormat(const QString& path);

} // namespace twin::services
