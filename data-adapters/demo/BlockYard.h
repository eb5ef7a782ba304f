// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Building.h"
#include "demo/Ground.h"
#include "demo/Obstacles.h"
#include "demo/town/TownPlan.h"

#include <optional>

namespace twin::demo {

/// The buildable land of one block while it is being built on.
class BlockYard {
public:
    /// @param land  the block within its building lines
    BlockYard(const Block& block, const Quad& land, const Ground& ground, Obstacles obstacles, Random& random);

    void buildPerimeter();  ///< closed development around a courtyard
    void buildStore();      ///< one building for the whole block with a recessed top
    void buildRows();       ///< terraced houses along the long sides
    void buildDetached();   ///< single houses with garages
    void buildSlabs();      ///< blocks of flats and point towers
    void buildSchool();     ///< three wings around a yard
    void buildHalls();      ///< sheds of trade and industry
    void buildAllotments(); ///< garden houses on small parcels

    [[nodiscard]] std::vector<DemoBuilding> takeBuildings() { return std::move(m_buildings); }

private:
    /// How high and with what roof something is built.
    struct Design {
        int storeys = 1;
        double storeyHeight = 3.1;
        RoofForm roof = RoofForm::Flat;
        double pitchDegrees = 40;
        QByteArray function = "31001_1010";
    };
    /// A side of the land with the coordinates along it.
    struct Line {
        Vec2 origin, along;
        double length = 0;
        std::size_t side = 0;
        [[nodiscard]] Vec2 at(double x, double depth) const { return origin + along * x + left(along) * depth; }
        [[nodiscard]] Quad lot(double from, double to, double near, double far) const
        {
            return {at(from, near), at(to, near), at(to, far), at(from, far)};
        }
    };

    [[nodiscard]] Line lineOf(const Quad& quad, std::size_t side) const;
    [[nodiscard]] std::size_t longestSide() const;
    [[nodiscard]] bool fits(const Quad& quad) const;
    [[nodiscard]] double lowestGround(const Quad& quad) const;
    [[nodiscard]] Part partOf(const Quad& quad, const Design& design, double ground) const;
    /// @brief Builds a house if nothing is in its way. @returns it, to add parts; null when there is no room.
    DemoBuilding* add(const Quad& quad, const Design& design);
    DemoBuilding* addSolid(Solid&& solid, RoofForm roof, Vec2 place, double radius, const Design& design);
    void addressAt(DemoBuilding* building, std::size_t side, int number);
    void addPerimeterSide(const Line& line, const Quad& court, double depth, const Design& base);
    void addWing(DemoBuilding& house, const Line& line, double from, double to, double depth, const Quad& court,
                 const Design& design);
    void addCourtGarages(const Quad& court);
    void addGarage(const Quad& quad);
    [[nodiscard]] Design townHouse() const;
    [[nodiscard]] RoofForm townRoof() const;
    [[nodiscard]] QByteArray townFunction() const;

    const Block& m_block;
    Quad m_land;
    const Ground& m_ground;
    Obstacles m_obstacles;
    Random& m_random;
    std::vector<DemoBuilding> m_buildings;
    std::uint64_t m_count = 0; ///< of ids given out, also to what was not built
};

} // namespace twin::demo
