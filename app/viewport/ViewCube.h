// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QColor>
#include <QPolygonF>
#include <QQuickPaintedItem>
#include <QStringList>

namespace twin::viewport {

/// A cube that lies in the world as the camera sees it: a click on a side shows the region from there, dragging turns
/// the view, arrow keys go from side to side. GUI thread, painted on the render thread from values taken while the GUI
/// thread waits.
class ViewCube : public QQuickPaintedItem {
    Q_OBJECT
    /// of the camera: clockwise from grid north, upwards
    Q_PROPERTY(double headingDegrees READ headingDegrees WRITE setHeadingDegrees NOTIFY directionChanged)
    Q_PROPERTY(double pitchDegrees READ pitchDegrees WRITE setPitchDegrees NOTIFY directionChanged)
    /// words on north, east, south, west and top
    Q_PROPERTY(QStringList labels MEMBER m_labels NOTIFY lookChanged)
    Q_PROPERTY(QColor sideColor MEMBER m_sideColor NOTIFY lookChanged)
    Q_PROPERTY(QColor topColor MEMBER m_topColor NOTIFY lookChanged)
    Q_PROPERTY(QColor lineColor MEMBER m_lineColor NOTIFY lookChanged)
    Q_PROPERTY(QColor textColor MEMBER m_textColor NOTIFY lookChanged)
    Q_PROPERTY(QColor accentColor MEMBER m_accentColor NOTIFY lookChanged)
    Q_PROPERTY(QString family MEMBER m_family NOTIFY lookChanged)
    /// index into `labels` of the side under the pointer; -1: none
    Q_PROPERTY(int hovered READ hovered NOTIFY hoveredChanged)

public:
    enum Side { North, East, South, West, Top };
    Q_ENUM(Side)
    static constexpr int sideCount = 5;

    explicit ViewCube(QQuickItem* parent = nullptr);

    [[nodiscard]] double headingDegrees() const { return m_heading; }
    [[nodiscard]] double pitchDegrees() const { return m_pitch; }
    [[nodiscard]] int hovered() const { return m_hovered; }
    void setHeadingDegrees(double degrees);
    void setPitchDegrees(double degrees);

    /// @returns the side below a point of the item; -1 beside the cube.
    [[nodiscard]] int sideAt(QPointF point) const;
    /// @returns where a side is on the item; empty when it is turned away.
    [[nodiscard]] QPolygonF outlineOf(int side) const;
    /// Asks for the view of a side, as a click on it does.
    Q_INVOKABLE void choose(int side);
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void directionChanged();
    void lookChanged();
    void hoveredChanged();
    /// Please fly to this direction.
    void chosen(double headingDegrees, double pitchDegrees);
    /// Please look in this direction at once.
    void turned(double headingDegrees, double pitchDegrees);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseUngrabEvent() override { m_dragging = false; }
    void hoverMoveEvent(QHoverEvent* event) override;
    void hoverLeaveEvent(QHoverEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int seenFrom() const;
    void setHovered(int side);
    void paintSide(QPainter& painter, int side) const;

    double m_heading = 0;
    double m_pitch = -30;
    QStringList m_labels;
    QColor m_sideColor, m_topColor, m_lineColor, m_textColor, m_accentColor;
    QString m_family;
    int m_hovered = -1;
    QPointF m_pressedAt;
    double m_headingThen = 0;
    double m_pitchThen = 0;
    bool m_dragging = false;
};

} // namespace twin::viewport
