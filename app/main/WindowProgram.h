// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/AppModel.h"
#include "demo/DemoCity.h"
#include "MainWindow.h"
#include "WindowMode.h"

namespace twin {

/// The program with its window, wired as for a person: settings, cache, importer, live values, drawing. GUI thread;
/// viewport::requestOpenGl() and a QGuiApplication come before it.
class WindowProgram {
public:
    /// @param demo  what the demo region is made of when nothing else is opened; empty: what the program always makes
    explicit WindowProgram(WindowOptions options, const demo::DemoOptions& demo = {});

    /// @brief Opens what the options name (else the region opened last, else the demo region) and shows the window.
    /// Reading and importing go on behind it.
    /// @returns InvalidParameter when an option says what does not exist, Internal when the QML does not load
    [[nodiscard]] Result<void> start();

    [[nodiscard]] AppModel& app() { return m_app; }
    [[nodiscard]] MainWindow& main() { return m_main; }

private:
    void open();
    void showWanted();
    void placeWindow();

    WindowOptions m_options;
    AppModel m_app;
    MainWindow m_main;
};

} // namespace twin
