// SPDX-License-Identifier: GPL-3.0-or-later
// How files are read: the same result whatever the chunks and threads, encodings, CRS, progress, cancellation, errors.
#include "CityGmlFixture.h"
#include "geo/Crs.h"

#include <atomic>

#include <cmath>
#include <QDirIterator>

#include <QTest>

using namespace twin;
using F = CityGmlFixture;

class TestReading : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chunksAndThreadsChangeNothing_data();
    void chunksAndThreadsChangeNothing();
    void readsEncodings_data();
    void readsEncodings();
    void settlesTheCrs_data();
    void settlesTheCrs();
    void membersStateTheCrs();
    void namesAllRefusedFiles();
    void refusesMissingCrs();
    void geographicAxisOrder_data();
    void geographicAxisOrder();
    void polygonsMayStateTheirCrs();
    void unknownHeightsAreReportedOnce();
    void stopsWhenCancelled();
    void returnsTheSinksError();
    void reportsProgress();
    void oneBadFileDoesNotStopTheOthers();
    void tellsWhatWasRead();
    void scoresFiles();

private:
    CityGmlFixture m_fixture;
};

namespace {

/// Everything the reader found, as text that two runs can be compared by.
QString describe(const CityObject& object, int depth = 0)
{
    QString text = QString(depth, QLatin1Char(' ')) + typeName(object.type) + QLatin1Char(' ') + object.id +
                   QLatin1Char(' ') + object.name + QString::number(object.where.line);
    for (const Attribute& a : object.attributes)
        text += QLatin1Char('|') + a.name + a.value + a.unit + a.code + a.source;
    for (const Address& a : object.addresses)
        text += QLatin1Char('|') + a.street + a.houseNumber + a.locality;
    for (const Surface& s : object.surfaces) {
        text += QLatin1Char('|') + s.id + typeName(s.type) + QString::number(s.lod) + QLatin1Char('@') +
                QString::number(s.line);
        for (const ProjectedPosition& p : s.polygon.points)
            text += QStringLiteral(" %1 %2 %3")
                        .arg(p.eastingMetres, 0, 'g', 17)
                        .arg(p.northingMetres, 0, 'g', 17)
                        .arg(p.heightMetres, 0, 'g', 17);
    }
    text += QLatin1Char('\n');
    for (const CityObject& child : object.children)
        text += describe(child, depth + 1);
    return text;
}

QString describe(CollectingSink& sink)
{
    QString text;
    for (const CityObject& object : sink.objects())
        text += describe(object);
    for (const Issue& issue : sink.issues())
        text +=
            QStringLiteral("%1 %2 %3 %4\n").arg(issue.reason, issue.detail).arg(issue.where.line).arg(issue.where.id);
    return text;
}

QByteArray manyBuildings(int count)
{
    QByteArray members;
    for (int i = 0; i < count; ++i) {
        const QByteArray n = QByteArray::number(i);
        members +=
            F::building(
                "<gml:name>Haus " + n + "</gml:name><bldg:function>31001_1010</bldg:function>" +
                    F::boundary("RoofSurface",
                                F::multiSurface(
                                    F::surfaceMember(F::polygon("p" + n, i)) +
                                    (i % 7 == 0 ? F::link("#p" + QByteArray::number((i + 50) % count)) : QByteArray()) +
                                    (i % 11 == 0 ? F::link("#none" + n) : QByteArray())),
                                "r" + n),
                "b" + n) +
            (i % 5 == 0 ? "<!-- </core:cityObjectMember> -->" : "");
    }
    return F::model(members);
}

} // namespace

void TestReading::chunksAndThreadsChangeNothing_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("generated") << QString();
    const QString tile = QStringLiteral(TWIN_SHARED_DIR "/data/citygml-nrw/LoD2_32_280_5657_1_NW.gml");
    if (QFile::exists(tile))
        QTest::newRow("official tile") << tile;
}

void TestReading::chunksAndThreadsChangeNothing()
{
    QFETCH(QString, path);
    if (path.isEmpty())
        path = m_fixture.write(manyBuildings(200));
    QString first;
    for (const int threads : {1, 2, 4}) {
        for (const std::size_t chunkBytes :
             {std::size_t(1) << 20, std::size_t(50000), std::size_t(1000), std::size_t(1)}) {
            CollectingSink sink;
            const auto summary = readInto(sink, {path}, {{threads, {}}, {chunkBytes}});
            QVERIFY(summary);
            const QString text = describe(sink);
            if (first.isEmpty())
                first = text;
            QVERIFY2(text == first,
                     qPrintable(QStringLiteral("%1 threads, chunks of %2").arg(threads).arg(chunkBytes)));
        }
    }
    QVERIFY(first.size() > 1000);
}

