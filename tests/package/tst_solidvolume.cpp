// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/geometry/SolidVolume.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QTest>

using namespace twin;

namespace {

constexpr ProjectedPosition place{393000, 5707000, 80};

using Ring = std::vector<std::array<double, 3>>; ///< metres from `place`

Polygon polygon(const std::vector<Ring>& rings)
{
    Polygon polygon;
    for (const Ring& ring : rings) {
        polygon.ringStarts.push_back(static_cast<std::uint32_t>(polygon.points.size()));
        for (const auto& p : ring)
            polygon.points.push_back(
                {place.eastingMetres + p[0], place.northingMetres + p[1], place.heightMetres + p[2]});
    }
    return polygon;
}

/// The six sides of a box, facing outwards.
std::vector<Polygon> box(double x, double y, double z)
{
    return {polygon({{{0, 0, 0}, {0, y, 0}, {x, y, 0}, {x, 0, 0}}}),
            polygon({{{0, 0, z}, {x, 0, z}, {x, y, z}, {0, y, z}}}),
            polygon({{{0, 0, 0}, {x, 0, 0}, {x, 0, z}, {0, 0, z}}}),
            polygon({{{x, 0, 0}, {x, y, 0}, {x, y, z}, {x, 0, z}}}),
            polygon({{{x, y, 0}, {0, y, 0}, {0, y, z}, {x, y, z}}}),
            polygon({{{0, y, 0}, {0, 0, 0}, {0, 0, z}, {0, y, z}}})};
}

std::optional<double> volumeOf(const std::vector<Polygon>& shell)
{
    package::SolidVolume volume;
    volume.clear(place);
    for (const Polygon& surface : shell)
        volume.add(surface);
    return volume.cubicMetres();
}

} // namespace

class SolidVolumeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void closedShells()
    {
        QVERIFY(std::abs(volumeOf(box(10, 8, 6)).value() - 480) < 1e-6);
        // Inside out it is the same solid.
        std::vector<Polygon> turned = box(10, 8, 6);
        for (Polygon& side : turned)
            std::reverse(side.points.begin(), side.points.end());
        QVERIFY(std::abs(volumeOf(turned).value() - 480) < 1e-6);
    }

    void holesSubtract()
    {
        // A shaft of 2 × 2 m through the box.
        const Ring outerLow{{0, 0, 0}, {0, 8, 0}, {10, 8, 0}, {10, 0, 0}},
            outerHigh{{0, 0, 6}, {10, 0, 6}, {10, 8, 6}, {0, 8, 6}};
        const Ring holeLow{{3, 3, 0}, {5, 3, 0}, {5, 5, 0}, {3, 5, 0}},
            holeHigh{{3, 3, 6}, {3, 5, 6}, {5, 5, 6}, {5, 3, 6}};
        std::vector<Polygon> shell = box(10, 8, 6);
        shell[0] = polygon({outerLow, holeLow});
        shell[1] = polygon({outerHigh, holeHigh});
        shell.push_back(polygon({{{3, 3, 0}, {3, 3, 6}, {5, 3, 6}, {5, 3, 0}}}));
        shell.push_back(polygon({{{5, 3, 0}, {5, 3, 6}, {5, 5, 6}, {5, 5, 0}}}));
        shell.push_back(polygon({{{5, 5, 0}, {5, 5, 6}, {3, 5, 6}, {3, 5, 0}}}));
        shell.push_back(polygon({{{3, 5, 0}, {3, 5, 6}, {3, 3, 6}, {3, 3, 0}}}));
        QVERIFY(volumeOf(shell).has_value());
        QVERIFY(std::abs(*volumeOf(shell) - (480 - 24)) < 1e-6);
    }

    void cornersMayLieOnEdges()
    {
        // One wall in two pieces: its corners lie on the edges of floor and roof, 2 mm beside the line.
        std::vector<Polygon> shell = box(10, 8, 6);
        shell[2] = polygon({{{0, 0, 0}, {4, 0.002, 0}, {4, 0, 6}, {0, 0, 6}}});
        shell.push_back(polygon({{{4, 0.002, 0}, {10, 0, 0}, {10, 0, 6}, {4, 0, 6}}}));
        QVERIFY(volumeOf(shell).has_value());
        QVERIFY(std::abs(*volumeOf(shell) - 480) < 0.2);
    }

    void openOrTurnedShellsHaveNone()
    {
        for (std::size_t missing = 0; missing < 6; ++missing) {
            std::vector<Polygon> shell = box(10, 8, 6);
            shell.erase(shell.begin() + static_cast<std::ptrdiff_t>(missing));
            QVERIFY(!volumeOf(shell));
            shell = box(10, 8, 6);
            std::reverse(shell[missing].points.begin(), shell[missing].points.end());
            QVERIFY(!volumeOf(shell));
        }
        QVERIFY(!volumeOf({}));
        const Ring sheet{{0, 0, 0}, {4, 0, 0}, {4, 4, 0}}; // closed, but nothing in it
        QVERIFY(!volumeOf({polygon({sheet}), polygon({{sheet[2], sheet[1], sheet[0]}})}));
        std::vector<Polygon> gap = box(10, 8, 6); // a corner 2 cm off
        gap[1].points[0].heightMetres += 0.02;
        QVERIFY(!volumeOf(gap));
        gap[1].points[0].heightMetres = std::nan("");
        QVERIFY(!volumeOf(gap));
    }
};

QTEST_APPLESS_MAIN(SolidVolumeTest)
#include "tst_solidvolume.moc"
