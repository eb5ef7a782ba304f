// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/geometry/Footprint.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace twin::package {
namespace {

double distanceToSegment(const Point2& p, const Point2& a, const Point2& b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double t = squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0.0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/// Keeps of ring[first … last] (indices modulo the size) what the tolerance needs, without `last`.
void keepBetween(const std::vector<Point2>& ring, std::size_t first, std::size_t last, double tolerance,
                 std::vector<Point2>& kept)
{
    struct Span {
        std::size_t first, last;
    };
    std::vector<Span> open{{first, last}};
    const auto at = [&ring](std::size_t i) -> const Point2& { return ring[i % ring.size()]; };
    while (!open.empty()) {
        const Span span = open.back();
        open.pop_back();
        double furthest = tolerance;
        std::size_t split = 0;
        for (std::size_t i = span.first + 1; i < span.last; ++i) {
            const double distance = distanceToSegment(at(i), at(span.first), at(span.last));
            if (distance > furthest) {
                furthest = distance;
                split = i;
            }
        }
        if (split == 0) {
            kept.push_back(at(span.first));
        } else {
            open.push_back({split, span.last}); // the first half is worked on next: order is kept
            open.push_back({span.first, split});
        }
    }
}

} // namespace

std::vector<Point2> convexHull(std::vector<Point2> points)
{
    std::sort(points.begin(), points.end(),
              [](const Point2& a, const Point2& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    points.erase(std::unique(points.begin(), points.end(),
                             [](const Point2& a, const Point2& b) { return a.x == b.x && a.y == b.y; }),
                 points.end());
    if (points.size() < 3)
        return points;
    std::vector<Point2> hull(2 * points.size());
    std::size_t size = 0;
    for (const Point2& p : points) {
        while (size >= 2 && orientation(hull[size - 2], hull[size - 1], p) <= 0)
            --size;
        hull[size++] = p;
    }
    const std::size_t lower = size + 1;
    for (auto p = points.rbegin() + 1; p != points.rend(); ++p) {
        while (size >= lower && orientation(hull[size - 2], hull[size - 1], *p) <= 0)
            --size;
        hull[size++] = *p;
    }
    hull.resize(size - 1);
    return hull;
}

OrientedRectangle smallestRectangle(const std::vector<Point2>& hull)
{
    OrientedRectangle best;
    if (hull.empty())
        return best;
    double bestArea = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < hull.size(); ++i) {
        const Point2& a = hull[i];
        const Point2& b = hull[(i + 1) % hull.size()];
        const double edge = std::hypot(b.x - a.x, b.y - a.y);
        const Point2 u = edge > 0 ? Point2{(b.x - a.x) / edge, (b.y - a.y) / edge} : Point2{1, 0};
        double lowU = std::numeric_limits<double>::infinity();
        double lowV = lowU;
        double highU = -lowU;
        double highV = -lowU;
        for (const Point2& p : hull) {
            const double alongU = (p.x - a.x) * u.x + (p.y - a.y) * u.y;
            const double alongV = (p.y - a.y) * u.x - (p.x - a.x) * u.y;
            lowU = std::min(lowU, alongU);
            highU = std::max(highU, alongU);
            lowV = std::min(lowV, alongV);
            highV = std::max(highV, alongV);
        }
        const double area = (highU - lowU) * (highV - lowV);
        if (area < bestArea) {
            bestArea = area;
            const double midU = (lowU + highU) / 2;
            const double midV = (lowV + highV) / 2;
            best.centre = {a.x + midU * u.x - midV * u.y, a.y + midU * u.y + midV * u.x};
            best.along = u;
            best.halfLength = (highU - lowU) / 2;
            best.halfWidth = (highV - lowV) / 2;
        }
    }
    if (best.halfLength < best.halfWidth) {
        std::swap(best.halfLength, best.halfWidth);
        best.along = {-best.along.y, best.along.x};
    }
    return best;
}

std::vector<Point2> simplifiedRing(const std::vector<Point2>& ring, double tolerance)
{
    if (ring.size() < 4)
        return ring;
    // Two far corners hold the ring open: the one furthest from point 0, and the one furthest from that.
    const auto furthestFrom = [&ring](std::size_t from) {
        std::size_t best = from;
        double bestDistance = -1;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const double distance = std::hypot(ring[i].x - ring[from].x, ring[i].y - ring[from].y);
            if (distance > bestDistance) {
                bestDistance = distance;
                best = i;
            }
        }
        return best;
    };
    const std::size_t first = furthestFrom(0);
    std::size_t second = furthestFrom(first);
    if (second < first)
        second += ring.size();
    std::vector<Point2> kept;
    keepBetween(ring, first, second, tolerance, kept);
    keepBetween(ring, second, first + ring.size(), tolerance, kept);
    return kept;
}

double signedArea(const std::vector<Point2>& ring)
{
    double sum = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i)
        sum += orientation(ring[0], ring[i], ring[i + 1]);
    return sum / 2;
}

} // namespace twin::package
