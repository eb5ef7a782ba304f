// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/Translations.h"
#include "app/viewmodels/AppModel.h"

#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

extern void qml_register_types_Stadtzwilling();

using namespace twin;

namespace {

/// The whole window over view-models without any data.
class Stage {
public:
    explicit Stage(bool slow = false)
        : m_app({[](const QString&) {
                     services::OpenedRegion region;
                     region.extent.include(LocalPosition{0, 0, 0});
                     region.extent.include(LocalPosition{500, 500, 40});
                     region.title = QStringLiteral("Probe");
                     region.demo = true;
                     return Result<services::OpenedRegion>(region);
                 },
                 [slow](const QStringList& sources, const CancellationToken& cancel, const ProgressSink& progress) {
                     progress(0.5, QStringLiteral("Gebäude lesen"));
                     while (slow && !cancel.isCancelled())
                         QThread::msleep(5);
                     if (slow)
                         return Result<QString>(tl::unexpected(Error{ErrorCode::Cancelled, {}, {}, {}, {}}));
                     if (sources.contains(QStringLiteral("/tmp/kaputt.gml")))
                         return Result<QString>(failure(ErrorCode::MalformedData,
                                                        QStringLiteral("Die Datei ist beschädigt."), {},
                                                        QStringLiteral("Laden Sie die Datei neu.")));
                     return Result<QString>(QStringLiteral("x"));
                 },
                 [](const QString& path) { return !path.endsWith(QLatin1String(".gml")); },
                 std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat)})
    {
        QObject::connect(&m_engine, &QQmlEngine::warnings, [this](const QList<QQmlError>& errors) {
            for (const QQmlError& error : errors)
                m_warnings += error.toString();
        });
        m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
        m_engine.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&m_app)}});
        m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Stadtzwilling/Main.qml")));
    }
    QQuickWindow* window() { return qobject_cast<QQuickWindow*>(m_engine.rootObjects().value(0)); }
    AppModel& app() { return m_app; }
    QQmlEngine& engine() { return m_engine; }
    /// @returns an item with these words that the tree of visible things holds; null when there is none.
    QQuickItem* find(const QString& words)
    {
        const auto search = [&](const auto& self, QQuickItem* item) -> QQuickItem* {
            if (!item->isVisible())
                return nullptr;
            if (item->property("text").toString() == words)
                return item;
            const QList<QQuickItem*> children = item->childItems();
            for (QQuickItem* child : children)
                if (QQuickItem* found = self(self, child))
                    return found;
            return nullptr;
        };
        return search(search, window()->contentItem());
    }
    bool says(const QString& words) { return find(words) != nullptr; }
    QString warnings() const { return m_warnings.join(QLatin1Char('\n')); }
    void openRegion()
    {
        m_app.importer()->openPaths({QStringLiteral("x")});
        QTRY_COMPARE(m_app.region()->state(), RegionModel::State::Open);
    }
    QString focusName()
    {
        return window()->activeFocusItem() ? QString::fromLatin1(window()->activeFocusItem()->metaObject()->className())
                                           : QString();
    }

private:
    QStringList m_warnings;
    QTemporaryDir m_folder;
    AppModel m_app;
    QQmlApplicationEngine m_engine;
};

} // namespace

class WindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qml_register_types_Stadtzwilling(); }

    void loadsWithoutWarningsInEveryTheme_data()
    {
        QTest::addColumn<QString>("theme");
        for (const char* theme : {"light", "dark", "contrast"})
            QTest::newRow(theme) << QString::fromLatin1(theme);
    }
    void loadsWithoutWarningsInEveryTheme()
    {
        QFETCH(QString, theme);
        Stage stage;
        QVERIFY2(stage.window(), qPrintable(stage.warnings()));
        QVERIFY(stage.app().settings()->overrideTheme(theme));
        stage.window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(stage.window()));
        stage.openRegion();
        stage.app().issues()->add({ErrorCode::NotFound, QStringLiteral("Probe"), {}, {}, {}});
        stage.app().selection().select({QStringLiteral("buildings"), QStringLiteral("a")});
        stage.app().search()->setQuery(QStringLiteral("392514 5708120"));
        stage.app().settings()->setScale(1.5);
        QTest::qWait(200);
        QVERIFY2(stage.warnings().isEmpty(), qPrintable(stage.warnings()));
    }

    void startsInEnglishAndChangesWhileItRuns()
    {
        Translations translations(QStringLiteral("en"));
        Stage stage;
        stage.window()->show();
        stage.openRegion();
        QVERIFY(stage.says(QStringLiteral("Explore")));
        QVERIFY(stage.says(QStringLiteral("Now")));
        QVERIFY(!stage.says(QStringLiteral("Erkunden")));
        translations.setLanguage(QStringLiteral("de"));
        stage.engine().retranslate();
        stage.app().retranslate();
        QVERIFY(stage.says(QStringLiteral("Erkunden")));
        QVERIFY(!stage.says(QStringLiteral("Explore")));
        QVERIFY2(stage.warnings().isEmpty(), qPrintable(stage.warnings()));
    }

    void droppedFileIsOpened()
    {
        Stage stage;
        stage.window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(stage.window()));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/stadt.gml"))});
        const QPoint middle(400, 300);
        QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(stage.window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(stage.window(), &drop);
        QTRY_COMPARE(stage.app().region()->state(), RegionModel::State::Open);
    }

    void importShowsProgressAndStops()
    {
        Stage stage(/*slow*/ true);
        stage.window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(stage.window()));
        stage.app().importer()->openPaths({QStringLiteral("/tmp/stadt.gml")});
        QTRY_VERIFY(stage.says(QStringLiteral("Gebäude lesen · 50 %")));
        auto* button = stage.find(QStringLiteral("Abbrechen"));
        QVERIFY(button);
        QTRY_VERIFY(button->isVisible() && button->width() > 0);
        QTest::mouseClick(stage.window(), Qt::LeftButton, {},
                          button->mapToScene(QPointF(button->width() / 2, button->height() / 2)).toPoint());
        QTRY_VERIFY(!stage.app().importer()->isRunning());
        QCOMPARE(stage.app().issues()->count(), 0); // a person's own wish is no trouble
        QVERIFY(stage.find(QStringLiteral("Datei öffnen …"))->isVisible());
    }

    void brokenFileSaysWhatToDoAndKeepsTheRegion()
    {
        Stage stage;
        stage.window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(stage.window()));
        stage.openRegion();
        stage.app().importer()->openPaths({QStringLiteral("/tmp/kaputt.gml")});
        QTRY_VERIFY(stage.says(QStringLiteral("Die Datei ist beschädigt.")));
        QVERIFY(stage.says(QStringLiteral("Laden Sie die Datei neu.")));
        QCOMPARE(stage.app().region()->state(), RegionModel::State::Open);
    }

    void severalObjectsAreCounted()
    {
        Stage stage;
        stage.window()->show();
        stage.openRegion();
        stage.app().selection().select({QStringLiteral("buildings"), QStringLiteral("a")});
        stage.app().selection().toggle({QStringLiteral("buildings"), QStringLiteral("b")});
        QTRY_VERIFY(stage.says(QStringLiteral("zuletzt von 2 ausgewählten Objekten")));
        stage.app().selection().toggle({QStringLiteral("buildings"), QStringLiteral("b")});
        QTRY_VERIFY(!stage.says(QStringLiteral("zuletzt von 2 ausgewählten Objekten")));
    }

    void keyboardReachesEverything()
    {
        Stage stage;
        QQuickWindow* window = stage.window();
        QVERIFY(window);
        window->show();
        window->requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(window));
        stage.openRegion();
        QTest::keyClick(window, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY2(stage.focusName().contains(QLatin1String("TextField")), qPrintable(stage.focusName()));
        for (const char key : QByteArrayLiteral("392514 5708120"))
            QTest::keyClick(window, key);
        QTRY_COMPARE(stage.app().search()->count(), 1);
        QVERIFY(stage.says(QStringLiteral("Koordinate (ETRS89/UTM 32N)")));
        QSignalSpy flown(&stage.app(), &AppModel::flyRequested);
        QTest::keyClick(window, Qt::Key_Return);
        QTRY_COMPARE(flown.count(), 1);
        QTRY_VERIFY(stage.focusName().contains(QLatin1String("CityViewport")));
        QVERIFY(!stage.says(QStringLiteral("Koordinate (ETRS89/UTM 32N)"))); // the list of hits is closed
        QTest::keyClick(window, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(window, Qt::Key_Escape);
        QTRY_COMPARE(stage.app().search()->query(), QString());
        QTRY_VERIFY(stage.focusName().contains(QLatin1String("CityViewport")));

        stage.app().selection().select({QStringLiteral("buildings"), QStringLiteral("a")});
        QStringList seen;
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(window, Qt::Key_F6);
            QTest::qWait(20);
            seen += stage.focusName();
        }
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 4); // four panels, four places
        QVERIFY(seen.constLast().contains(QLatin1String("CityViewport")));
        QTest::keyClick(window, Qt::Key_Escape);
        QTRY_VERIFY(!stage.app().inspector()->isActive());
        QVERIFY2(stage.warnings().isEmpty(), qPrintable(stage.warnings()));
    }
};

int main(int argc, char** argv)
{
    QSurfaceFormat format;
    format.setVersion(3, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    QSurfaceFormat::setDefaultFormat(format);
    QQuickWindow::setGraphicsApi(QSGRendererInterface::OpenGL);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    QGuiApplication application(argc, argv);
    WindowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_window.moc"
