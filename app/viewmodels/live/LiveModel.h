// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AlarmModel.h"
#include "app/services/live/LiveSnapshot.h"
#include "app/services/OpenRegion.h"
#include "app/viewmodels/BackgroundRunner.h"
#include "LiveDetails.h"
#include "LiveFields.h"

#include <array>

#include <QAbstractListModel>
#include <QSet>
#include <QTimer>

class QSettings;

namespace twin {

/// Live values of the open region: a row for each action field that has any, whether its marks show, and how the
/// sources are. Listens only after begin() was called, so that the start of the program does not wait. GUI thread.
class LiveModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// somebody listens
    Q_PROPERTY(bool active READ isActive NOTIFY changed)
    /// how the sources are, one sentence; empty: nobody listens
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
    Q_PROPERTY(bool troubled READ isTroubled NOTIFY changed)
    Q_PROPERTY(bool demo READ isDemo NOTIFY changed)
    Q_PROPERTY(twin::LiveDetails* details READ details CONSTANT)
    Q_PROPERTY(twin::LiveFields* fields READ fields CONSTANT)
    Q_PROPERTY(twin::AlarmModel* alarms READ alarms CONSTANT)

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
    /// Shows what is known now. Null: nothing.
    void show(services::LiveSnapshotPointer snapshot);

    [[nodiscard]] const services::LiveSnapshotPointer& snapshot() const { return m_snapshot; }
    /// @returns the moment that the snapshot shows, which ages are counted from.
    [[nodiscard]] Instant instant() const { return systemNow(); }
    [[nodiscard]] bool isFieldShown(ActionField field) const { return !m_hidden.contains(int(field)); }
    /// @returns false while values are expected that have not come yet.
    [[nodiscard]] bool isSettled() const;
    void retranslate();

Q_SIGNALS:
    void changed();
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

    QSettings& m_settings;
    const services::LiveFeedMaker m_maker;
    QString m_override;
    QString m_limitsFile;
    QString m_alarmFolder;
    std::vector<services::ConfiguredSource> m_sources; ///< those that are enabled
    std::shared_ptr<const services::OpenedRegion> m_region;
    services::LiveSnapshotPointer m_snapshot;
    std::vector<Field> m_fields;
    QSet<int> m_hidden;
    LiveDetails m_details;
    LiveFields m_between;
    AlarmModel m_alarms;
    QTimer m_tick; ///< ages grow also while nothing arrives
    bool m_begun = false;
    bool m_active = false;
    quint64 m_turn = 0; ///< which listening a snapshot belongs to
    std::shared_ptr<Post> m_post;
    using Slot = std::shared_ptr<services::LiveFeed>;
    std::shared_ptr<Slot> m_slot; ///< the worker's, until that is done
    BackgroundRunner m_runner;    ///< last: waits for its work
};

} // namespace twin
