// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target of single 3D models (glTF 2.0 as .glb and .gltf) as they are added to a region. Any bytes must
// neither crash nor hang nor leak, and what counts as sound must have a size. Built as the CityGML reader's target is
// (tests/fuzz/CMakeLists.txt).
#include "tiles3d/ModelFile.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QTemporaryDir folder;
    QLoggingCategory::setFilterRules(QStringLiteral("twin.*=false"));
    const QByteArrayView bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    const QString path = folder.filePath(bytes.startsWith("glTF") ? QStringLiteral("a.glb") : QStringLiteral("a.gltf"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), bytes.size()) != bytes.size())
        std::abort();
    file.close();
    (void)twin::tiles3d::scoreModel(path, bytes.first(std::min<qsizetype>(bytes.size(), 4096)));
    const auto model = twin::tiles3d::inspectModel(path, {});
    if (model &&
        (model->triangles < 0 || model->bounds.isEmpty() ||
         !std::isfinite(model->bounds.min.x + model->bounds.max.x + model->bounds.min.z + model->bounds.max.z)))
        std::abort();
    return 0;
}
