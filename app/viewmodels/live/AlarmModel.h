// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/live/LiveSnapshot.h"

#include <QAbstractListModel>
#include <QVariantList>

namespace twin {

/// The notification rail: alarms of one property and level are one row, however many stations ring, so that a flood
/// stays readable. GUI thread.
class AlarmModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// stations that ring now
    Q_PROPERTY(int active READ active NOTIFY changed)
    /// of these, those that nobody has seen
    Q_PROPERTY(int unseen READ unseen NOTIFY changed)
    /// the gravest of the active ones is an alarm, else they are warnings
    Q_PROPERTY(bool grave READ isGrave NOTIFY changed)
    /// "2 Alarme, 5 Warnungen"; without any that nothing is beyond a limit
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    /// what is new, one sentence for people who do not look: changes at most every ten seconds
    Q_PROPERTY(QString announcement READ announcement NOTIFY announcementChanged)
    /// {title, text, level, demo} of alarms that are over, the latest first
    Q_PROPERTY(QVariantList past READ past NOTIFY changed)
    /// why a person's own limits do not hold; empty: all is well
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    enum Role {
        TitleRole = Qt::UserRole + 1, ///< "Lufttemperatur über 35 °C"
        LevelRole,                    ///< "alarm", "warning"
        LevelTitleRole,               ///< "Alarm"
        TextRole,  ///< "42 Stellen, am weitesten Station 7 mit 37,2 °C" or the one station's name and value
        SinceRole, ///< "seit 14:32 Uhr"
        BasisRole, ///< "Richtlinie 2008/50/EG, Tagesmittel; am amtlichen Text noch zu prüfen"
        SeenRole,  ///< all of them were acknowledged
        DemoRole,
        StationsRole, ///< {thing, title, text}, the farthest first, at most mostStations
    };
    static constexpr int mostStations = 50;
    static constexpr int mostPast = 100;

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_groups.size()); }
    [[nodiscard]] int active() const { return m_active; }
    [[nodiscard]] int unseen() const { return m_unseen; }
    [[nodiscard]] bool isGrave() const { return m_alarms > 0; }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString announcement() const { return m_announcement; }
    [[nodiscard]] QVariantList past() const;
    [[nodiscard]] QString problem() const;

    /// Null: nobody listens.
    void show(const services::LiveSnapshotPointer& snapshot, Instant now = systemNow());
    void setFeed(std::weak_ptr<services::LiveFeed> feed) { m_feed = std::move(feed); }
    Q_INVOKABLE void acknowledge(int row);
    Q_INVOKABLE void acknowledgeAll();
    /// Flies to a station and opens it. @param thing  of StationsRole
    Q_INVOKABLE void goTo(const QString& thing);
    void retranslate();

Q_SIGNALS:
    void changed();
    void announcementChanged();
    void thingRequested(const QString& thing);

private:
    struct Group {
        std::vector<services::Alarm> alarms; ///< the farthest beyond first
    };
    [[nodiscard]] static QString titleOf(const services::Alarm& alarm);
    [[nodiscard]] static QString valueOf(const services::Alarm& alarm, double value);
    [[nodiscard]] QString textOf(const Group& group) const;
    void announce(Instant now);

    services::AlarmListPointer m_list;
    std::optional<Error> m_problem;
    std::weak_ptr<services::LiveFeed> m_feed;
    std::vector<Group> m_groups;
    QStringList m_announced; ///< ids that were told
    QString m_announcement;
    Instant m_announcedAt{};
    int m_active = 0;
    int m_alarms = 0;
    int m_unseen = 0;
};

} // namespace twin
