// SPDX-License-Identifier: GPL-3.0-or-later
#include "Format.h"

#include <cmath>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace twin::format {
namespace {

constexpr QChar noBreakSpace(0x00A0);
constexpr QChar narrowNoBreakSpace(0x202F);

QString words(const char* text)
{
    return QCoreApplication::translate("twin::Format", text);
}

} // namespace

QString number(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

QString quantity(double value, int decimals, const QString& unitText)
{
    return unitText.isEmpty() ? number(value, decimals) : number(value, decimals) + noBreakSpace + unitText;
}

QString attributeValue(const QString& value)
{
    // Only a decimal point makes a measured number: "05913000" is a key and "2015" a year, not 2.015.
    const qsizetype point = value.indexOf(QLatin1Char('.'));
    if (point <= 0 || value.count(QLatin1Char('.')) != 1)
        return value;
    bool good = false;
    const double parsed = value.toDouble(&good);
    if (!good || value.contains(QLatin1Char('e'), Qt::CaseInsensitive))
        return value;
    return number(parsed, static_cast<int>(std::min<qsizetype>(3, value.size() - point - 1)));
}

QString unit(const QString& unit)
{
    const QString plain = unit.section(QLatin1Char(':'), -1).remove(QLatin1Char('#'));
    if (plain == QLatin1String("m2"))
        return QStringLiteral("m²");
    if (plain == QLatin1String("m3"))
        return QStringLiteral("m³");
    if (plain == QLatin1String("deg"))
        return QStringLiteral("°");
    return plain;
}

QString coordinate(double metres)
{
    QString digits = QString::number(std::llround(metres));
    for (qsizetype i = digits.size() - 3; i > (digits.startsWith(QLatin1Char('-')) ? 1 : 0); i -= 3)
        digits.insert(i, narrowNoBreakSpace);
    return digits;
}

QString position(const ProjectedPosition& position)
{
    return words(QT_TRANSLATE_NOOP("twin::Format", "%1 O  %2 N"))
        .arg(coordinate(position.eastingMetres), coordinate(position.northingMetres));
}

QString height(double metresDhhn2016)
{
    return words(QT_TRANSLATE_NOOP("twin::Format", "%1 m ü. NHN")).arg(number(metresDhhn2016, 1));
}

QString compass(double azimuthDegrees)
{
    if (azimuthDegrees < 0)
        return {};
    static constexpr const char* directions[] = {
        QT_TRANSLATE_NOOP("twin::Format", "Nord"), QT_TRANSLATE_NOOP("twin::Format", "Nordost"),
        QT_TRANSLATE_NOOP("twin::Format", "Ost"),  QT_TRANSLATE_NOOP("twin::Format", "Südost"),
        QT_TRANSLATE_NOOP("twin::Format", "Süd"),  QT_TRANSLATE_NOOP("twin::Format", "Südwest"),
        QT_TRANSLATE_NOOP("twin::Format", "West"), QT_TRANSLATE_NOOP("twin::Format", "Nordwest"),
    };
    return words(directions[static_cast<int>(std::lround(azimuthDegrees / 45.0)) % 8]);
}

QString title(CityObjectType type)
{
    switch (type) {
    case CityObjectType::Building:
        return words(QT_TRANSLATE_NOOP("twin::Format", "Gebäude"));
    case CityObjectType::BuildingPart:
        return words(QT_TRANSLATE_NOOP("twin::Format", "Gebäudeteil"));
    case CityObjectType::BuildingInstallation:
        return words(QT_TRANSLATE_NOOP("twin::Format", "Anbau am Gebäude"));
    case CityObjectType::Unknown:
        break;
    }
    return words(QT_TRANSLATE_NOOP("twin::Format", "Objekt"));
}

QString title(SurfaceType type)
{
    switch (type) {
    case SurfaceType::Roof:
        return words(QT_TRANSLATE_NOOP("twin::Format", "Dachfläche"));
    case SurfaceType::Wall:
        return words(QT_TRANSLATE_NOOP("twin::Format", "Wandfläche"));
    case SurfaceType::Ground:
        return words(QT_TRANSLATE_NOOP("twin::Format", "Grundfläche"));
    case SurfaceType::Closure:
        return words(QT_TRANSLATE_NOOP("twin::Format", "Abschlussfläche"));
    case SurfaceType::OuterCeiling:
        return words(QT_TRANSLATE_NOOP("twin::Format", "Deckenfläche außen"));
    case SurfaceType::OuterFloor:
        return words(QT_TRANSLATE_NOOP("twin::Format", "Bodenfläche außen"));
    case SurfaceType::None:
        break;
    }
    return words(QT_TRANSLATE_NOOP("twin::Format", "Fläche"));
}

QString address(const Address& address)
{
    const auto joined = [](const QString& a, const QString& b, const QString& separator) {
        return a.isEmpty() || b.isEmpty() ? a + b : a + separator + b;
    };
    const QString space(QLatin1Char(' '));
    return joined(joined(address.street, address.houseNumber, space),
                  joined(address.postalCode, address.locality, space), QStringLiteral(", "));
}

} // namespace twin::format
