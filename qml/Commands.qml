// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Stadtzwilling

// Carries out what the search offers as commands (app/viewmodels/Commands.cpp names them).
Connections {
    id: commands

    required property AppModel app
    required property CityViewport viewport
    required property Window window

    signal openFile
    signal openHelp

    target: app

    function onCommandRequested(id: string): void {
        const settings = commands.app.settings
        switch (id) {
        case "home": viewport.flyHome(); break
        case "north": viewport.flyNorthUp(); break
        case "top": viewport.flyTopDown(); break
        case "selection": viewport.frameSelection(); break
        case "open": commands.openFile(); break
        case "help": commands.openHelp(); break
        case "light": settings.theme = SettingsModel.Theme.Light; break
        case "dark": settings.theme = SettingsModel.Theme.Dark; break
        case "contrast": settings.theme = SettingsModel.Theme.Contrast; break
        case "motion": settings.reducedMotion = !settings.reducedMotion; break
        case "german": settings.language = "de"; break
        case "english": settings.language = "en"; break
        case "now": app.clock.now(); break
        case "fullscreen":
            window.visibility = window.visibility === Window.FullScreen ? Window.Windowed : Window.FullScreen
            break
        }
    }
}
