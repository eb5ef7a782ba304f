// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/live/HistoryModel.h"

#include <QColor>
#include <QFont>
#include <QPointer>
#include <QQuickPaintedItem>

namespace twin::viewport {

/// A chart of series in the window: wheel and pinch stretch it, dragging moves it, the pointer and the arrow keys read
/// it. Painted on the render thread from values taken while the GUI thread waits.
class HistoryChart : public QQuickPaintedItem {
    Q_OBJECT
    Q_PROPERTY(twin::HistoryModel* history READ history WRITE setHistory NOTIFY historyChanged REQUIRED)
    Q_PROPERTY(QFont font MEMBER m_font NOTIFY styleChanged)
    Q_PROPERTY(QColor textColor MEMBER m_text NOTIFY styleChanged)
    Q_PROPERTY(QColor mutedColor MEMBER m_muted NOTIFY styleChanged)
    Q_PROPERTY(QColor lineColor MEMBER m_line NOTIFY styleChanged)
    Q_PROPERTY(QColor accentColor MEMBER m_accent NOTIFY styleChanged)
    Q_PROPERTY(QColor limitColor MEMBER m_limit NOTIFY styleChanged)
    Q_PROPERTY(QColor gapColor MEMBER m_gap NOTIFY styleChanged)
    Q_PROPERTY(QVariantList seriesColors MEMBER m_series NOTIFY styleChanged)

public:
    explicit HistoryChart(QQuickItem* parent = nullptr);

    [[nodiscard]] HistoryModel* history() const { return m_history; }
    void setHistory(HistoryModel* history);
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void historyChanged();
    void styleChanged();

protected:
    void itemChange(ItemChange change, const ItemChangeData& data) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void hoverMoveEvent(QHoverEvent* event) override;
    void hoverLeaveEvent(QHoverEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void takeScene();
    void measure();
    /// @returns 0 … 1 across the plot; outside of it beyond.
    [[nodiscard]] double shareAt(double x) const;

    QPointer<HistoryModel> m_history;
    ChartScene m_scene;
    ChartLayout m_layout;
    QFont m_font;
    QColor m_text, m_muted, m_line, m_accent, m_limit, m_gap;
    QVariantList m_series;           ///< colours, or their names
    std::optional<double> m_dragged; ///< x where the pointer was
};

} // namespace twin::viewport
