// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CityViewport.h"

#include <QColor>
#include <QImage>
#include <QPointer>
#include <QQuickPaintedItem>

namespace twin::viewport {

/// The region from above, north up: where something is built, what the picture shows of it and where the camera stands.
/// A click goes there. GUI thread, painted on the render thread from values taken while the GUI thread waits.
class MiniMap : public QQuickPaintedItem {
    Q_OBJECT
    Q_PROPERTY(twin::viewport::CityViewport* viewport READ viewport WRITE setViewport NOTIFY viewportChanged REQUIRED)
    Q_PROPERTY(QColor builtColor MEMBER m_builtColor NOTIFY coloursChanged)
    Q_PROPERTY(QColor landColor MEMBER m_landColor NOTIFY coloursChanged)
    Q_PROPERTY(QColor viewColor MEMBER m_viewColor NOTIFY coloursChanged)
    /// width / height of the region
    Q_PROPERTY(double aspect READ aspect NOTIFY regionChanged)

public:
    explicit MiniMap(QQuickItem* parent = nullptr);

    [[nodiscard]] CityViewport* viewport() const { return m_viewport; }
    void setViewport(CityViewport* viewport);
    [[nodiscard]] double aspect() const;

    void paint(QPainter* painter) override;
    /// @returns the scene place below a point of the map; z 0.
    [[nodiscard]] LocalPosition placeAt(QPointF point) const;
    /// @returns the point of the map for a scene place.
    [[nodiscard]] QPointF pointOf(const LocalPosition& place) const;

Q_SIGNALS:
    void viewportChanged();
    void coloursChanged();
    void regionChanged();

protected:
    void mousePressEvent(QMouseEvent* event) override;

private:
    void follow();
    void takeRegion();
    void drawBuilt();
    [[nodiscard]] QRectF mapRect() const;

    QPointer<CityViewport> m_viewport;
    Box m_extent;
    std::shared_ptr<const services::Skyline> m_skyline;
    QImage m_built;
    QColor m_builtColor;
    QColor m_landColor;
    QColor m_viewColor;
};

} // namespace twin::viewport
