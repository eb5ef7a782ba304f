// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/use/BuildingUse.h"

#include <array>

#include <QString>

namespace twin {
namespace {

BuildingUse useOfCode(int code)
{
    if (code >= 1000 && code < 2000)
        return BuildingUse::Dwelling;
    if (code >= 3000 && code < 4000)
        return BuildingUse::Public;
    if (code < 2000 || code >= 3000)
        return BuildingUse::Unknown;
    if (code >= 2020 && code < 2050) // offices, banks, insurances
        return BuildingUse::Office;
    return code < 2100 ? BuildingUse::Shop : BuildingUse::Industry;
}

struct Words {
    BuildingUse use;
    std::array<const char16_t*, 20> parts; ///< of words, lower case
};
// What stands first wins: a "Wohn- und Geschäftsgebäude" is lived in.
constexpr std::array vocabulary{
    Words{BuildingUse::Dwelling, {u"wohn", u"residential", u"apartment", u"heim", u"dwelling"}},
    Words{BuildingUse::Office,
          {u"büro", u"verwaltung", u"kredit", u"bank", u"versicherung", u"rundfunk", u"office", u"bürohaus"}},
    Words{BuildingUse::Public,
          {u"öffentlich", u"schul",   u"hochschul", u"universität", u"kirche", u"rathaus",    u"museum",
           u"theater",    u"kranken", u"bahnhof",   u"empfang",     u"sport",  u"bibliothek", u"polizei",
           u"feuerwehr",  u"gericht", u"kultur",    u"school",      u"church", u"public"}},
    Words{BuildingUse::Shop,
          {u"geschäft", u"kauf", u"laden", u"handel", u"markt", u"gaststätte", u"hotel", u"bewirtung", u"beherbergung",
           u"retail", u"shop", u"commercial"}},
    Words{BuildingUse::Industry,
          {u"industrie", u"gewerbe", u"fabrik", u"produktion", u"werkstatt", u"lager", u"betrieb", u"speicher",
           u"scheune", u"garage", u"schuppen", u"silo", u"kraftwerk", u"wirtschaft", u"industrial", u"warehouse",
           u"storage"}}};

} // namespace

BuildingUse buildingUse(QStringView function)
{
    bool isCode = false;
    const QStringView last = function.mid(function.lastIndexOf(u'_') + 1);
    if (const int code = last.toInt(&isCode); isCode)
        return useOfCode(code);
    const QString lower = function.toString().toLower();
    for (const Words& words : vocabulary)
        for (const char16_t* part : words.parts)
            if (part != nullptr && lower.contains(QStringView(part)))
                return words.use;
    return BuildingUse::Unknown;
}

} // namespace twin
