// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewport/CityPass.h"
#include "Translations.h"

#include <memory>

#include <QQmlApplicationEngine>

class QQuickWindow;

namespace twin {

class AppModel;
namespace viewport {
class CityViewport;
}

/// The program's window over its view-models: QML, the language it speaks, the city behind it. GUI thread; the models
/// outlive it. viewport::requestOpenGl() comes before the QGuiApplication, the QGuiApplication before this.
class MainWindow {
public:
    explicit MainWindow(AppModel& app);
    ~MainWindow();

    /// @brief Builds the window; it is not shown yet.
    /// @param factory  draws the city; empty: none is drawn
    /// @returns Internal when the QML does not load
    Result<void> load(viewport::CityPassFactory factory);

    [[nodiscard]] QQmlEngine& engine() { return m_engine; }
    /// Only after load() said yes.
    [[nodiscard]] QQuickWindow& window() const { return *m_window; }
    [[nodiscard]] viewport::CityViewport& view() const { return *m_view; }

private:
    AppModel& m_app;
    Translations m_translations;
    QQmlApplicationEngine m_engine;
    std::unique_ptr<QObject> m_touchWatch; ///< outlived by the window, which it watches
    QQuickWindow* m_window = nullptr;
    viewport::CityViewport* m_view = nullptr;
};

} // namespace twin
