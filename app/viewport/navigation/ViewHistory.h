// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CameraState.h"

#include <optional>
#include <vector>

namespace twin::viewport {

/// The views one has rested at, to go back and forward among, like the pages of a browser. Views that differ too little
/// to be a place of their own replace each other. Pure.
class ViewHistory {
public:
    /// The camera rests here. What lay ahead is forgotten, unless this is where back() or forward() led.
    void visit(const CameraState& camera);
    void clear();

    [[nodiscard]] bool canGoBack() const { return m_now > 0; }
    [[nodiscard]] bool canGoForward() const { return m_now + 1 < m_views.size(); }
    std::optional<CameraState> back();
    std::optional<CameraState> forward();

private:
    std::vector<CameraState> m_views;
    std::size_t m_now = 0; ///< index of the view that one is at
};

} // namespace twin::viewport
