// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/digest/LevelChoice.h"

#include <algorithm>
#include <bitset>
#include <limits>

namespace twin::package {
namespace {

using LodSet = std::bitset<std::numeric_limits<Lod>::max() + 1>;

LodSet lodSet(const CityObject& object)
{
    LodSet lods;
    for (const Surface& surface : object.surfaces)
        lods.set(surface.lod);
    for (const ShapeInstance& instance : object.instances)
        lods.set(instance.lod);
    for (const Curve& curve : object.curves)
        lods.set(curve.lod);
    return lods;
}

std::int16_t finestUpTo(const LodSet& lods, std::size_t limit)
{
    for (std::size_t lod = limit + 1; lod-- > 0;)
        if (lods[lod])
            return static_cast<std::int16_t>(lod);
    return LevelChoice::nothing;
}

bool isPart(CityObjectType type)
{
    return type == CityObjectType::BuildingPart || type == CityObjectType::BridgePart ||
           type == CityObjectType::TunnelPart;
}

void hideCoarserWholes(std::span<const FamilyMember> family, std::vector<std::int16_t>& lods)
{
    // From the end: a part's own parts hide it before it hides its whole.
    for (std::size_t i = family.size(); i-- > 1;) {
        std::int16_t& whole = lods[static_cast<std::size_t>(family[i].parent)];
        if (isPart(family[i].object->type) && whole < lods[i])
            whole = LevelChoice::nothing;
    }
}

} // namespace

std::vector<Lod> lodsOf(const CityObject& object)
{
    const LodSet set = lodSet(object);
    std::vector<Lod> lods;
    for (std::size_t lod = 0; lod < set.size(); ++lod)
        if (set[lod])
            lods.push_back(static_cast<Lod>(lod));
    return lods;
}

std::vector<LevelChoice> chooseLevels(std::span<const FamilyMember> family)
{
    std::vector<LodSet> own;
    own.reserve(family.size());
    LodSet all;
    for (const FamilyMember& member : family) {
        own.push_back(lodSet(*member.object));
        all |= own.back();
    }
    std::vector<LevelChoice> choices;
    for (std::size_t limit = 0; limit < all.size(); ++limit) {
        if (!all[limit])
            continue;
        LevelChoice choice{static_cast<Lod>(limit), {}};
        for (const LodSet& lods : own)
            choice.lods.push_back(finestUpTo(lods, limit));
        hideCoarserWholes(family, choice.lods);
        if (!choices.empty() && choices.back().lods == choice.lods)
            choices.pop_back();
        choices.push_back(std::move(choice));
    }
    return choices;
}

} // namespace twin::package
