// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AlarmModel.h"
#include "app/services/live/LiveSnapshot.h"
#include "app/services/OpenRegion.h"
#include "app/viewmodels/BackgroundRunner.h"
#include "HistoryModel.h"
#include "LiveDetails.h"
#include "LiveFields.h"

#include <array>

#include <QAbstractListModel>
#include <QSet>
#include <QTimer>

class QSettings;

namespace twin {

/// Live values of the open region: a row for each action field that has any, whether its marks show, and how the
/// sources are. While the clock is held, everything shows as it was then instead (setInstant). Listens only after
/// begin() was called, so that the start of the program does not wait. GUI thread.
class LiveModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// somebody listens
    Q_PROPERTY(bool active READ isActive NOTIFY changed)
    /// how the sources are, one sentence; empty: nobody listens
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
    Q_PROPERTY(bool troubled READ isTroubled NOTIFY changed)
    Q_PROPERTY(bool demo READ isDemo NOTIFY changed)
    Q_PROPERTY(twin::LiveFields* fields READ fields CONSTANT)
    Q_PROPERTY(twin::AlarmModel* alarms READ alarms CONSTANT)
    /// which instant the values show instead of the present, e.g. "Sa 14.03.2026 14:32"; empty: they are the present
    /// ones
    Q_PROPERTY(QString replayText READ replayText NOTIFY changed)
    /// values of the instant are still on their way; stateText says so
    Q_PROPERTY(bool fetching READ isFetching NOTIFY changed)
    Q_PROPERTY(twin::LiveDetails* details READ details CONSTANT)
    Q_PROPERTY(twin::HistoryModel* history READ history CONSTANT)

public:
    enum Role {
        TitleRole = Qt::UserRole + 1, ///< "Energie und Umwelt"
        SummaryRole,                  ///< "91 Messstellen"
        ShownRole,
        ColourRole
    };
    /// @param settings  where earlier versions kept their sources; outlives this object
    /// @param maker     empty: live values are switched off
    LiveModel(QSettings& settings, services::LiveFeedMaker maker, QObject* parent = nullptr);
    ~LiveModel() override;

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_fields.size()); }
    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] bool isTroubled() const;
    [[nodiscard]] bool isDemo() const;
    [[nodiscard]] LiveDetails* details() { return &m_details; }
    [[nodiscard]] LiveFields* fields() { return &m_between; }
    [[nodiscard]] AlarmModel* alarms() { return &m_alarms; }
    [[nodiscard]] QString replayText() const;
    [[nodiscard]] bool isFetching() const { return m_snapshot && !m_snapshot->isComplete; }
    [[nodiscard]] HistoryModel* history() { return &m_history; }

    /// Where a person's own limits lie, and the folder in which alarms are kept from session to session. Before
    /// begin().
    void setFiles(const QString& limits, const QString& alarmFolder);
    /// What was set up to listen to; none that is enabled: in the demo region its platform.
    void setSources(std::vector<services::ConfiguredSource> sources);
    /// @returns the addresses that an earlier version kept, which forgets them.
    [[nodiscard]] QStringList takeOlderSources();
    /// For this session only: "off", "demo" or an address. Before begin().
    void overrideSources(const QString& text) { m_override = text; }
    /// Ends listening to the region before and, once begun, listens for this one. May be null.
    void setRegion(std::shared_ptr<const services::OpenedRegion> region);
    Q_INVOKABLE void begin();
    Q_INVOKABLE void setShown(int row, bool shown);
    Q_INVOKABLE void openField(int row);
    /// Takes what is known now. Null: nothing.
    void show(services::LiveSnapshotPointer snapshot);
    /// Shows everything as it was at an instant. Empty: as it is now, and on. Values of the instant before stay, with
    /// its name, until those of this one are there.
    void setInstant(std::optional<Instant> instant);

    /// What shows: of the present or of the instant that is replayed.
    [[nodiscard]] const services::LiveSnapshotPointer& snapshot() const { return m_snapshot; }
    /// @returns the moment that the snapshot shows, from which ages count: the present, or what is replayed.
    [[nodiscard]] Instant instant() const { return m_snapshot ? m_snapshot->reference() : systemNow(); }
    [[nodiscard]] const std::weak_ptr<services::LiveFeed>& feed() const { return m_feed; }
    [[nodiscard]] bool isFieldShown(ActionField field) const { return !m_hidden.contains(int(field)); }
    /// @returns false while values are expected that have not come yet.
    [[nodiscard]] bool isSettled() const;
    void retranslate();

Q_SIGNALS:
    void changed();
    /// somebody else listens, or nobody: feed() is another
    void feedChanged();
    /// values came, or fields were shown or hidden
    void marksChanged();

private:
    class Post;
    struct Field {
        ActionField field;
        int things = 0;
    };
    [[nodiscard]] services::LiveRequest wanted() const;
    void listen();
    void setFeed(std::weak_ptr<services::LiveFeed> feed);
    /// What a replay is made from: it is made again when more is there to be asked, or somebody who can answer.
    struct Askable {
        std::size_t series = 0;
        QStringList sources; ///< that have answered
        bool operator==(const Askable&) const = default;
    };
    [[nodiscard]] static Askable askable(const services::LiveSnapshot& present);
    void put(services::LiveSnapshotPointer snapshot);
    void replay();

    QSettings& m_settings;
    const services::LiveFeedMaker m_maker;
    QString m_override;
    QString m_limitsFile;
    QString m_alarmFolder;
    std::vector<services::ConfiguredSource> m_sources; ///< those that are enabled
    std::shared_ptr<const services::OpenedRegion> m_region;
    services::LiveSnapshotPointer m_snapshot; ///< what shows
    services::LiveSnapshotPointer m_present;  ///< the newest of the feed
    std::optional<Instant> m_instant;         ///< that shows instead
    CancellationToken m_replayCancel;
    Askable m_asked;          ///< by the newest replay
    QStringList m_answering;  ///< sources of the newest present
    bool m_replaying = false; ///< the worker is at it
    bool m_replayAgain = false;
    std::vector<Field> m_fields;
    QSet<int> m_hidden;
    LiveDetails m_details;
    LiveFields m_between;
    AlarmModel m_alarms;
    HistoryModel m_history;
    QTimer m_tick; ///< ages grow also while nothing arrives
    bool m_begun = false;
    bool m_active = false;
    quint64 m_turn = 0; ///< which listening a snapshot belongs to
    std::shared_ptr<Post> m_post;
    std::weak_ptr<services::LiveFeed> m_feed;
    using Slot = std::shared_ptr<services::LiveFeed>;
    std::shared_ptr<Slot> m_slot; ///< the worker's, until that is done
    BackgroundRunner m_runner;
    BackgroundRunner m_replayRunner; ///< last: waits for its work
};

} // namespace twin
