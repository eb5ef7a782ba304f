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
    "citygml2_building_class",
    "citygml2_building_function",
    "citygml2_installation_class",
    "citygml2_installation_function",
    "citygml2_rooftype",
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
    if (code.startsWith(u"31001_"))
        return wordOf(u"adv_gebaeudefunktion", code);
    if (code.startsWith(u"11_"))
        return wordOf(u"adv_gebaeudefunktion_alk_alt", code);
    if (code.size() > 6 && code[5] == u'_')
        return wordOf(u"adv_bauwerksfunktion", code);
    if (!isNumber(code))
        return {};
    const CodeWord alkis = wordOf(u"adv_gebaeudefunktion", QStringLiteral("31001_") + code.toString());
    if (isAdvSpace(space))
        return alkis;
    const CodeWord sig3d = wordOf(u"citygml2_building_function", code);
    if (isCityGmlSpace(space))
        return sig3d;
    return {joined(sig3d.german, alkis.german), joined(sig3d.english, alkis.english)};
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
    const bool installation = type == CityObjectType::BuildingInstallation;
    if (attribute == u"function" || attribute == u"usage")
        return installation ? wordOf(u"citygml2_installation_function", code) : buildingFunction(code, codeSpace);
    if (attribute == u"class")
        return wordOf(installation ? u"citygml2_installation_class" : u"citygml2_building_class", code);
    if (attribute == u"roofType")
        return roofType(code);
    for (const GenericList& row : genericLists)
        if (attribute == QLatin1String(row.attribute))
            return wordOf(QString(QLatin1String(row.list)), code);
    return {};
}

} // namespace twin
