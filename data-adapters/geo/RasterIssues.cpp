// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/RasterIssues.h"

namespace twin::geo {

Issue rasterIssue(const Error& error, const QString& path)
{
    const auto reason = [&error] {
        switch (error.code) {
        case ErrorCode::NotFound:
            return "file.not-found";
        case ErrorCode::MissingCrs:
            return "file.crs-missing";
        case ErrorCode::TransformFailed:
            return "file.crs-unknown";
        case ErrorCode::OutOfRegion:
            return "raster.out-of-region";
        default:
            return "raster.unreadable";
        }
    };
    const QString detail = error.detail.isEmpty() ? error.summary : error.detail;
    return {QLatin1String(reason()), detail, {path, error.where.line, {}}};
}

void appendHeightIssues(const RasterInfo& info, std::vector<Issue>& issues)
{
    if (!info.heightsStated)
        issues.push_back({QStringLiteral("height.reference-unknown"), info.crs, {info.path, -1, {}}});
    if (info.outliers > 0)
        issues.push_back(
            {QStringLiteral("height.outlier"), QStringLiteral("%1 nodes").arg(info.outliers), {info.path, -1, {}}});
}

} // namespace twin::geo
