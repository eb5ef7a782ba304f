// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/history/HistoryFile.h"
#include "package/history/ObservationStore.h"
#include "package/history/StoreContract.h"

#include <array>
#include <barrier>
#include <thread>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::package;
using namespace twin::test;

/// What goes into the store comes out again, whatever happens meanwhile.
class StoreTest : public twin::test::StoreContract {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    std::unique_ptr<HistoryStore> opened(const QString& name) override
    {
        const QString file = QFileInfo(name).isAbsolute() ? name : m_folder.filePath(name + QStringLiteral(".sqlite"));
        auto store = ObservationStore::open(file);
        if (!store)
            qWarning().noquote() << store.error().toText() << store.error().detail;
        return store ? std::unique_ptr<HistoryStore>(std::move(*store)) : nullptr;
    }

private Q_SLOTS:
    void pagesComeBackAsTheyWere()
    {
        std::mt19937_64 random(7);
        for (int round = 0; round < 300; ++round) {
            std::vector<Sample> samples;
            std::int64_t time = std::int64_t(random() % 4'000'000'000'000ULL) - 1'000'000'000'000LL;
            const int digits = int(random() % 8);
            for (int i = 0, n = int(random() % 300); i < n; ++i) {
                time += 1 + std::int64_t(random() % (round % 2 == 0 ? 5 : 10'000'000));
                Sample sample{time, time + std::int64_t(random() % 5000) - 1000, {}, Quality(random() % 6)};
                switch (random() % 10) {
                case 0:
                    break;
                case 1:
                    sample.value = QStringLiteral("wört%1").arg(random() % 5);
                    break;
                default:
                    sample.value = std::round((double(random() % 2'000'000) - 1e6) / 7 * std::pow(10, digits)) /
                                   std::pow(10, digits);
                }
                samples.push_back(sample);
            }
            const auto back = decodePage(encodePage(samples));
            QVERIFY(back.has_value());
            QVERIFY(*back == samples);
        }
        for (const double value : {0.0, -0.0, 1e300, -1e-300, 0.1 + 0.2, 12.3, 4e15, 9007199254740993.0}) {
            const auto back = decodePage(encodePage({{1, 2, value, Quality::Good}}));
            QCOMPARE(std::get<double>((*back)[0].value), value);
            QCOMPARE(std::signbit(std::get<double>((*back)[0].value)), std::signbit(value));
        }
    }

    /// The recorder and a chart may open a history that is not there yet at the same moment.
    void twoMayMakeANewFileAtOnce()
    {
        constexpr int turns = 60;
        for (int turn = 0; turn < turns; ++turn) {
            const QString file = m_folder.filePath(QStringLiteral("zugleich%1.sqlite").arg(turn));
            std::barrier start(2);
            std::array<QString, 2> trouble;
            const auto openAndWrite = [&](int which) {
                start.arrive_and_wait();
                const auto store = ObservationStore::open(file);
                Result<void> done;
                if (store)
                    done = (*store)->append(minutes(QStringLiteral("reihe%1").arg(which), 3));
                if (!store || !done || !(*store)->issues().empty())
                    trouble[std::size_t(which)] = !store  ? store.error().toText()
                                                  : !done ? done.error().toText()
                                                          : (*store)->issues().front().detail;
            };
            std::thread other(openAndWrite, 1);
            openAndWrite(0);
            other.join();
            QVERIFY2(trouble[0].isEmpty() && trouble[1].isEmpty(), qPrintable(trouble[0] + trouble[1]));
            const auto store = ObservationStore::open(file);
            QVERIFY(store);
            QCOMPARE((*store)->extent()->series, qint64(2));
        }
    }

    void pagesAreSmall()
    {
        std::vector<Sample> samples;
        for (int i = 0; i < 128; ++i)
            samples.push_back({1'773'446'400'000 + i * 60'000, 1'773'446'400'000 + i * 60'000 + 850,
                               std::round(10 * (20 + 5 * std::sin(i / 30.0))) / 10, Quality::Good});
        QVERIFY2(encodePage(samples).size() < 128 * 4, qPrintable(QString::number(encodePage(samples).size())));
    }

    void brokenPagesAreRefused()
    {
        std::vector<Sample> samples;
        for (int i = 0; i < 40; ++i)
            samples.push_back({i * 1000, i * 1000 + 5,
                               i % 3 == 0 ? ObservedValue(QStringLiteral("an")) : ObservedValue(i * 0.1),
                               Quality::Good});
        const std::string whole = encodePage(samples);
        for (std::size_t length = 0; length < whole.size(); ++length)
            QVERIFY(!decodePage(std::string_view(whole).substr(0, length)));
        std::mt19937 random(11);
        for (int i = 0; i < 20'000; ++i) { // must neither crash nor take for ever
            std::string spoilt = whole;
            for (int flips = 0; flips < 3; ++flips)
                spoilt[random() % spoilt.size()] = char(random());
            (void)decodePage(spoilt);
        }
        QVERIFY(!decodePage(std::string("\x01\xff\xff\xff\xff\xff\xff\xff\x7f", 9)));
    }

