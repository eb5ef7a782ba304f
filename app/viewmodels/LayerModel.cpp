// SPDX-License-Identifier: GPL-3.0-or-later
#include "LayerModel.h"

#include "app/services/adding/LayerThemes.h"
#include "app/viewmodels/session/UndoModel.h"
#include "Format.h"

#include <algorithm>

#include <QColor>
#include <QLocale>

namespace twin {
namespace {

QString kindText(LayerKind kind)
{
    switch (kind) {
    case LayerKind::CityModel:
        return LayerModel::tr("Stadtmodell");
    case LayerKind::Terrain:
        return LayerModel::tr("Gelände");
    case LayerKind::Imagery:
        return LayerModel::tr("Bild auf dem Gelände");
    case LayerKind::Vector:
        return LayerModel::tr("Karte");
    case LayerKind::Points:
        return LayerModel::tr("Punktwolke");
    case LayerKind::Model:
        return LayerModel::tr("3D-Modell");
    }
    return {};
}

QString summaryOf(const LayerInfo& info)
{
    if (info.count <= 0)
        return {};
    const QString number = format::number(static_cast<double>(info.count), 0);
    switch (info.kind) {
    case LayerKind::Imagery:
    case LayerKind::Terrain:
        return {};
    case LayerKind::Points:
        return LayerModel::tr("%1 Punkte").arg(number);
    default:
        return LayerModel::tr("%1 Objekte").arg(number);
    }
}

QString sourceOf(const LayerInfo& info)
{
    if (info.demo)
        return LayerModel::tr("Demo-Daten (erzeugt)");
    QStringList parts;
    for (const SourceInfo& source : info.sources) {
        const QString file = source.path.section(QLatin1Char('/'), -1);
        if (!file.isEmpty() && !parts.contains(file))
            parts += file;
    }
    if (parts.size() > 2)
        parts = {parts.front(), LayerModel::tr("%1 weitere").arg(parts.size() - 1)};
    if (!info.licence.isEmpty())
        parts += info.licence;
    return parts.join(QStringLiteral(" · "));
}

QString ageOf(const LayerInfo& info)
{
    const QLocale locale;
    if (info.validFrom.isValid())
        return LayerModel::tr("Stand %1").arg(locale.toString(info.validFrom, QLocale::ShortFormat));
    if (info.importedAt.isValid())
        return LayerModel::tr("importiert am %1")
            .arg(locale.toString(info.importedAt.toLocalTime().date(), QLocale::ShortFormat));
    return {};
}

QString datedText(const LayerInfo& info, const QDate& day)
{
    const QString format = QStringLiteral("dd.MM.yyyy");
    if (info.validFrom.isValid() && day < info.validFrom)
        return LayerModel::tr("gilt erst ab %1").arg(info.validFrom.toString(format));
    if (info.validTo.isValid() && info.validTo < day)
        return LayerModel::tr("galt bis %1").arg(info.validTo.toString(format));
    return {};
}

QString titleOf(const LayerInfo& info)
{
    return info.title.isEmpty() ? info.id : info.title;
}

QString levelName(Lod lod)
{
    return lod % 10 == 0 ? QStringLiteral("LoD%1").arg(lod / 10)
                         : QStringLiteral("LoD%1.%2").arg(lod / 10).arg(lod % 10);
}

} // namespace

const services::OpenedLayer& LayerModel::layerAt(int row) const
{
    return m_region->layers[m_rows[static_cast<std::size_t>(row)]];
}

QVariant LayerModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const services::OpenedLayer& layer = layerAt(index.row());
    const services::LayerChoice& choice = m_choices[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return titleOf(layer.info);
    case KindRole:
        return kindText(layer.info.kind);
    case SummaryRole:
        return summaryOf(layer.info);
    case ShownRole:
        return choice.visible;
    case OpacityRole:
        return choice.opacity;
    case SourceRole:
        return sourceOf(layer.info);
    case AgeRole:
        return ageOf(layer.info);
    case LevelsRole: {
        QStringList names;
        for (const services::LayerLevel& level : layer.levels)
            names += levelName(level.lod);
        return names;
    }
    case LevelRole:
        return choice.level;
    case ProblemRole: {
        const auto problem = m_region->problems.find(layer.info.id);
        return problem == m_region->problems.end() ? QString() : problem->second.toText();
    }
    case IdRole:
        return layer.info.id;
    case RemovableRole:
        return !layer.info.folder.isEmpty();
    case ObjectsRole:
        return layer.info.kind == LayerKind::CityModel && m_region->package != nullptr;
    case TiledRole:
        return !layer.levels.empty() && layer.info.kind != LayerKind::Terrain;
    case DatedRole:
        return datedText(layer.info, m_day);
    case AlwaysRole:
        return choice.always;
    case SwipeableRole:
        return services::isSwipeable(layer);
    case SwipedRole:
        return choice.swiped;
    case LegendRole:
        return legendOf(layer);
    default:
        return themeData(index.row(), role);
    }
}

