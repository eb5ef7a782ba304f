// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/SourceAdapters.h"

#include "app/services/adding/ForeignFormats.h"
#include "citygml/CityGmlReader.h"
#include "cityjson/CityJsonReader.h"
#include "geo/RasterInfo.h"
#include "pointcloud/PointCloudReader.h"
#include "tiles3d/ModelFile.h"
#include "vector/VectorReader.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace twin::services {
namespace {

constexpr std::array cityGmlFiles{"*.gml", "*.xml", "*.citygml"};
constexpr std::array cityJsonFiles{"*.json", "*.jsonl", "*.cityjson"};
constexpr std::array vectorFiles{"*.geojson", "*.topojson", "*.geojsonl", "*.json", "*.gpkg", "*.shp",
                                 "*.fgb",     "*.osm",      "*.osm.pbf",  "*.kml",  "*.gml",  "*.xml",
                                 "*.xml.gz",  "*.gml.gz",   "*.csv",      "*.tsv"};

constexpr std::array pointCloudFiles{"*.las", "*.laz"};
constexpr std::array modelFiles{"*.glb", "*.gltf"};
constexpr int neverFound = 101; ///< a model needs somebody who says where it stands

/// A .gml file need not look like a city model, so that a broken one is reported and not passed over; other XML must.
int scoreCityGml(const QString& path, QByteArrayView firstBytes)
{
    const int score = citygml::score(path, firstBytes);
    const auto ends = [&path](const char* suffix) { return path.endsWith(QLatin1String(suffix), Qt::CaseInsensitive); };
    if (ends(".xml"))
        return score < 50 ? 0 : score;
    return ends(".gml") || ends(".citygml") ? std::max(score, 1) : score;
}

template <class Options, class Read> CityModelReader readerOf(Read read)
{
    return [read](const QStringList& files, const CityModelReadOptions& options, CityObjectSink& sink,
                  const CancellationToken& cancel, const ProgressSink& progress) {
        Options own;
        static_cast<CityModelReadOptions&>(own) = options;
        return read(files, own, sink, cancel, progress);
    };
}

/// A file's best adapter and its score.
struct Match {
    const SourceAdapter* adapter = nullptr;
    int score = 0;
};

bool isNamedLike(const SourceAdapter& adapter, const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    return std::any_of(adapter.patterns.begin(), adapter.patterns.end(),
                       [&name](const char* pattern) { return QDir::match(QLatin1String(pattern), name); });
}

Match bestMatch(const QString& path)
{
    QFile file(path);
    const QByteArray head = file.open(QIODevice::ReadOnly) ? file.read(sniffBytes) : QByteArray();
    Match best;
    for (const SourceAdapter& adapter : sourceAdapters())
        if (const int score = adapter.score(path, head); score > best.score)
            best = {&adapter, score};
    return best;
}

bool isEmptyFile(const QString& path)
{
    const QFileInfo file(path);
    return file.isFile() && file.size() == 0;
}

} // namespace

