// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/Instances.h"

#include "tiles3d/NodeTransform.h"

namespace twin::tiles3d {
namespace {

constexpr std::size_t mostInstances = 1'000'000; ///< per tile

} // namespace

Result<std::vector<Matrix4>> readInstances(GltfDocument& document, JsonValue instancing)
{
    const auto attributes = objectMember(instancing, "attributes");
    if (!attributes)
        return document.malformed(QStringLiteral("instances have no attributes"));
    std::optional<std::size_t> count;
    const auto column = [&](const char* name, unsigned components) -> Result<std::optional<ElementView>> {
        const auto index = countMember(*attributes, name);
        if (!index)
            return std::optional<ElementView>();
        TWIN_TRY(const ElementView view, document.accessor(*index));
        if (view.components != components || (count && *count != view.count) || view.count > mostInstances)
            return document.malformed(QStringLiteral("%1 of the instances does not fit").arg(QLatin1String(name)));
        count = view.count;
        return std::optional(view);
    };
    TWIN_TRY(const std::optional<ElementView> translations, column("TRANSLATION", 3));
    TWIN_TRY(const std::optional<ElementView> rotations, column("ROTATION", 4));
    TWIN_TRY(const std::optional<ElementView> scales, column("SCALE", 3));
    std::vector<Matrix4> matrices;
    matrices.reserve(count.value_or(0));
    for (std::size_t i = 0; i < count.value_or(0); ++i) {
        std::array<double, 3> t{0, 0, 0};
        std::array<double, 4> r{0, 0, 0, 1};
        std::array<double, 3> s{1, 1, 1};
        for (unsigned k = 0; k < 3; ++k) {
            t[k] = translations ? translations->at(i, k) : t[k];
            s[k] = scales ? scales->at(i, k) : s[k];
        }
        for (unsigned k = 0; k < 4; ++k)
            r[k] = rotations ? rotations->at(i, k) : r[k];
        matrices.push_back(composed(t, r, s));
        if (!isFinite(matrices.back()))
            return document.malformed(QStringLiteral("an instance is not finite"));
    }
    return matrices;
}

} // namespace twin::tiles3d
