// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/RegionPackage.h"

#include "geo/Gdal.h"
#include "package/database/Lineage.h"
#include "package/database/ObjectQuery.h"
#include "package/database/Search.h"
#include "package/LayerJson.h"
#include "package/LayerObjects.h"
#include "package/LayerRequest.h"
#include "package/points/PointClassRecord.h"
#include "package/RegionJson.h"

#include <algorithm>
#include <mutex>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace twin::package {
namespace {

constexpr std::size_t mostNamed = 3; ///< sources that a remedy names

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::package", text);
}

/// @returns "a.gml, b.gml, c.gml und 2 weiteren".
QString named(const std::vector<SourceInfo>& sources)
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(sources.size(), mostNamed); ++i)
        names.append(QDir::toNativeSeparators(sources[i].path));
    const QString text = names.join(QStringLiteral(", "));
    return sources.size() <= mostNamed ? text : tr("%1 und %2 weiteren").arg(text).arg(sources.size() - mostNamed);
}

/// What the files of a package say when their bytes are not what was written.
bool isDamage(ErrorCode code)
{
    return code == ErrorCode::MalformedData || code == ErrorCode::NotFound || code == ErrorCode::UnsupportedFormat ||
           code == ErrorCode::UnsupportedVersion || code == ErrorCode::OutOfRegion;
}

/// A connection with its prepared queries. Used by one thread at a time.
struct Session {
    SqliteDatabase database;
    std::unique_ptr<Search> search;
    std::unique_ptr<ObjectQuery> objects;
};

} // namespace

struct RegionPackage::Private {
    QString folder;
    RegionInfo info;
    std::optional<HomeCamera> home;

    // Connections are lent out, so that as many exist as threads ask at once and none outlives the package.
    mutable std::mutex mutex;
    mutable std::vector<std::unique_ptr<Session>> idle;

    Result<std::unique_ptr<Session>> borrow() const;
    void giveBack(std::unique_ptr<Session> session) const;
    /// @returns NotFound with the id where the package has no such object; the database's error.
    Result<ObjectRecord> ownObject(const QString& id, const SceneFrame& frame) const;
    [[nodiscard]] QString database() const { return folder + QStringLiteral("/twin.gpkg"); }
    /// @returns the database's error with its file.
    [[nodiscard]] Error located(Error error) const
    {
        error.where.source = database();
        return error;
    }
};

Result<std::unique_ptr<Session>> RegionPackage::Private::borrow() const
{
    {
        const std::lock_guard lock(mutex);
        if (!idle.empty()) {
            std::unique_ptr<Session> session = std::move(idle.back());
            idle.pop_back();
            return session;
        }
    }
    auto session = std::make_unique<Session>();
    TWIN_TRY(session->database, SqliteDatabase::openReadOnly(database()));
    TWIN_TRY(session->search, Search::create(session->database));
    TWIN_TRY(session->objects, ObjectQuery::create(session->database));
    return session;
}

void RegionPackage::Private::giveBack(std::unique_ptr<Session> session) const
{
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(session));
}

Result<std::shared_ptr<const RegionPackage>> RegionPackage::open(const QString& folder)
{
    const QString path = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    QFile file(path + QStringLiteral("/region.json"));
    if (!file.exists())
        return failure(
            ErrorCode::NotFound,
            QCoreApplication::translate("twin::package", "Der Ordner ist kein Regionspaket (region.json fehlt)."), {},
            QCoreApplication::translate(
                "twin::package", "Importieren Sie zuerst eine Quelle: stadtzwilling import QUELLE --out ORDNER."),
            {path, -1, {}});
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::AccessDenied,
                       QCoreApplication::translate("twin::package", "Das Regionspaket lässt sich nicht lesen."),
                       file.errorString(), {}, {file.fileName(), -1, {}});
    if (file.size() > largestRegionJsonBytes)
        return failure(
            ErrorCode::MalformedData,
            QCoreApplication::translate("twin::package", "Die Beschreibung der Region (region.json) ist beschädigt."),
            QStringLiteral("larger than 16 MiB"), {}, {file.fileName(), -1, {}});
    auto d = std::make_unique<Private>();
    d->folder = path;
    TWIN_TRY(RegionFile region, parseRegionJson(file.readAll(), file.fileName()));
    d->info = std::move(region.info);
    d->home = region.home;
    if (d->info.sources.size() > mostListedSources) {
        // A damaged database says so when objects are asked for; without the names of its sources the region still
        // shows.
        static_cast<void>(readLineage(path + QStringLiteral("/twin.gpkg"), d->info.sources));
    }
    return std::shared_ptr<const RegionPackage>(new RegionPackage(std::move(d)));
}

RegionPackage::RegionPackage(std::unique_ptr<Private> priv) : d(std::move(priv)) {}

RegionPackage::~RegionPackage() = default;

const QString& RegionPackage::folder() const
{
    return d->folder;
}

std::optional<HomeCamera> RegionPackage::home() const
{
    return d->home;
}

const RegionInfo& RegionPackage::info() const
{
    return d->info;
}

QString RegionPackage::buildingsTileset() const
{
    const std::vector<CityLayer>& layers = d->info.cityLayers;
    const bool hasBuildings = !layers.empty() && layers.front().module == CityModule::Building;
    return hasBuildings ? d->folder + QLatin1Char('/') + layers.front().tilesets.front().tileset : QString();
}

