// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/observe/Unit.h"

#include <algorithm>
#include <iterator>

#include <QCoreApplication>

namespace twin {
namespace {

/// One known unit. `factor` and `offset` lead to the first unit of the same dimension: base = value * factor + offset.
struct Row {
    const char* ucum;
    const char* unCefact;
    const char* symbol;
    const char* label;
    const char* dimension;
    double factor;
    double offset;
};

// clang-format off
constexpr Row rows[] = {
    {"1", "C62", "", QT_TRANSLATE_NOOP("twin::Unit", "Anteil, Zahl"), "ratio", 1, 0},
    {"%", "P1", "%", QT_TRANSLATE_NOOP("twin::Unit", "Prozent"), "ratio", 0.01, 0},
    {"{count}", "", "", QT_TRANSLATE_NOOP("twin::Unit", "Anzahl"), "count", 1, 0},
    {"{vehicles}", "", "Kfz", QT_TRANSLATE_NOOP("twin::Unit", "Fahrzeuge"), "count", 1, 0},
    {"{index}", "", "", QT_TRANSLATE_NOOP("twin::Unit", "Indexwert"), "index", 1, 0},
    {"[ppm]", "59", "ppm", QT_TRANSLATE_NOOP("twin::Unit", "Teile je Million"), "fraction", 1, 0},
    {"[ppb]", "61", "ppb", QT_TRANSLATE_NOOP("twin::Unit", "Teile je Milliarde"), "fraction", 1e-3, 0},
    {"Cel", "CEL", "°C", QT_TRANSLATE_NOOP("twin::Unit", "Grad Celsius"), "temperature", 1, 0},
    {"K", "KEL", "K", QT_TRANSLATE_NOOP("twin::Unit", "Kelvin"), "temperature", 1, -273.15},
    {"[degF]", "FAH", "°F", QT_TRANSLATE_NOOP("twin::Unit", "Grad Fahrenheit"), "temperature", 5.0 / 9, -160.0 / 9},
    {"hPa", "A97", "hPa", QT_TRANSLATE_NOOP("twin::Unit", "Hektopascal"), "pressure", 1, 0},
    {"Pa", "PAL", "Pa", QT_TRANSLATE_NOOP("twin::Unit", "Pascal"), "pressure", 0.01, 0},
    {"kPa", "KPA", "kPa", QT_TRANSLATE_NOOP("twin::Unit", "Kilopascal"), "pressure", 10, 0},
    {"mbar", "MBR", "mbar", QT_TRANSLATE_NOOP("twin::Unit", "Millibar"), "pressure", 1, 0},
    {"bar", "BAR", "bar", QT_TRANSLATE_NOOP("twin::Unit", "Bar"), "pressure", 1000, 0},
    {"m", "MTR", "m", QT_TRANSLATE_NOOP("twin::Unit", "Meter"), "length", 1, 0},
    {"cm", "CMT", "cm", QT_TRANSLATE_NOOP("twin::Unit", "Zentimeter"), "length", 0.01, 0},
    {"mm", "MMT", "mm", QT_TRANSLATE_NOOP("twin::Unit", "Millimeter"), "length", 0.001, 0},
    {"km", "KMT", "km", QT_TRANSLATE_NOOP("twin::Unit", "Kilometer"), "length", 1000, 0},
    {"[mi_i]", "SMI", "mi", QT_TRANSLATE_NOOP("twin::Unit", "Landmeile"), "length", 1609.344, 0},
    {"[ft_i]", "FOT", "ft", QT_TRANSLATE_NOOP("twin::Unit", "Fuß"), "length", 0.3048, 0},
    {"[nmi_i]", "NMI", "sm", QT_TRANSLATE_NOOP("twin::Unit", "Seemeile"), "length", 1852, 0},
    {"m2", "MTK", "m²", QT_TRANSLATE_NOOP("twin::Unit", "Quadratmeter"), "area", 1, 0},
    {"km2", "KMK", "km²", QT_TRANSLATE_NOOP("twin::Unit", "Quadratkilometer"), "area", 1e6, 0},
    {"har", "HAR", "ha", QT_TRANSLATE_NOOP("twin::Unit", "Hektar"), "area", 1e4, 0},
    {"m3", "MTQ", "m³", QT_TRANSLATE_NOOP("twin::Unit", "Kubikmeter"), "volume", 1, 0},
    {"L", "LTR", "l", QT_TRANSLATE_NOOP("twin::Unit", "Liter"), "volume", 1e-3, 0},
    {"m/s", "MTS", "m/s", QT_TRANSLATE_NOOP("twin::Unit", "Meter je Sekunde"), "speed", 1, 0},
    {"km/h", "KMH", "km/h", QT_TRANSLATE_NOOP("twin::Unit", "Kilometer je Stunde"), "speed", 1 / 3.6, 0},
    {"[kn_i]", "KNT", "kn", QT_TRANSLATE_NOOP("twin::Unit", "Knoten"), "speed", 1852.0 / 3600, 0},
    {"[mi_i]/h", "HM", "mph", QT_TRANSLATE_NOOP("twin::Unit", "Meilen je Stunde"), "speed", 0.44704, 0},
    {"m3/s", "MQS", "m³/s", QT_TRANSLATE_NOOP("twin::Unit", "Kubikmeter je Sekunde"), "flow", 1, 0},
    {"m3/h", "MQH", "m³/h", QT_TRANSLATE_NOOP("twin::Unit", "Kubikmeter je Stunde"), "flow", 1 / 3600.0, 0},
    {"L/s", "G51", "l/s", QT_TRANSLATE_NOOP("twin::Unit", "Liter je Sekunde"), "flow", 1e-3, 0},
    {"L/min", "L2", "l/min", QT_TRANSLATE_NOOP("twin::Unit", "Liter je Minute"), "flow", 1e-3 / 60, 0},
    {"L/m2", "", "l/m²", QT_TRANSLATE_NOOP("twin::Unit", "Liter je Quadratmeter"), "length", 0.001, 0},
    {"mm/h", "H67", "mm/h", QT_TRANSLATE_NOOP("twin::Unit", "Millimeter je Stunde"), "rain", 1, 0},
    {"ug/m3", "GQ", "µg/m³", QT_TRANSLATE_NOOP("twin::Unit", "Mikrogramm je Kubikmeter"), "concentration", 1, 0},
    {"mg/m3", "GP", "mg/m³", QT_TRANSLATE_NOOP("twin::Unit", "Milligramm je Kubikmeter"), "concentration", 1000, 0},
    {"ng/m3", "", "ng/m³", QT_TRANSLATE_NOOP("twin::Unit", "Nanogramm je Kubikmeter"), "concentration", 1e-3, 0},
    {"mg/L", "M1", "mg/l", QT_TRANSLATE_NOOP("twin::Unit", "Milligramm je Liter"), "concentration", 1e6, 0},
    {"kg", "KGM", "kg", QT_TRANSLATE_NOOP("twin::Unit", "Kilogramm"), "mass", 1, 0},
    {"g", "GRM", "g", QT_TRANSLATE_NOOP("twin::Unit", "Gramm"), "mass", 1e-3, 0},
    {"t", "TNE", "t", QT_TRANSLATE_NOOP("twin::Unit", "Tonne"), "mass", 1000, 0},
    {"s", "SEC", "s", QT_TRANSLATE_NOOP("twin::Unit", "Sekunde"), "time", 1, 0},
    {"min", "MIN", "min", QT_TRANSLATE_NOOP("twin::Unit", "Minute"), "time", 60, 0},
    {"h", "HUR", "h", QT_TRANSLATE_NOOP("twin::Unit", "Stunde"), "time", 3600, 0},
    {"d", "DAY", "d", QT_TRANSLATE_NOOP("twin::Unit", "Tag"), "time", 86400, 0},
    {"a", "ANN", "a", QT_TRANSLATE_NOOP("twin::Unit", "Jahr"), "year", 1, 0},
    {"Hz", "HTZ", "Hz", QT_TRANSLATE_NOOP("twin::Unit", "Hertz"), "frequency", 1, 0},
    {"deg", "DD", "°", QT_TRANSLATE_NOOP("twin::Unit", "Grad (Winkel)"), "angle", 1, 0},
    {"rad", "C81", "rad", QT_TRANSLATE_NOOP("twin::Unit", "Radiant"), "angle", 57.29577951308232, 0},
    {"A", "AMP", "A", QT_TRANSLATE_NOOP("twin::Unit", "Ampere"), "current", 1, 0},
    {"mA", "4K", "mA", QT_TRANSLATE_NOOP("twin::Unit", "Milliampere"), "current", 1e-3, 0},
    {"V", "VLT", "V", QT_TRANSLATE_NOOP("twin::Unit", "Volt"), "voltage", 1, 0},
    {"mV", "2Z", "mV", QT_TRANSLATE_NOOP("twin::Unit", "Millivolt"), "voltage", 1e-3, 0},
    {"Ohm", "OHM", "Ω", QT_TRANSLATE_NOOP("twin::Unit", "Ohm"), "resistance", 1, 0},
    {"W", "WTT", "W", QT_TRANSLATE_NOOP("twin::Unit", "Watt"), "power", 1, 0},
    {"kW", "KWT", "kW", QT_TRANSLATE_NOOP("twin::Unit", "Kilowatt"), "power", 1e3, 0},
    {"MW", "MAW", "MW", QT_TRANSLATE_NOOP("twin::Unit", "Megawatt"), "power", 1e6, 0},
    {"J", "JOU", "J", QT_TRANSLATE_NOOP("twin::Unit", "Joule"), "energy", 1, 0},
    {"W.h", "WHR", "Wh", QT_TRANSLATE_NOOP("twin::Unit", "Wattstunde"), "energy", 3600, 0},
    {"kW.h", "KWH", "kWh", QT_TRANSLATE_NOOP("twin::Unit", "Kilowattstunde"), "energy", 3.6e6, 0},
    {"MW.h", "MWH", "MWh", QT_TRANSLATE_NOOP("twin::Unit", "Megawattstunde"), "energy", 3.6e9, 0},
    {"W/m2", "D54", "W/m²", QT_TRANSLATE_NOOP("twin::Unit", "Watt je Quadratmeter"), "irradiance", 1, 0},
    {"lx", "LUX", "lx", QT_TRANSLATE_NOOP("twin::Unit", "Lux"), "illuminance", 1, 0},
    {"lm", "LUM", "lm", QT_TRANSLATE_NOOP("twin::Unit", "Lumen"), "flux", 1, 0},
    {"cd", "CDL", "cd", QT_TRANSLATE_NOOP("twin::Unit", "Candela"), "intensity", 1, 0},
    {"dB", "2N", "dB", QT_TRANSLATE_NOOP("twin::Unit", "Dezibel"), "level", 1, 0},
    {"dB[A]", "", "dB(A)", QT_TRANSLATE_NOOP("twin::Unit", "Dezibel, A-bewertet"), "level-a", 1, 0},
    {"dB[mW]", "DBM", "dBm", QT_TRANSLATE_NOOP("twin::Unit", "Dezibel-Milliwatt"), "level-mw", 1, 0},
    {"[pH]", "Q30", "pH", QT_TRANSLATE_NOOP("twin::Unit", "pH-Wert"), "acidity", 1, 0},
    {"S/m", "D10", "S/m", QT_TRANSLATE_NOOP("twin::Unit", "Siemens je Meter"), "conductivity", 1, 0},
    {"pF", "4T", "pF", QT_TRANSLATE_NOOP("twin::Unit", "Pikofarad"), "capacitance", 1, 0},
    {"MBy", "4L", "MB", QT_TRANSLATE_NOOP("twin::Unit", "Megabyte"), "data", 1, 0},
    {"GBy", "E34", "GB", QT_TRANSLATE_NOOP("twin::Unit", "Gigabyte"), "data", 1000, 0},
};
// clang-format on

/// Further spellings seen in catalogues, lower case.
struct Spelling {
    const char* text;
    const char* ucum;
};
constexpr Spelling spellings[] = {
    {"c", "Cel"},
    {"degc", "Cel"},
    {"celsius", "Cel"},
    {"degree celsius", "Cel"},
    {"degrees celsius", "Cel"},
    {"°c", "Cel"},
    {"fahrenheit", "[degF]"},
    {"degree fahrenheit", "[degF]"},
    {"percent", "%"},
    {"prozent", "%"},
    {"% rh", "%"},
    {"%rh", "%"},
    {"ug/m³", "ug/m3"},
    {"µg/m3", "ug/m3"},
    {"μg/m3", "ug/m3"},
    {"μg/m³", "ug/m3"},
    {"ug/m^3", "ug/m3"},
    {"µg/m^3", "ug/m3"},
    {"ppm", "[ppm]"},
    {"ppb", "[ppb]"},
    {"kmh", "km/h"},
    {"kph", "km/h"},
    {"dba", "dB[A]"},
    {"db a", "dB[A]"},
    {"db(a)", "dB[A]"},
    {"dbm", "dB[mW]"},
    {"degree", "deg"},
    {"degrees", "deg"},
    {"grad", "deg"},
    {"lux", "lx"},
    {"watt", "W"},
    {"volt", "V"},
    {"volts", "V"},
    {"meter", "m"},
    {"metre", "m"},
    {"meters", "m"},
    {"metres", "m"},
    {"w/m^2", "W/m2"},
    {"m^3/s", "m3/s"},
    {"l", "L"},
    {"liter", "L"},
    {"seconds", "s"},
    {"sekunden", "s"},
    {"sec", "s"},
    {"minutes", "min"},
    {"minuten", "min"},
    {"count", "{count}"},
    {"anzahl", "{count}"},
    {"stück", "{count}"},
    {"kwh", "kW.h"},
    {"mwh", "MW.h"},
    {"wh", "W.h"},
    {"knots", "[kn_i]"},
    {"mph", "[mi_i]/h"},
    {"ph", "[pH]"},
    {"hectopascal", "hPa"},
};

const Row* rowOf(const QString& ucum)
{
    const auto found =
        std::find_if(std::begin(rows), std::end(rows), [&](const Row& row) { return ucum == QLatin1String(row.ucum); });
    return found == std::end(rows) ? nullptr : found;
}

QString translated(const char* text)
{
    return QCoreApplication::translate("twin::Unit", text);
}

} // namespace

QString Unit::symbol() const
{
    const Row* row = rowOf(ucum);
    return row ? QString::fromUtf8(row->symbol) : ucum;
}

QString Unit::label() const
{
    const Row* row = rowOf(ucum);
    return row ? translated(row->label) : ucum;
}

bool Unit::isKnown() const
{
    return rowOf(ucum) != nullptr;
}

Unit Unit::fromUnCefact(QStringView code)
{
    if (code.isEmpty())
        return {};
    for (const Row& row : rows)
        if (code.compare(QLatin1String(row.unCefact), Qt::CaseInsensitive) == 0)
            return {QLatin1String(row.ucum)};
    return {};
}

Unit Unit::fromText(QStringView text)
{
    const QString trimmed = text.trimmed().toString();
    if (trimmed.isEmpty() || rowOf(trimmed))
        return {trimmed};
    // Symbols before UN/CEFACT codes: their codes are upper case, so "A" (ampere) and "59" never meet.
    for (const Row& row : rows)
        if (trimmed == QString::fromUtf8(row.symbol))
            return {QLatin1String(row.ucum)};
    if (Unit unit = fromUnCefact(trimmed); unit.isStated())
        return unit;
    const QString lower = trimmed.toLower();
    for (const Row& row : rows)
        if (lower == QString::fromUtf8(row.label).toLower())
            return {QLatin1String(row.ucum)};
    for (const Spelling& spelling : spellings)
        if (lower == QString::fromUtf8(spelling.text))
            return {QLatin1String(spelling.ucum)};
    return {trimmed.left(40)};
}

std::optional<double> converted(double value, const Unit& from, const Unit& to)
{
    if (from == to)
        return value;
    const Row* source = rowOf(from.ucum);
    const Row* target = rowOf(to.ucum);
    if (!source || !target || QLatin1String(source->dimension) != QLatin1String(target->dimension))
        return std::nullopt;
    return (value * source->factor + source->offset - target->offset) / target->factor;
}

} // namespace twin
