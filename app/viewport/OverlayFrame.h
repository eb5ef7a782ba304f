// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CameraState.h"
#include "render/Projection.h"

#include <QMatrix4x4>
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
    /// Size of the View3D, whose lower left corner is the window's: the picture's, rounded up to large steps. Qt Quick
    /// 3D keeps a pipeline for every viewport it ever drew into; in steps there are few however often a window changes.
    Q_PROPERTY(QSize viewSize READ viewSize NOTIFY changed)
    /// eye to clip of that View3D: the city's projection in its lower left part
    Q_PROPERTY(QMatrix4x4 projection READ projection NOTIFY changed)
    /// a camera was set; before that there is nothing to show
    Q_PROPERTY(bool placed READ isPlaced NOTIFY changed)

public:
    using QObject::QObject;

    /// @param camera, clip  of the city's picture that is shown
    /// @param pictureSize   as it was drawn; its proportions count
    /// @param shownSize     logical pixels that it fills
    void setCamera(const CameraState& camera, render::ClipRange clip, QSize pictureSize, QSize shownSize);
    /// @returns a scene position in the overlays' frame as of now; `originChanged` announces that it moved.
    [[nodiscard]] QVector3D fromScene(const LocalPosition& p) const;

    [[nodiscard]] QVector3D position() const { return fromScene(m_camera.eye); }
    [[nodiscard]] QQuaternion rotation() const;
    [[nodiscard]] QSize viewSize() const;
    [[nodiscard]] QMatrix4x4 projection() const;
    [[nodiscard]] bool isPlaced() const { return m_placed; }

Q_SIGNALS:
    void changed();
    void originChanged();

private:
    CameraState m_camera;
    render::ClipRange m_clip;
    QSize m_pictureSize;
    QSize m_shownSize;
    LocalPosition m_origin;
    bool m_placed = false;
};

} // namespace twin::viewport
