// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/live/LiveModel.h"
#include "app/viewport/navigation/Terrain.h"
#include "app/viewport/OverlayFrame.h"

#include <QColor>
#include <QHash>
#include <QPointF>
#include <QSize>

namespace twin::viewport {

/// Where live things stand in the overlays' frame: a head on a mast for each, one for many where they would crowd.
/// Made anew when values or the camera change. GUI thread.
class LiveMarks : public QObject {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// @name What lies under the pointer @{
    Q_PROPERTY(QString hoverTitle READ hoverTitle NOTIFY hoverChanged)
    Q_PROPERTY(QString hoverText READ hoverText NOTIFY hoverChanged)
    Q_PROPERTY(QPointF hoverPixel READ hoverPixel NOTIFY hoverChanged)
    /// @}

public:
    /// One mark in the picture. Metres.
    struct Mark {
        QVector3D foot;  ///< overlays' frame
        float mast = 0;  ///< from foot to the head's middle
        float head = 0;  ///< diameter
        float pixel = 0; ///< of the scene per pixel of the picture there
        QColor colour;
        friend bool operator==(const Mark&, const Mark&) = default;
    };
    /// @param frame  outlives this object
    explicit LiveMarks(const OverlayFrame& frame, QObject* parent = nullptr) : QObject(parent), m_frame(frame) {}

    /// @param live  outlives this object
    void setLive(LiveModel* live);
    void setGround(const Terrain& terrain, const SceneFrame& scene);
    void setCamera(const CameraState& camera, QSize size);
    void update();

    [[nodiscard]] const std::vector<Mark>& marks() const { return m_marks; }
    [[nodiscard]] int count() const { return static_cast<int>(m_marks.size()); }
    [[nodiscard]] QString hoverTitle() const;
    [[nodiscard]] QString hoverText() const;
    [[nodiscard]] QPointF hoverPixel() const { return m_hovered.pixel; }

    /// @param pixel   of the viewport; empty: the pointer is elsewhere
    /// @param behind  where the city lies below that pixel, scene frame: marks behind it are hidden
    /// @returns whether there is a mark
    bool hover(std::optional<QPointF> pixel, const std::optional<LocalPosition>& behind);
    /// Opens the thing there. Of several things it returns a place to go nearer to.
    /// @returns whether there is a mark
    struct Click {
        bool hit = false;
        std::optional<LocalPosition> nearer;
    };
    [[nodiscard]] Click click(QPointF pixel, const std::optional<LocalPosition>& behind);

Q_SIGNALS:
    void changed();
    void hoverChanged();

private:
    struct Spot {
        LocalPosition ground;
        std::shared_ptr<const services::LiveThing> thing;
        bool stale = false;
    };
    struct Group {
        std::vector<std::size_t> spots;
        QPointF pixel; ///< of the head
        double depth = 0;
        double radius = 0; ///< pixels
    };
    struct Hovered {
        QStringList things; ///< ids
        QPointF pixel;
    };
    void place();
    void group();
    [[nodiscard]] double metresPerPixel(double depth) const;
    [[nodiscard]] const Group* at(QPointF pixel, const std::optional<LocalPosition>& behind) const;
    [[nodiscard]] std::shared_ptr<const services::LiveThing> thingOf(const QString& id) const;

    const OverlayFrame& m_frame;
    LiveModel* m_live = nullptr;
    Terrain m_terrain;
    SceneFrame m_scene;
    CameraState m_camera;
    QSize m_size{1, 1};
    std::vector<Spot> m_spots;
    std::vector<Group> m_groups;
    std::vector<Mark> m_marks;
    Hovered m_hovered;
};

} // namespace twin::viewport
