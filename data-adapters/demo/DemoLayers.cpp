// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/DemoLayers.h"

#include "demo/GeoJsonWriter.h"
#include "demo/NatureWriter.h"
#include "demo/shore/Waterside.h"
#include "demo/town/Links.h"
#include "geo/Gdal.h"

#include <algorithm>
#include <atomic>
#include <numbers>
#include <set>
#include <thread>

#include <QCoreApplication>
#include <QFile>

namespace twin::demo {
namespace {

constexpr double terrainSpacing = 20;
constexpr double promenadeAway = 13; ///< metres from the water
constexpr double promenadeWidth = 5;
constexpr double trackLandWidth = 26;   ///< metres beside a railway's axis where nothing grows
constexpr double yardTurnDegrees = -22; ///< tracks run from north-west to south-east
constexpr double largestSquare = 120;   ///< metres; larger ones are land around a stadium, not paved as a whole

QByteArray metres(double value)
{
    return QByteArray::number(value, 'f', 1);
}

/// Names shown to people; the tables have the standards' English kinds.
QByteArray kindTitle(const QByteArray& kind)
{
    static const std::map<QByteArray, QByteArray> titles{{"river", "Fluss"},
                                                         {"brook", "Bach"},
                                                         {"canal", "Kanal"},
                                                         {"lake", "See"},
                                                         {"railway", "Eisenbahn"},
                                                         {"stadtbahn", "Stadtbahn"},
                                                         {"h_bahn", "H-Bahn"},
                                                         {"motorway", "Autobahn"},
                                                         {"park", "Park"},
                                                         {"trunk_road", "Bundesstraße"},
                                                         {"country_road", "Landstraße"},
                                                         {"square", "Platz"},
                                                         {"yard", "Bahn- und Hafenfläche"},
                                                         {"district", "Stadtbezirk"},
                                                         {"municipality", "Gemeinde"}};
    const auto found = titles.find(kind);
    return found == titles.end() ? kind : found->second;
}

double roadWidth(const QByteArray& kind)
{
    return kind == "motorway"       ? 30
           : kind == "trunk_road"   ? 16
           : kind == "railway"      ? 9
           : kind == "stadtbahn"    ? 6
           : kind == "port_road"    ? 11
           : kind == "country_road" ? 8
                                    : 3;
}

/// A side of a block; the same whichever of its two blocks it is taken from.
using SideKey = std::array<std::int64_t, 4>;
SideKey keyOf(Vec2 a, Vec2 b)
{
    const auto round = [](double v) { return std::int64_t(std::llround(v * 10)); };
    SideKey key{round(a.x), round(a.y), round(b.x), round(b.y)};
    if (std::pair(key[2], key[3]) < std::pair(key[0], key[1]))
        key = {key[2], key[3], key[0], key[1]};
    return key;
}

QByteArray streets(const Assets& assets, const std::vector<Block>& blocks)
{
    GeoJsonWriter writer("Straßen");
    std::set<SideKey> known;
    for (const Block& block : blocks)
        for (std::size_t side = 0; side < 4; ++side) {
            const Vec2 a = block.corners[side];
            const Vec2 b = block.corners[(side + 1) % 4];
            if (length(b - a) < 1 || !known.insert(keyOf(a, b)).second)
                continue;
            const double half = block.setbacks[side];
            writer.addStrip({a, b}, half > 20 ? 22 : half * 0.95,
                            {{"name", block.frontages[side].street},
                             {"art", half > 20  ? "Hauptstraße"
                                     : half > 6 ? "Straße"
                                                : "Gasse"},
                             {"breite_m", metres(half > 20 ? 22 : half * 0.95)}});
        }
    for (const Green& green : assets.greens)
        if (green.kind == "square" && green.radius < largestSquare)
            writer.addArea(
                ellipse(green.centre, green.radius, green.radius, 0, 24),
                {{"name", green.name}, {"art", kindTitle(green.kind)}, {"breite_m", metres(2 * green.radius)}});
    for (const Course& course : assets.courses)
        if (course.kind == "lake" && bankOf(course) > promenadeAway) {
            Ring path = outlineAround(course, promenadeAway);
            path.push_back(path.front());
            writer.addStrip(path, promenadeWidth,
                            {{"name", "Uferweg " + course.name}, {"art", "Weg"}, {"breite_m", metres(promenadeWidth)}});
        }
    for (const Course& course : assets.courses)
        if (course.kind == "port_road")
            writer.addStrip(course.points, roadWidth(course.kind),
                            {{"name", course.name}, {"art", "Straße"}, {"breite_m", metres(roadWidth(course.kind))}});
    for (const Course& course : assets.courses)
        if (course.kind == "motorway" || course.kind == "trunk_road" || course.kind == "country_road")
            writer.addStrip(
                course.points, roadWidth(course.kind),
                {{"name", course.name}, {"art", kindTitle(course.kind)}, {"breite_m", metres(roadWidth(course.kind))}});
    return writer.finish();
}

/// The Stadtbahn runs in tunnels where the town is dense.
QByteArray railways(const Assets& assets, const std::vector<Block>& blocks)
{
    GeoJsonWriter writer("Bahnstrecken");
    const auto add = [&writer](const Course& course) {
        writer.addStrip(
            course.points, roadWidth(course.kind),
            {{"name", course.name}, {"art", kindTitle(course.kind)}, {"breite_m", metres(roadWidth(course.kind))}});
    };
    for (const Course& course : assets.courses) {
        if (course.kind == "railway" || course.kind == "h_bahn")
            add(course);
        else if (course.kind == "stadtbahn")
            for (const Course& piece : openPieces(course, blocks))
                add(piece);
    }
    return writer.finish();
}

QByteArray runningWaters(const Assets& assets)
{
    GeoJsonWriter writer("Gewässer: Flüsse, Bäche, Kanal");
    for (const Course& course : assets.courses)
        if (const double half = waterHalfWidth(course); half > 0)
            writer.addStrip(course.points, 2 * half,
                            {{"name", course.name}, {"art", kindTitle(course.kind)}, {"breite_m", metres(2 * half)}});
    return writer.finish();
}

QByteArray lakes(const Assets& assets)
{
    GeoJsonWriter writer("Gewässer: Seen");
    for (const Course& course : assets.courses)
        if (course.kind == "lake")
            writer.addArea(course.points, {{"name", course.name},
                                           {"art", kindTitle(course.kind)},
                                           {"wasserspiegel_m", metres(course.elevations.front())}});
    return writer.finish();
}

constexpr int corners = 40;

QByteArray woods(const Assets& assets)
{
    GeoJsonWriter writer("Wald");
    for (const Wood& wood : assets.woods)
        writer.addArea(wood.outline(), {{"name", wood.name}, {"art", "Wald"}});
    return writer.finish();
}

QByteArray farmland(const std::vector<Field>& fields)
{
    GeoJsonWriter writer("Ackerland");
    for (const Field& field : fields)
        if (!field.isMeadow)
            writer.addArea(field.ring, {{"art", "Acker"}});
    return writer.finish();
}

/// What is nothing else: grass, as far as the surroundings are farmed.
QByteArray grassland(const Assets& assets)
{
    Vec2 low{1e9, 1e9};
    Vec2 high{-1e9, -1e9};
    for (const Area& area : assets.areas)
        for (const Vec2& p : area.ring) {
            low = {std::min(low.x, p.x - farmedBeyond), std::min(low.y, p.y - farmedBeyond)};
            high = {std::max(high.x, p.x + farmedBeyond), std::max(high.y, p.y + farmedBeyond)};
        }
    GeoJsonWriter writer("Grünland");
    writer.addArea({low, {high.x, low.y}, high, {low.x, high.y}}, {{"art", "Wiesen und Weiden"}});
    return writer.finish();
}

QByteArray settledLand(const std::vector<Block>& blocks)
{
    GeoJsonWriter writer("Siedlungsflächen");
    for (const Block& block : blocks)
        writer.addArea({block.corners.begin(), block.corners.end()}, {{"art", "Siedlungsfläche"}});
    return writer.finish();
}

/// Parks, and the gardens that fill what houses leave of a block.
QByteArray parks(const Assets& assets, const std::vector<Block>& blocks)
{
    GeoJsonWriter writer("Parks und Gärten");
    for (const Block& block : blocks) {
        const double courtDepth = block.quarter == Quarter::Dense || block.quarter == Quarter::Mixed ? 15 : 2.5;
        const auto land = block.quarter == Quarter::Core ? std::nullopt : inset(block.corners, block.setbacks);
        if (const auto garden = land ? inset(*land, courtDepth) : std::nullopt)
            writer.addArea({garden->begin(), garden->end()}, {{"art", "Gärten"}});
    }
    for (const Green& green : assets.greens)
        if (green.kind == "park")
            writer.addArea(ellipse(green.centre, green.radius, green.radius, 0, corners),
                           {{"name", green.name}, {"art", kindTitle(green.kind)}});
    return writer.finish();
}

/// The paved land around a large building: a rectangle with round corners (a superellipse).
Ring forecourt(const Landmark& landmark, double margin)
{
    constexpr double power = 0.4; // 1: an ellipse, 0: a rectangle
    const double turn = landmark.turnDegrees * std::numbers::pi / 180;
    const Vec2 along{std::cos(turn), std::sin(turn)};
    const auto bent = [](double v) { return std::copysign(std::pow(std::abs(v), power), v); };
    Ring ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        ring.push_back(landmark.centre + along * ((landmark.a / 2 + margin) * bent(std::cos(angle))) +
                       left(along) * ((landmark.b / 2 + margin) * bent(std::sin(angle))));
    }
    return ring;
}

/// @returns metres paved around a landmark; 0: it stands in a street or in the green.
double pavedAround(const Landmark& landmark)
{
    static const std::map<QByteArray, double> margins{
        {"stadium", 48},  {"arena", 40},  {"block", 16},   {"campus", 14}, {"courtyard", 10},  {"station", 22},
        {"colliery", 30}, {"cokery", 34}, {"furnace", 34}, {"dome", 16},   {"university", 26}, {"sheds", 14}};
    const auto found = margins.find(landmark.shape);
    return found == margins.end() ? 0 : found->second;
}

/// Where things are moved: the port's land, the station's tracks, the ground before large buildings.
QByteArray pavedYards(const Assets& assets)
{
    const auto hasPort = [&](const Green& green) {
        return std::any_of(assets.courses.begin(), assets.courses.end(), [&](const Course& course) {
            return course.kind == "port" && length(course.points.front() - green.centre) < green.radius;
        });
    };
    GeoJsonWriter writer("Plätze, Hafen- und Gleisflächen");
    for (const Course& course : assets.courses)
        if (course.kind == "port")
            writer.addArea(course.points, {{"name", course.name}, {"art", "Hafenfläche"}});
    for (const Green& green : assets.greens)
        if (green.kind == "yard" && !hasPort(green))
            writer.addArea(ellipse(green.centre, green.radius * 1.25, green.radius * 0.5, yardTurnDegrees, corners),
                           {{"name", green.name}, {"art", kindTitle(green.kind)}});
    for (const Course& course : assets.courses)
        if (course.kind == "railway")
            writer.addStrip(course.points, trackLandWidth, {{"name", course.name}, {"art", "Bahnfläche"}});
    for (const Landmark& landmark : assets.landmarks)
        if (const double margin = pavedAround(landmark); margin > 0)
            writer.addArea(forecourt(landmark, margin), {{"name", "Vorplatz " + landmark.name}, {"art", "Platz"}});
    return writer.finish();
}

QByteArray districts(const Assets& assets)
{
    GeoJsonWriter writer("Bezirke und Ortsteile");
    for (const Area& area : assets.areas)
        writer.addArea(area.ring, {{"name", area.name}, {"gemeinde", area.city}, {"art", kindTitle(area.kind)}});
    return writer.finish();
}

Result<void> writeText(const QString& path, const QByteArray& text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(text) != text.size() || !file.flush())
        return failure(file.error() == QFileDevice::ResourceError ? ErrorCode::ResourceExhausted
                                                                  : ErrorCode::AccessDenied,
                       QCoreApplication::translate("twin::demo", "Die Demo-Stadt lässt sich nicht schreiben."),
                       file.errorString(), {}, {file.fileName(), -1, {}});
    return {};
}

} // namespace

