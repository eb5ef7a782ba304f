// SPDX-License-Identifier: GPL-3.0-or-later
#include "BookmarkModel.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QJsonObject>

namespace twin {
namespace {

constexpr std::size_t mostViews = 200;
constexpr qsizetype longestName = 80;
constexpr QLatin1String listName("views");

} // namespace

void BookmarkModel::setRegion(RegionMemory memory, const SceneFrame& frame)
{
    beginResetModel();
    m_memory = std::move(memory);
    m_frame = frame;
    m_views.clear();
    const QJsonArray list = m_memory.list(listName);
    for (const QJsonValue& value : list) {
        const QJsonObject object = value.toObject();
        const QJsonArray eye = object[QLatin1String("eye")].toArray();
        if (eye.size() == 3 && m_views.size() < mostViews)
            m_views.push_back({object[QLatin1String("name")].toString().left(longestName),
                               {eye[0].toDouble(), eye[1].toDouble(), eye[2].toDouble()},
                               object[QLatin1String("heading")].toDouble(),
                               object[QLatin1String("pitch")].toDouble()});
    }
    endResetModel();
    Q_EMIT countChanged();
}

QVariant BookmarkModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == KeyRole)
        return index.row() < 9 ? QString::number(index.row() + 1) : QString();
    if (role == NameRole || role == Qt::DisplayRole)
        return m_views[static_cast<std::size_t>(index.row())].name;
    return {};
}

QHash<int, QByteArray> BookmarkModel::roleNames() const
{
    return {{NameRole, "name"}, {KeyRole, "key"}};
}

int BookmarkModel::add(const CameraState& camera)
{
    if (m_views.size() >= mostViews)
        return -1;
    int number = count() + 1;
    QString name;
    const auto isTaken = [&](const View& view) { return view.name == name; };
    do
        name = tr("Ansicht %1").arg(number++);
    while (std::any_of(m_views.begin(), m_views.end(), isTaken));
    const std::vector<View> before = m_views;
    beginInsertRows({}, count(), count());
    m_views.push_back({name, m_frame.toProjected(camera.eye), camera.headingDegrees, camera.pitchDegrees});
    endInsertRows();
    keep();
    Q_EMIT countChanged();
    if (m_undo)
        m_undo->note(step(tr("Ansicht merken"), before));
    return count() - 1;
}

void BookmarkModel::rename(int row, const QString& name)
{
    const QString plain = name.simplified().left(longestName);
    if (row < 0 || row >= count() || plain.isEmpty() || m_views[static_cast<std::size_t>(row)].name == plain)
        return;
    const std::vector<View> before = m_views;
    m_views[static_cast<std::size_t>(row)].name = plain;
    keep();
    Q_EMIT dataChanged(index(row), index(row), {NameRole});
    if (m_undo)
        m_undo->note(step(tr("Ansicht umbenennen"), before));
}

void BookmarkModel::remove(int row)
{
    if (row < 0 || row >= count())
        return;
    const std::vector<View> before = m_views;
    const QString name = before[static_cast<std::size_t>(row)].name;
    beginRemoveRows({}, row, row);
    m_views.erase(m_views.begin() + row);
    endRemoveRows();
    keep();
    if (row < count()) // their keys moved up
        Q_EMIT dataChanged(index(row), index(count() - 1), {KeyRole});
    Q_EMIT countChanged();
    if (m_undo)
        m_undo->announce(step(tr("Ansicht löschen"), before), tr("„%1“ wurde gelöscht.").arg(name));
}

void BookmarkModel::setViews(const std::vector<View>& views)
{
    beginResetModel();
    m_views = views;
    endResetModel();
    keep();
    Q_EMIT countChanged();
}

UndoModel::Step BookmarkModel::step(const QString& text, std::vector<View> before)
{
    return {text,
            [this, before = std::move(before)] { setViews(before); },
            [this, after = m_views] { setViews(after); },
            {}};
}

void BookmarkModel::go(int row)
{
    if (row < 0 || row >= count())
        return;
    const View& view = m_views[static_cast<std::size_t>(row)];
    CameraState camera;
    camera.eye = m_frame.toLocal(view.eye);
    camera.headingDegrees = view.headingDegrees;
    camera.pitchDegrees = view.pitchDegrees;
    Q_EMIT viewRequested(camera);
}

void BookmarkModel::keep()
{
    QJsonArray list;
    for (const View& view : m_views)
        list.append(QJsonObject{
            {QStringLiteral("name"), view.name},
            {QStringLiteral("eye"), QJsonArray{view.eye.eastingMetres, view.eye.northingMetres, view.eye.heightMetres}},
            {QStringLiteral("heading"), view.headingDegrees},
            {QStringLiteral("pitch"), view.pitchDegrees}});
    m_memory.keep(listName, list);
}

} // namespace twin
