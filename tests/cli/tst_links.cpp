// SPDX-License-Identifier: GPL-3.0-or-later
// From a quality report to the object in the window: links as a desktop hands them to the program.
#include "app/services/quality/ObjectLink.h"
#include "cli/Program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;

namespace {

constexpr int patience = 120'000; // milliseconds: the window is drawn without a GPU, beside other tests

/// The program's window, running until the test is done with it.
class Window {
public:
    Window(const QStringList& words, const QStringList& environment)
    {
        m_process.setEnvironment(QProcess::systemEnvironment() + environment);
        m_process.setProcessChannelMode(QProcess::ForwardedChannels);
        m_process.start(QStringLiteral(TWIN_PROGRAM), words);
    }
    ~Window() { kill(); }
    void kill() // as a crash does
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] bool runs() const { return m_process.state() != QProcess::NotRunning; }

private:
    QProcess m_process;
};

} // namespace

class LinksTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_region;

    /// A home of its own: settings, and the place where windows are reached.
    [[nodiscard]] QStringList home() const
    {
        const QString runtime = m_folder.filePath(QStringLiteral("runtime"));
        QDir().mkpath(runtime);
        QFile::setPermissions(runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return {QStringLiteral("XDG_RUNTIME_DIR=") + runtime,
                QStringLiteral("XDG_CONFIG_HOME=") + m_folder.filePath(QStringLiteral("config")),
                QStringLiteral("XDG_CACHE_HOME=") + m_folder.filePath(QStringLiteral("cache")),
                QStringLiteral("XDG_DATA_HOME=") + m_folder.filePath(QStringLiteral("data"))};
    }
    [[nodiscard]] QString linkTo(const char* object) const
    {
        return services::uriOf({m_region, QString::fromUtf8(object)});
    }
    /// @returns whether the window came to remember that this object, and no other, is selected.
    [[nodiscard]] bool isSelected(const char* object) const
    {
        return QTest::qWaitFor(
            [&] {
                QFile kept(m_folder.filePath(QStringLiteral("config/stadtzwilling/stadtzwilling.ini")));
                if (!kept.open(QIODevice::ReadOnly))
                    return false;
                static const QRegularExpression known(QStringLiteral("TEST_[A-Z]+"));
                QStringList found;
                const QString text = QString::fromUtf8(kept.readAll());
                for (auto it = known.globalMatch(text); it.hasNext();)
                    found += it.next().captured();
                return found == QStringList{QString::fromUtf8(object)};
            },
            patience);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_region = m_folder.filePath(QStringLiteral("Meine Region & <mehr>"));
        const Run run = program({QStringLiteral("import"), threeHouses(), QStringLiteral("--out"), m_region});
        QVERIFY2(run.exitCode == 0, run.err.constData());
    }

    void badLinksAreRefused()
    {
        for (const QString& link :
             {QStringLiteral("stadtzwilling://elsewhere/r?select=A"), QStringLiteral("stadtzwilling:"),
              linkTo("TEST_NORD") + QStringLiteral("&import=/etc/passwd")}) {
            const Run run = program({link}, home());
            QCOMPARE(run.exitCode, 2);
            QVERIFY2(run.complainsInOneLine(), run.err.constData());
            QVERIFY(run.err.contains("Verweis") && run.err.contains("--select"));
        }
        const Run two = program({linkTo("TEST_NORD"), m_region}, home());
        QCOMPARE(two.exitCode, 2);
        QVERIFY2(two.complainsInOneLine(), two.err.constData());
        const Run english =
            program({QStringLiteral("stadtzwilling:"), QStringLiteral("--lang"), QStringLiteral("en")}, home());
        QCOMPARE(english.exitCode, 2);
    }

    /// The first call opens a window on its object; the second shows its own there and goes; after a crash a third
    /// opens a window again.
    void secondCallReachesTheOpenWindow()
    {
        Window window({linkTo("TEST_NORD"), QStringLiteral("--live"), QStringLiteral("off")}, home());
        QVERIFY(isSelected("TEST_NORD"));
        const Run second = program({linkTo("TEST_GARAGE")}, home());
        QCOMPARE(second.exitCode, 0);
        QVERIFY(isSelected("TEST_GARAGE"));
        QVERIFY(window.runs());

        window.kill();
        Window next({linkTo("TEST_NORD"), QStringLiteral("--live"), QStringLiteral("off")}, home());
        QVERIFY(isSelected("TEST_NORD"));
        QVERIFY(next.runs());
    }

    /// What a desktop is told of the program.
    void desktopEntryHandsLinksOver()
    {
        QFile entry(QStringLiteral(TWIN_SOURCE_DIR "/assets/desktop/stadtzwilling.desktop"));
        QVERIFY(entry.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = entry.readAll().split('\n');
        QVERIFY(lines.contains("MimeType=x-scheme-handler/stadtzwilling;"));
        QVERIFY(lines.contains("Exec=stadtzwilling %u")); // one word, no shell between
    }
};

QTEST_GUILESS_MAIN(LinksTest)
#include "tst_links.moc"
