// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/Client.h"
#include "servers/ServedPlatform.h"

#include <set>

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

/// The twin's command line against the demo platform, both as processes: what it shows is what the platform has, also
/// when answers are late, refused or broken.
class DemoEndToEndTest : public QObject {
    Q_OBJECT

    ServedPlatform m_platform;
    const QString m_thing = QStringLiteral("urn:ngsi-ld:WeatherObserved:dortmund-klima-001");
    const QString m_id = QStringLiteral("ngsi/") + m_thing + QStringLiteral("/temperature");
    const QString m_from = QStringLiteral("2026-03-13T00:00:00Z");
    const QString m_to = QStringLiteral("2026-03-13T23:59:59Z");

    /// What the platform says itself, asked directly: time → value.
    std::map<QString, double> truth(const ServedPlatform& platform) const
    {
        Client client;
        const Answer answer = client.get(
            platform.url("http") +
            QStringLiteral("/ngsi-ld/v1/temporal/entities/"
                           "%1?attrs=temperature&options=temporalValues&timerel=between&timeAt=%2&endTimeAt=%3")
                .arg(m_thing, m_from, m_to));
        std::map<QString, double> values;
        for (const QJsonValue& pair : answer.object()[QLatin1String("temperature")][QLatin1String("values")].toArray())
            values[pair[1].toString().left(19)] = pair[0].toDouble();
        return values;
    }

    /// `history … --json` as time → value; `count` also counts what comes twice.
    static std::map<QString, double> history(const QString& source, const QString& id, const QString& from,
                                             const QString& to, int& count)
    {
        const Said said =
            program({QStringLiteral("history"), source, QStringLiteral("--id"), id, QStringLiteral("--from"), from,
                     QStringLiteral("--to"), to, QStringLiteral("--json")});
        if (said.exitCode != 0)
            qWarning().noquote() << said.err;
        std::map<QString, double> values;
        count = 0;
        for (const QJsonObject& line : said.lines()) {
            values[line[QLatin1String("observedAt")].toString().left(19)] = line[QLatin1String("value")].toDouble();
            ++count;
        }
        return values;
    }

