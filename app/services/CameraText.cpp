// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/CameraText.h"

#include <array>
#include <cmath>

#include <QCoreApplication>
#include <QStringList>

namespace twin::services {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::Camera)
};

auto malformed(const QString& text)
{
    return failure(ErrorCode::InvalidParameter, Text::tr("Die Kamera „%1“ ist nicht lesbar.").arg(text.left(80)), {},
                   Text::tr("Erwartet wird Ost,Nord,Höhe,Richtung,Neigung, zum Beispiel 392514,5708120,250,20,-30."));
}

} // namespace

Result<CameraState> parseCamera(const QString& text, const SceneFrame& frame)
{
    const QStringList parts = text.split(QLatin1Char(','));
    std::array<double, 5> numbers{};
    if (parts.size() != static_cast<qsizetype>(numbers.size()))
        return malformed(text);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        bool isNumber = false;
        numbers[i] = parts[static_cast<qsizetype>(i)].trimmed().toDouble(&isNumber);
        if (!isNumber || !std::isfinite(numbers[i]))
            return malformed(text);
    }
    if (std::abs(numbers[4]) > 90)
        return malformed(text);
    CameraState camera;
    camera.eye = frame.toLocal({numbers[0], numbers[1], numbers[2]});
    camera.headingDegrees = std::fmod(std::fmod(numbers[3], 360.0) + 360.0, 360.0);
    camera.pitchDegrees = numbers[4];
    return camera;
}

QString cameraText(const CameraState& camera, const SceneFrame& frame)
{
    const ProjectedPosition eye = frame.toProjected(camera.eye);
    QStringList parts;
    for (const double number :
         {eye.eastingMetres, eye.northingMetres, eye.heightMetres, camera.headingDegrees, camera.pitchDegrees})
        parts.append(QString::number(number, 'f', 3));
    return parts.join(QLatin1Char(','));
}

} // namespace twin::services