QVariant LayerModel::themeData(int row, int role) const
{
    const QString& theme = layerAt(row).theme;
    switch (role) {
    case ThemeRole:
        return theme;
    case ThemeTitleRole: {
        const services::LayerTheme* known = services::findTheme(theme);
        return known != nullptr ? services::titleOf(*known) : theme;
    }
    case FirstOfThemeRole:
        return row == 0 || layerAt(row - 1).theme != theme;
    case FoldedRole:
        return m_folded.contains(theme);
    default:
        return {};
    }
}

QVariantList LayerModel::legendOf(const services::OpenedLayer& layer) const
{
    QVariantList rows;
    const auto colour = [](std::uint32_t rgba) {
        return QColor(int(rgba >> 24), int(rgba >> 16 & 0xFF), int(rgba >> 8 & 0xFF), int(rgba & 0xFF));
    };
    const auto add = [&rows](const QString& text, const char* shape, const QColor& fill, const QColor& edge) {
        rows += QVariantMap{{QStringLiteral("text"), text},
                            {QStringLiteral("shape"), QLatin1String(shape)},
                            {QStringLiteral("fill"), fill},
                            {QStringLiteral("edge"), edge}};
    };
    for (const package::VectorLegendRow& row : layer.legend) {
        const QString name = QString(row.table).replace(QLatin1Char('_'), QLatin1Char(' '));
        if (row.shape == ShapeKind::Areas)
            add(name, "area", colour(row.style.area), colour(row.style.outline));
        else if (row.shape == ShapeKind::Lines)
            add(name, "line", colour(row.style.line), Qt::transparent);
        else if (row.shape == ShapeKind::Points)
            add(name, "point", colour(row.style.point), Qt::transparent);
    }
    const Box& extent = layer.info.extent;
    if (layer.info.kind == LayerKind::Terrain && !extent.isEmpty() && extent.max.z > extent.min.z) {
        const double zero = m_region->frame.origin().heightMetres;
        add(tr("Höhen %1 bis %2").arg(format::number(extent.min.z + zero, 0), format::height(extent.max.z + zero)),
            "text", Qt::transparent, Qt::transparent);
    }
    return rows;
}

QHash<int, QByteArray> LayerModel::roleNames() const
{
    return {{TitleRole, "title"},
            {KindRole, "kind"},
            {SummaryRole, "summary"},
            {ShownRole, "shown"},
            {OpacityRole, "opaque"},
            {SourceRole, "source"},
            {AgeRole, "age"},
            {LevelsRole, "levels"},
            {LevelRole, "level"},
            {ProblemRole, "problem"},
            {IdRole, "layerId"},
            {ThemeRole, "theme"},
            {ThemeTitleRole, "themeTitle"},
            {FirstOfThemeRole, "firstOfTheme"},
            {FoldedRole, "folded"},
            {RemovableRole, "removable"},
            {ObjectsRole, "objects"},
            {TiledRole, "tiled"},
            {DatedRole, "dated"},
            {AlwaysRole, "always"},
            {SwipeableRole, "swipeable"},
            {SwipedRole, "swiped"},
            {LegendRole, "legend"}};
}

