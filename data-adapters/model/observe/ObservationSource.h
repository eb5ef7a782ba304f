// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/Datastream.h"
#include "model/Result.h"
#include "model/Task.h"

#include <functional>
#include <memory>

#include <QStringList>
#include <QUrl>
#include <QVariantMap>

namespace twin {

/// One setting that an adapter takes, as data: the form of the source manager, the docs table and the command line come
/// from it (design D16). Texts are German sources, translated in context "twin::SourceOption".
struct SourceOption {
    enum class Type : std::uint8_t { Text, Url, Integer, Seconds, Boolean, Choice, Secret, Lines };

    const char* key;
    const char* title;
    const char* help;
    Type type = Type::Text;
    QVariant fallback; ///< used where not set; invalid: none
    double least = 0;  ///< of Integer and Seconds; both 0: any
    double most = 0;
    QStringList choices; ///< of Choice, stable English keys
    bool required = false;
    bool expert = false; ///< shown folded away
};

/// What a kind of source is and can do.
struct SourceDescription {
    QString id;        ///< stable, the scheme of SOURCE on the command line: "ngsi"
    QString title;     ///< translated: "NGSI-LD und NGSIv2 (FIWARE)"
    QString standards; ///< e.g. "ETSI NGSI-LD 1.3–1.6, FIWARE NGSIv2, QuantumLeap 0.8/1.0"
    QString fragment;  ///< translated: what stands behind # in a SOURCE; empty: nothing
    std::vector<SourceOption> options;
    bool hasHistory = false;
    bool hasPush = false; ///< else subscribe() polls
};

/// One configured endpoint. Secrets arrive resolved and are never written anywhere.
struct SourceSettings {
    QString id;    ///< of the source: Datastream::source; letters, digits, "-", "_"
    QString title; ///< as shown
    QUrl url;      ///< without credentials
    QString scope; ///< dataset, topic, type: what the description calls `fragment`; may be empty
    QVariantMap options;
    QString licence; ///< used where the source states none
    QString dataClass = QStringLiteral("public");
    bool demo = false;
};

enum class SourceState : std::uint8_t {
    Idle,       ///< nobody asked yet
    Connecting, ///< before the first success
    Live,       ///< values arrive, by push or poll
    Degraded,   ///< works with restrictions: push silent and polled instead, records skipped, slowed by the server
    Failed,     ///< nothing arrives; tried again by itself
    Closed,
};
[[nodiscard]] QString sourceStateName(SourceState state);  ///< stable, English: "live"
[[nodiscard]] QString sourceStateTitle(SourceState state); ///< translated: "Live"

/// What a source reports of itself; a value, any thread.
struct SourceHealth {
    SourceState state = SourceState::Idle;
    QString text; ///< one translated sentence, empty while all is well
    std::optional<Instant> lastReceivedAt;
    qint64 received = 0;  ///< observations delivered
    qint64 malformed = 0; ///< values or records skipped
    qint64 repeated = 0;  ///< delivered before: by push and by REST, or unchanged since the last poll
    qint64 dropped = 0;   ///< pushed faster than they could be taken
    qint64 missed = 0;    ///< lost on the way here, as far as the other side lets one know
    qint64 requests = 0;
    qint64 reconnects = 0;
};

/// What a source has now: its series and their last known values.
struct SourceSnapshot {
    std::vector<Datastream> datastreams;
    std::vector<Observation> observations; ///< at most one a Datastream
    std::vector<Issue> issues;             ///< records that were skipped
};

/// Takes what a subscription delivers. One call at a time, on the thread that runs the subscription. It may block for a
/// moment; adapters bound what waits meanwhile.
class ObservationSink {
public:
    virtual ~ObservationSink() = default;
    /// New or changed series; always before the first of their observations.
    virtual void datastreams(std::vector<Datastream>&& streams) = 0;
    virtual void observations(std::vector<Observation>&& batch) = 0;
    /// The state changed. `health.state` Live after a failure means: there may be a gap since the last value.
    virtual void health(const SourceHealth& health) = 0;
};

/// A page of history, oldest first within the page. @returns false to stop.
using HistorySink = std::function<bool(std::vector<Observation>&& page)>;

/// One configured source. All calls but description() and health() block and belong on worker threads; calls may run at
/// the same time on several threads. A cancelled call returns ErrorCode::Cancelled within 200 ms. A record that cannot
/// be read is skipped and counted, never the end of the others.
class ObservationSource {
public:
    virtual ~ObservationSource() = default;
    [[nodiscard]] virtual const SourceDescription& description() const = 0;
    [[nodiscard]] virtual const SourceSettings& settings() const = 0;

    /// All series in the area with their last known values.
    [[nodiscard]] virtual Result<SourceSnapshot> snapshot(const CancellationToken& cancel,
                                                          const ProgressSink& progress) = 0;
    /// The values of one series in [from, to], in ascending time, without doubles.
    /// @returns NoData where the source keeps no history at all; no page at all is an empty success.
    [[nodiscard]] virtual Result<void> history(const Datastream& stream, const TimeRange& range,
                                               const HistorySink& page, const CancellationToken& cancel) = 0;
    /// Delivers a snapshot first, then what arrives, until cancelled; reconnects by itself and never gives up.
    /// @returns only errors that no waiting mends (wrong settings, refused credentials), else Cancelled.
    [[nodiscard]] virtual Result<void> subscribe(ObservationSink& sink, const CancellationToken& cancel) = 0;
    [[nodiscard]] virtual SourceHealth health() const = 0;
};

} // namespace twin
