// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/PlaceFinder.h"

#include "app/services/OpenRegion.h"
#include "geo/text/CoordinateText.h"
#include "package/database/Search.h"
#include "package/digest/SearchText.h"
#include "package/LayerObjects.h"
#include "package/LayerRequest.h"
#include "package/vector/FeatureIndex.h"

#include <algorithm>
#include <mutex>
#include <tuple>

#include <QCoreApplication>

namespace twin::services {
namespace {

constexpr double surroundings = 20'000;  ///< metres around the region in which a coordinate still leads somewhere
constexpr double sameStreetApart = 2000; ///< metres between what addresses and what a layer call the middle of a street

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::services", text);
}

QString notationTitle(geo::CoordinateNotation notation)
{
    switch (notation) {
    case geo::CoordinateNotation::Utm:
        return tr("ETRS89/UTM 32N");
    case geo::CoordinateNotation::Geographic:
        return QStringLiteral("WGS84");
    case geo::CoordinateNotation::Mgrs:
        return QStringLiteral("MGRS/UTMREF");
    case geo::CoordinateNotation::GaussKrueger:
        return tr("DHDN/Gauß-Krüger");
    }
    return {};
}

/// What a layer's feature is for people, by the words that sources use for its kind.
QString featureKind(const QString& detail)
{
    static constexpr const char* districts[] = {"bezirk", "ortsteil", "gemeinde",     "stadtteil",     "gemarkung",
                                                "kreis",  "district", "municipality", "administrative"};
    static constexpr const char* streets[] = {"straße",   "strasse", "autobahn",    "gasse", "allee",     "fahrweg",
                                              "motorway", "primary", "residential", "trunk", "secondary", "tertiary"};
    const auto says = [&detail](const char* word) {
        return detail.contains(QString::fromUtf8(word), Qt::CaseInsensitive);
    };
    if (std::any_of(std::begin(districts), std::end(districts), says))
        return QStringLiteral("district");
    return std::any_of(std::begin(streets), std::end(streets), says) ? QStringLiteral("street")
                                                                     : QStringLiteral("place");
}

/// Among equally good answers people mean the landmark before the street before its houses.
int weightOf(const QString& kind)
{
    static constexpr std::pair<QLatin1String, int> weights[] = {{QLatin1String("name"), 3},
                                                                {QLatin1String("district"), 3},
                                                                {QLatin1String("street"), 2},
                                                                {QLatin1String("place"), 2},
                                                                {QLatin1String("layer"), 1}};
    for (const auto& [name, weight] : weights)
        if (kind == name)
            return weight;
    return 0;
}

/// @returns the street without its town, as index words: "Hauptstraße, Schwerte" and "Hauptstr." are one.
std::string streetKey(const Place& place)
{
    return package::joinedWords(package::indexWords(place.title.section(QLatin1String(", "), 0, 0)));
}

} // namespace

SearchedRegion searchedRegion(const OpenedRegion& region)
{
    SearchedRegion searched{region.package, {}, region.ground, region.frame, region.extent};
    for (const OpenedLayer& layer : region.layers)
        searched.layers.push_back(layer.info);
    return searched;
}

struct PlaceFinder::Private {
    SearchedRegion region;

    std::mutex mutex; ///< guards what follows
    geo::CoordinateText coordinates;
    bool isOpen = false;
    package::SqliteDatabase database;
    std::unique_ptr<package::Search> search;
    std::vector<std::unique_ptr<package::FeatureIndex>> features;
    /// The objects of a city model that was added.
    struct Added {
        QString layer;
        package::SqliteDatabase database;
        std::unique_ptr<package::Search> search;
    };
    std::vector<Added> added;

    Result<void> open();
    void close();
    void addCoordinate(const QString& text, std::vector<Place>& places);
    void openAdded(const LayerInfo& layer);
    void addObjects(const QString& text, int limit, std::vector<Place>& places);
    void addLayers(const QString& text, std::vector<Place>& places) const;
    [[nodiscard]] Place placeOf(package::RankedHit found) const;
    void fillHeight(ProjectedPosition& position) const;
};

