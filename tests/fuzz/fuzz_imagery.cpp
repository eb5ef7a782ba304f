// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target of pictures: PNG, JPEG, JPEG 2000, WebP, GeoTIFF and MBTiles with a world file beside them, the
// world file itself, and the pictures of models. Any bytes must neither crash nor hang nor take memory without end, and
// what is read must have its pixels. Built as the CityGML reader's target is (tests/fuzz/CMakeLists.txt).
#include "geo/Pictures.h"
#include "images/ImageCodec.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>

namespace {

constexpr double mostPixels = 1 << 20;

struct Kind {
    QByteArrayView magic;
    const char* ending;
};
const std::array kinds{Kind{"\x89PNG", "png"},
                       Kind{"\xFF\xD8\xFF", "jpg"},
                       Kind{QByteArrayView("\x00\x00\x00\x0CjP", 6), "jp2"},
                       Kind{"\xFF\x4F\xFF\x51", "j2k"},
                       Kind{"RIFF", "webp"},
                       Kind{QByteArrayView("II*\0", 4), "tif"},
                       Kind{QByteArrayView("MM\0*", 4), "tif"},
                       Kind{"SQLite format 3", "mbtiles"}};

void write(const QString& path, QByteArrayView bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), bytes.size()) != bytes.size())
        std::abort();
}

void check(const twin::Image& image)
{
    if (image.width < 1 || image.height < 1 ||
        image.pixels.size() != std::size_t(image.width) * std::size_t(image.height) * 4)
        std::abort();
}

void readPicture(const QString& path, const QTemporaryDir& folder)
{
    const twin::geo::RasterOptions options{QStringLiteral("EPSG:25832"), {}, {}};
    (void)twin::geo::peekRaster(path);
    const auto info = twin::geo::describeRaster(path, options);
    if (!info)
        return;
    if (!std::isfinite(info->extent.min.x + info->extent.max.y) || info->columns < 1 || info->rows < 1)
        std::abort();
    if (double(info->columns) * info->rows > mostPixels || info->use != twin::geo::RasterUse::Picture)
        return;
    const QString target = folder.filePath(QStringLiteral("mosaic.tif"));
    const auto mosaic = twin::geo::mosaicPictures({path}, target, folder.path(), {options, 1, mostPixels}, {}, {});
    if (!mosaic)
        return;
    const auto raster = twin::geo::PictureRaster::open(target);
    if (!raster)
        std::abort(); // what the program writes it must read
    if (const auto image = raster->paint(raster->extent(), 16, 16))
        check(*image);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    QLoggingCategory::setFilterRules(QStringLiteral("twin.*=false"));
    static const QTemporaryDir folder;
    const QByteArrayView bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    if (const auto image = twin::images::decode({data, size}, {2048, 1 << 20}))
        check(*image);
    const char* worldFile = "0.5\n0\n0\n-0.5\n392000.25\n5708000.25\n";
    for (const Kind& kind : kinds)
        if (bytes.startsWith(kind.magic)) {
            const QString base = folder.filePath(QStringLiteral("picture."));
            write(base + QStringLiteral("wld"), worldFile);
            write(base + QLatin1String(kind.ending), bytes);
            readPicture(base + QLatin1String(kind.ending), folder);
            QFile::remove(base + QLatin1String(kind.ending));
            return 0;
        }
    // Anything else is a world file: of a picture that is sound.
    static const bool hasPicture = [] {
        twin::Image grey;
        grey.width = grey.height = 4;
        grey.pixels.assign(64, 128);
        write(folder.filePath(QStringLiteral("placed.png")), twin::images::encode(grey).bytes);
        return true;
    }();
    if (hasPicture) {
        write(folder.filePath(QStringLiteral("placed.wld")), bytes);
        readPicture(folder.filePath(QStringLiteral("placed.png")), folder);
    }
    return 0;
}
