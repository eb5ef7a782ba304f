// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main/MainWindow.h"
#include "app/services/OpenRegion.h"
#include "app/viewmodels/AppModel.h"
#include "app/viewport/CityViewport.h"
#include "app/viewport/WindowGraphics.h"

#include <cstdio>
#include <memory>

#include <QQuickWindow>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace twin::test {

/// The program's own window with settings of its own and no live source, as the benchmarks of the window look at it.
class BenchWindow {
public:
    /// @returns false after a sentence on stderr.
    [[nodiscard]] bool show(QSize size)
    {
        app.live()->overrideSources(QStringLiteral("off"));
        if (const auto loaded = main.load(viewport::rendererPassFactory({})); !loaded) {
            std::fprintf(stderr, "%s\n", qPrintable(loaded.error().toText()));
            return false;
        }
        main.window().resize(size);
        main.window().show();
        return QTest::qWaitForWindowExposed(&main.window());
    }

    const QTemporaryDir folder;
    AppModel app{{[](const QString& path) { return services::openRegion(path); },
                  {},
                  {},
                  std::make_unique<QSettings>(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat)}};
    MainWindow main{app};
};

/// @param words  "1280x800". @returns an empty size where they are none.
[[nodiscard]] inline QSize sizeFrom(const QString& words)
{
    const QStringList parts = words.split(QLatin1Char('x'));
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
}

} // namespace twin::test
