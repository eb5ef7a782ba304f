// SPDX-License-Identifier: GPL-3.0-or-later
// What lies under the pointer, what is selected, and the marks that show it.
#include "CityViewport.h"

#include "app/viewmodels/Format.h"

#include <QLineF>
#include <QQuickWindow>

namespace twin::viewport {

std::optional<LocalPosition> CityViewport::hitAt(QPointF pixel) const
{
    if (!m_hit || !(m_hit->camera == m_navigator.camera()) || QLineF(m_hit->pixel, pixel).length() > 2)
        return std::nullopt;
    return m_hit->position;
}

void CityViewport::ask(PickPurpose purpose, QPointF pixel)
{
    if (!m_city || !m_hasPicture)
        return;
    const double ratio = m_window->effectiveDevicePixelRatio();
    const quint64 ticket = ++m_lastTicket;
    m_openPicks.insert(ticket, {purpose, pixel});
    m_next.picks.push_back({ticket, (pixel * ratio).toPoint()});
    handOver();
}

void CityViewport::hover()
{
    if (!m_pointer || m_hoverPace.isActive() || m_input.isDragging() || isMoving() || m_navigator.isMoving())
        return;
    for (const OpenPick& pick : std::as_const(m_openPicks))
        if (pick.purpose == PickPurpose::Hover)
            return;
    m_hoverPace.start();
    if (!m_hit || m_hit->pixel != *m_pointer || !(m_hit->camera == m_navigator.camera()))
        ask(PickPurpose::Hover, *m_pointer);
}

void CityViewport::answered(quint64 ticket, const render::PickResult& result)
{
    const auto open = m_openPicks.constFind(ticket);
    if (open == m_openPicks.constEnd() || !m_app)
        return;
    const OpenPick pick = *open;
    m_openPicks.erase(open);
    const auto region = m_app->region()->region();
    if (m_app->addData()->isPlacing() && pick.purpose != PickPurpose::Hover) {
        if (result.position && region) {
            placePin(result.position);
            m_app->addData()->placeAt(region->frame.toProjected(*result.position));
        }
        return;
    }
    if (m_app->measure()->isActive() && pick.purpose != PickPurpose::Hover) {
        measure(pick.purpose, result.position);
        return;
    }
    switch (pick.purpose) {
    case PickPurpose::Hover: {
        if (!m_pointer)
            return;
        m_hit.reset();
        const bool live = !isAiming() && m_liveMarks.hover(pick.pixel, result.position);
        const bool mark = live || (!isAiming() && m_names.at(pick.pixel) != nullptr);
        if (result.position)
            m_hit = Hit{pick.pixel, m_navigator.camera(), *result.position};
        m_app->selection().setHovered(isAiming() || mark ? FeatureRef() : result.feature);
        m_app->measure()->setPointer(result.position);
        m_app->status()->setPointer(
            result.position && region ? std::optional(region->frame.toProjected(*result.position)) : std::nullopt);
        setCursor(isAiming()                         ? Qt::CrossCursor
                  : result.feature.isNull() && !mark ? Qt::ArrowCursor
                                                     : Qt::PointingHandCursor);
        break;
    }
    case PickPurpose::Select:
        if (clickLive(pick.pixel, result.position))
            return;
        if (const services::Place* named = m_keyed ? nullptr : m_names.at(pick.pixel)) { // keys choose objects
            m_app->goTo(services::Place(*named)); // a copy: names may be read anew meanwhile
            return;
        }
        m_app->selection().select(result.feature);
        placePin(result.position);
        break;
    case PickPurpose::Add:
        m_app->selection().toggle(result.feature);
        break;
    case PickPurpose::Fly:
        if (result.position) {
            m_navigator.flyToPoint(*result.position);
            cameraMoved();
        }
        break;
    }
}

void CityViewport::connectLive()
{
    m_liveMarks.setLive(m_app->live());
    m_liveAreas.setLive(m_app->live());
    connect(m_app->live()->fields(), &LiveFields::drapeChanged, this, &CityViewport::showLayers);
    const auto takeSkyline = [this] { m_liveMarks.setSkyline(m_app->region()->skyline()); };
    connect(m_app->region(), &RegionModel::skylineRead, this, takeSkyline);
    takeSkyline();
}

/// @returns whether a mark of live values took the click.
bool CityViewport::clickLive(QPointF pixel, const std::optional<LocalPosition>& position)
{
    const LiveMarks::Click click = m_liveMarks.click(pixel, position);
    if (click.nearer) {
        m_navigator.flyToPoint(*click.nearer);
        cameraMoved();
    }
    return click.hit;
}

/// @returns whether a click takes a place instead of an object.
bool CityViewport::isAiming() const
{
    return m_app->measure()->isActive() || m_app->addData()->isPlacing();
}

/// While someone measures, a click is a point and a double click the last one.
void CityViewport::measure(PickPurpose purpose, const std::optional<LocalPosition>& position)
{
    if (purpose == PickPurpose::Fly)
        m_app->measure()->finish();
    else if (position)
        m_app->measure()->add(*position);
}

void CityViewport::placePin(const std::optional<LocalPosition>& position)
{
    const auto region = m_app->region()->region();
    m_marks.setPin(position,
                   position && region ? format::height(region->frame.toProjected(*position).heightMetres) : QString());
}

void CityViewport::showStyles()
{
    std::vector<std::pair<FeatureRef, render::FeatureStyle>> styles;
    const auto styleOf = [&](const FeatureRef& feature) -> render::FeatureStyle& {
        for (auto& [known, style] : styles)
            if (known == feature)
                return style;
        return styles.emplace_back(feature, render::FeatureStyle()).second;
    };
    const auto& selection = m_app->selection();
    QHash<QString, QStringList> partsOf;
    for (const FeatureRef& feature : selection.selected()) {
        styleOf(feature).selected = true;
        const QStringList parts =
            feature.id == m_app->inspector()->shownId() ? m_app->inspector()->partIds() : m_partsOf.value(feature.id);
        for (const QString& part : parts)
            styleOf({feature.layer, part}).selected = true;
        partsOf.insert(feature.id, parts);
    }
    m_partsOf = std::move(partsOf);
    if (!selection.hovered().isNull())
        styleOf(selection.hovered()).hovered = true;
    m_next.styles = std::move(styles);
    requestCity();
}

void CityViewport::showHalo()
{
    m_marks.setHalo(m_app->inspector()->isActive() ? m_app->inspector()->bounds() : Box());
    if (!m_app->inspector()->isActive())
        m_marks.setPin({});
}

} // namespace twin::viewport
