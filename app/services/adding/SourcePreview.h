// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Layer.h"
#include "model/Task.h"

#include <functional>
#include <map>
#include <optional>

#include <QStringList>

namespace twin::services {

/// A column of vector data that holds numbers.
struct NumberField {
    QString name;
    qint64 count = 0; ///< of rows that have one
    double least = 0;
    double most = 0;
};

/// What an import would make of one file. Found by reading it; nothing is written.
struct SourcePreview {
    SourceInfo info;  ///< path and bytes always; what the file does not state is empty
    QString kindName; ///< translated, e.g. "CityGML-Stadtmodell"; empty: nothing that is known
    std::optional<LayerKind> kind;
    Box extent;               ///< region CRS; z of city models and of what has heights; empty: nothing has a place
    qint64 count = -1;        ///< objects, features or million pixels as the kind counts; negative: not known
    double spacingMetres = 0; ///< of a raster's pixels; 0: no raster
    QDate date;               ///< from which it shows the truth, as the file says; invalid: it does not
    std::map<QString, qint64> parts;       ///< count by type name of objects or by table
    std::vector<NumberField> numbers;      ///< of vector data
    bool needsPlace = false;               ///< a model that does not say where it stands
    bool needsPoints = false;              ///< a picture that lies where control points put it, or nowhere yet
    QStringList remarks;                   ///< translated: what was guessed or is left out
    std::map<QString, qint64> issueCounts; ///< by Issue::reason
    std::optional<Error> refusal;          ///< why nothing of it can come; MissingCrs: name one and look again

    /// @returns whether it can come to a region.
    [[nodiscard]] bool canBeAdded() const { return !refusal && kind; }
};

struct PreviewRequest {
    QStringList sources; ///< files or folders, as for importSources
    QString crs;         ///< for files that state none; empty: those are refused
    int mostFiles = 500; ///< that are looked into; of folders with more the rest is only counted
    QString region = {}; ///< package that they shall come to: its ground carries bodies; empty: none
    // As AddRequest has them; empty: nothing was said.
    QString at = {};
    QString extrude = {};
    QString base = {};
    QString points = {};
    int order = 0;
};

struct PreviewSummary {
    std::vector<SourcePreview> files;
    qint64 filesBeyond = 0; ///< further files that were not looked into
};

/// Called with each file as it is known. @param index  of the file among all; `all` files will come
using PreviewFound = std::function<void(const SourcePreview& file, int index, int all)>;

/// @brief Looks into the sources of an import file by file. A file that cannot be imported is one of the answers, not
///        an error. City models, vector files and XYZ lists are read to their end, which takes about as long as reading
///        them takes in an import. Blocking; any thread but the GUI's.
/// @param found  may be empty
/// @returns as findSources: NotFound, NoData; Cancelled.
[[nodiscard]] Result<PreviewSummary> previewSources(const PreviewRequest& request, const PreviewFound& found,
                                                    const CancellationToken& cancel, const ProgressSink& progress);

} // namespace twin::services
