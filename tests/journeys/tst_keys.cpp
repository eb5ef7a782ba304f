// SPDX-License-Identifier: GPL-3.0-or-later
// Without a pointer: every function by keys, the keyboard's place always to be seen, and a way out of everything.
#include "app/viewport/CityViewport.h"
#include "journeys/Journey.h"
#include "journeys/LayoutFlaws.h"
#include "support/GuiTestMain.h"

#include <QFileInfo>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSet>

using namespace twin;
using namespace twin::test;

namespace {

constexpr int mostStops = 300;

/// A frame in or round the item that shows where the keyboard is.
bool hasFocusRing(QQuickItem& item, QQuickWindow& window)
{
    const QRectF place = seenPart(item);
    return !visibleItems(window, [&](const QQuickItem& ring) {
                return isA(ring, "FocusRing") && ring.property("shown").toBool() && !seenPart(ring).isEmpty() &&
                       seenPart(ring).intersects(place);
            }).isEmpty();
}

/// The list that the keyboard is in, by its spoken name: the keyboard is at one of its rows, at whose name a screen
/// reader begins.
QString listName(QQuickItem* focus)
{
    for (QQuickItem* item = focus; item != nullptr; item = item->parentItem())
        if (item->inherits("QQuickItemView"))
            return spokenName(*item);
    return {};
}

/// A list is reached with the row that it has chosen.
bool isReached(QQuickItem* stop, const QSet<QQuickItem*>& seen)
{
    return seen.contains(stop) ||
           (stop->inherits("QQuickItemView") && seen.contains(stop->property("currentItem").value<QQuickItem*>()));
}

/// Where Tab must come past.
QSet<QQuickItem*> stopsOf(QQuickWindow& window)
{
    const QList<QQuickItem*> stops = visibleItems(window, [](const QQuickItem& item) {
        const QByteArray type = item.metaObject()->className();
        return item.activeFocusOnTab() && item.isEnabled() && !type.startsWith("QQuickRootItem");
    });
    return {stops.begin(), stops.end()};
}

QStringList names(const QSet<QQuickItem*>& items)
{
    QStringList result;
    for (QQuickItem* item : items)
        result += spokenName(*item) + QLatin1Char(' ') + QString::fromLatin1(item->metaObject()->className());
    return result;
}

} // namespace

class KeysTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Journey> m_person;

    QQuickWindow& window() { return m_person->window(); }
    AppModel& app() { return m_person->app(); }

    void find(const QString& words)
    {
        m_person->press(Qt::Key_K, Qt::ControlModifier);
        m_person->type(words);
        QVERIFY2(QTest::qWaitFor([this] { return app().search()->count() > 0; }, patience), qPrintable(typingState()));
        m_person->press(Qt::Key_Return);
    }

    /// What became of letters that led to nothing.
    QString typingState()
    {
        return QStringLiteral("typed \"%1\", keyboard at \"%2\", window active %3, nothing found %4")
            .arg(app().search()->query(), m_person->focusName())
            .arg(m_person->window().isActive())
            .arg(app().search()->hasFoundNothing());
    }

    /// Whether the cross in the middle of the picture is on what this box holds.
    bool isInTheMiddle(const Box& box)
    {
        QRectF seen;
        for (const double x : {box.min.x, box.max.x})
            for (const double y : {box.min.y, box.max.y})
                for (const double z : {box.min.z, box.max.z})
                    if (const auto pixel = m_person->pixelOf({x, y, z}))
                        seen |= QRectF(*pixel, QSizeF(1, 1));
        return seen.contains(QRectF(QPointF(), window().size()).center());
    }

    /// Presses Tab until the keyboard is in the list of this name, at the row that it has chosen.
    bool tabInto(const QString& list)
    {
        const auto isThere = [&] {
            return !visibleItems(window(), [&](QQuickItem& item) {
                        return item.inherits("QQuickItemView") && spokenName(item) == list;
                    }).isEmpty();
        };
        if (!QTest::qWaitFor(isThere, patience))
            return false;
        QStringList passed;
        for (int stop = 0; stop < mostStops && listName(m_person->focus()) != list; ++stop) {
            passed += m_person->focusName();
            m_person->press(Qt::Key_Tab);
            QCoreApplication::processEvents();
        }
        if (listName(m_person->focus()) == list)
            return true;
        qWarning("Tab passes %s", qPrintable(passed.join(QStringLiteral(", ")).left(3000)));
        return false;
    }

    /// Goes round with Tab from where the keyboard is. What it sees of each stop is checked.
    void goRound(Qt::Key key, QSet<QQuickItem*>& seen, QStringList& flaws)
    {
        QPointer<QQuickItem> start = m_person->focus();
        QVERIFY(start);
        for (int stop = 0; stop < mostStops; ++stop) {
            m_person->press(key);
            QTest::qWait(1); // what is out of sight is scrolled to
            QQuickItem* item = m_person->focus();
            QVERIFY2(item != nullptr, "the keyboard is nowhere");
            seen += item;
            const QString name = m_person->focusName();
            const QString where = name + QLatin1Char(' ') + QString::fromLatin1(item->metaObject()->className());
            if (name.isEmpty())
                flaws += QStringLiteral("without a name: ") + where;
            if (seenPart(*item).isEmpty())
                flaws += QStringLiteral("out of sight: ") + where;
            else if (!QTest::qWaitFor([&] { return hasFocusRing(*item, window()); }, patience / 10))
                flaws += QStringLiteral("not to be seen that the keyboard is there: ") + where;
            if (item == start)
                return;
        }
        QFAIL(qPrintable(QStringLiteral("Tab does not come back to the start, it goes round %1")
                             .arg(names(seen).join(QStringLiteral(", ")))));
    }

    void everythingIsReached()
    {
        QStringList flaws;
        QSet<QQuickItem*> forwards;
        QSet<QQuickItem*> backwards;
        goRound(Qt::Key_Tab, forwards, flaws);
        goRound(Qt::Key_Backtab, backwards, flaws);
        QSet<QQuickItem*> missed;
        for (QQuickItem* stop : stopsOf(window()))
            if (!isReached(stop, forwards))
                missed += stop;
        flaws +=
            names(missed).replaceInStrings(QRegularExpression(QStringLiteral("^")), QStringLiteral("never reached: "));
        // Qt goes from the first entry of a list past the list itself; F6 and Tab reach it.
        for (QQuickItem* item : forwards - backwards)
            if (std::none_of(backwards.cbegin(), backwards.cend(),
                             [item](const QQuickItem* reached) { return item->isAncestorOf(reached); }))
                flaws += QStringLiteral("not reached backwards: ") + spokenName(*item);
        QVERIFY2(flaws.isEmpty(), qPrintable(flaws.join(QLatin1Char('\n'))));
    }