std::vector<CityLayer> RegionPackage::cityLayers() const
{
    std::vector<CityLayer> layers = d->info.cityLayers;
    for (CityLayer& layer : layers)
        for (LayerTileset& tileset : layer.tilesets)
            tileset.tileset = d->folder + QLatin1Char('/') + tileset.tileset;
    return layers;
}

std::vector<LayerInfo> RegionPackage::layers(std::vector<Issue>& issues) const
{
    return readLayers(d->folder, frame(), issues);
}

QString RegionPackage::terrainTileset() const
{
    const QString path = d->folder + QStringLiteral("/terrain/tileset.json");
    return QFileInfo::exists(path) ? path : QString();
}

Error RegionPackage::remedied(Error error) const
{
    if (!isDamage(error.code))
        return error;
    if (d->info.demo)
        error.remedy = tr("Erzeugen Sie die Demo-Region neu: stadtzwilling demo-region --out %1")
                           .arg(QDir::toNativeSeparators(d->folder));
    else if (d->info.sources.empty())
        error.remedy = tr("Importieren Sie die Region erneut.");
    else
        error.remedy = tr("Importieren Sie die Region erneut aus %1.").arg(named(d->info.sources));
    return error;
}

Result<GroundModel> RegionPackage::ground() const
{
    const QString path = d->folder + QStringLiteral("/terrain/ground.tif");
    if (!QFileInfo::exists(path))
        return failure(ErrorCode::NoData,
                       QCoreApplication::translate("twin::package", "Die Region hat kein Geländemodell."));
    Result<GroundModel> ground = geo::readGroundModel(path, frame());
    return ground ? std::move(ground) : failure(remedied(std::move(ground).error()));
}

Result<std::vector<SearchHit>> RegionPackage::search(const QString& text, int limit) const
{
    Result<std::unique_ptr<Session>> session = d->borrow();
    if (!session)
        return failure(remedied(d->located(std::move(session).error())));
    Result<std::vector<RankedHit>> found = (*session)->search->find(text, limit);
    if (!found) // a connection that failed is not used again
        return failure(remedied(d->located(std::move(found).error())));
    d->giveBack(*std::move(session));
    std::vector<SearchHit> hits;
    for (RankedHit& ranked : *found)
        hits.push_back(std::move(ranked.hit));
    return hits;
}

Result<ObjectRecord> RegionPackage::Private::ownObject(const QString& id, const SceneFrame& frame) const
{
    TWIN_TRY(std::unique_ptr<Session> session, borrow());
    Result<ObjectRecord> record = session->objects->read(id, frame);
    if (record || record.error().code == ErrorCode::NotFound) // not found: the id is wrong, not the package
        giveBack(std::move(session));
    return record;
}

Result<ObjectRecord> RegionPackage::object(const QString& id) const
{
    Result<ObjectRecord> record = d->ownObject(id, frame());
    if (!record && (record.error().code != ErrorCode::NotFound || record.error().where.id != id))
        return failure(remedied(d->located(std::move(record).error())));
    if (!record)
        if (auto ofLayer = objectOfLayers(id))
            return *std::move(ofLayer);
    return record;
}

std::optional<SourceInfo> RegionPackage::sourceOf(const ObjectRecord& record) const
{
    std::vector<SourceInfo> sources = d->info.sources;
    if (isLayerId(record.layer)) {
        auto layer = readLayer(layerFolder(d->folder, record.layer), frame());
        sources = layer ? std::move(layer->sources) : std::vector<SourceInfo>();
    }
    const bool isKnown = record.source >= 0 && static_cast<std::size_t>(record.source) < sources.size();
    return isKnown ? std::optional(sources[static_cast<std::size_t>(record.source)]) : std::nullopt;
}

/// Objects of an added layer are called "<layer>:<gml:id>" and stand in the layer's own package; so are classes of
/// points.
std::optional<ObjectRecord> RegionPackage::objectOfLayers(const QString& id) const
{
    const QString layer = id.section(QLatin1Char(':'), 0, 0);
    if (layer.size() != id.size() && isLayerId(layer)) {
        if (auto points = pointClassRecord(layerFolder(d->folder, layer), layer, id))
            return points;
        if (auto record = objectOfLayer(layer, id))
            return record;
    }
    for (const LayerObjects& each : layerObjects(d->folder)) // somebody who has a gml:id from elsewhere
        if (auto record = objectOfLayer(each.layer, idInRegion(each.layer, id)))
            return record;
    return std::nullopt;
}

std::optional<ObjectRecord> RegionPackage::objectOfLayer(const QString& layer, const QString& id) const
{
    const auto package = open(layerFolder(d->folder, layer) + QLatin1Char('/') + QLatin1String(layerObjectsFolder));
    if (!package)
        return std::nullopt;
    auto record = (*package)->d->ownObject(id, (*package)->frame());
    if (!record)
        return std::nullopt;
    record->layer = layer;
    const ProjectedPosition from = (*package)->info().origin;
    const ProjectedPosition to = d->info.origin;
    const LocalPosition shift{from.eastingMetres - to.eastingMetres, from.northingMetres - to.northingMetres,
                              from.heightMetres - to.heightMetres};
    if (!record->bounds.isEmpty())
        record->bounds = {record->bounds.min + shift, record->bounds.max + shift};
    return *std::move(record);
}

} // namespace twin::package
