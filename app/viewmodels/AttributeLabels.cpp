// SPDX-License-Identifier: GPL-3.0-or-later
#include "AttributeLabels.h"

#include <algorithm>
#include <string_view>

#include <QCoreApplication>

namespace twin {
namespace {

// Sorted by name. Names: CityGML 2.0 (OGC 12-019) building module and the AdV product "3D-Gebäudemodell LoD2".
// clang-format off
constexpr AttributeLabel labels[] = {
    {"BezugspunktDach", QT_TRANSLATE_NOOP("twin::Attribute", "Bezugspunkt der Dachhöhe"), 0, ""},
    {"DQBodenhoehe", QT_TRANSLATE_NOOP("twin::Attribute", "Datenquelle der Bodenhöhe"), 0, ""},
    {"DQDachhoehe", QT_TRANSLATE_NOOP("twin::Attribute", "Datenquelle der Dachhöhe"), 0, ""},
    {"DQLage", QT_TRANSLATE_NOOP("twin::Attribute", "Datenquelle der Lage"), 0, ""},
    {"Dachform", QT_TRANSLATE_NOOP("twin::Attribute", "Dachform"), 3, ""},
    {"DatenquelleBodenhoehe", QT_TRANSLATE_NOOP("twin::Attribute", "Datenquelle der Bodenhöhe"), 0, ""},
    {"DatenquelleDachhoehe", QT_TRANSLATE_NOOP("twin::Attribute", "Datenquelle der Dachhöhe"), 0, ""},
    {"DatenquelleLage", QT_TRANSLATE_NOOP("twin::Attribute", "Datenquelle der Lage"), 0, ""},
    {"Gemeindeschluessel", QT_TRANSLATE_NOOP("twin::Attribute", "Amtlicher Gemeindeschlüssel"), 0, ""},
    {"Geometrietyp2DReferenz", QT_TRANSLATE_NOOP("twin::Attribute", "Bezug zum Grundriss"), 0, ""},
    {"GrossPlannedArea", QT_TRANSLATE_NOOP("twin::Attribute", "Geplante Bruttofläche"), 0, "m2"},
    {"Grundrissaktualitaet", QT_TRANSLATE_NOOP("twin::Attribute", "Stand des Grundrisses"), 7, ""},
    {"HoeheDach", QT_TRANSLATE_NOOP("twin::Attribute", "Höhe des Daches über NHN"), 0, "m"},
    {"HoeheGrund", QT_TRANSLATE_NOOP("twin::Attribute", "Höhe des Bodens über NHN"), 0, "m"},
    {"LageZurErdoberflaeche", QT_TRANSLATE_NOOP("twin::Attribute", "Lage zur Erdoberfläche"), 0, ""},
    {"NiedrigsteTraufeDesGebaeudes", QT_TRANSLATE_NOOP("twin::Attribute", "Niedrigste Traufe über NHN"), 0, "m"},
    {"Nutzung", QT_TRANSLATE_NOOP("twin::Attribute", "Nutzung"), 1, ""},
    {"Qualitaetsangaben", QT_TRANSLATE_NOOP("twin::Attribute", "Angaben zur Qualität"), 0, ""},
    {"class", QT_TRANSLATE_NOOP("twin::Attribute", "Gebäudeklasse"), 0, ""},
    {"creationDate", QT_TRANSLATE_NOOP("twin::Attribute", "Angelegt am"), 0, ""},
    {"description", QT_TRANSLATE_NOOP("twin::Attribute", "Beschreibung"), 0, ""},
    {"function", QT_TRANSLATE_NOOP("twin::Attribute", "Gebäudefunktion"), 1, ""},
    {"lintelHeight", QT_TRANSLATE_NOOP("twin::Attribute", "Sturzhöhe über dem Boden des Hauses"), 0, "m"},
    {"measuredHeight", QT_TRANSLATE_NOOP("twin::Attribute", "Höhe (gemessen)"), 0, "m"},
    {"name", QT_TRANSLATE_NOOP("twin::Attribute", "Name"), 0, ""},
    {"roofType", QT_TRANSLATE_NOOP("twin::Attribute", "Dachform"), 3, ""},
    {"sillHeight", QT_TRANSLATE_NOOP("twin::Attribute", "Brüstungshöhe über dem Boden des Hauses"), 0, "m"},
    {"storeyHeightsAboveGround", QT_TRANSLATE_NOOP("twin::Attribute", "Geschosshöhen über der Erde"), 0, "m"},
    {"storeyHeightsBelowGround", QT_TRANSLATE_NOOP("twin::Attribute", "Geschosshöhen unter der Erde"), 0, "m"},
    {"storeysAboveGround", QT_TRANSLATE_NOOP("twin::Attribute", "Geschosse über der Erde"), 4, ""},
    {"storeysBelowGround", QT_TRANSLATE_NOOP("twin::Attribute", "Geschosse unter der Erde"), 5, ""},
    {"usage", QT_TRANSLATE_NOOP("twin::Attribute", "Tatsächliche Nutzung"), 2, ""},
    {"yearOfConstruction", QT_TRANSLATE_NOOP("twin::Attribute", "Baujahr"), 6, ""},
    {"yearOfDemolition", QT_TRANSLATE_NOOP("twin::Attribute", "Abrissjahr"), 0, ""},
};
// clang-format on

constexpr bool isSorted()
{
    for (std::size_t i = 1; i < std::size(labels); ++i)
        if (std::string_view(labels[i].name) <= std::string_view(labels[i - 1].name))
            return false;
    return true;
}

} // namespace

const AttributeLabel* attributeLabel(const QString& name)
{
    static_assert(isSorted(), "labels are looked up by bisection");
    const QByteArray key = name.toUtf8();
    const auto* row = std::lower_bound(std::begin(labels), std::end(labels), std::string_view(key.constData()),
                                       [](const AttributeLabel& label, std::string_view k) { return label.name < k; });
    return row != std::end(labels) && key == row->name ? row : nullptr;
}

QString attributeTitle(const QString& name)
{
    const AttributeLabel* row = attributeLabel(name);
    return row ? QCoreApplication::translate("twin::Attribute", row->label) : name;
}

} // namespace twin
