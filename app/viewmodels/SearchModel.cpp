// SPDX-License-Identifier: GPL-3.0-or-later
#include "SearchModel.h"

#include "Format.h"

#include <optional>

#include <QRegularExpression>

namespace twin {
namespace {

constexpr int mostHits = 12;

/// "392514 5708120", with a decimal comma or point, and a comma, semicolon or space between.
std::optional<ProjectedPosition> placeFrom(const QString& text, double height)
{
    const QRegularExpression form(QStringLiteral(R"(^\s*(\d{6}(?:[.,]\d+)?)\s*[;,\s]\s*(\d{7}(?:[.,]\d+)?)\s*$)"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto metres = [&](int group) {
        return match.captured(group).replace(QLatin1Char(','), QLatin1Char('.')).toDouble();
    };
    return ProjectedPosition{metres(1), metres(2), height};
}

} // namespace

void SearchModel::setRegion(Search search, const ProjectedPosition& origin)
{
    m_search = std::move(search);
    m_origin = origin;
    setQuery({});
    setHits({}, false);
}

void SearchModel::retranslate()
{
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), {KindRole, TitleRole});
}

int SearchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SearchHit& hit = m_hits[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return hit.kind == QLatin1String("place") ? format::position(hit.position) : hit.title;
    case KindRole:
        if (hit.kind == QLatin1String("address"))
            return tr("Adresse");
        if (hit.kind == QLatin1String("id"))
            return tr("Kennung");
        if (hit.kind == QLatin1String("place"))
            return tr("Koordinate (ETRS89/UTM 32N)");
        return tr("Name");
    case IdRole:
        return hit.id;
    default:
        return {};
    }
}

QHash<int, QByteArray> SearchModel::roleNames() const
{
    return {{TitleRole, "title"}, {KindRole, "kind"}, {IdRole, "objectId"}};
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
    if (const auto place = placeFrom(text, m_origin.heightMetres)) {
        setHits({SearchHit{{}, QStringLiteral("place"), {}, *place, {}}}, true);
        return;
    }
    if (text.size() < 2 || !m_search) {
        setHits({}, false);
        return;
    }
    m_runner.run(
        this, [search = m_search, text] { return search(text, mostHits); },
        [this, request](Result<std::vector<SearchHit>> result) {
            if (request != m_request)
                return;
            if (!result)
                Q_EMIT failed(result.error());
            setHits(result ? std::move(*result) : std::vector<SearchHit>(), result.has_value());
        });
}

void SearchModel::setHits(std::vector<SearchHit> hits, bool searched)
{
    if (hits.empty() && m_hits.empty() && searched == m_searched)
        return;
    beginResetModel();
    m_hits = std::move(hits);
    m_searched = searched;
    endResetModel();
    Q_EMIT countChanged();
}

void SearchModel::activate(int row)
{
    if (row < 0 || row >= count())
        return;
    const SearchHit hit = m_hits[static_cast<std::size_t>(row)];
    const FeatureRef feature = hit.id.isEmpty() ? FeatureRef() : FeatureRef{hit.layer, hit.id};
    Q_EMIT chosen(feature, hit.position);
}

} // namespace twin
