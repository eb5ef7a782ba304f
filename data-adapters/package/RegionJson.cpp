// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/RegionJson.h"

#include "package/JsonParts.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace twin::package {
namespace {

const QLatin1String formatName("stadtzwilling-region");
const QString datasetCount = QStringLiteral("datasetCount"); ///< where not all are listed
constexpr qint64 mostSources = 10'000'000;
const QString buildingsTileset = QStringLiteral("buildings/tileset.json");

QJsonArray toJson(const std::vector<CityLayer>& layers)
{
    QJsonArray array;
    for (const CityLayer& layer : layers) {
        QJsonArray tilesets;
        for (const LayerTileset& tileset : layer.tilesets)
            tilesets.append(
                QJsonObject{{QStringLiteral("lod"), tileset.lod}, {QStringLiteral("tileset"), tileset.tileset}});
        array.append(QJsonObject{{QStringLiteral("layer"), layerName(layer.module)},
                                 {QStringLiteral("objects"), layer.objects},
                                 {QStringLiteral("tilesets"), tilesets}});
    }
    return array;
}

/// A path below the package's folder; region.json must not make readers look elsewhere.
bool staysBelow(const QString& path)
{
    return !path.isEmpty() && !path.startsWith(QLatin1Char('/')) && !path.contains(QLatin1Char('\\')) &&
           !path.contains(QLatin1Char(':')) && !path.split(QLatin1Char('/')).contains(QStringLiteral(".."));
}

/// Layers of modules that this version does not know are left out.
std::vector<CityLayer> toCityLayers(const QJsonArray& array)
{
    std::vector<CityLayer> layers;
    for (const QJsonValue value : array) {
        const QJsonObject object = value.toObject();
        const auto module = cityModuleFromLayer(object.value(QStringLiteral("layer")).toString());
        CityLayer layer;
        layer.objects = object.value(QStringLiteral("objects")).toInteger();
        const QJsonArray tilesets = object.value(QStringLiteral("tilesets")).toArray();
        for (const QJsonValue item : tilesets) {
            const QString path = item[QStringLiteral("tileset")].toString();
            if (staysBelow(path))
                layer.tilesets.push_back(
                    {static_cast<Lod>(std::clamp(item[QStringLiteral("lod")].toInt(), 0, 255)), path});
        }
        if (!module || layer.tilesets.empty())
            continue;
        layer.module = *module;
        layers.push_back(std::move(layer));
    }
    return layers;
}

QJsonObject toJson(const Undulation& undulation)
{
    return {
        {QStringLiteral("grid"), undulation.fromGrid ? QJsonValue(QStringLiteral("de_bkg_gcg2016.tif")) : QJsonValue()},
        {QStringLiteral("undulationMetres"), undulation.metres},
        {QStringLiteral("undulationPerMetre"), QJsonArray{undulation.perMetreEast, undulation.perMetreNorth}}};
}

/// @returns false for a geoid that the earth does not have.
bool readUndulation(const QJsonObject& object, Undulation& undulation)
{
    constexpr double highest = 150; // metres: the geoid's reach is -107 … +86 m
    constexpr double steepest = 1e-3;
    const QJsonValue metres = object.value(QStringLiteral("undulationMetres"));
    const QJsonArray slopes = object.value(QStringLiteral("undulationPerMetre")).toArray();
    undulation.fromGrid = object.value(QStringLiteral("grid")).isString();
    undulation.metres = metres.toDouble();
    undulation.perMetreEast = slopes.at(0).toDouble();
    undulation.perMetreNorth = slopes.at(1).toDouble();
    return metres.isDouble() && slopes.size() == 2 && slopes[0].isDouble() && slopes[1].isDouble() &&
           std::abs(undulation.metres) < highest && std::abs(undulation.perMetreEast) < steepest &&
           std::abs(undulation.perMetreNorth) < steepest;
}

QJsonObject toJson(const HomeCamera& home)
{
    return {{QStringLiteral("eye"),
             package::toJson(home.eye.eastingMetres, home.eye.northingMetres, home.eye.heightMetres)},
            {QStringLiteral("headingDegrees"), home.headingDegrees},
            {QStringLiteral("pitchDegrees"), home.pitchDegrees}};
}

std::optional<HomeCamera> toHome(const QJsonObject& object)
{
    HomeCamera home;
    const QJsonValue heading = object.value(QStringLiteral("headingDegrees"));
    const QJsonValue pitch = object.value(QStringLiteral("pitchDegrees"));
    if (!readVector(object.value(QStringLiteral("eye")), home.eye.eastingMetres, home.eye.northingMetres,
                    home.eye.heightMetres) ||
        !heading.isDouble() || !pitch.isDouble() || std::abs(heading.toDouble()) > 360 ||
        std::abs(pitch.toDouble()) > 90)
        return std::nullopt;
    home.headingDegrees = heading.toDouble();
    home.pitchDegrees = pitch.toDouble();
    return home;
}

} // namespace

