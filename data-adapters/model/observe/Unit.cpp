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

#define TWIN_UNIT(text) QT_TRANSLATE_NOOP("twin::Unit", text)
// clang-format off
constexpr Row rows[] = {
    {"1", "C62", "", TWIN_UNIT("Anteil, Zahl"), "ratio", 1, 0},
    {"%", "P1", "%", TWIN_UNIT("Prozent"), "ratio", 0.01, 0},
    {"{count}", "", "", TWIN_UNIT("Anzahl"), "count", 1, 0},
    {"{vehicles}", "", "Kfz", TWIN_UNIT("Fahrzeuge"), "count", 1, 0},
    {"{index}", "", "", TWIN_UNIT("Indexwert"), "index", 1, 0},
    {"[ppm]", "59", "ppm", TWIN_UNIT("Teile je Million"), "fraction", 1, 0},
    {"[ppb]", "61", "ppb", TWIN_UNIT("Teile je Milliarde"), "fraction", 1e-3, 0},
    {"Cel", "CEL", "°C", TWIN_UNIT("Grad Celsius"), "temperature", 1, 0},
    {"K", "KEL", "K", TWIN_UNIT("Kelvin"), "temperature", 1, -273.15},
    {"[degF]", "FAH", "°F", TWIN_UNIT("Grad Fahrenheit"), "temperature", 5.0 / 9, -160.0 / 9},
    {"hPa", "A97", "hPa", TWIN_UNIT("Hektopascal"), "pressure", 1, 0},
    {"Pa", "PAL", "Pa", TWIN_UNIT("Pascal"), "pressure", 0.01, 0},
    {"kPa", "KPA", "kPa", TWIN_UNIT("Kilopascal"), "pressure", 10, 0},
    {"mbar", "MBR", "mbar", TWIN_UNIT("Millibar"), "pressure", 1, 0},
    {"bar", "BAR", "bar", TWIN_UNIT("Bar"), "pressure", 1000, 0},
    {"m", "MTR", "m", TWIN_UNIT("Meter"), "length", 1, 0},
    {"cm", "CMT", "cm", TWIN_UNIT("Zentimeter"), "length", 0.01, 0},
    {"mm", "MMT", "mm", TWIN_UNIT("Millimeter"), "length", 0.001, 0},
    {"km", "KMT", "km", TWIN_UNIT("Kilometer"), "length", 1000, 0},
    {"[mi_i]", "SMI", "mi", TWIN_UNIT("Landmeile"), "length", 1609.344, 0},
    {"[ft_i]", "FOT", "ft", TWIN_UNIT("Fuß"), "length", 0.3048, 0},
    {"[nmi_i]", "NMI", "sm", TWIN_UNIT("Seemeile"), "length", 1852, 0},
    {"m2", "MTK", "m²", TWIN_UNIT("Quadratmeter"), "area", 1, 0},
    {"km2", "KMK", "km²", TWIN_UNIT("Quadratkilometer"), "area", 1e6, 0},
    {"har", "HAR", "ha", TWIN_UNIT("Hektar"), "area", 1e4, 0},
    {"m3", "MTQ", "m³", TWIN_UNIT("Kubikmeter"), "volume", 1, 0},
    {"L", "LTR", "l", TWIN_UNIT("Liter"), "volume", 1e-3, 0},
    {"m/s", "MTS", "m/s", TWIN_UNIT("Meter je Sekunde"), "speed", 1, 0},
    {"km/h", "KMH", "km/h", TWIN_UNIT("Kilometer je Stunde"), "speed", 1 / 3.6, 0},
    {"[kn_i]", "KNT", "kn", TWIN_UNIT("Knoten"), "speed", 1852.0 / 3600, 0},
    {"[mi_i]/h", "HM", "mph", TWIN_UNIT("Meilen je Stunde"), "speed", 0.44704, 0},
    {"m3/s", "MQS", "m³/s", TWIN_UNIT("Kubikmeter je Sekunde"), "flow", 1, 0},
    {"m3/h", "MQH", "m³/h", TWIN_UNIT("Kubikmeter je Stunde"), "flow", 1 / 3600.0, 0},
    {"L/s", "G51", "l/s", TWIN_UNIT("Liter je Sekunde"), "flow", 1e-3, 0},
    {"L/min", "L2", "l/min", TWIN_UNIT("Liter je Minute"), "flow", 1e-3 / 60, 0},
    {"L/m2", "", "l/m²", TWIN_UNIT("Liter je Quadratmeter"), "length", 0.001, 0},
    {"mm/h", "H67", "mm/h", TWIN_UNIT("Millimeter je Stunde"), "rain", 1, 0},
    {"ug/m3", "GQ", "µg/m³", TWIN_UNIT("Mikrogramm je Kubikmeter"), "concentration", 1, 0},
    {"mg/m3", "GP", "mg/m³", TWIN_UNIT("Milligramm je Kubikmeter"), "concentration", 1000, 0},
    {"ng/m3", "", "ng/m³", TWIN_UNIT("Nanogramm je Kubikmeter"), "concentration", 1e-3, 0},
    {"mg/L", "M1", "mg/l", TWIN_UNIT("Milligramm je Liter"), "concentration", 1e6, 0},
    {"kg", "KGM", "kg", TWIN_UNIT("Kilogramm"), "mass", 1, 0},
    {"g", "GRM", "g", TWIN_UNIT("Gramm"), "mass", 1e-3, 0},
    {"t", "TNE", "t", TWIN_UNIT("Tonne"), "mass", 1000, 0},
    {"s", "SEC", "s", TWIN_UNIT("Sekunde"), "time", 1, 0},
    {"min", "MIN", "min", TWIN_UNIT("Minute"), "time", 60, 0},
    {"h", "HUR", "h", TWIN_UNIT("Stunde"), "time", 3600, 0},
    {"d", "DAY", "d", TWIN_UNIT("Tag"), "time", 86400, 0},
    {"a", "ANN", "a", TWIN_UNIT("Jahr"), "year", 1, 0},
    {"Hz", "HTZ", "Hz", TWIN_UNIT("Hertz"), "frequency", 1, 0},
    {"deg", "DD", "°", TWIN_UNIT("Grad (Winkel)"), "angle", 1, 0},
    {"rad", "C81", "rad", TWIN_UNIT("Radiant"), "angle", 57.29577951308232, 0},
    {"A", "AMP", "A", TWIN_UNIT("Ampere"), "current", 1, 0},
    {"mA", "4K", "mA", TWIN_UNIT("Milliampere"), "current", 1e-3, 0},
    {"V", "VLT", "V", TWIN_UNIT("Volt"), "voltage", 1, 0},
    {"mV", "2Z", "mV", TWIN_UNIT("Millivolt"), "voltage", 1e-3, 0},
    {"Ohm", "OHM", "Ω", TWIN_UNIT("Ohm"), "resistance", 1, 0},
    {"W", "WTT", "W", TWIN_UNIT("Watt"), "power", 1, 0},
    {"kW", "KWT", "kW", TWIN_UNIT("Kilowatt"), "power", 1e3, 0},
    {"MW", "MAW", "MW", TWIN_UNIT("Megawatt"), "power", 1e6, 0},
    {"J", "JOU", "J", TWIN_UNIT("Joule"), "energy", 1, 0},
    {"W.h", "WHR", "Wh", TWIN_UNIT("Wattstunde"), "energy", 3600, 0},
    {"kW.h", "KWH", "kWh", TWIN_UNIT("Kilowattstunde"), "energy", 3.6e6, 0},
    {"MW.h", "MWH", "MWh", TWIN_UNIT("Megawattstunde"), "energy", 3.6e9, 0},
    {"W/m2", "D54", "W/m²", TWIN_UNIT("Watt je Quadratmeter"), "irradiance", 1, 0},
    {"lx", "LUX", "lx", TWIN_UNIT("Lux"), "illuminance", 1, 0},
    {"lm", "LUM", "lm", TWIN_UNIT("Lumen"), "flux", 1, 0},
    {"cd", "CDL", "cd", TWIN_UNIT("Candela"), "intensity", 1, 0},
    {"dB", "2N", "dB", TWIN_UNIT("Dezibel"), "level", 1, 0},
    {"dB[A]", "", "dB(A)", TWIN_UNIT("Dezibel, A-bewertet"), "level-a", 1, 0},
    {"dB[mW]", "DBM", "dBm", TWIN_UNIT("Dezibel-Milliwatt"), "level-mw", 1, 0},
    {"[pH]", "Q30", "pH", TWIN_UNIT("pH-Wert"), "acidity", 1, 0},
    {"S/m", "D10", "S/m", TWIN_UNIT("Siemens je Meter"), "conductivity", 1, 0},
    {"pF", "4T", "pF", TWIN_UNIT("Pikofarad"), "capacitance", 1, 0},
    {"MBy", "4L", "MB", TWIN_UNIT("Megabyte"), "data", 1, 0},
    {"GBy", "E34", "GB", TWIN_UNIT("Gigabyte"), "data", 1000, 0},
};
// clang-format on
#undef TWIN_UNIT

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
