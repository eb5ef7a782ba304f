// SPDX-License-Identifier: GPL-3.0-or-later
#include "gtfs/GtfsSource.h"

#include "gtfs/Feeds.h"
#include "observe/Option.h"
#include "observe/Text.h"
#include "observe/WatchedSource.h"

#include <array>

namespace twin::gtfs {
namespace {

using observe::Option;
using observe::SourceHttp;
using observe::Text;

constexpr Milliseconds timetableAge = std::chrono::hours(12);

class GtfsSource final : public observe::WatchedSource {
public:
    GtfsSource(const SourceSettings& settings, net::HttpClient& http)
        : WatchedSource(gtfs::description(), settings), m_http(http, gtfs::description(), settings)
    {
    }

private:
    Result<SourceSnapshot> fetchAll(const CancellationToken& cancel, const ProgressSink& progress) override;
    Result<SourceSnapshot> fetchChanges(const observe::SeriesBook& book, const CancellationToken& cancel) override;

    /// @returns the option's URL, else the file below a folder; empty for a feed that stands alone.
    QUrl part(const char* optionKey, const char* fileName) const;
    bool isFeed() const { return settings().url.path().section(QLatin1Char('/'), -1).contains(QLatin1Char('.')); }
    Result<void> read(const QUrl& url, Vehicles& vehicles, const CancellationToken& cancel);
    void refreshTimetable(const CancellationToken& cancel, std::vector<Issue>& issues);

    SourceHttp m_http;
    std::mutex m_mutex;
    Timetable m_timetable;
    std::optional<Instant> m_timetableAt;
};

QUrl GtfsSource::part(const char* optionKey, const char* fileName) const
{
    if (const QUrl set(option(optionKey).toString()); !set.host().isEmpty())
        return set;
    return isFeed() ? QUrl() : m_http.url(QLatin1Char('/') + QLatin1String(fileName));
}

Result<void> GtfsSource::read(const QUrl& url, Vehicles& vehicles, const CancellationToken& cancel)
{
    countRequest();
    TWIN_TRY(const net::HttpResponse response, m_http.get(url, {{"Accept", "application/x-protobuf, */*"}}, cancel));
    return readFeed(response.body, vehicles);
}

/// Names only: without a timetable vehicles keep the ids of their lines.
void GtfsSource::refreshTimetable(const CancellationToken& cancel, std::vector<Issue>& issues)
{
    const QUrl url = part("static", "static.zip");
    {
        const std::lock_guard lock(m_mutex);
        if (url.isEmpty() || (m_timetableAt && systemNow() - *m_timetableAt < timetableAge))
            return;
    }
    countRequest();
    const Result<net::HttpResponse> response = m_http.get(url, {{"Accept", "application/zip, */*"}}, cancel);
    Result<Timetable> timetable = response ? timetableFromZip(response->body) : failure(response.error());
    if (!timetable)
        issues.push_back({QStringLiteral("timetable.unreadable"), timetable.error().summary, net::placeOf(url)});
    const std::lock_guard lock(m_mutex);
    m_timetableAt = systemNow();
    if (timetable)
        m_timetable = *std::move(timetable);
}

Result<SourceSnapshot> GtfsSource::fetchAll(const CancellationToken& cancel, const ProgressSink&)
{
    SourceSnapshot snapshot;
    Vehicles vehicles;
    TWIN_CHECK(read(isFeed() ? settings().url : m_http.url(QStringLiteral("/vehicle-positions.pb")), vehicles, cancel));
    if (const QUrl updates = part("tripUpdates", "trip-updates.pb"); !updates.isEmpty())
        if (const Result<void> delays = read(updates, vehicles, cancel); !delays)
            snapshot.issues.push_back(
                {QStringLiteral("record.unreadable"), delays.error().summary, net::placeOf(updates)});
    if (cancel.isCancelled())
        return failure(ErrorCode::Cancelled, Text::tr("Abgebrochen"));
    refreshTimetable(cancel, snapshot.issues);
    const std::lock_guard lock(m_mutex);
    readVehicles(
        vehicles, m_timetable, [this](const QString& id) { return newStream(id); }, systemNow(), snapshot);
    return snapshot;
}

/// A feed always holds everything: a vehicle that is gone has no place any more.
Result<SourceSnapshot> GtfsSource::fetchChanges(const observe::SeriesBook& book, const CancellationToken& cancel)
{
    TWIN_TRY(SourceSnapshot now, fetchAll(cancel, {}));
    book.endMissing(now, systemNow());
    return now;
}

} // namespace

const SourceDescription& description()
{
    static const SourceDescription text = [] {
        SourceDescription made;
        made.id = QStringLiteral("gtfs");
        made.title = Text::tr("Busse und Bahnen (GTFS-Realtime)");
        made.standards = QStringLiteral("GTFS-Realtime 2.0 (VehiclePosition, TripUpdate), GTFS");
        made.options = {
            Option("static", QT_TRANSLATE_NOOP("twin::SourceOption", "Fahrplan"),
                   QT_TRANSLATE_NOOP("twin::SourceOption", "Adresse des GTFS-Archivs (ZIP), für Linien und Ziele"))
                .url(),
            Option("tripUpdates", QT_TRANSLATE_NOOP("twin::SourceOption", "Verspätungen"),
                   QT_TRANSLATE_NOOP("twin::SourceOption", "Adresse des Feeds mit TripUpdates"))
                .url(),
        };
        for (SourceOption& option : observe::httpOptions(30))
            made.options.push_back(std::move(option));
        return made;
    }();
    return text;
}

std::unique_ptr<ObservationSource> open(const SourceSettings& settings, net::HttpClient& http)
{
    return std::make_unique<GtfsSource>(settings, http);
}

namespace {

/// Every feed begins with its header: field 1, then the version in field 1 of that ("\n", length, "\n", 3, "2.0").
bool isFeedMessage(const net::HttpResponse& answer)
{
    Vehicles vehicles;
    return answer.body.size() > 6 && answer.body[0] == '\n' && answer.body[2] == '\n' &&
           readFeed(answer.body, vehicles).has_value();
}

} // namespace

std::span<const observe::ProbeQuestion> probe()
{
    static constexpr std::array questions{
        observe::ProbeQuestion{"", false, isFeedMessage},
        observe::ProbeQuestion{"/vehicle-positions.pb", false, isFeedMessage},
    };
    return questions;
}

} // namespace twin::gtfs
