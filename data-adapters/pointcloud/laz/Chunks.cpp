// SPDX-License-Identifier: GPL-3.0-or-later
#include "pointcloud/laz/Chunks.h"

#include "pointcloud/laz/Items.h"
#include "pointcloud/laz/LayeredChunk.h"

#include <algorithm>

#include <QCoreApplication>

namespace twin::pointcloud::laz {
namespace {

enum Compressor : std::uint16_t { PointWise = 1, PointWiseChunked = 2, LayeredChunked = 3 };
enum ItemType : std::uint16_t { Bytes = 0, Point14 = 10, Rgb14 = 11, RgbNir14 = 12, WavePacket14 = 13, Bytes14 = 14 };
constexpr std::uint16_t layeredVersion = 3;
constexpr std::size_t mostItems = 32;
constexpr std::size_t itemsAt = 34; ///< in the record

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::pointcloud", text);
}

tl::unexpected<Error> malformed(const QString& detail)
{
    return failure(ErrorCode::MalformedData, tr("Die Kompression der Punktwolke (LAZ) ist beschädigt."), detail,
                   tr("Prüfen Sie die Datei beim Anbieter, oder laden Sie sie erneut."));
}

tl::unexpected<Error> unknown(const QString& detail)
{
    return failure(ErrorCode::UnsupportedVersion,
                   tr("Die Punktwolke ist mit einem Verfahren komprimiert, das hier nicht gelesen wird."), detail,
                   tr("Schreiben Sie sie mit einem aktuellen Programm neu als LAZ oder als LAS ohne Kompression."));
}

bool isKnown(const Compression::ItemInfo& item, bool layered)
{
    if (!layered)
        return makeItem(item.type, item.size, item.version) != nullptr;
    if (item.version != layeredVersion)
        return false;
    switch (item.type) {
    case Point14:
        return item.size == 30;
    case Rgb14:
        return item.size == 6;
    case RgbNir14:
        return item.size == 8;
    case WavePacket14:
        return item.size == 29;
    case Bytes14:
        return true;
    default:
        return false;
    }
}

std::int64_t readPointWise(std::span<const std::uint8_t> bytes, std::int64_t points, std::size_t recordBytes,
                           const Compression& compression, std::size_t atOnce, const TakeRecords& take)
{
    if (bytes.size() < recordBytes)
        return 0;
    std::vector<std::unique_ptr<Item>> items;
    std::size_t at = 0;
    for (const Compression::ItemInfo& info : compression.items) {
        items.push_back(makeItem(info.type, info.size, info.version));
        items.back()->begin(bytes.data() + at);
        at += info.size;
    }
    std::vector<std::uint8_t> records(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(recordBytes));
    records.reserve(std::min(atOnce, static_cast<std::size_t>(points)) * recordBytes);
    ArithmeticDecoder decoder(bytes.subspan(recordBytes));
    std::int64_t taken = 0;
    const auto flush = [&] {
        taken += static_cast<std::int64_t>(records.size() / recordBytes);
        const bool goOn = take(records);
        records.clear();
        return goOn;
    };
    for (std::int64_t i = 1; i < points; ++i) {
        if (records.size() >= atOnce * recordBytes && !flush())
            return taken;
        const std::size_t start = records.size();
        records.resize(start + recordBytes);
        std::uint8_t* into = records.data() + start;
        bool whole = true;
        for (std::size_t k = 0; k < items.size(); ++k) {
            whole = whole && items[k]->read(decoder, into);
            into += compression.items[k].size;
        }
        if (!whole || decoder.isOverrun()) {
            records.resize(start);
            break;
        }
    }
    flush();
    return taken;
}

std::int64_t readLayered(std::span<const std::uint8_t> bytes, std::int64_t points, std::size_t recordBytes,
                         const Compression& compression, std::size_t atOnce, const TakeRecords& take)
{
    std::size_t at = 0;
    std::size_t colourAt = 0;
    std::size_t extraLayers = 0;
    for (const Compression::ItemInfo& item : compression.items) {
        if (item.type == Rgb14 || item.type == RgbNir14)
            colourAt = at;
        if (item.type == RgbNir14 || item.type == WavePacket14)
            ++extraLayers;
        if (item.type == Bytes14)
            extraLayers += item.size;
        at += item.size;
    }
    const auto chunk = LayeredChunk::open(bytes, recordBytes, colourAt, extraLayers);
    if (!chunk)
        return 0;
    std::int64_t taken = 0;
    std::vector<std::uint8_t> records;
    points = std::min<std::int64_t>(points, chunk->count());
    while (taken < points) {
        const auto wanted = std::min<std::int64_t>(points - taken, static_cast<std::int64_t>(atOnce));
        records.resize(static_cast<std::size_t>(wanted) * recordBytes);
        std::int64_t read = 0;
        while (read < wanted && chunk->read(records.data() + static_cast<std::size_t>(read) * recordBytes))
            ++read;
        taken += read;
        if (!take(std::span(records).first(static_cast<std::size_t>(read) * recordBytes)) || read < wanted)
            break;
    }
    return taken;
}

} // namespace

