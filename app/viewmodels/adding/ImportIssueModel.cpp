// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportIssueModel.h"

#include "model/Issues.h"

#include <QFileInfo>
#include <QStringList>

namespace twin {
namespace {

constexpr int mostPlaces = 200; ///< of one kind: more is for the report

QString placeOf(const SourceLocation& where)
{
    const QString file = QFileInfo(where.source).fileName();
    return where.line > 0 && !file.isEmpty() ? QStringLiteral("%1:%2").arg(file).arg(where.line) : file;
}

} // namespace

QString ImportIssueModel::titleOf(const Row& row)
{
    if (row.times > 0)
        return issueTitle(row.reason);
    if (!row.issue.where.id.isEmpty())
        return row.issue.where.id;
    return row.issue.detail.isEmpty() ? placeOf(row.issue.where) : row.issue.detail;
}

QVariant ImportIssueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return titleOf(row);
    case HeadingRole:
        return row.times > 0;
    case TimesRole:
        return row.times;
    case PlaceRole:
        return row.times > 0 ? QString() : placeOf(row.issue.where);
    case ObjectRole:
        return row.object;
    case CopyRole:
        return row.times > 0
                   ? QStringLiteral("%1 × %2").arg(row.times).arg(titleOf(row))
                   : QStringLiteral("\t%1\t%2\t%3").arg(row.issue.where.id, placeOf(row.issue.where), row.issue.detail);
    default:
        return {};
    }
}

QHash<int, QByteArray> ImportIssueModel::roleNames() const
{
    return {{TitleRole, "title"}, {HeadingRole, "heading"}, {TimesRole, "times"},
            {PlaceRole, "place"}, {ObjectRole, "objectId"}, {CopyRole, "copyText"}};
}

void ImportIssueModel::setIssues(const std::map<QString, qint64>& counts, const std::vector<Issue>& issues,
                                 const QStringList& objects)
{
    beginResetModel();
    m_rows.clear();
    m_total = 0;
    for (const auto& [reason, times] : counts) {
        m_total += static_cast<int>(times);
        m_rows.push_back({reason, times, {}, {}});
        int places = 0;
        for (std::size_t i = 0; i < issues.size(); ++i)
            if (issues[i].reason == reason && places < mostPlaces) {
                m_rows.push_back({reason, 0, issues[i], objects.value(qsizetype(i))});
                ++places;
            }
    }
    endResetModel();
    Q_EMIT countChanged();
}

void ImportIssueModel::retranslate()
{
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1));
}

QString ImportIssueModel::text() const
{
    QStringList lines;
    for (int row = 0; row < count(); ++row)
        lines += data(index(row), CopyRole).toString();
    return lines.join(QLatin1Char('\n'));
}

} // namespace twin
