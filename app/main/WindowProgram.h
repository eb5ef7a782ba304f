// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/AppModel.h"
#include "demo/DemoCity.h"
#include "MainWindow.h"
#include "net/LocalMailbox.h"
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

    /// @brief Lets the window that shows the link's region already show its object, too. Waits some seconds at most.
    /// @returns false where no window took it
    [[nodiscard]] static bool handOver(const services::ObjectLink& link);

    [[nodiscard]] AppModel& app() { return m_app; }
    [[nodiscard]] MainWindow& main() { return m_main; }

private:
    void open();
    void showWanted();
    void placeWindow();
    void listen();
    bool take(const QByteArray& letter);
    void present();

    WindowOptions m_options;
    AppModel m_app;
    MainWindow m_main;
    net::LocalMailbox m_mailbox; ///< links to objects of the open region, from later calls of the program
};

} // namespace twin
