// SPDX-License-Identifier: GPL-3.0-or-later
#include "AlarmModel.h"

#include "LiveText.h"

#include <algorithm>
#include <map>

#include <QLocale>

namespace twin {
namespace {

constexpr Milliseconds announcePace = std::chrono::seconds(10);

bool isGraver(const services::Alarm& a, const services::Alarm& b)
{
    return a.limit.level > b.limit.level;
}

bool falls(const Threshold& threshold)
{
    return threshold.relation == Threshold::Relation::Below || threshold.relation == Threshold::Relation::AtMost;
}

/// How far a value is beyond its limit, comparable within a group.
double distance(const services::Alarm& alarm)
{
    const double way = alarm.value - alarm.limit.threshold.value;
    return falls(alarm.limit.threshold) ? -way : way;
}

QString clockText(Instant at)
{
    const QDateTime time = live::placeTime(at);
    const bool isToday = time.date() == live::placeTime(systemNow()).date();
    return QLocale().toString(time, isToday ? QStringLiteral("HH:mm") : QStringLiteral("dd.MM. HH:mm"));
}

} // namespace

QString AlarmModel::valueOf(const services::Alarm& alarm, double value)
{
    // Limits without a dimension are those of shares.
    const bool isShare = alarm.limit.unit.ucum == QLatin1String("1") && alarm.limit.threshold.value <= 1;
    return live::quantityText(value, isShare ? live::NumberStyle{100, QStringLiteral("%")}
                                             : live::NumberStyle{1, alarm.limit.unit.symbol()});
}

QString AlarmModel::titleOf(const services::Alarm& alarm)
{
    const QString value = valueOf(alarm, alarm.limit.threshold.value);
    switch (alarm.limit.threshold.relation) {
    case Threshold::Relation::Above:
        return tr("%1 über %2").arg(alarm.property, value);
    case Threshold::Relation::AtLeast:
        return tr("%1 ab %2").arg(alarm.property, value);
    case Threshold::Relation::Below:
        return tr("%1 unter %2").arg(alarm.property, value);
    case Threshold::Relation::AtMost:
        return tr("%1 bis %2").arg(alarm.property, value);
    default:
        return tr("%1: %2").arg(alarm.property, value);
    }
}

QString AlarmModel::textOf(const Group& group) const
{
    const services::Alarm& first = group.alarms.front();
    if (group.alarms.size() == 1)
        return tr("%1: %2").arg(first.thingTitle, valueOf(first, first.value));
    return tr("%n Stellen", nullptr, int(group.alarms.size())) +
           tr(", am weitesten %1 mit %2").arg(first.thingTitle, valueOf(first, first.value));
}

QVariant AlarmModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Group& group = m_groups[static_cast<std::size_t>(index.row())];
    const services::Alarm& first = group.alarms.front();
    const bool isAlarm = first.limit.level == Limit::Level::Alarm;
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return titleOf(first);
    case LevelRole:
        return isAlarm ? QStringLiteral("alarm") : QStringLiteral("warning");
    case LevelTitleRole:
        return isAlarm ? tr("Alarm") : tr("Warnung");
    case TextRole:
        return textOf(group);
    case SinceRole: {
        const auto oldest = std::min_element(group.alarms.begin(), group.alarms.end(),
                                             [](const auto& a, const auto& b) { return a.raisedAt < b.raisedAt; });
        return tr("seit %1 Uhr").arg(clockText(oldest->raisedAt));
    }
    case BasisRole: {
        QStringList parts{first.limit.basis.isEmpty() ? tr("Vorschlag dieses Programms") : first.limit.basis};
        if (const QString period = first.limit.periodText(); !period.isEmpty())
            parts.append(period);
        if (!first.limit.checked)
            parts.append(tr("am amtlichen Text noch zu prüfen"));
        return parts.join(QStringLiteral(" · "));
    }
    case SeenRole:
        return std::all_of(group.alarms.begin(), group.alarms.end(),
                           [](const auto& alarm) { return alarm.acknowledgedAt.has_value(); });
    case DemoRole:
        return first.demo;
    case StationsRole: {
        QVariantList stations;
        for (const services::Alarm& alarm : group.alarms) {
            if (stations.size() == mostStations)
                break;
            stations.append(QVariantMap{{QStringLiteral("thing"), alarm.thing},
                                        {QStringLiteral("title"), alarm.thingTitle},
                                        {QStringLiteral("text"), valueOf(alarm, alarm.value)}});
        }
        return stations;
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> AlarmModel::roleNames() const
{
    return {{TitleRole, "title"}, {LevelRole, "level"}, {LevelTitleRole, "levelTitle"},
            {TextRole, "words"},  {SinceRole, "since"}, {BasisRole, "basis"},
            {SeenRole, "seen"},   {DemoRole, "demo"},   {StationsRole, "stations"}};
}

QString AlarmModel::summary() const
{
    if (m_active == 0)
        return tr("Kein Wert jenseits eines Grenzwerts");
    QStringList parts;
    if (m_alarms > 0)
        parts.append(tr("%n Alarme", nullptr, m_alarms));
    if (m_active > m_alarms)
        parts.append(tr("%n Warnungen", nullptr, m_active - m_alarms));
    return parts.join(QStringLiteral(", "));
}

QString AlarmModel::problem() const
{
    return m_problem ? m_problem->toText() : QString();
}

QVariantList AlarmModel::past() const
{
    QVariantList list;
    if (!m_list)
        return list;
    for (const services::Alarm& alarm : m_list->past) {
        if (list.size() == mostPast)
            break;
        list.append(QVariantMap{
            {QStringLiteral("title"), titleOf(alarm)},
            {QStringLiteral("text"), tr("%1: bis %2, von %3 bis %4 Uhr")
                                         .arg(alarm.thingTitle, valueOf(alarm, alarm.worst), clockText(alarm.raisedAt),
                                              clockText(alarm.clearedAt.value_or(alarm.lastAt)))},
            {QStringLiteral("level"),
             alarm.limit.level == Limit::Level::Alarm ? QStringLiteral("alarm") : QStringLiteral("warning")},
            {QStringLiteral("demo"), alarm.demo}});
    }
    return list;
}

void AlarmModel::show(const services::LiveSnapshotPointer& snapshot, Instant now)
{
    const services::AlarmListPointer list = snapshot ? snapshot->alarms : nullptr;
    m_problem = snapshot ? snapshot->limitsProblem : std::nullopt;
    if (list == m_list) {
        announce(now); // what came during the pause
        return;
    }
    m_list = list;
    std::map<QString, Group> groups; // by limit and property: the same words
    m_active = m_alarms = m_unseen = 0;
    if (m_list)
        for (const services::Alarm& alarm : m_list->active) {
            const QString key = QString::number(2 - int(alarm.limit.level)) + titleOf(alarm) + alarm.limit.id;
            groups[key].alarms.push_back(alarm);
            ++m_active;
            m_alarms += alarm.limit.level == Limit::Level::Alarm;
            m_unseen += !alarm.acknowledgedAt;
        }
    beginResetModel();
    m_groups.clear();
    for (auto& [key, group] : groups) {
        std::stable_sort(group.alarms.begin(), group.alarms.end(),
                         [](const auto& a, const auto& b) { return distance(a) > distance(b); });
        m_groups.push_back(std::move(group));
    }
    endResetModel();
    announce(now);
    Q_EMIT changed();
}

/// Told once each; in a flood the number is told, not every station.
void AlarmModel::announce(Instant now)
{
    if (!m_list || now - m_announcedAt < announcePace)
        return;
    QStringList ids;
    std::vector<const services::Alarm*> fresh;
    for (const services::Alarm& alarm : m_list->active) {
        const QString id = alarm.id + QString::number(int(alarm.limit.level));
        ids.append(id);
        if (!m_announced.contains(id) && !alarm.acknowledgedAt)
            fresh.push_back(&alarm);
    }
    m_announced = ids;
    if (fresh.empty())
        return;
    const services::Alarm& worst =
        **std::min_element(fresh.begin(), fresh.end(), [](const auto* a, const auto* b) { return isGraver(*a, *b); });
    m_announcement = tr("%1, %2").arg(titleOf(worst), worst.thingTitle);
    if (fresh.size() > 1)
        m_announcement += tr(" und %n weitere", nullptr, int(fresh.size()) - 1);
    m_announcedAt = now;
    Q_EMIT announcementChanged();
}

void AlarmModel::acknowledge(int row)
{
    if (row < 0 || row >= count())
        return;
    QStringList ids;
    for (const services::Alarm& alarm : m_groups[static_cast<std::size_t>(row)].alarms)
        ids.append(alarm.id);
    if (const auto feed = m_feed.lock())
        feed->acknowledge(ids);
}

void AlarmModel::acknowledgeAll()
{
    for (int row = 0; row < count(); ++row)
        acknowledge(row);
}

void AlarmModel::goTo(const QString& thing)
{
    Q_EMIT thingRequested(thing);
}

void AlarmModel::retranslate()
{
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1));
    Q_EMIT changed();
}

} // namespace twin
