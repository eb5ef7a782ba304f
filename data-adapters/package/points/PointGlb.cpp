// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/points/PointGlb.h"

#include "model/points/PointClass.h"
#include "package/digest/Json.h"
#include "package/points/PointClassRecord.h"
#include "package/tiles/GlbBuffers.h"

#include <algorithm>
#include <cmath>

namespace twin::package {
namespace {

constexpr int positionBits = 16;
constexpr double mostPosition = 65535;
constexpr double overlap = 1.9; ///< of neighbouring points, so that no ground shows between them

/// sRGB colours of classes, after the ASPRS table's usual drawing: ground earthen, plants green, buildings brick.
struct ClassColour {
    std::uint8_t classification;
    std::uint8_t red, green, blue;
};
constexpr std::array classColours{
    ClassColour{2, 168, 140, 104},  ClassColour{3, 160, 190, 110},  ClassColour{4, 110, 168, 84},
    ClassColour{5, 64, 132, 66},    ClassColour{6, 198, 112, 84},   ClassColour{7, 222, 64, 160},
    ClassColour{8, 240, 220, 90},   ClassColour{9, 84, 148, 206},   ClassColour{10, 150, 110, 160},
    ClassColour{11, 132, 132, 138}, ClassColour{12, 190, 170, 200}, ClassColour{13, 240, 200, 120},
    ClassColour{14, 250, 170, 60},  ClassColour{15, 220, 130, 40},  ClassColour{16, 250, 220, 150},
    ClassColour{17, 176, 176, 190}, ClassColour{18, 222, 64, 160},  ClassColour{19, 170, 150, 190},
    ClassColour{20, 150, 126, 98},  ClassColour{21, 236, 240, 246}, ClassColour{22, 200, 200, 160},
};
constexpr ClassColour withoutClass{0, 188, 188, 184};

ClassColour classColour(std::uint8_t classification)
{
    for (const ClassColour& colour : classColours)
        if (colour.classification == classification)
            return colour;
    return withoutClass;
}

/// Bits of three numbers taken in turns: near points come one after the other, and the streams pack well.
std::uint64_t interleaved(std::uint32_t x, std::uint32_t y, std::uint32_t z)
{
    const auto spread = [](std::uint64_t v) { // each bit three places from the next
        v = (v | v << 16) & 0xFF00'00FFULL;
        v = (v | v << 8) & 0x100F'00F0'0F00'F00FULL;
        v = (v | v << 4) & 0x10C3'0C30'C30C'30C3ULL;
        return (v | v << 2) & 0x1249'2492'4924'9249ULL;
    };
    return spread(x) | spread(y) << 1 | spread(z) << 2;
}

struct Quantised {
    std::uint64_t key = 0;
    std::array<std::uint16_t, 3> at{}; ///< East, North, Up in steps from the cell's corner
    std::uint32_t index = 0;
};

std::string stringColumn(const std::vector<std::string>& texts, GlbBuffers& buffers)
{
    std::string values;
    std::string offsets;
    put(offsets, std::uint32_t{0});
    for (const std::string& text : texts) {
        values += text;
        put(offsets, static_cast<std::uint32_t>(values.size()));
    }
    const int valueView = buffers.plainView(values);
    return "{\"values\":" + std::to_string(valueView) +
           ",\"stringOffsets\":" + std::to_string(buffers.plainView(offsets)) + ",\"stringOffsetType\":\"UINT32\"}";
}

/// The classes by id and name as rows of a property table, and what the attributes mean.
std::string metadata(const PointPaint& paint, GlbBuffers& buffers)
{
    std::vector<std::string> ids;
    std::vector<std::string> names;
    for (const std::uint8_t c : paint.classes()) {
        ids.push_back(pointClassId(paint.layer(), c).toStdString());
        names.push_back(pointClassName(c).toStdString());
    }
    const std::string idColumn = stringColumn(ids, buffers);
    const std::string nameColumn = stringColumn(names, buffers);
    return "\"EXT_structural_metadata\":{\"schema\":{\"id\":\"stadtzwilling_points\",\"classes\":{\"pointClass\":{"
           "\"properties\":{\"id\":{\"description\":\"layer and number of the class (ASPRS LAS 1.4)\",\"type\":"
           "\"STRING\"},\"name\":{\"type\":\"STRING\"}}},\"point\":{\"properties\":{\"classification\":{"
           "\"description\":\"class (ASPRS LAS 1.4)\",\"type\":\"SCALAR\",\"componentType\":\"UINT8\"},\"intensity\":{"
           "\"description\":\"of the pulse, no unit\",\"type\":\"SCALAR\",\"componentType\":\"UINT16\"}}}}},"
           "\"propertyTables\":[{\"class\":\"pointClass\",\"count\":" +
           std::to_string(paint.classes().size()) + ",\"properties\":{\"id\":" + idColumn + ",\"name\":" + nameColumn +
           "}}],\"propertyAttributes\":[{\"class\":\"point\",\"properties\":{\"classification\":{\"attribute\":"
           "\"_CLASSIFICATION\"},\"intensity\":{\"attribute\":\"_INTENSITY\"}}}]}";
}

/// The grid that a tile's positions are on: as fine as sixteen bits allow.
struct PositionGrid {
    std::array<std::uint32_t, 3> corner{};
    std::array<std::uint32_t, 3> most{};
    int coarser = 0; ///< a step is 2^coarser millimetres

