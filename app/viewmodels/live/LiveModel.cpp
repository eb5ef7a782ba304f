// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveModel.h"

#include "LiveText.h"

#include <algorithm>
#include <mutex>

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSettings>

namespace twin {
namespace {

constexpr int tickMilliseconds = 5000;

QString settingsKey()
{
    return QStringLiteral("live/sources");
}

/// Where values of all regions are kept ("postgresql://…"), if not in each region's own package.
QString historyKey()
{
    return QStringLiteral("live/history");
}

QStringList listOf(const QString& text)
{
    return text.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
}

/// One file for each region, wherever that lies.
QString alarmFileName(const QString& region)
{
    const QByteArray hash = QCryptographicHash::hash(region.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QString::fromLatin1(hash) + QStringLiteral(".json");
}

/// The same things, nothing of them known yet.
services::LiveSnapshotPointer withoutValues(const services::LiveSnapshot& present, Instant instant)
{
    auto snapshot = std::make_shared<services::LiveSnapshot>();
    snapshot->sources = present.sources;
    snapshot->replayed = instant;
    snapshot->isComplete = false;
    for (const auto& thing : present.things) {
        auto blank = std::make_shared<services::LiveThing>(*thing);
        for (services::LiveReading& reading : blank->readings)
            reading.last.reset();
        snapshot->things.push_back(std::move(blank));
    }
    return snapshot;
}

bool hasBegun(const services::LiveSourceState& source)
{
    return source.health.state != SourceState::Idle && source.health.state != SourceState::Connecting;
}

/// @returns whether each source has said what there is, or that it cannot.
bool haveAnswered(const services::LiveSnapshot& snapshot)
{
    return !snapshot.sources.empty() &&
           std::all_of(snapshot.sources.begin(), snapshot.sources.end(), [&](const auto& source) {
               const bool isEmpty = source.health.state == SourceState::Live && source.health.received == 0;
               return hasBegun(source) && (source.health.state == SourceState::Failed || isEmpty ||
                                           std::any_of(snapshot.things.begin(), snapshot.things.end(),
                                                       [&](const auto& thing) { return thing->source == source.id; }));
           });
}

} // namespace

/// Brings snapshots to the GUI thread for as long as the model is there; feeds may outlive it by a moment.
class LiveModel::Post {
public:
    explicit Post(LiveModel& model) : m_model(&model) {}
    void end()
    {
        const std::scoped_lock lock(m_mutex);
        m_model = nullptr;
    }
    void bring(services::LiveSnapshotPointer snapshot, quint64 turn)
    {
        post([turn, snapshot = std::move(snapshot)](LiveModel& model) {
            if (turn == model.m_turn)
                model.show(snapshot);
        });
    }
    void bringReplay(services::LiveSnapshotPointer snapshot, quint64 turn)
    {
        post([turn, snapshot = std::move(snapshot)](LiveModel& model) {
            if (turn == model.m_turn && model.m_instant)
                model.put(snapshot);
        });
    }

private:
    template <class Action> void post(Action action)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_model != nullptr)
            QMetaObject::invokeMethod(
                m_model, [model = m_model, action = std::move(action)] { action(*model); }, Qt::QueuedConnection);
    }

    std::mutex m_mutex;
    LiveModel* m_model;
};

LiveModel::LiveModel(QSettings& settings, services::LiveFeedMaker maker, QObject* parent)
    : QAbstractListModel(parent),
      m_settings(settings),
      m_maker(std::move(maker)),
      m_post(std::make_shared<Post>(*this)),
      m_slot(std::make_shared<Slot>())
{
    connect(&m_alarms, &AlarmModel::thingRequested, this, [this](const QString& thing) {
        m_details.openThing(thing);
        m_details.flyToThing();
    });
    connect(&m_details, &LiveDetails::changed, this, [this] { m_history.setThing(m_details.thing()); });
    m_tick.setInterval(tickMilliseconds);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_details.refresh();
        Q_EMIT marksChanged();
    });
}

LiveModel::~LiveModel()
{
    m_post->end();
    m_replayCancel.cancel();
    m_alarms.setFeed({});
}

QVariant LiveModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Field& field = m_fields[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return actionFieldTitle(field.field);
    case SummaryRole:
        return tr("%n Messstellen", nullptr, field.things);
    case ShownRole:
        return isFieldShown(field.field);
    case ColourRole:
        return live::colour(field.field);
    default:
        return {};
    }
}

QHash<int, QByteArray> LiveModel::roleNames() const
{
    return {{TitleRole, "title"}, {SummaryRole, "summary"}, {ShownRole, "shown"}, {ColourRole, "colour"}};
}

