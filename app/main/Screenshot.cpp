// SPDX-License-Identifier: GPL-3.0-or-later
#include "Screenshot.h"

#include "app/viewmodels/AppModel.h"
#include "app/viewport/CityViewport.h"

#include <algorithm>

#include <QCoreApplication>
#include <QQuickWindow>

namespace twin {
namespace {

constexpr int lookMilliseconds = 60;
constexpr int settledLooksNeeded = 4; // fades and tooltips have come to rest as well
constexpr qint64 longestMilliseconds = 300'000;
constexpr int longestListenSeconds = 240;

} // namespace

Screenshot::Screenshot(QString file, int listenSeconds, QQuickWindow& window, viewport::CityViewport& view,
                       AppModel& app)
    : m_file(std::move(file)),
      m_leastMilliseconds(std::clamp(listenSeconds, 0, longestListenSeconds) * qint64(1000)),
      m_window(window),
      m_view(view),
      m_app(app)
{
    view.setAcceptHoverEvents(false);    // a pointer that happens to lie there is not part of the picture
    app.settings()->overrideIntroRead(); // nor are words for somebody who is not there
    m_waited.start();
    m_timer.setInterval(lookMilliseconds);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
    QObject::connect(app.region(), &RegionModel::failed, &m_timer, [this](const Error& error) { fail(error); });
    QObject::connect(app.importer(), &ImportModel::failed, &m_timer, [this](const Error& error) { fail(error); });
    m_timer.start();
}

bool Screenshot::isSettled() const
{
    if (m_waited.elapsed() < m_leastMilliseconds)
        return false;
    if (m_app.importer()->isRunning() || m_app.region()->state() == RegionModel::State::Opening)
        return false;
    if (m_app.region()->state() == RegionModel::State::Empty)
        return true;
    const auto* inspector = m_app.inspector();
    const bool read = !inspector->isActive() || !inspector->figure().isEmpty() || !inspector->problem().isEmpty();
    return m_view.isSettled() && read && m_app.live()->isSettled();
}

void Screenshot::look()
{
    // Nor are hints about what lies below it.
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&m_window, &leave);
    m_settledLooks = isSettled() ? m_settledLooks + 1 : 0;
    if (m_settledLooks >= settledLooksNeeded)
        save();
    else if (m_waited.elapsed() > longestMilliseconds)
        fail({ErrorCode::Timeout,
              QCoreApplication::translate("twin::Window", "Das Bild ist nach fünf Minuten noch nicht vollständig."),
              {},
              QCoreApplication::translate("twin::Window",
                                          "Wählen Sie einen kleineren Ausschnitt oder eine kleinere Fenstergröße."),
              {}});
}

void Screenshot::save()
{
    m_timer.stop();
    const QImage image = m_window.grabWindow();
    if (image.isNull() || !image.save(m_file, "PNG")) {
        fail({ErrorCode::AccessDenied,
              QCoreApplication::translate("twin::Window", "Das Bild „%1“ lässt sich nicht schreiben.").arg(m_file),
              {},
              QCoreApplication::translate("twin::Window", "Prüfen Sie, ob der Ordner existiert und beschreibbar ist."),
              {}});
        return;
    }
    m_saved = true;
    QCoreApplication::quit();
}

void Screenshot::fail(const Error& error)
{
    m_timer.stop();
    m_error = error;
    QCoreApplication::quit();
}

} // namespace twin
