// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Program.h"
#include "observe/FakeSensorThings.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

/// What tools may rely on: observe and history.
class ObserveCommandTest : public QObject {
    Q_OBJECT

    static constexpr qint64 start = 1773500000000;

    static QList<QJsonObject> lines(const QByteArray& out)
    {
        QList<QJsonObject> objects;
        for (const QByteArray& line : out.trimmed().split('\n'))
            objects.append(QJsonDocument::fromJson(line).object());
        return objects;
    }

    static QString source(const FakeSensorThings& fake)
    {
        return QStringLiteral("sensorthings:") + fake.root().toString();
    }

private Q_SLOTS:
    void showsTheLastValuesFirst()
    {
        FakeSensorThings fake;
        fake.add(0, start, 12.5);
        fake.add(1, start, 40);
        const Run run = program({QStringLiteral("observe"), source(fake), QStringLiteral("--json"),
                                 QStringLiteral("--count"), QStringLiteral("2")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QList<QJsonObject> values = lines(run.out);
        QCOMPARE(values.size(), 2);
        const QJsonObject& first = values.front();
        QCOMPARE(first.keys(),
                 (QStringList{QStringLiteral("id"), QStringLiteral("observedAt"), QStringLiteral("position"),
                              QStringLiteral("property"), QStringLiteral("quality"), QStringLiteral("receivedAt"),
                              QStringLiteral("source"), QStringLiteral("thing"), QStringLiteral("unit"),
                              QStringLiteral("value")}));
        QCOMPARE(first[QLatin1String("value")].toDouble(), 12.5);
        QCOMPARE(first[QLatin1String("unit")].toString(), QStringLiteral("Cel"));
        QCOMPARE(first[QLatin1String("observedAt")].toString(), QStringLiteral("2026-03-14T14:53:20Z"));
        QCOMPARE(first[QLatin1String("position")][QLatin1String("latitude")].toDouble(), 51.514);
    }

    void showsWhatArrives()
    {
        FakeSensorThings fake;
        fake.add(0, start, 1);
        fake.add(0, start + 1000, 2);
        const Run run = program({QStringLiteral("observe"), source(fake), QStringLiteral("--json"),
                                 QStringLiteral("--for"), QStringLiteral("0.7")});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(lines(run.out).size(), 1);
    }

    /// A name of the source manager stands for all that was set up there.
    void knowsSourcesByName()
    {
        FakeSensorThings fake;
        fake.add(0, start, 12.5);
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("stadtzwilling")));
        QFile file(folder.filePath(QStringLiteral("stadtzwilling/sources.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QStringLiteral(R"({"sources":[{"name":"klima","title":"Klima","kind":"sensorthings","url":"%1"}]})")
                       .arg(fake.root().toString())
                       .toUtf8());
        file.close();
        const QStringList environment{QStringLiteral("XDG_CONFIG_HOME=") + folder.path()};
        const Run run = program({QStringLiteral("observe"), QStringLiteral("klima"), QStringLiteral("--json"),
                                 QStringLiteral("--count"), QStringLiteral("1")},
                                environment);
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(lines(run.out).at(0)[QLatin1String("source")].toString(), QStringLiteral("klima"));
        const Run wrong = program({QStringLiteral("observe"), QStringLiteral("anderes")}, environment);
        QCOMPARE(wrong.exitCode, 1);
        QVERIFY2(wrong.err.contains("klima"), wrong.err.constData());
    }

    void writesHistoryAsCsv()
    {
        FakeSensorThings fake;
        for (int i = 0; i < 250; ++i)
            fake.add(0, start + i * 60000, i);
        const Run run =
            program({QStringLiteral("history"), source(fake), QStringLiteral("--id"), QStringLiteral("Datastreams(0)"),
                     QStringLiteral("--from"), QStringLiteral("2026-03-14T14:53:20Z"), QStringLiteral("--to"),
                     QStringLiteral("2026-03-14T16:33:20Z"), QStringLiteral("--csv")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QList<QByteArray> rows = run.out.trimmed().split('\n');
        QCOMPARE(rows.front(), QByteArray("id,thing,property,value,unit,observedAt,receivedAt,quality"));
        QCOMPARE(rows.size(), 1 + 101);
        QVERIFY(
            rows.back().startsWith("sensorthings/Datastreams(0),Things(1),temperature,100,Cel,2026-03-14T16:33:20Z,"));
    }

    void complainsPlainly()
    {
        for (const QStringList& words :
             {QStringList{QStringLiteral("observe"), QStringLiteral("fernschreiber:https://x.example")},
              {QStringLiteral("observe"), QStringLiteral("ngsi:http://stadt.example")},
              {QStringLiteral("observe"), QStringLiteral("ngsi:https://stadt.example"), QStringLiteral("--set"),
               QStringLiteral("token=geheim")},
              {QStringLiteral("history"), QStringLiteral("ngsi:https://stadt.example")}}) {
            const Run run = program(words);
            QVERIFY2(run.exitCode == 1 || run.exitCode == 2, run.err.constData());
            QVERIFY2(run.complainsInOneLine(), run.err.constData());
            QVERIFY(run.out.isEmpty());
        }
    }

    /// S8: a token of a settings file appears nowhere in what the program says.
    void s8_secretsAreNotSaid()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("s.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"token":"KANARIENVOGEL"})");
        file.close();
        FakeServer server([](const FakeRequest& request) {
            return FakeReply{request.header("authorization") == "Bearer KANARIENVOGEL" ? 403 : 500, "{}"};
        });
        const Run run =
            program({QStringLiteral("observe"),
                     QStringLiteral("sensorthings:") + server.url(QStringLiteral("/v1.1")).toString(),
                     QStringLiteral("--settings"), file.fileName(), QStringLiteral("--for"), QStringLiteral("5")},
                    {QStringLiteral("QT_LOGGING_RULES=*=true")});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(!server.requests().empty());
        QVERIFY2(run.err.contains("Anmeldung"), run.err.constData());
        QVERIFY(!run.err.contains("KANARIENVOGEL") && !run.out.contains("KANARIENVOGEL"));
    }
};

QTEST_GUILESS_MAIN(ObserveCommandTest)
#include "tst_observe_command.moc"
