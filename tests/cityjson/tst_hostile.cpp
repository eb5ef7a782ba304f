// SPDX-License-Identifier: GPL-3.0-or-later
// Hostile CityJSON: refused or harmless, quickly, whatever is in it.
#include "CityJsonFixture.h"

#include <QTest>

using namespace twin;
using F = CityJsonFixture;

class TestCityJsonHostile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refused_data();
    void refused();
    void faultyObjects_data();
    void faultyObjects();
    void longChainOfParents();
    void manyFaultsAreLimited();
    void truncatedAnywhere();
    void cancelled();
    void sinkStops();

private:
    F m_fixture;
};

void TestCityJsonHostile::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char* name, const QByteArray& bytes, ErrorCode code) {
        QTest::newRow(name) << bytes << code;
    };
    row("empty", {}, ErrorCode::UnsupportedFormat);
    row("zeros", QByteArray(1 << 16, '\0'), ErrorCode::UnsupportedFormat);
    row("XML", "<?xml version=\"1.0\"?><a/>", ErrorCode::UnsupportedFormat);
    row("array", "[1,2]", ErrorCode::UnsupportedFormat);
    row("UTF-16", QByteArray("\xFF\xFE{\0", 4), ErrorCode::UnsupportedFormat);
    row("GeoJSON", R"({"type":"FeatureCollection","features":[]})", ErrorCode::UnsupportedFormat);
    row("feature alone", R"({"type":"CityJSONFeature","CityObjects":{}})", ErrorCode::UnsupportedFormat);
    row("old", R"({"type":"CityJSON","version":"0.9","CityObjects":{},"vertices":[]})", ErrorCode::UnsupportedVersion);
    row("future", R"({"type":"CityJSON","version":"3.0","CityObjects":{},"vertices":[]})",
        ErrorCode::UnsupportedVersion);
    row("no version", R"({"type":"CityJSON"})", ErrorCode::UnsupportedVersion);
    row("two documents", F::document({}) + F::document({}), ErrorCode::MalformedData);
    row("deep", QByteArray("{\"a\":") + QByteArray(2'000'000, '['), ErrorCode::MalformedData);
    row("deep objects", QByteArray("{\"a\":").repeated(300'000), ErrorCode::MalformedData);
    row("bad UTF-8", F::document("\"\xC3\x28\":{}"), ErrorCode::MalformedData);
    row("open string", "{\"type\":\"CityJSON", ErrorCode::MalformedData);
}

void TestCityJsonHostile::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    const auto [summary, sink] = m_fixture.read(bytes);
    QVERIFY(!summary);
    QCOMPARE(int(summary.error().code), int(code));
    QVERIFY(!summary.error().summary.isEmpty());
    QVERIFY(!summary.error().where.source.isEmpty());
    QVERIFY(sink->objects().empty());
}

void TestCityJsonHostile::faultyObjects_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QString>("reason");
    const auto geometry = [](const char* name, const QByteArray& boundaries, const char* reason) {
        QTest::newRow(name) << F::building(R"({"type":"MultiSurface","lod":"2","boundaries":)" + boundaries + "}")
                            << QString::fromLatin1(reason);
    };
    geometry("index too large", "[[[0,1,8]]]", "geometry.vertex-missing");
    geometry("index negative", "[[[0,1,-1]]]", "geometry.vertex-missing");
    geometry("index huge", "[[[0,1,18446744073709551615]]]", "geometry.vertex-missing");
    geometry("index fractional", "[[[0,1,1.5]]]", "geometry.vertex-missing");
    geometry("index of a text", "[[[0,1,\"2\"]]]", "geometry.vertex-missing");
    geometry("two points", "[[[0,1]]]", "ring.too-few-points");
    geometry("no ring", "[[]]", "polygon.empty");
    geometry("number for surface", "[3]", "polygon.empty");
    geometry("number for boundaries", "3", "geometry.malformed");
    QTest::newRow("unknown geometry") << F::building(R"({"type":"Hypercube","lod":"2","boundaries":[]})")
                                      << "geometry.malformed";
    QTest::newRow("solid too flat") << F::building(R"({"type":"Solid","lod":"2","boundaries":[0]})")
                                    << "geometry.malformed";
    QTest::newRow("object is a number") << QByteArray("\"b1\":3") << "member.malformed";
    QTest::newRow("deep within") << "\"b1\":{\"type\":\"Building\",\"attributes\":{\"a\":" + QByteArray(1500, '[') +
                                        QByteArray(1500, ']') + "}}"
                                 << "member.malformed";
    QTest::newRow("attributes are a number")
        << QByteArray(R"("b1":{"type":"Building","attributes":3})") << "attribute.malformed";
}

