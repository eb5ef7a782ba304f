// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/town/TownPlan.h"

namespace twin::demo {

/// The plan of Dortmund: a warped grid with the streets' real names within the Wallring, rings and radials around it.
class CityPlan final : public TownPlan {
public:
    CityPlan(const Assets& assets, const std::vector<Link>& links, std::size_t settlement, quint32 seed);

    [[nodiscard]] std::vector<Block> centreBlocks() const override;
    [[nodiscard]] std::vector<Block> ringBlocks(int ring) const override;
    [[nodiscard]] double ringDistance(int ring) const override; ///< of its inner street

private:
    struct Sector {
        double from = 0, to = 0; ///< angles
        int index = 0;
        bool mainFrom = false, mainTo = false;
    };

    [[nodiscard]] Quarter quarterAt(Vec2 p, double beyondWall) const override;
    [[nodiscard]] QByteArray postcodeAt(Vec2 p) const override;
    [[nodiscard]] QByteArray streetName(std::uint64_t key, double beyondWall) const override;
    [[nodiscard]] double favourOf(Vec2 p) const override;
    [[nodiscard]] double wallRadius(double angle) const;
    [[nodiscard]] Vec2 fromPolar(double angle, double beyondWall) const;
    [[nodiscard]] Vec2 fromSquare(double u, double v) const;
    [[nodiscard]] Vec2 warped(Vec2 p) const;
    [[nodiscard]] std::vector<Sector> sectors(int ring) const;
    [[nodiscard]] double boundaryAngle(int ring, int index, int count) const;
    [[nodiscard]] QByteArray ringName(int ring, const Sector& sector) const;
    [[nodiscard]] QByteArray radialName(int ring, double angle, bool isMain, int index) const;

    std::vector<double> m_wallRadii; ///< every 5 degrees
    double m_meanRadius = 0;
};

} // namespace twin::demo
