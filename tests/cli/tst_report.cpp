// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// What data stewards and their scripts rely on: --report of import and add.
class ReportTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QJsonObject topic(const QJsonObject& quality, const char* code)
    {
        const QJsonArray topics = quality[QLatin1String("topics")].toArray();
        for (const QJsonValue& each : topics)
            if (each[QLatin1String("code")].toString() == QLatin1String(code))
                return each.toObject();
        return {};
    }

private Q_SLOTS:
    void importAndAdd()
    {
        const Run imported = program({QStringLiteral("import"), threeHouses(), QStringLiteral("--out"), path("region"),
                                      QStringLiteral("--report"), path("import.html"), QStringLiteral("--json")});
        QVERIFY2(imported.exitCode == 0, imported.err.constData());
        const QJsonObject quality = imported.object()[QLatin1String("quality")].toObject();
        QVERIFY(quality[QLatin1String("geometryChecked")].toBool());
        QVERIFY(quality[QLatin1String("polygons")].toInt() > 15);
        QCOMPARE(quality[QLatin1String("levels")].toArray().at(0)[QLatin1String("module")].toString(),
                 QStringLiteral("buildings"));
        QVERIFY(contentOf(path("import.html")).contains("lang=\"de\""));

        QFile terrain(path("dgm.xyz"));
        QVERIFY(terrain.open(QIODevice::WriteOnly));
        for (int y = 300; y >= 0; y -= 2)
            for (int x = 0; x <= 300; x += 2)
                terrain.write(QByteArray::number(392400 + x) + ' ' + QByteArray::number(5708000 + y) + " 80\n");
        terrain.close();
        const Run added = program({QStringLiteral("add"), terrain.fileName(), QStringLiteral("--to"), path("region"),
                                   QStringLiteral("--crs"), QStringLiteral("EPSG:25832+7837"),
                                   QStringLiteral("--report"), path("add.html"), QStringLiteral("--json")});
        QVERIFY2(added.exitCode == 0, added.err.constData());
        const QJsonObject above = topic(added.object()[QLatin1String("quality")].toObject(), "building.above-terrain");
        QCOMPARE(above[QLatin1String("group")].toString(), QStringLiteral("heights"));
        const QJsonObject row = above[QLatin1String("rows")].toArray().at(0).toObject();
        // The comparison itself knows an id alone; file, line and place come from the region.
        QCOMPARE(row[QLatin1String("file")].toString(), threeHouses());
        QVERIFY(row[QLatin1String("line")].toInt() > 1);
        QVERIFY(row[QLatin1String("position")].toArray().at(0).toDouble() > 392400);
        QVERIFY(contentOf(path("add.html")).contains(row[QLatin1String("object")].toString().toUtf8()));
        const QString link = row[QLatin1String("link")].toString();
        QVERIFY(link.startsWith(QLatin1String("stadtzwilling:///")));
        QVERIFY(contentOf(path("add.html")).contains("<a href=\"" + link.toUtf8() + '"'));
        QVERIFY(!added.object()[QLatin1String("quality")][QLatin1String("geometryChecked")].toBool());
    }

    void english()
    {
        const Run run =
            program({QStringLiteral("import"), threeHouses(), QStringLiteral("--out"), path("english"),
                     QStringLiteral("--report"), path("english.html"), QStringLiteral("--lang"), QStringLiteral("en")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY(contentOf(path("english.html")).startsWith("<!DOCTYPE html>"));
    }

    void refusedSources()
    {
        QFile empty(path("empty.gml"));
        QVERIFY(empty.open(QIODevice::WriteOnly));
        empty.close();
        const Run run = program({QStringLiteral("import"), empty.fileName(), QStringLiteral("--out"), path("none"),
                                 QStringLiteral("--report"), path("refused.html")});
        QCOMPARE(run.exitCode, 1);
        const QByteArray html = contentOf(path("refused.html"));
        QVERIFY(html.contains("empty.gml") && html.contains("class=\"topic refused\""));
    }

    /// Nothing is imported for hours only to find that there is no place for the report.
    void whereNoReportCanBe()
    {
        const Run run = program({QStringLiteral("import"), threeHouses(), QStringLiteral("--out"), path("never"),
                                 QStringLiteral("--report"), path("no/where.html")});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.complainsInOneLine(), run.err.constData());
        QVERIFY(!QFile::exists(path("never")));
    }
};

QTEST_GUILESS_MAIN(ReportTest)
#include "tst_report.moc"
