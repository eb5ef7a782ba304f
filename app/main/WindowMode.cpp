// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowMode.h"

#include "app/viewport/WindowGraphics.h"
#include "Screenshot.h"
#include "WindowProgram.h"

#include <cstdio>

#include <QGuiApplication>

namespace twin {
namespace {

constexpr int failed = 1;
constexpr int wrongUse = 2;

int leave(const Error& error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.toText()));
    return error.code == ErrorCode::InvalidParameter ? wrongUse : failed;
}

} // namespace

int runWindow(int& argc, char** argv, const WindowOptions& options)
{
    viewport::requestOpenGl();
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Stadtzwilling"));
    QGuiApplication::setDesktopFileName(QStringLiteral("stadtzwilling"));

    if (options.link && options.screenshot.isEmpty() && WindowProgram::handOver(*options.link))
        return 0;
    WindowProgram program(options);
    if (const auto started = program.start(); !started)
        return leave(started.error());
    std::optional<Screenshot> screenshot;
    if (!options.screenshot.isEmpty())
        screenshot.emplace(options.screenshot, options.listenSeconds, program.main().window(), program.main().view(),
                           program.app());
    const int code = QGuiApplication::exec();
    if (screenshot && screenshot->error()) {
        leave(*screenshot->error());
        return failed;
    }
    return screenshot && !screenshot->isSaved() ? failed : code;
}

} // namespace twin
