// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Interrupt.h"
#include "app/cli/ObserveArguments.h"
#include "app/cli/Text.h"
#include "app/services/live/HistoryPlace.h"
#include "model/Csv.h"

#include <algorithm>

namespace twin::cli {
namespace {

QString csvHeader()
{
    return QStringLiteral("id,thing,property,value,unit,observedAt,receivedAt,quality");
}

QString csvLine(const Observation& observation, const Datastream& stream)
{
    QString value;
    if (observation.number())
        value = QString::number(*observation.number(), 'g', 15);
    else if (observation.text())
        value = csvField(*observation.text());
    return QStringList{csvField(observation.datastream), csvField(stream.thing),
                       csvField(stream.property),        value,
                       csvField(stream.unit.ucum),       isoText(observation.observedAt),
                       isoText(observation.receivedAt),  qualityName(observation.quality)}
        .join(QLatin1Char(','));
}

Result<Instant> instantOf(const Arguments& arguments, const char* option, Instant fallback)
{
    if (!arguments.has(option))
        return fallback;
    if (const auto instant = instantFromIso(arguments.value(option)))
        return *instant;
    return failure(ErrorCode::InvalidParameter, Text::tr("„%1“ ist kein Zeitpunkt.").arg(arguments.value(option)), {},
                   Text::tr("Schreiben Sie ihn wie 2026-03-14T14:32:00+01:00 oder 2026-03-14."));
}

/// The stream of that id, with or without the source's name in front.
Result<Datastream> streamOf(ObservationSource& source, const QString& id, const CancellationToken& cancel,
                            const ProgressSink& progress)
{
    TWIN_TRY(const SourceSnapshot snapshot, source.snapshot(cancel, progress));
    const QString whole = source.settings().id + QLatin1Char('/') + id;
    const auto found = std::find_if(snapshot.datastreams.begin(), snapshot.datastreams.end(),
                                    [&](const Datastream& stream) { return stream.id == id || stream.id == whole; });
    if (found != snapshot.datastreams.end())
        return *found;
    return failure(ErrorCode::NotFound, Text::tr("Die Quelle hat keine Messreihe „%1“.").arg(id), {},
                   Text::tr("„stadtzwilling observe“ zeigt die Kennungen (id) aller Messreihen."));
}

/// The kept values of one series, page by page.
Result<void> keptHistory(const QString& path, const QString& id, const TimeRange& range, bool asJson, Console& console)
{
    constexpr std::size_t pageSize = 50'000;
    TWIN_TRY(const services::OpenedHistory opened, services::openHistory(path));
    HistoryStore* const store = opened.store.get();
    TWIN_TRY(const std::vector<Datastream> streams, store->remembered());
    const auto found =
        std::find_if(streams.begin(), streams.end(), [&](const Datastream& stream) { return stream.id == id; });
    if (found == streams.end())
        return failure(ErrorCode::NotFound, Text::tr("Im Messwertspeicher ist keine Messreihe „%1“.").arg(id), {},
                       Text::tr("„stadtzwilling observe“ zeigt die Kennungen (id) aller Messreihen."), {path, -1, {}});
    if (!asJson)
        console.line(csvHeader());
    for (TimeRange left = range; left.from <= left.to;) {
        TWIN_TRY(const std::vector<Observation> page, store->range(id, left, pageSize));
        for (const Observation& observation : page)
            console.line(asJson ? jsonLine(observation, *found) : csvLine(observation, *found));
        if (page.size() < pageSize)
            return {};
        left.from = page.back().observedAt + Milliseconds(1);
    }
    return {};
}

class HistoryCommand final : public Command {
    [[nodiscard]] Syntax syntax() const override
    {
        Syntax syntax{
            "history",
            "QUELLE|DATEI|postgresql://…",
            1,
            1,
            QT_TRANSLATE_NOOP("twin::cli", "Gibt die früheren Werte einer Messreihe als CSV oder JSON aus."),
            {{"id", "ID", QT_TRANSLATE_NOOP("twin::cli", "Kennung der Messreihe, wie „observe“ sie zeigt (nötig)")},
             {"from", "ZEIT", QT_TRANSLATE_NOOP("twin::cli", "erster Zeitpunkt (sonst: 24 Stunden vor dem letzten)")},
             {"to", "ZEIT", QT_TRANSLATE_NOOP("twin::cli", "letzter Zeitpunkt (sonst: jetzt)")},
             {"csv", nullptr, QT_TRANSLATE_NOOP("twin::cli", "Ausgabe als CSV mit Kopfzeile (auch ohne diese Angabe)")},
             {"json", nullptr, QT_TRANSLATE_NOOP("twin::cli", "je Wert eine Zeile JSON")}}};
        for (const Option& option : sourceOptions())
            syntax.options.push_back(option);
        return syntax;
    }

    [[nodiscard]] Result<void> run(const Arguments& arguments, Console& console) const override
    {
        if (!arguments.has("id"))
            return failure(ErrorCode::InvalidParameter, Text::tr("Es fehlt die Kennung der Messreihe."), {},
                           Text::tr("Geben Sie sie mit --id an; „stadtzwilling observe“ zeigt sie."));
        TWIN_TRY(const Instant to, instantOf(arguments, "to", systemNow()));
        TWIN_TRY(const Instant from, instantOf(arguments, "from", to - std::chrono::hours(24)));
        if (from > to)
            return failure(ErrorCode::InvalidParameter, Text::tr("Der erste Zeitpunkt liegt nach dem letzten."));
        if (const QString kept = arguments.operands().constFirst(); services::isHistory(kept))
            return keptHistory(kept, arguments.value("id"), {from, to}, arguments.has("json"), console);
        const CancellationToken cancel;
        const Interrupt interrupt(cancel); // before the transport's thread starts
        net::HttpClient http;
        TWIN_TRY(const auto source, sourceFrom(arguments, http));
        TWIN_TRY(const Datastream stream, streamOf(*source, arguments.value("id"), cancel, console.progress()));
        console.endProgress();
        if (!arguments.has("json"))
            console.line(csvHeader());
        return source->history(
            stream, {from, to},
            [&](std::vector<Observation>&& page) {
                for (const Observation& observation : page)
                    if (arguments.has("json"))
                        console.line(jsonLine(observation, stream));
                    else
                        console.line(csvLine(observation, stream));
                return true;
            },
            cancel);
    }
};

} // namespace

std::unique_ptr<Command> historyCommand()
{
    return std::make_unique<HistoryCommand>();
}

} // namespace twin::cli
