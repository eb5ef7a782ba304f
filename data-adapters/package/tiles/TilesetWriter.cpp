// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/tiles/TilesetWriter.h"

#include "geo/Crs.h"
#include "package/digest/Json.h"
#include "package/io/Files.h"

#include <algorithm>
#include <cmath>

namespace twin::package {
namespace {

constexpr double earthRadiusMetres = 6371000;

/// Inverse of an affine map.
Matrix4 inverse(const Matrix4& m)
{
    const auto at = [&m](int r, int c) { return m[static_cast<std::size_t>(c * 4 + r)]; };
    Matrix4 result{};
    const double determinant = at(0, 0) * (at(1, 1) * at(2, 2) - at(1, 2) * at(2, 1)) -
                               at(0, 1) * (at(1, 0) * at(2, 2) - at(1, 2) * at(2, 0)) +
                               at(0, 2) * (at(1, 0) * at(2, 1) - at(1, 1) * at(2, 0));
    for (int r = 0; r < 3; ++r)
        for (int c = 0; c < 3; ++c) {
            const int r1 = (c + 1) % 3;
            const int r2 = (c + 2) % 3;
            const int c1 = (r + 1) % 3;
            const int c2 = (r + 2) % 3;
            result[static_cast<std::size_t>(c * 4 + r)] =
                (at(r1, c1) * at(r2, c2) - at(r1, c2) * at(r2, c1)) / determinant;
        }
    for (std::size_t r = 0; r < 3; ++r)
        result[12 + r] = -(result[r] * m[12] + result[4 + r] * m[13] + result[8 + r] * m[14]);
    result[15] = 1;
    return result;
}

Matrix4 product(const Matrix4& a, const Matrix4& b)
{
    Matrix4 result{};
    for (std::size_t c = 0; c < 4; ++c)
        for (std::size_t r = 0; r < 4; ++r)
            for (std::size_t k = 0; k < 4; ++k)
                result[c * 4 + r] += a[k * 4 + r] * b[c * 4 + k];
    return result;
}

class TilesetJson {
public:
    TilesetJson(const std::vector<TilesetNode>& nodes, const std::vector<Matrix4>& ecefFromTile)
        : m_nodes(nodes), m_ecefFromTile(ecefFromTile)
    {
    }

    std::string write()
    {
        const LocalPosition size = m_nodes.front().box.size();
        m_json = "{\"asset\":{\"version\":\"1.1\",\"generator\":\"Stadtzwilling\"},\"geometricError\":";
        // What is missing when not even the root is drawn is as large as the whole.
        appendJsonNumber(m_json, std::max({size.x, size.y, m_nodes.front().geometricError * 2, 1.0}), 2);
        m_json += ",\"root\":";
        appendTile(0);
        return std::move(m_json += "}\n");
    }

private:
    void appendTile(std::size_t index)
    {
        const TilesetNode& node = m_nodes[index];
        m_json += "{\"boundingVolume\":{\"box\":[";
        const LocalPosition centre = node.box.centre();
        const LocalPosition half = node.box.size() * 0.5;
        const double box[12]{centre.x, centre.y, centre.z, half.x, 0, 0, 0, half.y, 0, 0, 0, half.z};
        appendNumbers(box, 3);
        m_json += "]},\"geometricError\":";
        appendJsonNumber(m_json, node.geometricError, 3);
        if (node.parent < 0)
            m_json += ",\"refine\":\"REPLACE\"";
        const Matrix4 transform =
            node.parent < 0
                ? m_ecefFromTile[index]
                : product(inverse(m_ecefFromTile[static_cast<std::size_t>(node.parent)]), m_ecefFromTile[index]);
        m_json += ",\"transform\":[";
        appendNumbers(transform, -1);
        m_json += ']';
        if (!node.uri.isEmpty()) {
            m_json += ",\"content\":{\"uri\":";
            appendJsonText(m_json, node.uri);
            m_json += '}';
        }
        if (!node.children.empty()) {
            m_json += ",\"children\":[";
            for (std::size_t i = 0; i < node.children.size(); ++i) {
                m_json += i > 0 ? ",\n" : "\n";
                appendTile(static_cast<std::size_t>(node.children[i]));
            }
            m_json += ']';
        }
        m_json += '}';
    }

    template <class Numbers> void appendNumbers(const Numbers& numbers, int decimals)
    {
        bool first = true;
        for (const double value : numbers) {
            if (!first)
                m_json += ',';
            first = false;
            if (decimals < 0)
                appendJsonExact(m_json, value);
            else
                appendJsonNumber(m_json, value, decimals);
        }
    }

    const std::vector<TilesetNode>& m_nodes;
    const std::vector<Matrix4>& m_ecefFromTile;
    std::string m_json;
};

} // namespace

void encloseChildren(std::vector<TilesetNode>& nodes)
{
    for (std::size_t i = nodes.size(); i-- > 1;) {
        const TilesetNode& child = nodes[i];
        TilesetNode& parent = nodes[static_cast<std::size_t>(child.parent)];
        const LocalPosition shift{child.centre.eastingMetres - parent.centre.eastingMetres,
                                  child.centre.northingMetres - parent.centre.northingMetres,
                                  child.centre.heightMetres - parent.centre.heightMetres};
        const double distance = std::hypot(shift.x, shift.y) + std::hypot(child.box.size().x, child.box.size().y);
        const double sagitta = distance * distance / earthRadiusMetres + 0.01;
        parent.box.include(child.box.min + shift - LocalPosition{sagitta, sagitta, sagitta});
        parent.box.include(child.box.max + shift + LocalPosition{sagitta, sagitta, sagitta});
        parent.geometricError = std::max(parent.geometricError, child.geometricError);
    }
}

Result<void> writeTileset(const QString& path, const std::vector<TilesetNode>& nodes,
                          const std::optional<Undulation>& undulation)
{
    if (nodes.empty())
        return {};
    TWIN_TRY(const geo::Geocentric geocentric,
             undulation ? geo::Geocentric::create(*undulation) : geo::Geocentric::create());
    std::vector<Matrix4> ecefFromTile;
    ecefFromTile.reserve(nodes.size());
    for (const TilesetNode& node : nodes)
        ecefFromTile.push_back(geocentric.ecefFromLocal(node.centre));
    return writeFile(path, TilesetJson(nodes, ecefFromTile).write(), true);
}

} // namespace twin::package