Result<QStringList> writeDemoLayers(const QString& folder, const Assets& assets, const std::vector<Block>& blocks,
                                    const std::vector<Field>& fields)
{
    // Sorted by name they lie on each other in this order.
    const std::array<std::pair<const char*, QByteArray>, 11> documents{{{"flaechen_1_gruenland", grassland(assets)},
                                                                        {"flaechen_2_acker", farmland(fields)},
                                                                        {"flaechen_3_siedlung", settledLand(blocks)},
                                                                        {"flaechen_4_gaerten", parks(assets, blocks)},
                                                                        {"flaechen_5_wald", woods(assets)},
                                                                        {"flaechen_6_plaetze", pavedYards(assets)},
                                                                        {"gewaesser_seen", lakes(assets)},
                                                                        {"gewaesser_fluesse", runningWaters(assets)},
                                                                        {"verkehr_strassen", streets(assets, blocks)},
                                                                        {"verkehr_bahnen", railways(assets, blocks)},
                                                                        {"grenzen_bezirke", districts(assets)}}};
    QStringList files;
    for (const auto& [name, text] : documents) {
        files << folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".geojson");
        TWIN_CHECK(writeText(files.constLast(), text));
    }
    return files;
}

Result<QString> writeDemoWaters(const QString& folder, const Assets& assets, const Ground& ground)
{
    QByteArray text = natureHead(ground.southWest(), ground.northEast());
    for (const Course& course : assets.courses)
        text += waterText(course);
    const QString path = folder + QStringLiteral("/Gewässer.gml");
    TWIN_CHECK(writeText(path, text + natureFoot()));
    return path;
}

