// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/ImportService.h"
#include "app/services/quality/HtmlReport.h"
#include "app/services/quality/ObjectLink.h"
#include "services/Houses.h"

#include <algorithm>
#include <array>

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::services;
using twin::test::box;
using twin::test::House;
using twin::test::model;

namespace {

const QualityTopic* topicOf(const QualityReport& report, const char* code)
{
    const auto found = std::find_if(report.topics.begin(), report.topics.end(),
                                    [code](const QualityTopic& t) { return t.code == QLatin1String(code); });
    return found == report.topics.end() ? nullptr : &*found;
}

} // namespace

class QualityReportTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const char* name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }

    QualityReport reportOf(const QStringList& sources, int threads = 2) const
    {
        QualityInspection inspection;
        ImportRequest request;
        request.sources = sources;
        request.out = m_folder.filePath(QStringLiteral("region"));
        request.threads = threads;
        request.inspection = &inspection;
        const auto summary = importSources(request, {}, {});
        if (!summary)
            qFatal("%s", qPrintable(summary.error().toText()));
        auto report = makeQualityReport(*summary, request.out, &inspection, {});
        if (!report)
            qFatal("%s", qPrintable(report.error().toText()));
        return *std::move(report);
    }

    /// Houses in a row, the second of which lacks its lid, the third has a fold, the fourth a wrong height.
    static std::vector<House> street()
    {
        std::vector<House> houses;
        for (int i = 0; i < 12; ++i) {
            House& house = houses.emplace_back();
            house.id = "h" + QByteArray::number(i);
            house.east = 15 * i;
        }
        houses[1].faces.erase(houses[1].faces.begin() + 1);
        houses[2].faces[1][2][2] += 0.05;
        houses[3].measured = 11;
        houses[4].foot = 120;
        houses[5].faces = box(70);
        houses[5].measured = 70;
        houses[6].measured = -9999.99; // "not known"
        return houses;
    }

