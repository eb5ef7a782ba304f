// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowGraphics.h"

#include <QCoreApplication>
#include <QQuickGraphicsConfiguration>
#include <QQuickWindow>
#include <QSurfaceFormat>

namespace twin::viewport {

void requestOpenGl()
{
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    format.setStencilBufferSize(8);
    QSurfaceFormat::setDefaultFormat(format);
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts); // the city is drawn in a context of its own
    QQuickWindow::setGraphicsApi(QSGRendererInterface::OpenGL);
}

void shareDepth(QQuickWindow& window)
{
    QQuickGraphicsConfiguration graphics; // a changed copy of the window's own would never be freed by Qt 6.4
    graphics.setDepthBufferFor2D(false);
    window.setGraphicsConfiguration(graphics);
}

} // namespace twin::viewport
