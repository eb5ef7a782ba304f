// SPDX-License-Identifier: GPL-3.0-or-later
#include "journeys/LayoutFlaws.h"

#include "qml/WindowEyes.h"

#include <QAccessible>
#include <QQuickItem>
#include <QQuickWindow>

namespace twin::test {
namespace {

constexpr double tolerance = 1.5; // pixels: half ones are rounded

bool isText(const QQuickItem& item)
{
    return item.inherits("QQuickText") && !item.property("text").toString().isEmpty() && item.width() > 0;
}

bool isPanel(const QQuickItem& item)
{
    return isA(item, "Panel") || item.inherits("QQuickPopupItem");
}

bool fades(const QQuickItem& item)
{
    for (const QQuickItem* above = &item; above != nullptr; above = above->parentItem())
        if (above->opacity() < 0.99 && above->opacity() != 0.6 && above->opacity() != 0.5)
            return true;
    return false;
}

const QQuickItem* firstAbove(const QQuickItem& item, const std::function<bool(const QQuickItem&)>& test)
{
    for (const QQuickItem* above = item.parentItem(); above != nullptr; above = above->parentItem())
        if (test(*above))
            return above;
    return nullptr;
}

QRectF sceneRect(const QQuickItem& item)
{
    return item.mapRectToScene({0, 0, item.width(), item.height()});
}

/// What is drawn of a text, which is often less than the room it has.
QRectF inkRect(const QQuickItem& item)
{
    if (!item.inherits("QQuickText"))
        return sceneRect(item);
    const double width = std::min(item.property("contentWidth").toDouble(), item.width());
    const double left = item.property("leftPadding").toDouble();
    const double right = item.property("rightPadding").toDouble();
    const int alignment = item.property("effectiveHorizontalAlignment").toInt();
    const double x = alignment == Qt::AlignRight     ? item.width() - right - width
                     : alignment == Qt::AlignHCenter ? (item.width() - width) / 2
                                                     : left;
    return item.mapRectToScene({x, 0, width, item.height()});
}

QString described(const QQuickItem& item)
{
    QString name = item.property("text").toString();
    if (name.isEmpty())
        name = spokenName(const_cast<QQuickItem&>(item));
    const QRectF place = sceneRect(item);
    return QStringLiteral("%1 “%2” (%3, %4, %5 × %6)")
        .arg(QString::fromLatin1(item.metaObject()->className()).section(QLatin1Char('_'), 0, 0), name.left(50))
        .arg(qRound(place.x()))
        .arg(qRound(place.y()))
        .arg(qRound(place.width()))
        .arg(qRound(place.height()));
}

bool within(const QRectF& inner, const QRectF& outer)
{
    return outer.adjusted(-tolerance, -tolerance, tolerance, tolerance).contains(inner);
}

bool meet(const QRectF& a, const QRectF& b)
{
    const QRectF common = a & b;
    return common.width() > tolerance && common.height() > tolerance;
}

bool isCut(const QQuickItem& item)
{
    return item.property("truncated").toBool() && !item.property("mayElide").toBool() && isA(item, "Words");
}

bool scrolls(const QQuickItem& item)
{
    return item.inherits("QQuickFlickable");
}

/// Reaches out of what holds it, and nothing scrolls there.
QString outreach(const QQuickItem& item, const QQuickWindow& window)
{
    const QRectF ink = inkRect(item);
    const QQuickItem* list = firstAbove(item, scrolls);
    const QQuickItem* panel = firstAbove(item, isPanel);
    if (list != nullptr && (panel == nullptr || firstAbove(*list, isPanel) == panel)) {
        const QRectF view = sceneRect(*list);
        const bool sideways = list->property("contentWidth").toDouble() > list->width() + 1;
        if (!sideways && (ink.left() < view.left() - tolerance || ink.right() > view.right() + tolerance))
            return QStringLiteral("wider than its list: ") + described(item);
        return {};
    }
    if (panel != nullptr && !within(ink, sceneRect(*panel)))
        return QStringLiteral("out of its panel: ") + described(item);
    if (!within(ink, QRectF(QPointF(), window.size())))
        return QStringLiteral("out of the window: ") + described(item);
    return {};
}

bool holds(const QQuickItem& outer, const QQuickItem& inner)
{
    return outer.isAncestorOf(&inner);
}

/// Things of the same panel that lie on each other.
QStringList collisions(const QList<QQuickItem*>& things)
{
    QStringList flaws;
    for (qsizetype i = 0; i < things.size(); ++i)
        for (qsizetype j = i + 1; j < things.size(); ++j) {
            const QQuickItem& a = *things[i];
            const QQuickItem& b = *things[j];
            if (holds(a, b) || holds(b, a) || firstAbove(a, isPanel) != firstAbove(b, isPanel) ||
                firstAbove(a, isPanel) == nullptr)
                continue;
            if (firstAbove(a, isControl) != firstAbove(b, isControl)) // inside a control it is its own affair
                if (const auto* control = firstAbove(a, isControl); control != nullptr && control == &b)
                    continue;
            const QRectF seenA = inkRect(a) & seenPart(a);
            const QRectF seenB = inkRect(b) & seenPart(b);
            if (meet(seenA, seenB))
                flaws += QStringLiteral("on each other: ") + described(a) + QStringLiteral(" and ") + described(b);
        }
    return flaws;
}

/// Words that lie over what is there for some seconds.
bool passes(QQuickItem& item)
{
    const QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&item);
    return accessible != nullptr && accessible->role() == QAccessible::AlertMessage;
}

QStringList coveredPanels(QQuickWindow& window)
{
    const QList<QQuickItem*> panels = visibleItems(window, [](QQuickItem& item) {
        return isA(item, "Panel") && firstAbove(item, isPanel) == nullptr && !fades(item) && !passes(item);
    });
    QStringList flaws;
    for (qsizetype i = 0; i < panels.size(); ++i)
        for (qsizetype j = i + 1; j < panels.size(); ++j)
            if (meet(sceneRect(*panels[i]), sceneRect(*panels[j])))
                flaws += QStringLiteral("panels on each other: ") + described(*panels[i]) + QStringLiteral(" and ") +
                         described(*panels[j]);
    return flaws;
}

} // namespace

