// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/Layer.h"

#include <array>

namespace twin {
namespace {

constexpr std::array kindNames{QLatin1String("cityModel"), QLatin1String("terrain"), QLatin1String("imagery"),
                               QLatin1String("vector"),    QLatin1String("points"),  QLatin1String("model")};

} // namespace

QString layerKindName(LayerKind kind)
{
    return kindNames[static_cast<std::size_t>(kind)];
}

std::optional<LayerKind> layerKindFromName(QStringView name)
{
    for (std::size_t i = 0; i < kindNames.size(); ++i)
        if (name == kindNames[i])
            return static_cast<LayerKind>(i);
    return {};
}

} // namespace twin