QByteArray regionJson(const RegionFile& file, double groundSpacingMetres)
{
    const RegionInfo& info = file.info;
    QJsonObject counts;
    for (const auto& [type, count] : info.objectCounts)
        counts.insert(type, count);
    QJsonArray datasets;
    for (std::size_t i = 0; i < std::min(info.sources.size(), mostListedSources); ++i)
        datasets.append(toJson(info.sources[i]));
    QJsonObject region{
        {QStringLiteral("format"), formatName},
        {QStringLiteral("formatVersion"), regionFormatVersion},
        {QStringLiteral("title"), info.title},
        {QStringLiteral("crs"), QJsonObject{{QStringLiteral("horizontal"), QStringLiteral("EPSG:25832")},
                                            {QStringLiteral("vertical"), QStringLiteral("EPSG:7837")}}},
        {QStringLiteral("origin"),
         toJson(info.origin.eastingMetres, info.origin.northingMetres, info.origin.heightMetres)},
        {QStringLiteral("extent"), toJson(info.extent, SceneFrame(info.origin))},
        {QStringLiteral("centre"),
         QJsonObject{{QStringLiteral("latitudeDegrees"), info.centre.latitudeDegrees},
                     {QStringLiteral("longitudeDegrees"), info.centre.longitudeDegrees},
                     {QStringLiteral("ellipsoidalHeightMetres"), info.centre.ellipsoidalHeightMetres}}},
        {QStringLiteral("meridianConvergenceDegrees"), info.meridianConvergenceDegrees},
        {QStringLiteral("objects"), counts},
        {QStringLiteral("surfaces"), info.surfaces},
        {QStringLiteral("triangles"), info.triangles},
        {QStringLiteral("datasets"), datasets},
        {QStringLiteral("importedAt"), info.importedAt.toUTC().toString(Qt::ISODate)},
        {QStringLiteral("demo"), info.demo},
        {QStringLiteral("database"), QStringLiteral("twin.gpkg")},
    };
    if (info.sources.size() > mostListedSources)
        region.insert(datasetCount, static_cast<qint64>(info.sources.size()));
    if (!info.cityLayers.empty())
        region.insert(QStringLiteral("cityLayers"), toJson(info.cityLayers));
    if (!info.cityLayers.empty() && info.cityLayers.front().module == CityModule::Building)
        region.insert(QStringLiteral("buildings"), buildingsTileset);
    if (file.home)
        region.insert(QStringLiteral("home"), toJson(*file.home));
    if (info.undulation)
        region.insert(QStringLiteral("geoid"), toJson(*info.undulation));
    if (groundSpacingMetres > 0) {
        region.insert(QStringLiteral("terrain"), QStringLiteral("terrain/tileset.json"));
        region.insert(QStringLiteral("ground"),
                      QJsonObject{{QStringLiteral("file"), QStringLiteral("terrain/ground.tif")},
                                  {QStringLiteral("method"), QStringLiteral("estimated-from-buildings")},
                                  {QStringLiteral("spacingMetres"), groundSpacingMetres}});
    }
    return QJsonDocument(region).toJson();
}

