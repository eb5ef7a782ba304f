// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Stadtzwilling

// Carries out what the search offers as commands (app/viewmodels/finding/Commands.cpp names them).
Item {
    id: commands

    required property AppModel app
    required property CityViewport viewport
    required property Window window

    signal openFile
    signal openHelp
    signal openSources
    signal viewsToggled
    signal viewKept
    signal settingsRequested
    signal pictureRequested
    signal pictureCopyRequested

    Connections {
        target: commands.app
        function onCommandRequested(id: string): void { commands.run(id) }
    }

    function run(id: string): void {
        const settings = app.settings
        switch (id) {
        case "home": viewport.flyHome(); break
        case "north": viewport.flyNorthUp(); break
        case "top": viewport.flyTopDown(); break
        case "selection": viewport.frameSelection(); break
        case "back": viewport.goBack(); break
        case "forward": viewport.goForward(); break
        case "walk": viewport.toggleWalk(); break
        case "keepView": commands.viewKept(); break
        case "views": commands.viewsToggled(); break
        case "map": settings.mapShown = !settings.mapShown; break
        case "names": settings.namesShown = !settings.namesShown; break
        case "standard": settings.navigation = SettingsModel.Navigation.Standard; break
        case "cesium": settings.navigation = SettingsModel.Navigation.Cesium; break
        case "cad": settings.navigation = SettingsModel.Navigation.Cad; break
        case "open": commands.openFile(); break
        case "add": app.addData.choose(); break
        case "measure": app.measure.tool = MeasureModel.Tool.Distance; break
        case "undo": app.undo.undo(); break
        case "redo": app.undo.redo(); break
        case "table": app.table.open = true; break
        case "showall": app.look.showAll(); break
        case "help": commands.openHelp(); break
        case "hide": app.look.hideSelected(); break
        case "isolate": app.look.isolateSelected(); break
        case "xray": app.look.xraySelected(); break
        case "styleModel": settings.pictureStyle = SettingsModel.PictureStyle.Standard; break
        case "styleMap": settings.pictureStyle = SettingsModel.PictureStyle.Map; break
        case "stylePhoto": settings.pictureStyle = SettingsModel.PictureStyle.Photo; break
        case "sources": commands.openSources(); break
        case "light": settings.theme = SettingsModel.Theme.Light; break
        case "dark": settings.theme = SettingsModel.Theme.Dark; break
        case "contrast": settings.theme = SettingsModel.Theme.Contrast; break
        case "motion": settings.reducedMotion = !settings.reducedMotion; break
        case "german": settings.language = "de"; break
        case "english": settings.language = "en"; break
        case "now": app.clock.now(); break
        case "forget": app.search.forget(); break
        case "picture": commands.pictureRequested(); break
        case "copyPicture": commands.pictureCopyRequested(); break
        case "copyView": viewport.copyView(); break
        case "settings": commands.settingsRequested(); break
        case "touch": settings.touch = !settings.touch; break
        case "fullscreen":
            window.visibility = window.visibility === Window.FullScreen ? Window.Windowed : Window.FullScreen
            break
        }
    }
}
