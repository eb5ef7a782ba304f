// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/Feature.h"
#include "package/database/Search.h"
#include "package/database/SearchIndex.h"
#include "package/database/StreetRows.h"
#include "package/digest/SearchText.h"
#include "package/vector/FeatureIndex.h"
#include "package/vector/FeatureWriter.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::package;

namespace {

using Words = std::vector<std::string>;

SearchRow row(int group, const char* title, const char* kind, const char* detail = "")
{
    SearchRow row;
    row.group = group;
    row.title = title;
    row.kind = kind;
    row.detail = detail;
    const QString text = QString::fromUtf8(title);
    row.sortKey = sortKey(text);
    row.words = joinedWords(indexWords(text + QLatin1Char(' ') + QString::fromUtf8(detail)));
    row.objectId = title;
    return row;
}

/// The titles that the tables below look for, and their neighbours.
std::vector<SearchRow> rows()
{
    std::vector<SearchRow> rows;
    for (const char* name : {"Reinoldikirche", "Petrikirche", "St. Viktor", "Dortmund Hauptbahnhof", "Florianturm",
                             "Westfalenhalle", "Signal Iduna Park", "Kokerei Hansa"})
        rows.push_back(row(0, name, "name"));
    for (const char* district : {"Hombruch", "Hörde", "Innenstadt-Nord", "Eving"})
        rows.push_back(row(0, district, "feature", "Stadtbezirk"));
    rows.push_back(row(0, "A45", "feature", "Autobahn"));
    rows.push_back(row(0, "A 1", "feature", "Autobahn"));
    rows.push_back(row(0, "Phoenix-See", "feature", "See"));
    StreetRows streets;
    for (const char* street : {"Hörder Bahnhofstraße", "Märkische Straße", "Große Heimstraße", "Kampstraße",
                               "Alter Markt", "Hohe Straße", "Hansastraße"})
        for (const char* number : {"1", "2", "12", "12a", "103"}) {
            streets.add(street, number, "Dortmund", 393000, 5708000, 80);
            rows.push_back(row(2, (std::string(street) + ' ' + number + ", 44135 Dortmund").c_str(), "address"));
        }
    for (SearchRow& street : streets.rows())
        rows.push_back(std::move(street));
    return rows;
}

} // namespace

class SearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto database = SqliteDatabase::create(QStringLiteral(":memory:"));
        QVERIFY(database);
        m_database = *std::move(database);
        QVERIFY(m_database.execute(searchSchema()));
        QVERIFY(writeSearchIndex(m_database, rows(), {}));
        auto search = Search::create(m_database);
        QVERIFY(search);
        m_search = *std::move(search);
    }

    void everySpellingFindsItsPlace_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        const auto finds = [](const char* title, std::initializer_list<const char*> spellings) {
            for (const char* typed : spellings)
                QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(title);
        };
        finds("Reinoldikirche", {"Reinoldikirche", "reinoldi", "REINOLDI", "reinoldi kirche", "Kirche Reinoldi",
                                 "Reinholdikirche", "Rheinoldikirche", "Reinoldikirhce", "einoldikirche", "reinoldik"});
        finds("Florianturm", {"florian", "Florjanturm", "floriantrum", "turm florian"});
        finds("St. Viktor", {"St Viktor", "Sankt Viktor", "st. viktor", "Viktor"});
        finds("Dortmund Hauptbahnhof",
              {"Hauptbahnhof", "Hbf", "Dortmund Hbf", "hauptbanhof", "Bahnhof Dortmund Haupt"});
        finds("Westfalenhalle", {"Westfahlenhalle", "westfalen halle", "Wesfalenhalle"});
        finds("Hombruch", {"Hombruch", "Stadtbezirk Hombruch", "hombruch stadtbezirk", "Honbruch", "Hombruhc"});
        finds("Innenstadt-Nord", {"Innenstadt Nord", "innenstadtnord", "Innenstadt-N"});
        finds("Phoenix-See", {"Phoenix-See", "Phoenixsee", "Phönixsee", "Phönix See", "phoenix", "See Phönix"});
        finds("A45", {"A45", "A 45", "a45", "Autobahn 45", "autobahn a45"});
        finds("A 1", {"A1", "A 1", "Autobahn 1"});
        finds("Große Heimstraße, Dortmund",
              {"Große Heimstraße", "Grosse Heimstrasse", "große heimstr", "Große Heimstr.", "Große Heim Straße",
               "Grose Heimstraße", "Große Heimstrase", "Große Heimstrasze", "Heimstraße große", "große heimstra",
               "Dortmund Große Heimstraße"});
        finds("Märkische Straße, Dortmund", {"Märkische Straße", "Maerkische Strasse", "Markische Str",
                                             "Märkische Str.", "märkischestr", "Merkische Straße", "Märkishce Straße"});
        finds("Hörder Bahnhofstraße, Dortmund",
              {"Hörder Bahnhofstraße", "Hoerder Bahnhofstr", "Horder Bahnhofstr", "Hörder Banhofstraße"});
        finds("Kampstraße, Dortmund", {"Kampstr", "Kamp", "Kampstraße Dortmund", "Kanpstraße"});
        finds("Alter Markt, Dortmund", {"Alter Markt", "Markt Alter", "alter mark", "Allter Markt"});
        finds("Hohe Straße 12a, 44135 Dortmund",
              {"Hohe Straße 12a", "Hohe Straße 12 a", "Hohe Str. 12A", "12a Hohe Straße", "44135 Hohe Straße 12a",
               "Dortmund, Hohe Straße 12 a", "hohestr 12a"});
        finds("Hohe Straße 12, 44135 Dortmund", {"Hohe Straße 12", "hohe strasse 12 dortmund"});
        finds("Hohe Straße 103, 44135 Dortmund", {"Hohe Straße 103", "103 Hohe Straße", "Hohe Strase 103"});
    }
    void everySpellingFindsItsPlace()
    {
        QFETCH(QString, typed);
        QFETCH(QString, first);
        const auto hits = m_search->find(typed, 5);
        QVERIFY(hits);
        QVERIFY(!hits->empty());
        QCOMPARE(hits->front().hit.title, first);
    }

    void nothingIsMadeUp_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char* typed :
             {"Wolkenkuckucksheim", "xy", "Kampstraße 77", "Hohe Straße 44139", "qqqqqqqq", "\"*'--"})
            QTest::newRow(typed) << QString::fromUtf8(typed);
    }
    void nothingIsMadeUp()
    {
        QFETCH(QString, typed);
        QVERIFY(m_search->find(typed, 5)->empty());
    }

    void exactAnswersStandBeforeTolerantOnes()
    {
        const auto hits = m_search->find(QStringLiteral("Hansa"), 10);
        QVERIFY(hits && hits->size() >= 2);
        for (std::size_t i = 1; i < hits->size(); ++i)
            QVERIFY((*hits)[i - 1].errors <= (*hits)[i].errors);
        QCOMPARE(hits->front().errors, 0);
    }

    void errorsOfAPrefix_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<int>("errors");
        QTest::newRow("same") << QByteArray("kamp") << QByteArray("kamp") << 0;
        QTest::newRow("beginning") << QByteArray("kamp") << QByteArray("kampstr") << 0;
        QTest::newRow("missing") << QByteArray("kmpstr") << QByteArray("kampstr") << 1;
        QTest::newRow("added") << QByteArray("kaampstr") << QByteArray("kampstr") << 1;
        QTest::newRow("wrong") << QByteArray("kempstr") << QByteArray("kampstr") << 1;
        QTest::newRow("swapped") << QByteArray("kmapstr") << QByteArray("kampstr") << 1;
        QTest::newRow("longer than the word") << QByteArray("kampstre") << QByteArray("kampstr") << 1;
        QTest::newRow("two") << QByteArray("kmapster") << QByteArray("kampstr") << 2;
        QTest::newRow("too many") << QByteArray("xyzstr") << QByteArray("kampstr") << 3;
        QTest::newRow("much shorter word") << QByteArray("kampstrasse") << QByteArray("ka") << 3;
        QTest::newRow("empty word") << QByteArray("kamp") << QByteArray() << 3;
        QTest::newRow("very long") << QByteArray(1000, 'a') << QByteArray(1000, 'a') << 0;
    }
    void errorsOfAPrefix()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, word);
        QFETCH(int, errors);
        QCOMPARE(prefixErrors(typed.toStdString(), word.toStdString(), 2), errors);
    }

    void wordsOfTheIndex()
    {
        QCOMPARE(indexWords(u"Mühlenstraße 12 a"), (Words{"muehlenstr", "str", "muhlenstr", "12a"}));
        QCOMPARE(indexWords(u"A 45"), (Words{"a", "a45", "45"}));
        QCOMPARE(indexWords(u"A45"), (Words{"a45", "a", "45"}));
        QCOMPARE(indexWords(u"Phoenix-See"), (Words{"phoenix", "see", "phoenixsee"}));
        QCOMPARE(queryWords(u"Sankt-Viktor-Strase 7"), (Words{"st", "viktor", "str", "7"}));
    }

    void oneHouseIsNoStreet()
    {
        StreetRows streets;
        streets.add("Allee", "1", "Schwerte", 0, 0, 0);
        streets.add("Allee", "1", "Schwerte", 5, 5, 0);
        streets.add("", "1", "Schwerte", 0, 0, 0);
        QVERIFY(streets.rows().empty());
        streets.add("Allee", "2", "Schwerte", 100, 0, 0);
        const auto rows = streets.rows();
        QCOMPARE(rows.size(), 1U);
        QCOMPARE(rows.front().easting, 5.0); // a house, not the middle of all
        QCOMPARE(rows.front().extent[2], 100.0);
    }

    void featuresOfALayerAreFound()
    {
        const QTemporaryDir folder;
        writeStreets(folder.path());
        QVERIFY(FeatureIndex::write(folder.path(), folder.filePath(QStringLiteral("features.gpkg")), {}));
        LayerInfo layer;
        layer.id = QStringLiteral("wege");
        layer.folder = folder.path();
        layer.features = QStringLiteral("features.gpkg");
        for (const bool written : {true, false}) {
            if (!written) // as with a layer of an earlier version
                QVERIFY(QFile::remove(folder.filePath(QLatin1String(FeatureIndex::fileName))));
            auto index = FeatureIndex::open(layer);
            QVERIFY(index && *index);
            const auto hits = (*index)->find(QStringLiteral("ruhrtalweg"), 10);
            QVERIFY(hits);
            QCOMPARE(hits->size(), 2U); // two parts that touch are one, one far away is another
            const RankedHit& whole = hits->front().extent.size().x > 150 ? hits->front() : hits->back();
            QCOMPARE(whole.detail, QStringLiteral("Radweg"));
            QCOMPARE(whole.hit.layer, QStringLiteral("wege"));
            QCOMPARE(whole.extent.size().x, 200.0);
            QVERIFY((*index)->find(QStringLiteral("nameless"), 10)->empty());
        }
    }

    void layersWithoutNamesHaveNoHits()
    {
        const QTemporaryDir folder;
        auto writer = FeatureWriter::create(folder.path());
        QVERIFY(writer);
        QVERIFY((*writer)->addTable({QStringLiteral("Punkte"), {{QStringLiteral("hoehe"), FieldType::Real}}, -1}));
        Feature feature;
        feature.shape = {ShapeKind::Points, false, {{393000, 5708000, 0}}, {}, {}};
        feature.values = {QVariant(12.5)};
        QVERIFY((*writer)->accept({0, {feature}}));
        QVERIFY((*writer)->finish());
        QVERIFY(FeatureIndex::write(folder.path(), folder.filePath(QStringLiteral("features.gpkg")), {}));
        LayerInfo layer;
        layer.folder = folder.path();
        layer.features = QStringLiteral("features.gpkg");
        auto index = FeatureIndex::open(layer);
        QVERIFY(index && *index);
        QVERIFY((*index)->find(QStringLiteral("12"), 10)->empty());
        layer.features.clear();
        QVERIFY(*FeatureIndex::open(layer) == nullptr);
    }

private:
    static void writeStreets(const QString& folder)
    {
        auto writer = FeatureWriter::create(folder);
        QVERIFY(writer);
        QVERIFY(
            (*writer)->addTable({QStringLiteral("Wege"),
                                 {{QStringLiteral("NAME"), FieldType::Text}, {QStringLiteral("art"), FieldType::Text}},
                                 -1}));
        FeatureBatch batch;
        const auto add = [&batch](double east, const QVariant& name) {
            Feature feature;
            feature.shape = {ShapeKind::Lines, false, {{east, 5708000, 0}, {east + 100, 5708010, 0}}, {0}, {}};
            feature.values = {name, QStringLiteral("Radweg")};
            batch.features.push_back(std::move(feature));
        };
        add(393000, QStringLiteral("Ruhrtalweg"));
        add(399000, QStringLiteral("Ruhrtalweg"));
        add(393100, QStringLiteral("Ruhrtalweg"));
        add(393100, QVariant());
        QVERIFY((*writer)->accept(std::move(batch)));
        QVERIFY((*writer)->finish());
    }

    SqliteDatabase m_database;
    std::unique_ptr<Search> m_search;
};

QTEST_GUILESS_MAIN(SearchTest)
#include "tst_search.moc"
