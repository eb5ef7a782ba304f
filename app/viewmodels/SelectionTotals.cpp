// SPDX-License-Identifier: GPL-3.0-or-later
#include "SelectionTotals.h"

#include "Format.h"

#include <algorithm>
#include <set>

#include <QCoreApplication>

namespace twin {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::SelectionTotals)
};

void collectParts(const ObjectTree& tree, std::set<QString>& ids)
{
    for (const ObjectTree& part : tree.parts) {
        ids.insert(part.record.id);
        collectParts(part, ids);
    }
}

/// "für 4 von 5 Objekten" where some have no such figure; else nothing.
QString shareText(const PartialSum& sum, int objects)
{
    return sum.known == objects ? QString() : Text::tr("für %1 von %2 Objekten").arg(sum.known).arg(objects);
}

Fact sumFact(const QString& group, const QString& label, const PartialSum& sum, int objects, const QString& unit,
             int decimals)
{
    const QString computed = Text::tr("aus dem Modell berechnet");
    if (sum.known == 0)
        return {group, {}, label, Text::tr("nicht bestimmbar"), {}, {}, computed};
    return {group, {}, label, format::number(sum.sum, decimals), unit, shareText(sum, objects), computed};
}

} // namespace

std::optional<double> heightOf(const ObjectRecord& record)
{
    for (const Attribute& attribute : record.attributes)
        if (attribute.name == QLatin1String("measuredHeight")) {
            bool good = false;
            const double height = attribute.value.toDouble(&good);
            if (good && height > 0 && (attribute.unit.isEmpty() || format::unit(attribute.unit) == QLatin1String("m")))
                return height;
        }
    if (!record.bounds.isEmpty() && record.bounds.size().z > 0)
        return record.bounds.size().z;
    return std::nullopt;
}

std::optional<double> footprintOf(const ObjectTree& tree)
{
    // An object without surfaces of its own covers what its parts cover together.
    if (tree.parts.empty() || tree.record.surfaces.empty())
        return tree.record.footprintSquareMetres;
    std::optional<double> sum = tree.record.footprintSquareMetres;
    for (const ObjectTree& part : tree.parts)
        if (const auto more = footprintOf(part))
            sum = sum.value_or(0) + *more;
    return sum;
}

std::optional<double> volumeOf(const ObjectTree& tree)
{
    std::optional<double> sum;
    if (!tree.record.surfaces.empty()) {
        if (!tree.record.volumeCubicMetres)
            return std::nullopt;
        sum = tree.record.volumeCubicMetres;
    }
    for (const ObjectTree& part : tree.parts) {
        const auto more = volumeOf(part);
        if (!more)
            return std::nullopt;
        sum = sum.value_or(0) + *more;
    }
    return sum;
}

SelectionTotals SelectionTotals::of(const std::vector<ObjectTree>& trees)
{
    std::set<QString> parts;
    for (const ObjectTree& tree : trees)
        collectParts(tree, parts);
    SelectionTotals totals;
    for (const ObjectTree& tree : trees) {
        ++totals.objects;
        ++totals.byType[tree.record.type];
        if (parts.count(tree.record.id) != 0)
            continue;
        ++totals.wholes;
        const auto add = [](PartialSum& sum, const std::optional<double>& value) {
            if (!value)
                return;
            sum.sum += *value;
            ++sum.known;
        };
        add(totals.footprintSquareMetres, footprintOf(tree));
        add(totals.volumeCubicMetres, volumeOf(tree));
        if (const auto height = heightOf(tree.record))
            totals.heightsMetres.push_back(*height);
    }
    std::sort(totals.heightsMetres.begin(), totals.heightsMetres.end());
    return totals;
}

std::vector<Fact> factsOf(const SelectionTotals& totals)
{
    const QString together = Text::tr("Zusammen");
    std::vector<Fact> facts;
    for (const auto& [type, count] : totals.byType)
        facts.push_back({together, {}, format::title(type), format::number(count, 0), {}, {}, {}});
    facts.push_back(sumFact(together, Text::tr("Grundfläche"), totals.footprintSquareMetres, totals.wholes,
                            QStringLiteral("m²"), 1));
    facts.push_back(
        sumFact(together, Text::tr("Volumen"), totals.volumeCubicMetres, totals.wholes, QStringLiteral("m³"), 0));
    if (const std::vector<double>& heights = totals.heightsMetres; !heights.empty()) {
        const QString group = Text::tr("Höhe");
        const std::size_t middle = heights.size() / 2;
        const double median = heights.size() % 2 == 1 ? heights[middle] : (heights[middle - 1] + heights[middle]) / 2;
        const auto add = [&](const QString& label, double height) {
            facts.push_back({group, {}, label, format::number(height, 1), QStringLiteral("m"), {}, {}});
        };
        add(Text::tr("niedrigstes"), heights.front());
        add(Text::tr("mittleres (Median)"), median);
        add(Text::tr("höchstes"), heights.back());
    }
    return facts;
}

} // namespace twin
