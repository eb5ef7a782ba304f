// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/quality/QualityInspection.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace twin::services {
namespace {

constexpr std::size_t mostUnknown = 1000;

/// Issues of readers after which a surface is missing.
bool costsSurface(const QString& reason)
{
    constexpr std::array reasons{"ring.too-few-points", "ring.odd-coordinates",    "number.invalid",
                                 "polygon.empty",       "polygon.coordinates",     "crs.missing",
                                 "crs.unknown",         "crs.transform-failed",    "xlink.external",
                                 "xlink.unresolved",    "geometry.vertex-missing", "geometry.malformed"};
    return std::any_of(reasons.begin(), reasons.end(), [&](const char* r) { return reason == QLatin1String(r); });
}

/// A coded attribute that kept its number: no list knows it. Words are free text, which is allowed.
bool isUnknownCode(const Attribute& attribute)
{
    constexpr std::array coded{"function", "usage", "class", "roofType", "species", "surfaceMaterial", "waterLevel"};
    const auto isDigit = [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'_'; };
    return attribute.code.isEmpty() && !attribute.value.isEmpty() &&
           std::all_of(attribute.value.begin(), attribute.value.end(), isDigit) &&
           std::any_of(coded.begin(), coded.end(), [&](const char* n) { return attribute.name == QLatin1String(n); });
}

void addUp(const std::map<QString, qint64>& counts, std::map<QString, qint64>& all)
{
    for (const auto& [name, count] : counts)
        if (all.size() < mostUnknown || all.contains(name))
            all[name] += count;
}

bool comesBefore(const GeometryFinding& a, const GeometryFinding& b)
{
    return std::tie(a.source, a.line, a.object, a.surface, a.lod, a.place.eastingMetres, a.place.northingMetres) <
           std::tie(b.source, b.line, b.object, b.surface, b.lod, b.place.eastingMetres, b.place.northingMetres);
}

void keepFirst(std::vector<GeometryFinding>& findings)
{
    std::sort(findings.begin(), findings.end(), comesBefore);
    if (findings.size() > QualityInspection::mostFindings)
        findings.resize(QualityInspection::mostFindings);
}

/// Which top-level objects of a batch lack surfaces: the last one that begins at or before such an issue's line, or the
/// one of its id.
std::vector<char> completeOnes(const CityObjectBatch& batch)
{
    std::vector<char> complete(batch.objects.size(), 1);
    std::vector<std::pair<qint64, std::size_t>> starts;
    for (const Issue& issue : batch.issues) {
        if (!costsSurface(issue.reason))
            continue;
        if (starts.empty()) {
            for (std::size_t i = 0; i < batch.objects.size(); ++i)
                starts.emplace_back(batch.objects[i].where.line, i);
            std::sort(starts.begin(), starts.end());
        }
        const auto after = std::upper_bound(starts.begin(), starts.end(),
                                            std::pair{issue.where.line, std::size_t(batch.objects.size())});
        if (after != starts.begin())
            complete[(after - 1)->second] = 0;
    }
    return complete;
}

} // namespace

void QualityInspection::look(const CityObjectBatch& batch)
{
    const std::vector<char> complete = completeOnes(batch);
    std::unique_ptr<Checks> checks = borrowChecks();
    Yield yield;
    for (std::size_t i = 0; i < batch.objects.size(); ++i)
        lookAt(batch.objects[i], batch.sourceIndex, complete[i] != 0, *checks, yield);
    take(std::move(yield));
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(std::move(checks));
}

std::unique_ptr<QualityInspection::Checks> QualityInspection::borrowChecks()
{
    const std::lock_guard lock(m_mutex);
    if (m_idle.empty())
        return std::make_unique<Checks>();
    std::unique_ptr<Checks> checks = std::move(m_idle.back());
    m_idle.pop_back();
    return checks;
}

void QualityInspection::add(const package::GeometryFault& fault, const CityObject& object, int source, Yield& yield)
{
    GeometryFinding& finding = yield.findings[{fault.code, fault.cornersOnly}].emplace_back();
    finding.code = fault.code;
    finding.source = source;
    finding.line = fault.surface != nullptr && fault.surface->line > 0 ? fault.surface->line : object.where.line;
    finding.object = object.id;
    if (fault.surface != nullptr) {
        finding.surface = fault.surface->id;
        finding.lod = fault.surface->lod;
    }
    finding.place = fault.place;
    finding.metres = fault.metres;
    finding.count = fault.count;
    finding.cornersOnly = fault.cornersOnly;
}

void QualityInspection::lookAt(const CityObject& top, int source, bool isComplete, Checks& checks, Yield& yield)
{
    if (isComplete)
        for (const package::PartOverlapFault& overlap : checks.parts.check(top))
            add(overlap.fault, *overlap.part, source, yield);
    std::vector<const CityObject*> open{&top};
    while (!open.empty()) {
        const CityObject& object = *open.back();
        open.pop_back();
        for (const CityObject& child : object.children)
            open.push_back(&child);
        if (object.type == CityObjectType::Unknown && !object.className.isEmpty())
            ++yield.unknown[object.className];
        for (const Attribute& attribute : object.attributes)
            if (isUnknownCode(attribute))
                ++yield.codes[typeName(object.type) + QLatin1Char('.') + attribute.name + QLatin1Char(' ') +
                              attribute.value];
        std::set<Lod> lods;
        for (const Surface& surface : object.surfaces)
            if (lods.empty() || *lods.rbegin() != surface.lod)
                lods.insert(surface.lod);
        for (const ShapeInstance& instance : object.instances)
            lods.insert(instance.lod);
        if (lods.empty())
            for (const Curve& curve : object.curves)
                lods.insert(curve.lod);
        for (const Lod lod : lods)
            ++yield.levels[{object.type, lod}];
        for (const package::GeometryFault& fault : checks.geometry.check(object, isComplete))
            add(fault, object, source, yield);
        yield.tally.add(checks.geometry.tally());
    }
}

void QualityInspection::take(Yield&& yield)
{
    const std::lock_guard lock(m_mutex);
    m_tally.add(yield.tally);
    for (const auto& [level, count] : yield.levels)
        m_levels[level] += count;
    addUp(yield.unknown, m_unknown);
    addUp(yield.codes, m_codes);
    for (auto& [kind, found] : yield.findings) {
        m_counts[kind] += qint64(found.size());
        std::vector<GeometryFinding>& all = m_findings[kind];
        all.insert(all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
        if (all.size() > 2 * mostFindings)
            keepFirst(all);
    }
}

std::vector<GeometryFinding> QualityInspection::findings(const Kind& kind) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_findings.find(kind);
    if (found == m_findings.end())
        return {};
    std::vector<GeometryFinding> sorted = found->second;
    keepFirst(sorted);
    return sorted;
}

} // namespace twin::services
