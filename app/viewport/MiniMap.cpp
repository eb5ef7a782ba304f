// SPDX-License-Identifier: GPL-3.0-or-later
#include "MiniMap.h"

#include <cmath>
#include <numbers>

#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>

namespace twin::viewport {
namespace {

constexpr int imageWidth = 512; // pixels: enough for a small map on a dense screen
constexpr double margin = 6;    // around the region: the camera may stand there

} // namespace

MiniMap::MiniMap(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAcceptedMouseButtons(Qt::LeftButton);
    setAntialiasing(true);
    connect(this, &MiniMap::coloursChanged, this, [this] {
        drawBuilt();
        update();
    });
}

void MiniMap::setViewport(CityViewport* viewport)
{
    if (viewport == m_viewport)
        return;
    if (m_viewport)
        m_viewport->disconnect(this);
    m_viewport = viewport;
    Q_EMIT viewportChanged();
    if (!m_viewport)
        return;
    connect(m_viewport, &CityViewport::cameraChanged, this, [this] { update(); });
    connect(m_viewport, &CityViewport::appChanged, this, &MiniMap::follow);
    follow();
}

/// The viewport may get its app after this item got the viewport.
void MiniMap::follow()
{
    RegionModel* region = m_viewport->app() ? m_viewport->app()->region() : nullptr;
    if (region == nullptr)
        return;
    connect(region, &RegionModel::opened, this, &MiniMap::takeRegion);
    connect(region, &RegionModel::skylineRead, this, &MiniMap::takeRegion);
    takeRegion();
}

void MiniMap::takeRegion()
{
    const RegionModel* region = m_viewport->app()->region();
    m_extent = region->region() ? region->region()->extent : Box();
    m_skyline = region->skyline();
    drawBuilt();
    Q_EMIT regionChanged();
    update();
}

double MiniMap::aspect() const
{
    const LocalPosition size = m_extent.size();
    return size.y > 0 ? size.x / size.y : 1;
}

/// Each pixel by how much of it is built on: a town seems darker than its villages.
void MiniMap::drawBuilt()
{
    m_built = {};
    if (!m_skyline || m_skyline->isEmpty() || m_extent.isEmpty())
        return;
    const int width = std::min(imageWidth, m_skyline->columns());
    const int height = std::max(1, static_cast<int>(width / aspect()));
    std::vector<int> all(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    std::vector<int> built(all.size());
    for (int row = 0; row < m_skyline->rows(); ++row)
        for (int column = 0; column < m_skyline->columns(); ++column) {
            const LocalPosition middle = m_skyline->middle(column, row);
            const int x = std::min(width - 1, column * width / m_skyline->columns());
            const int y = std::min(height - 1, (m_skyline->rows() - 1 - row) * height / m_skyline->rows());
            const auto pixel =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
            ++all[pixel];
            built[pixel] += std::isfinite(m_skyline->topAt(middle.x, middle.y)) ? 1 : 0;
        }
    m_built = QImage(width, height, QImage::Format_ARGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto pixel =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
            QColor colour = m_builtColor;
            colour.setAlphaF(all[pixel] == 0 ? 0 : static_cast<float>(std::min(1.0, 1.3 * built[pixel] / all[pixel])));
            m_built.setPixelColor(x, y, colour);
        }
}

QRectF MiniMap::mapRect() const
{
    QRectF rect(0, 0, width(), height());
    rect.adjust(margin, margin, -margin, -margin);
    const double fitted = std::min(rect.width(), rect.height() * aspect());
    const QSizeF size(fitted, fitted / aspect());
    return {rect.center() - QPointF(size.width() / 2, size.height() / 2), size};
}

QPointF MiniMap::pointOf(const LocalPosition& place) const
{
    const QRectF rect = mapRect();
    const LocalPosition size = m_extent.size();
    return {rect.left() + (place.x - m_extent.min.x) / std::max(1.0, size.x) * rect.width(),
            rect.bottom() - (place.y - m_extent.min.y) / std::max(1.0, size.y) * rect.height()};
}

LocalPosition MiniMap::placeAt(QPointF point) const
{
    const QRectF rect = mapRect();
    const LocalPosition size = m_extent.size();
    return {m_extent.min.x + (point.x() - rect.left()) / std::max(1.0, rect.width()) * size.x,
            m_extent.min.y + (rect.bottom() - point.y()) / std::max(1.0, rect.height()) * size.y, 0};
}

void MiniMap::paint(QPainter* painter)
{
    if (!m_viewport || m_extent.isEmpty())
        return;
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_landColor);
    painter->drawRoundedRect(mapRect(), 3, 3);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(mapRect(), m_built);

    painter->setClipRect(QRectF(0, 0, width(), height()));
    QPolygonF seen;
    for (const LocalPosition& corner : m_viewport->navigator().footprint())
        seen << pointOf(corner);
    QColor fill = m_viewColor;
    fill.setAlphaF(0.22F);
    painter->setBrush(fill);
    painter->setPen(QPen(m_viewColor, 1.5));
    painter->drawPolygon(seen);

    const CameraState& camera = m_viewport->camera();
    const QPointF eye = pointOf(camera.eye);
    const double heading = camera.headingDegrees * std::numbers::pi / 180;
    const QPointF ahead(std::sin(heading), -std::cos(heading));
    const QPointF aside(-ahead.y(), ahead.x());
    painter->setBrush(m_viewColor);
    painter->drawPolygon(QPolygonF{eye + ahead * 6, eye - ahead * 4 + aside * 4.5, eye - ahead * 4 - aside * 4.5});
}

void MiniMap::mousePressEvent(QMouseEvent* event)
{
    if (!m_viewport || m_extent.isEmpty())
        return;
    const LocalPosition place = placeAt(event->position());
    m_viewport->lookAt(place.x, place.y);
}

} // namespace twin::viewport
