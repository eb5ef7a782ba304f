// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CameraState.h"
#include "render/Projection.h"

#include <QObject>
#include <QQuaternion>
#include <QVector3D>

namespace twin::viewport {

/// The camera of the Qt Quick 3D overlays, from the same CameraState as the city's. Their frame is x East, y Up, z
/// minus North, metres, relative to an origin that follows the eye in steps, so that float keeps millimetres anywhere.
class OverlayFrame : public QObject {
    Q_OBJECT
    Q_PROPERTY(QVector3D position READ position NOTIFY changed)
    Q_PROPERTY(QQuaternion rotation READ rotation NOTIFY changed)
    /// vertical, degrees
    Q_PROPERTY(float fieldOfView READ fieldOfView NOTIFY changed)
    Q_PROPERTY(float clipNear READ clipNear NOTIFY changed)
    Q_PROPERTY(float clipFar READ clipFar NOTIFY changed)
    /// a camera was set; before that there is nothing to show
    Q_PROPERTY(bool placed READ isPlaced NOTIFY changed)

public:
    using QObject::QObject;

    void setCamera(const CameraState& camera, render::ClipRange clip);
    /// @returns a scene position in the overlays' frame as of now; `originChanged` announces that it moved.
    [[nodiscard]] QVector3D fromScene(const LocalPosition& p) const;

    [[nodiscard]] QVector3D position() const { return fromScene(m_camera.eye); }
    [[nodiscard]] QQuaternion rotation() const;
    [[nodiscard]] float fieldOfView() const { return static_cast<float>(m_camera.verticalFieldOfViewDegrees); }
    [[nodiscard]] float clipNear() const { return static_cast<float>(m_clip.nearMetres); }
    [[nodiscard]] float clipFar() const { return static_cast<float>(m_clip.farMetres); }
    [[nodiscard]] bool isPlaced() const { return m_placed; }

Q_SIGNALS:
    void changed();
    void originChanged();

private:
    CameraState m_camera;
    render::ClipRange m_clip;
    LocalPosition m_origin;
    bool m_placed = false;
};

} // namespace twin::viewport
