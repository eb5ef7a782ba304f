// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"
#include "render/light/SkyLight.h"

#include <osg/Vec3>

namespace twin::render {

[[nodiscard]] inline osg::Vec3 toVec(const LocalPosition& p)
{
    return osg::Vec3(static_cast<float>(p.x), static_cast<float>(p.y), static_cast<float>(p.z));
}

[[nodiscard]] inline osg::Vec3 toVec(const LightColour& c)
{
    return osg::Vec3(static_cast<float>(c.r), static_cast<float>(c.g), static_cast<float>(c.b));
}

} // namespace twin::render
