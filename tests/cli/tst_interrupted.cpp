// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Program.h"

#include <csignal>

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

/// An import that does not come to its end leaves what was there.
class InterruptedTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_region;
    QString m_boxes;
    QByteArray m_before;
    qint64 m_wholeMilliseconds = 0;

    QStringList importOfBoxes() const { return {QStringLiteral("import"), m_boxes, QStringLiteral("--out"), m_region}; }

    /// Names and contents of every file of the region.
    QByteArray fingerprint() const
    {
        QStringList paths;
        QDirIterator it(m_region, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            paths.append(it.next());
        paths.sort();
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const QString& path : paths) {
            QFile file(path);
            if (file.open(QIODevice::ReadOnly)) {
                hash.addData(path.toUtf8());
                hash.addData(&file);
            }
        }
        return hash.result();
    }

    QStringList siblings() const
    {
        return QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    /// Starts an import over the region and sends a signal after a while. @returns the exit code, -1 when killed.
    int interruptedImport(int signal, qint64 afterMilliseconds, QByteArray* err = nullptr) const
    {
        QProcess process;
        process.start(QStringLiteral(TWIN_PROGRAM), importOfBoxes());
        process.waitForStarted();
        if (!process.waitForFinished(static_cast<int>(std::max<qint64>(afterMilliseconds, 1))))
            ::kill(static_cast<pid_t>(process.processId()), signal);
        process.waitForFinished();
        if (err)
            *err = process.readAllStandardError();
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_boxes = writeBoxes(m_folder.path(), 6000);
        m_region = m_folder.filePath(QStringLiteral("region"));
        // How long the import takes here decides when to interrupt it.
        QElapsedTimer timer;
        timer.start();
        const Run first = program(importOfBoxes());
        m_wholeMilliseconds = timer.elapsed();
        QVERIFY2(first.exitCode == 0, first.err.constData());
        QVERIFY2(program({QStringLiteral("import"), threeHouses(), QStringLiteral("--out"), m_region}).exitCode == 0,
                 "");
        m_before = fingerprint();
        QCOMPARE(siblings(), QStringList({QStringLiteral("boxes.gml"), QStringLiteral("region")}));
    }

    void killedImportLeavesTheOldPackage()
    {
        QRandomGenerator random(2030);
        const auto buildings = [this] {
            const Run info = program({QStringLiteral("info"), m_region, QStringLiteral("--json")});
            return info.object()[QLatin1String("objects")][QLatin1String("Building")].toInt();
        };
        int killed = 0;
        for (int i = 0; i < 8; ++i) {
            const int code = interruptedImport(SIGKILL, random.bounded(static_cast<int>(m_wholeMilliseconds) + 1));
            if (code == -1 && buildings() == 3) {
                ++killed;
                QCOMPARE(fingerprint(), m_before);
                continue;
            }
            // It was quicker, or killed after it had put the new package in place: that one is whole then.
            QCOMPARE(buildings(), 6000);
            const QStringList last{QStringLiteral("query"), m_region, QStringLiteral("--id"),
                                   QStringLiteral("BOX_5999")};
            QVERIFY2(program(last).exitCode == 0, "");
            QVERIFY2(program({QStringLiteral("import"), threeHouses(), QStringLiteral("--out"), m_region}).exitCode ==
                         0,
                     "");
            m_before = fingerprint();
        }
        QVERIFY2(killed >= 3, "the import was too quick to be killed");
    }

    void leftoversDoNotStopTheNextImport()
    {
        const Run run = program(importOfBoxes());
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const Run info = program({QStringLiteral("info"), m_region, QStringLiteral("--json")});
        QCOMPARE(info.object()[QLatin1String("objects")][QLatin1String("Building")].toInt(), 6000);
        QCOMPARE(siblings(), QStringList({QStringLiteral("boxes.gml"), QStringLiteral("region")}));
    }

    void killedAdditionLeavesTheRegion()
    {
        const QStringList add{QStringLiteral("add"), m_boxes, QStringLiteral("--to"), m_region};
        QVERIFY2(program({QStringLiteral("import"), threeHouses(), QStringLiteral("--out"), m_region}).exitCode == 0,
                 "");
        const QByteArray before = fingerprint();
        const QStringList last{QStringLiteral("query"), m_region, QStringLiteral("--id"),
                               QStringLiteral("boxes:BOX_5999")};
        QRandomGenerator random(2031);
        int killed = 0;
        for (int i = 0; i < 5; ++i) {
            QProcess process;
            process.start(QStringLiteral(TWIN_PROGRAM), add);
            process.waitForStarted();
            if (!process.waitForFinished(random.bounded(1, static_cast<int>(m_wholeMilliseconds) + 1)))
                ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
            process.waitForFinished();
            if (QFileInfo::exists(m_region + QStringLiteral("/layers/boxes"))) { // quicker than the signal: it is whole
                QVERIFY(program(last).exitCode == 0);
                QVERIFY(program({QStringLiteral("remove"), m_region, QStringLiteral("boxes")}).exitCode == 0);
            } else {
                ++killed;
            }
            QCOMPARE(fingerprint(), before);
        }
        QVERIFY2(killed >= 1, "the addition was too quick to be killed");
        QVERIFY(program(add).exitCode == 0);
        QVERIFY(program(last).exitCode == 0);
        QCOMPARE(QDir(m_region + QStringLiteral("/layers")).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("boxes")});
        QVERIFY(program({QStringLiteral("remove"), m_region, QStringLiteral("boxes")}).exitCode == 0);
    }

    void controlCCancelsCleanly()
    {
        QByteArray before;
        QByteArray err;
        int code = 0;
        // The earlier the signal, the surer it comes before the end; at the very start the program is not listening
        // yet.
        for (const double share : {0.5, 0.3, 0.2}) {
            before = fingerprint();
            code =
                interruptedImport(SIGINT, static_cast<qint64>(share * static_cast<double>(m_wholeMilliseconds)), &err);
            if (code != 0)
                break;
        }
        QCOMPARE(code, 1);
        QVERIFY2(err.startsWith("stadtzwilling: ") && err.count('\n') == 1, err.constData());
        QCOMPARE(siblings(), QStringList({QStringLiteral("boxes.gml"), QStringLiteral("region")}));
        QCOMPARE(fingerprint(), before);
    }
};

QTEST_GUILESS_MAIN(InterruptedTest)
#include "tst_interrupted.moc"
