// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/objects/OpeningHeights.h"

#include <algorithm>
#include <limits>

namespace twin::citygml {
namespace {

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void include(const Surface& surface)
    {
        for (const ProjectedPosition& p : surface.polygon.points) {
            low = std::min(low, p.heightMetres);
            high = std::max(high, p.heightMetres);
        }
    }
    [[nodiscard]] bool isEmpty() const { return low > high; }
};

bool isOpening(const CityObject& object)
{
    return object.type == CityObjectType::Window || object.type == CityObjectType::Door;
}

double groundHeight(const ObjectTree& tree)
{
    Range ground, all;
    for (const CityObject& object : tree.objects)
        for (const Surface& surface : object.surfaces) {
            all.include(surface);
            if (surface.type == SurfaceType::Ground)
                ground.include(surface);
        }
    return ground.isEmpty() ? all.low : ground.low;
}

} // namespace

void addOpeningHeights(ObjectTree& tree)
{
    if (std::none_of(tree.objects.begin(), tree.objects.end(), isOpening))
        return;
    const double ground = groundHeight(tree);
    for (CityObject& object : tree.objects) {
        Range range;
        if (isOpening(object))
            for (const Surface& surface : object.surfaces)
                range.include(surface);
        if (range.isEmpty())
            continue;
        const auto add = [&](const QString& name, double height) {
            object.attributes.push_back(
                {name, QString::number(height - ground, 'f', 2), QStringLiteral("m"), {}, QStringLiteral("computed")});
        };
        add(QStringLiteral("sillHeight"), range.low);
        add(QStringLiteral("lintelHeight"), range.high);
    }
}

} // namespace twin::citygml
