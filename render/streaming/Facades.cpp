// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/streaming/Facades.h"

#include "render/streaming/FacePaint.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace twin::render {

namespace {

constexpr float storeyMetres = 3.1f;
constexpr float lowestEaves = 2.3f;   ///< metres: lower ones are fences and steps
constexpr float narrowestWall = 1.9f; ///< metres
constexpr float shedPerimeter = 27;   ///< metres of wall; with one storey: garages and sheds have no windows
constexpr float largePerimeter = 150; ///< metres: offices, schools, halls have wide windows
constexpr int highStoreys = 9;        ///< so do high-rises
constexpr float partOfStorey = 0.2f;  ///< may be missing below the eaves
constexpr int uprightNormal = 16;     ///< of 127
constexpr float atTheEnd = 0.2f;      ///< metres
constexpr float most = 1e30f;

/// Wall triangles that hang together are one wall.
class Walls {
public:
    explicit Walls(std::size_t vertices) : m_root(vertices) { std::iota(m_root.begin(), m_root.end(), 0U); }
    std::uint32_t find(std::uint32_t v)
    {
        while (m_root[v] != v)
            v = m_root[v] = m_root[m_root[v]];
        return v;
    }
    void join(std::uint32_t a, std::uint32_t b) { m_root[find(a)] = find(b); }

private:
    std::vector<std::uint32_t> m_root;
};

struct Wall {
    float alongX = 0, alongY = 0; ///< unit, level
    float from = most, to = -most;
    float low = most;
    float leftTop = -most, rightTop = -most; ///< heights of the eaves at both ends

    [[nodiscard]] bool isSeen() const { return to >= from; }
    [[nodiscard]] float width() const { return to - from; }
    [[nodiscard]] float eaves() const { return std::min(leftTop, rightTop); }
    [[nodiscard]] float along(const TileVertex& v) const { return v.x * alongX + v.y * alongY; }
};

struct House {
    float foot = most;
    float eaves = -most;
    float perimeter = 0;
    float storey = 0; ///< height of one; 0: no windows
    int kind = 0;
};

bool isWall(const TileVertex& v)
{
    return static_cast<FaceClass>(v.faceClass) == FaceClass::Wall && std::abs(int(v.nz)) < uprightNormal &&
           std::abs(int(v.nx)) + std::abs(int(v.ny)) > uprightNormal && v.feature != TileContent::noFeature;
}

class Layout {
public:
    explicit Layout(const TileContent& content)
        : m_content(content),
          m_walls(content.vertices.size()),
          m_byRoot(content.vertices.size()),
          m_houses(content.featureIds.size())
    {
    }

    [[nodiscard]] bool measure()
    {
        joinTriangles();
        for (std::uint32_t i = 0; i < m_content.vertices.size(); ++i)
            stretch(i);
        for (std::uint32_t i = 0; i < m_content.vertices.size(); ++i)
            raise(i);
        for (std::uint32_t i = 0; i < m_content.vertices.size(); ++i)
            if (isPart(i) && m_walls.find(i) == i)
                addToHouse(m_byRoot[i], m_houses[m_content.vertices[i].feature]);
        bool any = false;
        for (std::size_t i = 0; i < m_houses.size(); ++i)
            any = design(m_houses[i], stableHash(m_content.featureIds[i]), useOf(i)) || any;
        return any;
    }

    [[nodiscard]] std::array<float, 2> placeOf(std::uint32_t vertex)
    {
        if (!isPart(vertex))
            return {};
        const TileVertex& v = m_content.vertices[vertex];
        const House& house = m_houses[v.feature];
        const Wall& wall = m_byRoot[m_walls.find(vertex)];
        if (house.storey <= 0 || wall.width() < narrowestWall)
            return {};
        const float storeys = std::floor((wall.eaves() - house.foot) / house.storey + partOfStorey);
        if (storeys < 1)
            return {};
        const float bay = 2.5f + 0.9f * static_cast<float>(house.kind % 16) / 16;
        const float bays = std::clamp(std::round(wall.width() / bay), 1.0f, FacadePlace::bayLimit - 2);
        const float x = std::clamp((wall.along(v) - wall.from) / wall.width(), 0.0f, 1.0f) * bays;
        const float y = std::clamp((v.z - house.foot) / house.storey, 0.0f, FacadePlace::storeyLimit - 1);
        return {x + FacadePlace::bayLimit * std::min(storeys, FacadePlace::storeyLimit - 1),
                y + FacadePlace::storeyLimit * static_cast<float>(house.kind)};
    }

private:
    [[nodiscard]] BuildingUse useOf(std::size_t feature) const
    {
        return feature < m_content.featureUses.size() ? m_content.featureUses[feature] : BuildingUse::Unknown;
    }
    [[nodiscard]] bool isPart(std::uint32_t i) const
    {
        return isWall(m_content.vertices[i]) && m_content.vertices[i].feature < m_houses.size();
    }

