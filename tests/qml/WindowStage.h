// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main/MainWindow.h"
#include "app/viewmodels/AppModel.h"

#include <QAccessible>
#include <QTemporaryDir>

class QQuickItem;

namespace twin::test {

/// What the window finds behind itself; the defaults need no data and draw no city.
struct StageOptions {
    services::OpenedRegion region;     ///< what opens whatever is asked for
    viewport::CityPassFactory factory; ///< empty: no city behind the panels
    QString settingsFile;              ///< empty: settings of this stage alone
    bool slowImport = false;           ///< goes on until it is cancelled
    AddDataModel::Calls addData = {};  ///< what looks into files and imports them
    services::LiveFeedMaker live = {}; ///< listens to live sources; empty: nobody does
};

/// @returns a place of 500 by 500 m without anything in it.
[[nodiscard]] services::OpenedRegion emptyRegion();

/// The program's whole window, shown, over view-models with stand-ins for files. The import of a file named kaputt.gml
/// fails.
class WindowStage {
public:
    explicit WindowStage(StageOptions options = {emptyRegion(), {}, {}, false, {}});
    ~WindowStage();

    [[nodiscard]] QQuickWindow& window() { return m_main.window(); }
    [[nodiscard]] viewport::CityViewport& view() { return m_main.view(); }
    [[nodiscard]] AppModel& app() { return m_app; }
    /// @returns what QML complained of; empty is good.
    [[nodiscard]] QString warnings() const { return m_warnings.join(QLatin1Char('\n')); }

    /// Opens the region of the options; @returns whether it is open.
    bool openRegion();
    /// @returns a visible item with these words; null when there is none.
    [[nodiscard]] QQuickItem* find(const QString& words);
    /// @returns a visible item as a screen reader names it; null when there is none.
    [[nodiscard]] QQuickItem* control(QAccessible::Role role, const QString& name);
    [[nodiscard]] bool says(const QString& words) { return find(words) != nullptr; }
    /// Clicks the middle of the item with these words as soon as it stands still. @returns whether there was one.
    bool click(const QString& words);
    /// @returns the class of the item that has the keyboard; empty: none.
    [[nodiscard]] QString focusName();

private:
    QStringList m_warnings;
    QTemporaryDir m_folder;
    AppModel m_app;
    MainWindow m_main;
};

} // namespace twin::test