Result<RegionFile> parseRegionJson(const QByteArray& json, const QString& path)
{
    const auto malformed = [&path](const QString& detail) {
        return failure(
            ErrorCode::MalformedData,
            QCoreApplication::translate("twin::package", "Die Beschreibung der Region (region.json) ist beschädigt."),
            detail, QCoreApplication::translate("twin::package", "Importieren Sie die Region erneut."), {path, -1, {}});
    };
    QJsonParseError parseError;
    const QJsonObject region = QJsonDocument::fromJson(json, &parseError).object();
    if (parseError.error != QJsonParseError::NoError)
        return malformed(parseError.errorString());
    if (region.value(QStringLiteral("format")).toString() != formatName)
        return malformed(QStringLiteral("not a region package"));
    if (const int version = region.value(QStringLiteral("formatVersion")).toInt(-1); version > regionFormatVersion)
        return failure(
            ErrorCode::UnsupportedVersion,
            QCoreApplication::translate("twin::package", "Das Regionspaket stammt von einer neueren Programmversion."),
            QStringLiteral("formatVersion %1").arg(version),
            QCoreApplication::translate("twin::package",
                                        "Aktualisieren Sie das Programm oder importieren Sie die Region erneut."),
            {path, -1, {}});
    else if (version < 1)
        return malformed(QStringLiteral("formatVersion"));

    RegionFile file;
    RegionInfo& info = file.info;
    info.title = region.value(QStringLiteral("title")).toString();
    if (!readVector(region.value(QStringLiteral("origin")), info.origin.eastingMetres, info.origin.northingMetres,
                    info.origin.heightMetres))
        return malformed(QStringLiteral("origin"));
    if (!readBox(region.value(QStringLiteral("extent")), SceneFrame(info.origin), info.extent))
        return malformed(QStringLiteral("extent"));
    const QJsonObject centre = region.value(QStringLiteral("centre")).toObject();
    info.centre = {centre.value(QStringLiteral("latitudeDegrees")).toDouble(),
                   centre.value(QStringLiteral("longitudeDegrees")).toDouble(),
                   centre.value(QStringLiteral("ellipsoidalHeightMetres")).toDouble()};
    info.meridianConvergenceDegrees = region.value(QStringLiteral("meridianConvergenceDegrees")).toDouble();
    if (const QJsonValue geoid = region.value(QStringLiteral("geoid")); !geoid.isUndefined()) {
        info.undulation = Undulation{false, 0, 0, 0, info.origin};
        if (!readUndulation(geoid.toObject(), *info.undulation))
            return malformed(QStringLiteral("geoid"));
    }
    const QJsonObject counts = region.value(QStringLiteral("objects")).toObject();
    for (auto count = counts.begin(); count != counts.end(); ++count)
        info.objectCounts[count.key()] = count.value().toInteger();
    info.cityLayers = toCityLayers(region.value(QStringLiteral("cityLayers")).toArray());
    if (!region.contains(QStringLiteral("cityLayers")) &&
        region.contains(QStringLiteral("buildings"))) // older packages
        info.cityLayers = {
            {CityModule::Building, info.objectCounts[typeName(CityObjectType::Building)], {{20, buildingsTileset}}}};
    info.surfaces = region.value(QStringLiteral("surfaces")).toInteger();
    info.triangles = region.value(QStringLiteral("triangles")).toInteger();
    const QJsonArray datasets = region.value(QStringLiteral("datasets")).toArray();
    for (const QJsonValue dataset : datasets)
        info.sources.push_back(toSource(dataset.toObject()));
    if (const qint64 all = region.value(datasetCount).toInteger(); all > datasets.size()) {
        if (all > mostSources)
            return malformed(datasetCount);
        info.sources.resize(static_cast<std::size_t>(all));
    }
    info.importedAt = QDateTime::fromString(region.value(QStringLiteral("importedAt")).toString(), Qt::ISODate);
    info.demo = region.value(QStringLiteral("demo")).toBool();
    file.home = toHome(region.value(QStringLiteral("home")).toObject());
    return file;
}

} // namespace twin::package