Result<void> PlaceFinder::Private::open()
{
    if (isOpen || !region.package)
        return {};
    const QString path = region.package->folder() + QStringLiteral("/twin.gpkg");
    const auto located = [&](Error error) {
        error.where.source = path;
        return failure(region.package->remedied(std::move(error)));
    };
    auto opened = package::SqliteDatabase::openReadOnly(path);
    if (!opened)
        return located(std::move(opened).error());
    database = *std::move(opened);
    auto made = package::Search::create(database);
    if (!made)
        return located(std::move(made).error());
    search = *std::move(made);
    for (const LayerInfo& layer : region.layers) {
        openAdded(layer);
        if (auto index = package::FeatureIndex::open(layer); index && *index)
            features.push_back(*std::move(index));
    }
    isOpen = true;
    return {};
}

/// A layer that cannot be read is left out.
void PlaceFinder::Private::openAdded(const LayerInfo& layer)
{
    if (layer.kind != LayerKind::CityModel || layer.folder.isEmpty())
        return;
    auto objects = package::SqliteDatabase::openReadOnly(
        layer.folder + QLatin1Char('/') + QLatin1String(package::layerObjectsFolder) + QStringLiteral("/twin.gpkg"));
    if (!objects)
        return;
    Added& opened = added.emplace_back();
    opened.layer = layer.id;
    opened.database = *std::move(objects);
    if (auto made = package::Search::create(opened.database))
        opened.search = *std::move(made);
    else
        added.pop_back();
}

/// Names, addresses and ids of added city models; who types a gml:id need not know whose it is.
void PlaceFinder::Private::addObjects(const QString& text, int limit, std::vector<Place>& places)
{
    for (Added& layer : added) {
        std::vector<package::RankedHit> hits;
        for (const QString& wanted : {package::idInRegion(layer.layer, text.trimmed()), text}) {
            auto found = layer.search->find(wanted, limit);
            if (!found)
                break;
            for (package::RankedHit& hit : *found)
                if (hit.hit.kind == QLatin1String("id") || wanted == text)
                    hits.push_back(std::move(hit));
        }
        for (package::RankedHit& hit : hits) {
            hit.hit.layer = layer.layer;
            Place place = placeOf(std::move(hit));
            place.title = package::gmlIdOf(place.title, layer.layer);
            places.push_back(std::move(place));
        }
    }
}

void PlaceFinder::Private::close()
{
    isOpen = false;
    features.clear();
    added.clear();
    search.reset();
    database = {};
}

void PlaceFinder::Private::fillHeight(ProjectedPosition& position) const
{
    const LocalPosition there = region.frame.toLocal(position);
    const auto height = region.ground ? region.ground->heightAt(there.x, there.y) : std::nullopt;
    position.heightMetres = region.frame.origin().heightMetres + height.value_or(0);
}

void PlaceFinder::Private::addCoordinate(const QString& text, std::vector<Place>& places)
{
    const auto reading = coordinates.read(text);
    if (!reading)
        return;
    Place place;
    place.title = text.simplified();
    place.kind = QStringLiteral("coordinate");
    place.detail = notationTitle(reading->notation);
    place.position = reading->position;
    fillHeight(place.position);
    constexpr int aboveAll = 2000;
    place.rank = aboveAll;
    LocalPosition there = region.frame.toLocal(place.position);
    const Box& extent = region.extent;
    there.z = extent.isEmpty() ? 0 : std::clamp(there.z, extent.min.z, extent.max.z);
    place.outside = !extent.isEmpty() && extent.distanceTo(there) > surroundings;
    if (reading->squareMetres >= 100 && !place.outside) {
        const double half = reading->squareMetres / 2;
        place.extent.include(there - LocalPosition{half, half, 0});
        place.extent.include(there + LocalPosition{half, half, 0});
    }
    places.push_back(std::move(place));
}

