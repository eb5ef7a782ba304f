// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/use/BuildingUse.h"

#include <QTest>

using namespace twin;

class BuildingUseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void functionsTellTheUse_data()
    {
        QTest::addColumn<QString>("function");
        QTest::addColumn<int>("use");
        const auto row = [](const char* function, BuildingUse use) {
            QTest::newRow(function) << QString::fromUtf8(function) << static_cast<int>(use);
        };
        row("31001_1010", BuildingUse::Dwelling);
        row("31001_2020", BuildingUse::Office);
        row("31001_2050", BuildingUse::Shop);
        row("31001_2143", BuildingUse::Industry);
        row("31001_3041", BuildingUse::Public);
        row("1000", BuildingUse::Dwelling);
        row("31001_9998", BuildingUse::Unknown);
        row("Wohnhaus", BuildingUse::Dwelling);
        row("Wohn- und Geschäftsgebäude", BuildingUse::Dwelling);
        row("Bürogebäude", BuildingUse::Office);
        row("Kaufhaus", BuildingUse::Shop);
        row("Gebäude für Gewerbe und Industrie", BuildingUse::Industry);
        row("Allgemein bildende Schule", BuildingUse::Public);
        row("residential building", BuildingUse::Dwelling);
        row("nach Quellenlage nicht zu spezifizieren", BuildingUse::Unknown);
        row("", BuildingUse::Unknown);
    }
    void functionsTellTheUse()
    {
        QFETCH(QString, function);
        QFETCH(int, use);
        QCOMPARE(static_cast<int>(buildingUse(function)), use);
    }
};

QTEST_APPLESS_MAIN(BuildingUseTest)
#include "tst_buildinguse.moc"
