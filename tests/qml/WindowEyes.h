// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QAccessible>

class QQuickItem;
class QQuickWindow;

/// What a person makes out in a window, for tests. GUI thread.
namespace twin::test {

using ItemTest = std::function<bool(QQuickItem&)>;

/// @returns all visible items for which the test says yes, in the order of the tree, popups last.
[[nodiscard]] QList<QQuickItem*> visibleItems(QQuickWindow& window, const ItemTest& test);
/// @returns a visible item with these words; null when there is none.
[[nodiscard]] QQuickItem* findWords(QQuickWindow& window, const QString& words);
/// @returns a visible item as a screen reader names it; null when there is none.
[[nodiscard]] QQuickItem* findControl(QQuickWindow& window, QAccessible::Role role, const QString& name);
/// @returns the middle of an item in its window.
[[nodiscard]] QPoint middleOf(const QQuickItem& item);
/// @returns what a screen reader calls the item; empty: nothing.
[[nodiscard]] QString spokenName(QQuickItem& item);
/// @returns whether the item's type or one that it is made from is called so in QML, e.g. "Panel".
[[nodiscard]] bool isA(const QQuickItem& item, const char* qmlType);

/// Waits for an item and until it stands still. @returns its middle; null: it does not come.
[[nodiscard]] QPoint resting(const std::function<QQuickItem*()>& find);

} // namespace twin::test