private Q_SLOTS:
    void saysWhatIsWrongWhere()
    {
        const QString file = write("street.gml", model(street()));
        const QualityReport report = reportOf({file});
        QVERIFY(report.geometryChecked);
        QCOMPARE(report.geometry.polygons, qint64(71));
        QCOMPARE(report.geometry.solids, qint64(11));
        QCOMPARE(report.geometry.goodSolids, qint64(10));
        QCOMPARE(report.geometry.skippedSolids, qint64(1));
        QCOMPARE(report.levels.size(), std::size_t(1));
        QCOMPARE(report.levels.front().objects, qint64(12));

        const QualityTopic* open = topicOf(report, "302");
        QVERIFY(open != nullptr);
        QCOMPARE(open->group, QualityGroup::Invalid);
        QCOMPARE(open->count, qint64(1));
        const QualityRow& row = open->rows.at(0);
        QCOMPARE(row.object, QStringLiteral("h1"));
        QCOMPARE(row.where.source, file);
        QCOMPARE(row.where.line, qint64(5));
        QVERIFY(row.position && std::abs(row.position->eastingMetres - 393020) <= 5);
        QVERIFY(row.position->heightMetres > 87.9 && row.position->heightMetres < 88.1);
        QVERIFY(row.detail.contains(QLatin1String("4")));

        const QualityTopic* uneven = topicOf(report, "203");
        QVERIFY(uneven != nullptr && uneven->rows.size() >= 1);
        QCOMPARE(uneven->rows.at(0).object, QStringLiteral("h2"));
    }

    void heightsThatAreOdd()
    {
        const QualityReport report = reportOf({write("street.gml", model(street()))});
        const auto only = [&report](const char* code) {
            const QualityTopic* topic = topicOf(report, code);
            return topic != nullptr && topic->rows.size() == 1 ? topic->rows.front().object : QString();
        };
        QCOMPARE(only("height.measured-differs"), QStringLiteral("h3"));
        QCOMPARE(only("height.ground-outlier"), QStringLiteral("h4"));
        QCOMPARE(only("height.tall-outlier"), QStringLiteral("h5"));
        QVERIFY(topicOf(report, "height.flat") == nullptr);
        QVERIFY(topicOf(report, "height.measured-differs")->rows.front().detail.contains(QLatin1String("11,00")));
        QCOMPARE(report.countOf(QualityGroup::Heights), qint64(3));
    }

    void codesOfNoList()
    {
        std::vector<House> houses = street();
        houses[1].function = "31001_0815";
        houses[2].function = "31001_0815";
        houses[3].function = "Kiosk"; // free text is no code
        const QualityReport report = reportOf({write("codes.gml", model(houses))});
        const QualityTopic* topic = topicOf(report, "code.unknown");
        QVERIFY(topic != nullptr);
        QCOMPARE(topic->group, QualityGroup::Unknown);
        QCOMPARE(topic->count, qint64(2));
        QCOMPARE(topic->rows.size(), std::size_t(1));
        QCOMPARE(topic->rows[0].detail, QStringLiteral("Building.function 31001_0815: 2 Objekte"));
    }

    /// Nothing in it depends on which thread was first.
    void isTheSameOnAnyNumberOfThreads()
    {
        std::vector<House> houses;
        for (int i = 0; i < 3000; ++i) {
            House house;
            house.id = "h" + QByteArray::number(i);
            house.east = 15 * (i % 50);
            house.faces.pop_back();
            houses.push_back(house);
        }
        const QString file = write("many.gml", model(houses));
        const QualityReport one = reportOf({file}, 1);
        const QualityReport four = reportOf({file}, 4);
        const QualityTopic* a = topicOf(one, "302");
        const QualityTopic* b = topicOf(four, "302");
        QVERIFY(a != nullptr && b != nullptr);
        QCOMPARE(a->count, qint64(3000));
        QCOMPARE(a->rows.size(), QualityReport::mostRows);
        QCOMPARE(b->rows.size(), a->rows.size());
        for (std::size_t i = 0; i < a->rows.size(); ++i)
            QCOMPARE(b->rows[i].object, a->rows[i].object);
        QCOMPARE(a->rows.back().object, QStringLiteral("h999"));
    }

    /// A polygon that could not be read says nothing about the shell that lacks it.
    void shellsWithMissingPolygonsAreNotJudged()
    {
        std::vector<House> houses = street();
        houses.resize(3);
        houses[2] = houses[0];
        houses[2].id = "h2";
        QByteArray xml = model(houses);
        // Two points are no ring.
        const qsizetype at = xml.indexOf("</gml:posList>", xml.indexOf("gml:id=\"h2\""));
        const qsizetype from = xml.lastIndexOf('>', at) + 1;
        xml.replace(from, at - from, "393000 5707000 80 393001 5707000 80 393000 5707000 80");
        const QualityReport report = reportOf({write("gap.gml", xml)});
        QCOMPARE(topicOf(report, "302")->count, qint64(1)); // h1 alone
        const QualityTopic* few = topicOf(report, "ring.too-few-points");
        QVERIFY(few != nullptr);
        QCOMPARE(few->val3dity, 101);
        QCOMPARE(few->group, QualityGroup::Dropped);
        QCOMPARE(few->rows.at(0).object, QStringLiteral("h2"));
        QVERIFY(few->rows.at(0).position.has_value());
    }

    void htmlIsWellFormedAndHarmless()
    {
        std::vector<House> houses = street();
        houses[1].id = "h1&lt;script&gt;alert(1)&lt;/script&gt;";
        const QString html = htmlOf(reportOf({write("street.gml", model(houses))}));
        QVERIFY(html.contains(QLatin1String("h1&lt;script&gt;alert(1)&lt;/script&gt;")));
        QCOMPARE(html.count(QLatin1String("<script>")), 1); // its own
        // What it leads to are objects of this region, by links that carry no markup.
        const QString jump =
            uriOf({m_folder.filePath(QStringLiteral("region")), QStringLiteral("h1<script>alert(1)</script>")});
        QVERIFY(!jump.contains(QLatin1Char('<')));
        QVERIFY(html.contains(QStringLiteral("<a href=\"%1\"").arg(jump)));
        const QString others = QString(html).remove(QRegularExpression(
            QStringLiteral("<a href=\"stadtzwilling:///[A-Za-z0-9._~%/-]+\\?select=[A-Za-z0-9._~%-]+\"")));
        QVERIFY(!others.contains(QRegularExpression(QStringLiteral("(src|href)\\s*=\\s*\"?[a-z]+:"))));
        QVERIFY(!html.contains(QLatin1String("http:")) && !html.contains(QLatin1String("https:")));
        QVERIFY(html.contains(QLatin1String("default-src 'none'")));
        QVERIFY(html.contains(QLatin1String("prefers-color-scheme:dark")) &&
                html.contains(QLatin1String("@media print")));
        QVERIFY(html.contains(QLatin1String("--select KENNUNG")));
        QVERIFY(html.contains(QLatin1String("MULTIPLE_CONNECTED_COMPONENTS")) &&
                html.contains(QLatin1String("INNER_SHELL_OUTSIDE")));
        QVERIFY(html.contains(QStringLiteral("content:\"▸\"")));
        // Tags are balanced: all but the void elements close.
        QStringList open;
        static const QRegularExpression tag(QStringLiteral("<(/?)([a-z0-9]+)[^>]*>"));
        static const QStringList voids{QStringLiteral("meta"), QStringLiteral("input")};
        const QString body = QString(html).remove(QRegularExpression(
            QStringLiteral("<script>.*</script>|<style>.*</style>"), QRegularExpression::DotMatchesEverythingOption));
        for (auto it = tag.globalMatch(body); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            if (voids.contains(match.captured(2)))
                continue;
            if (match.captured(1).isEmpty()) {
                open.append(match.captured(2));
            } else {
                QVERIFY2(!open.isEmpty() && open.last() == match.captured(2), qPrintable(match.captured(0)));
                open.removeLast();
            }
        }
        QVERIFY2(open.isEmpty(), qPrintable(open.join(QLatin1Char(' '))));
    }

    void refusalsHaveAReportToo()
    {
        ImportRequest request;
        request.sources = {
            write("nocrs.gml", model(street()).replace("srsName=\"urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*"
                                                       "GCG2016\"",
                                                       ""))};
        request.out = m_folder.filePath(QStringLiteral("none"));
        const auto summary = importSources(request, {}, {});
        QVERIFY(!summary);
        const QualityReport report = refusalReport(summary.error());
        QCOMPARE(report.topics.size(), std::size_t(1));
        QCOMPARE(report.topics[0].group, QualityGroup::Refused);
        QCOMPARE(report.topics[0].code, QStringLiteral("file.crs-missing"));
        QVERIFY(report.topics[0].rows.at(0).detail.contains(QLatin1String("--crs")));
        QVERIFY(htmlOf(report).contains(QLatin1String("Es ist keine Region entstanden.")));
    }

    void filesAreReplacedAsAWhole()
    {
        const QualityReport report = refusalReport({ErrorCode::NoData, QStringLiteral("nothing"), {}, {}, {}});
        const QString path = m_folder.filePath(QStringLiteral("report.html"));
        QVERIFY(checkReportPath(path));
        QVERIFY(writeHtmlReport(report, path));
        QVERIFY(writeHtmlReport(report, path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), htmlOf(report));
        const QString nowhere = m_folder.filePath(QStringLiteral("no/where.html"));
        QCOMPARE(checkReportPath(nowhere).error().code, ErrorCode::NotFound);
        QVERIFY(!writeHtmlReport(report, nowhere));
        QCOMPARE(checkReportPath(m_folder.path()).error().code, ErrorCode::InvalidParameter);
    }

    /// Every reason has a group on purpose, and the groups have names.
    void groupsOfReasons()
    {
        QCOMPARE(groupOf(QStringLiteral("file.doctype")), QualityGroup::Refused);
        QCOMPARE(groupOf(QStringLiteral("file.truncated")), QualityGroup::Dropped);
        QCOMPARE(groupOf(QStringLiteral("ring.not-closed")), QualityGroup::Mended);
        QCOMPARE(groupOf(QStringLiteral("id.duplicate")), QualityGroup::Mended);
        QCOMPARE(groupOf(QStringLiteral("building.above-terrain")), QualityGroup::Heights);
        QCOMPARE(groupOf(QStringLiteral("xlink.unresolved")), QualityGroup::Dropped);
        QCOMPARE(groupOf(QStringLiteral("source.remark")), QualityGroup::Note);
        for (int i = 0; i <= int(QualityGroup::Note); ++i)
            QVERIFY(!titleOf(static_cast<QualityGroup>(i)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(QualityReportTest)
#include "tst_qualityreport.moc"
