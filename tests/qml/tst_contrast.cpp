// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of the design tokens against each other, by the formula of WCAG 2.2: words can be read in every theme.
#include <cmath>
#include <memory>

#include <QColor>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QTest>

extern void qml_register_types_Stadtzwilling();

namespace {

constexpr double words = 4.5; ///< AA
constexpr double strong = 7;  ///< AAA, of the high-contrast theme
constexpr double signs = 3;   ///< frames, knobs, symbols

QColor over(const QColor& top, const QColor& ground)
{
    const float a = top.alphaF();
    return QColor::fromRgbF(a * top.redF() + (1 - a) * ground.redF(), a * top.greenF() + (1 - a) * ground.greenF(),
                            a * top.blueF() + (1 - a) * ground.blueF());
}

double luminance(const QColor& colour)
{
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace

class ContrastTest : public QObject {
    Q_OBJECT

    QQmlEngine m_engine;
    std::unique_ptr<QObject> m_holder;
    QObject* m_theme = nullptr;

    [[nodiscard]] QColor token(const QString& name) const { return m_theme->property(name.toUtf8()).value<QColor>(); }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white)), 21); // the formula itself
        qml_register_types_Stadtzwilling();
        m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
        QQmlComponent component(&m_engine);
        component.setData("import QtQuick\nimport Stadtzwilling\nItem { property QtObject theme: Theme }", QUrl());
        m_holder.reset(component.create());
        QVERIFY2(m_holder != nullptr, qPrintable(component.errorString()));
        m_theme = m_holder->property("theme").value<QObject*>();
        QVERIFY(m_theme);
    }

    void wordsCanBeRead_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("ink");
        QTest::addColumn<QString>("ground");
        QTest::addColumn<QString>("tint"); ///< on the ground; empty: none
        QTest::addColumn<double>("least");
        const char* themes[] = {"light", "dark", "contrast"};
        for (int kind = 0; kind < 3; ++kind) {
            const double least = kind == 2 ? strong : words;
            const auto row = [&](const char* ink, const char* ground, const char* tint, double wanted) {
                QTest::addRow("%s: %s on %s %s", themes[kind], ink, ground, tint)
                    << kind << QString::fromLatin1(ink) << QString::fromLatin1(ground) << QString::fromLatin1(tint)
                    << wanted;
            };
            for (const char* ink : {"text", "muted", "accent", "live", "warning", "danger"})
                for (const char* ground : {"panel", "panelSolid", "background"})
                    row(ink, ground, "", least);
            for (const char* tint : {"hover", "pressed"})
                for (const char* ink : {"text", "muted"})
                    row(ink, "panelSolid", tint, words);
            row("accentText", "accent", "", least);
            row("accent", "panelSolid", "hover", signs); // the frame round what the keyboard is at
        }
    }
    void wordsCanBeRead()
    {
        QFETCH(int, kind);
        QFETCH(QString, ink);
        QFETCH(QString, ground);
        QFETCH(QString, tint);
        QFETCH(double, least);
        m_theme->setProperty("kind", kind);
        // A panel lets a little of the city through: the worst is its opposite.
        QColor base = token(ground);
        if (base.alpha() < 255)
            base = over(base, luminance(base) > 0.5 ? Qt::black : Qt::white);
        if (!tint.isEmpty())
            base = over(token(tint), base);
        const double found = contrast(over(token(ink), base), base);
        QVERIFY2(found >= least, qPrintable(QStringLiteral("%1 : 1").arg(found, 0, 'f', 2)));
    }
};

QTEST_MAIN(ContrastTest)
#include "tst_contrast.moc"
