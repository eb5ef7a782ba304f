// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"

#include <functional>

#include <QJsonObject>

namespace twin::cap {

/// A warning message, OASIS CAP 1.2: what of it is shown. Of several <info> the German one, else the first.
struct CapAlert {
    QString identifier;
    QString status;         ///< "Actual", "Exercise", "Test", …
    QString type;           ///< "Alert", "Update", "Cancel", …
    QStringList references; ///< identifiers that this message replaces or ends
    std::optional<Instant> sent;
    std::optional<Instant> onset;
    std::optional<Instant> expires;
    QString sender;
    QString event;
    QString severity; ///< "Minor", "Moderate", "Severe", "Extreme", "Unknown"
    QString urgency;
    QString headline;
    QString description;
    QString instruction;                     ///< what people should do
    std::vector<std::vector<GeoPoint>> area; ///< open exterior rings; circles with 32 corners
};

/// What a document at a warning source is.
struct CapDocument {
    std::vector<CapAlert> alerts;
    QStringList links; ///< of a feed (Atom, RSS): where its alerts lie
};

/// @brief Reads one alert, a list of alerts, or a feed. Any DOCTYPE is refused; nothing outside is ever looked up.
/// @returns MalformedData, UnsupportedFormat for XML that is none of these.
[[nodiscard]] Result<CapDocument> documentFromXml(const QByteArray& xml, const SourceLocation& where);
/// @returns an alert of NINA's JSON (warnung.bund.de); empty where it has no identifier.
[[nodiscard]] std::optional<CapAlert> alertFromJson(const QJsonObject& json);

using NewStream = std::function<Datastream(const QString& idAtSource)>;
/// @brief Alerts in force at `now` become streams "headline" and "severity" with their area, where stated also
///        "description", "instruction" and, as ISO 8601, "onset" and "expires"; updates and ends take away what they
///        refer to. Exercises and tests say so in their headline.
void readAlerts(const std::vector<CapAlert>& alerts, const NewStream& newStream, Instant now, SourceSnapshot& into);

} // namespace twin::cap
