// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/CodeList.h"

#include "model/Csv.h"

#include <algorithm>
#include <array>
#include <map>

#include <QFile>
#include <QHash>

namespace twin {
namespace {

using List = QHash<QString, CodeWord>;
using Lists = std::map<QString, List, std::less<>>;

constexpr std::array listNames{
    "adv_bauwerksfunktion",
    "adv_bezugspunkt_dach",
    "adv_dachform",
    "adv_datenquelle_bodenhoehe",
    "adv_datenquelle_dachhoehe",
    "adv_datenquelle_lage",
    "adv_gebaeudefunktion",
    "adv_gebaeudefunktion_alk_alt",
    "adv_geometrietyp_2d_referenz",
    "adv_nutzung",
    "citygml2_auxiliarytrafficarea_function",
    "citygml2_auxiliarytrafficarea_material",
    "citygml2_bridge_class",
    "citygml2_bridge_function",
    "citygml2_building_class",
    "citygml2_building_function",
    "citygml2_cityfurniture_class",
    "citygml2_cityfurniture_function",
    "citygml2_furniture_class",
    "citygml2_furniture_function",
    "citygml2_group_class",
    "citygml2_group_function",
    "citygml2_installation_class",
    "citygml2_installation_function",
    "citygml2_landuse_class",
    "citygml2_landuse_function",
    "citygml2_plant_class",
    "citygml2_plant_species",
    "citygml2_plantcover_class",
    "citygml2_rooftype",
    "citygml2_room_class",
    "citygml2_room_function",
    "citygml2_trafficarea_function",
    "citygml2_trafficarea_material",
    "citygml2_trafficarea_usage",
    "citygml2_transportation_class",
    "citygml2_transportation_function",
    "citygml2_tunnel_class",
    "citygml2_tunnel_function",
    "citygml2_waterbody_class",
    "citygml2_waterbody_function",
    "citygml2_waterbody_usage",
    "citygml2_waterlevel",
    "gemeinden_nrw",
};

List loadList(const QString& name)
{
    List list;
    QFile file(QStringLiteral(":/twin/codelists/%1.csv").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("Code list %s is not compiled in", qPrintable(name));
    const QString text = QString::fromUtf8(file.readAll());
    for (const QStringView line : QStringView(text).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#') || line.startsWith(u"code,"))
            continue;
        const QStringList fields = csvFields(line);
        if (fields.size() >= 3 && !list.contains(fields[0])) // double codes in the sources: the first counts
            list.insert(fields[0], {fields[1], fields[2]});
    }
    return list;
}

const Lists& lists()
{
    static const Lists all = [] {
        Lists loaded;
        for (const char* name : listNames)
            loaded.emplace(QLatin1String(name), loadList(QLatin1String(name)));
        return loaded;
    }();
    return all;
}

CodeWord wordOf(QStringView list, QStringView code)
{
    const CodeWord* word = CodeList::find(list, code);
    return word ? *word : CodeWord();
}

bool isNumber(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// True for code spaces of the German surveying administrations (AdV, ALKIS, GeoInfoDok).
bool isAdvSpace(QStringView space)
{
    return space.contains(u"adv", Qt::CaseInsensitive) || space.contains(u"alkis", Qt::CaseInsensitive) ||
           space.contains(u"gdi-de", Qt::CaseInsensitive);
}

bool isCityGmlSpace(QStringView space)
{
    return space.contains(u"sig3d", Qt::CaseInsensitive) || space.contains(u"citygml", Qt::CaseInsensitive);
}

QString joined(const QString& a, const QString& b)
{
    if (a.isEmpty() || a == b)
        return b;
    return b.isEmpty() ? a : a + QStringLiteral(" / ") + b;
}

CodeWord buildingFunction(QStringView code, QStringView space)
{
    if (code.startsWith(u"11_"))
        return wordOf(u"adv_gebaeudefunktion_alk_alt", code);
    if (!isNumber(code))
        return {};
    CodeWord alkis = wordOf(u"adv_gebaeudefunktion", QStringLiteral("31001_") + code.toString());
    if (isAdvSpace(space))
        return alkis;
    CodeWord sig3d = wordOf(u"citygml2_building_function", code);
    if (isCityGmlSpace(space))
        return sig3d;
    return {joined(sig3d.german, alkis.german), joined(sig3d.english, alkis.english)};
}

/// The lists of SIG3D for everything but buildings. What has none for its use or function has that of its class.
struct TypedList {
    CityObjectType type;
    const char* attribute;
    const char* list;
};
constexpr std::array typedLists{
    TypedList{CityObjectType::BuildingInstallation, "class", "citygml2_installation_class"},
    TypedList{CityObjectType::BuildingInstallation, "function", "citygml2_installation_function"},
    TypedList{CityObjectType::BuildingRoom, "class", "citygml2_room_class"},
    TypedList{CityObjectType::BuildingRoom, "function", "citygml2_room_function"},
    TypedList{CityObjectType::BuildingFurniture, "class", "citygml2_furniture_class"},
    TypedList{CityObjectType::BuildingFurniture, "function", "citygml2_furniture_function"},
    TypedList{CityObjectType::Bridge, "class", "citygml2_bridge_class"},
    TypedList{CityObjectType::Bridge, "function", "citygml2_bridge_function"},
    TypedList{CityObjectType::Tunnel, "class", "citygml2_tunnel_class"},
    TypedList{CityObjectType::Tunnel, "function", "citygml2_tunnel_function"},
    TypedList{CityObjectType::TransportComplex, "class", "citygml2_transportation_class"},
    TypedList{CityObjectType::TransportComplex, "function", "citygml2_transportation_function"},
    TypedList{CityObjectType::TrafficSpace, "function", "citygml2_trafficarea_function"},
    TypedList{CityObjectType::TrafficSpace, "usage", "citygml2_trafficarea_usage"},
    TypedList{CityObjectType::TrafficSpace, "surfaceMaterial", "citygml2_trafficarea_material"},
    TypedList{CityObjectType::AuxiliaryTrafficSpace, "function", "citygml2_auxiliarytrafficarea_function"},
    TypedList{CityObjectType::AuxiliaryTrafficSpace, "surfaceMaterial", "citygml2_auxiliarytrafficarea_material"},
    TypedList{CityObjectType::PlantCover, "class", "citygml2_plantcover_class"},
    TypedList{CityObjectType::PlantCover, "function", "citygml2_plantcover_class"},
    TypedList{CityObjectType::SolitaryVegetationObject, "class", "citygml2_plant_class"},
    TypedList{CityObjectType::SolitaryVegetationObject, "function", "citygml2_plant_class"},
    TypedList{CityObjectType::SolitaryVegetationObject, "species", "citygml2_plant_species"},
    TypedList{CityObjectType::WaterBody, "class", "citygml2_waterbody_class"},
    TypedList{CityObjectType::WaterBody, "function", "citygml2_waterbody_function"},
    TypedList{CityObjectType::WaterBody, "usage", "citygml2_waterbody_usage"},
    TypedList{CityObjectType::WaterBody, "waterLevel", "citygml2_waterlevel"},
    TypedList{CityObjectType::CityFurniture, "class", "citygml2_cityfurniture_class"},
    TypedList{CityObjectType::CityFurniture, "function", "citygml2_cityfurniture_function"},
    TypedList{CityObjectType::LandUse, "class", "citygml2_landuse_class"},
    TypedList{CityObjectType::LandUse, "function", "citygml2_landuse_function"},
    TypedList{CityObjectType::CityObjectGroup, "class", "citygml2_group_class"},
    TypedList{CityObjectType::CityObjectGroup, "function", "citygml2_group_function"},
};

/// @returns the type whose lists a type shares.
CityObjectType listsOf(CityObjectType type)
{
    switch (type) {
    case CityObjectType::BridgePart:
        return CityObjectType::Bridge;
    case CityObjectType::TunnelPart:
        return CityObjectType::Tunnel;
    case CityObjectType::Road:
    case CityObjectType::Railway:
    case CityObjectType::Track:
    case CityObjectType::Square:
    case CityObjectType::Waterway:
        return CityObjectType::TransportComplex;
    default:
        return type;
    }
}

bool isBuilding(CityObjectType type)
{
    return type == CityObjectType::Building || type == CityObjectType::BuildingPart ||
           type == CityObjectType::BuildingUnit;
}

CodeWord typedWord(CityObjectType type, QStringView attribute, QStringView code)
{
    const auto find = [&](QStringView wanted) {
        const auto row = std::find_if(typedLists.begin(), typedLists.end(), [&](const TypedList& r) {
            return r.type == listsOf(type) && wanted == QLatin1String(r.attribute);
        });
        return row == typedLists.end() ? nullptr : row->list;
    };
    const char* list = find(attribute);
    if (list == nullptr && attribute == u"usage")
        list = find(u"function");
    return list == nullptr ? CodeWord() : wordOf(QString(QLatin1String(list)), code);
}

/// Keys of the surveys say their list by themselves: "53001_1800" is a kind of bridge wherever it stands.
CodeWord advWord(QStringView code)
{
    for (const QStringView list : {u"adv_gebaeudefunktion", u"adv_bauwerksfunktion", u"adv_nutzung"})
        if (const CodeWord* word = CodeList::find(list, code))
            return *word;
    return {};
}

CodeWord roofType(QStringView code)
{
    // The SIG3D codes (1000 … 1130) and the AdV codes (1000, 2100 … 9999) agree on 1000 and share no other.
    if (const CodeWord* adv = CodeList::find(u"adv_dachform", code))
        return *adv;
    return wordOf(u"citygml2_rooftype", code);
}

struct GenericList {
    const char* attribute;
    const char* list;
};
constexpr std::array genericLists{
    GenericList{"DatenquelleDachhoehe", "adv_datenquelle_dachhoehe"},
    GenericList{"DatenquelleLage", "adv_datenquelle_lage"},
    GenericList{"DatenquelleBodenhoehe", "adv_datenquelle_bodenhoehe"},
    GenericList{"BezugspunktDach", "adv_bezugspunkt_dach"},
    GenericList{"Geometrietyp2DReferenz", "adv_geometrietyp_2d_referenz"},
    GenericList{"Gemeindeschluessel", "gemeinden_nrw"},
};

} // namespace

const CodeWord* CodeList::find(QStringView list, QStringView code)
{
    const auto found = lists().find(list);
    if (found == lists().end())
        return nullptr;
    const auto word = found->second.constFind(code.toString());
    return word == found->second.cend() ? nullptr : &*word;
}

QStringList CodeList::names()
{
    QStringList names;
    for (const auto& [name, list] : lists())
        names.append(name);
    return names;
}

bool CodeList::isCodedGeneric(QStringView attribute)
{
    return std::any_of(genericLists.begin(), genericLists.end(),
                       [&](const GenericList& row) { return attribute == QLatin1String(row.attribute); });
}

CodeWord CodeList::meaning(CityObjectType type, QStringView attribute, QStringView code, QStringView codeSpace)
{
    const bool isUse = attribute == u"function" || attribute == u"usage";
    if (code.size() > 6 && code[5] == u'_' && (isUse || attribute == u"class"))
        return advWord(code);
    if (isBuilding(type) && isUse)
        return buildingFunction(code, codeSpace);
    if (isBuilding(type) && attribute == u"class")
        return wordOf(u"citygml2_building_class", code);
    if (attribute == u"roofType")
        return roofType(code);
    for (const GenericList& row : genericLists)
        if (attribute == QLatin1String(row.attribute))
            return wordOf(QString(QLatin1String(row.list)), code);
    return typedWord(type, attribute, code);
}

} // namespace twin
