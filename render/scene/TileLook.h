// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/TileBatches.h"

#include <osg/State>
#include <osg/StateSet>
#include <osg/Texture2D>

namespace twin::render {

constexpr unsigned imageTextureUnit = 3;

/// @returns a picture of a tile on the GPU, with mip maps; linear light comes out of the sampler. Context must be
/// current.
[[nodiscard]] osg::ref_ptr<osg::Texture2D> makeTexture(osg::State& state, const Image& image);
/// @returns whether parts of a picture are transparent.
[[nodiscard]] bool hasHoles(const Image& image);
/// @returns the state that part.vert and part.frag (and the shaders for picking, shadows and outlines) need for a
/// batch.
[[nodiscard]] osg::ref_ptr<osg::StateSet> makeLook(const TileBatch& batch, bool instanced, osg::Texture2D* texture,
                                                   bool cutOut, float pointMetres);

} // namespace twin::render
