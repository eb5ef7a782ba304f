// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/gl/OsgContext.h"

#include "model/Logging.h"

#include <QCoreApplication>

#include <mutex>

#include <osg/GLExtensions>
#include <osg/GLObjects>
#include <osg/Notify>
#include <osg/PointSprite>
#include <osg/Texture>

#ifndef GL_PROGRAM_POINT_SIZE
#define GL_PROGRAM_POINT_SIZE 0x8642
#endif

namespace twin::render {

namespace {

class LogHandler final : public osg::NotifyHandler {
public:
    void notify(osg::NotifySeverity severity, const char* message) override
    {
        const QString text = QString::fromUtf8(message).trimmed();
        if (text.isEmpty())
            return;
        if (severity <= osg::WARN)
            qCWarning(log::osg).noquote() << text;
        else
            qCDebug(log::osg).noquote() << text;
    }
};

} // namespace

void captureOsgMessages()
{
    static std::once_flag once;
    std::call_once(once, [] {
        const osg::ref_ptr<osg::NotifyHandler> handler = new LogHandler;
        osg::setNotifyHandler(handler);
        osg::setNotifyLevel(osg::WARN);
    });
}

Result<std::unique_ptr<OsgContext>> OsgContext::create()
{
    captureOsgMessages();
    const auto* version = reinterpret_cast<const char*>(glGetString(GL_VERSION));
    const int major = version ? version[0] - '0' : 0;
    const int minor = version && version[1] == '.' ? version[2] - '0' : 0;
    if (major * 10 + minor < 33)
        return failure(
            ErrorCode::Internal,
            QCoreApplication::translate("CityRenderer", "Die Grafik dieses Rechners ist zu alt für das Stadtmodell."),
            QStringLiteral("OpenGL 3.3 core is needed, found: %1").arg(QLatin1String(version ? version : "no context")),
            QCoreApplication::translate("CityRenderer",
                                        "Aktualisieren Sie den Grafiktreiber (OpenGL 3.3 oder neuer)."));

    std::unique_ptr<OsgContext> context(new OsgContext);
    const QString renderer = QString::fromLatin1(reinterpret_cast<const char*>(glGetString(GL_RENDERER)));
    context->m_software = renderer.contains(QLatin1String("llvmpipe")) ||
                          renderer.contains(QLatin1String("softpipe")) ||
                          renderer.contains(QLatin1String("SwiftShader"));
    context->m_window = new osgViewer::GraphicsWindowEmbedded(0, 0, 16, 16);
    osg::State& state = context->state();
    osg::ref_ptr<osg::DisplaySettings> settings = new osg::DisplaySettings;
    settings->setVertexBufferHint(osg::DisplaySettings::VERTEX_ARRAY_OBJECT);
    settings->setSerializeDrawDispatch(false);
    state.setDisplaySettings(settings);
    state.setUseModelViewAndProjectionUniforms(true);
    state.setUseVertexAttributeAliasing(true);
    state.setCheckForGLErrors(osg::State::NEVER_CHECK_GL_ERRORS); // counted by endFrame() instead
    state.initializeExtensionProcs();
    // Modes of the fixed function that OSG would switch: errors in a core profile.
    for (const GLenum mode : {GLenum(GL_POINT_SPRITE_ARB), GLenum(GL_LIGHTING), GLenum(GL_FOG), GLenum(GL_ALPHA_TEST),
                              GLenum(GL_COLOR_MATERIAL), GLenum(GL_NORMALIZE), GLenum(GL_RESCALE_NORMAL)})
        state.setModeValidity(mode, false);
    // OSG probes a few fixed-function limits here that a core profile answers with GL_INVALID_ENUM; not errors of a
    // frame.
    context->drainErrors();
    return context;
}

OsgContext::~OsgContext()
{
    if (!m_window)
        return;
    flushReleased();
    m_window->close(true);
}

void OsgContext::flushReleased()
{
    const unsigned id = state().getContextID();
    osg::flushAllDeletedGLObjects(id);
}

int OsgContext::drainErrors()
{
    int errors = 0;
    while (errors < 1000) {
        const GLenum error = glGetError();
        if (error == GL_NO_ERROR)
            break;
        if (++errors == 1)
            qCDebug(log::render) << "GL error" << Qt::hex << error;
    }
    return errors;
}

void OsgContext::beginFrame()
{
    drainErrors(); // of whoever used the context before
    osg::GLExtensions& ext = gl();
    ext.glBindVertexArray(0);
    ext.glUseProgram(0);
    ext.glBindBuffer(GL_ARRAY_BUFFER_ARB, 0);
    ext.glBindBuffer(GL_PIXEL_UNPACK_BUFFER_ARB, 0);
    ext.glBindBuffer(GL_PIXEL_PACK_BUFFER_ARB, 0);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glPixelStorei(GL_PACK_ROW_LENGTH, 0);
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_BLEND);
    glDisable(GL_POLYGON_OFFSET_FILL);
    glEnable(GL_DEPTH_TEST);
    glEnable(GL_CULL_FACE);
    glCullFace(GL_BACK);
    glFrontFace(GL_CCW);
    glDepthFunc(GL_LESS);
    glDepthMask(GL_TRUE);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glDepthRange(0, 1);
    glEnable(GL_PROGRAM_POINT_SIZE); // State::reset() takes every mode for the opposite of its default
    state().reset();
}

int OsgContext::endFrame()
{
    osg::State& s = state();
    s.unbindVertexArrayObject();
    osg::GLExtensions& ext = gl();
    ext.glBindVertexArray(0);
    ext.glUseProgram(0);
    s.setLastAppliedProgramObject(nullptr);
    ext.glBindBuffer(GL_ARRAY_BUFFER_ARB, 0);
    for (unsigned unit = 0; unit < 8; ++unit) {
        ext.glActiveTexture(GL_TEXTURE0 + unit);
        glBindTexture(GL_TEXTURE_2D, 0);
        glBindTexture(GL_TEXTURE_2D_ARRAY_EXT, 0);
    }
    ext.glActiveTexture(GL_TEXTURE0);
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_PROGRAM_POINT_SIZE);
    glDepthMask(GL_TRUE);
    glDepthFunc(GL_LESS);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    ext.glBindFramebuffer(GL_FRAMEBUFFER_EXT, 0);
    return drainErrors();
}

} // namespace twin::render
