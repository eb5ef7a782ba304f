// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/SyntheticCity.h"

#include <cmath>

namespace twin::test {
namespace {

Surface face(const QString& id, SurfaceType type, std::vector<ProjectedPosition> ring)
{
    Surface surface;
    surface.id = id;
    surface.type = type;
    surface.polygon.points = std::move(ring);
    surface.polygon.ringStarts = {0};
    return surface;
}

/// A small deterministic generator of its own: the standard's distributions differ between libraries.
double fraction(int n, int salt)
{
    quint32 x = static_cast<quint32>(n) * 2654435761U ^ static_cast<quint32>(salt) * 2246822519U;
    x ^= x >> 15;
    x *= 2246822519U;
    x ^= x >> 13;
    return x / 4294967296.0;
}

} // namespace

CityObject makeHouse(const QString& id, double easting, double northing, double ground, double length, double width,
                     double eaves, double ridge)
{
    CityObject house;
    house.id = id;
    house.type = CityObjectType::Building;
    const double w = easting;
    const double e = easting + length;
    const double s = northing;
    const double n = northing + width;
    const double mid = northing + width / 2;
    const double g = ground;
    const auto part = [&id](const char* suffix) { return id + QLatin1String(suffix); };
    house.surfaces = {
        face(part("_ground"), SurfaceType::Ground, {{w, s, g}, {w, n, g}, {e, n, g}, {e, s, g}}),
        face(part("_south"), SurfaceType::Wall, {{w, s, g}, {e, s, g}, {e, s, eaves}, {w, s, eaves}}),
        face(part("_north"), SurfaceType::Wall, {{e, n, g}, {w, n, g}, {w, n, eaves}, {e, n, eaves}}),
        face(part("_west"), SurfaceType::Wall, {{w, n, g}, {w, s, g}, {w, s, eaves}, {w, mid, ridge}, {w, n, eaves}}),
        face(part("_east"), SurfaceType::Wall, {{e, s, g}, {e, n, g}, {e, n, eaves}, {e, mid, ridge}, {e, s, eaves}}),
        face(part("_roof_south"), SurfaceType::Roof, {{w, s, eaves}, {e, s, eaves}, {e, mid, ridge}, {w, mid, ridge}}),
        face(part("_roof_north"), SurfaceType::Roof, {{e, n, eaves}, {w, n, eaves}, {w, mid, ridge}, {e, mid, ridge}}),
    };
    return house;
}

CityObject makeBuilding(int n, const SyntheticCityOptions& options)
{
    const int columns = std::max(1, static_cast<int>(std::sqrt(options.buildings)));
    const double easting = 393000 + (n % columns) * options.pitchMetres;
    const double northing = 5707000 + (n / columns) * options.pitchMetres;
    const double ground = 100 + 20 * std::sin(easting / 900) + 15 * std::cos(northing / 700);
    const double length = 8 + 8 * fraction(n, 1);
    const double width = 7 + 4 * fraction(n, 2);
    const double eaves = ground + 4 + 8 * fraction(n, 3);
    const QString id = QStringLiteral("DENW%1").arg(n, 8, 10, QLatin1Char('0'));
    CityObject building = makeHouse(id, easting, northing, ground, length, width, eaves, eaves + 3);
    if (options.withParts && n % 10 == 3) {
        CityObject part =
            makeHouse(id + QStringLiteral("_P2"), easting + length, northing, ground, 4, width, eaves - 1, eaves);
        part.type = CityObjectType::BuildingPart;
        CityObject first = std::move(building);
        first.type = CityObjectType::BuildingPart;
        first.id += QStringLiteral("_P1");
        building = {};
        building.id = id;
        building.type = CityObjectType::Building;
        building.children = {std::move(first), std::move(part)};
    }
    building.where.line = 10 + n * 100;
    if (!options.withAttributes)
        return building;
    building.name = n % 50 == 7 ? QStringLiteral("Schule %1").arg(n) : QString();
    building.creationDate = QDate(2010, 1, 1).addDays(n % 3000);
    building.attributes = {
        {QStringLiteral("function"),
         QStringLiteral("Wohnhaus"),
         {},
         QStringLiteral("31001_1010"),
         QStringLiteral("bldg:function")},
        {QStringLiteral("roofType"),
         QStringLiteral("Satteldach"),
         {},
         QStringLiteral("3100"),
         QStringLiteral("bldg:roofType")},
        {QStringLiteral("measuredHeight"),
         QString::number(eaves + 3 - ground, 'f', 3),
         QStringLiteral("m"),
         {},
         QStringLiteral("bldg:measuredHeight")},
        {QStringLiteral("storeysAboveGround"), QStringLiteral("2"), {}, {}, QStringLiteral("bldg:storeysAboveGround")},
    };
    for (int i = 0; i < 10; ++i)
        building.attributes.push_back({QStringLiteral("Merkmal%1").arg(i),
                                       QStringLiteral("Wert %1 \"ä\"").arg(n * 10 + i),
                                       {},
                                       {},
                                       QStringLiteral("gen:stringAttribute")});
    building.addresses = {{QStringLiteral("Mühlen%1straße").arg(n / 40), QString::number(n % 40 + 1),
                           QStringLiteral("44135"), QStringLiteral("Dortmund"), QStringLiteral("Germany")}};
    building.externalReferences = {
        {QStringLiteral("http://repository.gdi-de.org/schemas/adv/citygml/fdv/art.htm#_9100"), id}};
    return building;
}

std::vector<CityObjectBatch> makeCity(const SyntheticCityOptions& options, int batchSize)
{
    std::vector<CityObjectBatch> batches;
    for (int n = 0; n < options.buildings; ++n) {
        if (n % batchSize == 0)
            batches.emplace_back();
        batches.back().objects.push_back(makeBuilding(n, options));
    }
    return batches;
}

} // namespace twin::test
