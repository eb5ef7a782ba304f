// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/HttpClient.h"
#include "support/FakeServer.h"

#include <atomic>
#include <thread>

#include <QProcess>
#include <QSslKey>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::net;
using namespace std::chrono_literals;

namespace {

HttpRequest requestFor(const QUrl& url)
{
    HttpRequest request;
    request.url = url;
    request.rules.root = url;
    request.tries = 1;
    request.deadlines = {500ms, 400ms, 2s};
    return request;
}

ErrorCode codeOf(const Result<HttpResponse>& response)
{
    return response ? ErrorCode::Internal : response.error().code;
}

/// Certificates for the TLS cases, made by the openssl program.
class Certificates {
public:
    Certificates() { make(); }
    [[nodiscard]] bool areMade() const { return m_made; }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QSslConfiguration server(const QString& name) const
    {
        QFile key(path(name + QStringLiteral(".key")));
        key.open(QIODevice::ReadOnly);
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(QSslCertificate::fromPath(path(name + QStringLiteral(".pem"))));
        tls.setPrivateKey(QSslKey(&key, QSsl::Rsa));
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        tls.setAllowedNextProtocols({QByteArrayLiteral("h2"), QByteArrayLiteral("http/1.1")});
        return tls;
    }

private:
    void make()
    {
        const QString script = QStringLiteral(R"(set -e; cd "$1"
for ca in a b; do openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/CN=Pruef-CA $ca" -keyout ca_$ca.key -out ca_$ca.pem; done
leaf() { openssl req -newkey rsa:2048 -nodes -subj "/CN=$3" -keyout $1.key -out $1.csr
  printf "subjectAltName=DNS:$3" > $1.ext
  openssl x509 -req -in $1.csr -CA ca_$2.pem -CAkey ca_$2.key -CAcreateserial -extfile $1.ext $4 -out $1.pem; }
leaf good a localhost "-days 10"; leaf foreign b localhost "-days 10"; leaf wronghost a anders.example "-days 10"
leaf expired a localhost "-days -1" || true
openssl req -x509 -newkey rsa:2048 -nodes -days 10 -subj /CN=localhost -keyout self.key -out self.pem)");
        QProcess openssl;
        openssl.start(QStringLiteral("sh"), {QStringLiteral("-c"), script, QStringLiteral("sh"), m_folder.path()});
        m_made = openssl.waitForFinished(60000) && openssl.exitCode() == 0;
    }

    QTemporaryDir m_folder;
    bool m_made = false;
};

} // namespace

/// The transport against a loopback server.
class HttpClientTest : public QObject {
    Q_OBJECT

    CancellationToken m_never;

private Q_SLOTS:
    void answersWithBodyAndHeaders()
    {
        FakeServer server([](const FakeRequest& request) {
            return FakeReply{200, request.header("accept") + request.url.path().toUtf8()};
        });
        HttpClient client;
        HttpRequest request = requestFor(server.url(QStringLiteral("/x")));
        request.headers = {{"Accept", "application/json"}};
        const Result<HttpResponse> response = client.send(request, m_never);
        QVERIFY2(response, response ? "" : qPrintable(response.error().toText()));
        QCOMPARE(response->body, QByteArray("application/json/x"));
        QCOMPARE(response->header("content-type"), QByteArray("application/json"));
    }

