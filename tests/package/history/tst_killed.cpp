// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/history/ObservationStore.h"

#include <cstdio>
#include <random>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::package;

namespace {

const Instant start = *instantFromIso(u"2026-01-01T00:00:00Z");
constexpr int seriesCount = 40;

/// The child: appends batch after batch for ever and says which one is committed.
int write(const QString& path)
{
    auto store = ObservationStore::open(path);
    if (!store)
        return 1;
    for (int batch = 0;; ++batch) {
        std::vector<Observation> list;
        for (int s = 0; s < seriesCount; ++s)
            for (int i = 0; i < 5; ++i) {
                const Instant at = start + std::chrono::minutes(batch * 5 + i);
                list.push_back({QStringLiteral("s%1").arg(s), double(batch * 5 + i + s), at, at, Quality::Good});
            }
        if (!(*store)->append(list))
            return 2;
        std::printf("%d\n", batch);
        std::fflush(stdout);
    }
}

} // namespace

/// kill -9 at random points: nothing that was committed is lost (goal R8).
class KilledTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingCommittedIsLost()
    {
        const int kills =
            qEnvironmentVariableIntValue("TWIN_KILLS") > 0 ? qEnvironmentVariableIntValue("TWIN_KILLS") : 12;
        std::mt19937 random(20261123);
        for (int round = 0; round < kills; ++round) {
            QTemporaryDir folder;
            const QString path = folder.filePath(QStringLiteral("history.sqlite"));
            int committed = -1;
            for (int life = 0; life < 2; ++life) { // the second one goes on with what the first left
                QProcess child;
                child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--write"), path});
                QVERIFY(child.waitForStarted());
                QVERIFY(child.waitForReadyRead(10'000));
                QTest::qSleep(int(random() % 90));
                child.kill();
                QVERIFY(child.waitForFinished());
                const QByteArray said = child.readAllStandardOutput();
                const qsizetype end = said.lastIndexOf('\n');
                committed = std::max(committed, said.left(end).mid(said.left(end).lastIndexOf('\n') + 1).toInt());
            }
            QElapsedTimer timer;
            timer.start();
            auto store = ObservationStore::open(path);
            QVERIFY(store.has_value());
            QVERIFY2((*store)->issues().empty(), "a killed process is no damage");
            for (int s = 0; s < seriesCount; ++s) {
                const auto values = (*store)->range(QStringLiteral("s%1").arg(s),
                                                    {start, start + std::chrono::hours(24 * 365 * 100)}, 10'000'000);
                QVERIFY(values.has_value());
                QVERIFY2(int(values->size()) >= (committed + 1) * 5,
                         qPrintable(QStringLiteral("%1 of %2").arg(values->size()).arg((committed + 1) * 5)));
                QCOMPARE(int(values->size()) % 5, 0); // whole transactions only
                for (int i = 0; i < int(values->size()); ++i)
                    QCOMPARE(*(*values)[std::size_t(i)].number(), double(i + s));
            }
            QVERIFY2(timer.elapsed() < 5000, "open again within five seconds");
        }
    }
};

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == QLatin1String("--write"))
        return write(app.arguments().value(2));
    KilledTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killed.moc"
