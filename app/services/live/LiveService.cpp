// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveService.h"

#include "app/services/sources/Secrets.h"
#include "DemoPlatformProcess.h"
#include "GapFill.h"
#include "HistoryPlace.h"
#include "LiveBoard.h"
#include "net/HttpClient.h"
#include "observe/HistoryRecorder.h"
#include "PastReader.h"
#include "sources/ObservationSources.h"

#include <algorithm>
#include <functional>
#include <thread>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>

namespace twin::services {
namespace {

constexpr qint64 mostLimitBytes = qint64(1) << 20;
constexpr qint64 mostAlarmBytes = qint64(8) << 20;
constexpr Milliseconds alarmPace = std::chrono::seconds(5);
constexpr std::size_t mostHistory = 100'000;
constexpr Milliseconds oldestKept = std::chrono::hours(24 * 366); ///< what is older is no last value any more

QString say(const char* text)
{
    return QCoreApplication::translate("twin::Live", text);
}

/// The same for the same address each time: what is kept of a source is found again under it.
QString idOf(const QString& address)
{
    QString id = address;
    for (QChar& c : id)
        if (!(c.unicode() < 128 && c.isLetterOrNumber()) && c != u'_')
            c = u'-';
    return id;
}

/// Behind the recorder: what is kept, or need not be, is shown.
class BoardSink final : public ObservationSink {
public:
    BoardSink(LiveBoard& board, const std::unique_ptr<AlarmWatch>& alarms) : m_board(board), m_alarms(alarms) {}
    void datastreams(std::vector<Datastream>&& streams) override
    {
        m_alarms->take(streams);
        m_board.take(streams);
    }
    void observations(std::vector<Observation>&& batch) override
    {
        m_alarms->take(batch);
        m_board.take(batch);
    }
    void health(const SourceHealth&) override {} // of one source: set past this sink

private:
    LiveBoard& m_board;
    const std::unique_ptr<AlarmWatch>& m_alarms; ///< made before the first source runs
};

/// One source's way to a sink that several share: one call at a time, health under the source's own name.
class SourceSink final : public ObservationSink {
public:
    SourceSink(QString source, bool demo, std::mutex& mutex, ObservationSink& next, LiveBoard& board)
        : m_source(std::move(source)), m_demo(demo), m_mutex(mutex), m_next(next), m_board(board)
    {
    }
    /// Who wants to know of series and health as well; null: nobody.
    void setGapFill(GapFill* fill) { m_fill = fill; }
    void datastreams(std::vector<Datastream>&& streams) override
    {
        for (Datastream& stream : streams)
            stream.demo = stream.demo || m_demo;
        if (m_fill)
            m_fill->know(streams);
        const std::scoped_lock lock(m_mutex);
        m_next.datastreams(std::move(streams));
    }
    void observations(std::vector<Observation>&& batch) override
    {
        const std::scoped_lock lock(m_mutex);
        m_next.observations(std::move(batch));
    }
    void health(const SourceHealth& health) override
    {
        m_board.setHealth(m_source, health);
        if (m_fill)
            m_fill->note(health);
    }

private:
    const QString m_source;
    const bool m_demo;
    std::mutex& m_mutex;
    ObservationSink& m_next;
    LiveBoard& m_board;
    GapFill* m_fill = nullptr;
};

} // namespace

struct LiveService::Private {
    LiveListener listener;
    QString program;
    std::shared_ptr<const Secrets> secrets;
    std::optional<PastReader> past;
    CancellationToken cancel;
    net::HttpClient http;
    LiveBoard board;
    std::unique_ptr<AlarmWatch> alarms;
    QString alarmFile;
    AlarmListPointer keptAlarms;
    Instant alarmsKeptAt{};
    QHash<QString, Instant> keptUntil; ///< the last kept value of each series when the store was opened
    BoardSink shown{board, alarms};
    std::mutex sinkMutex;
    std::unique_ptr<HistoryStore> store;
    std::unique_ptr<observe::HistoryRecorder> recorder;
    std::mutex sourcesMutex;
    std::vector<std::shared_ptr<ObservationSource>> sources;
    std::vector<std::thread> threads;

