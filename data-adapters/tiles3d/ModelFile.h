// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "model/Result.h"
#include "model/Task.h"

#include <QByteArrayView>
#include <QStringList>

namespace twin::tiles3d {

/// What a single 3D model (glTF 2.0, .glb or .gltf) is.
struct ModelFile {
    QString format;            ///< "glTF 2.0"
    QStringList resources;     ///< files that it refers to, relative to its folder and below it
    Box bounds;                ///< x East, y North, z Up as 3D Tiles turn glTF (OGC 22-025r4 §7.7); metres, or ECEF
    bool isGeocentric = false; ///< it brings its place: its coordinates, with a root transform or CESIUM_RTC, are ECEF
    qint64 triangles = 0;
    qint64 bytes = 0; ///< with all resources
};

/// @brief Reads a model through, so that what a layer shows later is known to be sound. Blocking; any thread.
/// @returns NotFound, UnsupportedFormat (Draco, glTF 1.0), MalformedData, AccessDenied for a reference out of its
/// folder,
///          ResourceExhausted beyond a gigabyte, NoData for a model that draws nothing, Cancelled.
[[nodiscard]] Result<ModelFile> inspectModel(const QString& path, const CancellationToken& cancel);

/// @returns 0…100: how sure the first bytes are a single model.
[[nodiscard]] int scoreModel(const QString& path, QByteArrayView firstBytes);

} // namespace twin::tiles3d
