// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the window can show, with large letters, in small and large windows, in both languages and in high
// contrast: nothing is cut, nothing lies on anything else, nothing reaches out.
#include "app/viewport/CityViewport.h"
#include "journeys/Journey.h"
#include "journeys/LayoutFlaws.h"
#include "support/GuiTestMain.h"

#include <functional>

#include <QQuickItem>
#include <QQuickWindow>

using namespace twin;
using namespace twin::test;

namespace {

/// Something that a person opens, and how it is closed again.
struct Scene {
    const char* name;
    std::function<void(Journey&)> open;
    std::function<void(Journey&)> close;
};

void escape(Journey& person)
{
    person.press(Qt::Key_Escape);
}

void command(Journey& person, const char* id)
{
    Q_EMIT person.app().commandRequested(QString::fromLatin1(id));
}

void selectChurch(Journey& person)
{
    person.app().selection().select({layerName(CityModule::Building), QStringLiteral("DENWDEMOLM000001")});
    QTRY_VERIFY(!person.app().inspector()->bounds().isEmpty());
}

QQuickItem* toolOf(Journey& person, const char* symbol)
{
    return visibleItems(person.window(),
                        [symbol](const QQuickItem& item) {
                            return isControl(item) && item.property("symbol").toString() == QLatin1String(symbol);
                        })
        .value(0);
}

/// The tools of the top bar, wherever they are: in the bar or in its menu.
void tool(Journey& person, const char* symbol)
{
    const auto click = [&](const char* which) {
        const QPoint place = resting([&] { return toolOf(person, which); });
        QVERIFY2(!place.isNull(), which);
        QTest::mouseClick(&person.window(), Qt::LeftButton, {}, place);
    };
    if (toolOf(person, symbol) == nullptr)
        click("more");
    click(symbol);
}

void measure(Journey& person, MeasureModel::Tool what, const std::vector<LocalPosition>& points)
{
    MeasureModel& model = *person.app().measure();
    model.setTool(what);
    for (const LocalPosition& point : points)
        model.add(point);
    model.finish();
}

std::vector<Scene> scenes()
{
    const auto nothing = [](Journey&) {};
    const auto unselect = [](Journey& person) { person.app().selection().clear(); };
    return {
        {"bare", nothing, nothing},
        {"first words", [](Journey& person) { person.app().settings()->setIntroRead(false); },
         [](Journey& person) { person.app().settings()->setIntroRead(true); }},
        {"pointer",
         [](Journey& person) {
             person.app().status()->setPointer(ProjectedPosition{393508, 5708125, 87});
         },
         [](Journey& person) { person.app().status()->setPointer({}); }},
        {"search",
         [](Journey& person) {
             person.press(Qt::Key_K, Qt::ControlModifier);
             person.app().search()->setQuery(QStringLiteral("Dortmund"));
             QTRY_VERIFY(person.app().search()->count() > 0);
         },
         escape},
        {"nothing found",
         [](Journey& person) {
             person.press(Qt::Key_K, Qt::ControlModifier);
             person.app().search()->setQuery(QStringLiteral("xyzzyq"));
             QTRY_VERIFY(person.app().search()->hasFoundNothing());
         },
         escape},
        {"object", selectChurch, unselect},
        {"object and map",
         [](Journey& person) {
             selectChurch(person);
             person.app().settings()->setMapShown(true);
         },
         [unselect](Journey& person) {
             person.app().settings()->setMapShown(false);
             unselect(person);
         }},
        {"measured distance",
         [](Journey& person) {
             measure(person, MeasureModel::Tool::Distance, {{0, 0, 50}, {100, 0, 50}, {100, 123, 60}});
         },
         escape},
        {"measured beside an object",
         [](Journey& person) {
             selectChurch(person);
             measure(person, MeasureModel::Tool::Area, {{0, 0, 50}, {100, 0, 50}, {100, 123, 60}});
         },
         [unselect](Journey& person) {
             person.app().measure()->setTool(MeasureModel::Tool::None);
             unselect(person);
         }},
        {"settings", [](Journey& person) { tool(person, "view"); }, escape},
        {"open", [](Journey& person) { tool(person, "open"); }, escape},
        {"picture", [](Journey& person) { tool(person, "picture"); }, escape},
        {"help", [](Journey& person) { person.press(Qt::Key_F1); }, escape},
        {"views",
         [](Journey& person) {
             command(person, "keepView");
             command(person, "views");
         },
         escape},
        {"themes",
         [](Journey& person) {
             person.window().findChild<QObject*>(QStringLiteral("themes"))->setProperty("visible", true);
         },
         escape},
        {"table", [](Journey& person) { person.press(Qt::Key_T, Qt::ControlModifier); },
         [](Journey& person) { person.press(Qt::Key_T, Qt::ControlModifier); }},
        {"colours", [](Journey& person) { person.app().look()->setAttribute(1); },
         [](Journey& person) { person.app().look()->setAttribute(0); }},
        {"trouble",
         [](Journey& person) {
             person.app().issues()->add({ErrorCode::NotFound,
                                         QStringLiteral("Die Region ist nicht mehr da."),
                                         {},
                                         QStringLiteral("Öffnen Sie sie dort, wo sie jetzt liegt."),
                                         {QStringLiteral("/regionen/dortmund"), -1, {}}});
         },
         [](Journey& person) { person.app().issues()->dismiss(0); }},
        {"undo", [](Journey& person) { person.app().bookmarks()->remove(0); },
         [](Journey& person) { person.app().undo()->dismissNotice(); }},
    };
}

} // namespace

class LayoutTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Journey> m_person;

private Q_SLOTS:
    void initTestCase()
    {
        m_person = std::make_unique<Journey>();
        QVERIFY(m_person->begin());
    }
    void cleanupTestCase() { m_person.reset(); }

    void nothingIsCutOrCovered_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("theme");
        const QSize small(1280, 800);
        const QSize large(1920, 1080);
        QTest::newRow("small 100 %") << small << 1.0 << "de"
                                     << "light";
        QTest::newRow("small 150 %") << small << 1.5 << "de"
                                     << "light";
        QTest::newRow("small 200 %") << small << 2.0 << "de"
                                     << "dark";
        QTest::newRow("large 150 %") << large << 1.5 << "de"
                                     << "light";
        QTest::newRow("large 200 %") << large << 2.0 << "de"
                                     << "light";
        QTest::newRow("small English") << small << 1.0 << "en"
                                       << "light";
        QTest::newRow("small 150 % English") << small << 1.5 << "en"
                                             << "light";
        QTest::newRow("small 200 % English") << small << 2.0 << "en"
                                             << "light";
        QTest::newRow("small contrast") << small << 1.0 << "de"
                                        << "contrast";
        QTest::newRow("small 200 % contrast") << small << 2.0 << "de"
                                              << "contrast";
    }
    void nothingIsCutOrCovered()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        QFETCH(QString, language);
        QFETCH(QString, theme);
        AppModel& app = m_person->app();
        app.settings()->setScale(scale);
        app.settings()->setLanguage(language);
        QVERIFY(app.settings()->overrideTheme(theme));
        m_person->window().resize(size);
        QTRY_COMPARE(m_person->window().size(), size);
        QStringList flaws;
        for (const Scene& scene : scenes()) {
            scene.open(*m_person);
            QStringList found; // what slides and fades comes to rest first
            if (!QTest::qWaitFor([&] { return (found = layoutFlaws(m_person->window())).isEmpty(); }, patience / 10)) {
                for (const QString& flaw : std::as_const(found))
                    flaws += QStringLiteral("%1: %2").arg(QLatin1String(scene.name), flaw);
                if (const QString folder = qEnvironmentVariable("TWIN_FLAW_PICTURES"); !folder.isEmpty())
                    m_person->window().grabWindow().save(
                        QStringLiteral("%1/%2 %3.png")
                            .arg(folder, QString::fromLatin1(QTest::currentDataTag()), QLatin1String(scene.name)));
            }
            scene.close(*m_person);
            QTest::qWait(20);
        }
        QVERIFY2(flaws.isEmpty(), qPrintable(flaws.join(QLatin1Char('\n'))));
    }
};

TWIN_GUI_TEST_MAIN(LayoutTest)
#include "tst_layout.moc"
