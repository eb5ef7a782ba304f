// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/history/StoreContract.h"
#include "postgres/PostgresStore.h"
#include "servers/PostgresServer.h"

#include <QSet>

using namespace twin;
using namespace twin::test;
using twin::postgres::PostgresStore;

/// The contract of all stores, against a real PostgreSQL; and what is the network's.
class PostgresTest : public StoreContract {
    Q_OBJECT

    PostgresServer m_server;
    QSet<QString> m_made;

    QString url(const QString& database)
    {
        if (!m_made.contains(database)) {
            m_made.insert(database);
            m_server.create(database);
        }
        return m_server.url(database);
    }
    std::unique_ptr<HistoryStore> opened(const QString& name) override
    {
        auto store = PostgresStore::open(url(name));
        if (!store)
            qWarning().noquote() << store.error().toText() << store.error().detail;
        return store ? std::unique_ptr<HistoryStore>(std::move(*store)) : nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP("needs PostgreSQL");
        QVERIFY(m_server.start());
        if (!m_server.hasTimescale())
            qInfo("TimescaleDB is not installed: plain tables are tested");
    }

    void r8_whatWasCommittedSurvivesTheServersDeath()
    {
        const auto store = opened(QStringLiteral("crash"));
        QVERIFY(store);
        int committed = 0;
        for (int round = 0; round < 5; ++round) {
            for (int i = 0; i < 3; ++i, ++committed)
                QVERIFY(store->append(minutes(m_a, 100, start + std::chrono::minutes(100 * committed))));
            m_server.crash();
            const auto refused = store->append(minutes(QStringLiteral("b"), 10));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::NetworkUnavailable);
            QVERIFY(!refused.error().summary.isEmpty());
            QVERIFY(m_server.start());
            const auto back = store->range(m_a, m_always, 1'000'000); // the same object connects again
            QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().detail));
            QCOMPARE(back->size(), std::size_t(100 * committed));
        }
    }

    void twoProgramsShareADatabase()
    {
        const auto one = opened(QStringLiteral("shared"));
        const auto other = opened(QStringLiteral("shared"));
        QVERIFY(one && other);
        QVERIFY(one->append(minutes(m_a, 100)));
        QVERIFY(other->append(minutes(m_a, 150)));
        QCOMPARE(one->range(m_a, m_always, 1000)->size(), std::size_t(150));
    }

    void strangeTextsComeBack()
    {
        const auto store = opened(QStringLiteral("texts"));
        std::vector<Observation> list;
        for (const char* text : {"", "\\N", "a\tb\nc\\d\r", "'; DROP TABLE twin_series; --", "ö€𝄞"})
            list.push_back(
                {m_a, QString::fromUtf8(text), start + std::chrono::seconds(list.size()), start, Quality::Good});
        QVERIFY(store->append(list));
        QVERIFY(*store->range(m_a, m_always, 100) == list);
        QVERIFY(store->append(minutes(QStringLiteral("'; DROP TABLE twin_series; --"), 3)));
        QCOMPARE(store->extent()->series, qint64(2));
    }

    void s8_passwordsDoNotBelongInTheAddress()
    {
        for (const char* wrong : {"postgresql://anna:geheim@127.0.0.1/x", "postgresql://127.0.0.1/x?password=geheim"}) {
            const auto refused = PostgresStore::open(QString::fromUtf8(wrong));
            QCOMPARE(refused.error().code, ErrorCode::InvalidParameter);
            QVERIFY(!refused.error().toText().contains(QLatin1String("geheim")) &&
                    !refused.error().detail.contains(QLatin1String("geheim")));
        }
        QCOMPARE(PostgresStore::open(QStringLiteral("postgresql://127.0.0.1:1/x")).error().code,
                 ErrorCode::NetworkUnavailable);
        QCOMPARE(PostgresStore::open(m_server.url(QStringLiteral("gibtesnicht"))).error().code,
                 ErrorCode::NetworkUnavailable);
    }
};

QTEST_GUILESS_MAIN(PostgresTest)
#include "tst_postgres.moc"
