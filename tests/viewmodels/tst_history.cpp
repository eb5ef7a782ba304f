// SPDX-License-Identifier: GPL-3.0-or-later
// How values ran: the stretch of time, what is compared, readings, gaps, limits, table, files, and the drawn chart.
#include "app/viewmodels/live/HistoryFiles.h"
#include "app/viewmodels/live/HistoryModel.h"
#include "support/FakeLive.h"

#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::test;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

const Instant noon = toInstant(QDateTime(QDate(2026, 3, 14), QTime(12, 0), Qt::UTC));

Datastream number(const QString& property, const QString& ucum)
{
    Datastream stream = liveStream(QStringLiteral("a"), property, ActionField::EnergyAndEnvironment);
    stream.unit.ucum = ucum;
    return stream;
}

ChartSeries seriesOf(const std::vector<std::pair<int, double>>& values)
{
    ChartSeries series{QStringLiteral("x"), {}, false, {}, minutes(30)};
    for (const auto& [minute, value] : values) {
        const Instant at = noon + minutes(minute);
        series.columns.push_back({at, 1, value, value, value, value, at, at});
    }
    return series;
}

ChartStyle plainStyle()
{
    ChartStyle style;
    style.font.setPixelSize(12);
    style.text = style.muted = style.accent = Qt::black;
    style.line = QColor(240, 240, 240);
    style.limit = Qt::red;
    style.gap = QColor(0, 200, 0);
    style.background = Qt::white;
    style.series = {Qt::blue, Qt::magenta, Qt::cyan};
    return style;
}

QImage drawn(const ChartScene& scene)
{
    QImage image(600, 300, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintChart(painter, scene, plainStyle(), QRectF(0, 0, 600, 300));
    return image;
}

/// @returns how many pixels between two x are of about that colour.
int countOf(const QImage& image, QColor colour, int left, int right)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = left; x < right; ++x) {
            const QColor c = image.pixelColor(x, y);
            count += std::abs(c.red() - colour.red()) + std::abs(c.green() - colour.green()) +
                         std::abs(c.blue() - colour.blue()) <
                     120;
        }
    return count;
}

/// @returns how many pixels between two x are hatched; thin lines blend with the paper.
int hatched(const QImage& image, int left, int right)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = left; x < right; ++x) {
            const QColor c = image.pixelColor(x, y);
            count += c.green() > c.red() + 40 && c.green() > c.blue() + 40;
        }
    return count;
}

} // namespace

class HistoryTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    FakeLive m_fake;
    std::shared_ptr<FakeFeed> m_feed;
    std::vector<Datastream> m_streams;
    std::shared_ptr<services::LiveThing> m_thing;

    void begin(HistoryModel& model)
    {
        model.setFeed(m_feed);
        model.setInstant(noon);
        model.setThing(m_thing);
        model.setColumns(288);
        model.setShown(true);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        m_feed = std::make_shared<FakeFeed>(m_fake);
        m_streams = {number(QStringLiteral("no2"), QStringLiteral("ug/m3")),
                     number(QStringLiteral("pm10"), QStringLiteral("ug/m3")),
                     number(QStringLiteral("temperature"), QStringLiteral("Cel")),
                     number(QStringLiteral("relativeHumidity"), QStringLiteral("%")),
                     number(QStringLiteral("o3"), QStringLiteral("ug/m3")),
                     number(QStringLiteral("co"), QStringLiteral("ug/m3"))};
        m_thing = std::make_shared<services::LiveThing>();
        m_thing->id = QStringLiteral("demo/a");
        m_thing->title = QStringLiteral("Station a");
        for (const Datastream& stream : m_streams)
            m_thing->readings.push_back({stream, {}});
        for (int minute = -24 * 60; minute <= 0; minute += 10)
            if (minute < -600 || minute > -300) { // a gap of five hours
                m_fake.past.push_back(
                    liveValue(m_streams[0], 30 + 10 * std::sin(minute / 120.0), noon + minutes(minute)));
                m_fake.past.push_back(liveValue(m_streams[2], 10 + minute / 240.0, noon + minutes(minute)));
            }
    }

    void showsTheDayUpToTheClock()
    {
        HistoryModel model;
        begin(model);
        QCOMPARE(model.series().size(), 1);
        QTRY_VERIFY(!model.isLoading());
        QCOMPARE(model.range(), (TimeRange{noon - hours(24), noon}));
        QCOMPARE(model.preset(), 0);
        QVERIFY(model.rangeText().contains(QStringLiteral("Fr 13.03.2026 13:00")));
        const ChartScene scene = model.scene();
        QVERIFY(scene.isComplete);
        QCOMPARE(gapsOf(scene).size(), 1U);
        QVERIFY(gapsOf(scene)[0].to - gapsOf(scene)[0].from > hours(4));
        QCOMPARE(scene.clock, std::optional(noon));
        model.setPreset(2);
        QCOMPARE(model.range().to - model.range().from, Milliseconds(hours(24 * 30)));
        model.setInstant(noon + hours(48)); // the clock moves on, and the preset with it
        QCOMPARE(model.range().to, noon + hours(48));
    }

    void asksOnlyWhileSomebodyLooks()
    {
        HistoryModel model;
        model.setFeed(m_feed);
        model.setInstant(noon);
        const std::size_t before = m_fake.asked.size();
        model.setThing(m_thing);
        QTest::qWait(200);
        QCOMPARE(m_fake.asked.size(), before);
        QVERIFY(!model.isLoading());
        model.setShown(true);
        QTRY_VERIFY(m_fake.asked.size() > before);
    }

    void zoomsAboutAPointAndMoves()
    {
        HistoryModel model;
        begin(model);
        model.zoom(0.5, 0.25);
        QCOMPARE(model.preset(), -1);
        QCOMPARE(model.range(), (TimeRange{noon - hours(21), noon - hours(9)}));
        model.pan(0.5);
        QCOMPARE(model.range(), (TimeRange{noon - hours(15), noon - hours(3)}));
        model.zoom(1e-9, 0.5); // five minutes are the least
        QCOMPARE(model.range().to - model.range().from, Milliseconds(minutes(5)));
        model.zoom(1e12, 0.5);
        QVERIFY(model.range().from >= toInstant(QDateTime(QDate(1800, 1, 1), QTime(0, 0), Qt::UTC)));
        model.zoom(std::nan(""), 0.5);
        QVERIFY(model.range().from < model.range().to);
    }

    void comparesUpToThreeInTwoUnits()
    {
        HistoryModel model;
        begin(model);
        model.toggle(m_streams[2].id);
        QCOMPARE(model.series().size(), 2);
        QVERIFY(model.scene().series[1].isRight);
        model.toggle(m_streams[3].id); // a third unit
        QCOMPARE(model.series().size(), 2);
        QVERIFY(model.note().contains(QStringLiteral("zwei Einheiten")));
        model.toggle(m_streams[1].id);
        QCOMPARE(model.series().size(), 3);
        QVERIFY(!model.scene().series[2].isRight);
        model.toggle(m_streams[4].id);
        QCOMPARE(model.series().size(), 3);
        QVERIFY(model.note().contains(QStringLiteral("drei Messreihen")));
        model.remove(m_streams[0].id);
        QCOMPARE(model.series().size(), 2);
        QVERIFY(!model.scene().series[0].isRight); // the first one's scale stands left
        auto other = std::make_shared<services::LiveThing>(*m_thing);
        other->id = QStringLiteral("demo/b");
        model.setPinned(true);
        model.setThing(other);
        QCOMPARE(model.series().size(), 2);
        model.setPinned(false);
        model.setThing(m_thing);
        QCOMPARE(model.series().size(), 1);
    }

    void readsAtTheCursor()
    {
        HistoryModel model;
        begin(model);
        model.toggle(m_streams[2].id);
        QTRY_VERIFY(!model.isLoading());
        const auto reading = [&](int i) { return model.series()[i].toMap()[QStringLiteral("reading")].toString(); };
        QCOMPARE(reading(1), QStringLiteral("10\u00A0°C")); // the last one
        model.setCursor(0.5);                               // noon - 12 h: -720 minutes
        QCOMPARE(reading(1), QStringLiteral("7\u00A0°C"));
        QCOMPARE(model.cursorText(), QStringLiteral("Sa 14.03.2026 01:00"));
        model.setCursor(1 - 7.0 / 24); // within the gap
        QCOMPARE(reading(1), QStringLiteral("Lücke"));
        model.setCursor(2);
        QVERIFY(model.cursorText().isEmpty());
        model.stepCursor(-1);
        QCOMPARE(model.cursorText(), QStringLiteral("Sa 14.03.2026 13:00"));
        model.stepCursor(-1);
        QCOMPARE(model.cursorText(), QStringLiteral("Sa 14.03.2026 12:50"));
    }

    void limitsHoldForStretchesAsLongAsTheirMeans()
    {
        HistoryModel model;
        begin(model);
        QVERIFY(model.hasLimits());
        const auto words = [&] {
            QStringList list;
            for (const ChartLimit& limit : model.scene().limits)
                list += limit.text;
            return list.join(QLatin1Char('|'));
        };
        QVERIFY2(words().contains(QStringLiteral("EU")) && words().contains(QStringLiteral("WHO")),
                 qPrintable(words()));
        const QString ofADay = words();
        model.setPreset(3);
        QVERIFY(words().size() > ofADay.size()); // those of a year's mean join in
        model.setLimitsShown(false);
        QVERIFY(words().isEmpty());
    }

    void theTableSaysTheSame()
    {
        HistoryModel model;
        begin(model);
        model.toggle(m_streams[2].id);
        QTRY_VERIFY(!model.isLoading());
        const QVariantList rows = model.rows();
        QVERIFY(rows.size() > 30 && rows.size() < 48); // hours of the gap have no row
        QCOMPARE(rows.front().toMap()[QStringLiteral("values")].toStringList().size(), 2);
        QVERIFY(rows.front().toMap()[QStringLiteral("values")].toStringList()[1].endsWith(QStringLiteral("°C")));
    }

    void sharesReadAsPercentAndAreKeptAsTheyCame()
    {
        FakeLive fake;
        Datastream level = number(QStringLiteral("fillingLevel"), QStringLiteral("1"));
        level.thingType = QStringLiteral("WasteContainer");
        fake.past = {liveValue(level, 0.7, noon - minutes(30)), liveValue(level, 0.56, noon - minutes(10))};
        const auto feed = std::make_shared<FakeFeed>(fake);
        auto thing = std::make_shared<services::LiveThing>();
        thing->id = QStringLiteral("demo/c");
        thing->readings = {{level, {}}, {number(QStringLiteral("relativeHumidity"), QStringLiteral("%")), {}}};
        HistoryModel model;
        model.setFeed(feed);
        model.setInstant(noon);
        model.setThing(thing);
        model.setShown(true);
        QTRY_VERIFY(!model.isLoading());
        QCOMPARE(model.series()[0].toMap()[QStringLiteral("reading")].toString(), QStringLiteral("56\u00A0%"));
        QVERIFY(std::abs(model.scene().series[0].columns.front().most - 70) < 1e-9); // the axis counts percent
        QCOMPARE(model.scene().series[0].unit, QStringLiteral("%"));
        model.toggle(thing->readings[1].stream.id);
        QVERIFY(!model.scene().series[1].isRight); // percent stands beside percent
        model.toggle(thing->readings[1].stream.id);
        QTRY_VERIFY(!model.isLoading());
        const QString csv = m_folder.filePath(QStringLiteral("anteile.csv"));
        model.exportCsv(QUrl::fromLocalFile(csv));
        QTRY_VERIFY(model.saved().contains(QStringLiteral("geschrieben.")));
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains(",fillingLevel,0.7,1,"));
    }

    void filesHoldWhatIsNeededToQuoteThem()
    {
        HistoryModel model;
        begin(model);
        QTRY_VERIFY(!model.isLoading());
        const QString csv = m_folder.filePath(QStringLiteral("werte.csv"));
        model.exportCsv(QUrl::fromLocalFile(csv));
        QTRY_VERIFY(model.saved().contains(QStringLiteral("geschrieben.")));
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QVERIFY(lines[0].startsWith("observedAt,thing,property,title,value,unit,quality,source"));
        QVERIFY2(lines[1].startsWith("2026-03-13T12:00:00Z,Station a,no2,no2,") &&
                     lines[1].contains(",ug/m3,good,demo,"),
                 lines[1].constData());
        QVERIFY(lines[1].trimmed().endsWith(",true")); // generated, and said so
        const QString png = m_folder.filePath(QStringLiteral("bild.png"));
        model.exportPicture(QUrl::fromLocalFile(png));
        QTRY_COMPARE(QImage(png).size(), QSize(1600, 900));
        model.exportCsv(QUrl::fromLocalFile(QStringLiteral("/nirgends/werte.csv")));
        QTRY_VERIFY(model.saved().contains(QStringLiteral("nicht schreiben")));
    }

    // --- The chart itself --------------------------------------------------------------------------------------------

    void scalesHaveRoundSteps()
    {
        const ChartScale scale = ChartScale::around(3.2, 17.9, 5);
        QCOMPARE(scale.least, 0.0);
        QCOMPARE(scale.most, 20.0);
        QCOMPARE(scale.step, 5.0);
        QCOMPARE(ChartScale::around(100.1, 103.9, 4).least, 100.0);
        QVERIFY(ChartScale::around(5, 5, 4).most > 5);
        QCOMPARE(ChartScale::around(1, -1, 4).most, 1.0); // of nothing
    }

    void ticksStandAtRoundTimesOfThePlace()
    {
        const auto day = timeTicks({noon - hours(24), noon}, 6);
        QVERIFY(!day.empty() && day.size() <= 7);
        QVERIFY(
            std::any_of(day.begin(), day.end(), [](const TimeTick& t) { return t.text == QStringLiteral("14.03."); }));
        QVERIFY(
            std::any_of(day.begin(), day.end(), [](const TimeTick& t) { return t.text == QStringLiteral("12:00"); }));
        const auto year = timeTicks({noon - hours(24 * 365), noon}, 6);
        QVERIFY(
            std::any_of(year.begin(), year.end(), [](const TimeTick& t) { return t.text == QStringLiteral("2026"); }));
        const auto all = timeTicks({toInstant(QDateTime(QDate(1800, 1, 1), QTime(0, 0), Qt::UTC)), noon}, 6);
        QVERIFY(all.size() >= 3 && all.size() <= 8);
        QVERIFY(timeTicks({noon, noon}, 6).empty());
    }

    void gapsAreDrawnAsGaps()
    {
        ChartScene scene;
        scene.range = {noon, noon + hours(10)};
        scene.end = noon + hours(10);
        scene.series = {seriesOf({{0, 1}, {10, 2}, {20, 1}, {30, 2}, {400, 1}, {410, 2}, {600, 1.5}})};
        const QFont font = plainStyle().font;
        const ChartLayout layout = ChartLayout::of(scene, font, QRectF(0, 0, 600, 300));
        const int from = int(layout.x(noon + minutes(60), scene.range));
        const int to = int(layout.x(noon + minutes(380), scene.range));
        const QImage whole = drawn(scene);
        QCOMPARE(countOf(whole, Qt::blue, from, to), 0);
        QVERIFY(hatched(whole, from, to) > 200);
        QVERIFY(countOf(whole, Qt::blue, int(layout.plot.left()), from) > 20);
        QVERIFY(countOf(whole, Qt::blue, int(layout.plot.right()) - 3, 600) > 0); // a value alone is a dot
        scene.isComplete = false;                                                 // values may still come
        QCOMPARE(hatched(drawn(scene), from, to), 0);
    }

    void wordsOfALimitStandClearOfTheCurve_data()
    {
        QTest::addColumn<int>("from"); // minutes
        QTest::addColumn<int>("to");
        QTest::addColumn<bool>("onTheLeft");
        QTest::newRow("early values") << -1440 << -720 << false;
        QTest::newRow("late values") << -720 << 0 << true;
    }
    void wordsOfALimitStandClearOfTheCurve()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(bool, onTheLeft);
        ChartScene scene;
        scene.range = {noon - hours(24), noon};
        std::vector<std::pair<int, double>> values{{-1440, 0}, {0, 100}};
        for (int minute = from; minute <= to; minute += 5)
            values.emplace_back(minute, minute % 10 == 0 ? 40 : 60); // all about the limit
        std::sort(values.begin(), values.end());
        scene.series = {seriesOf(values)};
        const QImage without = drawn(scene);
        scene.limits = {{50, false, QStringLiteral("Grenzwert")}};
        const QImage with = drawn(scene);
        const int left = countOf(with, Qt::red, 40, 160) - countOf(without, Qt::red, 40, 160);
        const int right = countOf(with, Qt::red, 480, 600) - countOf(without, Qt::red, 480, 600);
        QVERIFY2(onTheLeft ? left > right + 100 : right > left + 100,
                 qPrintable(QStringLiteral("%1 %2").arg(left).arg(right)));
    }

    void extremesOfAColumnShow()
    {
        ChartScene scene;
        scene.range = {noon, noon + hours(1)};
        scene.end = scene.range.to;
        const Instant at = noon + minutes(30);
        scene.series = {seriesOf({{0, 5}, {15, 5}, {45, 5}, {60, 5}})};
        scene.series[0].columns.insert(scene.series[0].columns.begin() + 2,
                                       {at, 100, 0, 10, 5, 5, at, at + Milliseconds(500)});
        const ChartLayout layout = ChartLayout::of(scene, plainStyle().font, QRectF(0, 0, 600, 300));
        const QImage image = drawn(scene);
        const int x = int(layout.x(at, scene.range));
        bool top = false, bottom = false;
        for (int dx = -2; dx <= 2; ++dx) {
            top = top || image.pixelColor(x + dx, int(layout.y(9, false))).blue() >
                             image.pixelColor(x + dx, int(layout.y(9, false))).red() + 60;
            bottom = bottom || image.pixelColor(x + dx, int(layout.y(1, false))).blue() >
                                   image.pixelColor(x + dx, int(layout.y(1, false))).red() + 60;
        }
        QVERIFY(top && bottom);
    }

    void hostileScenesDoNoHarm()
    {
        ChartScene scene;
        QVERIFY(!drawn(scene).isNull());
        scene.range = {noon, noon};
        scene.series = {seriesOf({{0, 1e300}, {1, -1e300}})};
        scene.limits = {{1e308, true, QStringLiteral("viel")}};
        QVERIFY(!drawn(scene).isNull());
    }
};

QTEST_MAIN(HistoryTest)
#include "tst_history.moc"
