// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

namespace twin {

/// A unit of measurement by its UCUM code, case-sensitive ("Cel", "ug/m3", "1", "{count}"). Empty: the source states
/// none, which is shown as such and never guessed at from the numbers.
struct Unit {
    QString ucum;

    [[nodiscard]] bool isStated() const { return !ucum.isEmpty(); }
    /// @returns what stands behind a number: "°C", "µg/m³", "%"; empty for counts and pure numbers; a code that is not
    ///          known as it is.
    [[nodiscard]] QString symbol() const;
    /// @returns the German name, translated: "Grad Celsius"; the code where it is not known.
    [[nodiscard]] QString label() const;
    /// @returns true for the codes of the table of known units.
    [[nodiscard]] bool isKnown() const;

    /// @returns the unit of a UN/CEFACT Recommendation 20 code as FIWARE states it ("CEL", "GQ"); empty: unknown.
    [[nodiscard]] static Unit fromUnCefact(QStringView code);
    /// @brief The unit behind any way platforms write one: UCUM, UN/CEFACT, a symbol ("°C", "µg/m³", "km/h") or a name
    ///        ("degree Celsius", "Prozent", "dBA").
    /// @returns a Unit with the trimmed text itself as its code where nothing fits.
    [[nodiscard]] static Unit fromText(QStringView text);

    friend bool operator==(const Unit&, const Unit&) = default;
};

/// @returns the value in another unit of the same dimension (38 degF → Cel, 12 m/s → km/h); empty where the dimensions
///          differ or a unit is unknown. Same unit: unchanged.
[[nodiscard]] std::optional<double> converted(double value, const Unit& from, const Unit& to);

} // namespace twin
