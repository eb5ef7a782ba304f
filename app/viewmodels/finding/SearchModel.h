// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/PlaceFinder.h"
#include "app/viewmodels/BackgroundRunner.h"
#include "model/FeatureRef.h"
#include "model/Result.h"
#include "RegionMemory.h"

#include <functional>
#include <optional>

#include <QAbstractListModel>

namespace twin {

/// What stands below the search field: places found on a worker thread while one types, and commands; with an empty
/// field what was chosen lately. In groups of one kind, the group with the best answer first. GUI thread.
class SearchModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// a search was made for this query and found nothing
    Q_PROPERTY(bool nothingFound READ hasFoundNothing NOTIFY countChanged)
    /// the lines are what was chosen lately
    Q_PROPERTY(bool showsRecent READ showsRecent NOTIFY countChanged)

public:
    enum Role {
        TitleRole = Qt::UserRole + 1,
        MarkedRole,   ///< the title as styled text (escaped), what was typed in bold
        GroupRole,    ///< heading of its group, e.g. "Adressen"
        FirstRole,    ///< the first line of its group
        DetailRole,   ///< e.g. "Stadtbezirk", a command's keys
        DistanceRole, ///< from the middle of the picture, e.g. "2,4 km"; empty: not a place
        SymbolRole,   ///< file name below assets/icons without ending
        IdRole
    };
    /// Called on a worker thread.
    using Search = std::function<Result<std::vector<services::Place>>(const QString& text, int limit)>;

    using QAbstractListModel::QAbstractListModel;

    /// @param search  empty: nothing to search in
    /// @param memory  keeps what is chosen
    void setRegion(Search search, RegionMemory memory);
    /// The same region with other layers; what is typed stays.
    void setSearch(Search search) { m_search = std::move(search); }
    /// @param place  in the middle of the picture; empty: only sky. Distances are counted from it
    void setViewpoint(std::optional<ProjectedPosition> place);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QString query() const { return m_query; }
    [[nodiscard]] bool hasFoundNothing() const { return m_searched && m_rows.empty(); }
    [[nodiscard]] bool showsRecent() const { return m_query.isEmpty() && !m_rows.empty(); }
    void setQuery(const QString& query);

    /// Chooses a line: a place is flown to and, when it is an object, selected; a command is carried out.
    Q_INVOKABLE void activate(int row);
    /// Forgets what was chosen lately.
    Q_INVOKABLE void forget();

Q_SIGNALS:
    void queryChanged();
    void countChanged();
    void chosen(const twin::services::Place& place);
    void commandChosen(const QString& id);
    void failed(const twin::Error& error);

private:
    void show(std::vector<services::Place> places, bool searched);
    void showRecent();
    void remember(const services::Place& place);

    Search m_search;
    RegionMemory m_memory;
    std::optional<ProjectedPosition> m_viewpoint;
    QString m_query;
    std::vector<services::Place> m_rows; ///< commands have the kind "command"
    bool m_searched = false;
    int m_request = 0;
    BackgroundRunner m_runner;
};

} // namespace twin