    explicit PositionGrid(std::span<const StoredPoint> points)
    {
        corner = most = points.front().at;
        for (const StoredPoint& point : points)
            for (std::size_t axis = 0; axis < 3; ++axis) {
                corner[axis] = std::min(corner[axis], point.at[axis]);
                most[axis] = std::max(most[axis], point.at[axis]);
            }
        for (std::size_t axis = 0; axis < 3; ++axis)
            while ((most[axis] - corner[axis]) >> coarser >= (1U << positionBits) - 1)
                ++coarser;
    }
    [[nodiscard]] double stepMetres() const { return 0.001 * static_cast<double>(1U << coarser); }
    [[nodiscard]] std::uint16_t stepsTo(std::uint32_t at, std::size_t axis) const
    {
        const std::uint32_t half = (1U << coarser) >> 1;
        return static_cast<std::uint16_t>((std::uint64_t{at - corner[axis]} + half) >> coarser);
    }
};

std::vector<Quantised> quantised(std::span<const StoredPoint> points, const PositionGrid& grid)
{
    std::vector<Quantised> all(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        Quantised& q = all[i];
        for (std::size_t axis = 0; axis < 3; ++axis)
            q.at[axis] = grid.stepsTo(points[i].at[axis], axis);
        q.key = interleaved(q.at[0], q.at[1], q.at[2]);
        q.index = static_cast<std::uint32_t>(i);
    }
    std::sort(all.begin(), all.end(), [](const Quantised& a, const Quantised& b) {
        return a.key != b.key ? a.key < b.key : a.index < b.index;
    });
    return all;
}

} // namespace

PointPaint::PointPaint(const PointStatistics& statistics, const QString& layer)
    : m_layer(layer), m_bright(statistics.brightIntensity())
{
    m_whitest = statistics.mostColour == 0 ? 0 : statistics.mostColour <= 255 ? 255 : 65535;
    for (std::size_t i = 0; i < statistics.classes.size(); ++i)
        if (statistics.classes[i] > 0)
            m_classes.push_back(static_cast<std::uint8_t>(i));
    m_linear.resize(1024);
    for (std::size_t i = 0; i < m_linear.size(); ++i) { // IEC 61966-2-1: vertex colours are linear in glTF
        const double c = static_cast<double>(i) / 1023;
        m_linear[i] = static_cast<std::uint16_t>(
            std::lround(65535 * (c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4))));
    }
}

std::array<std::uint16_t, 3> PointPaint::colourOf(const StoredPoint& point) const
{
    const auto linear = [this](double share) {
        return m_linear[static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * 1023 + 0.5)];
    };
    if (m_whitest > 0)
        return {linear(double(point.red) / m_whitest), linear(double(point.green) / m_whitest),
                linear(double(point.blue) / m_whitest)};
    const ClassColour colour = classColour(point.classification);
    // What reflects well is a little lighter: roads, roofs and marks can be told apart within a class.
    const double light = 0.72 + 0.4 * std::min(point.intensity / m_bright, 1.0);
    return {linear(colour.red / 255.0 * light), linear(colour.green / 255.0 * light),
            linear(colour.blue / 255.0 * light)};
}

