// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/content/Catalogue.h"

#include "demo/Assets.h"
#include "demo/Ground.h"
#include "demoplatform/content/DataSets.h"
#include "demoplatform/content/Noise.h"
#include "demoplatform/content/Timetable.h"
#include "geo/Crs.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace twin::demoplatform {
namespace {

using demo::Vec2;

bool isInside(const demo::Ring& ring, Vec2 p)
{
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        if ((ring[i].y > p.y) != (ring[j].y > p.y) &&
            p.x < (ring[j].x - ring[i].x) * (p.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
            inside = !inside;
    return inside;
}

/// Puts things in their places.
class Builder {
public:
    Builder(const demo::Assets& assets, const geo::Geocentric& geocentric, const std::vector<DataSet>& sets,
            std::uint64_t seed, std::vector<Thing>& things)
        : m_assets(assets), m_ground(assets), m_geocentric(geocentric), m_sets(sets), m_seed(seed), m_things(things)
    {
    }

    Thing& add(int set, const QString& name, Vec2 place, bool isInSchwerte)
    {
        const DataSet& kind = m_sets[std::size_t(set)];
        Thing thing;
        thing.dataSet = set;
        thing.number = ++m_number[std::size_t(set)];
        thing.isInSchwerte = isInSchwerte;
        thing.name = name;
        thing.id =
            QStringLiteral("urn:ngsi-ld:%1:%2-%3-%4")
                .arg(kind.type, isInSchwerte ? QStringLiteral("schwerte") : QStringLiteral("dortmund"), kind.stem)
                .arg(thing.number, 3, 10, QLatin1Char('0'));
        thing.height = m_ground.at(place);
        const GeodeticPosition position = m_geocentric.toGeodetic({place.x, place.y, thing.height});
        thing.longitude = position.longitudeDegrees;
        thing.latitude = position.latitudeDegrees;
        thing.urban = urbanAt(place);
        m_things.push_back(thing);
        return m_things.back();
    }

    Thing& addAt(int set, const QString& name, double longitude, double latitude)
    {
        const ProjectedPosition p = m_geocentric.fromGeodetic({latitude, longitude, 130});
        return add(set, name, {p.eastingMetres, p.northingMetres}, false);
    }

    /// Spread evenly over a municipality: the R2 sequence, of which any beginning is even.
    void spread(int set, const char* city, int count, const QString& title)
    {
        const demo::Area* area = municipality(city);
        if (area == nullptr)
            return;
        const auto [low, high] = boxOf(area->ring);
        for (int i = 1, found = 0; found < count && i < 100'000; ++i) {
            const Vec2 p{low.x + (high.x - low.x) * std::fmod(0.5 + 0.7548776662466927 * i, 1.0),
                         low.y + (high.y - low.y) * std::fmod(0.5 + 0.5698402909980532 * i, 1.0)};
            if (!isInside(area->ring, p))
                continue;
            ++found;
            add(set, QStringLiteral("%1 %2").arg(title, districtAt(p)), p, isSchwerte(*area));
        }
    }

    /// Around the places where people live.
    void scatter(int set, int count, const QString& title)
    {
        double residents = 0;
        for (const demo::Settlement& place : m_assets.settlements)
            residents += place.residents;
        for (int i = 0, tries = 0; i < count && tries < 100 * count; ++tries) {
            const std::uint64_t stream = std::uint64_t(set) + 1000;
            double chosen = unitOf(m_seed, stream, std::uint64_t(tries) * 4) * residents;
            std::size_t place = 0;
            while (place + 1 < m_assets.settlements.size() && chosen > m_assets.settlements[place].residents)
                chosen -= m_assets.settlements[place++].residents;
            const demo::Settlement& settlement = m_assets.settlements[place];
            const double radius =
                260 * std::sqrt(settlement.residents) * std::sqrt(unitOf(m_seed, stream, std::uint64_t(tries) * 4 + 1));
            const double angle = 2 * std::numbers::pi * unitOf(m_seed, stream, std::uint64_t(tries) * 4 + 2);
            const Vec2 p = settlement.centre + Vec2{std::cos(angle), std::sin(angle)} * radius;
            const std::optional<bool> schwerte = townAt(p);
            if (!schwerte)
                continue;
            ++i;
            add(set, QStringLiteral("%1 %2").arg(title, QString::fromUtf8(settlement.name)), p, *schwerte);
        }
    }

private:
    [[nodiscard]] static bool isSchwerte(const demo::Area& area) { return area.city == "Schwerte"; }

    [[nodiscard]] const demo::Area* municipality(const char* city) const
    {
        for (const demo::Area& area : m_assets.areas)
            if (area.kind == "municipality" && area.city == city)
                return &area;
        return nullptr;
    }

    /// @returns whether a place lies in Schwerte (true) or Dortmund (false); empty: in neither.
    [[nodiscard]] std::optional<bool> townAt(Vec2 p) const
    {
        for (const demo::Area& area : m_assets.areas)
            if (area.kind == "municipality" && isInside(area.ring, p))
                return isSchwerte(area);
        return std::nullopt;
    }

    [[nodiscard]] QString districtAt(Vec2 p) const
    {
        for (const demo::Area& area : m_assets.areas)
            if (area.kind == "district" && isInside(area.ring, p))
                return QString::fromUtf8(area.name);
        const auto nearest = std::min_element(
            m_assets.settlements.begin(), m_assets.settlements.end(),
            [p](const auto& a, const auto& b) { return demo::length(a.centre - p) < demo::length(b.centre - p); });
        return nearest == m_assets.settlements.end() ? QString() : QString::fromUtf8(nearest->name);
    }

    [[nodiscard]] double urbanAt(Vec2 p) const
    {
        double urban = 0;
        for (const demo::Settlement& place : m_assets.settlements) {
            const double reach = 420 * std::sqrt(place.residents);
            const double share = std::min(1.0, 0.25 + place.residents / 60);
            urban = std::max(urban, share * std::exp(-std::pow(demo::length(place.centre - p) / reach, 2)));
        }
        return urban;
    }

    static std::pair<Vec2, Vec2> boxOf(const demo::Ring& ring)
    {
        Vec2 low = ring.front();
        Vec2 high = low;
        for (const Vec2 p : ring) {
            low = {std::min(low.x, p.x), std::min(low.y, p.y)};
            high = {std::max(high.x, p.x), std::max(high.y, p.y)};
        }
        return {low, high};
    }

    const demo::Assets& m_assets;
    demo::Ground m_ground;
    const geo::Geocentric& m_geocentric;
    const std::vector<DataSet>& m_sets;
    std::uint64_t m_seed;
    std::vector<Thing>& m_things;
    std::array<int, DataSetCount> m_number{};
};

/// A place known by name, in EPSG:25832.
struct Site {
    const char* name;
    double easting, northing;
    double size;
    int variant;
    bool isInSchwerte = false;
};

void addSites(Builder& builder, int set, std::initializer_list<Site> sites)
{
    for (const Site& site : sites) {
        Thing& thing = builder.add(set, QString::fromUtf8(site.name), {site.easting, site.northing}, site.isInSchwerte);
        thing.size = site.size;
        thing.variant = site.variant;
    }
}

void addNamedPlaces(Builder& builder)
{
    // size: yearly mean of NO₂; variant: 0 street, 1 main road, 2 background, 3 country
    addSites(builder, Air,
             {{"Brackeler Straße", 394700, 5709300, 31, 0},
              {"Steinstraße", 393250, 5708750, 29, 0},
              {"Borsigstraße", 394900, 5709250, 32, 0},
              {"Eving", 393900, 5712300, 18, 2},
              {"Ruhrallee", 393900, 5706700, 27, 1},
              {"Rheinlanddamm", 393300, 5706450, 28, 1},
              {"Hörde", 396200, 5705000, 20, 2},
              {"Mengede", 386900, 5714700, 17, 2},
              {"Aplerbeck", 400300, 5705600, 17, 2},
              {"Hombruch", 391700, 5703700, 16, 2},
              {"Schwerte Markt", 399850, 5699750, 17, 2, true},
              {"Schwerte Ergste", 400400, 5697300, 10, 3, true}});
    // size: mean water level in metres; variant: 0 Ruhr, 1 Emscher and brooks, 2 lake, 3 canal
    addSites(builder, Gauges,
             {{"Ruhr Villigst", 402600, 5699350, 1.3, 0, true},
              {"Ruhr Westhofen", 397300, 5697700, 1.4, 0, true},
              {"Emscher Dorstfeld", 390700, 5707700, 0.6, 1},
              {"Emscher Mengede", 386500, 5714900, 0.8, 1},
              {"Hörder Bach", 396000, 5704200, 0.3, 1},
              {"Rüpingsbach", 391800, 5704300, 0.3, 1},
              {"Körnebach", 397600, 5709300, 0.4, 1},
              {"Phoenix-See", 396700, 5705300, 3.0, 2},
              {"Hengsteysee", 394300, 5696900, 4.2, 2},
              {"Dortmund-Ems-Kanal", 391500, 5710500, 3.9, 3}});
    // size: vehicles a day; variant: speed limit in km/h
    addSites(builder, Traffic,
             {{"A1 Westhofener Kreuz", 397969, 5698944, 190000, 120},
              {"A45 Kreuz Dortmund-West", 387935, 5706417, 147000, 120},
              {"A40 Kley", 386900, 5705900, 77500, 100},
              {"A40 Barop", 390200, 5706100, 85800, 100},
              {"A45 Eichlinghofen", 388600, 5704300, 60100, 120},
              {"A45 Dortmund-Süd", 393300, 5700700, 68100, 120},
              {"Wallring Schwanenwall", 393900, 5708350, 35000, 50},
              {"B54 Ruhrallee", 393900, 5706700, 40000, 50},
              {"B1 Westfalendamm", 395700, 5706900, 75000, 70},
              {"B236 Wambel", 398000, 5708500, 45000, 70},
              {"B236 Schwerte", 399900, 5700700, 18000, 50, true},
              {"Mallinckrodtstraße", 393000, 5709600, 22000, 50},
              {"Hohe Straße", 392900, 5707300, 14000, 50},
              {"Hörder Bahnhofstraße", 396100, 5705000, 9000, 30}});
    // size: people an hour at the best time
    addSites(builder, Footfalls,
             {{"Westenhellweg Mitte", 393150, 5708080, 9000, 0},
              {"Westenhellweg West", 392850, 5708070, 6500, 0},
              {"Ostenhellweg", 393780, 5708120, 4200, 0},
              {"Kampstraße", 393400, 5708220, 3800, 0},
              {"Alter Markt", 393550, 5708050, 3000, 0},
              {"Kleppingstraße", 393720, 5707950, 1700, 0},
              {"Brückstraße", 393560, 5708330, 2200, 0},
              {"Hörde Stiftsforum", 396150, 5705060, 900, 0},
              {"Schwerte Hüsingstraße", 399900, 5699800, 700, 0, true},
              {"Phoenix-See Hafen", 396350, 5705100, 1300, 0}});
    addSites(builder, Offices,
             {{"Dienstleistungszentrum Innenstadt", 393700, 5707650, 26, 0},
              {"Bürgerdienste Hörde", 396200, 5705050, 9, 0},
              {"Bürgerdienste Aplerbeck", 400300, 5705550, 7, 0},
              {"Bürgerdienste Brackel", 399300, 5708800, 7, 0},
              {"Bürgerdienste Eving", 393950, 5712400, 6, 0},
              {"Bürgerdienste Hombruch", 391700, 5703750, 8, 0},
              {"Bürgerdienste Huckarde", 390100, 5710200, 5, 0},
              {"Bürgerdienste Mengede", 386900, 5714700, 5, 0},
              {"Bürgerdienste Lütgendortmund", 386500, 5708000, 6, 0},
              {"Bürgerbüro Schwerte", 399900, 5699900, 7, 0, true}});
    addSites(builder, CoolPlaces,
             {{"Stadt- und Landesbibliothek", 393250, 5708350, 21, 0},
              {"Reinoldikirche", 393671, 5708185, 19, 1},
              {"Petrikirche", 393220, 5708120, 19, 1},
              {"Dortmunder U", 392690, 5708260, 21, 0},
              {"Nordbad", 394000, 5709700, 26, 2},
              {"Südbad", 393900, 5707200, 26, 2},
              {"Bibliothek Hörde", 396200, 5704950, 22, 0},
              {"Bibliothek Mengede", 386950, 5714650, 22, 0},
              {"St. Viktor Schwerte", 399870, 5699720, 18, 1, true},
              {"Ruhrtalmuseum Schwerte", 399820, 5699650, 21, 0, true},
              {"Museum Ostwall", 393900, 5708000, 21, 0},
              {"Rathaus-Foyer", 393500, 5707780, 22, 0}});
    addSites(builder, Comfort,
             {{"Campus TU Dortmund", 389900, 5705500, 1, 0},
              {"Friedensplatz", 393560, 5707850, 1, 1},
              {"Nordmarkt", 393700, 5709750, 1, 1},
              {"Westpark", 392060, 5707780, 1, 0},
              {"Hansaplatz", 393500, 5708020, 1, 1},
              {"Phoenix-See Promenade", 396600, 5705150, 1, 0},
              {"Borsigplatz", 394750, 5709500, 1, 1},
              {"Schwerte Postplatz", 399950, 5699850, 1, 1, true}});
}

void addEverywhere(Builder& builder, std::vector<Thing>& things, const Tables& tables, std::uint64_t seed)
{
    builder.spread(Climate, "Dortmund", 76, QStringLiteral("Klimastation"));
    builder.spread(Climate, "Schwerte", 15, QStringLiteral("Wetterstation"));
    addNamedPlaces(builder);
    builder.scatter(Noise, 30, QStringLiteral("Lärmmessung"));
    for (const CarPark& park : tables.carParks)
        builder.addAt(Parking, park.name, park.longitude, park.latitude).size = park.capacity;
    builder.scatter(Charging, 80, QStringLiteral("Ladesäule"));
    builder.scatter(Lamps, 400, QStringLiteral("Leuchte"));
    builder.scatter(Waste, 120, QStringLiteral("Behälter"));
    builder.scatter(DayCare, 90, QStringLiteral("Kita"));
    builder.scatter(Participation, 70, QStringLiteral("Hinweis"));
    builder.scatter(Bikes, 60, QStringLiteral("Leihradstation"));
    builder.scatter(Roadworks, 40, QStringLiteral("Baustelle"));
    builder.scatter(BuildingSites, 30, QStringLiteral("Bauvorhaben"));
    builder.scatter(Gateways, 40, QStringLiteral("Funkstation"));
    builder.scatter(Roofs, 40, QStringLiteral("Solardach"));
    for (Thing& thing : things) {
        const auto number = mixed(seed, 77 + std::uint64_t(thing.dataSet), std::uint64_t(thing.number));
        if (thing.dataSet == Charging)
            thing.size = 2 + 2 * double(number % 4);
        else if (thing.dataSet == Noise)
            thing.size = 46 + 18 * double(number % 1000) / 1000;
        else if (thing.dataSet == DayCare)
            thing.size = 40 + 5 * double(number % 15);
        else if (thing.dataSet == Bikes)
            thing.size = 8 + double(number % 13);
        else if (thing.dataSet == Roofs)
            thing.size = 8 + double(number % 90);
        else if (thing.dataSet == Lamps)
            thing.size = 24 + 6 * double(number % 8);
        thing.variant = thing.variant != 0 ? thing.variant : int(number >> 32 & 3);
    }
}

} // namespace

Result<Catalogue> Catalogue::make(const Tables& tables, std::uint64_t seed)
{
    TWIN_TRY(const demo::Assets assets, demo::Assets::load());
    TWIN_TRY(const geo::Geocentric geocentric, geo::Geocentric::create());
    Catalogue catalogue;
    catalogue.m_dataSets = makeDataSets();
    std::vector<Thing>& things = catalogue.m_things;
    Builder builder(assets, geocentric, catalogue.m_dataSets, seed, things);
    addEverywhere(builder, things, tables, seed);
    for (std::size_t line = 0; line < tables.tramLines.size(); ++line) {
        const TramLine& tram = tables.tramLines[line];
        for (int vehicle = 0; vehicle < Timetable(tram).vehicles(); ++vehicle) {
            Thing& thing = builder.add(Trams, QStringLiteral("%1 Wagen %2").arg(tram.name).arg(vehicle + 1),
                                       {tram.points[0].easting, tram.points[0].northing}, false);
            thing.variant = int(line);
            thing.size = vehicle;
        }
    }
    std::stable_sort(things.begin(), things.end(),
                     [](const Thing& a, const Thing& b) { return a.dataSet < b.dataSet; });
    for (std::size_t i = 0; i < things.size(); ++i) {
        things[i].firstStream = int(catalogue.m_streams.size());
        const auto properties = catalogue.dataSetOf(things[i]).properties.size();
        for (std::size_t p = 0; p < properties; ++p)
            catalogue.m_streams.push_back({int(i), int(p)});
    }
    return catalogue;
}

const Thing* Catalogue::find(const QString& id) const
{
    const auto found =
        std::find_if(m_things.begin(), m_things.end(), [&id](const Thing& thing) { return thing.id == id; });
    return found == m_things.end() ? nullptr : &*found;
}

} // namespace twin::demoplatform
