// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/quality/QualityReport.h"

#include "app/services/quality/IssueObjects.h"
#include "model/Issues.h"
#include "package/quality/HeightCheck.h"
#include "package/quality/Val3dity.h"
#include "package/RegionPackage.h"

#include <algorithm>
#include <tuple>

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>

namespace twin::services {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::Quality)
};

/// Gathers topics while they are found.
class Topics {
public:
    QualityTopic& of(QualityGroup group, const QString& code, const QString& title)
    {
        const auto known = m_places.constFind(code);
        if (known != m_places.constEnd())
            return m_topics[*known];
        m_places.insert(code, m_topics.size());
        QualityTopic& topic = m_topics.emplace_back();
        topic.group = group;
        topic.code = code;
        topic.title = title;
        return topic;
    }

    std::vector<QualityTopic> sorted() &&
    {
        std::stable_sort(m_topics.begin(), m_topics.end(), [](const QualityTopic& a, const QualityTopic& b) {
            return a.group != b.group ? a.group < b.group : a.count > b.count;
        });
        return std::move(m_topics);
    }

private:
    std::vector<QualityTopic> m_topics;
    QHash<QString, std::size_t> m_places;
};

QString metres(double value, int digits = 2)
{
    return reportLocale().toString(value, 'f', digits) + QStringLiteral(" m");
}

/// Where geometry was looked at, what the import mended of a polygon stands there with its place.
bool isToldElsewhere(const QString& reason, bool geometryChecked)
{
    return geometryChecked && groupOf(reason) == QualityGroup::Mended && package::val3dityCodeOf(reason) != 0 &&
           reason.startsWith(QLatin1String("polygon."));
}

void addIssues(const ImportSummary& summary, bool geometryChecked, Topics& topics)
{
    for (const auto& [reason, count] : summary.issueCounts) {
        QualityTopic& topic = topics.of(groupOf(reason), reason, issueTitle(reason));
        topic.count = count;
        topic.val3dity = package::val3dityCodeOf(reason);
    }
    for (const Issue& issue : summary.skipped) {
        QualityTopic& topic = topics.of(groupOf(issue.reason), issue.reason, issueTitle(issue.reason));
        if (topic.rows.size() < QualityReport::mostRows && !isToldElsewhere(issue.reason, geometryChecked))
            topic.rows.push_back({issue.detail, issue.where, {}, {}});
    }
}

QString describe(const GeometryFinding& finding)
{
    QStringList parts;
    if (finding.metres >= 0)
        parts.append(Text::tr("%1 neben der Ebene").arg(metres(finding.metres, 3)));
    if (finding.code == 302 || finding.code == 303)
        parts.append(Text::tr("Kanten: %1").arg(finding.count));
    else if (finding.code == 305)
        parts.append(Text::tr("Teile: %1").arg(finding.count));
    else if (finding.code == 301 || finding.code == 307 || finding.code == 405)
        parts.append(Text::tr("Flächen: %1").arg(finding.count));
    parts.append(QStringLiteral("LoD") + lodName(finding.lod));
    return parts.join(QStringLiteral(", "));
}

void addGeometry(const QualityInspection& inspection, const std::vector<SourceInfo>& sources, Topics& topics)
{
    for (const auto& [kind, count] : inspection.counts()) {
        const package::Val3dityCode* code = package::findVal3dityCode(kind.code);
        QString title =
            code != nullptr
                ? package::titleOf(*code)
                : Text::tr("Eine Fläche oder ein Körper ließ sich nicht prüfen: zu groß oder nirgends auf der Erde.");
        QString key = code != nullptr ? QString::number(kind.code) : QStringLiteral("geometry.unchecked");
        if (kind.cornersOnly) {
            key += QStringLiteral("-t");
            title = Text::tr("Ein Körper schließt sich nur, wenn Ecken auf Kanten anderer Flächen liegen dürfen.");
        }
        QualityTopic& topic = topics.of(code != nullptr ? QualityGroup::Invalid : QualityGroup::Note, key, title);
        topic.count = count;
        topic.val3dity = kind.code;
        for (const GeometryFinding& finding : inspection.findings(kind)) {
            const auto source = std::size_t(finding.source);
            topic.rows.push_back({describe(finding),
                                  {source < sources.size() ? sources[source].path : QString(), finding.line,
                                   finding.surface.isEmpty() ? finding.object : finding.surface},
                                  finding.object,
                                  finding.place});
        }
    }
}

/// What is kept but not understood is told by its name, not by each place.
void addUnknown(const std::map<QString, qint64>& names, const QString& code, const QString& title, Topics& topics)
{
    if (names.empty())
        return;
    QualityTopic& topic = topics.of(QualityGroup::Unknown, code, title);
    for (const auto& [name, count] : names) {
        topic.count += count;
        topic.rows.push_back({Text::tr("%1: %2 Objekte").arg(name, reportLocale().toString(count)), {}, {}, {}});
    }
}