private Q_SLOTS:
    void init()
    {
        m_person = std::make_unique<Journey>();
        QVERIFY(m_person->begin());
    }
    void cleanup()
    {
        QVERIFY2(m_person->warnings().isEmpty(), qPrintable(m_person->warnings()));
        m_person.reset();
    }

    void fromSearchToAKeptPicture()
    {
        app().settings()->setIntroRead(false);
        QVERIFY(m_person->tabTo(QStringLiteral("Los geht’s")));
        m_person->press(Qt::Key_Return);
        QTRY_VERIFY(app().settings()->isIntroRead());

        find(QStringLiteral("Reinoldikirche"));
        QTRY_VERIFY(m_person->view().isKeyed()); // a frame and a cross show where one is
        QTRY_VERIFY(!app().inspector()->bounds().isEmpty());
        QVERIFY(m_person->settle());
        QTRY_VERIFY2(m_person->says(QStringLiteral("104,0 m")), qPrintable(app().inspector()->figure()));
        m_person->press(Qt::Key_Escape);
        m_person->press(Qt::Key_Escape);
        QTRY_VERIFY(!app().inspector()->isActive());
        QVERIFY(m_person->settle());
        m_person->press(Qt::Key_Space); // what is in the middle
        QTRY_VERIFY(!app().inspector()->figure().isEmpty() && !app().inspector()->bounds().isEmpty());
        QVERIFY(m_person->says(app().inspector()->figure()));
        QVERIFY2(isInTheMiddle(app().inspector()->bounds()), qPrintable(app().inspector()->title()));

        for (int i = 0; i < 8 && !m_person->focusName().contains(QStringLiteral("Auswahl aufheben")); ++i) {
            m_person->press(Qt::Key_F6);
            QCoreApplication::processEvents();
        }
        QVERIFY2(m_person->focusName() == QStringLiteral("Auswahl aufheben"), qPrintable(m_person->focusName()));
        QVERIFY(tabInto(QStringLiteral("Angaben")));
        m_person->press(Qt::Key_Down);
        m_person->press(Qt::Key_Down);
        QVERIFY(m_person->tabTo(QStringLiteral("Stadtmodell")));

        m_person->press(Qt::Key_T);
        QVERIFY(m_person->settle());
        m_person->press(Qt::Key_M, Qt::ControlModifier);
        m_person->press(Qt::Key_Space);
        QTRY_COMPARE(app().measure()->pointCount(), 1);
        QTest::keyPress(&window(), Qt::Key_Right);
        QTRY_VERIFY(m_person->view().isMoving());
        QTest::qWait(300);
        QTest::keyRelease(&window(), Qt::Key_Right);
        QVERIFY(m_person->settle());
        m_person->press(Qt::Key_Space);
        QTRY_COMPARE(app().measure()->pointCount(), 2);
        m_person->press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(app().measure()->pointCount(), 1);
        m_person->press(Qt::Key_Space);
        QTRY_COMPARE(app().measure()->pointCount(), 2);
        m_person->press(Qt::Key_Return);
        QTRY_VERIFY(app().measure()->isFinished());
        m_person->press(Qt::Key_Escape);
        m_person->press(Qt::Key_Escape);
        QTRY_VERIFY(!app().measure()->isActive());

        const QString file = m_person->path(QStringLiteral("Pictures/tasten.png"));
        m_person->press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!visibleItems(window(), [](const QQuickItem& item) {
                         return item.objectName() == QLatin1String("fileNameTextField");
                     }).isEmpty());
        for (int stop = 0; stop < 40 && m_person->focus()->objectName() != QLatin1String("fileNameTextField"); ++stop) {
            m_person->press(Qt::Key_Tab);
            QCoreApplication::processEvents();
        }
        m_person->press(Qt::Key_A, Qt::ControlModifier);
        m_person->type(QStringLiteral("tasten.png"));
        const auto isAtSave = [&] { return m_person->focus()->property("text") == QStringLiteral("Speichern"); };
        for (int stop = 0; stop < 40 && !isAtSave(); ++stop) {
            m_person->press(Qt::Key_Tab);
            QCoreApplication::processEvents();
        }
        QVERIFY(isAtSave());
        m_person->press(Qt::Key_Space);
        QTRY_VERIFY(QFileInfo::exists(file));
    }

    void layersShowMoveAndOpen()
    {
        LayerModel& layers = *app().layers();
        const auto title = [&](int row) { return layers.index(row).data(LayerModel::TitleRole).toString(); };
        QVERIFY(tabInto(QStringLiteral("Ebenen")));
        const QString first = title(0);
        m_person->press(Qt::Key_Space);
        QTRY_VERIFY(!layers.index(0).data(LayerModel::ShownRole).toBool());
        m_person->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(layers.index(0).data(LayerModel::ShownRole).toBool());
        m_person->press(Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(title(1), first);
        m_person->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(title(0), first);
        QVERIFY(tabInto(QStringLiteral("Ebenen")));
        m_person->press(Qt::Key_Up);
        QTRY_COMPARE(m_person->focusName(), first);
        m_person->press(Qt::Key_Return); // opens the row
        QVERIFY(m_person->tabTo(QStringLiteral("Deckkraft von %1").arg(first)));
        const double before = layers.index(0).data(LayerModel::OpacityRole).toDouble();
        m_person->press(Qt::Key_Left);
        QTRY_VERIFY(layers.index(0).data(LayerModel::OpacityRole).toDouble() < before);
    }

    void viewsAreKeptNamedAndDeleted()
    {
        m_person->press(Qt::Key_B);
        QTRY_COMPARE(app().bookmarks()->count(), 1);
        m_person->press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(tabInto(QStringLiteral("Gemerkte Ansichten")));
        m_person->press(Qt::Key_F2);
        QTRY_COMPARE(m_person->focusName(), QStringLiteral("Name der Ansicht"));
        m_person->press(Qt::Key_A, Qt::ControlModifier);
        m_person->type(QStringLiteral("Turm"));
        m_person->press(Qt::Key_Return);
        QTRY_COMPARE(app().bookmarks()->index(0).data().toString(), QStringLiteral("Turm"));
        QTRY_COMPARE(m_person->focusName(), QStringLiteral("Turm, Taste 1"));
        m_person->press(Qt::Key_Delete);
        QTRY_COMPARE(app().bookmarks()->count(), 0);
        m_person->press(Qt::Key_Escape);
        m_person->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(app().bookmarks()->count(), 1);
        QCOMPARE(app().bookmarks()->index(0).data().toString(), QStringLiteral("Turm"));
    }

    void tableSortsAndLeadsToAnObject()
    {
        m_person->press(Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(app().table()->count() > 0);
        QVERIFY(m_person->tabTo(QStringLiteral("Höhe (m)")));
        m_person->press(Qt::Key_Return);
        QTRY_VERIFY(!app().table()->isDescending());
        m_person->press(Qt::Key_Return); // the other way round again: the highest first
        QVERIFY(tabInto(QStringLiteral("Objekte")));
        m_person->press(Qt::Key_Return);
        QTRY_VERIFY(app().inspector()->isActive());
        QTRY_VERIFY(!app().inspector()->figure().isEmpty());
        QVERIFY(m_person->tabTo(QStringLiteral("Tabelle schließen")));
        m_person->press(Qt::Key_Return);
        QTRY_VERIFY(!app().table()->isOpen());
    }

    void tabGoesRoundThroughEverything()
    {
        find(QStringLiteral("Reinoldikirche"));
        QTRY_VERIFY(!app().inspector()->figure().isEmpty());
        app().settings()->setMapShown(true);
        m_person->view().forceActiveFocus(Qt::TabFocusReason);
        everythingIsReached();
    }

    void tabGoesRoundInCardsAndEscLeadsBack_data()
    {
        QTest::addColumn<QString>("command");
        for (const char* command : {"settings", "views", "help", "table", "measure", "add"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void tabGoesRoundInCardsAndEscLeadsBack()
    {
        QFETCH(QString, command);
        m_person->view().forceActiveFocus(Qt::TabFocusReason);
        Q_EMIT app().commandRequested(command);
        QTest::qWait(400); // it fades in
        QStringList flaws;
        QSet<QQuickItem*> seen;
        if (!m_person->focus() || m_person->focusName().isEmpty())
            m_person->press(Qt::Key_Tab);
        goRound(Qt::Key_Tab, seen, flaws);
        QVERIFY2(flaws.isEmpty(), qPrintable(flaws.join(QLatin1Char('\n'))));
        for (int i = 0; i < 3; ++i) {
            m_person->press(Qt::Key_Escape);
            QTest::qWait(200);
        }
        QTRY_COMPARE(m_person->focusName(), QStringLiteral("Stadtmodell"));
        QTRY_VERIFY(!app().measure()->isActive() && !app().table()->isOpen());
    }
};

TWIN_GUI_TEST_MAIN(KeysTest)
#include "tst_keys.moc"
