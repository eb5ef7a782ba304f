// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/Nearby.h"
#include "app/services/OpenRegion.h"
#include "app/viewmodels/BackgroundRunner.h"

#include <QVariantList>

namespace twin {

class InspectorModel;
class LiveModel;

/// What belongs together: the buildings and the street beside the open measuring point, and the measuring points at the
/// selected building. GUI thread.
class LiveLinks : public QObject {
    Q_OBJECT
    /// of the open measuring point: {id, layer, title, distance}, nearest first
    Q_PROPERTY(QVariantList buildings READ buildings NOTIFY changed)
    /// beside it; empty: not known
    Q_PROPERTY(QString street READ street NOTIFY changed)
    /// of the selected building: {id, title, text, stale}
    Q_PROPERTY(QVariantList things READ things NOTIFY changed)

public:
    static constexpr double reachMetres = 30; ///< a sensor this near to a building belongs to it

    /// @param live, inspector  outlive this object
    LiveLinks(LiveModel& live, InspectorModel& inspector, QObject* parent = nullptr);

    void setRegion(std::shared_ptr<const services::OpenedRegion> region);
    [[nodiscard]] QVariantList buildings() const;
    [[nodiscard]] QString street() const { return m_nearby.street; }
    [[nodiscard]] QVariantList things() const { return m_things; }

    Q_INVOKABLE void openBuilding(const QString& id);
    Q_INVOKABLE void openThing(const QString& id);
    /// Looks for the street as if somebody had typed it.
    Q_INVOKABLE void openStreet();

Q_SIGNALS:
    void changed();
    void objectRequested(const twin::FeatureRef& feature);
    void searchRequested(const QString& text);

private:
    void lookAround();
    void findThings();

    LiveModel& m_live;
    InspectorModel& m_inspector;
    std::shared_ptr<const services::OpenedRegion> m_region;
    QString m_thing; ///< whose surroundings m_nearby is
    services::Nearby m_nearby;
    QVariantList m_things;
    BackgroundRunner m_runner; ///< last: waits for its work
};

} // namespace twin