QString LiveModel::stateText() const
{
    if (!m_active)
        return {};
    if (!m_snapshot)
        return sourceStateTitle(SourceState::Connecting);
    if (m_snapshot->replayed && !m_snapshot->isComplete)
        return tr("Die Werte von damals werden geholt …");
    QStringList texts;
    for (const services::LiveSourceState& source : m_snapshot->sources) {
        QString text = source.title + QStringLiteral(": ") + sourceStateTitle(source.health.state);
        if (!source.health.text.isEmpty())
            text += QStringLiteral(" – ") + source.health.text;
        texts += text;
    }
    if (const auto& error = m_present ? m_present->notKept : m_snapshot->notKept)
        texts +=
            tr("Werte werden nicht aufbewahrt: %1").arg(error->summary) + QLatin1Char(' ') + error->effectiveRemedy();
    return texts.join(QLatin1Char('\n'));
}

QString LiveModel::replayText() const
{
    return m_snapshot && m_snapshot->replayed ? live::timeText(*m_snapshot->replayed) : QString();
}

bool LiveModel::isTroubled() const
{
    if (m_present && m_present->notKept)
        return true;
    return m_snapshot && std::any_of(m_snapshot->sources.begin(), m_snapshot->sources.end(), [](const auto& source) {
               return source.health.state == SourceState::Failed || source.health.state == SourceState::Degraded;
           });
}

bool LiveModel::isDemo() const
{
    return m_snapshot &&
           std::any_of(m_snapshot->sources.begin(), m_snapshot->sources.end(), [](const auto& s) { return s.demo; });
}

QStringList LiveModel::takeOlderSources()
{
    const QStringList older = listOf(m_settings.value(settingsKey()).toString());
    m_settings.remove(settingsKey());
    return older;
}

void LiveModel::setFiles(const QString& limits, const QString& alarmFolder)
{
    m_limitsFile = limits;
    m_alarmFolder = alarmFolder;
}

void LiveModel::setSources(std::vector<services::ConfiguredSource> sources)
{
    std::erase_if(sources, [](const services::ConfiguredSource& source) { return !source.enabled; });
    if (sources == m_sources)
        return;
    m_sources = std::move(sources);
    if (m_begun)
        listen();
}

services::LiveRequest LiveModel::wanted() const
{
    services::LiveRequest request;
    if (!m_maker || !m_region || m_override == QLatin1String("off"))
        return request;
    request.history = m_settings.value(historyKey()).toString();
    if (request.history.isEmpty() && m_region->package)
        request.history = m_region->package->folder() + QStringLiteral("/history.sqlite");
    request.keepDemo = m_region->demo;
    request.limits = m_limitsFile;
    if (!m_alarmFolder.isEmpty())
        request.alarms = m_alarmFolder + QLatin1Char('/') +
                         alarmFileName(m_region->package ? m_region->package->folder() : m_region->title);
    request.sources = listOf(m_override);
    if (request.sources.isEmpty())
        request.configured = m_sources;
    if (request.sources.isEmpty() && request.configured.empty() && m_region->demo)
        request.sources = {QStringLiteral("demo")};
    return request;
}

void LiveModel::setRegion(std::shared_ptr<const services::OpenedRegion> region)
{
    m_region = std::move(region);
    m_hidden.clear();
    m_between.setFrame(m_region ? m_region->frame : SceneFrame());
    if (m_begun)
        listen();
}

void LiveModel::begin()
{
    if (m_begun)
        return;
    m_begun = true;
    listen();
}

/// One feed follows the other on the worker: what the first one keeps is closed before the second opens it.
void LiveModel::listen()
{
    const quint64 turn = ++m_turn;
    setFeed({});
    const services::LiveRequest request = wanted();
    m_active = !request.isEmpty();
    show(nullptr);
    const auto listener = [post = m_post, turn](services::LiveSnapshotPointer snapshot) {
        post->bring(std::move(snapshot), turn);
    };
    m_runner.run(
        this,
        [slot = m_slot, request, listener, maker = m_maker] {
            slot->reset();
            if (!request.isEmpty())
                *slot = maker(request, listener);
            return std::weak_ptr<services::LiveFeed>(*slot);
        },
        [this, turn](const std::weak_ptr<services::LiveFeed>& feed) {
            if (turn == m_turn)
                setFeed(feed);
        });
}

void LiveModel::setFeed(std::weak_ptr<services::LiveFeed> feed)
{
    m_replayCancel.cancel();
    m_feed = std::move(feed);
    m_history.setFeed(m_feed);
    m_alarms.setFeed(m_feed);
    replay();
    Q_EMIT feedChanged();
}

