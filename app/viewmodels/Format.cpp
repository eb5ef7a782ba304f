// SPDX-License-Identifier: GPL-3.0-or-later
#include "Format.h"

#include <array>
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

QString distance(double metres)
{
    if (metres < 995)
        return quantity(metres < 100 ? metres : 10 * std::round(metres / 10), 0, QStringLiteral("m"));
    return quantity(metres / 1000, metres < 9950 ? 1 : 0, QStringLiteral("km"));
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
    static constexpr std::array titles{
        // in the order of the enumeration
        QT_TRANSLATE_NOOP("twin::Format", "Gebäude"),
        QT_TRANSLATE_NOOP("twin::Format", "Gebäudeteil"),
        QT_TRANSLATE_NOOP("twin::Format", "Anbau am Gebäude"),
        QT_TRANSLATE_NOOP("twin::Format", "Raum"),
        QT_TRANSLATE_NOOP("twin::Format", "Möbel"),
        QT_TRANSLATE_NOOP("twin::Format", "Bauteil"),
        QT_TRANSLATE_NOOP("twin::Format", "Gebäudeeinheit"),
        QT_TRANSLATE_NOOP("twin::Format", "Geschoss"),
        QT_TRANSLATE_NOOP("twin::Format", "Fenster"),
        QT_TRANSLATE_NOOP("twin::Format", "Tür"),
        QT_TRANSLATE_NOOP("twin::Format", "Brücke"),
        QT_TRANSLATE_NOOP("twin::Format", "Brückenteil"),
        QT_TRANSLATE_NOOP("twin::Format", "Anbau an der Brücke"),
        QT_TRANSLATE_NOOP("twin::Format", "Bauteil der Brücke"),
        QT_TRANSLATE_NOOP("twin::Format", "Raum in der Brücke"),
        QT_TRANSLATE_NOOP("twin::Format", "Ausstattung der Brücke"),
        QT_TRANSLATE_NOOP("twin::Format", "Tunnel"),
        QT_TRANSLATE_NOOP("twin::Format", "Tunnelteil"),
        QT_TRANSLATE_NOOP("twin::Format", "Einbau im Tunnel"),
        QT_TRANSLATE_NOOP("twin::Format", "Bauteil des Tunnels"),
        QT_TRANSLATE_NOOP("twin::Format", "Hohlraum"),
        QT_TRANSLATE_NOOP("twin::Format", "Ausstattung des Tunnels"),
        QT_TRANSLATE_NOOP("twin::Format", "Bauwerk"),
        QT_TRANSLATE_NOOP("twin::Format", "Straße"),
        QT_TRANSLATE_NOOP("twin::Format", "Bahnstrecke"),
        QT_TRANSLATE_NOOP("twin::Format", "Weg"),
        QT_TRANSLATE_NOOP("twin::Format", "Platz"),
        QT_TRANSLATE_NOOP("twin::Format", "Wasserstraße"),
        QT_TRANSLATE_NOOP("twin::Format", "Verkehrsanlage"),
        QT_TRANSLATE_NOOP("twin::Format", "Verkehrsraum"),
        QT_TRANSLATE_NOOP("twin::Format", "Nebenraum des Verkehrs"),
        QT_TRANSLATE_NOOP("twin::Format", "Bewuchs"),
        QT_TRANSLATE_NOOP("twin::Format", "Baum oder Strauch"),
        QT_TRANSLATE_NOOP("twin::Format", "Gewässer"),
        QT_TRANSLATE_NOOP("twin::Format", "Stadtmöbel"),
        QT_TRANSLATE_NOOP("twin::Format", "Flächennutzung"),
        QT_TRANSLATE_NOOP("twin::Format", "Gelände"),
        QT_TRANSLATE_NOOP("twin::Format", "Sonstiges Objekt"),
        QT_TRANSLATE_NOOP("twin::Format", "Objektgruppe"),
        QT_TRANSLATE_NOOP("twin::Format", "Objekt"),
    };
    static_assert(titles.size() == cityObjectTypeCount);
    return words(titles[static_cast<std::size_t>(type)]);
}

QString title(SurfaceType type)
{
    static constexpr std::array titles{
        QT_TRANSLATE_NOOP("twin::Format", "Fläche"),
        QT_TRANSLATE_NOOP("twin::Format", "Dachfläche"),
        QT_TRANSLATE_NOOP("twin::Format", "Wandfläche"),
        QT_TRANSLATE_NOOP("twin::Format", "Grundfläche"),
        QT_TRANSLATE_NOOP("twin::Format", "Abschlussfläche"),
        QT_TRANSLATE_NOOP("twin::Format", "Deckenfläche außen"),
        QT_TRANSLATE_NOOP("twin::Format", "Bodenfläche außen"),
        QT_TRANSLATE_NOOP("twin::Format", "Bodenfläche innen"),
        QT_TRANSLATE_NOOP("twin::Format", "Wandfläche innen"),
        QT_TRANSLATE_NOOP("twin::Format", "Deckenfläche innen"),
        QT_TRANSLATE_NOOP("twin::Format", "Fensterfläche"),
        QT_TRANSLATE_NOOP("twin::Format", "Türfläche"),
        QT_TRANSLATE_NOOP("twin::Format", "Wasserfläche"),
        QT_TRANSLATE_NOOP("twin::Format", "Gewässergrund"),
        QT_TRANSLATE_NOOP("twin::Format", "Abschluss des Gewässers"),
        QT_TRANSLATE_NOOP("twin::Format", "Verkehrsfläche"),
        QT_TRANSLATE_NOOP("twin::Format", "Nebenfläche des Verkehrs"),
        QT_TRANSLATE_NOOP("twin::Format", "Markierung"),
        QT_TRANSLATE_NOOP("twin::Format", "Öffnung"),
    };
    static_assert(titles.size() == surfaceTypeCount);
    return words(titles[static_cast<std::size_t>(type)]);
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
