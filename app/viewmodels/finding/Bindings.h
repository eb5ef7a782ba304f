// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include <QString>
#include <Qt>

namespace twin {

/// How a person is used to move a city: with the buttons of this program, of web globes or of construction programs.
enum class NavigationPreset { Standard, Cesium, Cad };

/// What dragging with the mouse does.
enum class DragGesture { None, Pan, Orbit, Zoom };

/// A mouse button with the keys held beside it. Data: the input follows it, the help card shows it.
struct DragBinding {
    Qt::MouseButton button;
    Qt::KeyboardModifier modifier; ///< Qt::NoModifier: none of Shift and Ctrl
    DragGesture gesture;
};

[[nodiscard]] std::span<const DragBinding> dragBindings(NavigationPreset preset);
/// @returns what a drag with this button does; None for one that does nothing.
[[nodiscard]] DragGesture dragGesture(NavigationPreset preset, Qt::MouseButton button, Qt::KeyboardModifiers modifiers);
/// @returns by which buttons a gesture is made, in words: "rechte Taste ziehen, Strg + linke Taste ziehen"; empty:
///          by none.
[[nodiscard]] QString dragWords(NavigationPreset preset, DragGesture gesture);

} // namespace twin