Result<QString> writeDemoWaterside(const QString& folder, const Assets& assets, const Ground& ground, quint32 seed)
{
    const QString path = folder + QStringLiteral("/Ufer.gml");
    TWIN_CHECK(writeText(path, natureHead(ground.southWest(), ground.northEast()) + watersideText(assets, seed) +
                                   natureFoot()));
    return path;
}

Result<QString> writeDemoTerrain(const QString& folder, const Ground& ground, const CancellationToken& cancel)
{
    GroundModel model;
    const Vec2 low = ground.southWest();
    const Vec2 size = ground.northEast() - low;
    model.southWest = {low.x, low.y, 0};
    model.spacingMetres = terrainSpacing;
    model.columns = int(size.x / terrainSpacing) + 1;
    model.rows = int(size.y / terrainSpacing) + 1;
    model.heights.resize(std::size_t(model.columns) * std::size_t(model.rows));
    std::atomic<int> next = 0;
    const auto work = [&] {
        for (int row = next++; row < model.rows && !cancel.isCancelled(); row = next++)
            for (int column = 0; column < model.columns; ++column)
                model.heights[std::size_t(row) * std::size_t(model.columns) + std::size_t(column)] =
                    float(ground.at(low + Vec2{column * terrainSpacing, row * terrainSpacing}));
    };
    std::vector<std::thread> threads;
    for (unsigned i = 1; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
        threads.emplace_back(work);
    work();
    for (std::thread& thread : threads)
        thread.join();
    if (cancel.isCancelled())
        return failure(ErrorCode::Cancelled, QCoreApplication::translate("twin::demo", "Abgebrochen."));
    const QString path = folder + QStringLiteral("/Gelände.tif");
    TWIN_CHECK(geo::writeGroundModel(path, model, SceneFrame(ProjectedPosition{})));
    return path;
}

} // namespace twin::demo
