// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveService.h"

#include "DemoPlatformProcess.h"
#include "LiveBoard.h"
#include "net/HttpClient.h"
#include "observe/HistoryRecorder.h"
#include "package/history/ObservationStore.h"
#include "sources/ObservationSources.h"

#include <algorithm>
#include <thread>

#include <QCoreApplication>

namespace twin::services {
namespace {

constexpr std::size_t mostHistory = 100'000;

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
    explicit BoardSink(LiveBoard& board) : m_board(board) {}
    void datastreams(std::vector<Datastream>&& streams) override { m_board.take(streams); }
    void observations(std::vector<Observation>&& batch) override { m_board.take(batch); }
    void health(const SourceHealth&) override {} // of one source: set past this sink

private:
    LiveBoard& m_board;
};

/// One source's way to a sink that several share: one call at a time, health under the source's own name.
class SourceSink final : public ObservationSink {
public:
    SourceSink(QString source, bool demo, std::mutex& mutex, ObservationSink& next, LiveBoard& board)
        : m_source(std::move(source)), m_demo(demo), m_mutex(mutex), m_next(next), m_board(board)
    {
    }
    void datastreams(std::vector<Datastream>&& streams) override
    {
        for (Datastream& stream : streams)
            stream.demo = stream.demo || m_demo;
        const std::scoped_lock lock(m_mutex);
        m_next.datastreams(std::move(streams));
    }
    void observations(std::vector<Observation>&& batch) override
    {
        const std::scoped_lock lock(m_mutex);
        m_next.observations(std::move(batch));
    }
    void health(const SourceHealth& health) override { m_board.setHealth(m_source, health); }

private:
    const QString m_source;
    const bool m_demo;
    std::mutex& m_mutex;
    ObservationSink& m_next;
    LiveBoard& m_board;
};

} // namespace

struct LiveService::Private {
    LiveListener listener;
    QString program;
    QString historyPath;
    CancellationToken cancel;
    net::HttpClient http;
    LiveBoard board;
    BoardSink shown{board};
    std::mutex sinkMutex;
    std::unique_ptr<package::ObservationStore> store;
    std::unique_ptr<observe::HistoryRecorder> recorder;
    std::mutex sourcesMutex;
    std::vector<std::shared_ptr<ObservationSource>> sources;
    std::vector<std::thread> threads;

    void openStore(const QString& path);
    void run(const QString& address, const QString& id, bool keepDemo);
    [[nodiscard]] Result<void> listen(const QString& address, const QString& id, bool demo, bool keep);
    void show();
    [[nodiscard]] std::shared_ptr<ObservationSource> sourceOf(const QString& id);
};

void LiveService::Private::openStore(const QString& path)
{
    if (path.isEmpty())
        return;
    auto opened = package::ObservationStore::open(path);
    if (!opened) {
        board.setNotKept(opened.error());
        return;
    }
    store = std::move(*opened);
    historyPath = path;
    recorder = std::make_unique<observe::HistoryRecorder>(*store, shown);
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
    TWIN_TRY(std::shared_ptr<ObservationSource> source, sources::openSource(*parsed.adapter, settings, http));
    board.setSource({id, settings.title, {SourceState::Connecting, {}, {}}, demo});
    {
        const std::scoped_lock lock(sourcesMutex);
        sources.push_back(source);
    }
    ObservationSink& next = keep && recorder ? static_cast<ObservationSink&>(*recorder) : shown;
    SourceSink sink(id, demo, sinkMutex, next, board);
    return source->subscribe(sink, cancel);
}

void LiveService::Private::run(const QString& address, const QString& id, bool keepDemo)
{
    const bool demo = address == QLatin1String("demo");
    const auto failed = [this, address, demo](const QString& source, const Error& error) {
        if (error.code == ErrorCode::Cancelled)
            return;
        const QString title = demo ? say(QT_TRANSLATE_NOOP("twin::Live", "Demo-Plattform")) : address;
        board.setSource({source, title, {SourceState::Failed, error.summary, {}}, demo});
    };
    if (!demo) {
        if (const auto outcome = listen(address, id, false, true); !outcome)
            failed(id, outcome.error());
        return;
    }
    board.setSource(
        {id, say(QT_TRANSLATE_NOOP("twin::Live", "Demo-Plattform")), {SourceState::Connecting, {}, {}}, true});
    const auto platform = DemoPlatformProcess::start(program, cancel);
    if (!platform) {
        failed(id, platform.error());
        return;
    }
    std::vector<std::thread> running;
    for (const QString& source : platform->sources()) {
        const QString kind = source.section(QLatin1Char(':'), 0, 0);
        running.emplace_back(
            [this, source, own = running.empty() ? id : id + QLatin1Char('-') + kind, keepDemo, failed] {
                if (const auto outcome = listen(source, own, true, keepDemo); !outcome)
                    failed(own, outcome.error());
            });
    }
    for (std::thread& thread : running)
        thread.join();
}

void LiveService::Private::show()
{
    while (!cancel.isCancelled()) {
        board.waitForChange(leastDistance);
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

LiveService::LiveService(const LiveRequest& request, LiveListener listener, QString program)
    : d(std::make_unique<Private>())
{
    d->listener = std::move(listener);
    d->program = std::move(program);
    // Opening a file is work as well: whoever makes this object need not wait for it.
    d->threads.emplace_back([this, request] {
        d->openStore(request.history);
        std::vector<std::thread> running;
        for (const QString& address : request.sources) {
            running.emplace_back(
                [this, address, keepDemo = request.keepDemo] { d->run(address, idOf(address), keepDemo); });
        }
        d->show();
        for (std::thread& thread : running)
            thread.join();
        if (d->recorder)
            d->recorder->finish();
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
    std::vector<Observation> values;
    if (const auto source = d->sourceOf(stream.source)) {
        const auto asked = source->history(
            stream, range,
            [&](std::vector<Observation>&& page) {
                std::move(page.begin(), page.end(), std::back_inserter(values));
                return values.size() < mostHistory && !d->cancel.isCancelled();
            },
            cancel);
        if (asked && !values.empty())
            return values;
    }
    if (cancel.isCancelled() || d->cancel.isCancelled())
        return failure(ErrorCode::Cancelled, {});
    if (!d->historyPath.isEmpty()) {
        TWIN_TRY(const auto kept, package::ObservationStore::open(d->historyPath));
        TWIN_TRY(values, kept->range(stream.id, range, mostHistory));
    }
    if (values.empty())
        return failure(ErrorCode::NoData,
                       say(QT_TRANSLATE_NOOP("twin::Live", "Aus dieser Zeit sind keine Werte bekannt.")));
    return values;
}

} // namespace twin::services
