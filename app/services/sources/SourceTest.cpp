// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceTest.h"

#include "sources/ObservationSources.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

namespace twin::services {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::Sources)
};

SourceTestAnswer failed(const Error& error)
{
    return {false, error.summary, error.effectiveRemedy()};
}

SourceTestAnswer answerOf(const SourceSnapshot& snapshot)
{
    QSet<QString> things;
    for (const Datastream& stream : snapshot.datastreams)
        things.insert(stream.thing);
    if (things.isEmpty())
        return {
            true, Text::tr("Die Quelle antwortet, hat zurzeit aber keine Messreihe."),
            Text::tr("Prüfen Sie Auswahl, Mandant und Dienstpfad; falsch geschrieben ergeben sie eine leere Antwort.")};
    SourceTestAnswer answer;
    answer.works = true;
    answer.text = Text::tr("%n Messreihen", nullptr, static_cast<int>(snapshot.datastreams.size())) + QLatin1Char(' ') +
                  Text::tr("an %n Stellen.", nullptr, static_cast<int>(things.size()));
    const auto newest = std::max_element(snapshot.observations.begin(), snapshot.observations.end(),
                                         [](const auto& a, const auto& b) { return a.observedAt < b.observedAt; });
    if (newest == snapshot.observations.end())
        answer.text += QLatin1Char(' ') + Text::tr("Noch ist kein Wert da.");
    else
        answer.text += QLatin1Char(' ') + Text::tr("Der jüngste Wert ist vom %1 Uhr.")
                                              .arg(QLocale().toString(toDateTime(newest->observedAt).toLocalTime(),
                                                                      QStringLiteral("dd.MM.yyyy, HH:mm")));
    if (!snapshot.issues.empty())
        answer.remedy = Text::tr("%n Datensätze waren unlesbar und wurden übergangen.", nullptr,
                                 static_cast<int>(snapshot.issues.size()));
    return answer;
}

} // namespace

SourceTestAnswer tryOut(const QString& kind, const SourceSettings& settings, net::HttpClient& http,
                        const CancellationToken& cancel, const ProgressSink& progress)
{
    const sources::ObservationAdapter* adapter = sources::adapterOf(kind);
    if (adapter == nullptr)
        return {false, Text::tr("Diese Art von Schnittstelle kennt das Programm nicht."),
                Text::tr("Wählen Sie eine der angebotenen.")};
    const auto source = sources::openSource(*adapter, settings, http);
    if (!source)
        return failed(source.error());
    const auto snapshot = (*source)->snapshot(cancel, progress);
    return snapshot ? answerOf(*snapshot) : failed(snapshot.error());
}

} // namespace twin::services