void PlaceFinder::Private::addLayers(const QString& text, std::vector<Place>& places) const
{
    const std::vector<std::string> words = package::queryWords(text);
    for (const LayerInfo& layer : region.layers) {
        auto found = package::matched({layer.title, QStringLiteral("layer"), layer.id, {}, {}}, {}, words);
        if (!found)
            continue;
        Place place = placeOf(std::move(*found));
        place.extent = layer.extent;
        if (!layer.extent.isEmpty())
            place.position = region.frame.toProjected(layer.extent.centre());
        places.push_back(std::move(place));
    }
}

Place PlaceFinder::Private::placeOf(package::RankedHit found) const
{
    Place place;
    place.title = std::move(found.hit.title);
    place.kind = found.hit.kind == QLatin1String("feature") ? featureKind(found.detail) : found.hit.kind;
    place.detail = std::move(found.detail);
    place.id = std::move(found.hit.id);
    place.layer = std::move(found.hit.layer);
    place.position = found.hit.position;
    if (found.hit.kind == QLatin1String("feature"))
        fillHeight(place.position);
    if (!found.extent.isEmpty()) {
        place.extent.include(
            region.frame.toLocal({found.extent.min.x, found.extent.min.y, place.position.heightMetres}));
        place.extent.include(
            region.frame.toLocal({found.extent.max.x, found.extent.max.y, place.position.heightMetres}));
    }
    place.errors = found.errors;
    place.rank = found.rank + weightOf(place.kind);
    return place;
}

PlaceFinder::PlaceFinder(SearchedRegion region) : d(std::make_unique<Private>())
{
    d->region = std::move(region);
}

PlaceFinder::PlaceFinder(std::shared_ptr<const package::RegionPackage> package) : d(std::make_unique<Private>())
{
    std::vector<Issue> unreadable; // those layers are left out, `stadtzwilling layers` tells of them
    d->region.layers = package->layers(unreadable);
    if (auto ground = package->ground())
        d->region.ground = std::make_shared<const GroundModel>(*std::move(ground));
    d->region.frame = package->frame();
    d->region.extent = package->info().extent;
    for (const LayerInfo& layer : d->region.layers)
        d->region.extent.include(layer.extent);
    d->region.package = std::move(package);
}

PlaceFinder::~PlaceFinder() = default;

Result<std::vector<Place>> PlaceFinder::find(const QString& text, int limit) const
{
    const std::lock_guard lock(d->mutex);
    std::vector<Place> places;
    if (text.trimmed().isEmpty() || limit <= 0)
        return places;
    TWIN_CHECK(d->open());
    d->addCoordinate(text, places);
    if (d->search) {
        Result<std::vector<package::RankedHit>> found = d->search->find(text, limit);
        if (!found) {
            d->close(); // the next search opens it again
            return failure(d->region.package->remedied(std::move(found).error()));
        }
        for (package::RankedHit& hit : *found)
            places.push_back(d->placeOf(std::move(hit)));
    }
    const std::size_t ownEnd = places.size();
    for (const auto& index : d->features) {
        auto hits = index->find(text, limit);
        if (!hits)
            continue;
        for (package::RankedHit& hit : *hits) {
            Place place = d->placeOf(std::move(hit));
            // The street that addresses tell of is the layer's street.
            const bool known =
                place.kind == QLatin1String("street") &&
                std::any_of(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(ownEnd), [&](const Place& p) {
                    return p.kind == place.kind && streetKey(p) == streetKey(place) &&
                           std::hypot(p.position.eastingMetres - place.position.eastingMetres,
                                      p.position.northingMetres - place.position.northingMetres) < sameStreetApart;
                });
            if (!known)
                places.push_back(std::move(place));
        }
    }
    d->addObjects(text, limit, places);
    d->addLayers(text, places);
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return std::tuple(a.errors, -a.rank) < std::tuple(b.errors, -b.rank);
    });
    if (places.size() > static_cast<std::size_t>(limit))
        places.resize(static_cast<std::size_t>(limit));
    return places;
}

} // namespace twin::services
