// SPDX-License-Identifier: GPL-3.0-or-later
// Every vector file that is at hand against counts that count_vector.py made with ogrinfo and ElementTree
// (tests/data/vector/counts.csv).
#include "FeatureCollector.h"

#include <map>

#include <QFileInfo>
#include <QTest>

using namespace twin;

class TestVectorGolden : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matchesIndependentCount_data();
    void matchesIndependentCount();
};

namespace {

using Counts = QMap<QString, qint64>;

QString shared(const QString& name)
{
    return QStringLiteral(TWIN_SHARED_DIR "/data/") + name;
}

} // namespace

void TestVectorGolden::matchesIndependentCount_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("refused");
    QTest::addColumn<Counts>("counts");
    QFile file(QStringLiteral(TWIN_TEST_DATA "/vector/counts.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QMap<QString, Counts> all;
    QMap<QString, QString> refused;
    file.readLine();
    while (!file.atEnd()) {
        const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(QLatin1Char(';'));
        QCOMPARE(cells.size(), 4);
        all[cells[0]];
        refused[cells[0]] = cells[1];
        if (cells[3].toLongLong() > 0)
            all[cells[0]][cells[2]] = cells[3].toLongLong();
    }
    int atHand = 0;
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        if (!QFileInfo::exists(shared(it.key())))
            continue;
        ++atHand;
        QTest::newRow(qPrintable(it.key())) << it.key() << refused[it.key()] << it.value();
    }
    if (atHand == 0)
        QSKIP("The vector files are not at hand (../shared/data).");
}

void TestVectorGolden::matchesIndependentCount()
{
    QFETCH(QString, file);
    QFETCH(QString, refused);
    QFETCH(Counts, counts);
    const VectorOutcome outcome = readVector(shared(file), QStringLiteral("EPSG:25832"));
    if (!refused.isEmpty()) {
        QVERIFY(!outcome.source);
        QVERIFY(!outcome.source.error().summary.isEmpty());
        QVERIFY(!outcome.source.error().effectiveRemedy().isEmpty());
        return;
    }
    QVERIFY2(outcome.source,
             outcome.source ? "" : qPrintable(outcome.source.error().toText() + outcome.source.error().detail));
    Counts read;
    for (const FeatureCollector::Table& table : outcome.features.tables())
        if (!table.features.empty())
            read[table.table.name] = qint64(table.features.size());
    QCOMPARE(read, counts);
    for (const FeatureTable& table : outcome.source->tables)
        QCOMPARE(table.count, counts.value(table.name));
    // The preview says the same, as far as the format lets it know.
    const auto preview = vector::inspect(shared(file), {QStringLiteral("EPSG:25832")}, {});
    QVERIFY(preview);
    for (const FeatureTable& table : preview->tables)
        if (table.count >= 0)
            QCOMPARE(table.count, counts.value(table.name));
}

QTEST_GUILESS_MAIN(TestVectorGolden)
#include "tst_golden.moc"
