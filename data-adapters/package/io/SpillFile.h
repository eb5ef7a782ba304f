// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

class QFile;

namespace twin::package {

/// Where a record lies in a SpillFile.
struct SpillRange {
    std::int64_t offset = 0;
    std::int64_t size = 0;
};

/// An append-only scratch file that keeps an import's memory bounded: records go out as they come and are read back by
/// place. `append` may be called from several threads; reading goes through a Reader of one's own.
class SpillFile {
public:
    static Result<std::unique_ptr<SpillFile>> create(const QString& path);
    ~SpillFile();

    /// @returns where the bytes begin; ResourceExhausted when the disk is full.
    Result<std::int64_t> append(std::string_view bytes);
    [[nodiscard]] std::int64_t size() const;

    /// Reads through a file handle of its own, one object a thread. Nearby records are served from one buffered block.
    class Reader {
    public:
        explicit Reader(const SpillFile& spill);
        ~Reader();
        /// @returns a view that lives until the next call; an Error when the record cannot be read in full.
        Result<std::string_view> read(SpillRange range);

    private:
        std::unique_ptr<QFile> m_file;
        std::string m_block;
        std::int64_t m_blockOffset = 0;
    };

private:
    explicit SpillFile(std::unique_ptr<QFile> file);
    mutable std::mutex m_mutex;
    std::unique_ptr<QFile> m_file;
    std::int64_t m_size = 0;
};

} // namespace twin::package
