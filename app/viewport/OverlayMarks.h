// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "OverlayFrame.h"

#include <optional>

#include <QPointF>
#include <QSize>

namespace twin::viewport {

/// Where the two marks of the explorer stand: the pin at the point clicked last and the ring round the selected object.
/// Positions are in the overlays' frame, so QML only binds. GUI thread.
class OverlayMarks : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool pinVisible READ isPinVisible NOTIFY changed)
    Q_PROPERTY(QVector3D pinPosition READ pinPosition NOTIFY changed)
    /// metres in the scene per pixel at the pin: keeps it the same size in the picture at any distance
    Q_PROPERTY(float pinMetresPerPixel READ pinMetresPerPixel NOTIFY changed)
    /// pixel of the pin's foot in the viewport, for its label; outside the picture when behind the camera
    Q_PROPERTY(QPointF pinPixel READ pinPixel NOTIFY changed)
    /// height of the pinned point, e.g. "87,3 m ü. NHN"
    Q_PROPERTY(QString pinText READ pinText NOTIFY changed)
    Q_PROPERTY(bool haloVisible READ isHaloVisible NOTIFY changed)
    /// middle of the ring, at the foot of the object
    Q_PROPERTY(QVector3D haloPosition READ haloPosition NOTIFY changed)
    /// metres
    Q_PROPERTY(float haloRadius READ haloRadius NOTIFY changed)
    /// metres, of the ring
    Q_PROPERTY(float haloHeight READ haloHeight NOTIFY changed)

public:
    /// @param frame  outlives this object
    explicit OverlayMarks(const OverlayFrame& frame, QObject* parent = nullptr);

    void setCamera(const CameraState& camera, QSize size);
    /// @param position  scene frame; empty: no pin
    /// @param text      what its label says
    void setPin(std::optional<LocalPosition> position, const QString& text = {});
    /// @param box  of the selected object, scene frame; empty: no ring
    void setHalo(const Box& box);

    [[nodiscard]] bool isPinVisible() const { return m_pin.has_value(); }
    [[nodiscard]] QVector3D pinPosition() const { return m_frame.fromScene(m_pin.value_or(LocalPosition())); }
    [[nodiscard]] float pinMetresPerPixel() const;
    [[nodiscard]] QPointF pinPixel() const;
    [[nodiscard]] QString pinText() const { return m_pinText; }
    [[nodiscard]] bool isHaloVisible() const { return !m_halo.isEmpty(); }
    [[nodiscard]] QVector3D haloPosition() const;
    [[nodiscard]] float haloRadius() const;
    [[nodiscard]] float haloHeight() const;

Q_SIGNALS:
    void changed();

private:
    const OverlayFrame& m_frame;
    CameraState m_camera;
    QSize m_size{1, 1};
    std::optional<LocalPosition> m_pin;
    QString m_pinText;
    Box m_halo;
};

} // namespace twin::viewport
