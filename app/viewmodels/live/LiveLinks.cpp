// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveLinks.h"

#include "app/viewmodels/Format.h"
#include "app/viewmodels/InspectorModel.h"
#include "LiveModel.h"
#include "LiveText.h"

#include <algorithm>
#include <cmath>

namespace twin {
namespace {

constexpr qsizetype mostBuildings = 3;
constexpr double streetMetres = 80;

} // namespace

LiveLinks::LiveLinks(LiveModel& live, InspectorModel& inspector, QObject* parent)
    : QObject(parent), m_live(live), m_inspector(inspector)
{
    connect(m_live.details(), &LiveDetails::changed, this, &LiveLinks::lookAround);
    connect(&m_live, &LiveModel::changed, this, &LiveLinks::findThings);
    connect(&m_inspector, &InspectorModel::changed, this, &LiveLinks::findThings);
}

void LiveLinks::setRegion(std::shared_ptr<const services::OpenedRegion> region)
{
    m_region = std::move(region);
    m_thing.clear();
    m_nearby = {};
    m_things.clear();
    Q_EMIT changed();
}

void LiveLinks::lookAround()
{
    const auto& thing = m_live.details()->thing();
    const QString id = thing ? thing->id : QString();
    if (id == m_thing)
        return;
    m_thing = id;
    m_nearby = {};
    Q_EMIT changed();
    if (!thing || !thing->place || !m_region || !m_region->package)
        return;
    m_runner.clear();
    m_runner.run(
        this,
        [folder = m_region->package->folder(), place = *thing->place] {
            return services::nearby(folder, place, streetMetres);
        },
        [this, id](Result<services::Nearby> found) {
            if (id != m_thing || !found) // no links is all that can be said then
                return;
            m_nearby = *std::move(found);
            Q_EMIT changed();
        });
}

QVariantList LiveLinks::buildings() const
{
    QVariantList list;
    for (const services::NearBuilding& building : m_nearby.buildings)
        if (building.metres <= reachMetres && list.size() < mostBuildings)
            list += QVariantMap{{QStringLiteral("id"), building.feature.id},
                                {QStringLiteral("title"), building.title},
                                {QStringLiteral("distance"), format::distance(building.metres)}};
    return list;
}

void LiveLinks::findThings()
{
    QVariantList list;
    const Box box = m_inspector.isActive() ? m_inspector.bounds() : Box();
    const auto& snapshot = m_live.snapshot();
    if (!box.isEmpty() && snapshot && m_region) {
        const QString object = m_inspector.shownId();
        for (const auto& thing : snapshot->things) {
            const bool isStated = std::any_of(thing->readings.begin(), thing->readings.end(), [&](const auto& reading) {
                return !object.isEmpty() && reading.stream.feature.id == object;
            });
            bool isNear = false;
            if (thing->place) {
                const LocalPosition p = m_region->frame.toLocal(*thing->place);
                isNear = std::hypot(std::max({box.min.x - p.x, p.x - box.max.x, 0.0}),
                                    std::max({box.min.y - p.y, p.y - box.max.y, 0.0})) <= reachMetres;
            }
            if (isStated || isNear)
                list += QVariantMap{{QStringLiteral("id"), thing->id},
                                    {QStringLiteral("title"), thing->title},
                                    {QStringLiteral("text"), live::headlineText(*thing, m_live.instant())},
                                    {QStringLiteral("stale"), live::isStale(*thing, m_live.instant())}};
        }
    }
    if (list == m_things)
        return;
    m_things = std::move(list);
    Q_EMIT changed();
}

void LiveLinks::openBuilding(const QString& id)
{
    for (const services::NearBuilding& building : m_nearby.buildings)
        if (building.feature.id == id) {
            Q_EMIT objectRequested(building.feature);
            return;
        }
}

void LiveLinks::openThing(const QString& id)
{
    m_live.details()->openThing(id);
}

void LiveLinks::openStreet()
{
    if (!m_nearby.street.isEmpty())
        Q_EMIT searchRequested(m_nearby.street);
}

} // namespace twin
