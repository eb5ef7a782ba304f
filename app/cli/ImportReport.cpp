// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ImportReport.h"

#include "app/cli/Json.h"
#include "app/cli/Text.h"
#include "model/Issues.h"

#include <algorithm>

#include <QLocale>

namespace twin::cli {
namespace {

/// What is no fault: the counts of a point cloud.
const QString countedReason = QStringLiteral("points.counted");

} // namespace

void reportImport(const ImportSummary& summary, const QString& out, bool asJson, Console& console)
{
    if (asJson) {
        console.json(toJson(summary));
        return;
    }
    const QLocale locale(QLocale::German);
    console.line(Text::tr("Regionspaket: %1").arg(out));
    for (const auto& [type, count] : summary.objects)
        console.line(QStringLiteral("  %1 × %2").arg(locale.toString(count), 8).arg(type));
    for (const LayerInfo& layer : summary.layers)
        console.line(Text::tr("  Ebene „%1“ (%2): %3").arg(layer.id, layerKindName(layer.kind), layer.title));
    if (!summary.objects.empty())
        console.line(Text::tr("  %1 Flächen, %2 Dreiecke")
                         .arg(locale.toString(summary.surfaces), locale.toString(summary.triangles)));
    const double megabytes = static_cast<double>(summary.bytesRead) * 1e-6;
    console.line(Text::tr("  %1 MB gelesen in %2 s (%3 MB/s)")
                     .arg(locale.toString(megabytes, 'f', 1), locale.toString(summary.seconds, 'f', 2),
                          locale.toString(summary.seconds > 0 ? megabytes / summary.seconds : 0, 'f', 0)));
    for (const Issue& issue : summary.skipped)
        if (issue.reason == countedReason)
            console.line(QStringLiteral("  ") + issue.detail);
    if (summary.issueCounts.size() == summary.issueCounts.count(countedReason))
        return;
    console.line(Text::tr("Ausgebessert oder ausgelassen:"));
    for (const auto& [reason, count] : summary.issueCounts) {
        if (reason == countedReason)
            continue;
        const auto first = std::find_if(summary.skipped.begin(), summary.skipped.end(),
                                        [wanted = reason](const Issue& issue) { return issue.reason == wanted; });
        QString line = QStringLiteral("  %1 × %2").arg(locale.toString(count), 8).arg(issueTitle(reason));
        if (first != summary.skipped.end()) {
            if ((reason.startsWith(QLatin1String("crs.")) || reason.startsWith(QLatin1String("points."))) &&
                !first->detail.isEmpty()) // names the systems or counts
                line += QStringLiteral(" (%1)").arg(first->detail);
            line += Text::tr(", zuerst %1").arg(first->where.toText());
        }
        console.line(line);
    }
}

} // namespace twin::cli
