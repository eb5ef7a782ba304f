// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/OffscreenContext.h"

#include <QCoreApplication>
#include <QThread>

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>

#include <array>
#include <cstring>
#include <vector>

namespace twin::render {

struct OffscreenContext::Private {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    EGLSurface surface = EGL_NO_SURFACE; ///< only for drivers without surfaceless contexts
    Qt::HANDLE thread = QThread::currentThreadId();

    ~Private()
    {
        if (display == EGL_NO_DISPLAY)
            return;
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (surface != EGL_NO_SURFACE)
            eglDestroySurface(display, surface);
        if (context != EGL_NO_CONTEXT)
            eglDestroyContext(display, context);
        // The display is shared by the process (Qt may use it too), so it is not terminated here.
    }
};

namespace {

bool hasExtension(EGLDisplay display, const char* name)
{
    const char* all = eglQueryString(display, EGL_EXTENSIONS);
    return all && std::strstr(all, name);
}

/// Displays worth trying, best first: Mesa without any surface, then every device (NVIDIA), then the default one.
std::vector<EGLDisplay> candidateDisplays()
{
    std::vector<EGLDisplay> displays;
    const auto getPlatformDisplay =
        reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
    const auto queryDevices = reinterpret_cast<PFNEGLQUERYDEVICESEXTPROC>(eglGetProcAddress("eglQueryDevicesEXT"));
    if (getPlatformDisplay && hasExtension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless"))
        displays.push_back(getPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr));
    if (getPlatformDisplay && queryDevices && hasExtension(EGL_NO_DISPLAY, "EGL_EXT_platform_device")) {
        std::array<EGLDeviceEXT, 16> devices{};
        EGLint count = 0;
        if (queryDevices(static_cast<EGLint>(devices.size()), devices.data(), &count)) {
            // Hardware before Mesa's software device, whatever order the loader lists them in.
            const auto query =
                reinterpret_cast<PFNEGLQUERYDEVICESTRINGEXTPROC>(eglGetProcAddress("eglQueryDeviceStringEXT"));
            std::vector<EGLDisplay> software;
            for (int i = 0; i < count; ++i) {
                const auto device = devices[static_cast<std::size_t>(i)];
                const char* extensions = query ? query(device, EGL_EXTENSIONS) : nullptr;
                const bool isSoftware = extensions && std::strstr(extensions, "EGL_MESA_device_software");
                (isSoftware ? software : displays)
                    .push_back(getPlatformDisplay(EGL_PLATFORM_DEVICE_EXT, device, nullptr));
            }
            displays.insert(displays.end(), software.begin(), software.end());
        }
    }
    displays.push_back(eglGetDisplay(EGL_DEFAULT_DISPLAY));
    return displays;
}

bool makeContext(EGLDisplay display, EGLContext& context, EGLSurface& surface)
{
    if (display == EGL_NO_DISPLAY || !eglInitialize(display, nullptr, nullptr) || !eglBindAPI(EGL_OPENGL_API))
        return false;
    const EGLint configAttributes[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT,
                                       EGL_NONE};
    EGLConfig config = nullptr;
    EGLint configs = 0;
    if (!eglChooseConfig(display, configAttributes, &config, 1, &configs) || configs == 0) {
        config = nullptr;
        if (!hasExtension(display, "EGL_KHR_no_config_context"))
            return false;
    }
    const EGLint contextAttributes[] = {
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    context = eglCreateContext(display, config, EGL_NO_CONTEXT, contextAttributes);
    if (context == EGL_NO_CONTEXT)
        return false;
    if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context))
        return true;
    const EGLint surfaceAttributes[] = {EGL_WIDTH, 16, EGL_HEIGHT, 16, EGL_NONE};
    surface = config ? eglCreatePbufferSurface(display, config, surfaceAttributes) : EGL_NO_SURFACE;
    return surface != EGL_NO_SURFACE && eglMakeCurrent(display, surface, surface, context);
}

QString glText(GLenum name)
{
    const auto* text = reinterpret_cast<const char*>(glGetString(name));
    return text ? QString::fromLatin1(text) : QString();
}

} // namespace

OffscreenContext::OffscreenContext(std::unique_ptr<Private> p) : d(std::move(p)) {}

OffscreenContext::~OffscreenContext()
{
    Q_ASSERT(d->thread == QThread::currentThreadId());
}

Result<std::unique_ptr<OffscreenContext>> OffscreenContext::create()
{
    // A software display is kept only when no hardware answers.
    std::unique_ptr<OffscreenContext> software;
    for (const EGLDisplay display : candidateDisplays()) {
        auto d = std::make_unique<Private>();
        d->display = display;
        if (!makeContext(display, d->context, d->surface))
            continue;
        std::unique_ptr<OffscreenContext> context(new OffscreenContext(std::move(d)));
        if (!context->isSoftware())
            return context;
        if (!software)
            software = std::move(context);
    }
    if (software) {
        const auto& p = *software->d;
        if (eglMakeCurrent(p.display, p.surface, p.surface, p.context))
            return software;
    }
    return failure(
        ErrorCode::Internal,
        QCoreApplication::translate("OffscreenContext", "Ohne Fenster kann hier nicht gezeichnet werden."),
        QStringLiteral("no EGL display offers an OpenGL 3.3 core context, last error 0x%1").arg(eglGetError(), 0, 16),
        QCoreApplication::translate(
            "OffscreenContext", "Installieren Sie einen OpenGL-Treiber mit EGL (Debian: libgl1-mesa-dri, libegl1)."));
}

QString OffscreenContext::vendor() const
{
    return glText(GL_VENDOR);
}

QString OffscreenContext::renderer() const
{
    return glText(GL_RENDERER);
}

QString OffscreenContext::version() const
{
    return glText(GL_VERSION);
}

bool OffscreenContext::isSoftware() const
{
    return isSoftwareRenderer();
}

bool isSoftwareRenderer()
{
    const QString name = glText(GL_RENDERER);
    return name.contains(QLatin1String("llvmpipe")) || name.contains(QLatin1String("softpipe")) ||
           name.contains(QLatin1String("SwiftShader"));
}

} // namespace twin::render