void TestReading::readsEncodings_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("name"); // as bytes of the encoding; UTF-16 is made from ASCII parts below
    QTest::addColumn<int>("width");       // 1: 8 bit, 2: UTF-16 LE, -2: UTF-16 BE
    QTest::addColumn<QString>("expected");
    const QString german = QStringLiteral("Größe €");
    QTest::newRow("UTF-8") << QByteArray("UTF-8") << german.toUtf8() << 1 << german;
    QTest::newRow("none") << QByteArray() << german.toUtf8() << 1 << german;
    QTest::newRow("UTF-8 with mark") << QByteArray("utf-8") << german.toUtf8() << 3 << german;
    QTest::newRow("ISO-8859-1") << QByteArray("ISO-8859-1")
                                << QByteArray("Gr\xF6\xDF"
                                              "e \xA4")
                                << 1 << QStringLiteral("Größe ¤");
    QTest::newRow("ISO-8859-15") << QByteArray("iso-8859-15")
                                 << QByteArray("Gr\xF6\xDF"
                                               "e \xA4")
                                 << 1 << german;
    QTest::newRow("windows-1252") << QByteArray("Windows-1252")
                                  << QByteArray("Gr\xF6\xDF"
                                                "e \x80")
                                  << 1 << german;
    QTest::newRow("UTF-16 LE") << QByteArray("UTF-16") << german.toUtf8() << 2 << german;
    QTest::newRow("UTF-16 BE") << QByteArray("UTF-16") << german.toUtf8() << -2 << german;
    QTest::newRow("beyond the BMP") << QByteArray("UTF-16") << QStringLiteral("🏠").toUtf8() << 2 << QStringLiteral("🏠");
}

void TestReading::readsEncodings()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, name);
    QFETCH(int, width);
    QFETCH(QString, expected);
    QByteArray xml =
        F::model(F::building("<gml:name>" + name + "</gml:name>" + F::multiSurface(F::surfaceMember(F::polygon("p")))));
    xml.replace(" encoding=\"UTF-8\"", encoding.isEmpty() ? QByteArray() : " encoding='" + encoding + "'");
    if (width == 3)
        xml.prepend("\xEF\xBB\xBF");
    if (width == 2 || width == -2) {
        QByteArray wide = width == 2 ? QByteArray("\xFF\xFE") : QByteArray("\xFE\xFF");
        const QString text = QString::fromUtf8(xml);
        for (const QChar c : text) {
            const char low = char(c.unicode() & 0xFF), high = char(c.unicode() >> 8);
            wide.append(width == 2 ? low : high).append(width == 2 ? high : low);
        }
        xml = wide;
    }
    citygml::ReadOptions options;
    options.limits.chunkBytes = 101; // cuts code units
    const F::Outcome outcome = m_fixture.read(xml, options);
    QVERIFY2(outcome.summary, outcome.summary ? "" : qPrintable(outcome.summary.error().toText()));
    QCOMPARE(outcome.sink->objects().size(), std::size_t(1));
    QCOMPARE(outcome.sink->objects()[0].name, expected);
    QCOMPARE(outcome.sink->objects()[0].where.line, 5);
    QCOMPARE(outcome.sink->objects()[0].surfaces.size(), std::size_t(1));
}

void TestReading::settlesTheCrs_data()
{
    QTest::addColumn<QByteArray>("srsName");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("origin"); // empty: refused
    QTest::addColumn<QString>("reason");
    QTest::newRow("stated") << QByteArray("EPSG:25832") << QString() << QStringLiteral("srsName")
                            << QStringLiteral("height.reference-unknown");
    QTest::newRow("stated wins") << QByteArray("urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016")
                                 << QStringLiteral("EPSG:31466") << QStringLiteral("srsName")
                                 << QStringLiteral("crs.option-unused");
    QTest::newRow("stated and given alike") << QByteArray("urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016")
                                            << QStringLiteral("EPSG:25832") << QStringLiteral("srsName") << QString();
    QTest::newRow("stated, other heights given")
        << QByteArray("urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016") << QStringLiteral("EPSG:25832+5783")
        << QStringLiteral("srsName") << QStringLiteral("crs.option-unused");
    QTest::newRow("option") << QByteArray() << QStringLiteral("EPSG:25832+7837") << QStringLiteral("--crs")
                            << QString();
    QTest::newRow("missing") << QByteArray() << QString() << QString() << QStringLiteral("file.crs-missing");
    QTest::newRow("unknown") << QByteArray("#local-CRS-1") << QString() << QString()
                             << QStringLiteral("file.crs-unknown");
    QTest::newRow("unknown, replaced") << QByteArray("#local-CRS-1") << QStringLiteral("EPSG:25832+7837")
                                       << QStringLiteral("--crs") << QStringLiteral("crs.replaced");
    QTest::newRow("unknown option") << QByteArray() << QStringLiteral("UTM") << QString()
                                    << QStringLiteral("file.crs-unknown");
}

