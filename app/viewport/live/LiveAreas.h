// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/live/LiveModel.h"
#include "app/viewport/navigation/Terrain.h"
#include "app/viewport/OverlayFrame.h"

namespace twin::viewport {

/// Things that are areas, warnings above all, as translucent walls on the ground: coloured by severity, brightest at
/// the foot, fading upwards. GUI thread.
class LiveAreas : public QObject {
    Q_OBJECT
    /// as ColourTriangles takes them, overlays' frame
    Q_PROPERTY(QByteArray walls READ walls NOTIFY changed)

public:
    static constexpr double wallHeight = 150; ///< metres above the ground

    /// @param frame  outlives this object
    explicit LiveAreas(const OverlayFrame& frame, QObject* parent = nullptr) : QObject(parent), m_frame(frame) {}

    /// @param live  outlives this object
    void setLive(LiveModel* live);
    void setGround(const Terrain& terrain, const SceneFrame& scene);
    void update();

    [[nodiscard]] QByteArray walls() const { return m_walls; }

Q_SIGNALS:
    void changed();

private:
    using Ring = std::vector<LocalPosition>; ///< open, on the ground, scene frame
    struct Area {
        std::shared_ptr<const services::LiveThing> thing;
        std::vector<Ring> rings;
    };
    [[nodiscard]] Ring ringOnGround(const std::vector<ProjectedPosition>& corners) const;
    void addWall(QByteArray& bytes, const Ring& ring, const QColor& colour) const;

    const OverlayFrame& m_frame;
    LiveModel* m_live = nullptr;
    Terrain m_terrain;
    SceneFrame m_scene;
    std::vector<Area> m_areas;
    QByteArray m_walls;
};

} // namespace twin::viewport
