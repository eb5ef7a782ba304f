// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

/// Every text of the window and the program has an English translation with the same places for values.
class TranslationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMessageIsTranslated()
    {
        QFile file(QStringLiteral(TWIN_SOURCE_DIR "/i18n/stadtzwilling_en.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        int messages = 0;
        QString source;
        const QRegularExpression place(QStringLiteral("%(n|L?\\d)"));
        const auto places = [&](const QString& text) {
            QStringList found;
            for (auto it = place.globalMatch(text); it.hasNext();)
                found += it.next().captured();
            found.sort();
            found.removeDuplicates();
            return found;
        };
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == QLatin1String("source"))
                source = xml.readElementText();
            if (xml.name() == QLatin1String("translation")) {
                ++messages;
                const QString type = xml.attributes().value(QLatin1String("type")).toString();
                QVERIFY2(type.isEmpty(), qPrintable(type + QLatin1String(": ") + source));
                const QString translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
                QVERIFY2(!translation.isEmpty(), qPrintable(source));
                QCOMPARE(places(translation), places(source));
            }
        }
        QVERIFY(!xml.hasError());
        QVERIFY2(messages > 100, qPrintable(QString::number(messages)));
    }
};

QTEST_GUILESS_MAIN(TranslationTest)
#include "tst_translation.moc"
