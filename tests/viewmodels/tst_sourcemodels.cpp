// SPDX-License-Identifier: GPL-3.0-or-later
// The source manager and the rail of alarms, as the window sees them.
#include "app/viewmodels/live/AlarmModel.h"
#include "app/viewmodels/sources/SourceListModel.h"
#include "support/FakeServer.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using services::Alarm;
using services::SourceDesk;

class SourceModelsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    std::shared_ptr<SourceDesk> desk()
    {
        return std::make_shared<SourceDesk>(m_folder.filePath(QStringLiteral("%1.json").arg(++m_files)),
                                            std::make_shared<services::Secrets>(nullptr));
    }
    static QVariantMap field(const SourceForm& form, const char* key)
    {
        for (const QVariant& entry : form.fields())
            if (entry.toMap()[QStringLiteral("key")].toString() == QLatin1String(key))
                return entry.toMap();
        return {};
    }
    static Alarm alarm(int station, double value, Limit::Level level = Limit::Level::Warning)
    {
        Alarm made;
        made.id = QString::number(station);
        made.stream = made.thing = QStringLiteral("q/s%1").arg(station);
        made.thingTitle = QStringLiteral("Station %1").arg(station);
        made.property = QStringLiteral("Lufttemperatur");
        made.limit.id = level == Limit::Level::Alarm ? QStringLiteral("t:alarm") : QStringLiteral("t:warning");
        made.limit.unit.ucum = QStringLiteral("Cel");
        made.limit.threshold = Threshold::fromText(level == Limit::Level::Alarm ? u">=35" : u">=30");
        made.limit.level = level;
        made.value = made.worst = value;
        made.raisedAt = made.lastAt = systemNow();
        return made;
    }
    static services::LiveSnapshotPointer snapshot(std::vector<Alarm> active, std::vector<Alarm> past = {})
    {
        auto made = std::make_shared<services::LiveSnapshot>();
        made->alarms = std::make_shared<services::AlarmList>(services::AlarmList{std::move(active), std::move(past)});
        return made;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany)); }

    void anAddressBecomesASource()
    {
        FakeServer server([](const FakeRequest& request) {
            if (request.url.path() == QLatin1String("/v2/types"))
                return FakeReply{200, R"([{"type":"Room","attrs":{"temperature":{}},"count":1}])"};
            if (request.url.path() == QLatin1String("/v2/entities"))
                return FakeReply{
                    200,
                    R"([{"id":"r1","type":"Room","temperature":{"type":"Number","value":21.5,"metadata":{}}}])",
                    {{"Content-Type", "application/json"}, {"Fiware-Total-Count", "1"}}};
            return FakeReply{404, "{}"};
        });
        const auto shared = desk();
        SourceListModel list(shared);
        const QAbstractItemModelTester tester(&list);
        QSignalSpy changes(&list, &SourceListModel::sourcesChanged);
        list.load({});
        QTRY_COMPARE(changes.size(), 1);
        SourceForm& form = *list.form();
        form.add();
        QVERIFY(form.isOpen() && !form.isExisting());
        form.setAddress(server.url().toString());
        form.find();
        QVERIFY(form.isBusy());
        QTRY_VERIFY(!form.isBusy());
        QVERIFY2(form.works(), qPrintable(form.answer()));
        QCOMPARE(form.kind(), QStringLiteral("ngsi"));
        QCOMPARE(form.scopes(), QStringList{QStringLiteral("Room")});
        QVERIFY(field(form, "tenant").size() > 0 &&
                field(form, "token")[QStringLiteral("type")] == QLatin1String("secret"));
        form.setTitle(QStringLiteral("Räume"));
        form.setValue(QStringLiteral("tenant"), QStringLiteral("dortmund"));
        form.setValue(QStringLiteral("token"), QStringLiteral("KANARIENVOGEL"));
        form.test();
        QTRY_VERIFY(!form.isBusy());
        QVERIFY2(form.works(), qPrintable(form.answer() + form.remedy()));
        QVERIFY(form.answer().contains(QLatin1String("1")));
        form.save();
        QTRY_COMPARE(changes.size(), 2);
        QVERIFY(form.isOpen()); // there is no keyring, and that must be read
        QVERIFY(!form.remedy().isEmpty());
        QCOMPARE(list.count(), 1);
        const auto role = [&](int which) { return list.data(list.index(0), which); };
        QCOMPARE(role(SourceListModel::NameRole).toString(), QStringLiteral("raeume"));
        QCOMPARE(role(SourceListModel::StateRole).toString(), QStringLiteral("idle"));
        // S8: what was typed is nowhere to be read again.
        list.edit(0);
        QVERIFY(form.isExisting());
        QCOMPARE(field(form, "token")[QStringLiteral("value")].toString(), QString());
        QVERIFY(field(form, "token")[QStringLiteral("kept")].toBool());
        QCOMPARE(field(form, "tenant")[QStringLiteral("value")].toString(), QStringLiteral("dortmund"));
        for (const FakeRequest& request : server.requests())
            QVERIFY(!request.url.toString().contains(QLatin1String("KANARIENVOGEL")));
        QFile file(m_folder.filePath(QStringLiteral("%1.json").arg(m_files)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("dortmund") && !text.contains("KANARIENVOGEL"));
        list.setEnabled(0, false);
        QTRY_COMPARE(role(SourceListModel::StateRole).toString(), QStringLiteral("off"));
        list.remove(0);
        QTRY_COMPARE(list.count(), 0);
    }

    void aSearchCanBeCancelled()
    {
        FakeServer server([](const FakeRequest&) {
            FakeReply reply;
            reply.silent = true;
            return reply;
        });
        SourceForm form(desk());
        form.add();
        form.setAddress(server.url().toString());
        form.find();
        QVERIFY(form.isBusy());
        form.cancel();
        QVERIFY(!form.isBusy() && !form.works() && !form.answer().isEmpty());
    }

    void wrongAddressesAreAnswered()
    {
        SourceForm form(desk());
        form.add();
        form.setAddress(QStringLiteral("zwei worte"));
        form.find();
        QTRY_VERIFY(!form.isBusy());
        QVERIFY(!form.works() && !form.answer().isEmpty() && !form.remedy().isEmpty());
        form.test();
        QVERIFY(!form.works() && !form.remedy().isEmpty());
    }

    void listShowsHealthAndCounts()
    {
        const auto shared = desk();
        services::ConfiguredSource source;
        source.kind = QStringLiteral("sensorthings");
        source.settings.title = QStringLiteral("Klima");
        source.settings.url = QUrl(QStringLiteral("https://a.example/v1.1"));
        QVERIFY(shared->save(source, {}));
        SourceListModel list(shared);
        list.load({QStringLiteral("cap:https://b.example/warnung.xml")}); // of an earlier version
        QTRY_COMPARE(list.count(), 2);
        auto now = std::make_shared<services::LiveSnapshot>();
        services::LiveSourceState state{QStringLiteral("klima"), QStringLiteral("Klima"), {}, false};
        state.health.state = SourceState::Failed;
        state.health.text = QStringLiteral("Der Server antwortet nicht.");
        state.health.received = 1204;
        state.health.repeated = 3;
        state.health.dropped = 7;
        state.health.missed = 2100;
        now->sources = {state, {QStringLiteral("demo"), QStringLiteral("Demo-Plattform"), {}, true}};
        list.show(now);
        QCOMPARE(list.count(), 3);
        const auto role = [&](int row, int which) { return list.data(list.index(row), which).toString(); };
        QCOMPARE(role(0, SourceListModel::StateRole), QStringLiteral("failed"));
        QVERIFY(role(0, SourceListModel::HealthRole).contains(QLatin1String("antwortet nicht")));
        for (const char* count : {"1.204", "3 doppelt", "7 verworfen", "2.100 beim Server verloren"})
            QVERIFY2(role(0, SourceListModel::CountsRole).contains(QLatin1String(count)), count);
        QVERIFY(role(2, SourceListModel::NameRole).isEmpty()); // of this session only
        list.show(nullptr);
        QCOMPARE(list.count(), 2);
    }

    void aFloodIsOneRow()
    {
        AlarmModel model;
        const QAbstractItemModelTester tester(&model);
        std::vector<Alarm> flood;
        for (int i = 0; i < 1000; ++i)
            flood.push_back(alarm(i, 30 + i / 1000.0));
        flood.push_back(alarm(2000, 36, Limit::Level::Alarm));
        model.show(snapshot(flood));
        QCOMPARE(model.count(), 2);
        QCOMPARE(model.active(), 1001);
        QVERIFY(model.isGrave());
        const auto role = [&](int row, int which) { return model.data(model.index(row), which); };
        QCOMPARE(role(0, AlarmModel::LevelRole).toString(), QStringLiteral("alarm")); // the gravest first
        QVERIFY(role(1, AlarmModel::TitleRole).toString().contains(QLatin1String("30")));
        QVERIFY(role(1, AlarmModel::TextRole).toString().contains(QLatin1String("Station 999"))); // the farthest
        QCOMPARE(role(1, AlarmModel::StationsRole).toList().size(), AlarmModel::mostStations);
        QVERIFY(!role(1, AlarmModel::SeenRole).toBool());
    }

    void whatIsNewIsToldOnceAndNotTooOften()
    {
        AlarmModel model;
        QSignalSpy told(&model, &AlarmModel::announcementChanged);
        const Instant now = systemNow();
        model.show(snapshot({alarm(1, 31)}), now);
        QCOMPARE(told.size(), 1);
        QVERIFY(model.announcement().contains(QLatin1String("Station 1")));
        const auto more = snapshot({alarm(1, 32), alarm(2, 33), alarm(3, 36, Limit::Level::Alarm)});
        model.show(more, now + std::chrono::seconds(1));
        QCOMPARE(told.size(), 1); // wait
        model.show(more, now + std::chrono::seconds(11));
        QCOMPARE(told.size(), 2);
        QVERIFY2(model.announcement().contains(QLatin1String("Station 3")), qPrintable(model.announcement()));
        model.show(more, now + std::chrono::seconds(60));
        QCOMPARE(told.size(), 2);
        model.show(nullptr, now + std::chrono::seconds(70));
        QCOMPARE(model.active(), 0);
    }
};

QTEST_GUILESS_MAIN(SourceModelsTest)
#include "tst_sourcemodels.moc"
