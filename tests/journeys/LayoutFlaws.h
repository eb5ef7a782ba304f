// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QStringList>

class QQuickItem;
class QQuickWindow;

/// What a look with a ruler finds wrong in a window. GUI thread.
namespace twin::test {

/// @returns words that are cut though they must not be (Words.mayElide), words and controls that reach out of the
/// window or of their panel, controls and words that lie on each other, panels that cover each other. What scrolls may
/// be out of sight. A flaw a line.
[[nodiscard]] QStringList layoutFlaws(QQuickWindow& window);

/// @returns controls smaller than a finger, and those that a finger cannot tell apart. @param least  pixels
[[nodiscard]] QStringList smallTargets(QQuickWindow& window, double least);

/// @returns whether a finger or a click means something here.
[[nodiscard]] bool isControl(const QQuickItem& item);

/// @returns what can be seen of the item in its window: it may be scrolled away. Pixels of the window.
[[nodiscard]] QRectF seenPart(const QQuickItem& item);

} // namespace twin::test
