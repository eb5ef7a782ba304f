// SPDX-License-Identifier: GPL-3.0-or-later
// Every CityGML file of ../shared/data against tests/data/citygml/expected.tsv, which count_citygml.py beside it makes.
#include "CollectingSink.h"
#include "model/Issues.h"

#include <map>
#include <set>

#include <QDirIterator>
#include <QTest>

using namespace twin;

class TestSamples : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void matchesTheTable_data();
    void matchesTheTable();
    void noSampleIsMissing();

private:
    struct Row {
        QString file, options, result;
        QStringList counts; ///< objects, surfaces, lines and points, shapes, looks
    };
    std::vector<Row> m_rows;
};

namespace {

QString sharedData()
{
    return QStringLiteral(TWIN_SHARED_DIR "/data/");
}

struct Sum {
    std::map<QString, int> objects;
    std::map<int, int> surfaces;
    std::size_t lines = 0, shapes = 0, looks = 0;

    void add(const CityObject& object)
    {
        ++objects[typeName(object.type)];
        for (const Surface& surface : object.surfaces) {
            ++surfaces[surface.lod];
            looks += surface.appearance != nullptr;
        }
        lines += object.curves.size();
        shapes += object.instances.size();
        for (const CityObject& child : object.children)
            add(child);
    }
    [[nodiscard]] QString objectText() const
    {
        QStringList parts;
        for (const auto& [type, count] : objects)
            parts << QStringLiteral("%1=%2").arg(type).arg(count);
        return parts.join(QLatin1Char(' '));
    }
    [[nodiscard]] QString surfaceText() const
    {
        QStringList parts;
        for (const auto& [lod, count] : surfaces)
            parts << QStringLiteral("%1=%2").arg(lod).arg(count);
        return parts.join(QLatin1Char(' '));
    }
};

bool hasIssue(const std::vector<Issue>& issues, const char* start)
{
    return std::any_of(issues.begin(), issues.end(),
                       [&](const Issue& issue) { return issue.reason.startsWith(QLatin1String(start)); });
}

} // namespace

void TestSamples::initTestCase()
{
    if (!QDir(sharedData()).exists())
        QSKIP("The samples are not at hand (../shared/data).");
    QFile table(QStringLiteral(TWIN_TEST_DATA "/citygml/expected.tsv"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    for (const QByteArray& line : table.readAll().split('\n')) {
        const QStringList fields = QString::fromUtf8(line).split(QLatin1Char('\t'));
        if (fields.size() == 8)
            m_rows.push_back({fields[0], fields[1], fields[2], fields.mid(3)});
    }
    QVERIFY(m_rows.size() > 70);
}

void TestSamples::matchesTheTable_data()
{
    QTest::addColumn<int>("row");
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        QTest::newRow(qPrintable(m_rows[i].file)) << int(i);
}

void TestSamples::matchesTheTable()
{
    QFETCH(int, row);
    const Row& expected = m_rows[std::size_t(row)];
    citygml::ReadOptions options;
    options.crs = expected.options.section(QLatin1Char(' '), 1);
    CollectingSink sink;
    const auto summary = readInto(sink, {sharedData() + expected.file}, options);
    if (expected.result != QLatin1String("read")) {
        QVERIFY(!summary);
        QVERIFY(!summary.error().summary.isEmpty() && !summary.error().effectiveRemedy().isEmpty());
        QCOMPARE(refusalReason(summary.error()), expected.result);
        return;
    }
    QVERIFY2(summary, summary ? "" : qPrintable(summary.error().toText()));
    Sum sum;
    for (const CityObject& object : sink.objects())
        sum.add(object);
    QCOMPARE(sum.objectText(), expected.counts[0]);
    QCOMPARE(sum.surfaceText(), expected.counts[1]);
    QCOMPARE(QString::number(sum.lines), expected.counts[2]);
    QCOMPARE(QString::number(sum.shapes), expected.counts[3]);
    if (!hasIssue(sink.issues(), "appearance.") &&
        !hasIssue(summary->issues, "appearance.")) // images that are not at hand
        QCOMPARE(QString::number(sum.looks), expected.counts[4]);
}

void TestSamples::noSampleIsMissing()
{
    std::set<QString> known;
    for (const Row& row : m_rows)
        known.insert(row.file);
    QDirIterator files(sharedData(), {QStringLiteral("*.gml"), QStringLiteral("*.xml")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray head = file.read(4096);
        if (citygml::score(path, head) >= 100)
            QVERIFY2(known.count(path.mid(sharedData().size())) == 1, qPrintable(path));
    }
}

QTEST_GUILESS_MAIN(TestSamples)
#include "tst_samples.moc"
