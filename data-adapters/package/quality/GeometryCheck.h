// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/geometry/ShellNumber.h"
#include "package/quality/PolygonCheck.h"
#include "package/quality/ShellCheck.h"
#include "package/quality/SolidCheck.h"

namespace twin::package {

/// What is wrong with the geometry of a city object, and where.
struct GeometryFault {
    int code = 0;                     ///< of val3dity; 0: could not be checked
    const Surface* surface = nullptr; ///< to look at; of a shell the first that matters
    ProjectedPosition place;
    double metres = -1;       ///< 203: distance from the plane; else −1
    qint64 count = 1;         ///< edges, faces or parts concerned
    bool cornersOnly = false; ///< 302: closes where corners may lie on the edges of others
};

/// How much was looked at.
struct GeometryTally {
    qint64 polygons = 0;
    qint64 solids = 0;        ///< whose shells were looked at
    qint64 goodSolids = 0;    ///< of them without any fault
    qint64 skippedSolids = 0; ///< with a faulty or missing polygon: val3dity's rule, a shell is made of valid ones

    void add(const GeometryTally& other);
};

/// Validates polygons and the solids they bound in all levels of detail, as val3dity does (see val3dityCodes() for what
/// is looked for). Pure work on memory; one object a thread.
class GeometryCheck {
public:
    /// @brief Looks at the object's own surfaces, not at its children's.
    /// @param isComplete  false: polygons of it are known to be missing, so that its shells say nothing
    /// @returns the faults; valid until the next call. Pointers into `object`.
    const std::vector<GeometryFault>& check(const CityObject& object, bool isComplete);
    [[nodiscard]] const GeometryTally& tally() const { return m_tally; }

private:
    struct Shell {
        Lod lod;
        ShellNumber number;
        std::uint32_t surface; ///< one entry a surface, sorted
    };
    bool checkSurface(const Surface& surface);
    void checkSolids(const CityObject& object, bool isComplete);
    [[nodiscard]] bool checkSolid(const CityObject& object, std::size_t begin, std::size_t end);
    void checkShell(const CityObject& object, std::size_t begin, std::size_t end);
    void compareShells(const CityObject& object, std::size_t begin, std::size_t end, bool isOneSolid);
    void takeFaces(const CityObject& object, std::size_t begin, std::size_t end);
    /// @returns where the entries end that are alike with that at `begin`.
    template <class Alike>
    [[nodiscard]] std::size_t endOf(std::size_t begin, std::size_t end, const Alike& alike) const;
    void takeOpenings(const CityObject& object, Lod lod);
    [[nodiscard]] ProjectedPosition toProjected(const LocalPosition& place) const;

    PolygonCheck m_polygons;
    ShellCheck m_shells;
    SolidCheck m_solids;
    GeometryTally m_tally;
    ProjectedPosition m_origin;
    std::vector<GeometryFault> m_faults;
    std::vector<Shell> m_order;
    std::vector<char> m_isGood; ///< of each surface
    std::vector<const Polygon*> m_faces;
    std::vector<const Surface*> m_owners;
};

} // namespace twin::package