void LiveModel::show(services::LiveSnapshotPointer snapshot)
{
    m_present = std::move(snapshot);
    const QStringList before = std::exchange(m_answering, m_present ? askable(*m_present).sources : QStringList());
    for (const QString& source : std::as_const(m_answering))
        if (!before.contains(source))
            m_history.sourceAnswers(source);
    if (!m_instant || !m_present) {
        put(m_present);
        return;
    }
    m_alarms.show(m_present);
    // Things kept from before are there before any source is: those who can tell of them are asked once they answer.
    if (askable(*m_present) == m_asked)
        return;
    if (m_replaying)
        m_replayAgain = true;
    else
        replay();
}

LiveModel::Askable LiveModel::askable(const services::LiveSnapshot& present)
{
    Askable askable;
    for (const auto& thing : present.things)
        askable.series += thing->readings.size();
    for (const services::LiveSourceState& source : present.sources)
        if (hasBegun(source) && source.health.state != SourceState::Failed)
            askable.sources += source.id;
    return askable;
}

void LiveModel::setInstant(std::optional<Instant> instant)
{
    if (instant == m_instant)
        return;
    const bool wasReplaying = m_instant.has_value();
    m_instant = instant;
    m_history.setInstant(instant);
    if (!m_instant) {
        m_replayCancel.cancel();
        put(m_present);
        return;
    }
    if (!wasReplaying && m_present)
        put(withoutValues(*m_present, *m_instant)); // never the present under another time
    replay();
}

/// One at a time: a newer instant ends the work on the one before.
void LiveModel::replay()
{
    m_replayCancel.cancel();
    if (!m_instant || m_feed.expired() || m_replaying) {
        m_replayAgain = m_instant.has_value();
        return;
    }
    m_replaying = true;
    m_replayAgain = false;
    m_asked = m_present ? askable(*m_present) : Askable();
    m_replayCancel = {};
    m_replayRunner.run(
        this,
        [feed = m_feed, instant = *m_instant, post = m_post, turn = m_turn, cancel = m_replayCancel] {
            const auto show = [&](services::LiveSnapshotPointer snapshot) {
                post->bringReplay(std::move(snapshot), turn);
            };
            if (const auto open = feed.lock())
                open->replay(instant, show, cancel);
            return true;
        },
        [this](bool) {
            m_replaying = false;
            if (m_replayAgain)
                replay();
        });
}

void LiveModel::put(services::LiveSnapshotPointer snapshot)
{
    m_snapshot = std::move(snapshot);
    std::array<int, actionFieldCount> counts{};
    if (m_snapshot)
        for (const auto& thing : m_snapshot->things)
            ++counts[static_cast<std::size_t>(thing->field)];
    std::vector<Field> fields;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] > 0)
            fields.push_back({static_cast<ActionField>(i), counts[i]});
    const bool same =
        std::equal(fields.begin(), fields.end(), m_fields.begin(), m_fields.end(),
                   [](const Field& a, const Field& b) { return a.field == b.field && a.things == b.things; });
    if (!same) {
        beginResetModel();
        m_fields = std::move(fields);
        endResetModel();
    }
    m_snapshot ? m_tick.start() : m_tick.stop();
    m_details.show(m_snapshot);
    m_between.show(m_snapshot, instant());
    m_alarms.show(m_present); // an alarm is of now, whatever the clock says
    Q_EMIT changed();
    Q_EMIT marksChanged();
}

void LiveModel::setShown(int row, bool shown)
{
    if (row < 0 || row >= count())
        return;
    const int field = int(m_fields[static_cast<std::size_t>(row)].field);
    if (shown)
        m_hidden.remove(field);
    else
        m_hidden.insert(field);
    Q_EMIT dataChanged(index(row), index(row), {ShownRole});
    Q_EMIT marksChanged();
}

void LiveModel::openField(int row)
{
    if (row >= 0 && row < count())
        m_details.openField(m_fields[static_cast<std::size_t>(row)].field);
}

bool LiveModel::isSettled() const
{
    if (wanted().isEmpty())
        return true;
    if (!m_snapshot || !m_present || !haveAnswered(*m_present))
        return false;
    if (m_instant && (m_replaying || m_replayAgain || m_snapshot->replayed != m_instant || !m_snapshot->isComplete))
        return false;
    if (m_history.isLoading())
        return false;
    return m_between.isSettled([this](const services::LiveSnapshot& snapshot) {
        return m_instant ? &snapshot == m_snapshot.get() : haveAnswered(snapshot);
    });
}

void LiveModel::retranslate()
{
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1));
    m_details.refresh();
    m_between.retranslate();
    m_alarms.retranslate();
    m_history.retranslate();
    Q_EMIT changed();
}

} // namespace twin