QVariantList LayerModel::themes() const
{
    QVariantList list;
    for (const services::LayerTheme& theme : services::layerThemes()) {
        const QString id = services::idOf(theme);
        int layers = 0;
        for (int row = 0; row < count(); ++row)
            layers += layerAt(row).theme == id;
        list += QVariantMap{{QStringLiteral("id"), id},
                            {QStringLiteral("title"), services::titleOf(theme)},
                            {QStringLiteral("feeds"), services::feedsOf(theme)},
                            {QStringLiteral("count"), layers}};
    }
    return list;
}

// --- Which layers there are ------------------------------------------------------------------------------------------

void LayerModel::setRegion(std::shared_ptr<const services::OpenedRegion> region)
{
    m_folded.clear();
    show(std::move(region), {});
}

void LayerModel::refresh(std::shared_ptr<const services::OpenedRegion> region)
{
    show(std::move(region), std::vector(m_choices));
}

void LayerModel::setChoices(const std::vector<services::LayerChoice>& choices)
{
    std::vector<services::LayerChoice> all = choices;
    for (const services::LayerChoice& choice : m_choices)
        if (std::none_of(choices.begin(), choices.end(), [&](const auto& c) { return c.layer == choice.layer; }))
            all.push_back(choice);
    show(m_region, all);
}

