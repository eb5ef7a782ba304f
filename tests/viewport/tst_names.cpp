// SPDX-License-Identifier: GPL-3.0-or-later
// Which names stand in the picture: the choice alone, without a window.
#include "app/viewport/names/NameChoice.h"
#include "app/viewport/names/NameSight.h"

#include <cmath>
#include <map>
#include <random>

#include <QTest>

using namespace twin;
using namespace twin::viewport;
using services::NameKind;
using services::PlaceName;

namespace {

constexpr QSize picture(1280, 800);

PlaceName nameAt(NameKind kind, const char* text, LocalPosition place, double size)
{
    PlaceName name;
    name.kind = kind;
    name.text = QString::fromUtf8(text);
    name.size = size;
    name.spots = {{place}};
    return name;
}

PlaceName streetAt(const char* text, LocalPosition place, LocalPosition along, double run)
{
    PlaceName name = nameAt(NameKind::Street, text, place, 1);
    name.spots.front().along = along;
    name.spots.front().run = run;
    return name;
}

CameraState camera(LocalPosition eye, double pitch)
{
    CameraState camera;
    camera.eye = eye;
    camera.headingDegrees = 0;
    camera.pitchDegrees = pitch;
    return camera;
}

/// A choice among names that are never hidden.
class Chooser {
public:
    explicit Chooser(std::vector<PlaceName> names)
    {
        m_choice.setNames(std::make_shared<const std::vector<PlaceName>>(std::move(names)));
    }
    NameChoice::View view;
    std::vector<NameLabel> at(const CameraState& camera)
    {
        view.eye = EyeFrame(camera, picture);
        view.size = picture;
        view.sizeOf = [this](std::size_t name) {
            return QSizeF(8.0 * static_cast<double>(m_choice.names()[name].text.size()) + 6, 20);
        };
        return m_choice.choose(view);
    }
    QStringList textsAt(const CameraState& camera)
    {
        QStringList texts;
        for (const NameLabel& label : at(camera))
            texts += m_choice.names()[label.name].text;
        return texts;
    }

private:
    NameChoice m_choice;
};

std::vector<PlaceName> manyTowers(int count)
{
    std::mt19937 random(7);
    std::vector<PlaceName> names;
    const auto next = [&random](int from, int to) {
        return from + static_cast<double>(random() % static_cast<unsigned>(to - from));
    };
    for (int i = 0; i < count; ++i) {
        const double height = next(15, 150);
        names.push_back(nameAt(NameKind::Landmark, qPrintable(QStringLiteral("Turm %1").arg(i)),
                               {next(-3000, 3000), next(0, 8000), height}, height));
    }
    return names;
}

QRectF boxOf(const NameLabel& label)
{
    return {label.middle - QPointF(label.size.width() / 2, label.size.height() / 2), label.size};
}

Terrain plain()
{
    Box extent;
    extent.include(LocalPosition{-5000, -5000, 0});
    extent.include(LocalPosition{5000, 5000, 0});
    return {nullptr, extent};
}

} // namespace

class NamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTownGoesBeforeTheDistrictBeforeTheStreet()
    {
        const LocalPosition place{0, 6000, 0};
        const auto far = camera({0, 0, 2500}, -22);
        Chooser town({nameAt(NameKind::Green, "Stadtpark", place, 900), nameAt(NameKind::Town, "Stadt", place, 9000)});
        QCOMPARE(town.textsAt(far).front(), QStringLiteral("Stadt"));
        Chooser near(
            {streetAt("Hauptstraße", {0, 300, 0}, {1, 0, 0}, 300), nameAt(NameKind::Town, "Stadt", {0, 300, 0}, 9000)});
        QCOMPARE(near.textsAt(camera({0, 0, 200}, -35)),
                 QStringList{QStringLiteral("Hauptstraße")}); // one is in the town
        QVERIFY(near.textsAt(camera({0, -9000, 4000}, -22)).contains(QStringLiteral("Stadt")));
    }

    void noWordLiesOverAnotherNorOverPanels()
    {
        Chooser chooser(manyTowers(400));
        chooser.view.taken = {QRectF(0, 0, 300, 800)};
        chooser.view.marks = {QRectF(600, 200, 60, 60)};
        const std::vector<NameLabel> labels = chooser.at(camera({0, -200, 400}, -12));
        QVERIFY(labels.size() >= 8 && labels.size() <= 44);
        for (std::size_t i = 0; i < labels.size(); ++i) {
            QVERIFY(QRectF(QPointF(), picture).contains(boxOf(labels[i])));
            QVERIFY(!boxOf(labels[i]).intersects(chooser.view.taken.front()));
            QVERIFY(!boxOf(labels[i]).intersects(chooser.view.marks.front()));
            for (std::size_t k = 0; k < i; ++k)
                QVERIFY(!boxOf(labels[i]).intersects(boxOf(labels[k])));
        }
    }

    void nothingFlickersInFlight()
    {
        Chooser chooser(manyTowers(300));
        std::map<std::size_t, int> gone; // the step in which a name went
        std::vector<std::size_t> before;
        int comebacks = 0;
        int changes = 0;
        constexpr int steps = 240;
        for (int step = 0; step < steps; ++step) {
            std::vector<std::size_t> now;
            for (const NameLabel& label : chooser.at(camera({step * 4.0, step * 6.0 - 500, 500}, -14)))
                now.push_back(label.name);
            std::sort(now.begin(), now.end());
            for (const std::size_t name : before)
                if (!std::binary_search(now.begin(), now.end(), name)) {
                    gone[name] = step;
                    ++changes;
                }
            for (const std::size_t name : now)
                if (const auto went = gone.find(name); went != gone.end() && step - went->second < 12 &&
                                                       !std::binary_search(before.begin(), before.end(), name))
                    ++comebacks;
            before = now;
        }
        QVERIFY2(changes > 3, "the flight passes names by");
        QCOMPARE(comebacks, 0);
    }

    void standingStillChangesNothing()
    {
        Chooser chooser(manyTowers(200));
        const auto first = chooser.at(camera({0, 0, 400}, -12));
        QCOMPARE(chooser.at(camera({0, 0, 400}, -12)), first);
    }

    void aStreetsNameLiesAlongIt()
    {
        Chooser chooser({streetAt("Lange Straße", {0, 300, 0}, {0.6, 0.8, 0}, 400),
                         streetAt("Stummelgasse", {60, 260, 0}, {1, 0, 0}, 10)});
        const auto labels = chooser.at(camera({0, 250, 300}, -80));
        QCOMPARE(labels.size(), 1U);                                       // the other is longer than its street
        QVERIFY(labels.front().angle < -30 && labels.front().angle > -65); // up to the right, to be read from the left
        const auto turned = camera({0, 250, 300}, -80);
        CameraState fromNorth = turned;
        fromNorth.headingDegrees = 180;
        fromNorth.eye = {0, 350, 300};
        QVERIFY(std::abs(chooser.at(fromNorth).front().angle) <= 90); // never upside down
    }

    void whatIsHiddenHasNoName()
    {
        Chooser chooser({nameAt(NameKind::Landmark, "Turm", {0, 900, 60}, 60)});
        chooser.view.sees = [](const PlaceName&, const services::NameSpot&, const LocalPosition&, bool) {
            return false;
        };
        QVERIFY(chooser.at(camera({0, 0, 100}, -5)).empty());
        chooser.view.sees = nullptr;
        QCOMPARE(chooser.at(camera({0, 0, 100}, -5)).size(), 1U);
    }

    void housesHideWhatStandsBehindThem()
    {
        Box extent;
        extent.include(LocalPosition{-1000, -1000, 0});
        extent.include(LocalPosition{1000, 1000, 0});
        auto skyline = std::make_shared<services::Skyline>(extent, 16);
        Box block;
        block.include(LocalPosition{-50, 400, 0});
        block.include(LocalPosition{50, 440, 80});
        skyline->add(block);
        const NameSight sight(plain(), skyline);
        const LocalPosition eye{0, 0, 60};
        QVERIFY(!sight.sees(eye, {0, 800, 30}, 40, 0));
        QVERIFY2(sight.sees(eye, {0, 800, 150}, 40, 0), "a tower rises above it");
        QVERIFY2(sight.sees(eye, {300, 800, 30}, 40, 0), "beside it the way is free");
        QVERIFY2(sight.sees({0, 0, 400}, {0, 800, 30}, 40, 0), "from above, too");
        QCOMPARE(sight.topAt(0, 420), 80.0);
        QCOMPARE(sight.topAt(500, 0), 0.0);
    }

    void betweenHousesOneSeesAlongTheStreet()
    {
        Box extent;
        extent.include(LocalPosition{-1000, -1000, 0});
        extent.include(LocalPosition{1000, 1000, 0});
        auto skyline = std::make_shared<services::Skyline>(extent, 16);
        Box houses; // on both sides of the street: its cells are theirs
        houses.include(LocalPosition{-400, -16, 0});
        houses.include(LocalPosition{400, 16, 16});
        skyline->add(houses);
        const NameSight sight(plain(), skyline);
        const LocalPosition east{1, 0, 0};
        QVERIFY(sight.seesInto({-300, 0, 150}, {0, 0, 1}, east, 10, 0));
        QVERIFY2(!sight.seesInto({0, -300, 150}, {0, 0, 1}, east, 10, 0), "across, the houses stand before it");
        QVERIFY2(sight.seesInto({0, -60, 300}, {0, 0, 1}, east, 10, 0), "from high above not");
    }
};

QTEST_GUILESS_MAIN(NamesTest)
#include "tst_names.moc"
