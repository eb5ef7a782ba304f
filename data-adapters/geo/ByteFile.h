// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <cstdio>
#include <memory>

#include <QString>

namespace twin::geo {

/// A file that is read from its beginning to its end, unbuffered. Unlike a QFile it belongs to no thread: it may be
/// opened, read and closed by different threads, one at a time.
class ByteFile {
public:
    /// @returns NotFound; AccessDenied also for folders.
    static Result<ByteFile> open(const QString& path);

    /// @returns how many of `size` bytes were read; fewer only at the end of the file or after an error.
    std::size_t read(char* bytes, std::size_t size);
    [[nodiscard]] const QString& path() const { return m_path; }
    /// What stopped the last read(); empty: nothing.
    [[nodiscard]] const QString& errorText() const { return m_errorText; }

private:
    struct Close {
        void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
    };
    QString m_path;
    QString m_errorText;
    std::unique_ptr<std::FILE, Close> m_file;
};

} // namespace twin::geo
