// SPDX-License-Identifier: GPL-3.0-or-later
#include "SelectionService.h"

namespace twin::services {

void SelectionService::select(const FeatureRef& feature)
{
    replace(feature.isNull() ? QList<FeatureRef>() : QList<FeatureRef>{feature});
}

void SelectionService::toggle(const FeatureRef& feature)
{
    if (feature.isNull())
        return;
    QList<FeatureRef> selected = m_selected;
    if (!selected.removeOne(feature))
        selected.append(feature);
    replace(std::move(selected));
}

void SelectionService::selectAll(const QList<FeatureRef>& features)
{
    QList<FeatureRef> selected;
    QSet<FeatureRef> known;
    for (const FeatureRef& feature : features)
        if (!feature.isNull() && !known.contains(feature)) {
            known.insert(feature);
            selected.append(feature);
        }
    replace(std::move(selected));
}

void SelectionService::clear()
{
    replace({});
}

void SelectionService::setHovered(const FeatureRef& feature)
{
    if (feature == m_hovered)
        return;
    m_hovered = feature;
    Q_EMIT hoveredChanged();
}

void SelectionService::replace(QList<FeatureRef> selected)
{
    if (selected == m_selected)
        return;
    m_selected = std::move(selected);
    Q_EMIT selectionChanged();
}

} // namespace twin::services