/// One faulty object is named and the others are read.
void TestCityJsonHostile::faultyObjects()
{
    QFETCH(QByteArray, object);
    QFETCH(QString, reason);
    const auto [summary, sink] = m_fixture.read(F::document(object + ",\n" + F::building(F::solid(), {}, "good")));
    QVERIFY2(summary, summary ? "" : qPrintable(summary.error().toText() + summary.error().detail));
    QCOMPARE(sink->objects().size(), std::size_t(2));
    QCOMPARE(sink->objects()[1].surfaces.size(), std::size_t(6));
    QCOMPARE(sink->count(qPrintable(reason)), 1);
    QCOMPARE(sink->issues().at(0).where.id, QStringLiteral("b1"));
    QCOMPARE(sink->issues().at(0).where.line, 4);
}

void TestCityJsonHostile::longChainOfParents()
{
    constexpr int length = 100'000;
    QByteArray objects;
    for (int i = 0; i < length; ++i)
        objects += (i > 0 ? ",\n" : "") + QByteArray("\"") + QByteArray::number(i) +
                   R"(":{"type":"BuildingPart","parents":[")" + QByteArray::number((i + 1) % length) + "\"]}";
    const auto [summary, sink] = m_fixture.read(F::document(objects)); // a ring of a hundred thousand
    QVERIFY(summary);
    std::size_t count = 0;
    std::vector<const CityObject*> open;
    for (const CityObject& object : sink->objects())
        open.push_back(&object);
    while (!open.empty()) {
        const CityObject* object = open.back();
        open.pop_back();
        ++count;
        for (const CityObject& child : object->children)
            open.push_back(&child);
    }
    QCOMPARE(count, std::size_t(length));
}

void TestCityJsonHostile::manyFaultsAreLimited()
{
    QByteArray boundaries = "[";
    for (int i = 0; i < 50'000; ++i)
        boundaries += "[[9,9,9]],";
    const auto [summary, sink] = m_fixture.read(
        F::document(F::building(R"({"type":"MultiSurface","lod":"2","boundaries":)" + boundaries + "[[0,1,2]]]}")));
    QVERIFY(summary);
    QCOMPARE(sink->objects().at(0).surfaces.size(), std::size_t(1));
    QCOMPARE(sink->issues().size(), std::size_t(1000));
}

void TestCityJsonHostile::truncatedAnywhere()
{
    const QByteArray whole =
        F::document(F::building(F::solid(R"("semantics":{"surfaces":[{"type":"RoofSurface"}],"values":[[0]]},)")));
    for (qsizetype size = 0; size + 3 < whole.size(); size += 7) {
        const auto [summary, sink] = m_fixture.read(whole.left(size));
        QVERIFY2(!summary, qPrintable(QString::number(size)));
    }
}

void TestCityJsonHostile::cancelled()
{
    CancellationToken cancel;
    cancel.cancel();
    CollectingSink sink;
    const auto summary = cityjson::read({m_fixture.write(F::document(F::building(F::solid())))}, {}, sink, cancel, {});
    QVERIFY(!summary);
    QCOMPARE(int(summary.error().code), int(ErrorCode::Cancelled));
}

void TestCityJsonHostile::sinkStops()
{
    class FullSink : public CityObjectSink {
    public:
        Result<void> accept(CityObjectBatch&&) override
        {
            return failure(ErrorCode::ResourceExhausted, QStringLiteral("voll"));
        }
    } sink;
    const auto summary =
        cityjson::read({m_fixture.write(F::document(F::building(F::solid())))}, {}, sink, CancellationToken(), {});
    QVERIFY(!summary);
    QCOMPARE(int(summary.error().code), int(ErrorCode::ResourceExhausted));
}

QTEST_GUILESS_MAIN(TestCityJsonHostile)
#include "tst_hostile.moc"
