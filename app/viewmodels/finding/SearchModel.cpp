// SPDX-License-Identifier: GPL-3.0-or-later
#include "SearchModel.h"

#include "app/viewmodels/Format.h"
#include "Commands.h"
#include "package/database/Search.h"
#include "package/digest/SearchText.h"

#include <algorithm>
#include <cmath>

#include <QJsonObject>

namespace twin {
namespace {

constexpr int mostHits = 40;          ///< asked for
constexpr std::size_t mostOfKind = 5; ///< shown, where there are several kinds
constexpr std::size_t mostRows = 12;
constexpr std::size_t mostCommands = 4;
constexpr int mostRecent = 6;
constexpr QLatin1String command("command");
constexpr QLatin1String recentList("recent");

struct Kind {
    QLatin1String name;
    const char* heading;
    QLatin1String symbol;
};
constexpr Kind kinds[] = {
    {QLatin1String("coordinate"), QT_TRANSLATE_NOOP("twin::SearchModel", "Koordinate"), QLatin1String("pin")},
    {QLatin1String("id"), QT_TRANSLATE_NOOP("twin::SearchModel", "Kennung"), QLatin1String("tag")},
    {QLatin1String("name"), QT_TRANSLATE_NOOP("twin::SearchModel", "Bauwerke"), QLatin1String("landmark")},
    {QLatin1String("district"), QT_TRANSLATE_NOOP("twin::SearchModel", "Bezirke und Orte"), QLatin1String("district")},
    {QLatin1String("street"), QT_TRANSLATE_NOOP("twin::SearchModel", "Straßen"), QLatin1String("street")},
    {QLatin1String("address"), QT_TRANSLATE_NOOP("twin::SearchModel", "Adressen"), QLatin1String("house")},
    {QLatin1String("place"), QT_TRANSLATE_NOOP("twin::SearchModel", "In den Ebenen"), QLatin1String("place")},
    {QLatin1String("layer"), QT_TRANSLATE_NOOP("twin::SearchModel", "Ebenen"), QLatin1String("layers")},
    {command, QT_TRANSLATE_NOOP("twin::SearchModel", "Befehle"), QLatin1String("command")},
};

const Kind& kindOf(const QString& name)
{
    const auto found = std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind& k) { return name == k.name; });
    return found == std::end(kinds) ? kinds[6] : *found;
}

/// @returns how well a command answers; empty: not at all.
std::vector<services::Place> commandsFor(const QString& text)
{
    const std::vector<std::string> words = package::queryWords(text);
    std::vector<services::Place> found;
    for (const Command& entry : allCommands())
        if (const auto hit = package::matched({entry.title, command, entry.id, {}, {}}, entry.words, words)) {
            services::Place place;
            place.title = entry.title;
            place.kind = command;
            place.detail = entry.shortcut;
            place.id = entry.id;
            place.layer = entry.symbol;
            place.errors = hit->errors;
            place.rank = hit->rank;
            found.push_back(std::move(place));
        }
    std::stable_sort(found.begin(), found.end(), [](const services::Place& a, const services::Place& b) {
        return std::pair(a.errors, -a.rank) < std::pair(b.errors, -b.rank);
    });
    found.resize(std::min(found.size(), mostCommands));
    return found;
}

/// The best group first, each with its best lines; a group alone may have more.
std::vector<services::Place> grouped(std::vector<services::Place> places)
{
    std::vector<std::pair<QString, std::vector<services::Place>>> groups;
    for (services::Place& place : places) {
        auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.first == place.kind; });
        if (group == groups.end())
            group = groups.insert(groups.end(), {place.kind, {}});
        group->second.push_back(std::move(place));
    }
    std::vector<services::Place> rows;
    for (auto& [kind, members] : groups) {
        const std::size_t most = groups.size() == 1 ? mostRows : mostOfKind;
        members.resize(std::min({members.size(), most, mostRows - std::min(mostRows, rows.size())}));
        std::move(members.begin(), members.end(), std::back_inserter(rows));
    }
    return rows;
}

/// The words typed, in bold where the title has them as they were typed, whatever the case.
QString marked(const QString& title, const QString& query)
{
    std::vector<bool> bold(static_cast<std::size_t>(title.size()), false);
    const QStringList words = query.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (QString word : words) {
        while (!word.isEmpty() && !word.back().isLetterOrNumber())
            word.chop(1);
        for (qsizetype at = word.isEmpty() ? -1 : title.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = title.indexOf(word, at + 1, Qt::CaseInsensitive))
            if (at == 0 || !title[at - 1].isLetterOrNumber() || word.size() > 2)
                std::fill_n(bold.begin() + at, word.size(), true);
    }
    QString text;
    for (qsizetype i = 0; i < title.size();) {
        qsizetype end = i;
        while (end < title.size() && bold[std::size_t(end)] == bold[std::size_t(i)])
            ++end;
        const QString part = title.mid(i, end - i).toHtmlEscaped();
        text += bold[std::size_t(i)] ? QStringLiteral("<b>") + part + QStringLiteral("</b>") : part;
        i = end;
    }
    return text;
}

QJsonArray pointJson(double x, double y, double z)
{
    return {x, y, z};
}

QJsonObject toJson(const services::Place& place)
{
    QJsonObject object{
        {QStringLiteral("title"), place.title},
        {QStringLiteral("kind"), place.kind},
        {QStringLiteral("detail"), place.detail},
        {QStringLiteral("id"), place.id},
        {QStringLiteral("layer"), place.layer},
        {QStringLiteral("position"),
         pointJson(place.position.eastingMetres, place.position.northingMetres, place.position.heightMetres)}};
    if (!place.extent.isEmpty()) {
        object[QStringLiteral("low")] = pointJson(place.extent.min.x, place.extent.min.y, place.extent.min.z);
        object[QStringLiteral("high")] = pointJson(place.extent.max.x, place.extent.max.y, place.extent.max.z);
    }
    return object;
}

