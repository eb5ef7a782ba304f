// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/session/MeasureModel.h"
#include "OverlayFrame.h"

#include <QByteArray>
#include <QVariantList>

namespace twin::viewport {

/// What a measurement looks like in the overlays' frame: ribbons of the same width everywhere in the picture, knobs at
/// the points, a filled area, labels. Made anew when the measurement or the camera moves. GUI thread.
class MeasureMarks : public QObject {
    Q_OBJECT
    /// triangles of the lines: three floats a vertex
    Q_PROPERTY(QByteArray lines READ lines NOTIFY changed)
    /// triangles of the area
    Q_PROPERTY(QByteArray fill READ fill NOTIFY changed)
    /// of the points clicked: {position, unit}; unit: metres of the scene per pixel there
    Q_PROPERTY(QVariantList knobs READ knobs NOTIFY changed)
    /// {x, y, text} in pixels of the viewport
    Q_PROPERTY(QVariantList labels READ labels NOTIFY changed)

public:
    /// @param frame  outlives this object
    explicit MeasureMarks(const OverlayFrame& frame, QObject* parent = nullptr) : QObject(parent), m_frame(frame) {}

    void setMeasure(MeasureModel* measure);
    void setCamera(const CameraState& camera, QSize size);

    [[nodiscard]] QByteArray lines() const { return m_lines; }
    [[nodiscard]] QByteArray fill() const { return m_fill; }
    [[nodiscard]] QVariantList knobs() const { return m_knobs; }
    [[nodiscard]] QVariantList labels() const { return m_labels; }
    void update();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] double depthOf(const LocalPosition& p) const;
    [[nodiscard]] double metresPerPixel(double depth) const;
    [[nodiscard]] LocalPosition nearer(const LocalPosition& p) const;
    void append(QByteArray& bytes, const LocalPosition& p) const;
    void addLine(LocalPosition from, LocalPosition to);
    void addLabel(const LocalPosition& from, const LocalPosition& to);

    const OverlayFrame& m_frame;
    MeasureModel* m_measure = nullptr;
    CameraState m_camera;
    QSize m_size{1, 1};
    QByteArray m_lines;
    QByteArray m_fill;
    QVariantList m_knobs;
    QVariantList m_labels;
};

} // namespace twin::viewport
