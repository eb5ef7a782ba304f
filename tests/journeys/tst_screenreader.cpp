// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a screen reader knows it: read through AT-SPI from outside, like Orca does. The keyboard is a real
// one.
#include "journeys/ScreenReader.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace twin::test;

class ScreenReaderTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;
    QProcess m_process;
    std::unique_ptr<ScreenReader> m_reader;
    Spoken m_program;
    QStringList m_heard;

    /// Keys as X clients get them.
    static void keys(const QStringList& keys)
    {
        QCOMPARE(QProcess::execute(QStringLiteral("xdotool"),
                                   QStringList{QStringLiteral("key"), QStringLiteral("--delay"), QStringLiteral("40")} +
                                       keys),
                 0);
    }
    static void type(const QString& text)
    {
        QCOMPARE(QProcess::execute(QStringLiteral("xdotool"),
                                   {QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("40"), text}),
                 0);
    }
    bool hears(const QString& words)
    {
        return ScreenReader::waitFor(
            [&] {
                m_heard += m_reader->takeAnnouncements();
                return std::any_of(m_heard.cbegin(), m_heard.cend(),
                                   [&](const QString& heard) { return heard.contains(words); });
            },
            60'000);
    }
    Spoken find(const char* role, const QString& name) const
    {
        return ScreenReader::find(m_program, QString::fromLatin1(role), name);
    }
    /// Waits for a thing to be shown.
    Spoken await(const char* role, const QString& name) const
    {
        Spoken found;
        if (!ScreenReader::waitFor([&] { return (found = find(role, name)).isThere(); })) {
            QStringList all;
            for (const Spoken& node : ScreenReader::shown(m_program))
                all += node.role() + QLatin1Char(' ') + node.name();
            qWarning("There are %s", qPrintable(all.join(QStringLiteral(", "))));
        }
        return found;
    }
    Spoken focused() const
    {
        Spoken innermost; // Qt calls what is round it focused, too
        for (const Spoken& node : ScreenReader::shown(m_program))
            if (node.isFocused() && node.role() != QLatin1String("frame"))
                innermost = node;
        return innermost;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("xdotool")).isEmpty())
            QSKIP("xdotool is missing");
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
            environment.insert(QString::fromLatin1(name), m_home.path());
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedChannels);
        m_reader = std::make_unique<ScreenReader>();
        m_process.start(QStringLiteral(TWIN_PROGRAM),
                        {QStringLiteral(TWIN_JOURNEYS_REGION), QStringLiteral("--live"), QStringLiteral("off"),
                         QStringLiteral("--lang"), QStringLiteral("de")});
        QVERIFY(m_process.waitForStarted());
        m_program = m_reader->program(QStringLiteral("stadtzwilling"));
        QVERIFY2(m_program.isThere(), "the program does not show up in AT-SPI");
        QVERIFY2(hears(QStringLiteral("Stadtmodell geladen")), qPrintable(m_heard.join(QLatin1Char('\n'))));
        // What a window manager does, which a virtual display does not have: gives the window the keyboard.
        QCOMPARE(
            QProcess::execute(QStringLiteral("xdotool"), {QStringLiteral("search"), QStringLiteral("--onlyvisible"),
                                                          QStringLiteral("--name"), QStringLiteral("Stadtzwilling$"),
                                                          QStringLiteral("windowfocus"), QStringLiteral("--sync")}),
            0);
    }
    void cleanupTestCase()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished();
    }

    void everythingHasANameAndARole()
    {
        QVERIFY(await("push button", QStringLiteral("Los geht’s")).isThere());
        QVERIFY(find("push button", QStringLiteral("Los geht’s")).act(QStringLiteral("Press")));
        QVERIFY(
            ScreenReader::waitFor([&] { return !find("dialog", QStringLiteral("So bewegen Sie sich")).isThere(); }));
        checkNames();
    }

    void placesAreFoundWithoutThePicture()
    {
        m_heard.clear();
        keys({QStringLiteral("ctrl+k")});
        QVERIFY(ScreenReader::waitFor([&] { return focused().name() == QStringLiteral("Suchen"); }));
        type(QStringLiteral("Reinoldikirche"));
        QVERIFY2(hears(QStringLiteral("Treffer")), qPrintable(m_heard.join(QLatin1Char('\n'))));
        const Spoken list = await("list", QStringLiteral("Treffer"));
        QVERIFY(list.isThere());
        std::vector<Spoken> hits;
        QVERIFY(ScreenReader::waitFor([&] {
            hits.clear();
            for (const Spoken& node : ScreenReader::shown(list))
                if (node.role() == QLatin1String("list item"))
                    hits.push_back(node);
            return !hits.empty();
        }));
        QVERIFY2(hits.front().name().contains(QStringLiteral("Reinoldikirche")), qPrintable(hits.front().name()));
        QVERIFY(hits.front().isSelected());
        checkNames();
        QVERIFY2(hits.front().act(QStringLiteral("Press")), qPrintable(hits.front().actions().join(QLatin1Char(' '))));
        QVERIFY2(hears(QStringLiteral("Ausgewählt: Reinoldikirche")), qPrintable(m_heard.join(QLatin1Char('\n'))));
        QVERIFY2(m_heard.filter(QStringLiteral("104,0")).size() > 0, qPrintable(m_heard.join(QLatin1Char('\n'))));
    }

    void valuesOfTheObjectAreRead()
    {
        const Spoken facts = await("list", QStringLiteral("Angaben"));
        QVERIFY(facts.isThere());
        QStringList read;
        QVERIFY(ScreenReader::waitFor([&] {
            read.clear();
            for (const Spoken& node : ScreenReader::shown(facts))
                if (node.role() == QLatin1String("list item"))
                    read += node.name();
            return !read.filter(QStringLiteral("Baujahr: 1450")).isEmpty();
        }));
        QVERIFY(find("push button", QStringLiteral("Auswahl aufheben")).isThere());
        checkNames();
    }

    void tabLeadsThroughInOrder()
    {
        keys({QStringLiteral("Escape"), QStringLiteral("Escape"), QStringLiteral("Escape")});
        QVERIFY(ScreenReader::waitFor([&] { return focused().name() == QStringLiteral("Stadtmodell"); }));
        QStringList order;
        for (int stop = 0; stop < 60; ++stop) {
            const QString before = focused().path();
            keys({QStringLiteral("Tab")});
            Spoken now;
            QVERIFY2(ScreenReader::waitFor([&] { return (now = focused()).isThere() && now.path() != before; }),
                     qPrintable(before));
            QVERIFY2(now.isFocusable() && !now.name().isEmpty(), qPrintable(now.path()));
            if (now.name() == QStringLiteral("Stadtmodell"))
                break;
            order += now.name();
        }
        // From top to bottom, left before right: search, tools, layers, controls of the view, status.
        qsizetype last = -1;
        for (const char* name : {"Suchen", "Hilfe", "Ebenen einklappen", "Nach Norden ausrichten"}) {
            const qsizetype at = order.indexOf(QString::fromUtf8(name));
            QVERIFY2(at > last,
                     qPrintable(QString::fromUtf8(name) + QStringLiteral(" in: ") + order.join(QStringLiteral(", "))));
            last = at;
        }
    }

    void layersAreSwitchedByTheirActions()
    {
        const Spoken layers = await("list", QStringLiteral("Ebenen"));
        QVERIFY(layers.isThere());
        Spoken row;
        for (const Spoken& node : ScreenReader::shown(layers))
            if (!row.isThere() && node.role() == QLatin1String("list item"))
                row = node;
        QVERIFY(row.isThere());
        QCOMPARE(row.description(), QStringLiteral("sichtbar"));
        QVERIFY2(row.act(QStringLiteral("Toggle")), qPrintable(row.actions().join(QLatin1Char(' '))));
        QVERIFY(ScreenReader::waitFor([&] { return row.description() == QStringLiteral("ausgeblendet"); }));
        QVERIFY(row.act(QStringLiteral("Toggle")));
    }

    void objectsAreListedAndChosenInTheTable()
    {
        m_heard.clear();
        keys({QStringLiteral("ctrl+t")});
        const Spoken table = await("table", QStringLiteral("Objekte"));
        QVERIFY(table.isThere());
        Spoken row;
        QVERIFY(ScreenReader::waitFor([&] {
            for (const Spoken& node : ScreenReader::shown(table))
                if (!row.isThere() && node.role() == QLatin1String("table row"))
                    row = node;
            return row.isThere();
        }));
        QVERIFY2(row.act(QStringLiteral("Press")), qPrintable(row.actions().join(QLatin1Char(' '))));
        QVERIFY2(hears(QStringLiteral("Ausgewählt: ")), qPrintable(m_heard.join(QLatin1Char('\n'))));
        checkNames();
        keys({QStringLiteral("ctrl+t")});
    }

    void cardsAreNamedToo_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("help") << QStringLiteral("F1");
        QTest::newRow("views") << QStringLiteral("ctrl+b");
        QTest::newRow("measure") << QStringLiteral("ctrl+m");
        QTest::newRow("add data") << QStringLiteral("ctrl+d");
    }
    void cardsAreNamedToo()
    {
        QFETCH(QString, key);
        keys({key});
        QTest::qWait(600);
        checkNames();
        keys({QStringLiteral("Escape"), QStringLiteral("Escape")});
    }

private:
    /// Nothing that can be used is without a name, and nothing is just "something".
    void checkNames()
    {
        QStringList flaws;
        int controls = 0;
        for (const Spoken& node : ScreenReader::shown(m_program)) {
            const QString role = node.role();
            const bool control =
                node.isFocusable() || role == QLatin1String("list item") || role == QLatin1String("table row");
            controls += control ? 1 : 0;
            if (control && node.name().isEmpty())
                flaws += QStringLiteral("no name: ") + node.path();
            if (control && (role == QLatin1String("unknown") || role == QLatin1String("invalid") ||
                            role == QLatin1String("filler")))
                flaws += QStringLiteral("no role: ") + node.path();
        }
        QVERIFY2(controls > 10, "a screen reader finds next to nothing");
        QVERIFY2(flaws.isEmpty(), qPrintable(flaws.join(QLatin1Char('\n'))));
    }
};

QTEST_GUILESS_MAIN(ScreenReaderTest)
#include "tst_screenreader.moc"
