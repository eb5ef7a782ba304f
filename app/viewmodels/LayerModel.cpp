// SPDX-License-Identifier: GPL-3.0-or-later
#include "LayerModel.h"

#include "Format.h"

#include <algorithm>

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
        return layer.info.title.isEmpty() ? layer.info.id : layer.info.title;
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
    default:
        return {};
    }
}

QHash<int, QByteArray> LayerModel::roleNames() const
{
    return {{TitleRole, "title"},    {KindRole, "kind"},      {SummaryRole, "summary"}, {ShownRole, "shown"},
            {OpacityRole, "opaque"}, {SourceRole, "source"},  {AgeRole, "age"},         {LevelsRole, "levels"},
            {LevelRole, "level"},    {ProblemRole, "problem"}};
}

void LayerModel::setRegion(std::shared_ptr<const services::OpenedRegion> region)
{
    beginResetModel();
    m_region = std::move(region);
    m_rows.clear();
    m_choices.clear();
    for (std::size_t i = m_region ? m_region->layers.size() : 0; i-- > 0;) {
        m_rows.push_back(i);
        m_choices.push_back({m_region->layers[i].info.id, true, 1, 0});
    }
    endResetModel();
    Q_EMIT countChanged();
    Q_EMIT choicesChanged();
}

void LayerModel::choose(int row, const services::LayerChoice& choice, int role)
{
    services::LayerChoice& chosen = m_choices[static_cast<std::size_t>(row)];
    if (chosen == choice)
        return;
    chosen = choice;
    Q_EMIT dataChanged(index(row), index(row), {role});
    Q_EMIT choicesChanged();
}

void LayerModel::setShown(int row, bool shown)
{
    if (row < 0 || row >= count())
        return;
    services::LayerChoice choice = m_choices[static_cast<std::size_t>(row)];
    choice.visible = shown;
    choose(row, choice, ShownRole);
}

void LayerModel::setOpacity(int row, double opacity)
{
    if (row < 0 || row >= count())
        return;
    services::LayerChoice choice = m_choices[static_cast<std::size_t>(row)];
    choice.opacity = std::clamp(opacity, 0.0, 1.0);
    choose(row, choice, OpacityRole);
}

void LayerModel::setLevel(int row, int level)
{
    if (row < 0 || row >= count() || level < 0 || level >= static_cast<int>(layerAt(row).levels.size()))
        return;
    services::LayerChoice choice = m_choices[static_cast<std::size_t>(row)];
    choice.level = level;
    choose(row, choice, LevelRole);
}

void LayerModel::zoomTo(int row)
{
    if (row >= 0 && row < count() && !layerAt(row).info.extent.isEmpty())
        Q_EMIT zoomRequested(layerAt(row).info.extent);
}

void LayerModel::retranslate()
{
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1));
}

} // namespace twin
