// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/OgrShape.h"

#include <memory>

#include <ogr_geometry.h>

namespace twin::vector {
namespace {

constexpr int collectionDepth = 32;

/// Collects the parts of one kind.
class ShapeBuilder {
public:
    explicit ShapeBuilder(ShapeKind kind) { m_shape.kind = kind; }

    void add(const OGRGeometry& geometry, int depth)
    {
        switch (wkbFlatten(geometry.getGeometryType())) {
        case wkbPoint:
            if (m_shape.kind == ShapeKind::Points && !geometry.IsEmpty())
                addPoint(*geometry.toPoint());
            break;
        case wkbLineString:
            if (m_shape.kind == ShapeKind::Lines)
                addLine(*geometry.toLineString());
            break;
        case wkbPolygon:
        case wkbTriangle:
            if (m_shape.kind == ShapeKind::Areas)
                addArea(*geometry.toPolygon());
            break;
        case wkbPolyhedralSurface:
        case wkbTIN:
            for (const auto* patch : *geometry.toPolyhedralSurface())
                add(*patch, depth + 1);
            break;
        case wkbMultiPoint:
        case wkbMultiLineString:
        case wkbMultiPolygon:
        case wkbGeometryCollection:
            if (depth < collectionDepth)
                for (const OGRGeometry* part : *geometry.toGeometryCollection())
                    add(*part, depth + 1);
            break;
        default:
            break;
        }
    }
    [[nodiscard]] FeatureShape take()
    {
        if (m_shape.points.empty())
            m_shape.kind = ShapeKind::None;
        return std::move(m_shape);
    }

private:
    void addPoint(const OGRPoint& point)
    {
        m_shape.hasHeights |= point.Is3D() != 0;
        m_shape.points.push_back({point.getX(), point.getY(), point.Is3D() != 0 ? point.getZ() : 0});
    }

    /// @returns false when there are fewer than `least` points left: nothing was added then.
    bool addPart(const OGRSimpleCurve& curve, bool ring)
    {
        const std::size_t first = m_shape.points.size();
        for (int i = 0; i < curve.getNumPoints(); ++i) {
            const ProjectedPosition p{curve.getX(i), curve.getY(i), curve.Is3D() != 0 ? curve.getZ(i) : 0};
            if (m_shape.points.size() == first || !(m_shape.points.back() == p))
                m_shape.points.push_back(p);
        }
        if (ring && m_shape.points.size() > first + 1 && m_shape.points.back() == m_shape.points[first])
            m_shape.points.pop_back();
        if (m_shape.points.size() < first + (ring ? 3 : 2)) {
            m_shape.points.resize(first);
            return false;
        }
        m_shape.hasHeights |= curve.Is3D() != 0;
        m_shape.partStarts.push_back(std::uint32_t(first));
        return true;
    }

    void addLine(const OGRLineString& line) { addPart(line, false); }

    void addArea(const OGRPolygon& polygon)
    {
        const auto part = std::uint32_t(m_shape.partStarts.size());
        if (polygon.getExteriorRing() == nullptr || !addPart(*polygon.getExteriorRing(), true))
            return;
        m_shape.areaStarts.push_back(part);
        for (int i = 0; i < polygon.getNumInteriorRings(); ++i)
            addPart(*polygon.getInteriorRing(i), true);
    }

    FeatureShape m_shape;
};

} // namespace

FeatureShape shapeOf(const OGRGeometry& geometry, bool& mixed)
{
    std::unique_ptr<OGRGeometry> linear;
    const OGRGeometry* straight = &geometry;
    if (geometry.hasCurveGeometry() != 0) {
        linear.reset(geometry.getLinearGeometry());
        if (linear == nullptr)
            return {};
        straight = linear.get();
    }
    FeatureShape found;
    for (const ShapeKind kind : {ShapeKind::Areas, ShapeKind::Lines, ShapeKind::Points}) {
        ShapeBuilder builder(kind);
        builder.add(*straight, 0);
        FeatureShape shape = builder.take();
        if (shape.kind == ShapeKind::None)
            continue;
        if (found.kind != ShapeKind::None)
            mixed = true;
        else
            found = std::move(shape);
    }
    return found;
}

} // namespace twin::vector