void TestReading::settlesTheCrs()
{
    QFETCH(QByteArray, srsName);
    QFETCH(QString, option);
    QFETCH(QString, origin);
    QFETCH(QString, reason);
    const QString path =
        m_fixture.write(F::model(F::building(F::multiSurface(F::surfaceMember(F::polygon("p")))), "2.0", srsName));
    const QString good = m_fixture.write(F::model(F::building("", "good")), QStringLiteral("good.gml"));
    CollectingSink sink;
    const auto summary = readInto(sink, {path, good}, {{0, option}, {}});
    QVERIFY(summary);
    QCOMPARE(int(summary->sources.size()), origin.isEmpty() ? 1 : 2);
    if (!origin.isEmpty()) {
        QCOMPARE(summary->sources[0].crsOrigin, origin);
        QCOMPARE(sink.objects()[1].surfaces.at(0).polygon.points[0], (ProjectedPosition{390000, 5700000, 100}));
    }
    std::vector<Issue> issues;
    for (const Issue& issue : summary->issues)
        if (issue.where.source == path)
            issues.push_back(issue);
    QCOMPARE(int(issues.size()), reason.isEmpty() ? 0 : 1);
    if (!reason.isEmpty())
        QCOMPARE(issues[0].reason, reason);
    if (reason == QLatin1String("crs.option-unused")) {
        QVERIFY(issues[0].detail.contains(option));
        QVERIFY(issues[0].detail.contains(QString::fromLatin1(srsName)));
    }
}

/// The model states no CRS, its objects do: --crs fills in for those that do not, and whoever gave another one is told.
void TestReading::membersStateTheCrs()
{
    const QByteArray own = F::polygon("own").replace("<gml:Polygon ", "<gml:Polygon srsName=\"EPSG:25832\" ");
    const QByteArray xml = F::model(F::building(F::multiSurface(F::surfaceMember(own))), "2.0", "");
    citygml::ReadOptions options;
    options.crs = QStringLiteral("EPSG:31466");
    const F::Outcome outcome = m_fixture.read(xml, options);
    QVERIFY(outcome.summary);
    QCOMPARE(outcome.summary->sources.at(0).crs, QStringLiteral("EPSG:25832"));
    QCOMPARE(outcome.summary->sources.at(0).crsOrigin, QStringLiteral("srsName"));
    QStringList reasons;
    for (const Issue& issue : outcome.summary->issues)
        reasons.append(issue.reason);
    QVERIFY2(reasons.contains(QStringLiteral("crs.option-unused")), qPrintable(reasons.join(QLatin1Char(' '))));
    QCOMPARE(outcome.sink->objects().at(0).surfaces.at(0).polygon.points[0], (ProjectedPosition{390000, 5700000, 100}));
}

/// Every refused file stands in the error with its own reason and remedy; a single one is the error itself.
void TestReading::namesAllRefusedFiles()
{
    const QString noCrs =
        m_fixture.write(F::model(F::building(F::multiSurface(F::surfaceMember(F::polygon("p")))), "2.0", ""),
                        QStringLiteral("a_ohne.gml"));
    const QString noXml = m_fixture.write("<CityModel><a></CityModel <b>", QStringLiteral("b_kaputt.gml"));
    const QString empty = m_fixture.write("", QStringLiteral("c_leer.gml"));
    CollectingSink sink;
    const auto all = readInto(sink, {noCrs, noXml, empty}, {{2, {}}, {}});
    QVERIFY(!all.has_value());
    const Error& error = all.error();
    QVERIFY2(error.summary.contains(QLatin1String("3 Dateien")), qPrintable(error.summary));
    QCOMPARE(int(error.causes.size()), 3);
    const QStringList files{noCrs, noXml, empty};
    for (int i = 0; i < 3; ++i) {
        const Error& cause = error.causes[std::size_t(i)];
        QCOMPARE(cause.where.source, files[i]);
        QVERIFY(!cause.summary.isEmpty() && !cause.effectiveRemedy().isEmpty());
        QVERIFY(error.toText().contains(files[i]) && error.toText().contains(cause.effectiveRemedy()));
    }
    QVERIFY(error.causes[0].effectiveRemedy().contains(QLatin1String("--crs")));
    QVERIFY2(error.causes[1].summary.contains(QStringLiteral("kein gültiges XML")), qPrintable(error.toText()));
    QVERIFY2(error.causes[1].effectiveRemedy().contains(QLatin1String("neu schreiben")), qPrintable(error.toText()));
    QVERIFY2(error.causes[2].summary.contains(QLatin1String("leer")), qPrintable(error.toText()));
    QCOMPARE(error.toText().count(QLatin1Char('\n')), 3);

    const auto one = readInto(sink, {noCrs}, {{1, {}}, {}});
    QVERIFY(!one.has_value());
    QCOMPARE(one.error().code, ErrorCode::MissingCrs);
    QVERIFY(one.error().causes.empty());
}