PointTile encodePoints(std::span<const StoredPoint> points, const PointOrigin& origin, double spacingMetres,
                       const PointPaint& paint)
{
    const PositionGrid grid(points);
    const std::vector<Quantised> order = quantised(points, grid);
    const double step = grid.stepMetres();
    std::array<std::uint8_t, 256> rows{};
    for (std::size_t i = 0; i < paint.classes().size(); ++i)
        rows[paint.classes()[i]] = static_cast<std::uint8_t>(i);

    std::string positions;
    std::string colours;
    std::string features;
    std::string classes;
    std::string intensities;
    std::array<std::uint16_t, 3> least{65535, 65535, 65535};
    std::array<std::uint16_t, 3> most{};
    for (const Quantised& q : order) {
        const StoredPoint& point = points[q.index];
        const std::array<std::uint16_t, 3> yUp{q.at[0], q.at[2], static_cast<std::uint16_t>(65535 - q.at[1])};
        const std::array<std::uint16_t, 3> colour = paint.colourOf(point);
        for (std::size_t axis = 0; axis < 3; ++axis) {
            put(positions, yUp[axis]);
            put(colours, colour[axis]);
            least[axis] = std::min(least[axis], yUp[axis]);
            most[axis] = std::max(most[axis], yUp[axis]);
        }
        put(positions, std::uint16_t{0});
        put(colours, std::uint16_t{0});
        put(features, std::uint32_t{rows[point.classification]});
        put(classes, std::uint32_t{point.classification});
        put(intensities, std::uint32_t{point.intensity});
    }

    PointTile tile;
    const auto middle = [&grid](std::size_t axis) { return 0.5 * (double(grid.corner[axis]) + grid.most[axis]); };
    tile.centre = origin.toRegion(middle(0), middle(1), middle(2));
    const ProjectedPosition corner = origin.toRegion(grid.corner[0], grid.corner[1], grid.corner[2]);
    const LocalPosition shift{corner.eastingMetres - tile.centre.eastingMetres,
                              corner.northingMetres - tile.centre.northingMetres,
                              corner.heightMetres - tile.centre.heightMetres};
    const auto reach = [&](const std::array<std::uint16_t, 3>& at, double slack) {
        return shift + LocalPosition{at[0] * step + slack, (mostPosition - at[2]) * step - slack, at[1] * step + slack};
    };
    tile.box.include(reach(least, -step));
    tile.box.include(reach(most, step));

    GlbBuffers buffers;
    const auto vector = [](const std::array<std::uint16_t, 3>& v) {
        return '[' + std::to_string(v[0]) + ',' + std::to_string(v[1]) + ',' + std::to_string(v[2]) + ']';
    };
    const std::string shortType = "\"componentType\":" + std::to_string(componentUshort);
    const std::string byteScalar = "\"componentType\":" + std::to_string(componentByte + 1) + ",\"type\":\"SCALAR\"";
    const int positionAccessor =
        buffers.appendAttribute(positions, order.size(), 8,
                                shortType + ",\"type\":\"VEC3\",\"min\":" + vector(least) + ",\"max\":" + vector(most));
    const int colourAccessor =
        buffers.appendAttribute(colours, order.size(), 8, shortType + ",\"normalized\":true,\"type\":\"VEC3\"");
    const int featureAccessor = buffers.appendAttribute(features, order.size(), 4, byteScalar);
    const int classAccessor = buffers.appendAttribute(classes, order.size(), 4, byteScalar);
    const int intensityAccessor =
        buffers.appendAttribute(intensities, order.size(), 4, shortType + ",\"type\":\"SCALAR\"");
    const std::string metadataJson = metadata(paint, buffers);
    tile.glb = glbFile(
        "{\"asset\":{\"version\":\"2.0\",\"generator\":\"Stadtzwilling\"},\"extensionsUsed\":["
        "\"EXT_meshopt_compression\",\"KHR_mesh_quantization\",\"EXT_mesh_features\",\"EXT_structural_metadata\"],"
        "\"extensionsRequired\":[\"EXT_meshopt_compression\",\"KHR_mesh_quantization\"],\"scene\":0,\"scenes\":[{"
        "\"nodes\":[0]}],\"nodes\":[{\"mesh\":0,\"translation\":[" +
            jsonExact(shift.x) + ',' + jsonExact(shift.z) + ',' + jsonExact(-shift.y - mostPosition * step) +
            "],\"scale\":[" + jsonExact(step) + ',' + jsonExact(step) + ',' + jsonExact(step) +
            "]}],\"meshes\":[{\"primitives\":[{\"mode\":0,\"material\":0,\"attributes\":{\"POSITION\":" +
            std::to_string(positionAccessor) + ",\"COLOR_0\":" + std::to_string(colourAccessor) +
            ",\"_FEATURE_ID_0\":" + std::to_string(featureAccessor) + ",\"_CLASSIFICATION\":" +
            std::to_string(classAccessor) + ",\"_INTENSITY\":" + std::to_string(intensityAccessor) +
            "},\"extensions\":{\"EXT_mesh_features\":{\"featureIds\":[{\"featureCount\":" +
            std::to_string(paint.classes().size()) +
            ",\"attribute\":0,\"propertyTable\":0}]},\"EXT_structural_metadata\":{\"propertyAttributes\":[0]}},"
            "\"extras\":{\"pointSizeMetres\":" +
            jsonExact(overlap * spacingMetres) +
            "}}]}],\"materials\":[{\"name\":\"Points\",\"pbrMetallicRoughness\":{\"metallicFactor\":0,"
            "\"roughnessFactor\":1}}],\"accessors\":[" +
            buffers.accessors() + "],\"bufferViews\":[" + buffers.views() + "],\"buffers\":[{\"byteLength\":" +
            std::to_string(buffers.bytes().size()) + "},{\"byteLength\":" + std::to_string(buffers.fallbackBytes()) +
            ",\"extensions\":{\"EXT_meshopt_compression\":{\"fallback\":true}}}],\"extensions\":{" + metadataJson +
            "}}",
        buffers.bytes());
    return tile;
}

} // namespace twin::package
