// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QQuickWindow;

namespace twin::viewport {

/// @brief Asks for what both engines need to draw into one window: OpenGL 3.3 core with a depth buffer of 24 bits, in
/// contexts that share textures (docs/decisions/0001-one-depth-two-engines.md and 0024). Main thread, before the
/// QGuiApplication is made.
void requestOpenGl();

/// @brief Leaves a window's depth buffer to the city and the 3D overlays; 2D items go without. GUI thread, before the
/// window is shown.
void shareDepth(QQuickWindow& window);

} // namespace twin::viewport
