// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/CameraState.h"
#include "model/CityObject.h"
#include "model/GroundModel.h"
#include "model/Result.h"
#include "model/SceneFrame.h"

#include <limits>

#include <QTest>

using namespace twin;

class ModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyErrorCodeHasTitleAndRemedy()
    {
        for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
            const auto code = static_cast<ErrorCode>(i);
            QVERIFY(!errorTitle(code).isEmpty());
            QCOMPARE(defaultRemedy(code).isEmpty(), code == ErrorCode::Cancelled);
        }
    }

    void errorTextNamesPlaceAndRemedy()
    {
        const Error error{ErrorCode::MissingCrs,
                          QStringLiteral("Kein Koordinatensystem."),
                          {},
                          {},
                          {QStringLiteral("a.gml"), 12, QStringLiteral("B1")}};
        QCOMPARE(error.toText(),
                 QStringLiteral("Kein Koordinatensystem. [a.gml:12 B1] ") + defaultRemedy(ErrorCode::MissingCrs));
        QCOMPARE((SourceLocation{QStringLiteral("a.gml"), -1, {}}).toText(), QStringLiteral("a.gml"));
        QCOMPARE((SourceLocation{{}, -1, QStringLiteral("B1")}).toText(), QStringLiteral("B1"));
        QCOMPARE(SourceLocation().toText(), QString());
    }

    void sceneFrameIsItsOwnInverse()
    {
        const SceneFrame frame({392514.25, 5708120.5, 87.3});
        const ProjectedPosition p{400000.125, 5700000.75, 120.0625};
        QCOMPARE(frame.toProjected(frame.toLocal(p)), p);
        QCOMPARE(frame.toLocal(frame.origin()), LocalPosition{});
    }

    void viewDirectionFollowsHeadingAndPitch()
    {
        const LocalPosition east = viewDirection({{}, 90, 0});
        QVERIFY(std::abs(east.x - 1) < 1e-12 && std::abs(east.y) < 1e-12 && std::abs(east.z) < 1e-12);
        const LocalPosition down = viewDirection({{}, 0, -90});
        QVERIFY(std::abs(down.z + 1) < 1e-12);
    }

    void groundIsBilinearAndHonestAboutGaps()
    {
        GroundModel ground{{100, 200, 0}, 10, 3, 2, {0, 10, 20, 0, 10, std::numeric_limits<float>::quiet_NaN()}};
        QCOMPARE(*ground.heightAt(105, 205), 5.0);
        QVERIFY(!ground.heightAt(115, 205));
        QVERIFY(!ground.heightAt(99, 205));
    }

    void typeNamesRoundTrip()
    {
        QCOMPARE(cityObjectTypeFromName(typeName(CityObjectType::BuildingPart)), CityObjectType::BuildingPart);
        QCOMPARE(surfaceTypeFromName(typeName(SurfaceType::OuterCeiling)), SurfaceType::OuterCeiling);
        QCOMPARE(surfaceTypeFromName(u"Nonsense"), SurfaceType::None);
    }
};

QTEST_APPLESS_MAIN(ModelTest)
#include "tst_model.moc"