    void openStore(const QString& path);
    void openAlarms(const LiveRequest& request);
    void keepAlarms();
    void showKept(const LiveRequest& request);
    void run(const QString& address, const QString& id, bool keepDemo);
    void run(const ConfiguredSource& configured);
    void failed(const QString& id, const QString& title, bool demo, const Error& error);
    [[nodiscard]] Result<void> listen(const QString& address, const QString& id, bool demo, bool keep);
    [[nodiscard]] Result<void> listen(const sources::ObservationAdapter& adapter, const SourceSettings& settings,
                                      bool keep);
    void tellHealth();
    void show();
    [[nodiscard]] std::shared_ptr<ObservationSource> sourceOf(const QString& id);
};

void LiveService::Private::openStore(const QString& path)
{
    if (path.isEmpty())
        return;
    auto opened = openHistory(path);
    if (!opened) {
        board.setNotKept(opened.error());
        return;
    }
    store = std::move(opened->store);
    recorder = std::make_unique<observe::HistoryRecorder>(*store, shown);
}

void LiveService::Private::openAlarms(const LiveRequest& request)
{
    LimitTable limits = LimitTable::builtIn();
    if (QFile own(request.limits); !request.limits.isEmpty() && own.open(QIODevice::ReadOnly)) {
        auto read = LimitTable::fromCsv(own.read(mostLimitBytes), request.limits);
        if (read)
            limits = *std::move(read);
        else
            board.setLimitsProblem(read.error());
    }
    alarms = std::make_unique<AlarmWatch>(std::move(limits));
    alarmFile = request.alarms;
    if (QFile kept(alarmFile); !alarmFile.isEmpty() && kept.open(QIODevice::ReadOnly))
        alarms->restore(kept.read(mostAlarmBytes), systemNow());
    keptAlarms = alarms->list();
}

/// A disk that is full loses what happened to alarms, not the alarms.
void LiveService::Private::keepAlarms()
{
    const AlarmListPointer now = alarms->list();
    if (alarmFile.isEmpty() || now == keptAlarms)
        return;
    keptAlarms = now;
    alarmsKeptAt = systemNow();
    QDir().mkpath(QFileInfo(alarmFile).path());
    QSaveFile file(alarmFile);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(alarms->toJson());
        file.commit();
    }
}

/// What was known when the program ran last, with its age: there before any server has answered, or without one.
void LiveService::Private::showKept(const LiveRequest& request)
{
    if (!store)
        return;
    QSet<QString> wanted;
    for (const QString& address : request.sources)
        wanted.insert(idOf(address));
    for (const ConfiguredSource& source : request.configured)
        wanted.insert(source.settings.id);
    auto streams = store->remembered();
    if (!streams)
        return;
    const auto isWanted = [&](const Datastream& stream) {
        // The demo platform is several sources: "demo", "demo-cap", …
        return wanted.contains(stream.source) ||
               (wanted.contains(QStringLiteral("demo")) && stream.source.startsWith(QLatin1String("demo-")));
    };
    std::erase_if(*streams, std::not_fn(isWanted));
    const Instant now = systemNow();
    const auto values = store->valuesAt(now, now - oldestKept);
    board.take(*streams);
    if (values) {
        board.take(*values);
        for (const Observation& value : *values)
            keptUntil.insert(value.datastream, value.observedAt);
    }
    // Means over a day must not wait for a day.
    alarms->take(*streams);
    for (const auto& [id, period] : alarms->needing())
        if (const auto before = store->range(id, {now - period, now}, mostHistory))
            alarms->prime(id, *before);
}

Result<void> LiveService::Private::listen(const QString& address, const QString& id, bool demo, bool keep)
{
    TWIN_TRY(const sources::SourceAddress parsed, sources::addressFromText(address));
    SourceSettings settings;
    settings.id = id;
    settings.title = demo ? say(QT_TRANSLATE_NOOP("twin::Live", "Demo-Plattform")) + QStringLiteral(" · ") +
                                parsed.adapter->describe().title
                          : parsed.url.host();
    settings.url = parsed.url;
    settings.scope = parsed.scope;
    settings.demo = demo;
    return listen(*parsed.adapter, settings, keep);
}

Result<void> LiveService::Private::listen(const sources::ObservationAdapter& adapter, const SourceSettings& settings,
                                          bool keep)
{
    TWIN_TRY(std::shared_ptr<ObservationSource> source, sources::openSource(adapter, settings, http));
    board.setSource({settings.id, settings.title, {SourceState::Connecting, {}, {}}, settings.demo});
    {
        const std::scoped_lock lock(sourcesMutex);
        sources.push_back(source);
    }
    ObservationSink& next = keep && recorder ? static_cast<ObservationSink&>(*recorder) : shown;
    SourceSink sink(settings.id, settings.demo, sinkMutex, next, board);
    if (!keep || !recorder || settings.demo) // what is generated has no past that could be missed
        return source->subscribe(sink, cancel);
    GapFill fill(*source, sink, keptUntil, cancel);
    sink.setGapFill(&fill);
    return source->subscribe(sink, cancel);
}

void LiveService::Private::failed(const QString& id, const QString& title, bool demo, const Error& error)
{
    if (error.code != ErrorCode::Cancelled)
        board.setSource({id, title, {SourceState::Failed, error.summary, {}}, demo});
}

