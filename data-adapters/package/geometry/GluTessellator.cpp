// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/geometry/GluTessellator.h"

#include <cmath>

#include <GL/glu.h>

#ifndef CALLBACK
#define CALLBACK
#endif

namespace twin::package {
namespace {

constexpr double coincidenceMetres = 0.0005;

using Callback = void(CALLBACK*)();

} // namespace

struct GluTessellator::Callbacks {
    static void CALLBACK vertex(void* data, void* self)
    {
        static_cast<GluTessellator*>(self)->m_indices->push_back(static_cast<Vertex*>(data)->index);
    }
    /// Its mere presence makes the tessellator emit plain triangles instead of strips and fans.
    static void CALLBACK edgeFlag(GLboolean) {}
    static void CALLBACK combine(GLdouble coordinates[3], void* data[4], GLfloat[4], void** out, void* self)
    {
        auto* tessellator = static_cast<GluTessellator*>(self);
        const LocalPosition place{coordinates[0], coordinates[1], coordinates[2]};
        for (int i = 0; i < 4; ++i) {
            auto* vertex = static_cast<Vertex*>(data[i]);
            if (vertex == nullptr)
                continue;
            const LocalPosition& known = (*tessellator->m_points)[vertex->index];
            if (length(known - place) < coincidenceMetres) {
                tessellator->m_outcome.touched = true;
                *out = vertex;
                return;
            }
        }
        tessellator->m_outcome.crossed = true;
        tessellator->m_points->push_back(place);
        *out = tessellator->newVertex(static_cast<std::uint32_t>(tessellator->m_points->size() - 1));
    }
    static void CALLBACK error(GLenum code, void* self)
    {
        // Asking for a combined vertex is answered above; anything else leaves no usable triangles.
        if (code != GLU_TESS_NEED_COMBINE_CALLBACK)
            static_cast<GluTessellator*>(self)->m_outcome.failed = true;
    }
};

void GluTessellator::Deleter::operator()(GLUtesselator* tessellator) const
{
    gluDeleteTess(tessellator);
}

GluTessellator::GluTessellator() : m_tessellator(gluNewTess())
{
    GLUtesselator* t = m_tessellator.get();
    gluTessCallback(t, GLU_TESS_VERTEX_DATA, reinterpret_cast<Callback>(&Callbacks::vertex));
    gluTessCallback(t, GLU_TESS_EDGE_FLAG, reinterpret_cast<Callback>(&Callbacks::edgeFlag));
    gluTessCallback(t, GLU_TESS_COMBINE_DATA, reinterpret_cast<Callback>(&Callbacks::combine));
    gluTessCallback(t, GLU_TESS_ERROR_DATA, reinterpret_cast<Callback>(&Callbacks::error));
    gluTessProperty(t, GLU_TESS_BOUNDARY_ONLY, GL_FALSE);
}

GluTessellator::~GluTessellator() = default;

GluTessellator::Vertex* GluTessellator::newVertex(std::uint32_t index)
{
    const LocalPosition& p = (*m_points)[index];
    return &m_vertices.emplace_back(Vertex{{p.x, p.y, p.z}, index});
}

void GluTessellator::begin(const LocalPosition& normal, Fill fill, std::vector<LocalPosition>& points,
                           std::vector<std::uint32_t>& indices)
{
    m_points = &points;
    m_indices = &indices;
    m_outcome = {};
    m_vertices.clear();
    GLUtesselator* t = m_tessellator.get();
    gluTessProperty(t, GLU_TESS_WINDING_RULE, fill == Fill::OddEven ? GLU_TESS_WINDING_ODD : GLU_TESS_WINDING_POSITIVE);
    gluTessNormal(t, normal.x, normal.y, normal.z);
    gluTessBeginPolygon(t, this);
}

void GluTessellator::addRing(std::uint32_t first, std::uint32_t count, bool reversed)
{
    gluTessBeginContour(m_tessellator.get());
    for (std::uint32_t i = 0; i < count; ++i) {
        Vertex* vertex = newVertex(reversed ? first + count - 1 - i : first + i);
        gluTessVertex(m_tessellator.get(), vertex->coordinates, vertex);
    }
    gluTessEndContour(m_tessellator.get());
}

GluTessellator::Outcome GluTessellator::end()
{
    gluTessEndPolygon(m_tessellator.get());
    m_indices->resize(m_indices->size() / 3 * 3);
    return m_outcome;
}

struct RingTessellator::Callbacks {
    static void CALLBACK begin(GLenum, void* self) { static_cast<RingTessellator*>(self)->m_rings.emplace_back(); }
    static void CALLBACK vertex(void* data, void* self)
    {
        const Vertex& v = *static_cast<Vertex*>(data);
        static_cast<RingTessellator*>(self)->m_rings.back().push_back({v[0], v[1]});
    }
    static void CALLBACK combine(GLdouble coordinates[3], void* [4], GLfloat[4], void** out, void* self)
    {
        *out = &static_cast<RingTessellator*>(self)->m_vertices.emplace_back(Vertex{coordinates[0], coordinates[1], 0});
    }
    static void CALLBACK error(GLenum, void* self) { static_cast<RingTessellator*>(self)->m_failed = true; }
};

RingTessellator::RingTessellator() : m_tessellator(gluNewTess(), gluDeleteTess)
{
    GLUtesselator* t = m_tessellator.get();
    gluTessCallback(t, GLU_TESS_BEGIN_DATA, reinterpret_cast<Callback>(&Callbacks::begin));
    gluTessCallback(t, GLU_TESS_VERTEX_DATA, reinterpret_cast<Callback>(&Callbacks::vertex));
    gluTessCallback(t, GLU_TESS_COMBINE_DATA, reinterpret_cast<Callback>(&Callbacks::combine));
    gluTessCallback(t, GLU_TESS_ERROR_DATA, reinterpret_cast<Callback>(&Callbacks::error));
    gluTessProperty(t, GLU_TESS_BOUNDARY_ONLY, GL_TRUE);
    gluTessProperty(t, GLU_TESS_WINDING_RULE, GLU_TESS_WINDING_POSITIVE);
    gluTessNormal(t, 0, 0, 1);
}

RingTessellator::~RingTessellator() = default;

void RingTessellator::begin()
{
    m_vertices.clear();
    m_rings.clear();
    m_failed = false;
    gluTessBeginPolygon(m_tessellator.get(), this);
}

void RingTessellator::addRing(const std::vector<Point2>& ring)
{
    gluTessBeginContour(m_tessellator.get());
    for (const Point2& p : ring) {
        Vertex& vertex = m_vertices.emplace_back(Vertex{p.x, p.y, 0});
        gluTessVertex(m_tessellator.get(), vertex.data(), &vertex);
    }
    gluTessEndContour(m_tessellator.get());
}

std::vector<std::vector<Point2>> RingTessellator::end()
{
    gluTessEndPolygon(m_tessellator.get());
    return m_failed ? std::vector<std::vector<Point2>>() : std::move(m_rings);
}

} // namespace twin::package
