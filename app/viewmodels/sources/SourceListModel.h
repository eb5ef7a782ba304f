// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/live/LiveSnapshot.h"
#include "app/services/sources/SourceDesk.h"
#include "app/viewmodels/BackgroundRunner.h"
#include "SourceForm.h"

#include <QAbstractListModel>

namespace twin {

/// The source manager's list: every source that was set up and those that run for this session only, each with how it
/// is, what arrived last and what was counted. GUI thread.
class SourceListModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// why the list could not be read or changed, with the remedy; empty: all is well
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(twin::SourceForm* form READ form CONSTANT)

public:
    enum Role {
        NameRole = Qt::UserRole + 1, ///< SOURCE of the command line; empty: of this session only
        TitleRole,
        KindRole,    ///< "OGC SensorThings"
        AddressRole, ///< without credentials
        EnabledRole,
        StateRole,  ///< sourceStateName(); "off": switched off
        HealthRole, ///< "Live", "Ausgefallen – Der Server antwortet nicht."
        LastRole,   ///< "letzter Wert vor 3 min"
        CountsRole, ///< "1.204 empfangen · 3 doppelt · 0 verworfen · 0 unlesbar"
    };
    /// @param desk  null: there is nothing to manage
    explicit SourceListModel(std::shared_ptr<services::SourceDesk> desk, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] SourceForm* form() { return &m_form; }

    /// Reads the list. @param older  addresses that an earlier version kept: they become sources of the list
    void load(const QStringList& older);
    /// Shows how the sources are now. Null: nobody listens.
    void show(const services::LiveSnapshotPointer& snapshot);
    Q_INVOKABLE void setEnabled(int row, bool enabled);
    Q_INVOKABLE void remove(int row);
    Q_INVOKABLE void edit(int row);
    void retranslate();

Q_SIGNALS:
    void changed();
    /// the list was read or is another one now
    void sourcesChanged(const std::vector<twin::services::ConfiguredSource>& sources);

private:
    struct Row {
        services::ConfiguredSource source;
        std::optional<services::LiveSourceState> state;
    };
    void take(const std::vector<services::ConfiguredSource>& sources);
    void takeOutcome(const Result<void>& outcome);
    void match();

    std::shared_ptr<services::SourceDesk> m_desk;
    std::vector<services::ConfiguredSource> m_sources;
    services::LiveSnapshotPointer m_snapshot;
    std::vector<Row> m_rows;
    QString m_problem;
    SourceForm m_form;
    BackgroundRunner m_runner; ///< last: waits for its work
};

} // namespace twin
