// SPDX-License-Identifier: GPL-3.0-or-later
#include "MeasureMarks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace twin::viewport {
namespace {

constexpr double linePixels = 3;
constexpr double nearest = 0.5;    ///< metres before the eye: nothing is drawn nearer
constexpr double pull = 0.996;     ///< towards the eye, so that a line lies on its surface and not in it
constexpr double labelPixels = 70; ///< a shorter line has no room for its label
constexpr std::size_t mostLabels = 20;

} // namespace

void MeasureMarks::setMeasure(MeasureModel* measure)
{
    m_measure = measure;
    if (measure != nullptr)
        connect(measure, &MeasureModel::changed, this, &MeasureMarks::update);
    update();
}

void MeasureMarks::setCamera(const CameraState& camera, QSize size)
{
    m_camera = camera;
    m_size = size;
    if (m_measure != nullptr && m_measure->pointCount() > 0)
        update();
}

double MeasureMarks::depthOf(const LocalPosition& p) const
{
    return dot(p - m_camera.eye, viewDirection(m_camera));
}

double MeasureMarks::metresPerPixel(double depth) const
{
    const double tangent = std::tan(m_camera.verticalFieldOfViewDegrees * std::numbers::pi / 360.0);
    return 2 * tangent * std::max(depth, nearest) / std::max(1, m_size.height());
}

LocalPosition MeasureMarks::nearer(const LocalPosition& p) const
{
    return m_camera.eye + (p - m_camera.eye) * pull;
}

void MeasureMarks::append(QByteArray& bytes, const LocalPosition& p) const
{
    const QVector3D place = m_frame.fromScene(p);
    const std::array<float, 3> floats{place.x(), place.y(), place.z()};
    bytes.append(reinterpret_cast<const char*>(floats.data()), sizeof(floats));
}

/// A strip that faces the eye. Its width is proportional to the depth at each end, and so everywhere between.
void MeasureMarks::addLine(LocalPosition from, LocalPosition to)
{
    double depthFrom = depthOf(from);
    double depthTo = depthOf(to);
    if (depthFrom < nearest && depthTo < nearest)
        return;
    const auto clip = [](LocalPosition& p, double& depth, const LocalPosition& other, double otherDepth) {
        if (depth >= nearest)
            return;
        p = p + (other - p) * ((nearest - depth) / (otherDepth - depth));
        depth = nearest;
    };
    clip(from, depthFrom, to, depthTo);
    clip(to, depthTo, from, depthFrom);
    const LocalPosition across = cross(to - from, (from + to) * 0.5 - m_camera.eye);
    const double size = length(across);
    if (size <= 0)
        return; // it runs into the eye: a point
    const LocalPosition side = across * (linePixels / 2 / size);
    const LocalPosition a = nearer(from);
    const LocalPosition b = nearer(to);
    const LocalPosition sideA = side * metresPerPixel(depthFrom);
    const LocalPosition sideB = side * metresPerPixel(depthTo);
    for (const LocalPosition& corner : {a - sideA, a + sideA, b + sideB, a - sideA, b + sideB, b - sideB})
        append(m_lines, corner);
}

void MeasureMarks::addLabel(const LocalPosition& from, const LocalPosition& to)
{
    const auto first = render::toPixel(m_camera, m_size, from);
    const auto last = render::toPixel(m_camera, m_size, to);
    if (!first || !last || std::hypot(last->first - first->first, last->second - first->second) < labelPixels)
        return;
    const std::array ends{from, to};
    const services::DistanceMeasure measure = services::measureDistance(ends, m_measure->scale());
    const double metres = m_measure->tool() == MeasureModel::Tool::Height ? std::abs(measure.heightMetres)
                          : m_measure->tool() == MeasureModel::Tool::Area ? measure.horizontalMetres
                                                                          : measure.slopeMetres;
    m_labels += QVariantMap{{QStringLiteral("x"), (first->first + last->first) / 2},
                            {QStringLiteral("y"), (first->second + last->second) / 2},
                            {QStringLiteral("text"), MeasureModel::lengthText(metres)}};
}

void MeasureMarks::update()
{
    m_lines.clear();
    m_fill.clear();
    m_knobs.clear();
    m_labels.clear();
    std::vector<LocalPosition> shape = m_measure != nullptr ? m_measure->shape() : std::vector<LocalPosition>();
    if (m_measure != nullptr && m_measure->tool() == MeasureModel::Tool::Height && shape.size() == 2) {
        // Up the plumb line, then across: what is measured is the upright part.
        shape.insert(shape.begin() + 1, LocalPosition{shape[0].x, shape[0].y, shape[1].z});
        addLabel(shape[0], shape[1]);
    }
    if (m_measure != nullptr && m_measure->tool() == MeasureModel::Tool::Area && shape.size() > 2) {
        for (const auto& triangle : services::measureArea(shape, m_measure->scale()).triangles)
            if (std::all_of(triangle.begin(), triangle.end(), [this](const auto& p) { return depthOf(p) > nearest; }))
                for (const LocalPosition& corner : triangle)
                    append(m_fill, nearer(corner));
        shape.push_back(shape.front());
    }
    for (std::size_t i = 1; i < shape.size(); ++i) {
        addLine(shape[i - 1], shape[i]);
        if (m_measure->tool() != MeasureModel::Tool::Height && i <= mostLabels)
            addLabel(shape[i - 1], shape[i]);
    }
    if (m_measure != nullptr)
        for (const LocalPosition& point : m_measure->points())
            if (const double depth = depthOf(point); depth > nearest)
                m_knobs += QVariantMap{{QStringLiteral("position"), m_frame.fromScene(nearer(point))},
                                       {QStringLiteral("unit"), metresPerPixel(depth)}};
    Q_EMIT changed();
}

} // namespace twin::viewport
