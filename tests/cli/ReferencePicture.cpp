// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ReferencePicture.h"

#include "app/services/CameraText.h"
#include "cli/Program.h"
#include "render/Projection.h"

#include <algorithm>
#include <cmath>

#include <QFile>
#include <QJsonDocument>

using namespace twin;

namespace {

const QSize size(320, 200);
constexpr int mostDiffering = 320; ///< pixels of 64 000 …
constexpr int mostSteps = 16;      ///< … by more than this

QString folder()
{
    return QStringLiteral(TWIN_TEST_DATA "/pictures/references/");
}

int differingPixels(const QImage& a, const QImage& b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            count += std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                               std::abs(qBlue(p) - qBlue(q))}) > mostSteps;
        }
    return count;
}

/// @returns the origin that the region's package states.
SceneFrame frameOf(const QString& region)
{
    QFile file(region + QStringLiteral("/region.json"));
    const QJsonArray origin = file.open(QIODevice::ReadOnly)
                                  ? QJsonDocument::fromJson(file.readAll()).object()[QLatin1String("origin")].toArray()
                                  : QJsonArray();
    return SceneFrame({origin[0].toDouble(), origin[1].toDouble(), origin[2].toDouble()});
}

} // namespace

ReferencePicture ReferencePicture::draw(const QString& region, const QString& camera)
{
    ReferencePicture picture;
    picture.m_region = region;
    picture.m_camera = camera;
    const QString path = region + QStringLiteral(".png");
    QStringList words{QStringLiteral("render"),
                      region,
                      QStringLiteral("--json"),
                      QStringLiteral("--out"),
                      path,
                      QStringLiteral("--sse"),
                      QStringLiteral("0"),
                      QStringLiteral("--size"),
                      QStringLiteral("%1x%2").arg(size.width()).arg(size.height())};
    if (!camera.isEmpty())
        words << QStringLiteral("--camera") << camera;
    const Run run = program(words);
    if (run.exitCode != 0)
        picture.m_trouble = QString::fromUtf8(run.err);
    picture.m_isSoftware = run.object()[QLatin1String("renderer")].toString().contains(QLatin1String("llvmpipe"));
    picture.m_image = QImage(path).convertToFormat(QImage::Format_RGB32);
    if (picture.m_image.size() != size && picture.m_trouble.isEmpty())
        picture.m_trouble = QStringLiteral("no picture in ") + path;
    return picture;
}

QColor ReferencePicture::at(const ProjectedPosition& place) const
{
    const SceneFrame frame = frameOf(m_region);
    const auto camera = services::parseCamera(m_camera, frame);
    const auto pixel = camera ? render::toPixel(*camera, size, frame.toLocal(place)) : std::nullopt;
    if (!pixel)
        return {};
    const QPoint middle(int(std::floor(pixel->first)), int(std::floor(pixel->second)));
    if (!m_image.rect().adjusted(1, 1, -1, -1).contains(middle))
        return {};
    int red = 0, green = 0, blue = 0;
    for (int y = -1; y <= 1; ++y)
        for (int x = -1; x <= 1; ++x) {
            const QRgb p = m_image.pixel(middle + QPoint(x, y));
            red += qRed(p);
            green += qGreen(p);
            blue += qBlue(p);
        }
    return {red / 9, green / 9, blue / 9};
}

double ReferencePicture::share(bool (*fits)(const QColor& colour)) const
{
    int count = 0;
    for (int y = 0; y < m_image.height(); ++y)
        for (int x = 0; x < m_image.width(); ++x)
            count += fits(m_image.pixelColor(x, y));
    return double(count) / (double(m_image.width()) * m_image.height());
}

QString ReferencePicture::differenceFrom(const QString& name) const
{
    const QString path = folder() + name + QStringLiteral(".png");
    if (qEnvironmentVariableIsSet("TWIN_WRITE_REFERENCES") && !m_image.save(path))
        return QStringLiteral("cannot write ") + path;
    const QImage reference = QImage(path).convertToFormat(QImage::Format_RGB32);
    if (reference.size() != m_image.size())
        return QStringLiteral("no reference of this size: ") + path;
    const int differing = differingPixels(reference, m_image);
    if (differing <= mostDiffering)
        return {};
    m_image.save(name + QStringLiteral(".fail.png"));
    return QStringLiteral("%1 pixels differ from %2; see %3.fail.png").arg(differing).arg(path, name);
}

bool looksLike(const QColor& colour, Paint paint)
{
    const int hue = colour.hsvHue();
    const int saturation = colour.hsvSaturation();
    const auto isHue = [hue, saturation](int from, int to) { return saturation > 70 && hue >= from && hue <= to; };
    switch (paint) {
    case Paint::Red:
        return saturation > 70 && (hue >= 345 || (hue >= 0 && hue <= 20));
    case Paint::Green:
        return isHue(95, 145);
    case Paint::Blue:
        return isHue(210, 240);
    case Paint::Yellow:
        return isHue(40, 65);
    case Paint::Teal:
        return isHue(175, 205);
    case Paint::White:
        return saturation < 60 && colour.value() > 190;
    }
    return false;
}
