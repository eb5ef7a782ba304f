// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BackgroundRunner.h"
#include "model/FeatureRef.h"
#include "model/Region.h"
#include "model/Result.h"

#include <functional>

#include <QAbstractListModel>

namespace twin {

/// Hits for what stands in the search field, found on a worker thread while one types. Besides names, addresses and ids
/// it takes a place as "Easting Northing" in the region CRS.
class SearchModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// a search was made for this query and found nothing
    Q_PROPERTY(bool nothingFound READ hasFoundNothing NOTIFY countChanged)

public:
    enum Role { TitleRole = Qt::UserRole + 1, KindRole, IdRole };
    /// Called on a worker thread.
    using Search = std::function<Result<std::vector<SearchHit>>(const QString& text, int limit)>;

    using QAbstractListModel::QAbstractListModel;

    /// @param search  empty: nothing to search in
    /// @param origin  of the scene, whose height a typed place gets
    void setRegion(Search search, const ProjectedPosition& origin);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_hits.size()); }
    [[nodiscard]] QString query() const { return m_query; }
    [[nodiscard]] bool hasFoundNothing() const { return m_searched && m_hits.empty(); }
    void setQuery(const QString& query);

    /// Chooses a hit: it is flown to and, when it is an object, selected.
    Q_INVOKABLE void activate(int row);

Q_SIGNALS:
    void queryChanged();
    void countChanged();
    /// @param feature  null for a bare place
    void chosen(const twin::FeatureRef& feature, const twin::ProjectedPosition& position);
    void failed(const twin::Error& error);

private:
    void setHits(std::vector<SearchHit> hits, bool searched);

    Search m_search;
    ProjectedPosition m_origin;
    QString m_query;
    std::vector<SearchHit> m_hits;
    bool m_searched = false;
    int m_request = 0;
    BackgroundRunner m_runner;
};

} // namespace twin
