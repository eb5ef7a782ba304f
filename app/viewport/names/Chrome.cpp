// SPDX-License-Identifier: GPL-3.0-or-later
#include "Chrome.h"

namespace twin::viewport {

QQmlListProperty<QQuickItem> Chrome::items()
{
    using List = QQmlListProperty<QQuickItem>;
    return {this,
            nullptr,
            [](List* list, QQuickItem* item) { static_cast<Chrome*>(list->object)->add(item); },
            [](List* list) { return static_cast<qsizetype>(static_cast<Chrome*>(list->object)->m_items.size()); },
            [](List* list, qsizetype i) {
                return static_cast<Chrome*>(list->object)->m_items[static_cast<std::size_t>(i)].data();
            },
            [](List* list) {
                auto* chrome = static_cast<Chrome*>(list->object);
                for (const QPointer<QQuickItem>& item : chrome->m_items)
                    if (item)
                        item->disconnect(chrome);
                chrome->m_items.clear();
                Q_EMIT chrome->changed();
            }};
}

void Chrome::add(QQuickItem* item)
{
    if (item == nullptr)
        return;
    m_items.emplace_back(item);
    for (const auto signal : {&QQuickItem::xChanged, &QQuickItem::yChanged, &QQuickItem::widthChanged,
                              &QQuickItem::heightChanged, &QQuickItem::visibleChanged})
        connect(item, signal, this, &Chrome::changed);
    Q_EMIT changed();
}

std::vector<QRectF> Chrome::rects() const
{
    std::vector<QRectF> rects;
    for (const QPointer<QQuickItem>& item : m_items)
        if (item && item->isVisible() && item->width() > 0 && item->height() > 0)
            rects.push_back(item->mapRectToItem(&m_picture, QRectF(0, 0, item->width(), item->height())));
    return rects;
}

} // namespace twin::viewport