void LayerModel::show(std::shared_ptr<const services::OpenedRegion> region,
                      const std::vector<services::LayerChoice>& remembered)
{
    beginResetModel();
    m_region = std::move(region);
    m_rows.clear();
    m_choices.clear();
    for (std::size_t i = m_region ? m_region->layers.size() : 0; i-- > 0;)
        m_rows.push_back(i);
    const auto place = [&](std::size_t layer) { // new layers come to the top of their theme
        const services::OpenedLayer& opened = m_region->layers[layer];
        const auto at = std::find_if(remembered.begin(), remembered.end(),
                                     [&](const auto& choice) { return choice.layer == opened.info.id; });
        return std::pair(services::rankOf(opened.theme),
                         at == remembered.end() ? std::ptrdiff_t(-1) : at - remembered.begin());
    };
    std::stable_sort(m_rows.begin(), m_rows.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
    for (const std::size_t layer : m_rows)
        m_choices.push_back(services::choiceOf(m_region->layers[layer], remembered));
    for (int row = 0, first = swipedRow(); row < count(); ++row) // what was kept may be anything
        m_choices[static_cast<std::size_t>(row)].swiped = row == first && services::isSwipeable(layerAt(row));
    endResetModel();
    Q_EMIT countChanged();
    Q_EMIT choicesChanged();
}

int LayerModel::rowOf(const QString& id) const
{
    for (int row = 0; row < count(); ++row)
        if (layerAt(row).info.id == id)
            return row;
    return -1;
}

std::vector<const services::OpenedLayer*> LayerModel::drawingOrder() const
{
    std::vector<const services::OpenedLayer*> layers;
    for (int row = count() - 1; row >= 0; --row)
        layers.push_back(&layerAt(row));
    for (auto first = layers.begin(); first != layers.end();) {
        const auto last = std::find_if(first, layers.end(),
                                       [theme = (*first)->theme](const auto* layer) { return layer->theme != theme; });
        std::stable_partition(first, last, [](const auto* layer) { return layer->info.kind == LayerKind::Imagery; });
        first = last;
    }
    return layers;
}

// --- What is chosen for them -----------------------------------------------------------------------------------------

void LayerModel::setChoice(const services::LayerChoice& choice, int role)
{
    const int row = rowOf(choice.layer);
    if (row < 0)
        return;
    m_choices[static_cast<std::size_t>(row)] = choice;
    Q_EMIT dataChanged(index(row), index(row), {role});
    Q_EMIT choicesChanged();
}

void LayerModel::choose(int row, const services::LayerChoice& choice, int role, const QString& text)
{
    const services::LayerChoice before = m_choices[static_cast<std::size_t>(row)];
    if (before == choice)
        return;
    setChoice(choice, role);
    if (m_undo == nullptr)
        return;
    m_undo->note({text, [this, before, role] { setChoice(before, role); },
                  [this, choice, role] { setChoice(choice, role); },
                  // A slider sends many values on its way to one.
                  role == OpacityRole ? QStringLiteral("opacity/") + choice.layer : QString()});
}

void LayerModel::setShown(int row, bool shown)
{
    if (row < 0 || row >= count())
        return;
    services::LayerChoice choice = m_choices[static_cast<std::size_t>(row)];
    choice.visible = shown;
    choice.swiped = choice.swiped && shown;
    const QString title = titleOf(layerAt(row).info);
    choose(row, choice, ShownRole, shown ? tr("„%1“ einblenden").arg(title) : tr("„%1“ ausblenden").arg(title));
}

void LayerModel::setAlways(int row, bool always)
{
    if (row < 0 || row >= count())
        return;
    services::LayerChoice choice = m_choices[static_cast<std::size_t>(row)];
    choice.always = always;
    choose(row, choice, AlwaysRole, tr("„%1“ unabhängig von der Uhr zeigen").arg(titleOf(layerAt(row).info)));
}

bool LayerModel::holdsNow(const services::OpenedLayer& layer) const
{
    const services::LayerChoice choice = services::choiceOf(layer.info.id, m_choices);
    return choice.always || choice.swiped || services::holdsOn(layer.info, m_day);
}

void LayerModel::setDay(const QDate& day)
{
    if (day == m_day)
        return;
    const QDate before = std::exchange(m_day, day);
    bool changes = false;
    for (int row = 0; row < count(); ++row) {
        const LayerInfo& info = layerAt(row).info;
        if (services::holdsOn(info, before) == services::holdsOn(info, day))
            continue;
        changes = true;
        Q_EMIT dataChanged(index(row), index(row), {DatedRole});
    }
    if (changes)
        Q_EMIT dayChanged();
}

int LayerModel::swipedRow() const
{
    const auto at = std::find_if(m_choices.begin(), m_choices.end(), [](const auto& choice) { return choice.swiped; });
    return at == m_choices.end() ? -1 : static_cast<int>(at - m_choices.begin());
}

QString LayerModel::swipedTitle() const
{
    return swipedRow() < 0 ? QString() : titleOf(layerAt(swipedRow()).info);
}

void LayerModel::setDivider(double share)
{
    share = std::clamp(share, 0.0, 1.0);
    if (share == m_divider)
        return;
    m_divider = share;
    Q_EMIT dividerChanged();
}

/// Choices of the layers that are there, whose order stays.
void LayerModel::replaceChoices(const std::vector<services::LayerChoice>& choices)
{
    for (services::LayerChoice& choice : m_choices)
        choice = services::choiceOf(choice.layer, choices);
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), {ShownRole, SwipedRole});
    Q_EMIT choicesChanged();
}

void LayerModel::setSwiped(int row, bool swiped)
{
    if (row < 0 || row >= count() || !services::isSwipeable(layerAt(row)))
        return;
    const std::vector<services::LayerChoice> before = m_choices;
    std::vector<services::LayerChoice> after = before;
    for (services::LayerChoice& choice : after)
        choice.swiped = false;
    services::LayerChoice& choice = after[static_cast<std::size_t>(row)];
    choice.swiped = swiped;
    choice.visible = choice.visible || swiped;
    if (after == before)
        return;
    replaceChoices(after);
    const QString title = titleOf(layerAt(row).info);
    if (m_undo != nullptr)
        m_undo->note(
            {swiped ? tr("„%1“ mit heute vergleichen").arg(title) : tr("„%1“ nicht mehr vergleichen").arg(title),
             [this, before] { replaceChoices(before); },
             [this, after] { replaceChoices(after); },
             {}});
}