    void namesWhatWentWrong_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        for (const auto& [status, code] : {std::pair{401, ErrorCode::AccessDenied},
                                           {403, ErrorCode::AccessDenied},
                                           {404, ErrorCode::NotFound},
                                           {410, ErrorCode::NotFound},
                                           {429, ErrorCode::RateLimited},
                                           {500, ErrorCode::ServerError},
                                           {504, ErrorCode::Timeout},
                                           {400, ErrorCode::InvalidParameter}})
            QTest::addRow("%d", status) << status << static_cast<int>(code);
    }
    void namesWhatWentWrong()
    {
        QFETCH(int, status);
        QFETCH(int, code);
        FakeServer server([status](const FakeRequest&) {
            return FakeReply{status, "<html>geheim</html>", {{"Content-Type", "text/html"}}};
        });
        HttpClient client;
        const Result<HttpResponse> response = client.send(requestFor(server.url()), m_never);
        QVERIFY(!response);
        QCOMPARE(static_cast<int>(response.error().code), code);
        QVERIFY(!response.error().toText().contains(QLatin1String("<html>")));
    }

    /// R13: silence, a slow drip, an endless body, a cut one, garbage: each ends by its own deadline or cap.
    void r13_everythingHasADeadline_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("code");
        QTest::newRow("silent") << 0 << static_cast<int>(ErrorCode::Timeout);
        QTest::newRow("dribble") << 1 << static_cast<int>(ErrorCode::Timeout);
        QTest::newRow("too large") << 2 << static_cast<int>(ErrorCode::ResourceExhausted);
        QTest::newRow("cut") << 3 << static_cast<int>(ErrorCode::NetworkUnavailable);
        QTest::newRow("garbage") << 4 << static_cast<int>(ErrorCode::NetworkUnavailable);
        QTest::newRow("nobody there") << 5 << static_cast<int>(ErrorCode::NetworkUnavailable);
    }
    void r13_everythingHasADeadline()
    {
        QFETCH(int, kind);
        QFETCH(int, code);
        FakeServer server([kind](const FakeRequest&) {
            FakeReply reply;
            reply.body = QByteArray(3000, 'x');
            reply.silent = kind == 0;
            reply.dribbleMillis = kind == 1 ? 50 : 0;
            reply.cutAfter = kind == 3 ? 100 : -1;
            reply.raw = kind == 4;
            return reply;
        });
        HttpClient client;
        HttpRequest request = requestFor(kind == 5 ? QUrl(QStringLiteral("http://127.0.0.1:1/")) : server.url());
        request.mostBytes = kind == 2 ? 1000 : 100000;
        const Result<HttpResponse> response = client.send(request, m_never);
        QVERIFY(!response);
        QCOMPARE(static_cast<int>(response.error().code), code);
    }

    void cancels()
    {
        FakeServer server([](const FakeRequest&) { return FakeReply{200, {}, {}, 0, -1, false, true}; });
        HttpClient client;
        HttpRequest request = requestFor(server.url());
        request.deadlines = {60s, 60s, 60s};
        const CancellationToken cancel;
        std::thread canceller([cancel] {
            std::this_thread::sleep_for(50ms);
            cancel.cancel();
        });
        const Result<HttpResponse> response = client.send(request, cancel);
        canceller.join();
        QCOMPARE(codeOf(response), ErrorCode::Cancelled);
    }

    void retriesWhatWaitingMends()
    {
        std::atomic<int> calls = 0;
        FakeServer server([&](const FakeRequest&) { return FakeReply{++calls < 2 ? 503 : 200, "da"}; });
        HttpClient client;
        HttpRequest request = requestFor(server.url());
        request.tries = 2;
        const Result<HttpResponse> response = client.send(request, m_never);
        QVERIFY(response);
        QCOMPARE(calls.load(), 2);
    }

    /// S6: credentials reach their own origin alone, over redirects and links.
    void s6_credentialsStayAtTheirOrigin()
    {
        FakeServer foreign([](const FakeRequest&) { return FakeReply{200, "{}"}; });
        QUrl target = foreign.url(QStringLiteral("/fang"));
        FakeServer server([&](const FakeRequest& request) {
            if (request.url.path() == QLatin1String("/heim"))
                return FakeReply{302, {}, {{"Location", "/da"}}};
            if (request.url.path() == QLatin1String("/fort"))
                return FakeReply{302, {}, {{"Location", target.toEncoded()}}};
            if (request.url.path() == QLatin1String("/kreis"))
                return FakeReply{307, {}, {{"Location", "/kreis"}}};
            return FakeReply{200, "{}"};
        });
        HttpClient client;
        HttpRequest request = requestFor(server.url(QStringLiteral("/heim")));
        request.credentials = {{"Authorization", "Bearer KANARIENVOGEL"}, {"X-Api-Key", "KANARIENVOGEL"}};
        QVERIFY(client.send(request, m_never));
        QCOMPARE(server.requests().back().header("authorization"), QByteArray("Bearer KANARIENVOGEL"));
        for (const char* path : {"/fort", "/kreis"}) {
            request.url = server.url(QString::fromUtf8(path));
            const Result<HttpResponse> response = client.send(request, m_never);
            QVERIFY(!response);
            QVERIFY(!response.error().toText().contains(QLatin1String("KANARIENVOGEL")));
        }
        QVERIFY(foreign.requests().empty());
        for (const char* url : {"file:///etc/hostname", "data:,x", "http://127.0.0.1:1/", "http://10.0.0.1/"}) {
            target = QUrl(QString::fromUtf8(url));
            request.url = server.url(QStringLiteral("/fort"));
            QCOMPARE(codeOf(client.send(request, m_never)), ErrorCode::AccessDenied);
        }
    }

    /// R14: a remembered answer is confirmed, not fetched again; credentials keep answers apart.
    void r14_confirmsWithEtag()
    {
        FakeServer server([](const FakeRequest& request) {
            if (request.header("if-none-match") == "\"v1\"")
                return FakeReply{304, {}, {}};
            return FakeReply{200, "inhalt", {{"ETag", "\"v1\""}}};
        });
        HttpClient client;
        HttpRequest request = requestFor(server.url());
        QVERIFY(!client.send(request, m_never)->notModified);
        const Result<HttpResponse> again = client.send(request, m_never);
        QVERIFY(again && again->notModified);
        QCOMPARE(again->body, QByteArray("inhalt"));
        request.credentials = {{"Authorization", "x"}};
        QVERIFY(!client.send(request, m_never)->notModified);
    }

    /// R14: nothing goes out before Retry-After has passed; at most four at once.
    void r14_leavesServersAlone()
    {
        std::atomic<bool> busy = true;
        FakeServer server([&](const FakeRequest&) {
            return busy ? FakeReply{429, {}, {{"Retry-After", "1"}}} : FakeReply{200, "{}"};
        });
        HttpClient client;
        HttpRequest request = requestFor(server.url());
        QCOMPARE(codeOf(client.send(request, m_never)), ErrorCode::RateLimited);
        busy = false;
        const Instant asked = systemNow();
        request.deadlines.total = 500ms;
        QCOMPARE(codeOf(client.send(request, m_never)), ErrorCode::RateLimited);
        QCOMPARE(server.requests().size(), std::size_t(1));
        request.deadlines.total = 5s;
        QVERIFY(client.send(request, m_never));
        QVERIFY(systemNow() - asked >= 900ms);
    }

    void r14_asksFourAtOnceAtMost()
    {
        FakeServer server([](const FakeRequest&) { return FakeReply{200, "{}", {}, 60}; });
        HttpClient client;
        std::vector<std::thread> threads;
        std::atomic<int> good = 0;
        for (int i = 0; i < 12; ++i)
            threads.emplace_back([&, i] {
                HttpRequest request = requestFor(server.url(QStringLiteral("/%1").arg(i)));
                request.rules.root = server.url();
                good += client.send(request, m_never).has_value();
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(good.load(), 12);
        QVERIFY(server.mostAtOnce() <= 4);
    }

    /// S7: what a certificate must be, with a private authority pinned.
    void s7_refusesWrongCertificates()
    {
        const Certificates certificates;
        if (!certificates.areMade())
            QSKIP("the openssl program is needed to make certificates");
        const auto outcome = [&](const QString& server, const QString& authority) {
            FakeServer fake([](const FakeRequest&) { return FakeReply{200, "{}"}; }, certificates.server(server));
            HttpClient client;
            HttpRequest request = requestFor(fake.url());
            request.deadlines = {5s, 5s, 10s};
            request.caFile = authority.isEmpty() ? QString() : certificates.path(authority);
            const Result<HttpResponse> response = client.send(request, m_never);
            if (response && fake.lastProtocol() != "http/1.1")
                return QStringLiteral("ALPN ") + QString::fromLatin1(fake.lastProtocol());
            return response ? QStringLiteral("200") : QString::number(static_cast<int>(response.error().code));
        };
        const QString refused = QString::number(static_cast<int>(ErrorCode::AccessDenied));
        const QString a = QStringLiteral("ca_a.pem");
        QCOMPARE(outcome(QStringLiteral("good"), a), QStringLiteral("200"));
        QCOMPARE(outcome(QStringLiteral("good"), {}), refused);
        QCOMPARE(outcome(QStringLiteral("foreign"), a), refused);
        QCOMPARE(outcome(QStringLiteral("wronghost"), a), refused);
        QCOMPARE(outcome(QStringLiteral("self"), a), refused);
        if (QFile::exists(certificates.path(QStringLiteral("expired.pem"))))
            QCOMPARE(outcome(QStringLiteral("expired"), a), refused);
    }
};

QTEST_GUILESS_MAIN(HttpClientTest)
#include "tst_httpclient.moc"
