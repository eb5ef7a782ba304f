// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cityjson/Appearances.h"
#include "geo/SourceCrs.h"
#include "model/CityObject.h"

#include <limits>
#include <span>

namespace twin::cityjson {

/// "transform" (CityJSON 2.0 §4): coordinates = vertex × scale + translation.
struct Quantisation {
    std::array<double, 3> scale{1, 1, 1};
    std::array<double, 3> translate{0, 0, 0};
};

/// A vertex that cannot be used.
inline constexpr ProjectedPosition nowhere{std::numeric_limits<double>::quiet_NaN(),
                                           std::numeric_limits<double>::quiet_NaN(),
                                           std::numeric_limits<double>::quiet_NaN()};

/// A geometry template, or a null shape where it is none.
struct Template {
    std::shared_ptr<const ShapeTemplate> shape;
    Lod lod = 0;
};

/// The vertices that boundaries refer to by number.
struct VertexPool {
    std::vector<ProjectedPosition> points; ///< region CRS; NaN: not usable
    std::vector<ProjectedPosition> stated; ///< in the source's CRS, where instances need them; else empty
};

/// What all objects of a file share. Immutable while objects are read, but for the pool.
struct FileFacts {
    QString path;
    QString baseName;
    std::string srsName;
    Quantisation quantisation;
    std::vector<Template> templates;
    bool keepsStated = false; ///< VertexPool::stated is filled
};

/// What the geometries of one document or feature refer to.
struct Surroundings {
    const FileFacts& facts;
    const VertexPool& vertices;
    const AppearanceTable& appearance;
};

/// Collects what is wrong with one object; a hostile one may have millions of faults, so there is a limit to an object.
class Faults {
public:
    Faults(std::vector<Issue>& issues, SourceLocation where) : m_issues(issues), m_where(std::move(where)) {}
    void add(const char* reason, const QString& detail = {})
    {
        if (m_left-- > 0)
            m_issues.push_back({QLatin1String(reason), detail, m_where});
    }
    [[nodiscard]] const SourceLocation& where() const { return m_where; }

private:
    std::vector<Issue>& m_issues;
    SourceLocation m_where;
    int m_left = 1000;
};

/// @brief Turns vertices as stated into coordinates of the region, in place. Those that cannot be become NaN.
/// @param stated  gets the source's coordinates; null: not wanted
/// @returns how many cannot be converted
std::size_t placeVertices(std::span<ProjectedPosition> vertices, const Quantisation& quantisation,
                          const geo::SourceCrs& crs, ProjectedPosition* stated);

/// @returns a vertex as stated, [x, y, z]; `nowhere` for anything else.
[[nodiscard]] ProjectedPosition readVertex(const Json& value);

} // namespace twin::cityjson
