// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowMode.h"

#include "app/services/CameraText.h"
#include "app/services/ImportService.h"
#include "app/services/live/LiveService.h"
#include "app/services/OpenRegion.h"
#include "app/services/RegionCache.h"
#include "app/viewmodels/AppModel.h"
#include "app/viewport/CityViewport.h"
#include "app/viewport/WindowGraphics.h"
#include "MainWindow.h"
#include "model/Logging.h"
#include "Screenshot.h"

#include <cstdio>

#include <QGuiApplication>
#include <QQuickWindow>
#include <QSettings>
#include <QStandardPaths>

namespace twin {
namespace {

constexpr int done = 0;
constexpr int failed = 1;
constexpr int wrongUse = 2;

int leave(const Error& error, int code)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.toText()));
    return code;
}

AppModel::Services programServices(const QString& crs, bool remembers)
{
    AppModel::Services result;
    result.open = [](const QString& path) { return services::openRegion(path); };
    result.isRegion = [](const QString& path) { return services::isRegion(path); };
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/regions");
    result.import = [cache, crs](const QStringList& sources, const CancellationToken& cancel,
                                 const ProgressSink& progress) {
        const services::RegionCache regions(cache);
        return sources.isEmpty() ? regions.demo({}, cancel, progress)
                                 : regions.imported(sources, crs, cancel, progress);
    };
    result.addData.import = [cache](const QStringList& sources, const QString& named, const CancellationToken& cancel,
                                    const ProgressSink& progress) -> Result<AddDataModel::Imported> {
        AddDataModel::Imported imported;
        TWIN_TRY(imported.region,
                 services::RegionCache(cache).imported(sources, named, cancel, progress, &imported.summary));
        return imported;
    };
    const auto store = [] {
        return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("stadtzwilling"),
                                           QStringLiteral("stadtzwilling"));
    };
    result.settings = store();
    if (remembers)
        result.session = store();
    result.live = [](const services::LiveRequest& request, services::LiveListener listener) {
        return std::make_unique<services::LiveService>(request, std::move(listener),
                                                       QCoreApplication::applicationFilePath());
    };
    return result;
}

Result<void> applyOptions(const WindowOptions& options, SettingsModel& settings)
{
    if (!options.theme.isEmpty() && !settings.overrideTheme(options.theme))
        return failure(
            ErrorCode::InvalidParameter,
            QCoreApplication::translate("twin::Window", "Das Farbschema „%1“ gibt es nicht.").arg(options.theme), {},
            QCoreApplication::translate("twin::Window", "Wählen Sie light, dark oder contrast."));
    if (!options.style.isEmpty() && !settings.overridePictureStyle(options.style))
        return failure(
            ErrorCode::InvalidParameter,
            QCoreApplication::translate("twin::Window", "Die Darstellung „%1“ gibt es nicht.").arg(options.style), {},
            QCoreApplication::translate("twin::Window", "Wählen Sie standard, map oder photo."));
    if (!options.language.isEmpty() && !settings.overrideLanguage(options.language))
        return failure(
            ErrorCode::InvalidParameter,
            QCoreApplication::translate("twin::Window", "Die Sprache „%1“ gibt es nicht.").arg(options.language), {},
            QCoreApplication::translate("twin::Window", "Wählen Sie de oder en."));
    if (!options.camera.isEmpty())
        TWIN_CHECK(services::parseCamera(options.camera, SceneFrame()).map([](const CameraState&) {}));
    return {};
}

/// What the command line wants to see once the region is there.
void showWanted(const WindowOptions& options, AppModel& app, viewport::CityViewport& view)
{
    if (!options.camera.isEmpty())
        if (const auto camera = services::parseCamera(options.camera, app.region()->region()->frame))
            view.setCamera(*camera);
    if (options.select.isEmpty())
        return;
    if (options.camera.isEmpty()) {
        auto* once = new QObject(&view);
        QObject::connect(app.inspector(), &InspectorModel::changed, once, [&app, &view, once] {
            if (app.inspector()->bounds().isEmpty())
                return;
            view.frameSelection();
            once->deleteLater();
        });
    }
    const auto& package = app.region()->region()->package;
    const QStringList ids = options.select.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& text : ids) {
        const QString id = text.trimmed();
        const auto record = package ? package->object(id) : failure(ErrorCode::NotFound, {});
        app.selection().toggle({record ? record->layer : layerName(CityModule::Building), id});
    }
}

} // namespace

int runWindow(int& argc, char** argv, const WindowOptions& options)
{
    viewport::requestOpenGl();
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Stadtzwilling"));

    // Who asks for a certain view gets that one and leaves no trace.
    const bool remembers = options.screenshot.isEmpty() && options.camera.isEmpty() && options.select.isEmpty();
    AppModel app(programServices(options.crs, remembers));
    if (const auto applied = applyOptions(options, *app.settings()); !applied)
        return leave(applied.error(), wrongUse);
    app.live()->fields()->choose(options.field);
    app.live()->overrideSources(options.live.isEmpty() && !options.screenshot.isEmpty() ? QStringLiteral("off")
                                                                                        : options.live);
    MainWindow mainWindow(app);
    // Read while the window is built. Raw files and the demo are imported behind it; it shows how far that is.
    if (!options.open.isEmpty())
        app.importer()->openPaths(options.open);
    else if (const QString last = app.session()->lastRegion(); !last.isEmpty() && services::isRegion(last))
        app.region()->open(last);
    else
        app.importer()->openDemo();
    if (const auto loaded = mainWindow.load(viewport::rendererPassFactory({})); !loaded)
        return leave(loaded.error(), failed);
    QObject::connect(app.region(), &RegionModel::opened, &mainWindow.view(),
                     [&] { showWanted(options, app, mainWindow.view()); });
    if (options.time.isValid())
        app.clock()->setInstant(options.time);
    if (!options.size.isEmpty())
        mainWindow.window().resize(options.size);
    std::optional<Screenshot> screenshot;
    if (!options.screenshot.isEmpty())
        screenshot.emplace(options.screenshot, mainWindow.window(), mainWindow.view(), app);
    mainWindow.window().show();
    const int code = QGuiApplication::exec();
    if (screenshot && screenshot->error())
        return leave(*screenshot->error(), failed);
    return screenshot && !screenshot->isSaved() ? failed : code;
}

} // namespace twin
