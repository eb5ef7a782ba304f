// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/MosquittoBroker.h"
#include "net/MqttClient.h"

#include <atomic>
#include <mutex>
#include <thread>

#include <QTest>

using namespace twin;
using namespace twin::net;
using namespace std::chrono_literals;

namespace {

/// A client on a thread of its own, with all it told.
class Listener {
public:
    Listener(const QString& url, const QString& filter, bool version5 = false, const QString& password = {})
    {
        MqttSettings settings;
        settings.rules.root = QUrl(url);
        settings.version5 = version5;
        settings.user = password.isEmpty() ? QString() : QStringLiteral("leser");
        settings.password = password.toUtf8();
        m_thread = std::thread([this, settings, filter] {
            MqttClient client(settings);
            (void)client.run(
                {{filter, 1}},
                [this](MqttMessage&& message) {
                    const std::lock_guard lock(m_mutex);
                    m_messages.append(QString::fromUtf8(message.payload));
                },
                [this](const MqttEvent& event) { ++m_events[static_cast<std::size_t>(event.kind)]; }, m_cancel);
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
    [[nodiscard]] int count(MqttEvent::Kind kind) const { return m_events[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] bool hasEnded() const { return m_ended; }
    void cancel() { m_cancel.cancel(); }

private:
    CancellationToken m_cancel;
    mutable std::mutex m_mutex;
    QStringList m_messages;
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
        QTest::addColumn<bool>("version5");
        QTest::newRow("3.1.1") << false;
        QTest::newRow("5") << true;
    }
    void receives()
    {
        QFETCH(bool, version5);
        MosquittoBroker broker;
        QVERIFY(broker.start());
        QVERIFY(publish(broker.port(), QStringLiteral("stadt/vorher"), "behalten", true));
        Listener listener(broker.url(), QStringLiteral("stadt/#"), version5);
        QTRY_COMPARE(listener.messages().size(), 1);
        QVERIFY(publish(broker.port(), QStringLiteral("stadt/klima/1"), "12.5"));
        QVERIFY(publish(broker.port(), QStringLiteral("land/klima/1"), "99"));
        QTRY_COMPARE(listener.messages(), (QStringList{QStringLiteral("behalten"), QStringLiteral("12.5")}));
    }

    /// R1: a killed broker is found again, and the subscription is made anew.
    void r1_comesBackByItself()
    {
        MosquittoBroker broker;
        QVERIFY(broker.start());
        Listener listener(broker.url(), QStringLiteral("t"));
        for (int round = 1; round <= 2; ++round) {
            QTRY_COMPARE_WITH_TIMEOUT(listener.count(MqttEvent::Kind::Connected), round, 8000);
            broker.kill();
            QTRY_VERIFY_WITH_TIMEOUT(listener.count(MqttEvent::Kind::Lost) >= round, 5000);
            QVERIFY(broker.start());
        }
        QTRY_COMPARE_WITH_TIMEOUT(listener.count(MqttEvent::Kind::Connected), 3, 12000);
        // The subscription may take a moment longer than the connection.
        for (int i = 0; i < 50 && listener.messages().isEmpty(); ++i)
            QVERIFY(publish(broker.port(), QStringLiteral("t"), "wieder da"));
        QVERIFY(!listener.messages().isEmpty());
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
        settings.rules.root = QUrl(QStringLiteral("mqtt://127.0.0.1:1"));
        QCOMPARE(MqttClient(settings).run({{QStringLiteral("a/#/b"), 0}}, nothing, nothing, cancel).error().code,
                 ErrorCode::InvalidParameter);
    }
};

QTEST_GUILESS_MAIN(MqttClientTest)
#include "tst_mqttclient.moc"
