// SPDX-License-Identifier: GPL-3.0-or-later
// What people do every day: undo, order layers, filter and sort the table, colour, hide, come back to a session.
#include "app/services/ImportService.h"
#include "app/services/RegionLayers.h"
#include "app/viewmodels/objects/ColourRamp.h"
#include "app/viewmodels/objects/LookModel.h"
#include "app/viewmodels/objects/ObjectTableModel.h"
#include "app/viewmodels/objects/RowFilter.h"
#include "app/viewmodels/session/MeasureModel.h"
#include "app/viewmodels/session/SessionModel.h"
#include "app/viewmodels/session/UndoModel.h"
#include "app/viewmodels/SettingsModel.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::services;
using package::TableRow;

namespace {

/// A picture of nothing.
class EmptyDrape final : public DrapeSource {
public:
    QString layer() const override { return {}; }
    GroundRectangle extent() const override { return {}; }
    Result<Image> paint(const GroundRectangle&, int, int, const CancellationToken&) const override { return Image(); }
};

OpenedLayer drapeLayer(const char* id, LayerKind kind, int year, const char* theme)
{
    OpenedLayer layer;
    layer.info.id = QString::fromLatin1(id);
    layer.info.kind = kind;
    layer.info.validFrom = QDate(year, 1, 1);
    layer.drape = std::make_shared<EmptyDrape>();
    layer.theme = QString::fromLatin1(theme);
    return layer;
}

TableRow house(const QString& id, std::optional<double> height, const QString& function, const QString& root = {})
{
    TableRow row;
    row.id = id;
    row.root = root.isEmpty() ? id : root;
    row.layer = QStringLiteral("buildings");
    row.function = function;
    row.heightMetres = height;
    return row;
}

} // namespace

class DailyTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::shared_ptr<const OpenedRegion> m_region;

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        ImportRequest request;
        request.sources = {QStringLiteral(TWIN_SOURCE_DIR "/tests/data/cli/drei_testhaeuser.gml")};
        request.out = m_folder.filePath(QStringLiteral("region"));
        QVERIFY(importSources(request, {}, {}));
        auto region = openRegion(request.out);
        QVERIFY(region);
        m_region = std::make_shared<const OpenedRegion>(*std::move(region));
    }

    void stepsGoBackAndForth()
    {
        UndoModel undo;
        int value = 0;
        const auto step = [&](int to, const QString& merges) {
            const int from = std::exchange(value, to);
            undo.note({QStringLiteral("auf %1").arg(to), [&value, from] { value = from; }, [&value, to] { value = to; },
                       merges});
        };
        step(1, {});
        step(2, QStringLiteral("slider"));
        step(3, QStringLiteral("slider"));
        step(4, QStringLiteral("slider"));
        QCOMPARE(undo.undoText(), QStringLiteral("auf 4"));
        undo.undo();
        QCOMPARE(value, 1); // the slider's way is one step
        undo.undo();
        QCOMPARE(value, 0);
        QVERIFY(!undo.canUndo());
        undo.redo();
        undo.redo();
        QCOMPARE(value, 4);
        undo.undo();
        step(9, {});
        QVERIFY(!undo.canRedo());
    }

    void noticesGoWithTheNextStep()
    {
        UndoModel undo;
        undo.announce({QStringLiteral("a"), [] {}, [] {}, {}}, QStringLiteral("Getan."));
        QCOMPARE(undo.notice(), QStringLiteral("Getan."));
        // What an undo does by itself is no step of its own.
        undo.note({QStringLiteral("b"), [&undo] { undo.note({QStringLiteral("c"), [] {}, [] {}, {}}); }, [] {}, {}});
        QVERIFY(undo.notice().isEmpty());
        undo.undo();
        QCOMPARE(undo.undoText(), QStringLiteral("a"));
        undo.clear();
        QVERIFY(!undo.canUndo() && !undo.canRedo());
    }

    void filtersAreWrittenAsOneSpeaks()
    {
        const TableRow school = house(QStringLiteral("A1"), 14.5, QStringLiteral("Allgemein bildende Schule"));
        const TableRow home = house(QStringLiteral("B2"), std::nullopt, QStringLiteral("Wohnhaus"));
        QVERIFY(RowFilter(QStringLiteral("schule")).takes(school) && !RowFilter(QStringLiteral("schule")).takes(home));
        QVERIFY(RowFilter(QStringLiteral("schule höhe>14,4")).takes(school));
        QVERIFY(!RowFilter(QStringLiteral("Höhe <= 14")).takes(school));
        QVERIFY(RowFilter(QStringLiteral("height = 14.5 a1")).takes(school));
        QVERIFY(!RowFilter(QStringLiteral("höhe > 0")).takes(home));     // not known is not zero
        QVERIFY(!RowFilter(QStringLiteral("breite > 3")).takes(school)); // words like any others
        QVERIFY(RowFilter().isEmpty() && RowFilter(QString()).takes(home));
    }

    void numbersAreClassedAndPartsFollowTheirWhole()
    {
        std::vector<TableRow> rows;
        for (int i = 0; i < 60; ++i)
            rows.push_back(house(QString::number(i), 3.0 + i, {}));
        rows.push_back(house(QStringLiteral("part"), std::nullopt, {}, QStringLiteral("59")));
        rows.push_back(house(QStringLiteral("unknown"), std::nullopt, {}));
        const Painting painting = paint(rows, PaintAttribute::Height);
        QVERIFY(painting.classes.size() >= 5);
        QCOMPARE(painting.classOf.size(), rows.size());
        QVERIFY(std::is_sorted(painting.classOf.begin(), painting.classOf.begin() + 60));
        QCOMPARE(painting.classOf[60], painting.classOf[59]);
        QCOMPARE(painting.classOf[61], int(painting.classes.size()) - 1);
        qint64 all = 0;
        for (const PaintClass& paintClass : painting.classes)
            all += paintClass.objects;
        QCOMPARE(all, 61); // parts are not counted
        QVERIFY(painting.classes.front().text.startsWith(QStringLiteral("unter ")));
    }

    void wordsAreClassedByFrequency()
    {
        std::vector<TableRow> rows;
        for (int kind = 0; kind < 12; ++kind)
            for (int i = 0; i <= kind; ++i)
                rows.push_back(house(QStringLiteral("%1-%2").arg(kind).arg(i), 1, QStringLiteral("Art %1").arg(kind)));
        const Painting painting = paint(rows, PaintAttribute::Function);
        QCOMPARE(painting.classes.front().text, QStringLiteral("Art 11"));
        QCOMPARE(painting.classes.front().objects, 12);
        QCOMPARE(painting.classes[7].text, QStringLiteral("übrige"));
        QCOMPARE(painting.classes[7].objects, 1 + 2 + 3 + 4 + 5);
        QVERIFY(paint({}, PaintAttribute::Height).classOf.empty());
    }

    void tableSortsFiltersAndWrites()
    {
        RegionObjects objects;
        SelectionService selection;
        ObjectTableModel table(objects, selection);
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        objects.setRegion(m_region);
        QCOMPARE(table.count(), 0);
        table.setOpen(true);
        QTRY_COMPARE(table.count(), 3);
        const auto height = [&table](int row) {
            return QLocale().toDouble(table.index(row).data(ObjectTableModel::CellsRole).toStringList().at(4));
        };
        QVERIFY2(height(0) >= height(1) && height(1) >= height(2) && height(0) > height(2),
                 "it opens with the highest");
        table.sortBy(ObjectTableModel::heightColumn);
        QTRY_VERIFY(!table.isBusy());
        QVERIFY(height(0) <= height(1) && height(1) <= height(2));
        table.sortBy(ObjectTableModel::heightColumn);
        QTRY_VERIFY(!table.isBusy());
        table.select(0, false);
        table.select(1, true);
        QCOMPARE(selection.selected().size(), 2);
        QVERIFY(table.index(1).data(ObjectTableModel::SelectedRole).toBool());
        table.setSelectedOnly(true);
        QTRY_COMPARE(table.count(), 2);
        table.setSelectedOnly(false);
        table.setFilter(QStringLiteral("TEST_NORD"));
        QTRY_COMPARE(table.count(), 1);
        const QString csv = QString::fromUtf8(table.csv());
        QVERIFY(table.csv().startsWith("\xEF\xBB\xBF")); // spreadsheets need it
        QCOMPARE(csv.count(QStringLiteral("\r\n")), 2);
        QVERIFY(csv.contains(QStringLiteral("TEST_NORD;")));
        QSignalSpy saved(&table, &ObjectTableModel::saved);
        const QString file = m_folder.filePath(QStringLiteral("tabelle.csv"));
        table.saveCsv(QUrl::fromLocalFile(file));
        QTRY_COMPARE(saved.count(), 1);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), table.csv());
        QSignalSpy failed(&table, &ObjectTableModel::failed);
        table.saveCsv(QUrl::fromLocalFile(m_folder.filePath(QStringLiteral("nirgends/tabelle.csv"))));
        QTRY_COMPARE(failed.count(), 1);
    }

    void objectsAreHiddenColouredAndBack()
    {
        SelectionService selection;
        InspectorModel inspector(selection);
        RegionObjects objects;
        UndoModel undo;
        LookModel look(selection, inspector, objects, undo);
        objects.setRegion(m_region);
        QVERIFY(look.look() == nullptr);
        const FeatureRef north{QStringLiteral("buildings"), QStringLiteral("TEST_NORD")};
        selection.select(north);
        look.hideSelected();
        QCOMPARE(look.hiddenCount(), 1);
        QVERIFY(selection.selected().isEmpty());
        QVERIFY(look.look()->hides(north));
        selection.select(north);
        look.isolateSelected();
        QVERIFY(look.isIsolating() && look.look()->hides({QStringLiteral("buildings"), QStringLiteral("other")}));
        undo.undo();
        QVERIFY(!look.isIsolating() && look.hiddenCount() == 1);
        look.showAll();
        QVERIFY(look.look() == nullptr);
        undo.undo();
        QCOMPARE(look.hiddenCount(), 1);
        look.showAll();

        selection.select(north);
        look.xraySelected();
        const FeatureRef other{QStringLiteral("buildings"), QStringLiteral("other")};
        QVERIFY(look.isXray() && look.look()->ghosts(other) && !look.look()->hides(other));
        QVERIFY(!look.look()->ghosts(north));
        look.xraySelected(); // once more ends it
        QVERIFY(!look.isXray() && look.look() == nullptr);
        undo.undo();
        QVERIFY(look.isXray());
        undo.undo();
        QVERIFY(!look.isXray());
        look.xrayLayer(QStringLiteral("vegetation"), QStringLiteral("Bäume"));
        QCOMPARE(look.xrayLayers(), QStringList{QStringLiteral("vegetation")});
        QVERIFY(look.look()->ghosts(north) && !look.look()->ghosts({QStringLiteral("vegetation"), QString()}));
        look.isolateSelected();
        QVERIFY(!look.isXray() && look.xrayLayers().isEmpty() && look.look()->hides(other));
        look.showAll();
        QVERIFY(look.look() == nullptr);

        look.setAttribute(int(PaintAttribute::Height));
        QTRY_VERIFY(!look.isPainting());
        QVERIFY(look.look()->tints.contains(north));
        QVERIFY(!look.legend().isEmpty());
        undo.undo();
        QCOMPARE(look.attribute(), 0);
        QTRY_VERIFY(look.look() == nullptr);
        undo.redo();
        QTRY_VERIFY(look.look() != nullptr);
        look.reset();
        QVERIFY(look.look() == nullptr);
    }

    void theStyleChoosesAmongPicturesOfTheGround()
    {
        const std::vector<OpenedLayer> layers{drapeLayer("streets", LayerKind::Vector, 2024, "basis"),
                                              drapeLayer("plan", LayerKind::Vector, 2024, "own"),
                                              drapeLayer("photo2021", LayerKind::Imagery, 2021, "basis"),
                                              drapeLayer("photo2024", LayerKind::Imagery, 2024, "basis")};
        const auto shown = [&](PictureStyle style, const std::vector<LayerChoice>& choices) {
            QStringList ids;
            for (const LayerChoice& choice : choicesFor(style, layers, choices))
                if (choice.visible)
                    ids += choice.layer;
            return ids.join(QLatin1Char(' '));
        };
        const std::vector<LayerChoice> noPhotos{{QStringLiteral("photo2021"), false, 1, 0},
                                                {QStringLiteral("photo2024"), false, 1, 0}};
        QVERIFY(hasPhoto(layers) && !hasPhoto(std::span(layers).first(2)));
        QCOMPARE(shown(PictureStyle::Standard, noPhotos), QStringLiteral("streets plan"));
        QCOMPARE(shown(PictureStyle::Map, {}), QStringLiteral("streets plan"));
        QCOMPARE(shown(PictureStyle::Photo, noPhotos), QStringLiteral("plan photo2024"));
        QCOMPARE(shown(PictureStyle::Photo, {{QStringLiteral("photo2024"), false, 1, 0}}),
                 QStringLiteral("plan photo2021")); // who chose one gets that one
        QCOMPARE(choicesFor(PictureStyle::Photo, std::span(layers).first(2), {})[0].visible,
                 true); // else nothing is left
    }

    void theStyleIsKept()
    {
        const QString file = m_folder.filePath(QStringLiteral("style.ini"));
        SettingsModel settings(std::make_unique<QSettings>(file, QSettings::IniFormat));
        QSignalSpy changed(&settings, &SettingsModel::pictureStyleChanged);
        settings.nextPictureStyle(false);
        QCOMPARE(settings.pictureStyle(), SettingsModel::PictureStyle::Map);
        settings.nextPictureStyle(false); // without a photo there is nothing to show
        QCOMPARE(settings.pictureStyle(), SettingsModel::PictureStyle::Standard);
        settings.setPictureStyle(SettingsModel::PictureStyle::Photo);
        settings.setPictureStyle(static_cast<SettingsModel::PictureStyle>(7));
        QCOMPARE(changed.count(), 3);
        SettingsModel again(std::make_unique<QSettings>(file, QSettings::IniFormat));
        QCOMPARE(again.pictureStyle(), SettingsModel::PictureStyle::Photo);
        QVERIFY(again.overridePictureStyle(QStringLiteral("map")) && !again.overridePictureStyle(QStringLiteral("x")));
        QCOMPARE(again.pictureStyle(), SettingsModel::PictureStyle::Map);
    }

    void measuringFollowsTheTool()
    {
        MeasureModel measure;
        measure.setTool(MeasureModel::Tool::Distance);
        QVERIFY(!measure.isActive()); // no region, nothing to measure
        measure.setRegion(m_region);
        measure.setTool(MeasureModel::Tool::Height);
        measure.add({0, 0, 10});
        measure.setPointer(LocalPosition{0, 0, 15});
        QCOMPARE(measure.shape().size(), std::size_t(2));
        measure.add({0, 0, 22.5});
        QVERIFY(measure.isFinished());
        QVERIFY(measure.results()->facts().front().value.startsWith(QStringLiteral("+12,50")));
        measure.add({1, 0, 0}); // another one begins
        QCOMPARE(measure.pointCount(), 1);
        measure.setTool(MeasureModel::Tool::Area);
        for (const LocalPosition& corner : {LocalPosition{0, 0, 0}, LocalPosition{10, 0, 0}, LocalPosition{10, 10, 0}})
            measure.add(corner);
        measure.add({10, 10, 0}); // a double click is one point
        QCOMPARE(measure.pointCount(), 3);
        measure.finish();
        QVERIFY(measure.isFinished());
        measure.removeLast();
        QVERIFY(!measure.isFinished());
        measure.back();
        QVERIFY(measure.isActive() && measure.pointCount() == 0);
        measure.back();
        QVERIFY(!measure.isActive());
    }

    void sessionsAreKeptForEachRegion()
    {
        const auto store = [this] {
            return std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        };
        {
            SessionModel session(store());
            QVERIFY(!session.begin(QStringLiteral("/a"), QStringLiteral("A")));
            session.keep({QStringLiteral("1,2,3,4,5"),
                          {{QStringLiteral("terrain"), false, 0.5, 1}},
                          QDateTime(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC),
                          {{QStringLiteral("buildings"), QStringLiteral("x y")}},
                          2});
            QVERIFY(!session.begin(QStringLiteral("/b"), QStringLiteral("B")));
        }
        SessionModel session(store());
        QCOMPARE(session.lastRegion(), QStringLiteral("/b"));
        const auto state = session.begin(QStringLiteral("/a"), QStringLiteral("A"));
        QVERIFY(state);
        QCOMPARE(state->camera, QStringLiteral("1,2,3,4,5"));
        QCOMPARE(state->layers.size(), std::size_t(1));
        QCOMPARE(state->layers.front(), (LayerChoice{QStringLiteral("terrain"), false, 0.5, 1}));
        QCOMPARE(state->instant.time().hour(), 12);
        QCOMPARE(state->selected.front().id, QStringLiteral("x y"));
        QCOMPARE(state->attribute, 2);
        QCOMPARE(session.recent().size(), 2);
        QCOMPARE(session.recent().front().toMap().value(QStringLiteral("title")).toString(), QStringLiteral("A"));
        session.forget(QStringLiteral("/a"));
        QCOMPARE(session.recent().size(), 1);
        SessionModel nowhere(nullptr);
        QVERIFY(!nowhere.begin(QStringLiteral("/a"), {}));
        QVERIFY(nowhere.recent().isEmpty() && nowhere.lastRegion().isEmpty());
    }
};

QTEST_MAIN(DailyTest)
#include "tst_daily.moc"
