// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/quality/GeometryCheck.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace twin::package {
namespace {

ProjectedPosition firstPlace(const CityObject& object)
{
    for (const Surface& surface : object.surfaces)
        for (const ProjectedPosition& p : surface.polygon.points)
            if (std::isfinite(p.eastingMetres) && std::isfinite(p.northingMetres) && std::isfinite(p.heightMetres))
                return p;
    return {};
}

bool isOpening(const CityObject& object)
{
    return object.type == CityObjectType::Window || object.type == CityObjectType::Door;
}

} // namespace

void GeometryTally::add(const GeometryTally& other)
{
    polygons += other.polygons;
    solids += other.solids;
    goodSolids += other.goodSolids;
    skippedSolids += other.skippedSolids;
}

const std::vector<GeometryFault>& GeometryCheck::check(const CityObject& object, bool isComplete)
{
    m_faults.clear();
    m_tally = {};
    m_order.clear();
    m_isGood.assign(object.surfaces.size(), 0);
    m_origin = firstPlace(object);
    for (std::uint32_t i = 0; i < object.surfaces.size(); ++i) {
        const Surface& surface = object.surfaces[i];
        m_isGood[i] = checkSurface(surface) ? 1 : 0;
        if (surface.solid >= 0)
            m_order.push_back({surface.lod, ShellNumber::of(surface.solid), i});
    }
    std::sort(m_order.begin(), m_order.end(), [](const Shell& a, const Shell& b) {
        return std::tie(a.lod, a.number, a.surface) < std::tie(b.lod, b.number, b.surface);
    });
    checkSolids(object, isComplete);
    return m_faults;
}

template <class Alike> std::size_t GeometryCheck::endOf(std::size_t begin, std::size_t end, const Alike& alike) const
{
    std::size_t next = begin;
    while (next < end && m_order[next].lod == m_order[begin].lod && alike(m_order[begin].number, m_order[next].number))
        ++next;
    return next;
}

/// Solids one by one; those of a composite then against each other, if each is right by itself.
void GeometryCheck::checkSolids(const CityObject& object, bool isComplete)
{
    const auto isSameSolid = [](const ShellNumber& a, const ShellNumber& b) { return a.isSameSolid(b); };
    const auto isSameComposite = [](const ShellNumber& a, const ShellNumber& b) { return a.composite == b.composite; };
    for (std::size_t begin = 0, end = 0; begin < m_order.size(); begin = end) {
        end = endOf(begin, m_order.size(), isSameComposite);
        bool allGood = true;
        std::size_t solids = 0;
        for (std::size_t first = begin, last = begin; first < end; first = last, ++solids) {
            last = endOf(first, end, isSameSolid);
            const bool areGood =
                std::all_of(m_order.begin() + std::ptrdiff_t(first), m_order.begin() + std::ptrdiff_t(last),
                            [this](const Shell& s) { return m_isGood[s.surface] != 0; });
            if (!isComplete || !areGood)
                ++m_tally.skippedSolids;
            allGood &= isComplete && areGood && checkSolid(object, first, last);
        }
        if (allGood && solids > 1 && m_order[begin].number.composite > 0)
            compareShells(object, begin, end, false);
    }
}

/// @returns whether nothing is wrong with its shells.
bool GeometryCheck::checkSolid(const CityObject& object, std::size_t begin, std::size_t end)
{
    const auto isSameShell = [](const ShellNumber& a, const ShellNumber& b) { return a.cavity == b.cavity; };
    const std::size_t before = m_faults.size();
    std::size_t shells = 0;
    for (std::size_t first = begin, last = begin; first < end; first = last, ++shells) {
        last = endOf(first, end, isSameShell);
        checkShell(object, first, last);
    }
    if (shells > 1 && m_faults.size() == before)
        compareShells(object, begin, end, true);
    ++m_tally.solids;
    m_tally.goodSolids += m_faults.size() == before ? 1 : 0;
    return m_faults.size() == before;
}