QString describe(const package::HeightFinding& finding)
{
    if (finding.reason == QLatin1String("height.measured-differs"))
        return Text::tr("angegeben %1, Geometrie %2").arg(metres(finding.expected), metres(finding.found));
    if (finding.reason == QLatin1String("height.ground-outlier"))
        return Text::tr("Fuß auf %1, Nachbarn auf %2").arg(metres(finding.found), metres(finding.expected));
    if (finding.reason == QLatin1String("height.tall-outlier"))
        return Text::tr("%1 hoch, Nachbarn %2").arg(metres(finding.found), metres(finding.expected));
    return Text::tr("%1 hoch").arg(metres(finding.found));
}

Result<void> addHeights(const QString& geoPackage, const std::vector<SourceInfo>& sources,
                        const CancellationToken& cancel, Topics& topics)
{
    TWIN_TRY(const std::vector<package::HeightFinding> findings, package::checkHeights(geoPackage, cancel));
    for (const package::HeightFinding& finding : findings) {
        QualityTopic& topic = topics.of(QualityGroup::Heights, finding.reason, issueTitle(finding.reason));
        ++topic.count;
        const auto source = std::size_t(finding.source);
        if (topic.rows.size() < QualityReport::mostRows)
            topic.rows.push_back(
                {describe(finding),
                 {source < sources.size() ? sources[source].path : QString(), finding.line, finding.id},
                 finding.id,
                 finding.place});
    }
    return {};
}

/// Finds the objects of the problems that came without one.
Result<void> addPlaces(const QString& region, const std::vector<LayerInfo>& layers, std::vector<QualityTopic>& topics)
{
    QStringList added;
    for (const LayerInfo& layer : layers)
        added.append(layer.id);
    std::vector<IssuePlace> places;
    std::vector<QualityRow*> rows;
    for (QualityTopic& topic : topics)
        for (QualityRow& row : topic.rows)
            if (row.object.isEmpty() && topic.group != QualityGroup::Refused) {
                places.push_back({row.where, {}, {}});
                rows.push_back(&row);
            }
    TWIN_CHECK(findIssueObjects(region, added, places));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i]->where = places[i].where;
        rows[i]->object = places[i].object;
        rows[i]->position = places[i].position;
    }
    return {};
}

void addRefusals(const Error& error, Topics& topics)
{
    for (const Error& cause : error.causes)
        addRefusals(cause, topics);
    if (!error.causes.empty())
        return;
    const QString reason = refusalReason(error);
    QualityTopic& topic = topics.of(QualityGroup::Refused, reason, issueTitle(reason));
    ++topic.count;
    Error told = error;
    told.where = {}; // stands in columns of its own
    topic.rows.push_back({told.toText(), error.where, {}, {}});
}

} // namespace

QLocale reportLocale()
{
    return QLocale(Text::tr("de", "language of the program, as ISO 639 has it: also of numbers and dates"));
}

qint64 QualityReport::countOf(QualityGroup group) const
{
    qint64 count = 0;
    for (const QualityTopic& topic : topics)
        count += topic.group == group ? topic.count : 0;
    return count;
}

Result<QualityReport> makeQualityReport(const ImportSummary& summary, const QString& region,
                                        const QualityInspection* inspection, const CancellationToken& cancel)
{
    TWIN_TRY(const auto package, package::RegionPackage::open(region));
    QualityReport report;
    report.title = package->info().title;
    report.region = region;
    report.createdAt = QDateTime::currentDateTime();
    report.demo = package->info().demo;
    report.sources = package->info().sources;
    report.layers = summary.layers;
    report.objects = summary.objects;
    report.surfaces = summary.surfaces;
    report.triangles = summary.triangles;
    report.bytesRead = summary.bytesRead;
    report.seconds = summary.seconds;
    Topics topics;
    addIssues(summary, inspection != nullptr, topics);
    const QString geoPackage = package->folder() + QStringLiteral("/twin.gpkg");
    if (inspection != nullptr) {
        report.geometryChecked = true;
        report.geometry = inspection->tally();
        for (const auto& [level, count] : inspection->levels())
            report.levels.push_back({level.type, level.lod, count});
        addGeometry(*inspection, report.sources, topics);
        addUnknown(inspection->unknownClasses(), QStringLiteral("object.unknown-class"),
                   Text::tr("Objektarten, die kein Modul von CityGML kennt: mit Sachdaten und Geometrie behalten"),
                   topics);
        addUnknown(inspection->unknownCodes(), QStringLiteral("code.unknown"),
                   Text::tr("Schlüssel, die in keiner der bekannten Listen stehen: als Zahl behalten"), topics);
        TWIN_CHECK(addHeights(geoPackage, report.sources, cancel, topics));
    }
    report.topics = std::move(topics).sorted();
    TWIN_CHECK(addPlaces(package->folder(), report.layers, report.topics));
    return report;
}

QualityReport refusalReport(const Error& error)
{
    QualityReport report;
    report.createdAt = QDateTime::currentDateTime();
    Topics topics;
    addRefusals(error, topics);
    report.topics = std::move(topics).sorted();
    return report;
}

} // namespace twin::services
