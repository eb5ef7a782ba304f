// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/SourceCrs.h"

#include <utility>

namespace twin::geo {
namespace {

constexpr std::size_t tableSize = 64; ///< a hostile file states a new name with every polygon

/// EPSG gives geographic CRSs the codes 4001 … 4999 (projected ones among them are named by others, see parseCrs).
bool isGeographic(const Crs& crs)
{
    const int code = crs.horizontal.startsWith(QLatin1String("EPSG:")) ? crs.horizontal.mid(5).toInt() : 0;
    return code > 4000 && code < 5000;
}

/// URNs and URLs prescribe the axis order of the definition: latitude first, except OGC's CRS84.
bool prescribesLatitudeFirst(std::string_view srsName)
{
    const bool strict = srsName.substr(0, 4) == "urn:" || srsName.substr(0, 4) == "http";
    return strict && srsName.find("CRS84") == std::string_view::npos;
}

/// Heights count only where both state them.
bool isSameSystem(std::string_view a, std::string_view b)
{
    const auto parsed = [](std::string_view name) {
        return parseCrs(QString::fromUtf8(name.data(), qsizetype(name.size())));
    };
    const Result<Crs> first = parsed(a);
    const Result<Crs> second = parsed(b);
    return first && second && first->horizontal == second->horizontal &&
           (first->vertical.isEmpty() || second->vertical.isEmpty() || first->vertical == second->vertical);
}

} // namespace

SourceCrs::SourceCrs(Transformer transformer, const Crs& crs, std::string_view srsName)
    : m_transformer(std::move(transformer)),
      m_hasHeightReference(!crs.vertical.isEmpty()),
      m_geographic(isGeographic(crs)),
      m_latitudeFirst(prescribesLatitudeFirst(srsName))
{
}

Result<SourceCrs> SourceCrs::create(std::string_view srsName)
{
    TWIN_TRY(const Crs crs, parseCrs(QString::fromUtf8(srsName.data(), qsizetype(srsName.size()))));
    TWIN_TRY(Transformer transformer, Transformer::toRegion(crs));
    return SourceCrs(std::move(transformer), crs, srsName);
}

Result<void> SourceCrs::toRegion(std::span<ProjectedPosition> points) const
{
    if (points.empty())
        return {};
    if (m_geographic) {
        // Without a prescribed order German data tell by themselves: latitudes (47 … 55) exceed longitudes (5 … 15).
        const bool swap = m_latitudeFirst || points[0].eastingMetres > points[0].northingMetres;
        for (ProjectedPosition& p : points)
            if (swap)
                std::swap(p.eastingMetres, p.northingMetres);
    } else if (m_transformer.isIdentity() && points[0].eastingMetres < 1e6) {
        return {}; // a larger easting carries the zone although the CRS has none: the transformer removes it
    }
    return m_transformer.transform(points);
}

Result<SettledCrs> settleCrs(std::string_view stated, std::string_view option)
{
    SettledCrs settled{std::string(stated.empty() ? option : stated), stated.empty(), false, false, false, false};
    Result<SourceCrs> crs = SourceCrs::create(settled.srsName);
    if (!crs && !stated.empty() && !option.empty()) {
        settled = {std::string(option), true, true, false, false, false};
        crs = SourceCrs::create(settled.srsName);
    }
    if (!crs)
        return failure(std::move(crs).error());
    settled.optionUnused = !stated.empty() && !option.empty() && !settled.replaced && !isSameSystem(stated, option);
    settled.hasHeightReference = crs->hasHeightReference();
    settled.isRegion = crs->isRegion();
    return settled;
}

std::array<double, 4> SourceCrs::axesAt(const ProjectedPosition& place) const
{
    constexpr double step = 100;
    constexpr std::array<double, 4> same{1, 0, 0, 1};
    if (m_geographic || m_transformer.isIdentity())
        return same;
    std::array<ProjectedPosition, 3> points{place, place, place};
    points[1].eastingMetres += step;
    points[2].northingMetres += step;
    if (!m_transformer.transform(points))
        return same;
    return {(points[1].eastingMetres - points[0].eastingMetres) / step,
            (points[2].eastingMetres - points[0].eastingMetres) / step,
            (points[1].northingMetres - points[0].northingMetres) / step,
            (points[2].northingMetres - points[0].northingMetres) / step};
}

const Result<SourceCrs>& CrsTable::find(std::string_view srsName)
{
    for (const auto& entry : m_entries)
        if (entry->srsName == srsName)
            return entry->crs;
    if (m_entries.size() >= tableSize)
        m_entries.pop_back();
    m_entries.push_back(std::make_unique<Entry>(Entry{std::string(srsName), SourceCrs::create(srsName)}));
    return m_entries.back()->crs;
}

} // namespace twin::geo