void LiveService::Private::run(const ConfiguredSource& configured)
{
    const SourceSettings& settings = configured.settings;
    board.setSource({settings.id, settings.title, {SourceState::Connecting, {}, {}}, false});
    const sources::ObservationAdapter* adapter = sources::adapterOf(configured.kind);
    if (adapter == nullptr) {
        failed(settings.id, settings.title, false,
               {ErrorCode::UnsupportedFormat,
                say(QT_TRANSLATE_NOOP("twin::Live", "Diese Art von Schnittstelle kennt das Programm nicht.")),
                {},
                {},
                {}});
        return;
    }
    const auto complete = secrets ? secrets->complete(configured) : Result<SourceSettings>(settings);
    const Result<void> outcome = complete ? listen(*adapter, *complete, true) : failure(complete.error());
    if (!outcome)
        failed(settings.id, settings.title, false, outcome.error());
}

void LiveService::Private::run(const QString& address, const QString& id, bool keepDemo)
{
    const bool demo = address == QLatin1String("demo");
    const QString title = demo ? say(QT_TRANSLATE_NOOP("twin::Live", "Demo-Plattform")) : address;
    if (!demo) {
        if (const auto outcome = listen(address, id, false, true); !outcome)
            failed(id, title, false, outcome.error());
        return;
    }
    board.setSource({id, title, {SourceState::Connecting, {}, {}}, true});
    const auto platform = DemoPlatformProcess::start(program, cancel);
    if (!platform) {
        failed(id, title, true, platform.error());
        return;
    }
    std::vector<std::thread> running;
    for (const QString& source : platform->sources()) {
        const QString kind = source.section(QLatin1Char(':'), 0, 0);
        running.emplace_back(
            [this, source, title, own = running.empty() ? id : id + QLatin1Char('-') + kind, keepDemo] {
                if (const auto outcome = listen(source, own, true, keepDemo); !outcome)
                    failed(own, title, true, outcome.error());
            });
    }
    for (std::thread& thread : running)
        thread.join();
}

/// Counts change with every value; sources themselves speak up only when their state does.
void LiveService::Private::tellHealth()
{
    const std::scoped_lock lock(sourcesMutex);
    for (const auto& source : sources)
        if (const SourceHealth health = source->health(); health.state != SourceState::Closed)
            board.setCounts(source->settings().id, health);
}

void LiveService::Private::show()
{
    while (!cancel.isCancelled()) {
        board.waitForChange(leastDistance);
        tellHealth();
        board.setAlarms(alarms->list());
        if (systemNow() - alarmsKeptAt > alarmPace)
            keepAlarms();
        if (recorder)
            board.setNotKept(recorder->state().trouble);
        if (auto snapshot = board.takeSnapshot()) {
            listener(std::move(snapshot));
            if (!net::waitFor(leastDistance, cancel))
                return;
        }
    }
}

std::shared_ptr<ObservationSource> LiveService::Private::sourceOf(const QString& id)
{
    const std::scoped_lock lock(sourcesMutex);
    const auto found =
        std::find_if(sources.begin(), sources.end(), [&](const auto& s) { return s->settings().id == id; });
    return found == sources.end() ? nullptr : *found;
}

LiveService::LiveService(const LiveRequest& request, LiveListener listener, QString program,
                         std::shared_ptr<const Secrets> secrets)
    : d(std::make_unique<Private>())
{
    d->secrets = std::move(secrets);
    d->listener = std::move(listener);
    d->program = std::move(program);
    d->past.emplace(request.history, request.keepDemo, [this](const QString& id) { return d->sourceOf(id); });
    // Opening a file is work as well: whoever makes this object need not wait for it.
    d->threads.emplace_back([this, request] {
        d->openAlarms(request);
        d->openStore(request.history);
        d->showKept(request);
        std::vector<std::thread> running;
        for (const QString& address : request.sources) {
            running.emplace_back(
                [this, address, keepDemo = request.keepDemo] { d->run(address, idOf(address), keepDemo); });
        }
        for (const ConfiguredSource& configured : request.configured)
            running.emplace_back([this, configured] { d->run(configured); });
        d->show();
        for (std::thread& thread : running)
            thread.join();
        if (d->recorder)
            d->recorder->finish();
        d->keepAlarms();
    });
}

LiveService::~LiveService()
{
    d->cancel.cancel();
    for (std::thread& thread : d->threads)
        thread.join();
}

Result<std::vector<Observation>> LiveService::history(const Datastream& stream, const TimeRange& range,
                                                      const CancellationToken& cancel)
{
    return d->past->history(stream, range, cancel);
}

void LiveService::curve(const Datastream& stream, const TimeRange& range, int columns, const LiveCurveListener& show,
                        const CancellationToken& cancel)
{
    d->past->curve(stream, range, columns, show, cancel);
}

void LiveService::replay(Instant instant, const LiveListener& show, const CancellationToken& cancel)
{
    d->past->replay(instant, d->board.sources(), d->board.streams(), show, cancel);
}

std::vector<TimeRange> LiveService::keptTimes(const TimeRange& range, int parts, const CancellationToken& cancel)
{
    return d->past->keptTimes(range, parts, cancel);
}

void LiveService::acknowledge(const QStringList& alarms)
{
    if (d->alarms)
        d->alarms->acknowledge(alarms, systemNow());
}

} // namespace twin::services
