// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"

#include <vector>

#include <QAbstractListModel>

namespace twin {

/// What went wrong in this session, newest first, each with its remedy. Equal errors are counted, not repeated.
class IssueListModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { TitleRole = Qt::UserRole + 1, SummaryRole, RemedyRole, PlaceRole, DetailRole, TimesRole };
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_issues.size()); }

    /// Cancelled is no news and is not listed.
    void add(const Error& error);
    Q_INVOKABLE void dismiss(int row);
    Q_INVOKABLE void clear();
    /// @returns the error as text for a message to those who can help.
    Q_INVOKABLE QString fullText(int row) const;

Q_SIGNALS:
    void countChanged();

private:
    struct Entry {
        Error error;
        int times = 1;
    };
    std::vector<Entry> m_issues;
};

} // namespace twin
