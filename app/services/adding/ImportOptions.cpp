// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/adding/ImportOptions.h"

#include "app/services/adding/LayerThemes.h"
#include "geo/Crs.h"

#include <array>

#include <QCoreApplication>
#include <QLocale>

namespace twin::services {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::ImportOption)
};

bool anyLayer(LayerKind kind)
{
    return kind != LayerKind::CityModel;
}

bool anything(LayerKind)
{
    return true;
}

constexpr std::array options{
    ImportOption{"crs", QT_TRANSLATE_NOOP("twin::services::ImportOption", "Koordinatenreferenzsystem"),
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "gilt für Dateien, die keines nennen"),
                 OptionType::Crs, anything},
    ImportOption{"title", QT_TRANSLATE_NOOP("twin::services::ImportOption", "Name der Ebene"),
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "wie die Datei heißt"), OptionType::Text, anyLayer},
    ImportOption{"theme", QT_TRANSLATE_NOOP("twin::services::ImportOption", "Thema"),
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "Meine Daten"), OptionType::Theme, anyLayer},
    ImportOption{"licence", QT_TRANSLATE_NOOP("twin::services::ImportOption", "Lizenz"),
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "wie die Datei sagt"), OptionType::Text, anyLayer},
    ImportOption{"date", QT_TRANSLATE_NOOP("twin::services::ImportOption", "Stand der Daten"),
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "TT.MM.JJJJ; sonst wie die Datei sagt"),
                 OptionType::Date, anyLayer},
    ImportOption{"until", QT_TRANSLATE_NOOP("twin::services::ImportOption", "Gilt bis"),
                 QT_TRANSLATE_NOOP("twin::services::ImportOption", "TT.MM.JJJJ; sonst gilt die Ebene noch"),
                 OptionType::Date, anyLayer},
};

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
    } else if (id == QLatin1String("title")) {
        request.title = text;
    } else {
        request.licence = text;
    }
    return {};
}

} // namespace twin::services
