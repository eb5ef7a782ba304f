// SPDX-License-Identifier: GPL-3.0-or-later
#include "MainWindow.h"

#include "app/viewmodels/AppModel.h"
#include "app/viewport/CityViewport.h"
#include "app/viewport/WindowGraphics.h"

#include <QCoreApplication>
#include <QQuickStyle>
#include <QQuickWindow>

extern void qml_register_types_Stadtzwilling();

namespace twin {
namespace {

/// Tells the settings of fingers. When they are lifted: nothing grows under them.
class TouchWatch final : public QObject {
public:
    explicit TouchWatch(SettingsModel& settings) : m_settings(settings) {}
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::TouchEnd)
            QMetaObject::invokeMethod(
                this, [this] { m_settings.noteTouch(); }, Qt::QueuedConnection);
        return false;
    }

private:
    SettingsModel& m_settings;
};

} // namespace

MainWindow::MainWindow(AppModel& app) : m_app(app), m_translations(app.settings()->language())
{
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    qml_register_types_Stadtzwilling();
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    QObject::connect(app.settings(), &SettingsModel::languageChanged, &m_engine, [this] {
        m_translations.setLanguage(m_app.settings()->language());
        m_engine.retranslate();
        m_app.retranslate();
    });
}

MainWindow::~MainWindow() = default;

Result<void> MainWindow::load(viewport::CityPassFactory factory)
{
    m_engine.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&m_app)}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Stadtzwilling/Main.qml")));
    m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().value(0));
    m_view = m_window ? m_window->findChild<viewport::CityViewport*>() : nullptr;
    if (m_view == nullptr)
        return failure(ErrorCode::Internal,
                       QCoreApplication::translate("twin::Window", "Das Fenster lässt sich nicht aufbauen."));
    m_touchWatch = std::make_unique<TouchWatch>(*m_app.settings());
    m_window->installEventFilter(m_touchWatch.get());
    viewport::shareDepth(*m_window);
    m_view->setFactory(std::move(factory));
    return {};
}

} // namespace twin