void TestReading::refusesMissingCrs()
{
    const F::Outcome outcome =
        m_fixture.read(F::model(F::building(F::multiSurface(F::surfaceMember(F::polygon("p")))), "2.0", ""));
    QVERIFY(!outcome.summary);
    QCOMPARE(outcome.summary.error().code, ErrorCode::MissingCrs);
    QVERIFY(outcome.summary.error().effectiveRemedy().contains(QLatin1String("--crs")));
    QVERIFY(outcome.sink->objects().empty());
}

void TestReading::geographicAxisOrder_data()
{
    QTest::addColumn<QByteArray>("srsName");
    QTest::addColumn<bool>("latitudeFirst");
    QTest::newRow("urn") << QByteArray("urn:ogc:def:crs:EPSG::4326") << true;
    QTest::newRow("short, latitude first") << QByteArray("EPSG:4326") << true;
    QTest::newRow("short, longitude first") << QByteArray("EPSG:4326") << false;
    QTest::newRow("CRS84") << QByteArray("urn:ogc:def:crs:OGC:1.3:CRS84") << false;
}

void TestReading::geographicAxisOrder()
{
    QFETCH(QByteArray, srsName);
    QFETCH(bool, latitudeFirst);
    const auto point = [&](const QByteArray& latitude, const QByteArray& longitude) {
        return (latitudeFirst ? latitude + " " + longitude : longitude + " " + latitude) + " 100 ";
    };
    const QByteArray ring =
        point("51.51", "7.46") + point("51.51", "7.47") + point("51.52", "7.47") + point("51.51", "7.46");
    const F::Outcome outcome = m_fixture.read(F::model(
        F::building(F::multiSurface(F::surfaceMember("<gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>" + ring +
                                                     "</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>"))),
        "2.0", srsName));
    QVERIFY(outcome.summary);
    const ProjectedPosition p = outcome.sink->objects().at(0).surfaces.at(0).polygon.points[0];
    QVERIFY2(std::abs(p.eastingMetres - 393137) < 100 && std::abs(p.northingMetres - 5707657) < 300,
             qPrintable(QStringLiteral("%1 %2").arg(p.eastingMetres, 0, 'f', 1).arg(p.northingMetres, 0, 'f', 1)));
    QCOMPARE(p.heightMetres, 100.0);
}

void TestReading::polygonsMayStateTheirCrs()
{
    const QByteArray inOwn = F::polygon("own").replace("<gml:Polygon ", "<gml:Polygon srsName=\"EPSG:25832\" ");
    const QByteArray inRing = F::polygon("ring", 1).replace("<gml:posList ", "<gml:posList srsName=\"EPSG:25832\" ");
    const QByteArray without = F::polygon("without", 2);
    const F::Outcome outcome = m_fixture.read(F::model(
        F::building(F::multiSurface(F::surfaceMember(inOwn) + F::surfaceMember(inRing) + F::surfaceMember(without))) +
            F::building("<gml:boundedBy><gml:Envelope srsName=\"EPSG:25832\"/></gml:boundedBy>" +
                            F::multiSurface(F::surfaceMember(without)),
                        "b2"),
        "2.0", ""));
    QVERIFY(outcome.summary);
    QCOMPARE(outcome.sink->objects()[0].surfaces.size(), std::size_t(2));
    QCOMPARE(outcome.sink->count("crs.missing"), 1);
    QCOMPARE(outcome.sink->objects()[1].surfaces.size(), std::size_t(1));
}

void TestReading::unknownHeightsAreReportedOnce()
{
    QByteArray members;
    for (int i = 0; i < 50; ++i)
        members += F::building(F::multiSurface(F::surfaceMember(F::polygon("p" + QByteArray::number(i)))),
                               "b" + QByteArray::number(i));
    const F::Outcome outcome = m_fixture.read(F::model(members, "2.0", "EPSG:25832"), {{2, {}}, {500}});
    QVERIFY(outcome.summary);
    QCOMPARE(outcome.summary->issues.size(), std::size_t(1));
    QCOMPARE(outcome.summary->issues[0].reason, QStringLiteral("height.reference-unknown"));
}

