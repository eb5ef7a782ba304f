// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/PlaceNames.h"

#include "app/services/NameShapes.h"
#include "package/digest/GpkgGeometry.h"
#include "package/LayerObjects.h"
#include "package/vector/FeatureNames.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace twin::services {
namespace {

constexpr std::int64_t mostLandmarks = 3000; ///< the highest of all named buildings
constexpr double streetStep = 170;           ///< metres between two places for a street's name
constexpr double waterStep = 500;
constexpr std::size_t fewStreets = 12; ///< with fewer of them a town has no centre
constexpr double slimStreet = 0.35;    ///< area by length squared
constexpr double slimRiver = 0.05;
constexpr double landmarkWidth = 0.3; ///< how much of a building's width counts as much as its height
constexpr double farFlight = 2500;    ///< metres: to longer streets and rivers one flies where the name was clicked

enum class Fit { Contains, Ends, Equals };
struct KindWord {
    const char* word;
    Fit fit;
    NameKind kind;
};
// The first that fits counts.
constexpr KindWord kindWords[] = {{"bezirk", Fit::Contains, NameKind::District},
                                  {"ortsteil", Fit::Contains, NameKind::District},
                                  {"stadtteil", Fit::Contains, NameKind::District},
                                  {"gemarkung", Fit::Contains, NameKind::District},
                                  {"district", Fit::Contains, NameKind::District},
                                  {"suburb", Fit::Equals, NameKind::District},
                                  {"quarter", Fit::Equals, NameKind::District},
                                  {"gemeinde", Fit::Ends, NameKind::Town},
                                  {"municipality", Fit::Ends, NameKind::Town},
                                  {"stadt", Fit::Ends, NameKind::Town},
                                  {"city", Fit::Equals, NameKind::Town},
                                  {"town", Fit::Equals, NameKind::Town},
                                  {"see", Fit::Ends, NameKind::Water},
                                  {"fluss", Fit::Ends, NameKind::Water},
                                  {"bach", Fit::Ends, NameKind::Water},
                                  {"kanal", Fit::Ends, NameKind::Water},
                                  {"teich", Fit::Ends, NameKind::Water},
                                  {"weiher", Fit::Ends, NameKind::Water},
                                  {"gewässer", Fit::Ends, NameKind::Water},
                                  {"hafenbecken", Fit::Ends, NameKind::Water},
                                  {"talsperre", Fit::Ends, NameKind::Water},
                                  {"river", Fit::Equals, NameKind::Water},
                                  {"stream", Fit::Equals, NameKind::Water},
                                  {"canal", Fit::Equals, NameKind::Water},
                                  {"lake", Fit::Equals, NameKind::Water},
                                  {"pond", Fit::Equals, NameKind::Water},
                                  {"reservoir", Fit::Equals, NameKind::Water},
                                  {"water", Fit::Equals, NameKind::Water},
                                  {"park", Fit::Ends, NameKind::Green},
                                  {"wald", Fit::Ends, NameKind::Green},
                                  {"forst", Fit::Ends, NameKind::Green},
                                  {"friedhof", Fit::Ends, NameKind::Green},
                                  {"grünanlage", Fit::Ends, NameKind::Green},
                                  {"forest", Fit::Equals, NameKind::Green},
                                  {"wood", Fit::Equals, NameKind::Green},
                                  {"cemetery", Fit::Equals, NameKind::Green},
                                  {"straße", Fit::Contains, NameKind::Street},
                                  {"strasse", Fit::Contains, NameKind::Street},
                                  {"autobahn", Fit::Contains, NameKind::Street},
                                  {"gasse", Fit::Ends, NameKind::Street},
                                  {"allee", Fit::Ends, NameKind::Street},
                                  {"weg", Fit::Ends, NameKind::Street},
                                  {"platz", Fit::Equals, NameKind::Street},
                                  {"motorway", Fit::Equals, NameKind::Street},
                                  {"trunk", Fit::Equals, NameKind::Street},
                                  {"primary", Fit::Equals, NameKind::Street},
                                  {"secondary", Fit::Equals, NameKind::Street},
                                  {"tertiary", Fit::Equals, NameKind::Street},
                                  {"residential", Fit::Equals, NameKind::Street},
                                  {"pedestrian", Fit::Equals, NameKind::Street},
                                  {"living_street", Fit::Equals, NameKind::Street}};

/// @returns how much a street or river weighs, from 1 to 3, by the word for its kind.
double weightOf(const QString& kind)
{
    static constexpr std::pair<const char*, double> weights[] = {
        {"autobahn", 3},     {"motorway", 3}, {"kanal", 3},   {"canal", 3},   {"fluss", 3},      {"river", 3},
        {"bundesstraße", 2}, {"trunk", 2},    {"primary", 2}, {"haupt", 1.6}, {"secondary", 1.6}};
    for (const auto& [word, weight] : weights)
        if (kind.contains(QString::fromUtf8(word), Qt::CaseInsensitive))
            return weight;
    return 1;
}

/// @returns a title without what explains it: "A40 / B1 (Ruhrschnellweg)", "Aachener Straße, Dortmund".
QString shortened(const QString& title)
{
    const QString words = title.simplified();
    const qsizetype bracket = words.indexOf(QLatin1String(" ("));
    return bracket > 0 ? words.left(bracket) : words;
}

QString text(const package::SqliteStatement& rows, int column)
{
    const std::string_view bytes = rows.text(column);
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

const char* searchKind(NameKind kind)
{
    switch (kind) {
    case NameKind::Town:
    case NameKind::District:
        return "district";
    case NameKind::Street:
        return "street";
    case NameKind::Landmark:
        return "name";
    default:
        return "place";
    }
}

double median(std::vector<double>& values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Collects names, those of one kind and text together.
class Gatherer {
public:
    explicit Gatherer(const SearchedRegion& region) : m_region(region) {}

    void addShape(const LayerInfo& layer, const package::NamedShape& shape)
    {
        const QString word = QString::fromStdString(shape.kind);
        const auto kind = nameKindOf(word);
        if (!kind)
            return;
        const QString title = QString::fromStdString(shape.name).simplified();
        PlaceName& name = entry(*kind, title);
        if (name.spots.empty()) {
            name.place.detail = word;
            name.place.id = QString::fromStdString(shape.id);
            name.place.layer = layer.id;
        }
        // Streets and rivers often come as areas.
        std::vector<Outline> lines = shape.lines;
        if (*kind == NameKind::Street || *kind == NameKind::Water)
            if (Outline middle = middleLine(shape.rings, *kind == NameKind::Street ? slimStreet : slimRiver);
                !middle.empty())
                lines = {std::move(middle)};
        if (!lines.empty()) {
            name.size = std::max(name.size, weightOf(word));
            for (const Outline& line : lines)
                for (const NameSpot& spot : spotsAlong(line, *kind == NameKind::Street ? streetStep : waterStep))
                    addSpot(name, spot);
        } else if (shape.point) {
            addSpot(name, {{shape.point->x, shape.point->y, 0}});
        } else if (*kind != NameKind::Street) {
            addArea(name, shape.rings);
            if (*kind == NameKind::Town)
                m_towns.emplace_back(title, shape.rings);
        }
        if (name.spots.empty())
            m_names.erase({name.kind, title});
    }

    Result<void> addObjects(package::SqliteDatabase& database, const QString& layer)
    {
        TWIN_TRY(const bool known, database.hasColumn("search_entry", "object_id"));
        TWIN_TRY(const bool saysModule, database.hasColumn("city_object", "module"));
        if (!known || !saysModule)
            return {};
        TWIN_CHECK(addLandmarks(database, layer));
        TWIN_CHECK(addWaters(database));
        return addStreets(database);
    }

    [[nodiscard]] std::vector<PlaceName> finish()
    {
        for (const auto& [title, rings] : m_towns)
            centre(title, rings);
        std::vector<PlaceName> names;
        for (auto& [key, name] : m_names) {
            LocalPosition first = name.spots.front().place;
            if (name.kind == NameKind::Landmark) { // as the search finds it: where it stands
                first.z = name.place.extent.min.z;
                name.place.extent = {};
            }
            name.place.position = m_region.frame.toProjected(first);
            const LocalPosition size = name.place.extent.size();
            const bool isLine = length(name.spots.front().along) > 0;
            if (isLine && std::hypot(size.x, size.y) > farFlight)
                name.place.extent = {};
            names.push_back(std::move(name));
        }
        return names;
    }

private:
    PlaceName& entry(NameKind kind, const QString& title)
    {
        PlaceName& name = m_names[{kind, title}];
        name.kind = kind;
        if (name.text.isEmpty()) {
            name.text = shortened(title);
            name.place.title = title;
            name.place.kind = QLatin1String(searchKind(kind));
        }
        return name;
    }
    /// @param spot  region CRS; a height other than 0 is kept
    void addSpot(PlaceName& name, NameSpot spot)
    {
        const double height = spot.place.z;
        spot.place = m_region.frame.toLocal({spot.place.x, spot.place.y, height});
        if (height == 0)
            spot.place.z = m_region.ground ? m_region.ground->heightAt(spot.place.x, spot.place.y).value_or(0) : 0;
        name.place.extent.include(spot.place);
        name.spots.push_back(spot);
    }
    void addArea(PlaceName& name, const std::vector<Outline>& rings)
    {
        const auto place = pointInside(rings);
        if (!place)
            return;
        const double width = std::sqrt(largestArea(rings));
        const bool isLargest = width > name.size;
        name.size = std::max(name.size, width);
        addSpot(name, {{place->x, place->y, 0}});
        if (isLargest)
            std::swap(name.spots.front(), name.spots.back());
        for (const Outline& ring : rings)
            for (const package::Point2& p : ring)
                name.place.extent.include(m_region.frame.toLocal(
                    {p.x, p.y, m_region.frame.toProjected(name.spots.front().place).heightMetres}));
    }
    void centre(const QString& town, const std::vector<Outline>& rings);
    Result<void> addLandmarks(package::SqliteDatabase& database, const QString& layer);
    Result<void> addWaters(package::SqliteDatabase& database);
    Result<void> addStreets(package::SqliteDatabase& database);

    const SearchedRegion& m_region;
    std::map<std::pair<NameKind, QString>, PlaceName> m_names;
    std::vector<std::pair<QString, std::vector<Outline>>> m_towns;
};

/// Where a town's streets are says more than the middle of its area.
void Gatherer::centre(const QString& town, const std::vector<Outline>& rings)
{
    std::array<std::vector<double>, 2> places;
    for (const auto& [key, name] : m_names)
        if (name.kind == NameKind::Street && name.size < 3) {
            const ProjectedPosition p = m_region.frame.toProjected(name.spots.front().place);
            if (!isInside({p.eastingMetres, p.northingMetres}, rings))
                continue;
            places[0].push_back(p.eastingMetres);
            places[1].push_back(p.northingMetres);
        }
    const auto known = m_names.find({NameKind::Town, town});
    if (places[0].size() < fewStreets || known == m_names.end())
        return;
    known->second.spots.clear();
    addSpot(known->second, {{median(places[0]), median(places[1]), 0}});
}

Result<void> Gatherer::addLandmarks(package::SqliteDatabase& database, const QString& layer)
{
    TWIN_TRY(package::SqliteStatement rows,
             database.prepare(
                 "SELECT s.title, s.object_id, s.detail, o.min_easting, o.min_northing, o.ground_height, "
                 "o.max_easting, o.max_northing, o.top_height, o.module FROM search_entry s JOIN city_object o ON "
                 "o.gml_id = s.object_id WHERE s.kind = 'name' AND o.module IN ('buildings', 'bridges') "
                 "AND o.top_height > o.ground_height ORDER BY o.top_height - o.ground_height DESC LIMIT ?1"));
    rows.bind(1, mostLandmarks);
    for (;;) {
        TWIN_TRY(const bool more, rows.step());
        if (!more)
            return {};
        PlaceName name;
        name.kind = NameKind::Landmark;
        name.place.title = text(rows, 0);
        name.text = shortened(name.place.title);
        name.place.kind = QLatin1String(searchKind(name.kind));
        name.place.id = text(rows, 1);
        name.place.detail = text(rows, 2);
        name.place.layer = layer.isEmpty() ? text(rows, 9) : layer;
        name.place.extent.include(m_region.frame.toLocal({rows.real(3), rows.real(4), rows.real(5)}));
        name.place.extent.include(m_region.frame.toLocal({rows.real(6), rows.real(7), rows.real(8)}));
        const LocalPosition size = name.place.extent.size();
        const LocalPosition middle = name.place.extent.centre();
        name.size = std::max(size.z, landmarkWidth * std::sqrt(size.x * size.y));
        name.spots.push_back({{middle.x, middle.y, name.place.extent.max.z}});
        // Two schools of one name are two landmarks.
        m_names.emplace(std::pair(NameKind::Landmark, name.place.id), std::move(name));
    }
}

/// Waters among the city objects, where no layer has them.
Result<void> Gatherer::addWaters(package::SqliteDatabase& database)
{
    TWIN_TRY(package::SqliteStatement rows,
             database.prepare("SELECT s.title, o.geom FROM search_entry s JOIN city_object o ON o.gml_id = s.object_id "
                              "WHERE s.kind = 'name' AND o.module = 'water'"));
    for (;;) {
        TWIN_TRY(const bool more, rows.step());
        if (!more)
            return {};
        const QString title = text(rows, 0);
        const std::vector<Outline> rings = package::gpkgRings(rows.text(1));
        if (m_names.contains({NameKind::Water, title}) || !pointInside(rings))
            continue;
        addArea(entry(NameKind::Water, title), rings);
    }
}

/// What addresses tell of streets and towns, where no layer has either.
Result<void> Gatherer::addStreets(package::SqliteDatabase& database)
{
    const bool hasStreets = std::any_of(m_names.begin(), m_names.end(),
                                        [](const auto& entry) { return entry.second.kind == NameKind::Street; });
    TWIN_TRY(package::SqliteStatement rows,
             database.prepare("SELECT title, easting, northing FROM search_entry WHERE kind = 'street'"));
    const bool hasTowns = std::any_of(m_names.begin(), m_names.end(),
                                      [](const auto& entry) { return entry.second.kind == NameKind::Town; });
    std::map<QString, std::array<std::vector<double>, 2>> towns;
    for (;;) {
        TWIN_TRY(const bool more, rows.step());
        if (!more)
            break;
        const QString title = text(rows, 0);
        const QString town = title.section(QLatin1String(", "), 1);
        if (!town.isEmpty()) {
            towns[town][0].push_back(rows.real(1));
            towns[town][1].push_back(rows.real(2));
        }
        if (hasStreets)
            continue;
        PlaceName& name = entry(NameKind::Street, title);
        name.text = title.section(QLatin1String(", "), 0, 0);
        name.size = 1;
        addSpot(name, {{rows.real(1), rows.real(2), 0}});
    }
    if (hasTowns)
        return {};
    for (auto& [town, places] : towns) {
        const package::Point2 middle{median(places[0]), median(places[1])};
        addSpot(entry(NameKind::Town, town), {{middle.x, middle.y, 0}});
    }
    return {};
}

} // namespace

std::optional<NameKind> nameKindOf(const QString& word)
{
    const QString kind = word.trimmed();
    for (const KindWord& known : kindWords) {
        const QString text = QString::fromUtf8(known.word);
        const bool fits = known.fit == Fit::Contains ? kind.contains(text, Qt::CaseInsensitive)
                          : known.fit == Fit::Ends   ? kind.endsWith(text, Qt::CaseInsensitive)
                                                     : kind.compare(text, Qt::CaseInsensitive) == 0;
        if (fits)
            return known.kind;
    }
    return std::nullopt;
}

Result<std::vector<PlaceName>> readPlaceNames(const SearchedRegion& region)
{
    if (!region.package)
        return std::vector<PlaceName>();
    Gatherer gatherer(region);
    const auto wanted = [](std::string_view kind) {
        return nameKindOf(QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size()))).has_value();
    };
    for (const LayerInfo& layer : region.layers) {
        if (layer.features.isEmpty())
            continue;
        auto shapes = package::readNamedShapes(layer.folder + QLatin1Char('/') + layer.features, wanted);
        if (shapes)
            for (const package::NamedShape& shape : *shapes)
                gatherer.addShape(layer, shape);
    }
    TWIN_TRY(package::SqliteDatabase own,
             package::SqliteDatabase::openReadOnly(region.package->folder() + QStringLiteral("/twin.gpkg")));
    TWIN_CHECK(gatherer.addObjects(own, {}));
    for (const package::LayerObjects& added : package::layerObjects(region.package->folder()))
        if (auto database = package::SqliteDatabase::openReadOnly(added.folder + QStringLiteral("/twin.gpkg")))
            if (!gatherer.addObjects(*database, added.layer))
                continue; // that layer is left out
    return gatherer.finish();
}

} // namespace twin::services
