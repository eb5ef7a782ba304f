// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <map>
#include <vector>

#include <QDate>
#include <QStringList>

namespace twin::services {

/// The sources of an import or an addition by what becomes of them.
struct LayerFiles {
    QStringList heights;                   ///< one terrain layer
    std::map<QDate, QStringList> pictures; ///< one imagery layer a date; an invalid date: the files say none
    QStringList vectors;                   ///< one layer of points, lines and areas each
    QStringList points;                    ///< one layer of a point cloud
    QStringList models;                    ///< one layer of a 3D model each
    QStringList cityModels;                ///< one layer of city objects; sortSources leaves them among the others
    QStringList others;                    ///< city models that make a region, and whatever else
    std::vector<Issue> remarks;            ///< what a file was taken for where its name says neither

    [[nodiscard]] bool hasLayers() const
    {
        return !heights.isEmpty() || !pictures.empty() || !vectors.isEmpty() || !points.isEmpty() || !models.isEmpty();
    }
};

/// @brief Sorts sources. Named files count whatever they hold; in folders, which are searched for rasters and point
///        clouds, PNG and JPEG count only beside a world file: those without are textures of models. Folders stay among
///        the others too. Any thread.
/// @returns NotFound for a source that does not exist.
[[nodiscard]] Result<LayerFiles> sortSources(const QStringList& sources);

} // namespace twin::services