    void pagesThatGrowTooFullAreCut()
    {
        const QString file = path("full.sqlite");
        const auto store = opened(file);
        std::vector<Observation> list = minutes(m_a, 20); // settles the span for one a minute
        for (int i = 0; i < 60'000; ++i)
            list.push_back(numberAt(m_a, start + 1h + i * 100ms, i % 50));
        QVERIFY(store->append(std::span(list).first(20)));
        QVERIFY(store->append(std::span(list).subspan(20)));
        QVERIFY(*store->range(m_a, m_always, 1'000'000) == list);
        qint64 count = 0;
        const auto buckets = store->columns(m_a, m_always, 500);
        for (const HistoryBucket& bucket : *buckets)
            count += bucket.count;
        QCOMPARE(count, qint64(list.size()));
        auto raw = HistoryFile::open(file);
        QVERIFY(raw.has_value());
        std::size_t fullest = 0;
        QVERIFY((*raw)->eachPage(*(*raw)->find(m_a), 0, 4'000'000'000'000, [&fullest](std::vector<Sample>&& page) {
            fullest = std::max(fullest, page.size());
            return true;
        }));
        QVERIFY2(fullest <= 6000, qPrintable(QString::number(fullest)));
    }

    void aLaterVersionIsLeftAlone()
    {
        const QString file = path("later.sqlite");
        QVERIFY(opened(file)->append(minutes(m_a, 10)));
        {
            auto database = SqliteDatabase::create(file);
            QVERIFY(database->execute("PRAGMA user_version = 2"));
        }
        const auto refused = ObservationStore::open(file);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::UnsupportedVersion);
        QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("later.sqlite.*beschaedigt*")}).size(), 0);
    }

    void aDamagedFileIsLaidAside_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 24; ++seed)
            QTest::addRow("%d", seed) << seed;
    }

    void aDamagedFileIsLaidAside()
    {
        QFETCH(int, seed);
        const QString file = path("damage.sqlite");
        for (const QString& name : QDir(m_folder.path()).entryList({QStringLiteral("damage.sqlite*")}))
            QFile::remove(m_folder.filePath(name));
        {
            const auto store = opened(file);
            QVERIFY(store->append(minutes(m_a, 20'000)));
        }
        std::mt19937 random(static_cast<unsigned>(seed));
        QFile bytes(file);
        QVERIFY(bytes.open(QIODevice::ReadWrite));
        if (seed == 0) {
            bytes.resize(0);
            bytes.write("this is no database");
        } else if (seed % 3 == 0) {
            bytes.resize(qint64(random() % quint64(bytes.size())));
        } else {
            for (int i = 0; i < 40; ++i) {
                bytes.seek(seed % 3 == 1 ? qint64(random() % 200) : qint64(random() % quint64(bytes.size())));
                const char spoilt = char(random());
                bytes.write(&spoilt, 1);
            }
        }
        bytes.close();
        const auto store = ObservationStore::open(file);
        if (!store) { // only what looks like a later version may be refused
            QCOMPARE(store.error().code, ErrorCode::UnsupportedVersion);
            return;
        }
        // Whatever is read is either right or the file is laid aside: never a crash, never a lasting failure.
        (void)(*store)->range(m_a, m_always, 1'000'000);
        (void)(*store)->columns(m_a, m_always, 100);
        (void)(*store)->valuesAt(start + 24h, start);
        const auto fresh = minutes(QStringLiteral("fresh"), 500, start + 24h * 400);
        const auto appended = (*store)->append(fresh);
        QVERIFY2(appended.has_value(), appended ? "" : qPrintable(appended.error().toText() + appended.error().detail));
        QVERIFY(*(*store)->range(QStringLiteral("fresh"), m_always, 1000) == fresh);
        for (const Issue& issue : (*store)->issues()) {
            QCOMPARE(issue.reason, QStringLiteral("history.quarantined"));
            QVERIFY(QFile::exists(issue.where.source));
        }
        if (seed == 0)
            QCOMPARE((*store)->issues().size(), std::size_t(1));
    }

    void aFullOrForbiddenDiskChangesNothing()
    {
        QVERIFY(!ObservationStore::open(m_folder.filePath(QStringLiteral("no/such/folder/history.sqlite"))));
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_store.moc"
