// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/VectorReader.h"
#include "vector/Reader.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QStringConverter>

namespace twin::vector {
namespace {

constexpr std::size_t batchSize = 512;
constexpr qint64 faultLimit = 1000;
constexpr qint64 headBytes = 4096;

bool endsWith(const QString& path, std::initializer_list<const char*> suffixes)
{
    for (const char* suffix : suffixes)
        if (path.endsWith(QLatin1String(suffix), Qt::CaseInsensitive))
            return true;
    return false;
}

using ReadFile = Result<FeatureSource> (*)(const QString&, const ReadOptions&, Output*, const CancellationToken&,
                                           const ProgressSink&);

bool isGzip(QByteArrayView head)
{
    return head.startsWith("\x1F\x8B");
}

/// @returns the beginning of a text in UTF-8 where its mark says UTF-16; else the bytes as they are.
QByteArray inUtf8(QByteArrayView head)
{
    if (head.startsWith("\xEF\xBB\xBF"))
        return head.sliced(3).toByteArray();
    if (!head.startsWith("\xFF\xFE") && !head.startsWith("\xFE\xFF"))
        return head.toByteArray();
    QStringDecoder decoder(QStringDecoder::Utf16);
    const QString text = decoder(head);
    return text.toUtf8();
}

/// XML that holds features: not a city model, not OpenStreetMap, not KML.
bool isFeatureXml(QByteArrayView head)
{
    const QByteArray text = head.toByteArray();
    return text.contains("opengis.net/gml") && !text.contains("opengis.net/citygml") &&
           !text.contains("opengis.net/indoorgml");
}

ReadFile readerOf(const QString& path, QByteArrayView head)
{
    if (endsWith(path, {".csv", ".tsv", ".txt"}))
        return readCsv;
    const QByteArray start = head.toByteArray().trimmed();
    if (isGzip(head) || (isFeatureXml(head) && !start.contains("<kml")))
        return readGml;
    return readOgr;
}

Result<QByteArray> headOf(const QString& path)
{
    QFile file(path);
    if (!QFileInfo::exists(path))
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("twin::vector", "Die Datei wurde nicht gefunden."), {}, {},
                       {path, -1, {}});
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::AccessDenied,
                       QCoreApplication::translate("twin::vector", "Die Datei lässt sich nicht öffnen."),
                       file.errorString(), {}, {path, -1, {}});
    return inUtf8(file.read(headBytes));
}

Result<FeatureSource> run(const QString& path, const ReadOptions& options, Output* output,
                          const CancellationToken& cancel, const ProgressSink& progress)
{
    TWIN_TRY(const QByteArray head, headOf(path));
    Result<FeatureSource> source = readerOf(path, head)(path, options, output, cancel, progress);
    if (source)
        return source;
    Error error = std::move(source).error();
    if (error.where.source.isEmpty())
        error.where.source = path;
    return failure(std::move(error));
}

/// A GeoJSON text may be a geometry without a feature around it (RFC 7946 §2). @param json  without white space
bool isBareGeometry(const QByteArray& json)
{
    constexpr std::array types{"Point",           "LineString",   "Polygon",           "MultiPoint",
                               "MultiLineString", "MultiPolygon", "GeometryCollection"};
    return json.startsWith('{') && (json.contains("\"coordinates\":[") || json.contains("\"geometries\":[")) &&
           std::any_of(types.begin(), types.end(), [&json](const char* type) {
               return json.contains(QByteArrayLiteral("\"type\":\"") + type + '"');
           });
}

} // namespace

Result<void> Output::begin(const FeatureSource& source)
{
    for (const FeatureTable& table : source.tables) {
        TWIN_TRY(const int number, m_sink.addTable(table));
        m_batches.push_back({number, {}});
        m_counts.push_back(0);
    }
    return {};
}

Result<void> Output::add(std::size_t table, Feature&& feature)
{
    ++m_counts[table];
    m_batches[table].features.push_back(std::move(feature));
    return m_batches[table].features.size() < batchSize ? Result<void>() : flush(table);
}

Result<void> Output::flush(std::size_t table)
{
    FeatureBatch next{m_batches[table].table, {}};
    return m_sink.accept(std::exchange(m_batches[table], std::move(next)));
}

Result<void> Output::finish(FeatureSource& source)
{
    for (std::size_t table = 0; table < m_batches.size(); ++table) {
        TWIN_CHECK(flush(table));
        source.tables[table].count = m_counts[table];
    }
    for (const auto& [reason, count] : m_faults)
        if (count > faultLimit)
            m_issues.push_back(
                {QString::fromStdString(reason), QStringLiteral("%1 more").arg(count - faultLimit), {m_path, -1, {}}});
    return {};
}

void Output::fault(const char* reason, const QString& detail, const QString& id, qint64 line)
{
    if (++m_faults[reason] <= faultLimit)
        m_issues.push_back({QLatin1String(reason), detail, {m_path, line, id}});
}

SourceInfo sourceInfo(const QString& path, const QString& format)
{
    const QFileInfo file(path);
    SourceInfo info;
    info.path = path;
    info.bytes = file.size();
    info.format = format;
    info.title = file.completeBaseName();
    info.fileDate = file.lastModified().date();
    return info;
}

Result<FeatureSource> inspect(const QString& path, const ReadOptions& options, const CancellationToken& cancel)
{
    return run(path, options, nullptr, cancel, {});
}

Result<FeatureSource> read(const QString& path, const ReadOptions& options, FeatureSink& sink,
                           std::vector<Issue>& issues, const CancellationToken& cancel, const ProgressSink& progress)
{
    Output output(sink, path, issues);
    return run(path, options, &output, cancel, progress);
}

int score(const QString& path, QByteArrayView firstBytes)
{
    const QByteArray head = inUtf8(firstBytes);
    if (head.startsWith("SQLite format 3") && endsWith(path, {".gpkg"}))
        return 70; // a GeoPackage of pictures says so only in its tables
    if (head.startsWith(QByteArray("\x00\x00\x27\x0A", 4)) && endsWith(path, {".shp"}))
        return 100;
    if (head.startsWith("fgb"))
        return 90;
    if (isGzip(head))
        return endsWith(path, {".xml.gz", ".gml.gz"}) ? 50 : 0;
    if (head.contains("<osm ") || endsWith(path, {".osm.pbf"}))
        return 90;
    if (head.contains("<kml"))
        return 90;
    if (head.contains("xplanung.de/xplangml") || head.contains("adv-online.de/namespaces/adv/gid"))
        return 95;
    if (head.contains("FeatureCollection") && isFeatureXml(head))
        return 80;
    QByteArray json = head;
    json.replace(' ', "").replace('\n', "").replace('\r', "").replace('\t', "");
    if (json.startsWith('{') && (json.contains("\"type\":\"FeatureCollection\"") ||
                                 json.contains("\"type\":\"Feature\"") || json.contains("\"type\":\"Topology\"")))
        return 85;
    if (isBareGeometry(json))
        return 70;
    if (json.startsWith("[{\"type\":\"Feature\""))
        return 60; // of the collection only its list
    if (head.contains('\0'))
        return 0;
    const QByteArray heading = head.left(head.indexOf('\n'));
    const bool hasColumns = heading.contains(';') || heading.contains(',') || heading.contains('\t');
    return endsWith(path, {".csv", ".tsv"}) || (endsWith(path, {".txt"}) && hasColumns) ? 30 : 0;
}

} // namespace twin::vector
