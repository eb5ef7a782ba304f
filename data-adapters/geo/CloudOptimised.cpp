// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/CloudOptimised.h"

#include <cerrno>

#include <QCoreApplication>

namespace twin::geo {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::geo", text);
}

struct Progress {
    const CancellationToken& cancel;
    const ProgressSink& sink;
    const QString& step;
};

int CPL_STDCALL report(double fraction, const char*, void* data)
{
    const auto& progress = *static_cast<const Progress*>(data);
    if (progress.sink)
        progress.sink(fraction, progress.step);
    return progress.cancel.isCancelled() ? FALSE : TRUE;
}

} // namespace

Error writeError(const QString& path)
{
    const bool isFull = errno == ENOSPC || lastGdalMessage().contains(QLatin1String("No space left"));
    return {isFull ? ErrorCode::ResourceExhausted : ErrorCode::AccessDenied,
            tr("Die Rasterdatei lässt sich nicht schreiben."),
            lastGdalMessage(),
            {},
            {path, -1, {}}};
}

Result<void> writeCloudOptimised(GDALDataset& source, const QString& target, const QStringList& options,
                                 const CancellationToken& cancel, const ProgressSink& progress, const QString& step)
{
    TWIN_TRY(const QByteArray name, fileName(target));
    CPLStringList list;
    for (const QString& option : options)
        list.AddString(option.toUtf8().constData());
    list.SetNameValue("BIGTIFF", "IF_SAFER");
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("COG");
    Progress reporting{cancel, progress, step};
    CPLErrorReset();
    errno = 0;
    Dataset copy(driver->CreateCopy(name.constData(), &source, FALSE, list.List(), report, &reporting));
    if (cancel.isCancelled())
        return failure(ErrorCode::Cancelled, {});
    if (copy == nullptr)
        return failure(writeError(target));
    copy.reset(); // flushes
    if (CPLGetLastErrorType() >= CE_Failure)
        return failure(writeError(target));
    return {};
}

Result<Dataset> createWorkingRaster(const QString& path, int columns, int rows, int bands, GDALDataType type)
{
    TWIN_TRY(const QByteArray name, fileName(path));
    const char* const options[] = {"TILED=YES", "SPARSE_OK=TRUE", "BIGTIFF=IF_SAFER", "INTERLEAVE=PIXEL", nullptr};
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    CPLErrorReset();
    Dataset dataset(driver->Create(name.constData(), columns, rows, bands, type, const_cast<char**>(options)));
    if (dataset == nullptr)
        return failure(writeError(path));
    return dataset;
}

} // namespace twin::geo
