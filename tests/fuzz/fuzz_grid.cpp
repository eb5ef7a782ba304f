// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target of what the project reads of grids and pictures by itself: lists of heights (XYZ) and control
// points. Any bytes must neither crash nor hang nor leak. Built as the CityGML reader's target is
// (tests/fuzz/CMakeLists.txt).
#include "geo/ControlPoints.h"
#include "geo/XyzReader.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include <QFile>
#include <QTemporaryDir>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("input"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        std::abort();
    file.write(reinterpret_cast<const char*>(data), qint64(size));
    file.close();
    static_cast<void>(twin::geo::looksLikeXyz(path));
    if (const auto grid = twin::geo::readXyz(path, {});
        grid && (grid->columns < 1 || grid->rows < 1 ||
                 grid->heights.size() != std::size_t(grid->columns) * std::size_t(grid->rows)))
        std::abort();
    const auto points = twin::geo::readControlPoints(path, QStringLiteral("EPSG:25832"));
    if (!points)
        return 0;
    for (const twin::geo::ControlPoint& point : *points)
        if (!std::isfinite(point.column + point.row + point.easting + point.northing))
            std::abort();
    if (const auto fit = twin::geo::ControlPointFit::make(*points))
        static_cast<void>(fit->toPicture(fit->toGround(1, 1)[0], fit->toGround(1, 1)[1]));
    return 0;
}
