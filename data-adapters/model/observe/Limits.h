// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservedProperty.h"
#include "model/Result.h"

#include <vector>

#include <QByteArrayView>
#include <QDate>

namespace twin {

/// A number that a property should stay below (or above): by law, by the WHO, or of the program's own.
struct Limit {
    enum class Level : std::uint8_t {
        Info,    ///< drawn in charts, raises no alarm
        Warning, ///< worth a look
        Alarm,   ///< acts upon people's health or safety now
    };

    QString id;            ///< stable: "no2:eu2008:stunde:alarmschwelle"
    QString german;        ///< what kind: "Alarmschwelle"
    QString english;       ///< "Alert threshold"
    QString basis;         ///< where it stands: "Richtlinie 2008/50/EG, 39. BImSchV"; empty: proposed by this program
    QString property;      ///< "no2", or of one type of thing only "WeatherObserved.temperature"
    Unit unit;             ///< of the threshold
    Milliseconds period{}; ///< it holds for means over so long; 0: for any single value
    Threshold threshold;
    Level level = Level::Info;
    QDate validFrom = {}; ///< first day in force; invalid: always was
    QDate validTo = {};   ///< last day in force; invalid: no end known
    QString allowed = {}; ///< exceedances a year that are tolerated, as the basis words it; may be empty
    bool checked = true;  ///< false: not compared with the text of the basis; shown so

    [[nodiscard]] bool isInForce(QDate day) const
    {
        return (!validFrom.isValid() || validFrom <= day) && (!validTo.isValid() || day <= validTo);
    }
    /// @returns "Stundenmittel", "Tagesmittel", "Jahresmittel" …, translated; empty for single values.
    [[nodiscard]] QString periodText() const;
};

/// All limits that the program goes by; immutable. Any thread.
class LimitTable {
public:
    /// Those of assets/codelists/limits.csv.
    [[nodiscard]] static const LimitTable& builtIn();
    /// @brief Reads a table that people edited, in the form of assets/codelists/limits.csv.
    /// @returns MalformedData naming the first line that is none: half a table of limits would be believed.
    [[nodiscard]] static Result<LimitTable> fromCsv(QByteArrayView utf8, const QString& file = {});

    /// @brief The limits of a series in force on a day, thresholds converted to the series' own unit, smallest period
    ///        first. Where the table has none for its property, the thresholds known of it (ObservedProperty) are.
    ///        Series without unit, and units that do not convert, have none.
    [[nodiscard]] std::vector<Limit> of(const Datastream& stream, QDate day) const;
    [[nodiscard]] const std::vector<Limit>& all() const { return m_limits; }

private:
    std::vector<Limit> m_limits;
};

} // namespace twin
