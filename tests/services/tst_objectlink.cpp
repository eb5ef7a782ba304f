// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/quality/ObjectLink.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace twin;
using namespace twin::services;

/// Links of quality reports: what is written is read again, and nothing else is.
class ObjectLinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("object");
        QTest::newRow("plain") << QStringLiteral("/srv/staedte/dortmund") << QStringLiteral("DENW22AL1000aBcD");
        QTest::newRow("layer") << QStringLiteral("/r/a.b_c~d-e") << QStringLiteral("planung:NEUBAU");
        QTest::newRow("words") << QStringLiteral("/srv/staedte/Meine Städte/Übersicht 50 %")
                               << QStringLiteral("Straße 5, Hof");
        QTest::newRow("markup") << QStringLiteral("/tmp/<b>\"'&amp;") << QStringLiteral("\"><script>alert(1)</script>");
        QTest::newRow("shell") << QStringLiteral("/tmp/$(reboot); rm -rf ~ `id` \\ | & > x")
                               << QStringLiteral("'; touch /tmp/x #");
        QTest::newRow("uri") << QStringLiteral("/tmp/a?select=b&c=d#e") << QStringLiteral("x?select=y&z#%41");
        QTest::newRow("beyond") << QStringLiteral("/tmp/城市") << QStringLiteral("\U0001F3E0");
        QTest::newRow("option") << QStringLiteral("/--help") << QStringLiteral("--select");
    }
    void roundTrip()
    {
        QFETCH(const QString, region);
        QFETCH(const QString, object);
        const QString uri = uriOf({region, object});
        QVERIFY(isObjectLink(uri));
        // Nothing that HTML, a shell or a desktop entry would read as theirs.
        static const QRegularExpression harmless(
            QStringLiteral("^stadtzwilling:///[A-Za-z0-9._~%/-]*\\?select=[A-Za-z0-9._~%-]+$"));
        QVERIFY2(harmless.match(uri).hasMatch(), qPrintable(uri));
        const auto link = parseObjectLink(uri);
        QVERIFY2(link, link ? "" : qPrintable(link.error().toText()));
        QCOMPARE(link->region, region);
        QCOMPARE(link->object, object);
    }

    void othersMayLeaveTheAuthorityOutAndShout()
    {
        const ObjectLink wanted{QStringLiteral("/r/x"), QStringLiteral("A")};
        QCOMPARE(parseObjectLink(QStringLiteral("stadtzwilling:/r/x?select=A")).value(), wanted);
        QCOMPARE(parseObjectLink(QStringLiteral("STADTZWILLING:///r/x?select=A")).value(), wanted);
        QCOMPARE(uriOf({QStringLiteral("/r/y/../x/"), QStringLiteral("A")}), uriOf(wanted));
    }

    void hostileOnesAreRefused_data()
    {
        QTest::addColumn<QString>("uri");
        const auto row = [](const char* name, const QString& uri) { QTest::newRow(name) << uri; };
        row("nothing", {});
        row("scheme only", QStringLiteral("stadtzwilling:"));
        row("other scheme", QStringLiteral("file:///r/x?select=A"));
        row("begins alike", QStringLiteral("stadtzwillingx:///r/x?select=A"));
        row("no object", QStringLiteral("stadtzwilling:///r/x"));
        row("empty object", QStringLiteral("stadtzwilling:///r/x?select="));
        row("no path", QStringLiteral("stadtzwilling://?select=A"));
        row("root", QStringLiteral("stadtzwilling:///?select=A"));
        row("other computer", QStringLiteral("stadtzwilling://server/r/x?select=A"));
        row("user and port", QStringLiteral("stadtzwilling://u:p@host:1/r/x?select=A"));
        row("share", QStringLiteral("stadtzwilling:////server/share?select=A"));
        row("encoded share", QStringLiteral("stadtzwilling:///%2Fserver/share?select=A"));
        row("relative", QStringLiteral("stadtzwilling:r/x?select=A"));
        row("up", QStringLiteral("stadtzwilling:///r/../etc?select=A"));
        row("encoded up", QStringLiteral("stadtzwilling:///r/%2e%2E/etc?select=A"));
        row("encoded slash up", QStringLiteral("stadtzwilling:///r%2f..%2fetc?select=A"));
        row("here", QStringLiteral("stadtzwilling:///r/./x?select=A"));
        row("twice", QStringLiteral("stadtzwilling:///r//x?select=A"));
        row("another question", QStringLiteral("stadtzwilling:///r/x?import=A"));
        row("a further question", QStringLiteral("stadtzwilling:///r/x?select=A&import=/etc/passwd"));
        row("an earlier question", QStringLiteral("stadtzwilling:///r/x?run=a&select=A"));
        row("fragment", QStringLiteral("stadtzwilling:///r/x?select=A#b"));
        row("space", QStringLiteral("stadtzwilling:///r/x y?select=A"));
        row("line", QStringLiteral("stadtzwilling:///r/x?select=A\n--screenshot"));
        row("not ASCII", QStringLiteral("stadtzwilling:///r/ü?select=A"));
        row("NUL", QStringLiteral("stadtzwilling:///r/x%00y?select=A"));
        row("encoded line", QStringLiteral("stadtzwilling:///r/x?select=A%0Ab"));
        row("escape sequence", QStringLiteral("stadtzwilling:///r/x?select=%1B%5B2J"));
        row("half a byte", QStringLiteral("stadtzwilling:///r/x?select=%4"));
        row("no byte", QStringLiteral("stadtzwilling:///r/x?select=%zz"));
        row("no UTF-8", QStringLiteral("stadtzwilling:///r/%ff?select=A"));
        row("overlong UTF-8", QStringLiteral("stadtzwilling:///r/%c0%ae%c0%ae/x?select=A"));
        row("half a surrogate", QStringLiteral("stadtzwilling:///r/x?select=%ed%a0%80"));
        row("too long", QStringLiteral("stadtzwilling:///r/x?select=") + QString(9000, QLatin1Char('A')));
    }
    void hostileOnesAreRefused()
    {
        QFETCH(const QString, uri);
        const auto link = parseObjectLink(uri);
        QVERIFY2(!link, link ? qPrintable(link->region + QLatin1Char('|') + link->object) : "");
        QCOMPARE(link.error().code, ErrorCode::InvalidParameter);
        QVERIFY(!link.error().summary.isEmpty());
        QVERIFY(link.error().remedy.contains(QLatin1String("--select")));
        // What came from anywhere is not said again on a terminal.
        QVERIFY(uri.isEmpty() || !link.error().toText().contains(uri));
    }

    void onlyRegionPackagesAreLinked()
    {
        QTemporaryDir folder;
        const QString region = folder.filePath(QStringLiteral("region"));
        QVERIFY(QDir().mkpath(region));
        const auto linked = [](const QString& path) { return linkedRegion({path, QStringLiteral("A")}); };
        QCOMPARE(linked(region).error().code, ErrorCode::NotFound); // a folder like any other
        QVERIFY(!linked(folder.filePath(QStringLiteral("none"))));
        QFile file(region + QStringLiteral("/region.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QCOMPARE(linked(region).value(), QFileInfo(region).canonicalFilePath());
        QVERIFY(!linked(file.fileName()));
        const QString alias = folder.filePath(QStringLiteral("alias"));
        QVERIFY(QFile::link(region, alias));
        QCOMPARE(linked(alias).value(), linked(region).value());
    }
};

QTEST_GUILESS_MAIN(ObjectLinkTest)
#include "tst_objectlink.moc"
