// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/WindowStage.h"

#include "app/viewport/CityViewport.h"
#include "qml/WindowEyes.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QSettings>
#include <QTest>
#include <QThread>

namespace twin::test {
namespace {

constexpr int longestWaitMilliseconds = 30'000;

Result<QString> import(const QStringList& sources, bool slow, const CancellationToken& cancel,
                       const ProgressSink& progress)
{
    progress(0.5, QStringLiteral("Gebäude lesen"));
    while (slow && !cancel.isCancelled())
        QThread::msleep(5);
    if (slow)
        return failure(ErrorCode::Cancelled, {});
    if (sources.value(0).endsWith(QLatin1String("kaputt.gml")))
        return failure(ErrorCode::MalformedData, QStringLiteral("Die Datei ist beschädigt."), {},
                       QStringLiteral("Laden Sie die Datei neu."));
    return QStringLiteral("x");
}

AppModel::Services servicesOf(const StageOptions& options, const QString& folder)
{
    const QString settings =
        options.settingsFile.isEmpty() ? folder + QStringLiteral("/settings.ini") : options.settingsFile;
    return {
        [region = options.region](const QString&) { return Result<services::OpenedRegion>(region); },
        [slow = options.slowImport](const QStringList& sources, const CancellationToken& cancel,
                                    const ProgressSink& progress) { return import(sources, slow, cancel, progress); },
        [](const QString& path) { return !path.contains(QLatin1Char('.')); },
        std::make_unique<QSettings>(settings, QSettings::IniFormat),
        options.addData,
        {},
        options.live};
}

} // namespace

services::OpenedRegion emptyRegion()
{
    services::OpenedRegion region;
    region.frame = SceneFrame({392'300, 5'707'900, 60});
    region.extent.include(LocalPosition{0, 0, 0});
    region.extent.include(LocalPosition{500, 500, 40});
    region.title = QStringLiteral("Probe");
    region.demo = true;
    return region;
}

WindowStage::WindowStage(StageOptions options) : m_app(servicesOf(options, m_folder.path())), m_main(m_app)
{
    QObject::connect(&m_main.engine(), &QQmlEngine::warnings, [this](const QList<QQmlError>& errors) {
        for (const QQmlError& error : errors)
            m_warnings += error.toString();
    });
    if (const auto loaded = m_main.load(std::move(options.factory)); !loaded)
        qFatal("%s\n%s", qPrintable(loaded.error().toText()), qPrintable(warnings()));
    window().show();
    window().requestActivate();
    if (!QTest::qWaitForWindowActive(&window(), longestWaitMilliseconds)) // shortcuts work in the active window only
        qFatal("The window does not appear.");
}

WindowStage::~WindowStage() = default;

bool WindowStage::openRegion()
{
    m_app.importer()->openPaths({QStringLiteral("x")});
    return QTest::qWaitFor([this] { return m_app.region()->state() == RegionModel::State::Open; });
}

QQuickItem* WindowStage::find(const QString& words)
{
    return findWords(window(), words);
}

QQuickItem* WindowStage::control(QAccessible::Role role, const QString& name)
{
    return findControl(window(), role, name);
}

bool WindowStage::click(const QString& words)
{
    const QPoint place = resting([&] { return find(words); });
    if (!place.isNull())
        QTest::mouseClick(&window(), Qt::LeftButton, {}, place);
    return !place.isNull();
}

QString WindowStage::focusName()
{
    const QQuickItem* item = window().activeFocusItem();
    return item ? QString::fromLatin1(item->metaObject()->className()) : QString();
}

} // namespace twin::test
