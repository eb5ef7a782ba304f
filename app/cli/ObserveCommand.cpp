// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Interrupt.h"
#include "app/cli/ObserveArguments.h"
#include "app/cli/Text.h"
#include "app/services/live/HistoryPlace.h"
#include "model/Issues.h"
#include "observe/HistoryRecorder.h"

#include <thread>

#include <QHash>
#include <QLocale>

namespace twin::cli {
namespace {

/// Writes what arrives; ends the subscription after `most` values.
class LineWriter final : public ObservationSink {
public:
    LineWriter(Console& console, bool json, int most, CancellationToken enough)
        : m_console(console), m_json(json), m_most(most), m_enough(std::move(enough))
    {
    }

    void datastreams(std::vector<Datastream>&& streams) override
    {
        for (Datastream& stream : streams)
            m_streams.insert(stream.id, std::move(stream));
    }

    void observations(std::vector<Observation>&& batch) override
    {
        for (const Observation& observation : batch) {
            const auto stream = m_streams.constFind(observation.datastream);
            if (stream == m_streams.constEnd() || m_enough.isCancelled())
                continue;
            if (m_json)
                m_console.line(jsonLine(observation, *stream));
            else
                m_console.line(lineOf(observation, *stream));
            if (++m_written == m_most)
                m_enough.cancel();
        }
    }

    void health(const SourceHealth& health) override
    {
        if (!health.text.isEmpty() && health.state != SourceState::Closed)
            m_console.complain(sourceStateTitle(health.state) + QStringLiteral(": ") + health.text);
    }

    [[nodiscard]] int written() const { return m_written; }

private:
    static QString lineOf(const Observation& observation, const Datastream& stream)
    {
        const QLocale locale(QLocale::German);
        const QString value = observation.number() ? locale.toString(*observation.number(), 'g', 6)
                              : observation.text() ? *observation.text()
                                                   : Text::tr("kein Wert");
        return QStringLiteral("%1  %2: %3 %4 %5")
            .arg(locale.toString(toDateTime(observation.observedAt).toLocalTime(),
                                 QStringLiteral("dd.MM.yyyy HH:mm:ss")),
                 stream.thingTitle, stream.title, value, stream.unit.symbol())
            .trimmed();
    }

    Console& m_console;
    const bool m_json;
    const int m_most;
    CancellationToken m_enough;
    QHash<QString, Datastream> m_streams;
    int m_written = 0;
};

/// Subscribes and keeps what comes. Keeping that fails on the way is said at the end; the values were shown.
Result<void> keeping(const QString& path, ObservationSource& source, ObservationSink& sink,
                     const CancellationToken& enough, Console& console)
{
    TWIN_TRY(const services::OpenedHistory opened, services::openHistory(path));
    Result<void> outcome;
    observe::HistoryRecorder::State state;
    {
        observe::HistoryRecorder recorder(*opened.store, sink);
        outcome = source.subscribe(recorder, enough);
        recorder.finish();
        state = recorder.state();
    }
    for (const Issue& issue : opened.issues())
        console.complain(issueTitle(issue.reason) + QStringLiteral(": ") + issue.where.toText());
    if (state.notKept > 0 && state.trouble)
        return failure(*state.trouble);
    if (state.notKept > 0)
        console.complain(Text::tr("%n Werte ließen sich nicht aufbewahren.", nullptr, static_cast<int>(state.notKept)));
    return outcome;
}

class ObserveCommand final : public Command {
    [[nodiscard]] Syntax syntax() const override
    {
        Syntax syntax{
            "observe",
            "QUELLE",
            1,
            1,
            QT_TRANSLATE_NOOP("twin::cli", "Zeigt die letzten bekannten Werte einer Quelle und dann, was eintrifft."),
            {{"json", nullptr, QT_TRANSLATE_NOOP("twin::cli", "je Wert eine Zeile JSON")},
             {"for", "SEKUNDEN", QT_TRANSLATE_NOOP("twin::cli", "endet nach so vielen Sekunden")},
             {"count", "ZAHL", QT_TRANSLATE_NOOP("twin::cli", "endet nach so vielen Werten")},
             {"keep", "DATEI|postgresql://…",
              QT_TRANSLATE_NOOP("twin::cli", "bewahrt auf, was eintrifft, zum Beispiel in REGION/history.sqlite")}}};
        for (const Option& option : sourceOptions())
            syntax.options.push_back(option);
        return syntax;
    }

    [[nodiscard]] Result<void> run(const Arguments& arguments, Console& console) const override
    {
        TWIN_TRY(const int most, arguments.integer("count", 0, 1));
        TWIN_TRY(const double seconds, arguments.number("for", 0, 0.001, 1e9));
        const CancellationToken enough;
        const Interrupt interrupt(enough); // before the transport's thread starts
        net::HttpClient http;
        TWIN_TRY(const auto source, sourceFrom(arguments, http));
        LineWriter writer(console, arguments.has("json"), most, enough);
        const CancellationToken ended;
        std::thread clock([&, enough, ended] {
            if (seconds > 0 && net::waitFor(Milliseconds(static_cast<qint64>(seconds * 1000)), ended))
                enough.cancel();
        });
        const Result<void> outcome = arguments.has("keep")
                                         ? keeping(arguments.value("keep"), *source, writer, enough, console)
                                         : source->subscribe(writer, enough);
        ended.cancel();
        clock.join();
        if (!outcome && outcome.error().code != ErrorCode::Cancelled)
            return outcome;
        if (writer.written() == 0)
            return failure(ErrorCode::NoData, Text::tr("Von der Quelle kam in dieser Zeit kein Wert."), {}, {},
                           {source->settings().url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery), -1, {}});
        return {};
    }
};

} // namespace

std::unique_ptr<Command> observeCommand()
{
    return std::make_unique<ObserveCommand>();
}

} // namespace twin::cli
