// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/protocols/ZipArchive.h"

#include <memory>
#include <zip.h>

namespace twin::demoplatform {
namespace {

struct SourceCloser {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};

/// Every archive of the same files is the same bytes: the platform is deterministic.
constexpr time_t fixedTime = 1'577'880'000; // 2020-01-01

bool addAll(zip_t* archive, const QList<std::pair<QByteArray, QByteArray>>& files)
{
    for (const auto& [name, content] : files) {
        zip_source_t* source = zip_source_buffer(archive, content.constData(), zip_uint64_t(content.size()), 0);
        const zip_int64_t index =
            source ? zip_file_add(archive, name.constData(), source, ZIP_FL_ENC_UTF_8) : zip_int64_t(-1);
        if (index < 0) {
            zip_source_free(source);
            return false;
        }
        zip_file_set_mtime(archive, zip_uint64_t(index), fixedTime, 0);
    }
    return true;
}

QByteArray contentOf(zip_source_t* source)
{
    zip_stat_t about;
    zip_stat_init(&about);
    if (zip_source_stat(source, &about) != 0 || zip_source_open(source) != 0)
        return {};
    QByteArray bytes(qsizetype(about.size), Qt::Uninitialized);
    bytes.truncate(qsizetype(zip_source_read(source, bytes.data(), about.size)));
    zip_source_close(source);
    return bytes;
}

} // namespace

QByteArray zipArchive(const QList<std::pair<QByteArray, QByteArray>>& files)
{
    const std::unique_ptr<zip_source_t, SourceCloser> source(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    zip_t* archive = source ? zip_open_from_source(source.get(), ZIP_TRUNCATE, nullptr) : nullptr;
    if (!archive)
        return {};
    zip_source_keep(source.get()); // closing the archive gives one of the two away
    if (!addAll(archive, files) || zip_close(archive) != 0) {
        zip_discard(archive);
        return {};
    }
    return contentOf(source.get());
}

} // namespace twin::demoplatform
