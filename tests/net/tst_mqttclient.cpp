// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/MosquittoBroker.h"
#include "net/MqttClient.h"
#include "net/PacketNumbers.h"

#include <atomic>
#include <mutex>
#include <thread>

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace twin;
using namespace twin::net;
using namespace std::chrono_literals;

namespace {

/// A client on a thread of its own, with all it told.
class Listener {
public:
    Listener(const QString& url, const QString& filter, bool version5 = false, const QString& password = {},
             const QString& authorities = {})
    {
        MqttSettings settings;
        settings.rules.root = QUrl(url);
        settings.version5 = version5;
        settings.caFile = authorities;
        settings.user = password.isEmpty() ? QString() : QStringLiteral("leser");
        settings.password = password.toUtf8();
        m_thread = std::thread([this, settings, filter] {
            MqttClient client(settings);
            (void)client.run(
                {{filter, 1}},
                [this](MqttMessage&& message) {
                    const std::lock_guard gate(m_gate);
                    const std::lock_guard lock(m_mutex);
                    m_messages.append(QString::fromUtf8(message.payload));
                },
                [this](const MqttEvent& event) {
                    const std::lock_guard lock(m_mutex);
                    m_text = event.text;
                    m_missed += event.count;
                    ++m_events[static_cast<std::size_t>(event.kind)];
                },
                m_cancel);
            m_ended = true;
        });
    }
    ~Listener()
    {
        m_cancel.cancel();
        m_thread.join();
    }
    [[nodiscard]] QStringList messages() const
    {
        const std::lock_guard lock(m_mutex);
        return m_messages;
    }
    /// @returns what the newest event said.
    [[nodiscard]] QString lastText() const
    {
        const std::lock_guard lock(m_mutex);
        return m_text;
    }
    [[nodiscard]] int count(MqttEvent::Kind kind) const { return m_events[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] qint64 missed() const
    {
        const std::lock_guard lock(m_mutex);
        return m_missed;
    }
    /// As on a machine that has no processor left: nothing is read while somebody has this.
    [[nodiscard]] std::unique_lock<std::mutex> hold() { return std::unique_lock(m_gate); }
    [[nodiscard]] bool hasEnded() const { return m_ended; }
    void cancel() { m_cancel.cancel(); }

private:
    CancellationToken m_cancel;
    mutable std::mutex m_mutex;
    std::mutex m_gate;
    qint64 m_missed = 0;
    QStringList m_messages;
    QString m_text;
    std::array<std::atomic<int>, 8> m_events{};
    std::atomic<bool> m_ended = false;
    std::thread m_thread;
};

} // namespace

/// The MQTT client against a real mosquitto.
class MqttClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!MosquittoBroker::isInstalled())
            QSKIP("mosquitto and mosquitto-clients are not installed");
    }

    void receives_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<bool>("version5");
        QTest::newRow("3.1.1") << QStringLiteral("mqtt") << false;
        QTest::newRow("5") << QStringLiteral("mqtt") << true;
        QTest::newRow("3.1.1 over TLS") << QStringLiteral("mqtts") << false;
        QTest::newRow("3.1.1 over WebSocket") << QStringLiteral("ws") << false;
        QTest::newRow("5 over WebSocket") << QStringLiteral("ws") << true;
        QTest::newRow("5 over WebSocket with TLS") << QStringLiteral("wss") << true;
    }
    void receives()
    {
        QFETCH(QString, scheme);
        QFETCH(bool, version5);
        MosquittoBroker broker;
        const bool secure = scheme.endsWith(QLatin1Char('s')) && scheme != QLatin1String("ws");
        if (secure && !broker.makeCertificate())
            QSKIP("openssl is not installed");
        QVERIFY(broker.startWith(scheme));
        QVERIFY(publish(broker.port(), QStringLiteral("stadt/vorher"), "behalten", true));
        Listener listener(broker.furtherUrl(), QStringLiteral("stadt/#"), version5, {},
                          secure ? broker.certificate() : QString());
        QTRY_COMPARE(listener.messages().size(), 1);
        QVERIFY(publish(broker.port(), QStringLiteral("stadt/klima/1"), "12.5"));
        QVERIFY(publish(broker.port(), QStringLiteral("land/klima/1"), "99"));
        QTRY_COMPARE(listener.messages(), (QStringList{QStringLiteral("behalten"), QStringLiteral("12.5")}));
    }

    void largeMessagesComeWholeOverWebSocket()
    {
        MosquittoBroker broker;
        QVERIFY(broker.startWith(QStringLiteral("ws")));
        const QByteArray large(300'000, 'x');
        QVERIFY(publish(broker.port(), QStringLiteral("t/a"), large, true));
        for (int i = 0; i < 6; ++i)
            QVERIFY(publish(broker.port(), QStringLiteral("t/%1").arg(i), QByteArray::number(i), true));
        Listener listener(broker.furtherUrl(), QStringLiteral("t/#"));
        QTRY_COMPARE_WITH_TIMEOUT(listener.messages().size(), 7,
                                  20000); // mosquitto serves WebSockets ten times a second
        QCOMPARE(listener.messages().filter(QString::fromLatin1(large)).size(), 1);
    }

    void aStrangersCertificateIsRefused_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::newRow("TLS") << QStringLiteral("mqtts");
        QTest::newRow("WebSocket") << QStringLiteral("wss");
    }
    void aStrangersCertificateIsRefused()
    {
        QFETCH(QString, scheme);
        MosquittoBroker broker;
        if (!broker.makeCertificate())
            QSKIP("openssl is not installed");
        QVERIFY(broker.startWith(scheme));
        Listener listener(broker.furtherUrl(), QStringLiteral("t")); // the system's authorities alone
        QTRY_VERIFY(listener.count(MqttEvent::Kind::Lost) >= 1);
        QCOMPARE(listener.count(MqttEvent::Kind::Connected), 0);
        QVERIFY2(listener.lastText().contains(QStringLiteral("verschlüsselte Verbindung")),
                 qPrintable(listener.lastText()));
    }

    void whatSpeaksNoWebSocketIsNamed()
    {
        MosquittoBroker broker;
        QVERIFY(broker.start());
        Listener listener(QStringLiteral("ws://127.0.0.1:%1").arg(broker.port()), QStringLiteral("t"));
        QTRY_VERIFY_WITH_TIMEOUT(listener.count(MqttEvent::Kind::Lost) >= 1, 15000);
        QVERIFY(!listener.hasEnded()); // tried again
        QVERIFY2(listener.lastText().contains(QStringLiteral("WebSocket")), qPrintable(listener.lastText()));
    }

    /// R1: a killed broker is found again, and the subscription is made anew.
    void r1_comesBackByItself_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::newRow("TCP") << QStringLiteral("mqtt");
        QTest::newRow("WebSocket") << QStringLiteral("ws");
    }
    void r1_comesBackByItself()
    {
        QFETCH(QString, scheme);
        MosquittoBroker broker;
        QVERIFY(broker.startWith(scheme));
        Listener listener(broker.furtherUrl(), QStringLiteral("t"));
        for (int round = 1; round <= 2; ++round) {
            QTRY_COMPARE_WITH_TIMEOUT(listener.count(MqttEvent::Kind::Connected), round, 8000);
            broker.kill();
            QTRY_VERIFY_WITH_TIMEOUT(listener.count(MqttEvent::Kind::Lost) >= round, 5000);
            QVERIFY(broker.startWith(scheme));
        }
        QTRY_COMPARE_WITH_TIMEOUT(listener.count(MqttEvent::Kind::Connected), 3, 12000);
        // The subscription may take a moment longer than the connection.
        for (int i = 0; i < 50 && listener.messages().isEmpty(); ++i)
            QVERIFY(publish(broker.port(), QStringLiteral("t"), "wieder da"));
        QVERIFY(!listener.messages().isEmpty());
    }

    /// R6: what a broker drops while nobody reads is counted; with MQTT 5 it keeps far more.
    void r6_whatTheBrokerDropsIsCounted_data()
    {
        QTest::addColumn<bool>("version5");
        QTest::newRow("3.1.1") << false;
        QTest::newRow("5") << true;
    }
    void r6_whatTheBrokerDropsIsCounted()
    {
        QFETCH(bool, version5);
        constexpr int sent = 600;
        MosquittoBroker broker;
        QVERIFY(broker.start(QStringLiteral("allow_anonymous true\nmax_queued_messages 50")));
        QVERIFY(publish(broker.port(), QStringLiteral("t/first"), "0", true));
        Listener listener(broker.url(), QStringLiteral("t/#"), version5);
        QTRY_COMPARE(listener.messages().size(), 1); // subscribed
        {
            const auto held = listener.hold();
            QByteArray lines;
            for (int i = 1; i < sent; ++i)
                lines += QByteArray::number(i) + '\n';
            QVERIFY(publishLines(broker.port(), QStringLiteral("t/more"), lines));
        }
        QVERIFY(publish(broker.port(), QStringLiteral("t/last"), "last")); // a gap shows with what comes behind it
        QTRY_VERIFY(listener.messages().contains(QStringLiteral("last")));
        QCOMPARE(listener.messages().size() + listener.missed(), qint64(sent + 1));
        QCOMPARE(listener.missed() > 0, !version5);
    }

    void packetNumbersGoRound()
    {
        PacketNumbers numbers;
        QCOMPARE(numbers.missingBefore(65533), 0);
        QCOMPARE(numbers.missingBefore(65534), 0);
        QCOMPARE(numbers.missingBefore(0), 0); // QoS 0 has none
        QCOMPARE(numbers.missingBefore(65535), 0);
        QCOMPARE(numbers.missingBefore(1), 0);
        QCOMPARE(numbers.missingBefore(1), 0);
        QCOMPARE(numbers.missingBefore(4), 2);
        QCOMPARE(numbers.missingBefore(3), 65533);
    }

    /// Some say so, as the standard asks, some hang up.
    void aBrokerThatKnowsNoMqtt5IsAskedFor311_data()
    {
        QTest::addColumn<QByteArray>("refusal");
        QTest::newRow("says so") << QByteArray("\x20\x02\x00\x01", 4);
        QTest::newRow("hangs up") << QByteArray();
    }
    void aBrokerThatKnowsNoMqtt5IsAskedFor311()
    {
        QFETCH(QByteArray, refusal);
        QTcpServer old;
        QVERIFY(old.listen(QHostAddress::LocalHost));
        connect(&old, &QTcpServer::newConnection, this, [&] {
            QTcpSocket* socket = old.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, refusal] {
                const QByteArray sentToUs = socket->readAll();
                if (!sentToUs.startsWith('\x10'))
                    return;
                const qsizetype name = sentToUs.indexOf("MQTT");
                const bool isOld = sentToUs.at(name + 4) == 4;
                socket->write(isOld ? QByteArray("\x20\x02\x00\x00", 4) : refusal);
                if (!isOld)
                    socket->disconnectFromHost();
            });
        });
        Listener listener(QStringLiteral("mqtt://127.0.0.1:%1").arg(old.serverPort()), QStringLiteral("t"), true);
        QTRY_COMPARE_WITH_TIMEOUT(listener.count(MqttEvent::Kind::Connected), 1, 20000);
    }

    void aBrokerThatHangsUpWhenAskedForItsNameIsNotAskedAgain()
    {
        QTcpServer strict;
        QVERIFY(strict.listen(QHostAddress::LocalHost));
        int asked = 0;
        int subscribed = 0;
        connect(&strict, &QTcpServer::newConnection, this, [&] {
            QTcpSocket* socket = strict.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, &asked, &subscribed] {
                const QByteArray sentToUs = socket->readAll();
                if (sentToUs.startsWith('\x10'))
                    socket->write(QByteArray("\x20\x03\x00\x00\x00", 5));
                if (sentToUs.contains("$SYS")) {
                    ++asked;
                    socket->disconnectFromHost();
                } else if (sentToUs.startsWith('\x82')) {
                    ++subscribed;
                }
            });
        });
        Listener listener(QStringLiteral("mqtt://127.0.0.1:%1").arg(strict.serverPort()), QStringLiteral("t"), true);
        QTRY_COMPARE_WITH_TIMEOUT(subscribed, 1, 20000);
        QCOMPARE(asked, 1);
        QCOMPARE(listener.count(MqttEvent::Kind::Connected), 2);
    }

    void saysThatItIsRefused()
    {
        MosquittoBroker broker;
        QVERIFY(broker.start(QStringLiteral("allow_anonymous false")));
        Listener listener(broker.url(), QStringLiteral("t"), false, QStringLiteral("falsch"));
        QTRY_VERIFY(listener.count(MqttEvent::Kind::Refused) >= 1);
        QVERIFY(!listener.hasEnded());
        listener.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(listener.hasEnded(), 2000);
    }

    void refusesWhatCannotWork()
    {
        MqttSettings settings;
        settings.rules.root = QUrl(QStringLiteral("mqtt://broker.stadt.example"));
        const CancellationToken cancel;
        const auto nothing = [](auto&&) {};
        QCOMPARE(MqttClient(settings).run({{QStringLiteral("a"), 0}}, nothing, nothing, cancel).error().code,
                 ErrorCode::AccessDenied);
        settings.rules.root = QUrl(QStringLiteral("ws://broker.stadt.example/mqtt"));
        QCOMPARE(MqttClient(settings).run({{QStringLiteral("a"), 0}}, nothing, nothing, cancel).error().code,
                 ErrorCode::AccessDenied);
        settings.rules.root = QUrl(QStringLiteral("wss://127.0.0.1:1"));
        settings.caFile = QStringLiteral("/nicht/da.pem");
        QCOMPARE(MqttClient(settings).run({{QStringLiteral("a"), 0}}, nothing, nothing, cancel).error().code,
                 ErrorCode::NotFound);
        settings.caFile.clear();
        settings.rules.root = QUrl(QStringLiteral("mqtt://127.0.0.1:1"));
        QCOMPARE(MqttClient(settings).run({{QStringLiteral("a/#/b"), 0}}, nothing, nothing, cancel).error().code,
                 ErrorCode::InvalidParameter);
    }
};

QTEST_GUILESS_MAIN(MqttClientTest)
#include "tst_mqttclient.moc"
