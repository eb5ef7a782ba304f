// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/Skyline.h"
#include "app/viewmodels/live/LiveLook.h"
#include "app/viewmodels/live/LiveModel.h"
#include "app/viewport/navigation/Terrain.h"
#include "app/viewport/OverlayFrame.h"
#include "EyeFrame.h"
#include "LabelSheet.h"
#include "MarkShapes.h"
#include "VehicleTracks.h"

#include <QRectF>
#include <QTimer>

namespace twin::viewport {

/// Live things in the picture: where they stand, what of them crowds together, what the pointer finds. Made anew when
/// values or the camera change, for what moves also in between. GUI thread.
class LiveMarks : public QObject {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// the ways of what moves, as ColourTriangles takes them, overlays' frame
    Q_PROPERTY(QByteArray trails READ trails NOTIFY changed)
    /// things that move go on between two reports; else they stand where they were reported
    Q_PROPERTY(bool animated READ isAnimated WRITE setAnimated NOTIFY animatedChanged)
    /// @name What lies under the pointer @{
    Q_PROPERTY(QString hoverTitle READ hoverTitle NOTIFY hoverChanged)
    Q_PROPERTY(QString hoverText READ hoverText NOTIFY hoverChanged)
    Q_PROPERTY(QPointF hoverPixel READ hoverPixel NOTIFY hoverChanged)
    /// @}

public:
    static constexpr double usualCrowd = 44; ///< pixels

    /// @param frame  outlives this object
    explicit LiveMarks(const OverlayFrame& frame, QObject* parent = nullptr);

    /// @param live  outlives this object
    void setLive(LiveModel* live);
    void setGround(const Terrain& terrain, const SceneFrame& scene);
    /// @param skyline  null: not known, or not yet
    void setSkyline(std::shared_ptr<const services::Skyline> skyline);
    void setCamera(const CameraState& camera, QSize size);
    /// @param ratio  device pixels per logical one
    void setPixelRatio(double ratio);
    [[nodiscard]] bool isAnimated() const { return m_animated; }
    void setAnimated(bool animated);
    /// @param pixels  what stands nearer to each other shares a mark; 0: each thing has its own
    void setCrowd(double pixels);
    /// @param rects  pixels over which no label stands: what is over the picture
    void setClear(std::vector<QRectF> rects) { m_clear = std::move(rects); }
    void update();

    /// @returns what heads and labels of things that stand cover, pixels.
    [[nodiscard]] std::vector<QRectF> occupied() const;
    [[nodiscard]] const MarkShapes& shapes() const { return m_shapes; }
    [[nodiscard]] const LabelSheet& labels() const { return m_labels; }
    [[nodiscard]] const std::vector<VehicleTracks::Whereabouts>& vehicles() const { return m_whereabouts; }
    [[nodiscard]] QByteArray trails() const { return m_trails; }
    [[nodiscard]] int count() const { return static_cast<int>(m_groups.size()); }
    [[nodiscard]] QString hoverTitle() const;
    [[nodiscard]] QString hoverText() const;
    [[nodiscard]] QPointF hoverPixel() const { return m_hovered.pixel; }

    /// @param pixel   of the viewport; empty: the pointer is elsewhere
    /// @param behind  where the city lies below that pixel, scene frame: marks behind it are hidden
    /// @returns whether there is a mark
    bool hover(std::optional<QPointF> pixel, const std::optional<LocalPosition>& behind);
    /// Opens the thing there. Of several things it returns a place to go nearer to.
    struct Click {
        bool hit = false; ///< there is a mark
        std::optional<LocalPosition> nearer;
    };
    [[nodiscard]] Click click(QPointF pixel, const std::optional<LocalPosition>& behind);

    /// @returns the colour of a delay: on time, late, very late; of an unknown one grey.
    [[nodiscard]] static QColor delayColour(std::optional<double> seconds);

Q_SIGNALS:
    void changed();
    void hoverChanged();
    void animatedChanged();

private:
    struct Spot {
        LocalPosition foot;
        std::shared_ptr<const services::LiveThing> thing;
        live::LiveLook look;
        bool moves = false;
        bool estimated = false;
    };
    struct Group {
        std::vector<std::size_t> spots;
        QPointF pixel; ///< of the head
        double depth = 0;
        double radius = 0; ///< pixels
        double body = 0;   ///< metres from the foot to the head's lower edge
        double mast = 0;   ///< metres from the foot to the head's middle
    };
    struct Hovered {
        QStringList things; ///< ids
        QPointF pixel;
    };
    void place();
    void placeVehicles(Instant now);
    void group();
    void addGroup(Group&& group);
    void shape(const Group& group);
    void shapeBody(const Group& group, const Spot& spot);
    void addLabels(Instant now);
    [[nodiscard]] QByteArray trailTriangles() const;
    [[nodiscard]] LocalPosition footOf(const services::LiveThing& thing, const live::LiveLook& look) const;
    [[nodiscard]] const Group* at(QPointF pixel, const std::optional<LocalPosition>& behind) const;
    [[nodiscard]] const Spot* spotOf(const QString& id) const;
    void pace();

    const OverlayFrame& m_frame;
    LiveModel* m_live = nullptr;
    Terrain m_terrain;
    SceneFrame m_scene;
    std::shared_ptr<const services::Skyline> m_skyline;
    EyeFrame m_eye;
    double m_crowd = usualCrowd;
    bool m_animated = true;
    QTimer m_motion;
    VehicleTracks m_tracks;
    std::vector<VehicleTracks::Whereabouts> m_whereabouts;
    std::vector<Spot> m_spots;   ///< those that stand, then those that move
    std::size_t m_standing = 0;  ///< how many stand
    std::vector<Group> m_groups; ///< far before near
    MarkShapes m_shapes;
    QByteArray m_trails;
    double m_pixelRatio = 1;
    LabelSheet m_labels;
    std::vector<QRectF> m_clear;
    std::vector<QRectF> m_labelled; ///< pixels that labels cover
    Hovered m_hovered;
};

} // namespace twin::viewport
