// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/WindowEyes.h"

#include <utility>

#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

namespace twin::test {
namespace {

void collect(QQuickItem& item, const ItemTest& test, QList<QQuickItem*>& found)
{
    if (!item.isVisible())
        return;
    if (test(item))
        found += &item;
    const QList<QQuickItem*> children = item.childItems();
    for (QQuickItem* child : children)
        collect(*child, test, found);
}

constexpr int longestWaitMilliseconds = 30'000; // beside other tests

/// Spaces that do not break look like others.
QString asRead(QString text)
{
    return text.replace(QChar(QChar::Nbsp), QLatin1Char(' ')).replace(QChar(0x202F), QLatin1Char(' '));
}

} // namespace

QList<QQuickItem*> visibleItems(QQuickWindow& window, const ItemTest& test)
{
    QList<QQuickItem*> found;
    collect(*window.contentItem(), test, found);
    return found;
}

QQuickItem* findWords(QQuickWindow& window, const QString& words)
{
    const QString wanted = asRead(words);
    return visibleItems(window,
                        [&](const QQuickItem& item) { return asRead(item.property("text").toString()) == wanted; })
        .value(0);
}

QQuickItem* findControl(QQuickWindow& window, QAccessible::Role role, const QString& name)
{
    return visibleItems(window,
                        [&](QQuickItem& item) {
                            const QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&item);
                            return accessible && accessible->role() == role &&
                                   accessible->text(QAccessible::Name) == name;
                        })
        .value(0);
}

QPoint middleOf(const QQuickItem& item)
{
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint();
}

QString spokenName(QQuickItem& item)
{
    const QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&item);
    return accessible ? accessible->text(QAccessible::Name) : QString();
}

bool isA(const QQuickItem& item, const char* qmlType)
{
    const QByteArray start = QByteArray(qmlType) + "_QMLTYPE_";
    for (const QMetaObject* type = item.metaObject(); type != nullptr; type = type->superClass())
        if (QByteArray(type->className()).startsWith(start) || qstrcmp(type->className(), qmlType) == 0)
            return true;
    return false;
}

QPoint resting(const std::function<QQuickItem*()>& find)
{
    QPoint before;
    const bool rests = QTest::qWaitFor(
        [&] {
            const QQuickItem* item = find();
            if (item == nullptr || item->width() <= 0)
                return false;
            return std::exchange(before, middleOf(*item)) == middleOf(*item);
        },
        longestWaitMilliseconds);
    return rests ? before : QPoint();
}

} // namespace twin::test
