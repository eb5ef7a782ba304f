// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/ServedPlatform.h"

#include <QTest>
#include <QUrl>

/// 2 000 values a second over a real mosquitto (goal R6; TWIN_LOAD_SECONDS=1200 for the full twenty minutes): what is
/// not shown is counted.
class MqttLoadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyValueArrivesOrIsCounted()
    {
        ServedPlatform platform;
        QVERIFY(platform.start());
        if (platform.url("mqtt").isEmpty())
            QSKIP("no mosquitto is installed");
        const int seconds = qEnvironmentVariableIntValue("TWIN_LOAD_SECONDS") > 0
                                ? qEnvironmentVariableIntValue("TWIN_LOAD_SECONDS")
                                : 5;
        QProcess observer;
        observer.start(QStringLiteral(TWIN_PROGRAM),
                       {QStringLiteral("observe"),
                        QStringLiteral("mqtt:") + platform.url("mqtt") + QStringLiteral("#load/#"),
                        QStringLiteral("--json"), QStringLiteral("--for"), QString::number(seconds + 12)});
        QVERIFY(observer.waitForStarted());
        QTest::qWait(3000); // subscribed
        QProcess load;
        load.start(QStringLiteral(TWIN_LOAD),
                   {QString::number(QUrl(platform.url("mqtt")).port()), QStringLiteral("2000"),
                    QString::number(seconds), QStringLiteral("400")});
        QByteArray out;
        while (observer.state() != QProcess::NotRunning && observer.waitForReadyRead(15'000))
            out += observer.readAllStandardOutput();
        observer.waitForFinished(20'000);
        out += observer.readAllStandardOutput();
        QVERIFY(load.waitForFinished(20'000));
        const qint64 sent = load.readAllStandardOutput().trimmed().toLongLong();
        QCOMPARE(sent, qint64(2000) * seconds);
        const qint64 shown = Said{0, out, {}}.lines().size();
        QVERIFY2(shown == sent, qPrintable(QStringLiteral("%1 of %2; %3")
                                               .arg(shown)
                                               .arg(sent)
                                               .arg(QString::fromUtf8(observer.readAllStandardError()))));
    }
};

QTEST_GUILESS_MAIN(MqttLoadTest)
#include "tst_mqtt_load.moc"
