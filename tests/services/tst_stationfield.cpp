// SPDX-License-Identifier: GPL-3.0-or-later
// Fields between stations: true at the stations, between them in between, and nothing where no station is near.
#include "app/services/live/StationField.h"

#include <QTest>

using namespace twin;
using services::StationField;
using services::StationValue;

class StationFieldTest : public QObject {
    Q_OBJECT

    /// A plane sloping from 0 in the west to 10 in the east, a station every kilometre.
    static std::vector<StationValue> plane()
    {
        std::vector<StationValue> stations;
        for (int x = 0; x <= 10; ++x)
            for (int y = 0; y <= 4; ++y)
                stations.push_back({1000.0 * x, 1000.0 * y, static_cast<double>(x)});
        return stations;
    }

private Q_SLOTS:
    void isTrueAtStationsAndBetweenThem()
    {
        const auto field = StationField::make(plane());
        QVERIFY(field);
        QCOMPARE(field->reachMetres(), 2000.0);
        QVERIFY(std::abs(*field->at(3000, 2000) - 3) < 1e-3);
        const double between = *field->at(3500, 2500);
        QVERIFY(between > 3.2 && between < 3.8);
        QVERIFY(field->meanError() > 0 && field->meanError() < 0.5);
    }

    void endsWhereNoStationIsNear()
    {
        const auto field = StationField::make(plane());
        QVERIFY(field->at(-1900, 2000));
        QVERIFY(!field->at(-2100, 2000));
        QVERIFY(!field->at(1e7, 1e7));
        QVERIFY(!StationField::make({{0, 0, 1}, {0, 0, 2}, {0, 0.5, 3}, {500, 0, 1}})); // two places only
        QVERIFY(!StationField::make({{0, 0, 1}, {500, 0, 1}, {900, 0, std::numeric_limits<double>::quiet_NaN()}}));
    }

    void isPaintedWithItsMask()
    {
        const auto field = StationField::make(plane());
        services::FieldColours colours{0, 10, {}};
        for (std::size_t i = 0; i < colours.steps.size(); ++i)
            colours.steps[i] = {static_cast<std::uint8_t>(i), 0, static_cast<std::uint8_t>(255 - i)};
        const auto drape = services::fieldDrape(*field, colours, QStringLiteral("live-field"));
        QCOMPARE(drape->layer(), QStringLiteral("live-field"));
        QCOMPARE(drape->extent().west, -2000.0);
        const auto image = drape->paint({-4000, -4000, 14000, 8000}, 180, 120, {});
        QVERIFY(image);
        const auto pixel = [&](double x, double y) {
            const auto column = static_cast<std::size_t>((x + 4000) / 100);
            const auto row = static_cast<std::size_t>((8000 - y) / 100);
            return image->pixels.data() + 4 * (row * 180 + column);
        };
        QCOMPARE(pixel(-3500, 2000)[3], std::uint8_t(0));
        QCOMPARE(pixel(5000, 7500)[3], std::uint8_t(0));
        QCOMPARE(pixel(5000, 2000)[3], std::uint8_t(255));
        QVERIFY(pixel(9800, 2000)[0] > 230 && pixel(200, 2000)[0] < 25);
        CancellationToken cancel;
        cancel.cancel();
        QCOMPARE(drape->paint({0, 0, 1, 1}, 4, 4, cancel).error().code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(StationFieldTest)
#include "tst_stationfield.moc"
