// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPointer>
#include <QQmlListProperty>
#include <QQuickItem>

namespace twin::viewport {

/// What stands over the picture: panels, bars, cube. Words in the picture keep clear of it. GUI thread.
class Chrome : public QObject {
    Q_OBJECT
    Q_PROPERTY(QQmlListProperty<QQuickItem> items READ items CONSTANT)

public:
    /// @param picture  outlives this object
    explicit Chrome(QQuickItem& picture) : m_picture(picture) {}

    [[nodiscard]] QQmlListProperty<QQuickItem> items();
    /// @returns what the visible ones cover, pixels of the picture.
    [[nodiscard]] std::vector<QRectF> rects() const;

Q_SIGNALS:
    /// Something appeared, moved, grew or went.
    void changed();

private:
    void add(QQuickItem* item);

    QQuickItem& m_picture;
    std::vector<QPointer<QQuickItem>> m_items;
};

} // namespace twin::viewport