void GeometryCheck::compareShells(const CityObject& object, std::size_t begin, std::size_t end, bool isOneSolid)
{
    const auto isSameShell = [](const ShellNumber& a, const ShellNumber& b) {
        return a.isSameSolid(b) && a.cavity == b.cavity;
    };
    m_solids.clear();
    std::vector<std::size_t> starts;
    for (std::size_t first = begin, last = begin; first < end; first = last) {
        last = endOf(first, end, isSameShell);
        takeFaces(object, first, last);
        m_solids.add(m_faces, m_origin, std::size_t(m_order[first].number.solid));
        starts.push_back(first);
    }
    for (const SolidFault& fault : isOneSolid ? m_solids.checkShells() : m_solids.checkSolids()) {
        GeometryFault& out = m_faults.emplace_back();
        out.code = fault.code;
        out.surface = &object.surfaces[m_order[starts[fault.shell] + fault.face].surface];
        out.place = toProjected(fault.place);
    }
}

bool GeometryCheck::checkSurface(const Surface& surface)
{
    ++m_tally.polygons;
    const std::vector<PolygonFault>& faults = m_polygons.check(surface.polygon, m_origin);
    for (const PolygonFault& fault : faults) {
        GeometryFault& out = m_faults.emplace_back();
        out.code = fault.code;
        out.surface = &surface;
        out.place = toProjected(fault.place);
        out.metres = fault.metres;
    }
    return faults.empty();
}

void GeometryCheck::takeFaces(const CityObject& object, std::size_t begin, std::size_t end)
{
    m_faces.clear();
    m_owners.clear();
    for (std::size_t i = begin; i < end; ++i) {
        const Surface& surface = object.surfaces[m_order[i].surface];
        m_faces.push_back(&surface.polygon);
        m_owners.push_back(&surface);
    }
}

void GeometryCheck::checkShell(const CityObject& object, std::size_t begin, std::size_t end)
{
    takeFaces(object, begin, end);
    const bool isCavity = m_order[begin].number.cavity > 0;
    const auto isOpen = [](const std::vector<ShellFault>& faults) {
        return std::any_of(faults.begin(), faults.end(),
                           [](const ShellFault& f) { return f.code == 302 && !f.cornersOnly; });
    };
    const std::vector<ShellFault>* faults = &m_shells.check(m_faces, m_origin, isCavity);
    if (!isCavity && isOpen(*faults)) {
        // The solid of some exporters runs through its windows and doors, which are objects of their own here.
        takeOpenings(object, m_order[begin].lod);
        if (m_faces.size() > end - begin) {
            faults = &m_shells.check(m_faces, m_origin);
            if (isOpen(*faults)) {
                m_faces.resize(end - begin);
                faults = &m_shells.check(m_faces, m_origin);
            }
        }
    }
    for (const ShellFault& fault : *faults) {
        GeometryFault& out = m_faults.emplace_back();
        out.code = fault.code;
        out.surface = fault.face < m_owners.size() ? m_owners[fault.face] : nullptr;
        out.place = toProjected(fault.place);
        out.count = fault.count;
        out.cornersOnly = fault.cornersOnly;
    }
}

void GeometryCheck::takeOpenings(const CityObject& object, Lod lod)
{
    std::vector<const CityObject*> open{&object};
    while (!open.empty()) {
        const CityObject* next = open.back();
        open.pop_back();
        for (const CityObject& child : next->children) {
            if (!isOpening(child))
                continue;
            open.push_back(&child);
            for (const Surface& surface : child.surfaces)
                if (surface.lod == lod) {
                    m_faces.push_back(&surface.polygon);
                    m_owners.push_back(&surface);
                }
        }
    }
}

ProjectedPosition GeometryCheck::toProjected(const LocalPosition& place) const
{
    return {m_origin.eastingMetres + place.x, m_origin.northingMetres + place.y, m_origin.heightMetres + place.z};
}

} // namespace twin::package
