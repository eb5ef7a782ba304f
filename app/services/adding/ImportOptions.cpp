// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/adding/ImportOptions.h"

#include "app/services/adding/LayerThemes.h"
#include "geo/Crs.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>
#include <QLocale>

namespace twin::services {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::ImportOption)
};

bool anything(const SourcePreview&)
{
    return true;
}

bool cityModels(const SourcePreview& file)
{
    return file.kind == LayerKind::CityModel;
}

bool withoutCrs(const SourcePreview& file)
{
    return file.refusal && file.refusal->code == ErrorCode::MissingCrs;
}

bool withoutPlace(const SourcePreview& file)
{
    return file.needsPlace;
}

bool withoutGeoreference(const SourcePreview& file)
{
    return file.needsPoints;
}

bool terrains(const SourcePreview& file)
{
    return file.kind == LayerKind::Terrain;
}

bool vectors(const SourcePreview& file)
{
    return file.kind == LayerKind::Vector;
}

const QLatin1String skipKnown("skip");

constexpr std::array existingChoices{
    ImportChoice{"keep", QT_TRANSLATE_NOOP("twin::services::ImportOption", "beide behalten")},
    ImportChoice{"skip", QT_TRANSLATE_NOOP("twin::services::ImportOption", "nur neue hinzufügen")},
};

constexpr std::array orderChoices{
    ImportChoice{"0", QT_TRANSLATE_NOOP("twin::services::ImportOption", "nach den Punkten")},
    ImportChoice{"1", QT_TRANSLATE_NOOP("twin::services::ImportOption", "1 (verschieben, drehen, dehnen)")},
    ImportChoice{"2", QT_TRANSLATE_NOOP("twin::services::ImportOption", "2 (auch biegen)")},
};

constexpr std::array options{
    ImportOption{"crs",
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "Koordinatenreferenzsystem"),
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "gilt für Dateien, die keines nennen"),
                 OptionType::Crs,
                 withoutCrs,
                 {},
                 true},
    ImportOption{"at",
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "Ort des 3D-Modells"),
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "Ost, Nord, Höhe ü. NHN, Richtung in Grad"),
                 OptionType::Place,
                 withoutPlace,
                 {},
                 true},
    ImportOption{"points",
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "Passpunkte"),
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", ".points von QGIS oder CSV"),
                 OptionType::File,
                 withoutGeoreference,
                 {},
                 true},
    ImportOption{"order", QT_TRANSLATE_NOOP("twin::services::ImportOption", "Ordnung der Einpassung"),
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "nach den Punkten"), OptionType::Choice,
                 withoutGeoreference, orderChoices, true, "points"},
    ImportOption{"breaklines", QT_TRANSLATE_NOOP("twin::services::ImportOption", "Bruchkanten"),
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "Linien mit Höhen; sonst keine"), OptionType::File,
                 terrains},
    ImportOption{"extrude",
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "Als Körper aufziehen"),
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "Attribut oder Meter; sonst flach auf dem Gelände"),
                 OptionType::Number,
                 vectors,
                 {},
                 true},
    ImportOption{"base",
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "Fuß der Körper"),
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "Attribut mit Höhe ü. NHN; sonst auf dem Gelände"),
                 OptionType::Field,
                 vectors,
                 {},
                 true,
                 "extrude"},
    ImportOption{"existing", QT_TRANSLATE_NOOP("twin::services::ImportOption", "Objekte, die die Region schon hat"),
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "gleiche gml:id"), OptionType::Choice, cityModels,
                 existingChoices},
    ImportOption{"title", QT_TRANSLATE_NOOP("twin::services::ImportOption", "Name der Ebene"),
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "wie die Datei heißt"), OptionType::Text, anything},
    ImportOption{"theme", QT_TRANSLATE_NOOP("twin::services::ImportOption", "Thema"),
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "Meine Daten"), OptionType::Theme, anything},
    ImportOption{"licence", QT_TRANSLATE_NOOP("twin::services::ImportOption", "Lizenz"),
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "wie die Datei sagt"), OptionType::Text, anything},
    ImportOption{"date", QT_TRANSLATE_NOOP("twin::services::ImportOption", "Stand der Daten"),
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "TT.MM.JJJJ; sonst wie die Datei sagt"),
                 OptionType::Date, anything},
    ImportOption{"until", QT_TRANSLATE_NOOP("twin::services::ImportOption", "Gilt bis"),
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "TT.MM.JJJJ; sonst gilt die Ebene noch"),
                 OptionType::Date, anything},
};

/// Where an option's text goes as it is.
QString* textOf(QLatin1String id, AddRequest& request)
{
    const std::array<std::pair<const char*, QString*>, 6> places{{{"title", &request.title},
                                                                  {"licence", &request.licence},
                                                                  {"extrude", &request.extrude},
                                                                  {"base", &request.base},
                                                                  {"points", &request.points},
                                                                  {"at", &request.at}}};
    const auto place =
        std::find_if(places.begin(), places.end(), [id](const auto& each) { return id == QLatin1String(each.first); });
    return place == places.end() ? nullptr : place->second;
}

Result<QDate> dateFrom(const QString& value)
{
    QDate date = QDate::fromString(value, Qt::ISODate);
    if (!date.isValid())
        date = QDate::fromString(value, QStringLiteral("d.M.yyyy"));
    if (!date.isValid())
        date = QLocale().toDate(value, QLocale::ShortFormat);
    if (date.isValid())
        return date;
    return failure(ErrorCode::InvalidParameter, Text::tr("„%1“ ist kein Datum.").arg(value.left(40)), {},
                   Text::tr("Schreiben Sie es wie 01.05.1952."));
}

} // namespace

std::span<const ImportOption> importOptions()
{
    return options;
}

QString titleOf(const ImportOption& option)
{
    return QCoreApplication::translate("twin::services::ImportOption", option.title);
}

QString hintOf(const ImportOption& option)
{
    return QCoreApplication::translate("twin::services::ImportOption", option.hint);
}

QString titleOf(const ImportChoice& choice)
{
    return QCoreApplication::translate("twin::services::ImportOption", choice.title);
}

Result<void> apply(const ImportOption& option, const QString& value, AddRequest& request)
{
    const QString text = value.trimmed();
    if (text.isEmpty())
        return {};
    const QLatin1String id(option.id);
    if (option.type == OptionType::Date) {
        TWIN_TRY(const QDate date, dateFrom(text));
        (id == QLatin1String("until") ? request.until : request.date) = date;
    } else if (option.type == OptionType::Crs) {
        TWIN_CHECK(geo::parseCrs(text).map([](const geo::Crs&) {}));
        request.crs = text;
    } else if (option.type == OptionType::Theme) {
        if (findTheme(text) == nullptr)
            return failure(ErrorCode::InvalidParameter, Text::tr("Das Thema „%1“ gibt es nicht.").arg(text.left(40)));
        request.theme = text;
    } else if (option.type == OptionType::Choice) {
        if (std::none_of(option.choices.begin(), option.choices.end(),
                         [&text](const ImportChoice& choice) { return text == QLatin1String(choice.id); }))
            return failure(ErrorCode::InvalidParameter, Text::tr("„%1“ steht nicht zur Wahl.").arg(text.left(40)));
        if (id == QLatin1String("order"))
            request.order = text.toInt();
        else
            request.skipKnown = text == skipKnown;
    } else if (id == QLatin1String("breaklines")) {
        request.breaklines = QStringList{text};
    } else if (QString* const place = textOf(id, request)) {
        *place = text;
    }
    return {};
}

} // namespace twin::services
