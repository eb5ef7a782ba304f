// SPDX-License-Identifier: GPL-3.0-or-later
// When buildings stood, and which of them stand beside a place.
#include "app/services/ImportService.h"
#include "app/services/LifeSpans.h"
#include "app/services/Nearby.h"
#include "services/Houses.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::services;

class LifeSpanTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString import(const QString& name, const QByteArray& gml)
    {
        QFile file(m_folder.filePath(name + QStringLiteral(".gml")));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(gml);
        file.close();
        ImportRequest request;
        request.sources = {file.fileName()};
        request.out = m_folder.filePath(name);
        return importSources(request, {}, {}) ? request.out : QString();
    }

private Q_SLOTS:
    void objectsStandFromTheirYearToTheirEnd()
    {
        QByteArray gml = test::model({{"ALT"},
                                      {"NEU", test::box(8), 20},
                                      {"WEG", test::box(8), 40},
                                      {"AKTE", test::box(8), 60},
                                      {"OHNE", test::box(8), 80}});
        const auto add = [&gml](const char* id, const QByteArray& before, const QByteArray& after) {
            const int at = gml.indexOf(QByteArray("gml:id=\"") + id + "\">");
            const int inside = gml.indexOf('>', at) + 1;
            gml.insert(inside, before);
            const int height = gml.indexOf("<bldg:measuredHeight", inside);
            gml.insert(height, after);
        };
        add("ALT", "", "<bldg:yearOfConstruction>1821</bldg:yearOfConstruction>");
        add("NEU", "<core:creationDate>2019-05-01</core:creationDate>",
            "<bldg:yearOfConstruction>1975</bldg:yearOfConstruction>");
        add("WEG", "",
            "<bldg:yearOfConstruction>1900</bldg:yearOfConstruction>"
            "<bldg:yearOfDemolition>1944</bldg:yearOfDemolition>");
        add("AKTE",
            "<core:creationDate>2019-05-01</core:creationDate>"
            "<core:terminationDate>2023-07-02</core:terminationDate>",
            "");
        const QString region = import(QStringLiteral("haeuser"), gml);
        QVERIFY(!region.isEmpty());
        const auto spans = readLifeSpans(region, {});
        QVERIFY(spans);
        QCOMPARE(spans->size(), 4U); // what states nothing is always there
        const auto absent = [&](const QDate& day) {
            QStringList ids;
            for (const FeatureRef& feature : absentOn(*spans, day))
                ids += feature.id;
            ids.sort();
            return ids.join(QLatin1Char(' '));
        };
        QCOMPARE(absent(QDate(1820, 12, 31)), QStringLiteral("ALT NEU WEG"));
        QCOMPARE(absent(QDate(1826, 3, 14)), QStringLiteral("NEU WEG"));
        QCOMPARE(absent(QDate(1943, 12, 31)), QStringLiteral("NEU"));
        QCOMPARE(absent(QDate(1944, 1, 1)), QStringLiteral("NEU WEG"));
        // The day of its entry in the register is not the day it was built: no house of 1975 begins in 2019.
        QCOMPARE(absent(QDate(2000, 1, 1)), QStringLiteral("WEG"));
        QCOMPARE(absent(QDate(2023, 7, 1)), QStringLiteral("WEG"));
        QCOMPARE(absent(QDate(2023, 7, 2)), QStringLiteral("AKTE WEG"));
        const CancellationToken cancel;
        cancel.cancel();
        QCOMPARE(readLifeSpans(region, cancel).error().code, ErrorCode::Cancelled);
        QVERIFY(!readLifeSpans(m_folder.filePath(QStringLiteral("nirgends")), {}));
    }

    void buildingsBesideAPlaceComeNearestFirst()
    {
        const QString region =
            import(QStringLiteral("reihe"), test::model({{"A"}, {"B", test::box(8), 20}, {"C", test::box(8), 200}}));
        QVERIFY(!region.isEmpty());
        const auto found = nearby(region, {393017, 5707005, 0}, 40); // between A (0…10) and B (20…30)
        QVERIFY(found);
        QCOMPARE(found->buildings.size(), 2U);
        QCOMPARE(found->buildings[0].feature.id, QStringLiteral("B"));
        QCOMPARE(found->buildings[0].metres, 3.0);
        QCOMPARE(found->buildings[1].metres, 7.0);
        QCOMPARE(found->buildings[0].title, QStringLiteral("B")); // neither name nor address
        QCOMPARE(nearby(region, {393005, 5707005, 0}, 40)->buildings[0].metres, 0.0);
        QVERIFY(nearby(region, {390000, 5707005, 0}, 40)->buildings.empty());
    }

    void aPlaceHasAStreet()
    {
        ImportRequest request;
        request.sources = {QStringLiteral(TWIN_TEST_DATA "/cli/drei_testhaeuser.gml")};
        request.out = m_folder.filePath(QStringLiteral("strasse"));
        QVERIFY(importSources(request, {}, {}));
        const auto found = nearby(request.out, {392520, 5708120, 0}, 200);
        QVERIFY(found);
        QVERIFY(!found->buildings.empty());
        QCOMPARE(found->street, QStringLiteral("Prüfstraße"));
    }
};

QTEST_GUILESS_MAIN(LifeSpanTest)
#include "tst_lifespans.moc"
