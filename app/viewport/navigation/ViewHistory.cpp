// SPDX-License-Identifier: GPL-3.0-or-later
#include "ViewHistory.h"

#include "CameraMath.h"

#include <algorithm>

namespace twin::viewport {
namespace {

constexpr std::size_t mostViews = 100;

/// The same place for somebody who wants to go back: a small step or glance is none.
bool isSamePlace(const CameraState& a, const CameraState& b)
{
    const double scale = std::max(20.0, 0.1 * std::max(std::abs(a.eye.z), std::abs(b.eye.z)));
    return length(a.eye - b.eye) < scale && std::abs(turnDegrees(a.headingDegrees, b.headingDegrees)) < 15 &&
           std::abs(a.pitchDegrees - b.pitchDegrees) < 15;
}

} // namespace

void ViewHistory::visit(const CameraState& camera)
{
    if (!m_views.empty() && isSamePlace(m_views[m_now], camera)) {
        m_views[m_now] = camera;
        return;
    }
    if (!m_views.empty())
        m_views.resize(m_now + 1);
    m_views.push_back(camera);
    if (m_views.size() > mostViews)
        m_views.erase(m_views.begin());
    m_now = m_views.size() - 1;
}

void ViewHistory::clear()
{
    m_views.clear();
    m_now = 0;
}

std::optional<CameraState> ViewHistory::back()
{
    if (!canGoBack())
        return std::nullopt;
    return m_views[--m_now];
}

std::optional<CameraState> ViewHistory::forward()
{
    if (!canGoForward())
        return std::nullopt;
    return m_views[++m_now];
}

} // namespace twin::viewport
