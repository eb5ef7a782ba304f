// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ControlPoints.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

namespace twin::geo {
namespace {

constexpr int mostNewtonSteps = 12;
constexpr std::size_t pointsForFreeChoice = 10;

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::geo", text);
}

std::array<double, 3> centreAndScale(const std::vector<ControlPoint>& points, double ControlPoint::*x,
                                     double ControlPoint::*y)
{
    double sumX = 0;
    double sumY = 0;
    for (const ControlPoint& point : points) {
        sumX += point.*x;
        sumY += point.*y;
    }
    const double count = static_cast<double>(points.size());
    std::array<double, 3> result{sumX / count, sumY / count, 0};
    for (const ControlPoint& point : points)
        result[2] = std::max({result[2], std::abs(point.*x - result[0]), std::abs(point.*y - result[1])});
    return result;
}

/// Solves the normal equations by elimination with pivoting. @returns false when they have no one solution.
bool solve(std::array<std::array<double, 8>, 6>& rows, std::size_t size)
{
    for (std::size_t k = 0; k < size; ++k) {
        const auto pivot = std::max_element(
            rows.begin() + static_cast<std::ptrdiff_t>(k), rows.begin() + static_cast<std::ptrdiff_t>(size),
            [k](const auto& a, const auto& b) { return std::abs(a[k]) < std::abs(b[k]); });
        if (std::abs((*pivot)[k]) < 1e-9)
            return false;
        std::swap(*pivot, rows[k]);
        for (std::size_t r = 0; r < size; ++r) {
            if (r == k)
                continue;
            const double factor = rows[r][k] / rows[k][k];
            for (std::size_t c = k; c < rows[r].size(); ++c)
                rows[r][c] -= factor * rows[k][c];
        }
    }
    for (std::size_t k = 0; k < size; ++k)
        for (std::size_t c = 6; c < 8; ++c)
            rows[k][c] /= rows[k][k];
    return true;
}

auto tooFew(int order, std::size_t count)
{
    return failure(ErrorCode::InvalidParameter, tr("Es sind zu wenige Passpunkte, oder sie liegen auf einer Linie."),
                   QStringLiteral("%1 points, order %2").arg(count).arg(order),
                   tr("Nötig sind mindestens drei Passpunkte (Ordnung 1) oder sechs (Ordnung 2), gut über das Bild "
                      "verteilt."));
}

} // namespace

ControlPointFit::Terms ControlPointFit::terms(double u, double v) const
{
    if (m_order == 1)
        return {1, u, v, 0, 0, 0};
    return {1, u, v, u * u, u * v, v * v};
}

Result<ControlPointFit> ControlPointFit::make(const std::vector<ControlPoint>& points, int order)
{
    if (order == 0) {
        TWIN_TRY(ControlPointFit affine, make(points, 1));
        if (points.size() < pointsForFreeChoice)
            return affine;
        auto curved = make(points, 2);
        return curved && curved->rmsMetres() < affine.rmsMetres() / 2 ? *std::move(curved) : std::move(affine);
    }
    const std::size_t size = order == 1 ? 3 : 6;
    if (order < 1 || order > 2 || points.size() < size)
        return tooFew(order, points.size());
    ControlPointFit fit;
    fit.m_order = order;
    fit.m_picture = centreAndScale(points, &ControlPoint::column, &ControlPoint::row);
    fit.m_ground = centreAndScale(points, &ControlPoint::easting, &ControlPoint::northing);
    if (!(fit.m_picture[2] > 0 && fit.m_ground[2] > 0))
        return tooFew(order, points.size());

    std::array<std::array<double, 8>, 6> equations{};
    for (const ControlPoint& point : points) {
        const Terms t = fit.terms((point.column - fit.m_picture[0]) / fit.m_picture[2],
                                  (point.row - fit.m_picture[1]) / fit.m_picture[2]);
        const double x = (point.easting - fit.m_ground[0]) / fit.m_ground[2];
        const double y = (point.northing - fit.m_ground[1]) / fit.m_ground[2];
        for (std::size_t r = 0; r < size; ++r) {
            for (std::size_t c = 0; c < size; ++c)
                equations[r][c] += t[r] * t[c];
            equations[r][6] += t[r] * x;
            equations[r][7] += t[r] * y;
        }
    }
    if (!solve(equations, size))
        return tooFew(order, points.size());
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t axis = 0; axis < 2; ++axis)
            fit.m_coefficients[axis][i] = equations[i][6 + axis];
    const auto& [x, y] = fit.m_coefficients;
    const double determinant = x[1] * y[2] - x[2] * y[1];
    if (std::abs(determinant) < 1e-9)
        return tooFew(order, points.size());
    fit.m_affineInverse = {y[2] / determinant, -x[2] / determinant, -y[1] / determinant, x[1] / determinant};

    double squares = 0;
    for (const ControlPoint& point : points) {
        const auto [east, north] = fit.toGround(point.column, point.row);
        ControlPointResidual residual{point, east - point.easting, north - point.northing, 0};
        residual.metres = std::hypot(residual.eastMetres, residual.northMetres);
        squares += residual.metres * residual.metres;
        fit.m_residuals.push_back(std::move(residual));
    }
    fit.m_rms = std::sqrt(squares / static_cast<double>(points.size()));
    return fit;
}

std::array<double, 2> ControlPointFit::toGround(double column, double row) const
{
    const Terms t = terms((column - m_picture[0]) / m_picture[2], (row - m_picture[1]) / m_picture[2]);
    std::array<double, 2> place{m_ground[0], m_ground[1]};
    for (std::size_t axis = 0; axis < 2; ++axis)
        for (std::size_t i = 0; i < t.size(); ++i)
            place[axis] += m_coefficients[axis][i] * t[i] * m_ground[2];
    return place;
}

std::optional<std::array<double, 2>> ControlPointFit::toPicture(double easting, double northing) const
{
    const auto& [x, y] = m_coefficients;
    const double goalX = (easting - m_ground[0]) / m_ground[2];
    const double goalY = (northing - m_ground[1]) / m_ground[2];
    double u = m_affineInverse[0] * (goalX - x[0]) + m_affineInverse[1] * (goalY - y[0]);
    double v = m_affineInverse[2] * (goalX - x[0]) + m_affineInverse[3] * (goalY - y[0]);
    bool converged = m_order == 1;
    for (int step = 0; !converged && step < mostNewtonSteps; ++step) {
        const Terms t = terms(u, v);
        double errorX = -goalX;
        double errorY = -goalY;
        for (std::size_t i = 0; i < t.size(); ++i) {
            errorX += x[i] * t[i];
            errorY += y[i] * t[i];
        }
        const double xu = x[1] + 2 * x[3] * u + x[4] * v;
        const double xv = x[2] + x[4] * u + 2 * x[5] * v;
        const double yu = y[1] + 2 * y[3] * u + y[4] * v;
        const double yv = y[2] + y[4] * u + 2 * y[5] * v;
        const double determinant = xu * yv - xv * yu;
        if (std::abs(determinant) < 1e-12)
            return std::nullopt;
        const double du = (yv * errorX - xv * errorY) / determinant;
        const double dv = (xu * errorY - yu * errorX) / determinant;
        u -= du;
        v -= dv;
        converged = std::abs(du) + std::abs(dv) < 1e-12;
    }
    if (!converged || !std::isfinite(u) || !std::isfinite(v))
        return std::nullopt;
    return std::array<double, 2>{u * m_picture[2] + m_picture[0], v * m_picture[2] + m_picture[1]};
}

} // namespace twin::geo
