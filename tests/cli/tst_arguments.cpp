// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Arguments.h"

#include <QTest>

using namespace twin;
using namespace twin::cli;

class ArgumentsTest : public QObject {
    Q_OBJECT

    const Syntax m_syntax{"draw",      "REGION",
                          1,           2,
                          "Zeichnet.", {{"out", "PNG", "Bild"}, {"json", nullptr, "JSON"}, {"size", "BxH", "Größe"}}};

    Result<Arguments> parse(const QString& line) const
    {
        return Arguments::parse(m_syntax, line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }

private Q_SLOTS:
    void bothSpellingsOfAValueAreTheSame()
    {
        QCOMPARE(parse(QStringLiteral("a --out b.png --json"))->value("out"), QStringLiteral("b.png"));
        QCOMPARE(parse(QStringLiteral("--out=b.png a"))->value("out"), QStringLiteral("b.png"));
        QCOMPARE(parse(QStringLiteral("--out=b.png a"))->operands(), QStringList{QStringLiteral("a")});
        QCOMPARE(parse(QStringLiteral("a --out -5"))->value("out"), QStringLiteral("-5"));
    }

    void dashesEndTheOptions()
    {
        const auto arguments = parse(QStringLiteral("-- --json"));
        QVERIFY(arguments && !arguments->has("json"));
        QCOMPARE(arguments->operands(), QStringList{QStringLiteral("--json")});
    }

    void wrongUseIsRefused_data()
    {
        QTest::addColumn<QString>("line");
        for (const char* line : {"", "a b c", "a --nonsense", "a --out", "a --json=1", "a --lang fr", "a -x --size"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }

    void wrongUseIsRefused()
    {
        QFETCH(QString, line);
        const auto arguments = parse(line);
        QVERIFY(!arguments);
        QCOMPARE(arguments.error().code, ErrorCode::InvalidParameter);
        QVERIFY(!arguments.error().summary.isEmpty() && !arguments.error().remedy.isEmpty());
    }

    void helpNeedsNothingElse()
    {
        const auto arguments = parse(QStringLiteral("--help"));
        QVERIFY(arguments && arguments->has("help"));
        const QString text = helpText(m_syntax);
        for (const char* word : {"stadtzwilling draw REGION", "--out PNG", "--json", "--lang", "--help"})
            QVERIFY2(text.contains(QLatin1String(word)), word);
    }

    void numbersHaveBounds()
    {
        const Syntax syntax{"n", "", 0, 0, "", {{"n", "n", ""}, {"x", "x", ""}}};
        const auto of = [&](const char* value) {
            return *Arguments::parse(syntax, {QStringLiteral("--n"), QString::fromLatin1(value), QStringLiteral("--x"),
                                              QString::fromLatin1(value)});
        };
        QCOMPARE(*of("7").integer("n", 1, 1, 10), 7);
        QVERIFY(!of("11").integer("n", 1, 1, 10));
        QVERIFY(!of("seven").integer("n", 1, 1, 10));
        QVERIFY(!of("1.5").integer("n", 1, 1, 10));
        QCOMPARE(*of("1.5").number("x", 0, 0, 10), 1.5);
        QVERIFY(!of("nan").number("x", 0, 0, 10));
        QVERIFY(!of("1,5").number("x", 0, 0, 10));
        QCOMPARE(*Arguments::parse(syntax, {})->integer("n", 3, 1), 3);
    }

    void sizesArePixels()
    {
        QCOMPARE(*parse(QStringLiteral("a --size 640x480"))->size("size", {}), QSize(640, 480));
        for (const char* bad : {"640", "640x", "0x5", "640x480x3", "20000x2", "-1x5", "axb"})
            QVERIFY2(!parse(QStringLiteral("a --size ") + QLatin1String(bad))->size("size", {}), bad);
    }
};

QTEST_GUILESS_MAIN(ArgumentsTest)
#include "tst_arguments.moc"
