// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/support/Canvas.h"

#include <cmath>
#include <numbers>

#include <QElapsedTimer>
#include <QThread>

namespace twin::test {

QImage imageOf(render::CityRenderer& renderer, QSize size)
{
    const std::vector<std::uint8_t> pixels = renderer.readColour();
    if (pixels.size() != static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height()) * 4)
        return {};
    return QImage(pixels.data(), size.width(), size.height(), size.width() * 4, QImage::Format_RGBA8888)
        .convertToFormat(QImage::Format_RGB32);
}

render::FrameReport drawUntilComplete(render::CityRenderer& renderer, const render::FrameRequest& request)
{
    QElapsedTimer timer;
    timer.start();
    render::FrameReport report = renderer.draw(request);
    while (!report.complete && timer.elapsed() < 30000) {
        QThread::msleep(1);
        report = renderer.draw(request);
    }
    return report;
}

CameraState lookAt(const LocalPosition& eye, const LocalPosition& target)
{
    const LocalPosition d = target - eye;
    CameraState camera;
    camera.eye = eye;
    camera.headingDegrees = std::fmod(std::atan2(d.x, d.y) * 180 / std::numbers::pi + 360, 360);
    camera.pitchDegrees = std::atan2(d.z, std::hypot(d.x, d.y)) * 180 / std::numbers::pi;
    return camera;
}

CameraState peerCamera(const LocalPosition& centre, double turnRadians)
{
    return lookAt(centre + LocalPosition{600 * std::sin(turnRadians), 600 * std::cos(turnRadians), 250}, centre);
}

} // namespace twin::test
