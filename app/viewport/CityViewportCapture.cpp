// SPDX-License-Identifier: GPL-3.0-or-later
// The picture and the view, to be kept or handed on.
#include "CityViewport.h"

#include "app/services/CameraText.h"
#include "app/viewmodels/ChosenFile.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QQuickWindow>

namespace twin::viewport {

QString CityViewport::viewText() const
{
    const auto region = m_app ? m_app->region()->region() : nullptr;
    return region ? services::cameraText(m_navigator.camera(), region->frame) : QString();
}

void CityViewport::copyView() const
{
    QGuiApplication::clipboard()->setText(QStringLiteral("--camera ") + viewText());
}

QImage CityViewport::picture() const
{
    QImage image = m_window ? m_window->grabWindow() : QImage();
    if (m_app && !image.isNull()) { // who finds the file later knows what it shows
        image.setText(QStringLiteral("Source"), m_app->region()->attribution());
        image.setText(QStringLiteral("Camera"), viewText());
        image.setText(QStringLiteral("Time"), m_app->clock()->utc().toString(Qt::ISODate));
    }
    return image;
}

bool CityViewport::copyPicture() const
{
    const QImage image = picture();
    if (!image.isNull())
        QGuiApplication::clipboard()->setImage(image);
    return !image.isNull();
}

bool CityViewport::savePicture(const QUrl& file)
{
    const QImage image = picture();
    if (!image.isNull() && image.save(chosenFile(file), "PNG"))
        return true;
    if (m_app)
        m_app->issues()->add({ErrorCode::AccessDenied,
                              tr("Das Bild lässt sich nicht schreiben."),
                              {},
                              tr("Wählen Sie einen Ordner, in den Sie schreiben dürfen."),
                              {chosenFile(file), -1, {}}});
    return false;
}

} // namespace twin::viewport
