// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/adding/LayerFiles.h"
#include "geo/ControlPoints.h"
#include "model/Region.h"
#include "model/Task.h"
#include "package/LayerRequest.h"

#include <functional>
#include <optional>

namespace twin::services {

struct AddRequest {
    QStringList sources;    ///< files or folders, as for importSources
    QString region;         ///< folder of the region package
    QString title;          ///< empty: the first file's name
    QString licence;        ///< empty: as the sources say
    QString crs;            ///< for sources that state none; empty: refused
    QString at;             ///< where a model stands, see parsePlace; empty: it says so itself
    QString extrude;        ///< vector data becomes bodies this high: metres or a field; empty: it lies on the ground
    QString base;           ///< that begin at the height in this field; empty, "ground": on the ground
    QDate date;             ///< invalid: as the sources say
    QDate until;            ///< last day on which the layer holds; invalid: it does still
    QString points;         ///< file of control points that lays one picture on the ground; empty: none
    int order = 0;          ///< of the fit: 1, 2; 0: by the points
    QStringList breaklines; ///< files of lines with heights on which terrain bends; they are no sources themselves
    bool skipKnown = false; ///< objects of city models whose gml:id the region has already stay out; else both are kept
    int threads = 0;
    bool demo = false;
    QString theme = QStringLiteral("own"); ///< idOf(LayerTheme) under which the layers are listed
};

struct AddSummary {
    ImportSummary import;                    ///< layers, issues, bytesRead and seconds
    std::optional<geo::ControlPointFit> fit; ///< where points were given
};

/// @brief Adds layers to a region. All of them appear or, where this fails or is cancelled, none; nothing else is
///        touched. City models become one layer together. Where terrain comes to buildings or buildings to terrain,
///        both are compared. Blocking; any thread but the GUI's.
/// @returns NotFound for no region, NoData for sources with nothing to show, the first file's error when nothing could
///          be read, Cancelled.
[[nodiscard]] Result<AddSummary> addLayers(const AddRequest& request, const CancellationToken& cancel,
                                           const ProgressSink& progress);

/// @returns the layers of a region, and those that cannot be read as issues. NotFound, MalformedData.
[[nodiscard]] Result<std::vector<LayerInfo>> listLayers(const QString& region, std::vector<Issue>& issues);

/// @returns whether layers were ever added to a region after its import: it then holds what nothing makes again.
[[nodiscard]] bool hasAdditions(const QString& region);

/// @brief Removes a layer: out of sight at once, then from the disk. @returns NotFound for an unknown id, AccessDenied.
[[nodiscard]] Result<void> removeLayer(const QString& region, const QString& id);

/// Writes one layer; a request for each comes from writeLayers.
using LayerWritten = std::function<Result<void>(const package::LayerRequest& request, package::WrittenLayer& layer)>;

/// @brief Writes the layers of sorted sources (all but `others`), each below a folder that `folderFor` gives for its
/// id.
/// @param common    everything but folder, id, files and, where it is empty, title and date
/// @param written   called after each layer is complete
/// @returns the issues of what could not be read; the first error when nothing could.
[[nodiscard]] Result<std::vector<Issue>>
writeLayers(const LayerFiles& files, const package::LayerRequest& common,
            const std::optional<geo::ControlPointFit>& fit,
            const std::function<Result<QString>(const QString& name, QString& id)>& folderFor,
            const LayerWritten& written, const CancellationToken& cancel, const ProgressSink& progress);

} // namespace twin::services
