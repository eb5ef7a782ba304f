// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/Ground.h"

#include "render/scene/GroundMesh.h"
#include "render/streaming/FacePaint.h"

#include <algorithm>
#include <cmath>

namespace twin::render {
namespace {

/// Ground with gaps is that of measured terrain, whose own tiles show it better: this one fills the gaps and must not
/// come through in cuttings.
constexpr double depthOfFilledGapsMetres = 15;

} // namespace

Ground::Part Ground::makePart(osg::State& state, const TileContent& content) const
{
    Part part{new TileDrawable, content.bounds};
    part.drawable->upload(state, *paintFaces(content));
    return part;
}

void Ground::set(osg::State& state, const GroundModel* ground, const LocalPosition& fallback)
{
    release(state);
    const GroundMesh mesh = makeGroundMesh(ground, fallback);
    m_origin = mesh.surroundings.origin;
    m_surroundings = makePart(state, mesh.surroundings);
    const bool hasGaps = ground && std::any_of(ground->heights.begin(), ground->heights.end(),
                                               [](float height) { return std::isnan(height); });
    m_sunk = {0, 0, hasGaps ? depthOfFilledGapsMetres : 0};
    for (const TileContent& block : mesh.blocks) {
        m_blocks.push_back(makePart(state, block));
        m_blocks.back().bounds.include(block.bounds.min - m_sunk);
        if (!hasGaps)
            m_extent.include(block.bounds);
    }
}

std::vector<DrawItem> Ground::items(const Frustum& frustum) const
{
    std::vector<DrawItem> items;
    if (!m_covered) {
        for (const Part& block : m_blocks) {
            if (frustum.intersects(block.bounds))
                items.push_back({block.drawable.get(), m_origin - m_sunk, nullptr});
        }
    }
    items.push_back({m_surroundings.drawable.get(), m_origin - m_sunk, nullptr});
    return items;
}

std::size_t Ground::gpuBytes() const
{
    std::size_t bytes = m_surroundings.drawable ? m_surroundings.drawable->gpuBytes() : 0;
    for (const Part& block : m_blocks)
        bytes += block.drawable->gpuBytes();
    return bytes;
}

void Ground::release(osg::State& state)
{
    for (const Part& block : m_blocks)
        block.drawable->release(state);
    m_blocks.clear();
    if (m_surroundings.drawable)
        m_surroundings.drawable->release(state);
    m_surroundings = {};
    m_extent = {};
    m_covered = false;
}

} // namespace twin::render
