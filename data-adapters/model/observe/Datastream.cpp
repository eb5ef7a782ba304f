// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/observe/Datastream.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

namespace twin {
namespace {

struct FieldRow {
    const char* name;
    const char* title;
};
// clang-format off
constexpr std::array<FieldRow, actionFieldCount> fieldRows{{
    {"data-platforms", QT_TRANSLATE_NOOP("twin::ActionField", "Daten und Plattformen")},
    {"living-together", QT_TRANSLATE_NOOP("twin::ActionField", "Zusammenleben und Mitmachen")},
    {"safety-trust", QT_TRANSLATE_NOOP("twin::ActionField", "Sicherheit und Vertrauen")},
    {"space-infrastructure", QT_TRANSLATE_NOOP("twin::ActionField", "Raum- und Infrastruktur")},
    {"mobility", QT_TRANSLATE_NOOP("twin::ActionField", "Intelligente Mobilität")},
    {"economy", QT_TRANSLATE_NOOP("twin::ActionField", "Wirtschaft, Handel, Tourismus")},
    {"education-culture", QT_TRANSLATE_NOOP("twin::ActionField", "Bildung, Kultur, Freizeit")},
    {"building-housing", QT_TRANSLATE_NOOP("twin::ActionField", "Bauen und Wohnen")},
    {"energy-environment", QT_TRANSLATE_NOOP("twin::ActionField", "Energie und Umwelt")},
    {"health-social", QT_TRANSLATE_NOOP("twin::ActionField", "Gesundheit und Soziales")},
    {"administration", QT_TRANSLATE_NOOP("twin::ActionField", "Digitale Verwaltung")},
    {"research", QT_TRANSLATE_NOOP("twin::ActionField", "Trends, Forschung und Entwicklung")},
}};
// clang-format on
constexpr std::array kindNames{"number", "category", "boolean", "text", "position"};

QString degrees(double value, int wholeDigits)
{
    const QString text = QString::number(std::abs(value), 'f', 6);
    return (value < 0 ? QStringLiteral("-") : QStringLiteral("+")) + text.rightJustified(wholeDigits + 7, u'0');
}

} // namespace

QString actionFieldTitle(ActionField field)
{
    return QCoreApplication::translate("twin::ActionField", fieldRows[static_cast<std::size_t>(field)].title);
}

QString actionFieldName(ActionField field)
{
    return QLatin1String(fieldRows[static_cast<std::size_t>(field)].name);
}

std::optional<ActionField> actionFieldFromName(QStringView name)
{
    for (std::size_t i = 0; i < fieldRows.size(); ++i)
        if (name == QLatin1String(fieldRows[i].name))
            return static_cast<ActionField>(i);
    return std::nullopt;
}

std::optional<ActionField> actionFieldFromNumber(int number)
{
    if (number < 1 || number > static_cast<int>(actionFieldCount))
        return std::nullopt;
    return static_cast<ActionField>(number - 1);
}

QString positionText(const GeoPoint& point)
{
    return degrees(point.latitude, 2) + degrees(point.longitude, 3) + QLatin1Char('/');
}

std::optional<GeoPoint> pointFromPositionText(QStringView text)
{
    if (text.size() < 6 || text.size() > 40 || !text.endsWith(u'/'))
        return std::nullopt;
    text.chop(1);
    const qsizetype split = std::max(text.lastIndexOf(u'+'), text.lastIndexOf(u'-'));
    if (split <= 0)
        return std::nullopt;
    bool latitudeOk = false;
    bool longitudeOk = false;
    const GeoPoint point{text.left(split).toDouble(&latitudeOk), text.mid(split).toDouble(&longitudeOk)};
    if (!latitudeOk || !longitudeOk || !(std::abs(point.latitude) <= 90) || !(std::abs(point.longitude) <= 180))
        return std::nullopt;
    return point;
}

QString valueKindName(ValueKind kind)
{
    return QLatin1String(kindNames[static_cast<std::size_t>(kind)]);
}

std::optional<ValueKind> valueKindFromName(QStringView name)
{
    for (std::size_t i = 0; i < kindNames.size(); ++i)
        if (name == QLatin1String(kindNames[i]))
            return static_cast<ValueKind>(i);
    return std::nullopt;
}

} // namespace twin
