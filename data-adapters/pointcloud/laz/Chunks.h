// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <functional>
#include <span>
#include <vector>

namespace twin::pointcloud::laz {

/// What the "laszip encoded" record of a file says (LAZ specification 1.4, §3.1).
struct Compression {
    struct ItemInfo {
        std::uint16_t type = 0;
        std::uint16_t size = 0;
        std::uint16_t version = 0;
    };
    bool layered = false;
    std::uint32_t chunkPoints = 0; ///< variableChunks: the table says it
    std::vector<ItemInfo> items;

    static constexpr std::uint32_t variableChunks = 0xFFFFFFFFU;
};

/// Points that are compressed together and know nothing of the others.
struct Chunk {
    std::int64_t offset = 0; ///< in the file
    std::int64_t bytes = 0;
    std::int64_t points = 0;
};

/// @brief Reads the "laszip encoded" record. @param recordBytes  of a point, as the file's header says
/// @returns UnsupportedVersion for methods of before 2011 and unknown ones; MalformedData.
[[nodiscard]] Result<Compression> readCompression(std::span<const std::uint8_t> record, std::size_t recordBytes);

/// @brief Reads the compressed part of a chunk table. @param table  its bytes after version and count
/// @param count   chunks that it has
/// @param points  that the file has
/// @returns MalformedData unless the chunks follow each other from `from` to before `until` and hold all points.
[[nodiscard]] Result<std::vector<Chunk>> readChunkTable(std::span<const std::uint8_t> table, std::uint32_t count,
                                                        const Compression& compression, std::int64_t points,
                                                        std::int64_t from, std::int64_t until);

/// Gets records of points, one after the other. @returns false to stop.
using TakeRecords = std::function<bool(std::span<const std::uint8_t> records)>;

/// @brief Decompresses a chunk. @param bytes  all of it @param points  how many it holds
/// @param recordBytes  of a point
/// @param take  called with up to `atOnce` records
/// @returns how many points could be read: fewer than `points` where the stream is damaged or `take` stopped.
[[nodiscard]] std::int64_t readChunk(std::span<const std::uint8_t> bytes, std::int64_t points, std::size_t recordBytes,
                                     const Compression& compression, std::size_t atOnce, const TakeRecords& take);

} // namespace twin::pointcloud::laz
