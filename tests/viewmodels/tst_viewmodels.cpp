// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/AppModel.h"
#include "app/viewmodels/AttributeLabels.h"
#include "app/viewmodels/Format.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;

namespace {

ObjectRecord building()
{
    ObjectRecord record;
    record.id = QStringLiteral("B1");
    record.type = CityObjectType::Building;
    record.children = {QStringLiteral("P1"), QStringLiteral("P2")};
    record.addresses = {
        {QStringLiteral("Hauptstraße"), QStringLiteral("12"), QStringLiteral("58239"), QStringLiteral("Schwerte"), {}}};
    record.attributes = {
        {QStringLiteral("Gemeindeschluessel"),
         QStringLiteral("05978032"),
         {},
         {},
         QStringLiteral("gen:stringAttribute")},
        {QStringLiteral("function"),
         QStringLiteral("Wohnhaus"),
         {},
         QStringLiteral("31001_1010"),
         QStringLiteral("bldg:function")},
        {QStringLiteral("measuredHeight"),
         QStringLiteral("12.345"),
         QStringLiteral("urn:adv:uom:m"),
         {},
         QStringLiteral("bldg:measuredHeight")},
        {QStringLiteral("eigenes"), QStringLiteral("x"), {}, {}, {}},
    };
    record.bounds.include(LocalPosition{0, 0, 10});
    record.bounds.include(LocalPosition{20, 30, 24});
    record.source = 0;
    record.line = 4711;
    return record;
}

ObjectRecord part(const QString& id)
{
    ObjectRecord record;
    record.id = id;
    record.type = CityObjectType::BuildingPart;
    record.parent = QStringLiteral("B1");
    record.surfaces = {{QStringLiteral("r1"), SurfaceType::Roof, 52.06, 38.2, 225},
                       {QStringLiteral("r2"), SurfaceType::Roof, 50, 0.4, -1},
                       {QStringLiteral("w1"), SurfaceType::Wall, 30, 90, 3}};
    record.bounds.include(LocalPosition{0, 0, 10});
    record.bounds.include(LocalPosition{20, 30, 17.5});
    return record;
}

Result<ObjectRecord> lookup(const QString& id)
{
    if (id == QLatin1String("B1"))
        return building();
    if (id == QLatin1String("P1") || id == QLatin1String("P2"))
        return part(id);
    return failure(ErrorCode::NotFound, QStringLiteral("Unbekannt."));
}

RegionInfo info()
{
    RegionInfo info;
    SourceInfo source;
    source.path = QStringLiteral("/x/LoD2_32_392_5708_1_NW.gml");
    source.format = QStringLiteral("CityGML 1.0");
    source.crs = QStringLiteral("urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016");
    source.licence = QStringLiteral("dl-de/zero-2-0");
    source.fileDate = QDate(2023, 5, 4);
    info.sources = {source};
    return info;
}

QString factValue(FactListModel* list, const QString& label)
{
    for (const Fact& fact : list->facts())
        if (fact.label == label)
            return fact.value;
    return QStringLiteral("(fehlt)");
}

FeatureRef ref(const char* id)
{
    return {QStringLiteral("buildings"), QString::fromLatin1(id)};
}

} // namespace

class ViewModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany)); }

    void numbersAreGerman()
    {
        QCOMPARE(format::number(1204.56, 1), QStringLiteral("1.204,6"));
        QCOMPARE(format::coordinate(5708120.4), QStringLiteral("5\u202F708\u202F120"));
        QCOMPARE(format::coordinate(-1234), QStringLiteral("-1\u202F234"));
        QCOMPARE(format::height(87.34), QStringLiteral("87,3 m ü. NHN"));
        QCOMPARE(format::attributeValue(QStringLiteral("12.345")), QStringLiteral("12,345"));
        QCOMPARE(format::attributeValue(QStringLiteral("05913000")), QStringLiteral("05913000"));
        QCOMPARE(format::attributeValue(QStringLiteral("2015")), QStringLiteral("2015"));
        QCOMPARE(format::attributeValue(QStringLiteral("1.2.3")), QStringLiteral("1.2.3"));
        QCOMPARE(format::unit(QStringLiteral("urn:adv:uom:m")), QStringLiteral("m"));
        QCOMPARE(format::unit(QStringLiteral("m2")), QStringLiteral("m²"));
    }

    void compassWords_data()
    {
        QTest::addColumn<double>("azimuth");
        QTest::addColumn<QString>("word");
        QTest::newRow("north") << 0.0 << QStringLiteral("Nord");
        QTest::newRow("just before") << 22.4 << QStringLiteral("Nord");
        QTest::newRow("just after") << 22.6 << QStringLiteral("Nordost");
        QTest::newRow("south-west") << 225.0 << QStringLiteral("Südwest");
        QTest::newRow("round") << 359.0 << QStringLiteral("Nord");
        QTest::newRow("none") << -1.0 << QString();
    }
    void compassWords()
    {
        QFETCH(double, azimuth);
        QFETCH(QString, word);
        QCOMPARE(format::compass(azimuth), word);
    }

    void knownAttributesHaveWords()
    {
        QCOMPARE(attributeTitle(QStringLiteral("storeysAboveGround")), QStringLiteral("Geschosse über der Erde"));
        QCOMPARE(attributeTitle(QStringLiteral("BezugspunktDach")), QStringLiteral("Bezugspunkt der Dachhöhe"));
        QCOMPARE(attributeTitle(QStringLiteral("yearOfDemolition")), QStringLiteral("Abrissjahr"));
        QCOMPARE(attributeTitle(QStringLiteral("fremd")), QStringLiteral("fremd"));
    }

    void selectionHoldsEachOnce()
    {
        services::SelectionService selection;
        QSignalSpy changed(&selection, &services::SelectionService::selectionChanged);
        selection.select(ref("a"));
        selection.select(ref("a"));
        QCOMPARE(changed.count(), 1);
        selection.toggle(ref("b"));
        QCOMPARE(selection.current(), ref("b"));
        QCOMPARE(selection.selected().size(), 2);
        selection.toggle(ref("b"));
        QCOMPARE(selection.current(), ref("a"));
        selection.toggle({});
        selection.select({});
        QVERIFY(selection.selected().isEmpty());
        QCOMPARE(changed.count(), 4);
    }

    void inspectorShowsABuilding()
    {
        services::SelectionService selection;
        InspectorModel inspector(selection);
        const QAbstractItemModelTester facts(inspector.facts(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester structure(inspector.structure(),
                                                 QAbstractItemModelTester::FailureReportingMode::QtTest);
        inspector.setRegion(lookup, info());
        selection.select(ref("B1"));
        QVERIFY(inspector.isActive());
        QTRY_COMPARE(inspector.title(), QStringLiteral("Hauptstraße 12, 58239 Schwerte"));
        QCOMPARE(inspector.subtitle(), QStringLiteral("Gebäude · Wohnhaus"));
        QCOMPARE(inspector.figure(), QStringLiteral("12,3\u00A0m"));
        QCOMPARE(inspector.figureLabel(), QStringLiteral("Höhe (gemessen)"));
        QCOMPARE(factValue(inspector.facts(), QStringLiteral("Gebäudefunktion")), QStringLiteral("Wohnhaus"));
        QCOMPARE(factValue(inspector.facts(), QStringLiteral("Amtlicher Gemeindeschlüssel")),
                 QStringLiteral("05978032"));
        QCOMPARE(factValue(inspector.facts(), QStringLiteral("eigenes")), QStringLiteral("x"));
        const Fact& first = inspector.facts()->facts().front();
        QCOMPARE(first.label, QStringLiteral("Adresse"));
        QCOMPARE(factValue(inspector.provenance(), QStringLiteral("Datei")),
                 QStringLiteral("LoD2_32_392_5708_1_NW.gml"));
        QCOMPARE(factValue(inspector.provenance(), QStringLiteral("Zeile")), QStringLiteral("4.711"));
        QCOMPARE(factValue(inspector.provenance(), QStringLiteral("Stand der Datei")), QStringLiteral("04.05.2023"));
        QCOMPARE(inspector.partIds(), QStringList({QStringLiteral("P1"), QStringLiteral("P2")}));
        selection.clear();
        QVERIFY(!inspector.isActive());
        QCOMPARE(inspector.facts()->count(), 0);
    }

    void computedHeightSaysSo()
    {
        services::SelectionService selection;
        InspectorModel inspector(selection);
        inspector.setRegion(lookup, info());
        selection.select(ref("P1"));
        QTRY_COMPARE(inspector.figure(), QStringLiteral("7,5\u00A0m"));
        QCOMPARE(inspector.figureLabel(), QStringLiteral("Höhe (aus dem Modell berechnet)"));
        QVERIFY(inspector.partIds().isEmpty());
    }

    void unknownObjectsAreExplained()
    {
        services::SelectionService selection;
        InspectorModel inspector(selection);
        inspector.setRegion(lookup, info());
        selection.select(ref("gibtsnicht"));
        QTRY_VERIFY(inspector.problem().contains(QLatin1String("Unbekannt.")));
        inspector.setRegion({}, {});
        QVERIFY(inspector.problem().contains(QLatin1String("keine Sachdaten")));
    }

    void severalObjectsAreSummedUp()
    {
        services::SelectionService selection;
        InspectorModel inspector(selection);
        const QAbstractItemModelTester structure(inspector.structure(),
                                                 QAbstractItemModelTester::FailureReportingMode::QtTest);
        // Five houses: 1 … 5 times 10 m high on 100 m² each, the fifth without a closed solid or a ground.
        inspector.setRegion(
            [](const QString& id) -> Result<ObjectRecord> {
                const int number = id.mid(1).toInt();
                if (!id.startsWith(QLatin1Char('H')))
                    return lookup(id);
                ObjectRecord house;
                house.id = id;
                house.type = CityObjectType::Building;
                house.source = 0;
                house.surfaces = {{QStringLiteral("g"), SurfaceType::Ground, 100, 0, -1}};
                house.bounds.include(LocalPosition{100.0 * number, 0, 0});
                house.bounds.include(LocalPosition{100.0 * number + 10, 10, 10.0 * number});
                if (number < 5) {
                    house.footprintSquareMetres = 100;
                    house.volumeCubicMetres = 1000.0 * number;
                }
                return house;
            },
            info());
        for (const char* id : {"H1", "H2", "H3", "H5"})
            selection.toggle(ref(id));
        QTRY_COMPARE(inspector.title(), QStringLiteral("4 Objekte ausgewählt"));
        QTRY_COMPARE(inspector.subtitle(), QStringLiteral("zuletzt: Gebäude"));
        QCOMPARE(inspector.figure(), QStringLiteral("300\u00A0m²"));
        QCOMPARE(factValue(inspector.facts(), QStringLiteral("Gebäude")), QStringLiteral("4"));
        QCOMPARE(factValue(inspector.facts(), QStringLiteral("Grundfläche")), QStringLiteral("300,0"));
        QCOMPARE(factValue(inspector.facts(), QStringLiteral("Volumen")), QStringLiteral("6.000"));
        for (const Fact& fact : inspector.facts()->facts())
            if (fact.label == QLatin1String("Volumen"))
                QCOMPARE(fact.code, QStringLiteral("für 3 von 4 Objekten"));
        QCOMPARE(factValue(inspector.facts(), QStringLiteral("niedrigstes")), QStringLiteral("10,0"));
        QCOMPARE(factValue(inspector.facts(), QStringLiteral("mittleres (Median)")), QStringLiteral("25,0"));
        QCOMPARE(factValue(inspector.facts(), QStringLiteral("höchstes")), QStringLiteral("50,0"));
        QCOMPARE(inspector.structure()->count(), 4); // closed
        QCOMPARE(inspector.selectionBounds().min.x, 100.0);
        QCOMPARE(inspector.selectionBounds().max.x, 510.0);
        QCOMPARE(inspector.bounds().min.x, 500.0); // the halo stays with the last one
        QCOMPARE(inspector.boundsOf(QStringLiteral("H2")).min.x, 200.0);
        QVERIFY(inspector.boundsOf(QStringLiteral("H9")).isEmpty());
        QCOMPARE(factValue(inspector.provenance(), QStringLiteral("Objekte")), QStringLiteral("4"));
        // Back to one: its own facts again.
        selection.select(ref("H5"));
        QTRY_COMPARE(inspector.figureLabel(), QStringLiteral("Höhe (aus dem Modell berechnet)"));
        QCOMPARE(factValue(inspector.facts(), QStringLiteral("Volumen")), QStringLiteral("nicht bestimmbar"));
    }

    void partsAreNotAddedToTheirWhole()
    {
        ObjectTree whole{building(), {{part(QStringLiteral("P1")), {}}, {part(QStringLiteral("P2")), {}}}};
        whole.record.surfaces.clear();
        whole.record.footprintSquareMetres = 75;
        whole.parts[0].record.volumeCubicMetres = 40;
        whole.parts[1].record.volumeCubicMetres = 60;
        const ObjectTree piece = whole.parts[0];
        const SelectionTotals both = SelectionTotals::of({whole, piece});
        QCOMPARE(both.objects, 2);
        QCOMPARE(both.wholes, 1);
        QCOMPARE(both.byType.at(CityObjectType::BuildingPart), 1);
        QCOMPARE(both.volumeCubicMetres.sum, 100.0);
        QCOMPARE(both.footprintSquareMetres.sum, 75.0);
        QCOMPARE(int(both.heightsMetres.size()), 1);
        QCOMPARE(SelectionTotals::of({piece}).volumeCubicMetres.sum, 40.0);
        whole.parts[1].record.volumeCubicMetres.reset(); // one open part: the whole is not known
        QCOMPARE(SelectionTotals::of({whole}).volumeCubicMetres.known, 0);
        QCOMPARE(factsOf(SelectionTotals::of({whole})).size(), std::size_t(6));
    }

    void structureBecomesATable()
    {
        StructureModel model;
        const ObjectTree tree{building(), {{part(QStringLiteral("P1")), {}}}};
        model.setTree(&tree);
        const QStringList lines = model.table().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 1 + 2 + 3); // heading, objects, surfaces
        QCOMPARE(lines[3], QStringLiteral("P1\tDachfläche\tr1\t\t52,06\t38,2\t225,0"));
        for (const QString& line : lines)
            QCOMPARE(line.count(QLatin1Char('\t')), 6);
        QCOMPARE(model.data(model.index(0), StructureModel::ObjectRole).toString(), QStringLiteral("B1"));
        QVERIFY(model.data(model.index(0), StructureModel::CopyRole).toString().endsWith(QLatin1String("\tB1")));
    }

    void onlyTheLastSelectionCounts()
    {
        services::SelectionService selection;
        InspectorModel inspector(selection);
        inspector.setRegion(
            [](const QString& id) {
                QThread::msleep(id == QLatin1String("B1") ? 60 : 1);
                return lookup(id);
            },
            info());
        selection.select(ref("B1"));
        selection.select(ref("P1"));
        QTRY_COMPARE(inspector.figure(), QStringLiteral("7,5\u00A0m"));
        QTest::qWait(120);
        QCOMPARE(inspector.figure(), QStringLiteral("7,5\u00A0m"));
    }

    void structureOpensAndCloses()
    {
        StructureModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const ObjectTree tree{building(), {{part(QStringLiteral("P1")), {}}, {part(QStringLiteral("P2")), {}}}};
        model.setTree(&tree);
        const auto text = [&](int row, int role) { return model.data(model.index(row), role).toString(); };
        QCOMPARE(text(0, StructureModel::TitleRole), QStringLiteral("Gebäude"));
        QCOMPARE(text(1, StructureModel::TitleRole), QStringLiteral("Gebäudeteil 1"));
        QCOMPARE(text(2, StructureModel::TitleRole), QStringLiteral("Dachflächen (2)"));
        QCOMPARE(text(2, StructureModel::DetailRole), QStringLiteral("102,1\u00A0m²"));
        const int closed = model.count();
        model.toggle(2);
        QCOMPARE(model.count(), closed + 2);
        QCOMPARE(text(3, StructureModel::DetailRole), QStringLiteral("52,1\u00A0m² · 38° · Südwest"));
        QCOMPARE(text(4, StructureModel::DetailRole), QStringLiteral("50,0\u00A0m² · flach"));
        model.toggle(0);
        QCOMPARE(model.count(), 1);
        model.toggle(0);
        QCOMPARE(model.count(), closed + 2);
        model.toggle(-1);
        model.toggle(1000);
        model.setTree(nullptr);
        QCOMPARE(model.count(), 0);
    }

    void importRunsAndCanBeStopped()
    {
        bool sawCancel = false;
        ImportModel model(
            [&](const QStringList& sources, const CancellationToken& cancel,
                const ProgressSink& progress) -> Result<QString> {
                progress(0.5, QStringLiteral("halb"));
                if (sources.contains(QStringLiteral("/lang.gml"))) {
                    while (!cancel.isCancelled())
                        QThread::msleep(2);
                    sawCancel = true;
                    return failure(ErrorCode::Cancelled, {});
                }
                if (sources.contains(QStringLiteral("/schlecht.gml")))
                    return failure(ErrorCode::MissingCrs, QStringLiteral("Ohne Bezug."));
                return QStringLiteral("/region");
            },
            [](const QString& path) { return path.endsWith(QLatin1String("tileset.json")); });
        QSignalSpy ready(&model, &ImportModel::regionReady);
        QSignalSpy failed(&model, &ImportModel::failed);

        model.openPaths({QStringLiteral("/a/tileset.json")});
        QCOMPARE(ready.takeFirst().at(0).toString(), QStringLiteral("/a/tileset.json"));
        QVERIFY(!model.isRunning());

        model.openUrls({QUrl::fromLocalFile(QStringLiteral("/gut.gml"))});
        QVERIFY(model.isRunning());
        QCOMPARE(model.subject(), QStringLiteral("gut.gml"));
        QTRY_COMPARE(ready.count(), 1);
        QCOMPARE(model.progress(), 0.5);

        model.openPaths({QStringLiteral("/schlecht.gml")});
        QTRY_COMPARE(failed.count(), 1);

        model.openPaths({QStringLiteral("/lang.gml")});
        model.openPaths({QStringLiteral("/zweite.gml")}); // one at a time
        QCOMPARE(failed.count(), 2);
        model.cancel();
        QTRY_VERIFY(!model.isRunning());
        QVERIFY(sawCancel);
        QCOMPARE(failed.count(), 2); // to stop is no failure

        model.openUrls({QUrl(QStringLiteral("https://example.org/a.gml"))});
        QCOMPARE(failed.count(), 3);
        QVERIFY(!model.isRunning());
    }

    void issuesAreCountedAndDismissed()
    {
        IssueListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Error error{
            ErrorCode::MissingCrs, QStringLiteral("Ohne Bezug."), {}, {}, {QStringLiteral("/a/b.gml"), 7, {}}};
        model.add(error);
        model.add(error);
        model.add({ErrorCode::Cancelled, {}, {}, {}, {}});
        QCOMPARE(model.count(), 1);
        QCOMPARE(model.data(model.index(0), IssueListModel::TimesRole).toInt(), 2);
        QCOMPARE(model.data(model.index(0), IssueListModel::PlaceRole).toString(), QStringLiteral("b.gml:7"));
        QVERIFY(!model.data(model.index(0), IssueListModel::RemedyRole).toString().isEmpty());
        for (int i = 0; i < 150; ++i)
            model.add({ErrorCode::NotFound, QString::number(i), {}, {}, {}});
        QCOMPARE(model.count(), 100);
        model.dismiss(0);
        QCOMPARE(model.count(), 99);
        model.clear();
        QCOMPARE(model.count(), 0);
    }

    void regionKeepsTheOldOneWhenTheNewOneFails()
    {
        RegionModel model([](const QString& path) -> Result<services::OpenedRegion> {
            if (path == QLatin1String("schlecht"))
                return failure(ErrorCode::NotFound, QStringLiteral("Weg."));
            services::OpenedRegion region;
            region.title = path;
            return region;
        });
        QSignalSpy failed(&model, &RegionModel::failed);
        model.open(QStringLiteral("eins"));
        QCOMPARE(model.state(), RegionModel::State::Opening);
        QTRY_COMPARE(model.title(), QStringLiteral("eins"));
        model.open(QStringLiteral("schlecht"));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(model.state(), RegionModel::State::Open);
        QCOMPARE(model.title(), QStringLiteral("eins"));
        QVERIFY(model.attribution().isEmpty());
    }

    void clockIsTheCitysOwn()
    {
        ClockModel clock;
        QVERIFY(clock.isLive());
        clock.setInstant(QDateTime(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC));
        QVERIFY(!clock.isLive());
        QCOMPARE(clock.timeText(), QStringLiteral("14:00")); // summer time in Dortmund, whatever TZ says
        QCOMPARE(clock.dateText(), QStringLiteral("Mi 01.07.2026"));
        clock.setMinuteOfDay(6 * 60 + 30);
        QCOMPARE(clock.utc(), QDateTime(QDate(2026, 7, 1), QTime(4, 30), Qt::UTC));
        clock.setDayOfYear(1);
        QCOMPARE(clock.timeText(), QStringLiteral("06:30"));
        QCOMPARE(clock.utc(), QDateTime(QDate(2026, 1, 1), QTime(5, 30), Qt::UTC));
        clock.now();
        QVERIFY(clock.isLive());
    }

    void scaleBarIsRound_data()
    {
        QTest::addColumn<double>("metresPerPixel");
        QTest::addColumn<QString>("text");
        QTest::newRow("street") << 0.05 << QStringLiteral("5\u00A0m");
        QTest::newRow("district") << 1.0 << QStringLiteral("100\u00A0m");
        QTest::newRow("region") << 20.0 << QStringLiteral("2\u00A0km");
        QTest::newRow("brick") << 0.002 << QStringLiteral("20\u00A0cm");
        QTest::newRow("sky") << 0.0 << QString();
    }
    void scaleBarIsRound()
    {
        QFETCH(double, metresPerPixel);
        QFETCH(QString, text);
        StatusModel status;
        status.setScale(metresPerPixel);
        QCOMPARE(status.scaleBarText(), text);
        QVERIFY(status.scaleBarPixels() <= 120);
        QVERIFY(text.isEmpty() || status.scaleBarPixels() > 40);
    }

    void settingsAreKept()
    {
        const QTemporaryDir folder;
        const auto store = [&] {
            return std::make_unique<QSettings>(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        };
        {
            SettingsModel settings(store());
            settings.setTheme(SettingsModel::Theme::Dark);
            settings.setLanguage(QStringLiteral("en"));
            settings.setLanguage(QStringLiteral("xx"));
            settings.setScale(9);
            settings.setReducedMotion(true);
            QVERIFY(settings.overrideTheme(QStringLiteral("contrast")));
            QVERIFY(!settings.overrideTheme(QStringLiteral("rosa")));
            QCOMPARE(settings.theme(), SettingsModel::Theme::Contrast);
        }
        SettingsModel settings(store());
        QCOMPARE(settings.theme(), SettingsModel::Theme::Dark); // the override was for one session
        QCOMPARE(settings.language(), QStringLiteral("en"));
        QCOMPARE(settings.scale(), 2.0);
        QVERIFY(settings.reducedMotion());
    }
};

Q_DECLARE_METATYPE(twin::FeatureRef)
Q_DECLARE_METATYPE(twin::ProjectedPosition)

QTEST_GUILESS_MAIN(ViewModelsTest)
#include "tst_viewmodels.moc"
