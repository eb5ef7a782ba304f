// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compositor.h"

#include <array>
#include <utility>

#include <QCoreApplication>
#include <QOpenGLContext>
#include <QOpenGLExtraFunctions>

namespace twin::viewport {
namespace {

constexpr const char* vertexShader = R"(#version 330 core
out vec2 uv;
void main()
{
    uv = vec2((gl_VertexID << 1) & 2, gl_VertexID & 2);
    gl_Position = vec4(uv * 2.0 - 1.0, 0.0, 1.0);
}
)";

constexpr const char* fragmentShader = R"(#version 330 core
uniform sampler2D colourPicture;
uniform sampler2D depthPicture;
in vec2 uv;
out vec4 colour;
void main()
{
    colour = vec4(texture(colourPicture, uv).rgb, 1.0);
    gl_FragDepth = texture(depthPicture, uv).r;
}
)";

QOpenGLExtraFunctions& gl()
{
    return *QOpenGLContext::currentContext()->extraFunctions();
}

Result<unsigned> compile(unsigned kind, const char* source)
{
    const unsigned shader = gl().glCreateShader(kind);
    gl().glShaderSource(shader, 1, &source, nullptr);
    gl().glCompileShader(shader);
    int good = 0;
    gl().glGetShaderiv(shader, GL_COMPILE_STATUS, &good);
    if (good)
        return shader;
    std::array<char, 1024> log{};
    gl().glGetShaderInfoLog(shader, static_cast<int>(log.size()) - 1, nullptr, log.data());
    gl().glDeleteShader(shader);
    return failure(
        ErrorCode::Internal,
        QCoreApplication::translate("twin::Viewport",
                                    "Die Grafikkarte kann das Stadtmodell nicht ins Fenster zeichnen."),
        QString::fromLatin1(log.data()),
        QCoreApplication::translate("twin::Viewport", "Aktualisieren Sie den Grafiktreiber (OpenGL 3.3 oder neuer)."));
}

} // namespace

Result<Compositor> Compositor::create()
{
    TWIN_TRY(const unsigned vertex, compile(GL_VERTEX_SHADER, vertexShader));
    TWIN_TRY(const unsigned fragment, compile(GL_FRAGMENT_SHADER, fragmentShader));
    Compositor compositor;
    auto& f = gl();
    compositor.m_program = f.glCreateProgram();
    for (const unsigned shader : {vertex, fragment}) {
        f.glAttachShader(compositor.m_program, shader);
        f.glDeleteShader(shader);
    }
    f.glLinkProgram(compositor.m_program);
    f.glUseProgram(compositor.m_program);
    f.glUniform1i(f.glGetUniformLocation(compositor.m_program, "colourPicture"), 0);
    f.glUniform1i(f.glGetUniformLocation(compositor.m_program, "depthPicture"), 1);
    f.glUseProgram(0);
    f.glGenVertexArrays(1, &compositor.m_vertexArray);
    f.glGenSamplers(1, &compositor.m_sampler);
    // A sampler object of our own: whatever filter or comparison the renderer set on its textures does not matter here.
    f.glSamplerParameteri(compositor.m_sampler, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    f.glSamplerParameteri(compositor.m_sampler, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    f.glSamplerParameteri(compositor.m_sampler, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    f.glSamplerParameteri(compositor.m_sampler, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    f.glSamplerParameteri(compositor.m_sampler, GL_TEXTURE_COMPARE_MODE, GL_NONE);
    return compositor;
}

Compositor::Compositor(Compositor&& other) noexcept
    : m_program(std::exchange(other.m_program, 0)),
      m_vertexArray(std::exchange(other.m_vertexArray, 0)),
      m_sampler(std::exchange(other.m_sampler, 0)),
      m_textures(std::exchange(other.m_textures, {})),
      m_uploadedSize(other.m_uploadedSize),
      m_uploaded(other.m_uploaded)
{
}

Compositor::~Compositor()
{
    if (m_program == 0 || QOpenGLContext::currentContext() == nullptr)
        return;
    gl().glDeleteProgram(m_program);
    gl().glDeleteVertexArrays(1, &m_vertexArray);
    gl().glDeleteSamplers(1, &m_sampler);
    gl().glDeleteTextures(static_cast<int>(m_textures.size()), m_textures.data());
}

void Compositor::upload(const CityPicture& picture)
{
    if (m_uploaded == picture.number)
        return;
    auto& f = gl();
    if (m_textures[0] == 0)
        f.glGenTextures(static_cast<int>(m_textures.size()), m_textures.data());
    f.glBindBuffer(GL_PIXEL_UNPACK_BUFFER, 0);
    f.glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    f.glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    const int width = picture.size.width();
    const int height = picture.size.height();
    const auto fill = [&](unsigned texture, GLint internal, GLenum format, GLenum type, const void* pixels) {
        f.glBindTexture(GL_TEXTURE_2D, texture);
        if (m_uploadedSize == picture.size) {
            f.glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, width, height, format, type, pixels);
            return;
        }
        f.glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
        f.glTexImage2D(GL_TEXTURE_2D, 0, internal, width, height, 0, format, type, pixels);
    };
    fill(m_textures[0], GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE, picture.colour.data());
    fill(m_textures[1], GL_DEPTH_COMPONENT32F, GL_DEPTH_COMPONENT, GL_FLOAT, picture.depth.data());
    f.glBindTexture(GL_TEXTURE_2D, 0);
    m_uploadedSize = picture.size;
    m_uploaded = picture.number;
}

void Compositor::draw(const CityPicture& picture, const QRect& target)
{
    auto& f = gl();
    const bool inPixels = picture.colourTexture == 0;
    if (inPixels)
        upload(picture);
    f.glViewport(target.x(), target.y(), target.width(), target.height());
    f.glDisable(GL_SCISSOR_TEST);
    f.glDisable(GL_STENCIL_TEST);
    f.glDisable(GL_CULL_FACE);
    f.glDisable(GL_BLEND);
    f.glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    // Depth is only written where the depth test is on; ALWAYS makes it a plain copy.
    f.glEnable(GL_DEPTH_TEST);
    f.glDepthFunc(GL_ALWAYS);
    f.glDepthMask(GL_TRUE);
    f.glUseProgram(m_program);
    const std::array textures = inPixels ? m_textures : std::array{picture.colourTexture, picture.depthTexture};
    for (unsigned unit = 0; unit < textures.size(); ++unit) {
        f.glActiveTexture(GL_TEXTURE0 + unit);
        f.glBindTexture(GL_TEXTURE_2D, textures[unit]);
        f.glBindSampler(unit, m_sampler);
    }
    f.glBindVertexArray(m_vertexArray);
    f.glDrawArrays(GL_TRIANGLES, 0, 3);

    f.glBindVertexArray(0);
    for (unsigned unit = static_cast<unsigned>(textures.size()); unit-- > 0;) {
        f.glActiveTexture(GL_TEXTURE0 + unit);
        f.glBindTexture(GL_TEXTURE_2D, 0);
        f.glBindSampler(unit, 0);
    }
    f.glUseProgram(0);
    f.glDepthFunc(GL_LESS);
    f.glDisable(GL_DEPTH_TEST);
}

} // namespace twin::viewport
