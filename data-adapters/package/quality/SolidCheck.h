// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Box.h"
#include "package/quality/FlatPolygon.h"

#include <span>
#include <vector>

namespace twin::package {

/// What is wrong with the shells of a solid or the solids of a composite, and where.
struct SolidFault {
    int code = 0;          ///< of val3dity: 401 … 404, 501 … 503; 0: too large to be looked at
    std::size_t shell = 0; ///< the one to look at, as they were added
    std::size_t face = 0;  ///< of that shell
    LocalPosition place;   ///< relative to the origin given
};

/// Tells how the shells of a solid lie to each other, and the solids of a composite, as val3dity does (ISO 19107
/// GM_Solid, GM_CompositeSolid). What gets less than a centimetre into each other only touches. One object a thread.
class SolidCheck {
public:
    void clear() { m_shells.clear(); }
    /// @brief Adds a shell that is valid by itself, and faces as it should: an interior one inwards.
    /// @param solid  which one it belongs to; its exterior shell comes before its interior ones
    void add(std::span<const Polygon* const> faces, const ProjectedPosition& origin, std::size_t solid);

    /// @brief For shells of one solid: 401 … 404. @returns one fault a shell; valid until the next call.
    const std::vector<SolidFault>& checkShells();
    /// @brief For the shells of several solids, each valid by itself: 501 … 503. @returns as above, of one code.
    const std::vector<SolidFault>& checkSolids();

private:
    using Touches = std::vector<std::pair<LocalPosition, LocalPosition>>;
    struct Shell {
        std::size_t solid = 0;
        std::vector<FlatPolygon> faces;
        std::vector<LocalPosition> corners; ///< on whole millimetres, sorted, each once
        Box box;
    };
    struct Body { ///< a solid: its shells, one after another
        std::size_t begin = 0, end = 0;
    };
    struct Meeting {
        bool crosses = false;                     ///< or shares a part of a face
        bool isInside = false, isOutside = false; ///< something of the first in and out of the second
        std::size_t face = 0;                     ///< of the first shell
        LocalPosition place;
    };
    [[nodiscard]] bool isTooLarge() const;
    [[nodiscard]] bool isSame(const Shell& a, const Shell& b) const;
    [[nodiscard]] Meeting meet(const Shell& a, const Shell& b) const;
    [[nodiscard]] bool isInside(const Body& body, const LocalPosition& p) const;
    [[nodiscard]] bool overlaps(const Body& a, const Body& b, SolidFault& fault) const;
    [[nodiscard]] bool areNeighbours(const Body& a, const Body& b) const;
    void checkPair(std::size_t first, std::size_t second);
    void checkConnection();
    [[nodiscard]] std::vector<Body> bodies() const;

    std::vector<Shell> m_shells;
    std::vector<SolidFault> m_faults;
};

} // namespace twin::package