std::span<const SourceAdapter> sourceAdapters()
{
    static const std::array adapters{
        SourceAdapter{"citygml", QT_TRANSLATE_NOOP("twin::services::SourceAdapter", "CityGML-Stadtmodell"),
                      "CityGML 1.0, 2.0, 3.0 (.gml, .xml, .citygml)", LayerKind::CityModel, cityGmlFiles, scoreCityGml,
                      1, readerOf<citygml::ReadOptions>(citygml::read)},
        SourceAdapter{"cityjson", QT_TRANSLATE_NOOP("twin::services::SourceAdapter", "CityJSON-Stadtmodell"),
                      "CityJSON 1.0, 1.1, 2.0, CityJSONSeq (.json, .jsonl, .cityjson)", LayerKind::CityModel,
                      cityJsonFiles, cityjson::score, 50, readerOf<cityjson::ReadOptions>(cityjson::read)},
        SourceAdapter{"vector",
                      QT_TRANSLATE_NOOP("twin::services::SourceAdapter", "Geodaten (Punkte, Linien, Flächen)"),
                      "GeoPackage, GeoJSON, TopoJSON, Shapefile, FlatGeobuf, GML, OSM, KML, CSV, ALKIS-NAS, XPlanGML",
                      LayerKind::Vector,
                      vectorFiles,
                      vector::score,
                      50,
                      {}},
        SourceAdapter{"pointcloud",
                      QT_TRANSLATE_NOOP("twin::services::SourceAdapter", "Punktwolke"),
                      "LAS 1.0–1.4, LAZ, COPC (.las, .laz)",
                      LayerKind::Points,
                      pointCloudFiles,
                      pointcloud::score,
                      50,
                      {}},
        SourceAdapter{"gltf",
                      QT_TRANSLATE_NOOP("twin::services::SourceAdapter", "3D-Modell"),
                      "glTF 2.0 (.glb, .gltf)",
                      LayerKind::Model,
                      modelFiles,
                      tiles3d::scoreModel,
                      neverFound,
                      {}},
    };
    return adapters;
}

QString titleOf(const SourceAdapter& adapter)
{
    return QCoreApplication::translate("twin::services::SourceAdapter", adapter.title);
}

const SourceAdapter* adapterFor(const QString& path)
{
    if (isEmptyFile(path))
        return nullptr;
    const Match match = bestMatch(path);
    const bool isSure = match.adapter != nullptr && match.score >= match.adapter->least;
    if (!isSure && foreignFormat(path)) // it says better what it is than a reader that its name suggests
        return nullptr;
    if (match.adapter != nullptr)
        return match.adapter;
    for (const SourceAdapter& adapter : sourceAdapters())
        if (isNamedLike(adapter, path))
            return &adapter;
    return nullptr;
}

const SourceAdapter* adapterForFound(const QString& path)
{
    const Match match = bestMatch(path);
    return match.adapter != nullptr && match.score >= match.adapter->least && isNamedLike(*match.adapter, path)
               ? match.adapter
               : nullptr;
}

bool isRaster(const QString& path)
{
    if (isEmptyFile(path) || !geo::isRasterFile(path))
        return false;
    QFile file(path);
    const QByteArray head = file.open(QIODevice::ReadOnly) ? file.read(sniffBytes).trimmed() : QByteArray();
    if (!head.startsWith('<') && !head.startsWith('{')) // no text of a model or of features
        return true;
    const Match match = bestMatch(path);
    return match.adapter == nullptr || match.score < match.adapter->least;
}

Error unknownFormat(const QString& path)
{
    if (isEmptyFile(path))
        return {
            ErrorCode::NoData,
            QCoreApplication::translate("twin::services::Import", "Die Datei ist leer."),
            {},
            QCoreApplication::translate("twin::services::Import",
                                        "Laden Sie die Datei erneut herunter oder lassen Sie sie von dem Programm neu "
                                        "schreiben, aus dem sie stammt."),
            {path, -1, {}}};
    if (const auto foreign = foreignFormat(path))
        return *foreign;
    QFile file(path);
    const QByteArray head = file.open(QIODevice::ReadOnly) ? file.read(8) : QByteArray();
    Error error{ErrorCode::UnsupportedFormat,
                QCoreApplication::translate("twin::services::Import", "Diese Datei hat kein bekanntes Format."),
                {},
                {},
                {path, -1, {}}};
    for (const char* magic : {"PK\x03\x04", "\x1F\x8B", "7z\xBC\xAF\x27\x1C", "Rar!"})
        if (head.startsWith(magic)) {
            error.summary = QCoreApplication::translate("twin::services::Import", "Diese Datei ist ein Archiv.");
            error.remedy = QCoreApplication::translate("twin::services::Import",
                                                       "Entpacken Sie es und wählen Sie die Dateien darin.");
        }
    return error;
}

} // namespace twin::services
