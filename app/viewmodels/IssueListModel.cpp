// SPDX-License-Identifier: GPL-3.0-or-later
#include "IssueListModel.h"

#include <algorithm>

#include <QFileInfo>

namespace twin {
namespace {

constexpr std::size_t mostIssues = 100;

QString placeOf(const SourceLocation& where)
{
    QString place = where.source.isEmpty() ? QString() : QFileInfo(where.source).fileName();
    if (!place.isEmpty() && where.line > 0)
        place += QStringLiteral(":%1").arg(where.line);
    return place;
}

} // namespace

int IssueListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant IssueListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& [error, times] = m_issues[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return errorTitle(error.code);
    case SummaryRole:
        return error.summary;
    case RemedyRole:
        return error.effectiveRemedy();
    case PlaceRole:
        return placeOf(error.where);
    case DetailRole:
        return error.detail;
    case TimesRole:
        return times;
    default:
        return {};
    }
}

QHash<int, QByteArray> IssueListModel::roleNames() const
{
    return {{TitleRole, "title"}, {SummaryRole, "summary"}, {RemedyRole, "remedy"},
            {PlaceRole, "place"}, {DetailRole, "detail"},   {TimesRole, "times"}};
}

void IssueListModel::add(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    const auto known = std::find_if(m_issues.begin(), m_issues.end(), [&](const Entry& entry) {
        return entry.error.code == error.code && entry.error.summary == error.summary &&
               entry.error.where.source == error.where.source;
    });
    if (known != m_issues.end()) {
        ++known->times;
        const QModelIndex changed = index(static_cast<int>(known - m_issues.begin()));
        Q_EMIT dataChanged(changed, changed, {TimesRole});
        return;
    }
    if (m_issues.size() >= mostIssues)
        dismiss(count() - 1);
    beginInsertRows({}, 0, 0);
    m_issues.insert(m_issues.begin(), {error, 1});
    endInsertRows();
    Q_EMIT countChanged();
}

void IssueListModel::dismiss(int row)
{
    if (row < 0 || row >= count())
        return;
    beginRemoveRows({}, row, row);
    m_issues.erase(m_issues.begin() + row);
    endRemoveRows();
    Q_EMIT countChanged();
}

void IssueListModel::clear()
{
    if (m_issues.empty())
        return;
    beginRemoveRows({}, 0, count() - 1);
    m_issues.clear();
    endRemoveRows();
    Q_EMIT countChanged();
}

QString IssueListModel::fullText(int row) const
{
    if (row < 0 || row >= count())
        return {};
    const Error& error = m_issues[static_cast<std::size_t>(row)].error;
    return error.detail.isEmpty() ? error.toText() : error.toText() + QLatin1Char('\n') + error.detail;
}

} // namespace twin