    void joinTriangles()
    {
        const auto& indices = m_content.indices;
        for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
            const auto corner = [&](std::size_t k) { return indices[i + k]; };
            if (std::max({corner(0), corner(1), corner(2)}) >= m_content.vertices.size() || !isPart(corner(0)) ||
                !isPart(corner(1)) || !isPart(corner(2)))
                continue;
            m_walls.join(corner(0), corner(1));
            m_walls.join(corner(0), corner(2));
        }
    }

    void stretch(std::uint32_t i)
    {
        if (!isPart(i))
            return;
        const TileVertex& v = m_content.vertices[i];
        Wall& wall = m_byRoot[m_walls.find(i)];
        if (wall.alongX == 0 && wall.alongY == 0) {
            const float length = std::hypot(float(v.nx), float(v.ny));
            wall.alongX = -float(v.ny) / length;
            wall.alongY = float(v.nx) / length;
        }
        wall.from = std::min(wall.from, wall.along(v));
        wall.to = std::max(wall.to, wall.along(v));
        wall.low = std::min(wall.low, v.z);
        m_houses[v.feature].foot = std::min(m_houses[v.feature].foot, v.z);
    }

    void raise(std::uint32_t i)
    {
        if (!isPart(i))
            return;
        const TileVertex& v = m_content.vertices[i];
        Wall& wall = m_byRoot[m_walls.find(i)];
        if (wall.along(v) < wall.from + atTheEnd)
            wall.leftTop = std::max(wall.leftTop, v.z);
        if (wall.along(v) > wall.to - atTheEnd)
            wall.rightTop = std::max(wall.rightTop, v.z);
    }

    static void addToHouse(const Wall& wall, House& house)
    {
        if (!wall.isSeen())
            return;
        house.perimeter += wall.width();
        if (wall.width() >= narrowestWall)
            house.eaves = std::max(house.eaves, wall.eaves());
    }

    static bool design(House& house, std::uint32_t hash, BuildingUse use)
    {
        const float height = house.eaves - house.foot;
        const int storeys = std::max(1, int(std::lround(height / storeyMetres)));
        if (!(height >= lowestEaves) || (storeys == 1 && house.perimeter < shedPerimeter))
            return false;
        house.storey = height / static_cast<float>(storeys);
        house.kind = int(hash % 127U) + 1;
        const bool lived = use == BuildingUse::Dwelling && storeys < highStoreys;
        if (!lived && (storeys >= highStoreys || house.perimeter > largePerimeter))
            house.kind = (house.kind & 127) | FacadePlace::wideWindows;
        house.kind += FacadePlace::useStep * static_cast<int>(use);
        return true;
    }

    const TileContent& m_content;
    Walls m_walls;
    std::vector<Wall> m_byRoot;
    std::vector<House> m_houses;
};

} // namespace

std::vector<std::array<float, 2>> facadesOf(const TileContent& content)
{
    if (!content.textureCoordinates.empty() || !content.instances.matrices.empty() || content.featureIds.empty() ||
        std::none_of(content.vertices.begin(), content.vertices.end(), isWall))
        return {};
    Layout layout(content);
    if (!layout.measure())
        return {};
    std::vector<std::array<float, 2>> places(content.vertices.size());
    for (std::uint32_t i = 0; i < places.size(); ++i)
        places[i] = layout.placeOf(i);
    return places;
}

} // namespace twin::render