    /// Until that many values have come, at most so long: a fast machine does not wait.
    static Said observe(const QString& source, int values, int seconds)
    {
        return program({QStringLiteral("observe"), source, QStringLiteral("--json"), QStringLiteral("--count"),
                        QString::number(values), QStringLiteral("--for"), QString::number(seconds)});
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_platform.start()); }

    void observeShowsTheLastValuesOfAll_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<int>("least");
        QTest::newRow("NGSI-LD") << QStringLiteral("ngsi:") + m_platform.url("ngsi") << 3000;
        QTest::newRow("SensorThings") << QStringLiteral("sensorthings:") + m_platform.url("sensorthings") << 3000;
    }

    void observeShowsTheLastValuesOfAll()
    {
        QFETCH(QString, source);
        QFETCH(int, least);
        const Said said = observe(source, least + 200, 12); // a few come twice
        QVERIFY2(said.exitCode == 0, said.err.constData());
        std::set<QString> ids;
        int withUnit = 0, withPlace = 0;
        for (const QJsonObject& line : said.lines()) {
            ids.insert(line[QLatin1String("id")].toString());
            QVERIFY(QDateTime::fromString(line[QLatin1String("observedAt")].toString(), Qt::ISODateWithMs).isValid());
            QVERIFY(QDateTime::fromString(line[QLatin1String("receivedAt")].toString(), Qt::ISODateWithMs).isValid());
            withUnit += line[QLatin1String("unit")].isString() ? 1 : 0;
            withPlace += line[QLatin1String("position")].isObject() ? 1 : 0;
        }
        QVERIFY2(int(ids.size()) >= least, qPrintable(QString::number(ids.size()) + QString::fromUtf8(said.err)));
        QVERIFY2(withUnit > int(ids.size()) / 2, qPrintable(QString::number(withUnit)));
        QVERIFY2(withPlace > int(ids.size()) / 2, qPrintable(QString::number(withPlace)));
    }

    void historyIsThePlatformsOwn_data()
    {
        QTest::addColumn<QString>("faults");
        QTest::newRow("well") << QString();
        QTest::newRow("429") << QStringLiteral("429=0.15");
        QTest::newRow("slow") << QStringLiteral("slow=0.5");
        QTest::newRow("gaps") << QStringLiteral("gaps=0.3");
        QTest::newRow("garbage") << QStringLiteral("garbage=0.3");
    }

    /// R2 and R5: nothing lost, nothing doubled, whatever the transport does. (What is broken must be refused and asked
    /// for again, or the call says that it failed: it never passes off a part as the whole.)
    void historyIsThePlatformsOwn()
    {
        QFETCH(QString, faults);
        const std::map<QString, double> sound = truth(m_platform);
        QCOMPARE(sound.size(), std::size_t(288));
        ServedPlatform platform;
        QVERIFY(platform.start({QStringLiteral("--no-mqtt"), QStringLiteral("--faults"), faults}));
        const bool hasGaps = faults.startsWith(QLatin1String("gaps"));
        const QStringList words{QStringLiteral("history"),
                                QStringLiteral("ngsi:") + platform.url("ngsi") + QStringLiteral("#WeatherObserved"),
                                QStringLiteral("--id"),
                                m_id,
                                QStringLiteral("--from"),
                                m_from,
                                QStringLiteral("--to"),
                                m_to,
                                QStringLiteral("--json")};
        QList<Said> all;
        int succeeded = 0;
        for (int round = 0; round < (faults.isEmpty() ? 1 : 12) && succeeded < 3; ++round) {
            if (all.isEmpty()) // they mostly wait for answers
                all = programs(words, faults.isEmpty() ? 1 : 3);
            const Said said = all.takeFirst();
            if (said.exitCode != 0) {
                QVERIFY2(!faults.isEmpty() && !hasGaps && said.err.startsWith("stadtzwilling: "), said.err.constData());
                continue;
            }
            ++succeeded;
            std::set<QString> times;
            for (const QJsonObject& line : said.lines()) {
                const QString time = line[QLatin1String("observedAt")].toString().left(19);
                QVERIFY2(times.insert(time).second, qPrintable(time));
                QVERIFY2(sound.contains(time), qPrintable(time));
                QCOMPARE(line[QLatin1String("value")].toDouble(), sound.at(time));
            }
            if (hasGaps)
                QVERIFY2(times.size() > 120 && times.size() < 270, qPrintable(QString::number(times.size())));
            else
                QCOMPARE(times.size(), sound.size());
        }
        QVERIFY2(succeeded > 0, "it never came through");
    }

    void bothInterfacesTellTheSame()
    {
        const QString source = QStringLiteral("sensorthings:") + m_platform.url("sensorthings");
        int count = 0;
        const std::map<QString, double> values =
            history(source, QStringLiteral("sensorthings/Datastreams(1)"), m_from, m_to, count);
        const std::map<QString, double> sound = truth(m_platform);
        QCOMPARE(count, int(sound.size()));
        QVERIFY(values == sound);
    }

    void whatWasObservedIsKept()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("history.sqlite"));
        const Said seen =
            program({QStringLiteral("observe"),
                     QStringLiteral("ngsi:") + m_platform.url("ngsi") + QStringLiteral("#WeatherObserved"),
                     QStringLiteral("--json"), QStringLiteral("--count"), QStringLiteral("900"),
                     QStringLiteral("--for"), QStringLiteral("5"), QStringLiteral("--keep"), file});
        QVERIFY2(seen.exitCode == 0, seen.err.constData());
        QList<QJsonObject> shown;
        for (const QJsonObject& line : seen.lines())
            if (line[QLatin1String("id")].toString() == m_id)
                shown.append(line);
        QVERIFY(!shown.isEmpty());
        const Said kept =
            program({QStringLiteral("history"), file, QStringLiteral("--id"), m_id, QStringLiteral("--json")});
        QVERIFY2(kept.exitCode == 0, kept.err.constData());
        QCOMPARE(kept.lines(), shown);
        QCOMPARE(program({QStringLiteral("history"), file, QStringLiteral("--id"), QStringLiteral("nothing")}).exitCode,
                 1);
    }

    void wrongClocksAreNoticed()
    {
        ServedPlatform platform;
        QVERIFY(platform.start({QStringLiteral("--no-mqtt"), QStringLiteral("--faults"), QStringLiteral("skew=1")}));
        const Said said =
            observe(QStringLiteral("ngsi:") + platform.url("ngsi") + QStringLiteral("#WeatherObserved"), 450, 5);
        int ahead = 0, doubted = 0;
        for (const QJsonObject& line : said.lines()) {
            const QDateTime observed =
                QDateTime::fromString(line[QLatin1String("observedAt")].toString(), Qt::ISODateWithMs);
            const QDateTime received =
                QDateTime::fromString(line[QLatin1String("receivedAt")].toString(), Qt::ISODateWithMs);
            if (received.secsTo(observed) < 125)
                continue;
            ++ahead;
            doubted += line[QLatin1String("quality")].toString() == QLatin1String("doubtful") ? 1 : 0;
        }
        QVERIFY2(ahead > 100, qPrintable(QString::number(ahead)));
        QCOMPARE(doubted, ahead);
    }

    void itEndsWhenAskedAndWithItsParent()
    {
        ServedPlatform platform;
        QVERIFY(platform.start({QStringLiteral("--no-mqtt")}));
        QCOMPARE(platform.stop(), 0);
        // A shell that starts it and is killed takes it along.
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"),
                    {QStringLiteral("-c"), QStringLiteral("\"$0\" demo-platform --json --with-parent --no-mqtt & wait"),
                     QStringLiteral(TWIN_PROGRAM)});
        QByteArray line;
        while (!line.contains('\n') && shell.waitForReadyRead(20'000))
            line += shell.readAllStandardOutput();
        const QString url = QJsonDocument::fromJson(line).object()[QLatin1String("http")].toString();
        QVERIFY(!url.isEmpty());
        Client client;
        QCOMPARE(client.get(url).status, 200);
        shell.kill();
        shell.waitForFinished();
        QTRY_VERIFY_WITH_TIMEOUT(Client().get(url).status == 0, 5000);
    }
};

QTEST_GUILESS_MAIN(DemoEndToEndTest)
#include "tst_demo_end_to_end.moc"
