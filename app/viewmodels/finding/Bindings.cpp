// SPDX-License-Identifier: GPL-3.0-or-later
#include "Bindings.h"

#include <QCoreApplication>
#include <QStringList>

namespace twin {
namespace {

constexpr DragBinding standard[] = {{Qt::LeftButton, Qt::NoModifier, DragGesture::Pan},
                                    {Qt::RightButton, Qt::NoModifier, DragGesture::Orbit},
                                    {Qt::MiddleButton, Qt::NoModifier, DragGesture::Orbit},
                                    {Qt::LeftButton, Qt::ControlModifier, DragGesture::Orbit}};
// Cesium's own: the right button zooms.
constexpr DragBinding cesium[] = {{Qt::LeftButton, Qt::NoModifier, DragGesture::Pan},
                                  {Qt::MiddleButton, Qt::NoModifier, DragGesture::Orbit},
                                  {Qt::LeftButton, Qt::ControlModifier, DragGesture::Orbit},
                                  {Qt::RightButton, Qt::ControlModifier, DragGesture::Orbit},
                                  {Qt::RightButton, Qt::NoModifier, DragGesture::Zoom}};
// Construction programs keep the left button for choosing.
constexpr DragBinding cad[] = {{Qt::MiddleButton, Qt::NoModifier, DragGesture::Pan},
                               {Qt::MiddleButton, Qt::ShiftModifier, DragGesture::Orbit},
                               {Qt::RightButton, Qt::NoModifier, DragGesture::Orbit},
                               {Qt::MiddleButton, Qt::ControlModifier, DragGesture::Zoom}};

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::Bindings", text);
}

QString buttonWords(Qt::MouseButton button)
{
    return button == Qt::LeftButton    ? tr("linke Taste ziehen")
           : button == Qt::RightButton ? tr("rechte Taste ziehen")
                                       : tr("mittlere Taste ziehen");
}

} // namespace

std::span<const DragBinding> dragBindings(NavigationPreset preset)
{
    switch (preset) {
    case NavigationPreset::Cesium:
        return cesium;
    case NavigationPreset::Cad:
        return cad;
    case NavigationPreset::Standard:
        break;
    }
    return standard;
}

DragGesture dragGesture(NavigationPreset preset, Qt::MouseButton button, Qt::KeyboardModifiers modifiers)
{
    const Qt::KeyboardModifiers held = modifiers & (Qt::ShiftModifier | Qt::ControlModifier);
    for (const DragBinding& binding : dragBindings(preset))
        if (binding.button == button && held == Qt::KeyboardModifiers(binding.modifier))
            return binding.gesture;
    return DragGesture::None;
}

QString dragWords(NavigationPreset preset, DragGesture gesture)
{
    QStringList words;
    for (const DragBinding& binding : dragBindings(preset)) {
        if (binding.gesture != gesture)
            continue;
        const QString button = buttonWords(binding.button);
        words += binding.modifier == Qt::ControlModifier ? tr("Strg + %1").arg(button)
                 : binding.modifier == Qt::ShiftModifier ? tr("Umschalt + %1").arg(button)
                                                         : button;
    }
    return words.join(QStringLiteral(", "));
}

} // namespace twin
