// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceListModel.h"

#include "app/viewmodels/live/LiveText.h"

#include <algorithm>

#include <QLocale>

namespace twin {

SourceListModel::SourceListModel(std::shared_ptr<services::SourceDesk> desk, QObject* parent)
    : QAbstractListModel(parent), m_desk(desk), m_form(std::move(desk))
{
    connect(&m_form, &SourceForm::saved, this, [this] { take(m_desk->sources()); });
}

QVariant SourceListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const SourceHealth health = row.state ? row.state->health : SourceHealth();
    switch (role) {
    case NameRole:
        return row.source.settings.id;
    case Qt::DisplayRole:
    case TitleRole:
        return row.source.settings.title;
    case KindRole: {
        const SourceDescription* kind = services::SourceDesk::kind(row.source.kind);
        return kind ? kind->title : QString();
    }
    case AddressRole:
        return row.source.settings.url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
    case EnabledRole:
        return row.source.enabled;
    case StateRole:
        return row.source.enabled ? sourceStateName(health.state) : QStringLiteral("off");
    case HealthRole:
        if (!row.source.enabled)
            return tr("Ausgeschaltet");
        return health.text.isEmpty() ? sourceStateTitle(health.state)
                                     : sourceStateTitle(health.state) + QStringLiteral(" – ") + health.text;
    case LastRole:
        if (!health.lastReceivedAt)
            return row.source.enabled ? tr("noch kein Wert empfangen") : QString();
        return tr("zuletzt empfangen um %1 Uhr")
            .arg(QLocale().toString(live::placeTime(*health.lastReceivedAt).time(), QStringLiteral("HH:mm:ss")));
    case CountsRole:
        if (!row.state)
            return QString();
        return tr("%1 empfangen · %2 doppelt · %3 verworfen · %4 unlesbar")
                   .arg(QLocale().toString(health.received), QLocale().toString(health.repeated),
                        QLocale().toString(health.dropped), QLocale().toString(health.malformed)) +
               (health.missed > 0
                    ? QStringLiteral(" · ") + tr("%1 beim Server verloren").arg(QLocale().toString(health.missed))
                    : QString());
    default:
        return {};
    }
}

QHash<int, QByteArray> SourceListModel::roleNames() const
{
    return {{NameRole, "name"},       {TitleRole, "title"},   {KindRole, "kind"},
            {AddressRole, "address"}, {EnabledRole, "shown"}, {StateRole, "condition"},
            {HealthRole, "health"},   {LastRole, "last"},     {CountsRole, "counts"}};
}

void SourceListModel::load(const QStringList& older)
{
    if (!m_desk)
        return;
    m_runner.run(
        this,
        [desk = m_desk, older] {
            auto read = desk->load();
            if (!read)
                return Result<void>(failure(read.error()));
            for (const QString& address : older)
                if (auto source = services::sourceFromAddress(address))
                    (void)desk->save(*std::move(source), {});
            return Result<void>();
        },
        [this](const Result<void>& outcome) { takeOutcome(outcome); });
}

void SourceListModel::takeOutcome(const Result<void>& outcome)
{
    m_problem = outcome ? QString() : outcome.error().summary + QLatin1Char(' ') + outcome.error().effectiveRemedy();
    take(m_desk->sources());
}

void SourceListModel::take(const std::vector<services::ConfiguredSource>& sources)
{
    m_sources = sources;
    match();
    Q_EMIT sourcesChanged(m_sources);
}

void SourceListModel::show(const services::LiveSnapshotPointer& snapshot)
{
    m_snapshot = snapshot;
    match();
}

/// Sources of the list in its order, then those that only run.
void SourceListModel::match()
{
    std::vector<Row> rows;
    for (const services::ConfiguredSource& source : m_sources)
        rows.push_back({source, {}});
    if (m_snapshot)
        for (const services::LiveSourceState& state : m_snapshot->sources) {
            const auto known = std::find_if(rows.begin(), rows.end(),
                                            [&](const Row& row) { return row.source.settings.id == state.id; });
            if (known != rows.end()) {
                known->state = state;
                continue;
            }
            services::ConfiguredSource passing;
            passing.settings.title = state.title;
            passing.settings.demo = state.demo;
            rows.push_back({std::move(passing), state});
        }
    const bool same =
        std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), [](const Row& a, const Row& b) {
            return a.source.settings.id == b.source.settings.id && a.source.settings.title == b.source.settings.title;
        });
    if (same && !rows.empty()) {
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0), index(count() - 1));
    } else {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    Q_EMIT changed();
}

void SourceListModel::setEnabled(int row, bool enabled)
{
    if (row < 0 || row >= count() || m_rows[static_cast<std::size_t>(row)].source.settings.id.isEmpty())
        return;
    const QString name = m_rows[static_cast<std::size_t>(row)].source.settings.id;
    m_runner.run(
        this, [desk = m_desk, name, enabled] { return desk->setEnabled(name, enabled); },
        [this](const Result<void>& outcome) { takeOutcome(outcome); });
}

void SourceListModel::remove(int row)
{
    if (row < 0 || row >= count() || m_rows[static_cast<std::size_t>(row)].source.settings.id.isEmpty())
        return;
    const QString name = m_rows[static_cast<std::size_t>(row)].source.settings.id;
    m_runner.run(
        this, [desk = m_desk, name] { return desk->remove(name); },
        [this](const Result<void>& outcome) { takeOutcome(outcome); });
}

void SourceListModel::edit(int row)
{
    if (row >= 0 && row < count() && !m_rows[static_cast<std::size_t>(row)].source.settings.id.isEmpty())
        m_form.edit(m_rows[static_cast<std::size_t>(row)].source);
}

void SourceListModel::retranslate()
{
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1));
    m_form.retranslate();
    Q_EMIT changed();
}

} // namespace twin