bool isControl(const QQuickItem& item)
{
    return item.inherits("QQuickAbstractButton") || item.inherits("QQuickSlider") || item.inherits("QQuickTextField") ||
           item.inherits("QQuickComboBox") || isA(item, "SearchHit");
}

QRectF seenPart(const QQuickItem& item)
{
    QRectF seen = sceneRect(item) & QRectF(QPointF(), item.window()->size());
    for (const QQuickItem* above = item.parentItem(); above != nullptr; above = above->parentItem())
        if (above->clip())
            seen &= sceneRect(*above);
    return seen;
}

QStringList layoutFlaws(QQuickWindow& window)
{
    const QList<QQuickItem*> things =
        visibleItems(window, [](const QQuickItem& item) { return (isText(item) || isControl(item)) && !fades(item); });
    QStringList flaws;
    for (const QQuickItem* item : things) {
        const QRectF seen = seenPart(*item);
        if (isCut(*item) && !seen.isEmpty())
            flaws += QStringLiteral("cut: ") + described(*item);
        if (const QString far = outreach(*item, window); !far.isEmpty())
            flaws += far;
    }
    return flaws + collisions(things) + coveredPanels(window);
}

QStringList smallTargets(QQuickWindow& window, double least)
{
    QStringList flaws;
    const QList<QQuickItem*> controls = visibleItems(
        window, [](const QQuickItem& item) { return isControl(item) && item.isEnabled() && !fades(item); });
    for (const QQuickItem* control : controls)
        if (!seenPart(*control).isEmpty() && (control->width() < least - 0.5 || control->height() < least - 0.5))
            flaws += QStringLiteral("too small for a finger: ") + described(*control);
    return flaws;
}

} // namespace twin::test
