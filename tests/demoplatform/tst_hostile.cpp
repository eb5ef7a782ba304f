// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/Client.h"
#include "demoplatform/DemoPlatform.h"
#include "demoplatform/http/Condition.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpSocket>
#include <QTest>

using namespace twin;
using namespace twin::demoplatform;

/// Requests meant to break a server, and the faults that the server plays.
class HostileTest : public QObject {
    Q_OBJECT

    std::unique_ptr<DemoPlatform> m_platform;
    quint16 m_port = 0;

    static std::unique_ptr<DemoPlatform> start(const QString& faults)
    {
        PlatformOptions options;
        options.hasMqtt = false;
        options.faults = *Faults::parse(faults);
        auto platform = DemoPlatform::start(options);
        return platform ? std::move(*platform) : nullptr;
    }

    /// @returns what comes back until the server ends the connection or a second passes.
    QByteArray send(const QByteArray& bytes) const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        QByteArray answer;
        QElapsedTimer timer;
        timer.start();
        bool isSent = false;
        while (timer.elapsed() < 3000) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
            if (!isSent && socket.state() == QAbstractSocket::ConnectedState) {
                socket.write(bytes);
                isSent = true;
            }
            answer += socket.readAll();
            if (isSent && (answer.contains("\r\n\r\n") || socket.state() == QAbstractSocket::UnconnectedState))
                break;
        }
        return answer;
    }

    static qint64 memory()
    {
        QFile status(QStringLiteral("/proc/self/statm"));
        return status.open(QIODevice::ReadOnly) ? status.readAll().split(' ').value(1).toLongLong() * 4096 : 0;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_platform = start({});
        QVERIFY(m_platform);
        m_port = quint16(QUrl(m_platform->urls().http).port());
    }

    void brokenRequestsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("zeros") << QByteArray("\0\0\0\r\n\r\n", 7) << QByteArray("400");
        QTest::newRow("no version") << QByteArray("GET /\r\n\r\n") << QByteArray("400");
        QTest::newRow("other version") << QByteArray("GET / HTTP/2.0\r\n\r\n") << QByteArray("505");
        QTest::newRow("bad bytes") << QByteArray("GET /\xff\xfe HTTP/1.1\r\n\r\n") << QByteArray("400");
        QTest::newRow("bad escape") << QByteArray("GET /%zz HTTP/1.1\r\n\r\n") << QByteArray("400");
        QTest::newRow("zero escape") << QByteArray("GET /a%00b HTTP/1.1\r\n\r\n") << QByteArray("400");
        QTest::newRow("climbing") << QByteArray("GET /../../etc/passwd HTTP/1.1\r\n\r\n") << QByteArray("404");
        QTest::newRow("other host's URL")
            << QByteArray("GET http://example.org/ HTTP/1.1\r\n\r\n") << QByteArray("400");
        QTest::newRow("negative length") << QByteArray("POST / HTTP/1.1\r\nContent-Length: -5\r\n\r\n")
                                         << QByteArray("400");
        QTest::newRow("length that is none")
            << QByteArray("POST / HTTP/1.1\r\nContent-Length: 5x\r\n\r\n") << QByteArray("400");
        QTest::newRow("far too long") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n")
                                      << QByteArray("413");
        QTest::newRow("chunked") << QByteArray(
                                        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n")
                                 << QByteArray("501");
        QTest::newRow("folded header") << QByteArray("GET / HTTP/1.1\r\nA: b\r\n c: d\r\n\r\n") << QByteArray("400");
        QTest::newRow("long head") << QByteArray("GET / HTTP/1.1\r\nX: ") + QByteArray(20'000, 'a')
                                   << QByteArray("431");
        QTest::newRow("many headers") << QByteArray("GET / HTTP/1.1\r\n") + QByteArray("A: b\r\n").repeated(200) +
                                             "\r\n"
                                      << QByteArray("400");
        QTest::newRow("long path") << QByteArray("GET /") + QByteArray(20'000, 'a') + " HTTP/1.1\r\n\r\n"
                                   << QByteArray("431");
        QTest::newRow("unknown method") << QByteArray("BREW /cap/feed.atom HTTP/1.1\r\n\r\n") << QByteArray("405");
        QTest::newRow("deep filter") << QByteArray("GET /sensorthings/v1.1/Things?$filter=") +
                                            QByteArray("(").repeated(5000) + " HTTP/1.1\r\n\r\n"
                                     << QByteArray("400");
        QTest::newRow("deep expand") << QByteArray("GET /sensorthings/v1.1/Things?$expand=") +
                                            QByteArray("Datastreams($expand=Thing($expand=").repeated(60) +
                                            " HTTP/1.1\r\n\r\n"
                                     << QByteArray("400");
        QTest::newRow("huge numbers")
            << QByteArray("GET /ngsi-ld/v1/entities?type=X&limit=99999999999999999999 HTTP/1.1\r\n\r\n")
            << QByteArray("400");
    }

    void brokenRequestsAreRefused()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        const QByteArray answer = send(request);
        QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer.left(80).constData());
    }

    void nothingPilesUp()
    {
        const qint64 before = memory();
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        QVERIFY(QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }));
        socket.write("GET / HTTP/1.1\r\n");
        for (int i = 0; i < 200 && socket.state() == QAbstractSocket::ConnectedState; ++i) {
            socket.write(QByteArray(100'000, 'a'));
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        }
        QVERIFY(QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }));
        QVERIFY2(memory() - before < 40'000'000, qPrintable(QString::number(memory() - before)));
        // Three hundred that never finish their request: those beyond the limit are sent away, and others are served.
        std::vector<std::unique_ptr<QTcpSocket>> idle;
        for (int i = 0; i < 300; ++i) {
            idle.push_back(std::make_unique<QTcpSocket>());
            idle.back()->connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
            QCoreApplication::processEvents();
        }
        QVERIFY(QTest::qWaitFor([&] {
            return std::count_if(idle.begin(), idle.end(),
                                 [](const auto& s) { return s->state() == QAbstractSocket::UnconnectedState; }) >= 44;
        }));
        idle.clear();
        QVERIFY(QTest::qWaitFor([&] { return send("GET / HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 200"); }));
    }

    void requestsMayComeInOnePacket()
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        QVERIFY(QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }));
        socket.write("GET / HTTP/1.1\r\n\r\nHEAD / HTTP/1.1\r\n\r\nGET /nothing HTTP/1.1\r\nConnection: close\r\n\r\n");
        QByteArray all;
        QVERIFY(QTest::qWaitFor([&] {
            all += socket.readAll();
            return socket.state() == QAbstractSocket::UnconnectedState;
        }));
        QCOMPARE(all.count("HTTP/1.1 200"), 2);
        QCOMPARE(all.count("HTTP/1.1 404"), 1);
    }

    void conditionsAreUnderstoodOrRefused()
    {
        const QJsonObject object{{QStringLiteral("name"), QStringLiteral("Hörde")},
                                 {QStringLiteral("n"), 5},
                                 {QStringLiteral("t"), QStringLiteral("2026-03-14T12:00:00Z")}};
        const auto holds = [&object](const char* text) {
            const auto condition = Condition::parse(QString::fromUtf8(text));
            return condition && condition->matches(object);
        };
        QVERIFY(holds("n gt 4 and (name eq 'Hörde' or n eq 7)"));
        QVERIFY(holds("n>4;name==\"Hörde\""));
        QVERIFY(holds("not (n eq 6) and startswith(name,'Hö')"));
        QVERIFY(holds("t ge 2026-03-14T00:00:00Z and t lt 2026-03-14T13:00:00.5Z"));
        QVERIFY(holds("m is null"));
        QVERIFY(!holds("m is not null"));
        QVERIFY(holds("substringof('rd', name)"));
        QVERIFY(!holds("n gt 5"));
        for (const char* broken : {"n gt", "(n gt 4", "n gt 4)", "and", "foo(n)", "n ?? 4",
                                   "st_within(n, 'POLYGON((1 2))')", "in_bbox(n, a, b, c, d)"})
            QVERIFY2(!Condition::parse(QString::fromUtf8(broken)), broken);
        const auto condition =
            Condition::parse(QStringLiteral("t gt 2026-03-14T00:00:00Z and t le 2026-03-15T00:00:00Z and n eq 5"));
        QCOMPARE(condition->times(QStringLiteral("t")).from, *instantOf(QStringLiteral("2026-03-14T00:00:00.001Z")));
        QVERIFY(condition->asksMoreThan(QStringLiteral("t")));
    }

    void faultsReachTheClient()
    {
        Client client;
        const auto shares = [&client](const QString& faults) {
            const auto platform = start(faults);
            std::map<QString, int> seen;
            for (int i = 0; i < 60; ++i) {
                const Answer answer = client.get(platform->urls().http +
                                                 QStringLiteral("/ngsi-ld/v1/entities?type=OffStreetParking&limit=5"));
                if (answer.status == 429)
                    ++seen[answer.header("Retry-After") == "2" ? QStringLiteral("429") : QStringLiteral("wrong")];
                else if (answer.error == QNetworkReply::NoError && answer.array().size() == 5)
                    ++seen[QStringLiteral("good")];
                else
                    ++seen[QStringLiteral("garbage")];
            }
            return seen;
        };
        auto seen = shares(QStringLiteral("429=0.5"));
        QVERIFY2(seen[QStringLiteral("429")] > 15 && seen[QStringLiteral("good")] > 15,
                 qPrintable(QString::number(seen[QStringLiteral("429")])));
        seen = shares(QStringLiteral("garbage=1"));
        QVERIFY2(seen[QStringLiteral("garbage")] >= 55, qPrintable(QString::number(seen[QStringLiteral("garbage")])));
        seen = shares({});
        QCOMPARE(seen[QStringLiteral("good")], 60);
    }
};

QTEST_GUILESS_MAIN(HostileTest)
#include "tst_hostile.moc"
