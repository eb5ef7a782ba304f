// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ReportOption.h"

#include "app/cli/Json.h"
#include "app/cli/Text.h"
#include "app/services/quality/HtmlReport.h"
#include "app/services/quality/ObjectLink.h"

#include <QFileInfo>

namespace twin::cli {
namespace {

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject describe(const services::QualityRow& row, const QString& region)
{
    const bool leads = !row.object.isEmpty() && !region.isEmpty();
    return {{QStringLiteral("object"), textOrNull(row.object)},
            {QStringLiteral("link"), leads ? QJsonValue(services::uriOf({region, row.object})) : QJsonValue()},
            {QStringLiteral("id"), textOrNull(row.where.id)},
            {QStringLiteral("file"), textOrNull(row.where.source)},
            {QStringLiteral("line"), row.where.line < 1 ? QJsonValue() : QJsonValue(row.where.line)},
            {QStringLiteral("position"), row.position ? QJsonValue(toJson(*row.position)) : QJsonValue()},
            {QStringLiteral("detail"), row.detail}};
}

/// {checked, geometry: {…}, topics: [{group, code, val3dity, title, count, rows}]}
QJsonObject describe(const services::QualityReport& report)
{
    const QString region = report.region.isEmpty() ? QString() : QFileInfo(report.region).absoluteFilePath();
    QJsonArray topics;
    for (const services::QualityTopic& topic : report.topics) {
        QJsonArray rows;
        for (const services::QualityRow& row : topic.rows)
            rows.append(describe(row, region));
        topics.append(
            QJsonObject{{QStringLiteral("group"), services::nameOf(topic.group)},
                        {QStringLiteral("code"), topic.code},
                        {QStringLiteral("val3dity"), topic.val3dity == 0 ? QJsonValue() : QJsonValue(topic.val3dity)},
                        {QStringLiteral("title"), topic.title},
                        {QStringLiteral("count"), topic.count},
                        {QStringLiteral("rows"), rows}});
    }
    QJsonArray levels;
    for (const services::QualityLevel& level : report.levels)
        levels.append(QJsonObject{{QStringLiteral("type"), typeName(level.type)},
                                  {QStringLiteral("module"), layerName(moduleOf(level.type))},
                                  {QStringLiteral("lod"), lodName(level.lod)},
                                  {QStringLiteral("objects"), level.objects}});
    return {{QStringLiteral("geometryChecked"), report.geometryChecked},
            {QStringLiteral("polygons"), report.geometry.polygons},
            {QStringLiteral("solids"), report.geometry.solids},
            {QStringLiteral("goodSolids"), report.geometry.goodSolids},
            {QStringLiteral("skippedSolids"), report.geometry.skippedSolids},
            {QStringLiteral("levels"), levels},
            {QStringLiteral("topics"), topics}};
}

} // namespace

Option reportOption()
{
    return {"report", "HTML",
            QT_TRANSLATE_NOOP("twin::cli", "Qualitätsbericht: was abgelehnt, weggelassen, ausgebessert "
                                           "oder auffällig ist, mit Datei, Zeile und Ort")};
}

Result<void> checkReport(const Arguments& arguments)
{
    return arguments.has("report") ? services::checkReportPath(arguments.value("report")) : Result<void>();
}

Result<QJsonObject> writeReport(const Arguments& arguments, const ImportSummary& summary, const QString& region,
                                const services::QualityInspection* inspection, const CancellationToken& cancel)
{
    if (!arguments.has("report"))
        return QJsonObject();
    TWIN_TRY(const services::QualityReport report, services::makeQualityReport(summary, region, inspection, cancel));
    TWIN_CHECK(services::writeHtmlReport(report, arguments.value("report")));
    return describe(report);
}

Error reportRefusal(const Arguments& arguments, const Error& error)
{
    // The error itself matters more than one of its report.
    if (arguments.has("report") && error.code != ErrorCode::Cancelled)
        static_cast<void>(services::writeHtmlReport(services::refusalReport(error), arguments.value("report")));
    return error;
}

void sayReport(const Arguments& arguments, Console& console)
{
    if (arguments.has("report"))
        console.line(Text::tr("Qualitätsbericht: %1").arg(arguments.value("report")));
}

} // namespace twin::cli