void LayerModel::endSwipe()
{
    setSwiped(swipedRow(), false);
}

void LayerModel::setOpacity(int row, double opacity)
{
    if (row < 0 || row >= count())
        return;
    services::LayerChoice choice = m_choices[static_cast<std::size_t>(row)];
    choice.opacity = std::clamp(opacity, 0.0, 1.0);
    choose(row, choice, OpacityRole, tr("Deckkraft von „%1“").arg(titleOf(layerAt(row).info)));
}

void LayerModel::setLevel(int row, int level)
{
    if (row < 0 || row >= count() || level < 0 || level >= static_cast<int>(layerAt(row).levels.size()))
        return;
    services::LayerChoice choice = m_choices[static_cast<std::size_t>(row)];
    choice.level = level;
    choose(row, choice, LevelRole, tr("Detailstufe von „%1“").arg(titleOf(layerAt(row).info)));
}

void LayerModel::zoomTo(int row)
{
    if (row >= 0 && row < count() && !layerAt(row).info.extent.isEmpty())
        Q_EMIT zoomRequested(layerAt(row).info.extent);
}

QStringList LayerModel::order() const
{
    QStringList ids;
    for (const services::LayerChoice& choice : m_choices)
        ids += choice.layer;
    return ids;
}

void LayerModel::setOrder(const QStringList& ids)
{
    std::vector<services::LayerChoice> choices;
    for (const QString& id : ids)
        if (rowOf(id) >= 0)
            choices.push_back(m_choices[static_cast<std::size_t>(rowOf(id))]);
    setChoices(choices);
}

void LayerModel::move(int from, int to)
{
    if (from < 0 || from >= count() || to < 0 || to >= count())
        return;
    const QString theme = layerAt(from).theme;
    while (to != from && layerAt(to).theme != theme)
        to += to < from ? 1 : -1;
    if (to == from)
        return;
    const QStringList before = order();
    const int behind = to > from ? to + 1 : to;
    beginMoveRows({}, from, from, {}, behind);
    const auto turn = [from, to](auto& list) {
        const auto first = list.begin() + std::min(from, to);
        const auto last = list.begin() + std::max(from, to) + 1;
        std::rotate(first, to > from ? first + 1 : last - 1, last);
    };
    turn(m_rows);
    turn(m_choices);
    endMoveRows();
    Q_EMIT dataChanged(index(std::min(from, to)), index(std::max(from, to)), {FirstOfThemeRole});
    Q_EMIT choicesChanged();
    if (m_undo != nullptr)
        m_undo->note({tr("„%1“ verschieben").arg(titleOf(layerAt(to).info)),
                      [this, before] { setOrder(before); },
                      [this, after = order()] { setOrder(after); },
                      {}});
}

void LayerModel::setFolded(const QString& theme, bool folded)
{
    if (m_folded.contains(theme) == folded)
        return;
    folded ? static_cast<void>(m_folded.insert(theme)) : static_cast<void>(m_folded.remove(theme));
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), {FoldedRole});
    Q_EMIT foldedChanged();
}

void LayerModel::remove(int row)
{
    if (row >= 0 && row < count() && !layerAt(row).info.folder.isEmpty())
        Q_EMIT removeRequested(layerAt(row).info.id, titleOf(layerAt(row).info));
}

void LayerModel::setTheme(int row, const QString& theme)
{
    if (row >= 0 && row < count() && layerAt(row).theme != theme && services::findTheme(theme) != nullptr)
        Q_EMIT themeRequested(layerAt(row).info.id, theme);
}

void LayerModel::retranslate()
{
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1));
    Q_EMIT countChanged(); // the themes' names
}

} // namespace twin
