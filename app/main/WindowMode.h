// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/quality/ObjectLink.h"

#include <optional>

#include <QDateTime>
#include <QSize>
#include <QStringList>

namespace twin {

/// What the command line says about the window. Empty members: the user's settings apply.
struct WindowOptions {
    QStringList open; ///< a region folder, a tileset.json or raw files and folders; empty: the demo region
    std::optional<services::ObjectLink>
        link;           ///< instead of `open`: an object of a region, shown where it is open already
    QString crs;        ///< for raw files that state none; may be empty
    QString screenshot; ///< PNG file: wait for the complete picture, save the window, leave
    QString language;   ///< "de" or "en"
    QString theme;      ///< "light", "dark" or "contrast"
    QString style;      ///< "standard", "map" or "photo"
    QString camera;     ///< "E,N,H,HEADING,PITCH": metres in EPSG:25832 + DHHN2016, degrees (grid north, up positive)
    QString select;     ///< gml:ids of the objects to select, separated by commas
    QString field;      ///< property to show as a field between stations: "WeatherObserved.temperature"; empty: none
    QString thing;      ///< LiveThing::id of the thing whose values stand open: "SOURCE/ID"; empty: none
    int listenSeconds = 0; ///< before a screenshot
    QString compare;       ///< id of a layer to show left of a divider; empty: none
    QString tab;           ///< of that thing: "facts", "live", "history" or "source"; empty: live
    QString live;          ///< "off", "demo" or a source's address; with a screenshot empty means "off"
    QDateTime time;        ///< that the clock is held at; invalid: it runs
    QSize size;            ///< of the window in pixels; empty: 1280 × 800 or as left
};

/// @brief Opens the window and runs until it is closed (or the screenshot is saved). Creates the QGuiApplication: none
/// may
///        exist. Main thread.
/// @returns the exit code: 0 done (a link: also when another window took it), 1 failed (one sentence with remedy on
/// stderr), 2 wrong use (e.g. a malformed camera).
int runWindow(int& argc, char** argv, const WindowOptions& options);

} // namespace twin