namespace {

class CallbackSink : public CityObjectSink {
public:
    explicit CallbackSink(std::function<Result<void>()> callback) : m_callback(std::move(callback)) {}
    Result<void> accept(CityObjectBatch&& batch) override
    {
        objects += int(batch.objects.size());
        return m_callback();
    }
    std::atomic<int> objects = 0;

private:
    std::function<Result<void>()> m_callback;
};

} // namespace

void TestReading::stopsWhenCancelled()
{
    const QString path = m_fixture.write(manyBuildings(500));
    const CancellationToken cancel;
    CallbackSink sink([&]() -> Result<void> {
        cancel.cancel();
        return {};
    });
    const auto summary = citygml::read({path}, {{2, {}}, {1000}}, sink, cancel, {});
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::Cancelled);
    QVERIFY(sink.objects < 50);
}

void TestReading::returnsTheSinksError()
{
    CallbackSink sink([] { return failure(ErrorCode::ResourceExhausted, QStringLiteral("voll")); });
    const auto summary =
        citygml::read({m_fixture.write(manyBuildings(500))}, {{2, {}}, {1000}}, sink, CancellationToken(), {});
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::ResourceExhausted);
    QCOMPARE(summary.error().summary, QStringLiteral("voll"));
}

void TestReading::reportsProgress()
{
    std::vector<double> fractions;
    CallbackSink sink([]() -> Result<void> {
        QTest::qSleep(1); // so that the file takes longer than the interval between reports
        return {};
    });
    const auto summary = citygml::read({m_fixture.write(manyBuildings(500))}, {{1, {}}, {500}}, sink,
                                       CancellationToken(), [&](double fraction, const QString& step) {
                                           fractions.push_back(fraction);
                                           QVERIFY(!step.isEmpty());
                                       });
    QVERIFY(summary);
    QVERIFY(!fractions.empty());
    QVERIFY(std::is_sorted(fractions.begin(), fractions.end()));
    QVERIFY(fractions.front() >= 0 && fractions.back() <= 1);
}

void TestReading::oneBadFileDoesNotStopTheOthers()
{
    const QString good = m_fixture.write(F::model(F::building("")));
    const QString missing = m_fixture.folder() + QStringLiteral("/none.gml");
    CollectingSink sink;
    auto summary = readInto(sink, {missing, good});
    QVERIFY(summary);
    QCOMPARE(summary->issues.at(0).reason, QStringLiteral("file.not-found"));
    QCOMPARE(sink.objects().size(), std::size_t(1));
    summary = readInto(sink, {missing});
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::NotFound);
    summary = readInto(sink, {});
    QVERIFY(summary);
    QVERIFY(summary->sources.empty());
}

void TestReading::tellsWhatWasRead()
{
    QByteArray xml = F::model(F::building(""), "1.0");
    xml.replace("<gml:boundedBy>", "<gml:name>LoD2_32_391_5705_1_NW</gml:name><gml:boundedBy>");
    const F::Outcome outcome = m_fixture.read(xml);
    QVERIFY(outcome.summary);
    const SourceInfo& source = outcome.summary->sources.at(0);
    QCOMPARE(source.format, QStringLiteral("CityGML 1.0"));
    QCOMPARE(source.title, QStringLiteral("LoD2_32_391_5705_1_NW"));
    QCOMPARE(source.licence, QStringLiteral("dl-de/zero-2-0"));
    QCOMPARE(source.crs, QStringLiteral("urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016"));
    QCOMPARE(source.bytes, xml.size());
    QCOMPARE(outcome.summary->bytesRead, xml.size());
    QVERIFY(source.fileDate.isValid());
}

void TestReading::scoresFiles()
{
    const QByteArray model = F::model("");
    QCOMPARE(citygml::score(QStringLiteral("a.gml"), model), 100);
    QVERIFY(citygml::score(QStringLiteral("a.gml"),
                           "<gml:FeatureCollection xmlns:bldg=\"http://www.opengis.net/citygml/building/2.0\"") >= 50);
    QVERIFY(citygml::score(QStringLiteral("a.gml"), "<x/>") < 50);
    QCOMPARE(citygml::score(QStringLiteral("a.json"), "{\"type\":\"CityJSON\"}"), 0);
    QCOMPARE(citygml::score(QStringLiteral("a.gml"), {}), 0);
}

QTEST_GUILESS_MAIN(TestReading)
#include "tst_reading.moc"
