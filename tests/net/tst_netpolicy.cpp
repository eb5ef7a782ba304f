// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Backoff.h"
#include "net/Http.h"
#include "net/MqttClient.h"

#include <algorithm>

#include <QRandomGenerator>
#include <QTest>

using namespace twin;
using namespace twin::net;
using namespace std::chrono_literals;

/// The transport's rules without a wire.
class NetPolicyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// R1: full jitter, doubling from 1 s, cap 30 s, never gives up, starts over after a minute of connection.
    void r1_reconnectsWithFullJitter()
    {
        QRandomGenerator random(1);
        for (int sequence = 0; sequence < 10000; ++sequence) {
            Backoff backoff;
            Instant now{};
            Milliseconds expected = 1s;
            for (int i = 0; i < 40; ++i) {
                QCOMPARE(backoff.bound(), expected);
                const Milliseconds wait = backoff.failed(now, random.generateDouble());
                QVERIFY(wait >= 0ms && wait <= expected);
                expected = std::min<Milliseconds>(expected * 2, 30s);
                now += wait;
            }
            backoff.connected(now);
            const bool sound = random.bounded(2) == 0;
            now += sound ? 60s : 59s;
            const Milliseconds wait = backoff.failed(now, 0.999);
            QVERIFY(sound ? wait <= 1s : wait > 1s);
        }
    }

    /// R1: after the broker is back, 95 of 100 clients return within cap + 5 s and never more than 20 a second.
    void r1_aHundredClientsComeBackSpread()
    {
        QRandomGenerator random(7);
        const Instant broken{};
        const Instant back = broken + 10min;
        std::vector<Instant> returns;
        std::map<qint64, int> tries; // by second, once all are in the steady state
        for (int client = 0; client < 100; ++client) {
            Backoff backoff;
            Instant now = broken;
            while (now < back) {
                now += backoff.failed(now, random.generateDouble());
                if (now - broken > 2min)
                    ++tries[std::chrono::duration_cast<std::chrono::seconds>(now - broken).count()];
            }
            returns.push_back(now);
        }
        std::sort(returns.begin(), returns.end());
        QVERIFY(returns[94] - back <= 35s);
        for (const auto& [second, count] : tries)
            QVERIFY2(count <= 20, qPrintable(QStringLiteral("%1 tries in second %2").arg(count).arg(second)));
    }

    /// S6: which URLs are called.
    void s6_onlyItsOwnSourceIsCalled_data()
    {
        QTest::addColumn<QString>("root");
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("allowed");
        const QString city = QStringLiteral("https://daten.stadt.example/api");
        const auto row = [](const QString& root, const char* url, bool allowed) {
            QTest::addRow("%s | %s", qPrintable(root), url) << root << QString::fromUtf8(url) << allowed;
        };
        row(city, "https://daten.stadt.example/api/x?y=1", true);
        row(city, "https://DATEN.stadt.example:443/other", true);
        row(city, "https://zweit.stadt.example/x", true); // on the list below
        for (const char* url : {"http://daten.stadt.example/api",
                                "https://daten.stadt.example:8443/api",
                                "https://stadt.example/api",
                                "https://daten.stadt.example.evil.example/",
                                "https://user@daten.stadt.example/",
                                "https://user:secret@daten.stadt.example/",
                                "https://evil.example/",
                                "http://zweit.stadt.example/x",
                                "file:///etc/passwd",
                                "data:application/json,{}",
                                "qrc:/main.qml",
                                "ftp://daten.stadt.example/",
                                "javascript:alert(1)",
                                "https://",
                                "https:///etc/passwd",
                                "",
                                "//evil.example/x",
                                "https://127.0.0.1/",
                                "https://10.0.0.1/",
                                "https://192.168.1.1/",
                                "https://172.16.3.4/",
                                "https://169.254.169.254/latest",
                                "https://[::1]/",
                                "https://[fe80::1]/",
                                "https://[fd00::1]/",
                                "https://[::ffff:10.0.0.1]/",
                                "https://0x7f000001/",
                                "https://2130706433/",
                                "https://0177.0.0.1/",
                                "https://127.1/",
                                "https://0.0.0.0/",
                                "https://localhost/",
                                "https://innen.stadt.example/",
                                "gopher://daten.stadt.example/"})
            row(city, url, false);
        row(QStringLiteral("http://127.0.0.1:8080/v1"), "http://127.0.0.1:8080/v1/x", true);
        row(QStringLiteral("http://localhost:8080/v1"), "http://localhost:9090/v1", false);
        row(QStringLiteral("http://daten.stadt.example/"), "http://daten.stadt.example/", false);
        row(QStringLiteral("https://name:pw@daten.stadt.example/"), "https://daten.stadt.example/", false);
    }
    void s6_onlyItsOwnSourceIsCalled()
    {
        QFETCH(QString, root);
        QFETCH(QString, url);
        QFETCH(bool, allowed);
        UrlRules rules{QUrl(root), {QStringLiteral("zweit.stadt.example"), QStringLiteral("10.0.0.1")}, false};
        QCOMPARE(checkRequest(QUrl(url), rules).has_value(), allowed);
    }

    void s6_privateAddressesInEveryNotation()
    {
        for (const char* host : {"10.1.2.3", "127.1", "0x7f.1", "2130706433", "017700000001", "169.254.169.254",
                                 "192.168.0.1", "100.64.1.1", "[::1]", "[fc00::1]", "::ffff:192.168.0.1", "localhost",
                                 "a.localhost", "0", "224.0.0.1", "255.255.255.255"})
            QVERIFY2(isPrivateAddress(QString::fromUtf8(host)), host);
        for (const char* host :
             {"8.8.8.8", "dortmund.de", "172.32.0.1", "11.0.0.1", "2606:4700::1111", "10.example", ""})
            QVERIFY2(!isPrivateAddress(QString::fromUtf8(host)), host);
    }

    void leadsNextPagesHome()
    {
        const UrlRules rules{QUrl(QStringLiteral("https://sta.stadt.example/FROST/v1.1")), {}, false};
        const QUrl page(QStringLiteral("https://sta.stadt.example/FROST/v1.1/Things"));
        const auto led = [&](const char* link) {
            const Result<QUrl> url = resolveLink(page, QString::fromUtf8(link), rules);
            return url ? url->toString() : QString();
        };
        QCOMPARE(led("https://sta.stadt.example/FROST/v1.1/Things?$skip=100"),
                 QStringLiteral("https://sta.stadt.example/FROST/v1.1/Things?$skip=100"));
        QCOMPARE(led("http://frost:8080/FROST/v1.1/Things?$skip=100"),
                 QStringLiteral("https://sta.stadt.example/FROST/v1.1/Things?$skip=100"));
        QCOMPARE(led("Things?$skip=2"), QStringLiteral("https://sta.stadt.example/FROST/v1.1/Things?$skip=2"));
        QCOMPARE(led("https://evil.example/Things"), QString());
        QCOMPARE(led("https://evil.example/FROST/v1.1x/Things"), QString());
        QCOMPARE(led("file:///FROST/v1.1/Things"), QString());
        QCOMPARE(led("https://u:p@frost/FROST/v1.1/Things"), QString());
        QCOMPARE(led(""), QString());
    }

    /// S8: what is shown never holds a secret.
    void s8_shownUrlsHoldNoSecrets()
    {
        QCOMPARE(shownUrl(QUrl(QStringLiteral("https://u:p@host/x?apikey=geheim#t"))),
                 QStringLiteral("https://host/x"));
    }

    /// R14: Retry-After as seconds and as a date.
    void r14_readsRetryAfter()
    {
        const Instant now = *instantFromIso(u"2026-03-14T14:32:00Z");
        QCOMPARE(*retryAfter("120", now), Milliseconds(120s));
        QCOMPARE(*retryAfter(" 0 ", now), Milliseconds(0));
        QCOMPARE(*retryAfter("Sat, 14 Mar 2026 14:33:00 GMT", now), Milliseconds(1min));
        QCOMPARE(*retryAfter("Sat, 14 Mar 2026 14:31:00 GMT", now), Milliseconds(0));
        QCOMPARE(*retryAfter("999999999", now), Milliseconds(24h));
        QVERIFY(!retryAfter("bald", now));
        QVERIFY(!retryAfter("-5", now));
        QVERIFY(!retryAfter("", now));
    }

    void matchesTopics()
    {
        QVERIFY(topicMatches(u"stadt/+/klima/#", u"stadt/do/klima/12/temperatur"));
        QVERIFY(topicMatches(u"stadt/+/klima/#", u"stadt/do/klima"));
        QVERIFY(topicMatches(u"#", u"a/b"));
        QVERIFY(!topicMatches(u"#", u"$SYS/uptime"));
        QVERIFY(!topicMatches(u"stadt/+", u"stadt/do/klima"));
        QVERIFY(!topicMatches(u"stadt/+/klima", u"stadt/do"));
        QVERIFY(checkTopicFilter(QStringLiteral("a/+/b/#")));
        for (const char* wrong : {"", "a/#/b", "a+/b", "a/b#"})
            QVERIFY2(!checkTopicFilter(QString::fromUtf8(wrong)), wrong);
    }
};

QTEST_GUILESS_MAIN(NetPolicyTest)
#include "tst_netpolicy.moc"
