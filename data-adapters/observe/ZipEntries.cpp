// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/ZipEntries.h"

#include "observe/Text.h"

#include <memory>
#include <zip.h>

namespace twin::observe {
namespace {

struct ArchiveCloser {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct FileCloser {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

tl::unexpected<Error> damaged()
{
    return failure(ErrorCode::MalformedData, Text::tr("Das ZIP-Archiv ist beschädigt."));
}

tl::unexpected<Error> tooLarge()
{
    return failure(ErrorCode::ResourceExhausted, Text::tr("Das ZIP-Archiv ist ausgepackt zu groß."));
}

Result<QByteArray> contentOf(zip_t* archive, const zip_stat_t& about, const ZipLimits& limits)
{
    const auto size = static_cast<qint64>(about.size);
    if (size > limits.mostBytes || (size > (1 << 20) && about.size / std::max<zip_uint64_t>(1, about.comp_size) >
                                                            static_cast<zip_uint64_t>(limits.mostRatio)))
        return tooLarge();
    const std::unique_ptr<zip_file_t, FileCloser> file(zip_fopen_index(archive, about.index, 0));
    QByteArray content(size, Qt::Uninitialized);
    if (!file || zip_fread(file.get(), content.data(), about.size) != size)
        return damaged();
    return content;
}

} // namespace

Result<void> readZip(const QByteArray& bytes, const std::function<bool(const QString& name)>& wanted,
                     const std::function<void(const QString& name, QByteArray&& content)>& entry,
                     const ZipLimits& limits)
{
    if (bytes.isEmpty())
        return damaged();
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source =
        zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, &error);
    const std::unique_ptr<zip_t, ArchiveCloser> archive(source ? zip_open_from_source(source, ZIP_RDONLY, &error)
                                                               : nullptr);
    if (!archive && source)
        zip_source_free(source);
    zip_error_fini(&error);
    if (!archive)
        return damaged();
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count > limits.mostEntries)
        return tooLarge();
    qint64 total = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t about;
        zip_stat_init(&about);
        if (zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), 0, &about) != 0 ||
            !(about.valid & ZIP_STAT_NAME))
            return damaged();
        const QString name = QString::fromUtf8(about.name);
        if (!wanted(name))
            continue;
        TWIN_TRY(QByteArray content, contentOf(archive.get(), about, limits));
        total += content.size();
        if (total > limits.mostBytes)
            return tooLarge();
        entry(name, std::move(content));
    }
    return {};
}

} // namespace twin::observe
