// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target of the reader of point clouds (LAS, LAZ, COPC): any bytes must neither crash nor hang nor take
// memory without end. Built as the CityGML reader's target is (tests/fuzz/CMakeLists.txt).
#include "pointcloud/PointCloudReader.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>

namespace {

/// Stops after some millions of points: few bytes may stand for many.
class CheckingSink : public twin::PointSink {
public:
    twin::Result<void> accept(twin::PointBatch&& batch) override
    {
        if (batch.positions.empty() || batch.positions.size() != batch.attributes.size())
            std::abort();
        for (const twin::ProjectedPosition& p : batch.positions)
            if (!std::isfinite(p.eastingMetres + p.northingMetres + p.heightMetres))
                std::abort();
        m_points += batch.positions.size();
        return m_points < 2'000'000 ? twin::Result<void>() : twin::failure(twin::ErrorCode::Cancelled, {});
    }

private:
    std::size_t m_points = 0;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QTemporaryDir folder;
    QLoggingCategory::setFilterRules(QStringLiteral("twin.*=false"));
    const QString path = folder.filePath(QStringLiteral("input.laz"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(reinterpret_cast<const char*>(data), qint64(size)) != qint64(size))
        std::abort();
    file.close();
    CheckingSink sink;
    std::vector<twin::Issue> issues;
    static_cast<void>(twin::pointcloud::read(path, {QStringLiteral("EPSG:25832"), 1}, sink, issues, {}, {}));
    return 0;
}
