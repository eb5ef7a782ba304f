// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/terrain/Breaklines.h"
#include "model/Layer.h"
#include "model/SceneFrame.h"
#include "model/Undulation.h"

#include <functional>
#include <map>
#include <optional>

#include <QStringList>

namespace twin::package {

/// Where a layer of city objects has the region package of its own (docs/decisions/0012).
inline constexpr const char* layerObjectsFolder = "objects";

/// What every writer of a layer is told.
struct LayerRequest {
    QString folder; ///< existing and empty but for its `scratch`: gets the layer's files and layer.json
    QString id;
    QString title;
    QStringList files;
    QString crs;     ///< for files that state none; empty: those are refused
    QString licence; ///< empty: as the sources say
    QString at;      ///< of a model: "E,N,H[,HEADING]"; empty: it says so itself
    QDate date;      ///< from when the layer shows the truth; invalid: as the sources say
    QDate until;     ///< last day on which it does; invalid: still
    int threads = 0; ///< 0: all cores
    bool demo = false;
    QString
        extrude; ///< of vector data: metres, or the field with the height of its bodies; empty: it lies on the ground
    QString
        base; ///< of such bodies: the field with the height above NHN that they begin at; empty, "ground": the ground
    /// @returns the height of the region's ground above NHN at a place of the region CRS. May be empty. One thread.
    std::function<std::optional<double>(double eastingMetres, double northingMetres)> ground;
    /// @returns whether the region has an object of this gml:id. Of city models; may be empty. Any thread.
    std::function<bool(const QString& gmlId)> isKnown;
    bool skipKnown = false;                 ///< objects that the region has already stay out; else both are kept
    std::vector<geo::Breakline> breaklines; ///< of terrain
    std::optional<SceneFrame> frame; ///< of the region; empty: not known yet, LayerInfo::extent is in the region CRS
    std::optional<Undulation> undulation; ///< as the region recorded it; empty: this machine's

    [[nodiscard]] QString path(const char* name) const { return folder + QLatin1Char('/') + QLatin1String(name); }
    [[nodiscard]] QString scratch() const { return folder + QStringLiteral("/scratch"); }
};

/// What became of a layer.
struct WrittenLayer {
    LayerInfo info;
    Box extent; ///< region CRS
    std::vector<Issue> issues;
    std::map<QString, qint64> unlisted; ///< further issues of these reasons, of which no place is kept
    qint64 bytesRead = 0;
};

} // namespace twin::package
