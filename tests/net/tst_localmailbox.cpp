// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/LocalMailbox.h"

#include <future>
#include <optional>

#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace twin::net;

/// Letters between two processes of one person. The sender waits, so it has a thread of its own here.
class LocalMailboxTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QList<QByteArray> m_letters;
    bool m_takes = true;

    [[nodiscard]] LocalMailbox::Reader reader()
    {
        return [this](const QByteArray& letter) {
            m_letters += letter;
            return m_takes;
        };
    }
    /// @returns what the sender was told; empty: it still waits.
    [[nodiscard]] std::optional<bool> post(const QString& address, const QByteArray& letter) const
    {
        auto sent =
            std::async(std::launch::async, [&] { return LocalMailbox::post(address, letter, m_folder.path()); });
        const bool came = QTest::qWaitFor(
            [&] { return sent.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }, 60'000);
        return came ? std::optional(sent.get()) : std::nullopt;
    }
    [[nodiscard]] QString socketFile() const
    {
        const QFileInfoList found = QDir(m_folder.path()).entryInfoList(QDir::System);
        return found.size() == 1 ? found.front().filePath() : QString();
    }

private Q_SLOTS:
    void init()
    {
        m_letters.clear();
        m_takes = true;
    }

    void lettersArriveAndAreAnswered()
    {
        LocalMailbox box(reader(), m_folder.path());
        QVERIFY(box.open(QStringLiteral("/srv/staedte/dortmund")));
        QVERIFY(box.open(QStringLiteral("/srv/staedte/dortmund"))); // once more is no matter
        QCOMPARE(post(QStringLiteral("/srv/staedte/dortmund"), "one"), std::optional(true));
        QCOMPARE(post(QStringLiteral("/srv/staedte/dortmund"), QByteArray(30'000, 'x')), std::optional(true));
        QCOMPARE(m_letters, (QList<QByteArray>{"one", QByteArray(30'000, 'x')}));
        m_takes = false;
        QCOMPARE(post(QStringLiteral("/srv/staedte/dortmund"), "not for you"), std::optional(false));
        QCOMPARE(post(QStringLiteral("/srv/staedte/schwerte"), "nobody"), std::optional(false));
        QCOMPARE(m_letters.size(), 3);
    }

    void addressesChange()
    {
        LocalMailbox box(reader(), m_folder.path());
        QVERIFY(box.open(QStringLiteral("a")));
        QVERIFY(box.open(QStringLiteral("b")));
        QCOMPARE(post(QStringLiteral("a"), "late"), std::optional(false));
        QCOMPARE(post(QStringLiteral("b"), "here"), std::optional(true));
        box.close();
        QCOMPARE(post(QStringLiteral("b"), "gone"), std::optional(false));
    }

    void theFirstKeepsTheAddress()
    {
        QList<QByteArray> others;
        LocalMailbox second([&](const QByteArray& letter) { return others.append(letter), true; }, m_folder.path());
        {
            LocalMailbox first(reader(), m_folder.path());
            QVERIFY(first.open(QStringLiteral("a")));
            QVERIFY(!second.open(QStringLiteral("a")));
            QCOMPARE(post(QStringLiteral("a"), "to the first"), std::optional(true));
        }
        QVERIFY(second.open(QStringLiteral("a")));
        QCOMPARE(post(QStringLiteral("a"), "to the second"), std::optional(true));
        QCOMPARE(m_letters, QList<QByteArray>{"to the first"});
        QCOMPARE(others, QList<QByteArray>{"to the second"});
    }

    /// What is left of a process that died blocks neither a sender nor the next owner.
    void remainsOfACrashAreInNobodysWay()
    {
        QString file;
        {
            LocalMailbox box(reader(), m_folder.path());
            QVERIFY(box.open(QStringLiteral("a")));
            file = socketFile();
        }
        QVERIFY(!file.isEmpty());
        QProcess dead; // its number is nobody's any more
        dead.start(QStringLiteral("true"), QStringList());
        QVERIFY(dead.waitForStarted());
        const qint64 number = dead.processId();
        QVERIFY(dead.waitForFinished());
        QVERIFY(QFile::copy(QStringLiteral("/dev/null"), file) || QFile(file).open(QIODevice::WriteOnly));
        QFile lock(file + QStringLiteral(".lock"));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write(QByteArray::number(number) + "\nstadtzwilling\n" + QSysInfo::machineHostName().toUtf8() + '\n');
        lock.close();
        QCOMPARE(post(QStringLiteral("a"), "nobody"), std::optional(false));
        LocalMailbox box(reader(), m_folder.path());
        QVERIFY(box.open(QStringLiteral("a")));
        QCOMPARE(post(QStringLiteral("a"), "alive"), std::optional(true));
    }

    void nobodyElseMayKnock()
    {
        LocalMailbox box(reader(), m_folder.path());
        QVERIFY(box.open(QStringLiteral("a")));
        const QString file = socketFile();
        QVERIFY(!file.isEmpty());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFile::permissions(file) & others, QFile::Permissions());
        QVERIFY(!file.contains(QStringLiteral("/a"))); // nor read what is open
    }

    void endlessLettersAreCutOff()
    {
        LocalMailbox box(reader(), m_folder.path());
        QVERIFY(box.open(QStringLiteral("a")));
        QLocalSocket socket;
        socket.connectToServer(socketFile());
        QVERIFY(socket.waitForConnected());
        socket.write(QByteArray(LocalMailbox::mostBytes * 4, 'x'));
        QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QLocalSocket::UnconnectedState, 30'000);
        QVERIFY(m_letters.isEmpty());
        QCOMPARE(post(QStringLiteral("a"), "next"), std::optional(true));
        QVERIFY(!LocalMailbox::post(QStringLiteral("a"), "two\nlines", m_folder.path()));
        QVERIFY(
            !LocalMailbox::post(QStringLiteral("a"), QByteArray(LocalMailbox::mostBytes + 1, 'x'), m_folder.path()));
    }

    void withoutAFolderThereAreNoLetters()
    {
        LocalMailbox box(reader(), QString());
        QVERIFY(!box.open(QStringLiteral("a")));
        QVERIFY(!LocalMailbox::post(QStringLiteral("a"), "x", QString()));
    }
};

QTEST_GUILESS_MAIN(LocalMailboxTest)
#include "tst_localmailbox.moc"
