// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowProgram.h"

#include "app/services/CameraText.h"
#include "app/services/ImportService.h"
#include "app/services/live/LiveService.h"
#include "app/services/OpenRegion.h"
#include "app/services/RegionCache.h"
#include "app/services/sources/SourceDesk.h"
#include "app/viewport/CityViewport.h"

#include <utility>

#include <QCoreApplication>
#include <QFileInfo>
#include <QQuickWindow>
#include <QSettings>
#include <QStandardPaths>

namespace twin {
namespace {

const QString sizeKey = QStringLiteral("window/size");
const QString maximizedKey = QStringLiteral("window/maximized");

/// Who asks for a certain view gets that one and leaves no trace.
bool remembers(const WindowOptions& options)
{
    return options.screenshot.isEmpty() && options.camera.isEmpty() && options.select.isEmpty();
}

AppModel::Services programServices(const QString& crs, bool remembers, const demo::DemoOptions& demo)
{
    AppModel::Services result;
    result.open = [](const QString& path) { return services::openRegion(path); };
    result.isRegion = [](const QString& path) { return services::isRegion(path); };
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/regions");
    result.import = [cache, crs, demo](const QStringList& sources, const CancellationToken& cancel,
                                       const ProgressSink& progress) {
        const services::RegionCache regions(cache);
        return sources.isEmpty() ? regions.demo(demo, cancel, progress)
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
    const auto secrets = std::make_shared<services::Secrets>(desktopKeyring());
    result.sources = std::make_shared<services::SourceDesk>(services::sourcesFile(), secrets);
    const QString own = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    result.limits = own + QStringLiteral("/stadtzwilling/limits.csv");
    if (remembers)
        result.alarms = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                        QStringLiteral("/stadtzwilling/alarms");
    result.live = [secrets](const services::LiveRequest& request, services::LiveListener listener) {
        return std::make_unique<services::LiveService>(request, std::move(listener),
                                                       QCoreApplication::applicationFilePath(), secrets);
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
    if (!options.tab.isEmpty() && !LiveDetails::tabFromName(options.tab))
        return failure(ErrorCode::InvalidParameter,
                       QCoreApplication::translate("twin::Window", "Den Reiter „%1“ gibt es nicht.").arg(options.tab),
                       {}, QCoreApplication::translate("twin::Window", "Wählen Sie facts, live, history oder source."));
    if (!options.camera.isEmpty())
        TWIN_CHECK(services::parseCamera(options.camera, SceneFrame()).map([](const CameraState&) {}));
    return {};
}

} // namespace

WindowProgram::WindowProgram(WindowOptions options, const demo::DemoOptions& demo)
    : m_options(std::move(options)),
      m_app(programServices(m_options.crs, remembers(m_options), demo)),
      m_main(m_app),
      m_mailbox([this](const QByteArray& letter) { return take(letter); })
{
}

Result<void> WindowProgram::start()
{
    TWIN_CHECK(applyOptions(m_options, *m_app.settings()));
    m_app.live()->fields()->choose(m_options.field);
    m_app.live()->details()->setTab(LiveDetails::tabFromName(m_options.tab).value_or(LiveDetails::Now));
    m_app.live()->details()->openWhenKnown(m_options.thing);
    m_app.live()->overrideSources(m_options.live.isEmpty() && !m_options.screenshot.isEmpty() ? QStringLiteral("off")
                                                                                              : m_options.live);
    open();
    TWIN_CHECK(m_main.load(viewport::rendererPassFactory({})));
    QObject::connect(m_app.region(), &RegionModel::opened, &m_main.view(), [this] { showWanted(); });
    if (m_options.time.isValid())
        m_app.clock()->setInstant(m_options.time);
    if (m_options.screenshot.isEmpty()) { // a picture's window is nobody's
        QObject::connect(m_app.region(), &RegionModel::opened, &m_mailbox, [this] { listen(); });
        // The window that had the region may have been closed since.
        QObject::connect(&m_main.window(), &QWindow::activeChanged, &m_mailbox, [this] { listen(); });
    }
    placeWindow();
    return {};
}

/// Shows the window as large as wanted, else as it was left.
void WindowProgram::placeWindow()
{
    QQuickWindow& window = m_main.window();
    QSettings& store = m_app.settings()->store();
    const bool keeps = m_options.size.isEmpty() && remembers(m_options);
    const QSize left = keeps ? store.value(sizeKey).toSize() : QSize();
    if (const QSize size = keeps ? left : m_options.size; !size.isEmpty())
        window.resize(size.expandedTo(window.minimumSize()));
    if (keeps && store.value(maximizedKey).toBool())
        window.showMaximized();
    else
        window.show();
    if (!keeps)
        return;
    const auto keep = [&window, &store] {
        store.setValue(maximizedKey, window.visibility() == QWindow::Maximized);
        if (window.visibility() == QWindow::Windowed)
            store.setValue(sizeKey, window.size());
    };
    QObject::connect(&window, &QWindow::widthChanged, &window, keep);
    QObject::connect(&window, &QWindow::heightChanged, &window, keep);
    QObject::connect(&window, &QWindow::visibilityChanged, &window, [keep](QWindow::Visibility now) {
        if (now != QWindow::Hidden && now != QWindow::Minimized)
            keep();
    });
}

/// Read while the window is built. Raw files and the demo are imported behind it; it shows how far that is.
void WindowProgram::open()
{
    if (m_options.link) {
        // Nothing but a region that is there: a link may come from anywhere.
        if (const auto region = services::linkedRegion(*m_options.link))
            m_app.region()->open(*region);
        else
            m_app.issues()->add(region.error());
    } else if (!m_options.open.isEmpty())
        m_app.importer()->openPaths(m_options.open);
    else if (const QString last = m_app.session()->lastRegion(); !last.isEmpty() && services::isRegion(last))
        m_app.region()->open(last);
    else
        m_app.importer()->openDemo();
}

/// What the command line wants to see once the region is there.
void WindowProgram::showWanted()
{
    viewport::CityViewport& view = m_main.view();
    if (const auto link = std::exchange(m_options.link, std::nullopt))
        m_app.showObject(link->object);
    if (!m_options.camera.isEmpty())
        if (const auto camera = services::parseCamera(m_options.camera, m_app.region()->region()->frame))
            view.setCamera(*camera);
    if (!m_options.compare.isEmpty())
        m_app.layers()->setSwiped(m_app.layers()->rowOf(m_options.compare), true);
    if (m_options.select.isEmpty())
        return;
    if (m_options.camera.isEmpty()) {
        auto* once = new QObject(&view);
        QObject::connect(m_app.inspector(), &InspectorModel::changed, once, [this, &view, once] {
            if (m_app.inspector()->bounds().isEmpty())
                return;
            view.frameSelection();
            once->deleteLater();
        });
    }
    const auto& package = m_app.region()->region()->package;
    const QStringList ids = m_options.select.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& text : ids) {
        const QString id = text.trimmed();
        const auto record = package ? package->object(id) : failure(ErrorCode::NotFound, {});
        m_app.selection().toggle({record ? record->layer : layerName(CityModule::Building), id});
    }
}

// --- Links from other calls ------------------------------------------------------------------------------------------

bool WindowProgram::handOver(const services::ObjectLink& link)
{
    const auto region = services::linkedRegion(link);
    return region && net::LocalMailbox::post(*region, services::uriOf({*region, link.object}).toLatin1());
}

void WindowProgram::listen()
{
    const auto region = m_app.region()->region();
    if (region && region->package)
        m_mailbox.open(QFileInfo(region->package->folder()).canonicalFilePath());
    else
        m_mailbox.close();
}

/// What comes is as strange as what a call brings: it is read by the same rules. @returns whether it was for us.
bool WindowProgram::take(const QByteArray& letter)
{
    const auto link = services::parseObjectLink(QString::fromUtf8(letter));
    const auto linked = link.and_then(services::linkedRegion);
    const auto open = m_app.region()->region();
    if (!linked || !open || !open->package || QFileInfo(open->package->folder()).canonicalFilePath() != *linked)
        return false;
    m_app.showObject(link->object);
    present();
    return true;
}

/// Comes to the front, or asks for it where the desktop lets no window do so by itself.
void WindowProgram::present()
{
    QQuickWindow& window = m_main.window();
    window.setWindowStates(window.windowStates() & ~Qt::WindowMinimized);
    window.raise();
    window.requestActivate();
    window.alert(0);
}

} // namespace twin