services::Place fromJson(const QJsonObject& object)
{
    const auto number = [&object](const char* key, int i) {
        return object[QLatin1String(key)].toArray().at(i).toDouble();
    };
    services::Place place;
    place.title = object[QLatin1String("title")].toString();
    place.kind = object[QLatin1String("kind")].toString();
    place.detail = object[QLatin1String("detail")].toString();
    place.id = object[QLatin1String("id")].toString();
    place.layer = object[QLatin1String("layer")].toString();
    place.position = {number("position", 0), number("position", 1), number("position", 2)};
    if (object.contains(QLatin1String("low"))) {
        place.extent.include(LocalPosition{number("low", 0), number("low", 1), number("low", 2)});
        place.extent.include(LocalPosition{number("high", 0), number("high", 1), number("high", 2)});
    }
    return place;
}

} // namespace

void SearchModel::setRegion(Search search, RegionMemory memory)
{
    m_search = std::move(search);
    m_memory = std::move(memory);
    m_viewpoint.reset();
    setQuery({});
    showRecent();
}

void SearchModel::setViewpoint(std::optional<ProjectedPosition> place)
{
    m_viewpoint = place;
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), {DistanceRole});
}

void SearchModel::retranslate()
{
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1));
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const services::Place& place = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return place.title;
    case MarkedRole:
        return marked(place.title, m_query);
    case GroupRole:
        return showsRecent() ? tr("Zuletzt gewählt") : tr(kindOf(place.kind).heading);
    case FirstRole:
        return index.row() == 0 || data(this->index(index.row() - 1), GroupRole) != data(index, GroupRole);
    case DetailRole:
        return place.outside ? tr("liegt außerhalb der Region") : place.detail;
    case DistanceRole:
        if (place.kind == command || place.kind == QLatin1String("layer") || place.outside || !m_viewpoint)
            return QString();
        return format::distance(std::hypot(place.position.eastingMetres - m_viewpoint->eastingMetres,
                                           place.position.northingMetres - m_viewpoint->northingMetres));
    case SymbolRole:
        return place.kind == command ? place.layer : QString(kindOf(place.kind).symbol);
    case IdRole:
        return place.id;
    default:
        return {};
    }
}

QHash<int, QByteArray> SearchModel::roleNames() const
{
    return {{TitleRole, "title"},   {MarkedRole, "marked"},     {GroupRole, "group"},   {FirstRole, "first"},
            {DetailRole, "detail"}, {DistanceRole, "distance"}, {SymbolRole, "symbol"}, {IdRole, "objectId"}};
}

void SearchModel::setQuery(const QString& query)
{
    if (query == m_query)
        return;
    m_query = query;
    const int request = ++m_request;
    Q_EMIT queryChanged();
    m_runner.clear();
    const QString text = query.trimmed();
    if (text.size() < 2) {
        text.isEmpty() ? showRecent() : show({}, false);
        return;
    }
    m_runner.run(
        this, [search = m_search, text] { return search ? search(text, mostHits) : std::vector<services::Place>(); },
        [this, request, text](Result<std::vector<services::Place>> result) {
            if (request != m_request)
                return;
            if (!result)
                Q_EMIT failed(result.error());
            const bool searched = result.has_value();
            std::vector<services::Place> places = searched ? *std::move(result) : std::vector<services::Place>();
            std::vector<services::Place> commands = commandsFor(text);
            std::move(commands.begin(), commands.end(), std::back_inserter(places));
            std::stable_sort(places.begin(), places.end(),
                             [](const services::Place& a, const services::Place& b) { return a.errors < b.errors; });
            show(grouped(std::move(places)), searched);
        });
}

void SearchModel::show(std::vector<services::Place> places, bool searched)
{
    if (places.empty() && m_rows.empty() && searched == m_searched)
        return;
    beginResetModel();
    m_rows = std::move(places);
    m_searched = searched;
    endResetModel();
    Q_EMIT countChanged();
}

void SearchModel::showRecent()
{
    std::vector<services::Place> places;
    const QJsonArray list = m_memory.list(recentList);
    for (const QJsonValue& value : list)
        places.push_back(fromJson(value.toObject()));
    show(std::move(places), false);
}

void SearchModel::remember(const services::Place& place)
{
    QJsonArray list{toJson(place)};
    const QJsonArray before = m_memory.list(recentList);
    for (const QJsonValue& value : before)
        if (list.size() < mostRecent && (value.toObject()[QLatin1String("title")] != QJsonValue(place.title) ||
                                         value.toObject()[QLatin1String("kind")] != QJsonValue(place.kind)))
            list.append(value);
    m_memory.keep(recentList, list);
}

void SearchModel::forget()
{
    m_memory.keep(recentList, {});
    if (m_query.isEmpty())
        showRecent();
}

void SearchModel::activate(int row)
{
    if (row < 0 || row >= count())
        return;
    const services::Place place = m_rows[static_cast<std::size_t>(row)];
    if (place.outside)
        return;
    if (place.kind == command) {
        Q_EMIT commandChosen(place.id);
        return;
    }
    remember(place);
    if (m_query.isEmpty())
        showRecent();
    Q_EMIT chosen(place);
}

} // namespace twin