Result<Compression> readCompression(std::span<const std::uint8_t> record, std::size_t recordBytes)
{
    if (record.size() < itemsAt)
        return malformed(QStringLiteral("the laszip record has %1 bytes").arg(record.size()));
    const auto compressor = load<std::uint16_t>(record.data());
    const auto coder = load<std::uint16_t>(record.data() + 2);
    if ((compressor != PointWiseChunked && compressor != LayeredChunked) || coder != 0)
        return unknown(QStringLiteral("compressor %1, coder %2").arg(compressor).arg(coder));
    Compression compression;
    compression.layered = compressor == LayeredChunked;
    compression.chunkPoints = load<std::uint32_t>(record.data() + 12);
    const std::size_t count = load<std::uint16_t>(record.data() + 32);
    if (count == 0 || count > mostItems || record.size() < itemsAt + 6 * count || compression.chunkPoints == 0)
        return malformed(QStringLiteral("%1 items").arg(count));
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint8_t* const at = record.data() + itemsAt + 6 * i;
        compression.items.push_back(
            {load<std::uint16_t>(at), load<std::uint16_t>(at + 2), load<std::uint16_t>(at + 4)});
        const Compression::ItemInfo& item = compression.items.back();
        if (!isKnown(item, compression.layered))
            return unknown(
                QStringLiteral("item of type %1, size %2, version %3").arg(item.type).arg(item.size).arg(item.version));
        bytes += item.size;
    }
    const bool startsRight =
        compression.items.front().size >= 20 && (!compression.layered || compression.items.front().type == Point14);
    if (bytes != recordBytes || !startsRight)
        return malformed(QStringLiteral("items of %1 bytes, records of %2").arg(bytes).arg(recordBytes));
    return compression;
}

Result<std::vector<Chunk>> readChunkTable(std::span<const std::uint8_t> table, std::uint32_t count,
                                          const Compression& compression, std::int64_t points, std::int64_t from,
                                          std::int64_t until)
{
    ArithmeticDecoder decoder(table);
    IntegerDecoder numbers(32, 2);
    std::vector<Chunk> chunks;
    std::int32_t lastCount = 0;
    std::int32_t lastBytes = 0;
    std::int64_t left = points;
    for (std::uint32_t i = 0; i < count; ++i) {
        Chunk chunk;
        chunk.offset = from;
        chunk.points = compression.chunkPoints;
        if (compression.chunkPoints == Compression::variableChunks) {
            lastCount = numbers.read(decoder, lastCount, 0);
            chunk.points = static_cast<std::uint32_t>(lastCount);
        }
        lastBytes = numbers.read(decoder, lastBytes, 1);
        chunk.bytes = static_cast<std::uint32_t>(lastBytes);
        chunk.points = std::min(chunk.points, left);
        if (decoder.isOverrun() || chunk.bytes > until - from)
            return malformed(QStringLiteral("chunk %1 of %2 ends beyond the points").arg(i).arg(count));
        from += chunk.bytes;
        left -= chunk.points;
        if (chunk.points > 0)
            chunks.push_back(chunk);
    }
    if (left > 0)
        return malformed(QStringLiteral("%1 points are in no chunk").arg(left));
    return chunks;
}

std::int64_t readChunk(std::span<const std::uint8_t> bytes, std::int64_t points, std::size_t recordBytes,
                       const Compression& compression, std::size_t atOnce, const TakeRecords& take)
{
    return compression.layered ? readLayered(bytes, points, recordBytes, compression, atOnce, take)
                               : readPointWise(bytes, points, recordBytes, compression, atOnce, take);
}

} // namespace twin::pointcloud::laz
