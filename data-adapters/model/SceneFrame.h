// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"

namespace twin {

/// The scene's frame: the region CRS (EPSG:25832 + DHHN2016) minus an origin. Pure translation, so scene distances are
/// grid distances (UTM scale, about 0.9996 … 1.0004); twin_geo corrects what is shown to people.
class SceneFrame {
public:
    SceneFrame() = default;
    explicit SceneFrame(ProjectedPosition origin) : m_origin(origin) {}

    [[nodiscard]] const ProjectedPosition& origin() const { return m_origin; }

    [[nodiscard]] LocalPosition toLocal(const ProjectedPosition& p) const
    {
        return {p.eastingMetres - m_origin.eastingMetres, p.northingMetres - m_origin.northingMetres,
                p.heightMetres - m_origin.heightMetres};
    }
    [[nodiscard]] ProjectedPosition toProjected(const LocalPosition& p) const
    {
        return {p.x + m_origin.eastingMetres, p.y + m_origin.northingMetres, p.z + m_origin.heightMetres};
    }

private:
    ProjectedPosition m_origin;
};

} // namespace twin
