// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target of the CityGML reader: any bytes, read as a file, must neither crash nor hang nor leak. With
// TWIN_BUILD_FUZZ and clang this is a fuzzer; otherwise replay.cpp runs it over given files or its seeds.
#include "citygml/CityGmlReader.h"

#include <cstddef>
#include <cstdint>

#include <QFile>
#include <QTemporaryDir>

namespace {

class NullSink : public twin::CityObjectSink {
public:
    twin::Result<void> accept(twin::CityObjectBatch&&) override { return {}; }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("input.gml"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return 0;
    file.write(reinterpret_cast<const char*>(data), qint64(size));
    file.close();
    NullSink sink;
    twin::citygml::ReadOptions options;
    options.threads = 1;
    options.limits.chunkBytes = size > 0 ? 64 + data[size - 1] * std::size_t(16) : 64; // many borders, at many places
    static_cast<void>(twin::citygml::read({path}, options, sink, twin::CancellationToken(), {}));
    options.crs = QStringLiteral("EPSG:25832");
    static_cast<void>(twin::citygml::read({path}, options, sink, twin::CancellationToken(), {}));
    return 0;
}
