// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"

#include <optional>

#include <QElapsedTimer>
#include <QTimer>

class QQuickWindow;

namespace twin {

class AppModel;
namespace viewport {
class CityViewport;
}

/// Waits until the window shows all it will show, saves it as PNG and ends the event loop. GUI thread; the window, view
/// and models outlive it.
class Screenshot {
public:
    /// @param listenSeconds  least time before the picture: for what shows only while values arrive
    Screenshot(QString file, int listenSeconds, QQuickWindow& window, viewport::CityViewport& view, AppModel& app);

    [[nodiscard]] bool isSaved() const { return m_saved; }
    /// @returns why there is no picture.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    void look();
    void save();
    [[nodiscard]] bool isSettled() const;
    void fail(const Error& error);

    QString m_file;
    qint64 m_leastMilliseconds;
    QQuickWindow& m_window;
    viewport::CityViewport& m_view;
    AppModel& m_app;
    QTimer m_timer;
    QElapsedTimer m_waited;
    int m_settledLooks = 0;
    bool m_saved = false;
    std::optional<Error> m_error;
};

} // namespace twin
