// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/AppModel.h"
#include "app/viewport/CityViewport.h"
#include "viewport/FakeCityPass.h"

#include <QQmlEngine>
#include <QQuickWindow>
#include <QTemporaryDir>

namespace twin::test {

/// A window of 400 x 300 with the viewport over a fake city: a wall across the view, a near green and a far blue ball
/// of Qt Quick 3D, a white square of Qt Quick. The region is far from the scene's origin, where float would fail, its
/// ground the plane z = 0.
class ViewportStage {
public:
    static constexpr double usualWallDistance = 200; ///< metres from the eye
    explicit ViewportStage(double wallDistance = usualWallDistance);

    /// Shows the window, opens the region and puts the balls 100 and 300 m from the eye.
    /// @returns whether the picture is complete.
    bool show();
    /// Waits for the complete picture. @returns whether it came.
    bool settle();
    /// Puts a ball at a distance below a pixel. @param property  nearPosition or farPosition
    void place(const char* property, QPointF pixel, double distance);

    [[nodiscard]] static CameraState camera() { return {{21000, -18000, 300}, 37, -20, 45}; }
    [[nodiscard]] QQuickWindow& window() { return *m_window; }
    [[nodiscard]] viewport::CityViewport& item();
    [[nodiscard]] QObject& view(); ///< the View3D
    [[nodiscard]] AppModel& app() { return m_app; }
    [[nodiscard]] QColor pixel(int x, int y) { return window().grabWindow().pixelColor(x, y); }
    void destroyWindow() { m_window.reset(); }

    FakeCityStats stats;

private:
    QTemporaryDir m_folder;
    AppModel m_app;
    QQmlEngine m_engine;
    std::unique_ptr<QQuickWindow> m_window;
};

} // namespace twin::test
