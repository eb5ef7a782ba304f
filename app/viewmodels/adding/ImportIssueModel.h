// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"

#include <map>
#include <vector>

#include <QAbstractListModel>

namespace twin {

/// What an import mended, skipped or doubted: a heading for each kind with its number, below it the first places.
class ImportIssueModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// all faults, listed or not
    Q_PROPERTY(int total READ total NOTIFY countChanged)

public:
    enum Role {
        TitleRole = Qt::UserRole + 1, ///< what is wrong, or the id or place where it is
        HeadingRole,                  ///< whether the row is one
        TimesRole,                    ///< of a heading: how often; else 0
        PlaceRole,                    ///< "datei.gml:120"; empty: not known
        ObjectRole,                   ///< id of the object in the region that it belongs to; empty: none is known
        CopyRole                      ///< the row as one line of text
    };
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int total() const { return m_total; }

    /// @param counts   of all issues by reason
    /// @param issues   those with their places, possibly fewer
    /// @param objects  of the region that these belong to, one each; empty ones and missing ones: none is known
    void setIssues(const std::map<QString, qint64>& counts, const std::vector<Issue>& issues,
                   const QStringList& objects);
    void retranslate();
    /// @returns all rows as lines of text, to be copied.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void countChanged();

private:
    struct Row {
        QString reason;
        qint64 times = 0; ///< 0: a place below the heading
        Issue issue;
        QString object;
    };
    [[nodiscard]] static QString titleOf(const Row& row);

    std::vector<Row> m_rows;
    int m_total = 0;
};

} // namespace twin
