// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/gl/ScenePass.h"

#include "render/shaders/ShaderSources.h"

#include <osg/GLExtensions>
#include <osg/Uniform>

namespace twin::render {

osg::Matrixd toOsg(const Matrix4& m)
{
    return osg::Matrixd(m.data()); // OSG multiplies row vectors: its row-major layout equals our column-major one
}

namespace {

osg::ref_ptr<osg::Shader> makeShader(osg::Shader::Type type, const char* name)
{
    osg::ref_ptr<osg::Shader> shader = new osg::Shader(type, shaderSource(name));
    shader->setName(name);
    return shader;
}

} // namespace

ScenePass::ScenePass(osg::State& state, const char* vertexShader, const char* fragmentShader)
    : m_state(state),
      m_stateSet(new osg::StateSet),
      m_matrixName(osg::Uniform::getNameID("modelViewProjection")),
      m_shadowName(osg::Uniform::getNameID("shadowFromModel")),
      m_eyeName(osg::Uniform::getNameID("originFromEye"))
{
    osg::ref_ptr<osg::Program> program = new osg::Program;
    program->setName(fragmentShader);
    program->addShader(makeShader(osg::Shader::VERTEX, vertexShader));
    program->addShader(makeShader(osg::Shader::FRAGMENT, fragmentShader));
    m_stateSet->setAttribute(program);
}

void ScenePass::setUniform(const char* name, float value)
{
    m_stateSet->getOrCreateUniform(name, osg::Uniform::FLOAT)->set(value);
}

void ScenePass::setUniform(const char* name, int value)
{
    m_stateSet->getOrCreateUniform(name, osg::Uniform::INT)->set(value);
}

void ScenePass::setUniform(const char* name, const osg::Vec2& value)
{
    m_stateSet->getOrCreateUniform(name, osg::Uniform::FLOAT_VEC2)->set(value);
}

void ScenePass::setUniform(const char* name, const osg::Vec3& value)
{
    m_stateSet->getOrCreateUniform(name, osg::Uniform::FLOAT_VEC3)->set(value);
}

void ScenePass::setUniform(const char* name, const osg::Vec4& value)
{
    m_stateSet->getOrCreateUniform(name, osg::Uniform::FLOAT_VEC4)->set(value);
}

void ScenePass::setUniform(const char* name, const osg::Matrixf& value)
{
    m_stateSet->getOrCreateUniform(name, osg::Uniform::FLOAT_MAT4)->set(value);
}

void ScenePass::setUniform(const char* name, std::span<const float> values)
{
    osg::Uniform* uniform =
        m_stateSet->getOrCreateUniform(name, osg::Uniform::FLOAT, static_cast<unsigned>(values.size()));
    for (unsigned i = 0; i < values.size(); ++i)
        uniform->setElement(i, values[i]);
}

void ScenePass::setUniform(const char* name, std::span<const osg::Vec2> values)
{
    osg::Uniform* uniform =
        m_stateSet->getOrCreateUniform(name, osg::Uniform::FLOAT_VEC2, static_cast<unsigned>(values.size()));
    for (unsigned i = 0; i < values.size(); ++i)
        uniform->setElement(i, values[i]);
}

void ScenePass::setUniform(const char* name, std::span<const osg::Vec4> values)
{
    osg::Uniform* uniform =
        m_stateSet->getOrCreateUniform(name, osg::Uniform::FLOAT_VEC4, static_cast<unsigned>(values.size()));
    for (unsigned i = 0; i < values.size(); ++i)
        uniform->setElement(i, values[i]);
}

void ScenePass::setTexture(unsigned unit, const char* sampler, osg::Texture* texture)
{
    m_stateSet->setTextureAttribute(unit, texture); // no mode: glEnable(GL_TEXTURE_2D) is an error in a core profile
    setUniform(sampler, static_cast<int>(unit));
}

void ScenePass::removeTexture(unsigned unit)
{
    m_stateSet->removeTextureAttribute(unit, osg::StateAttribute::TEXTURE);
}

void ScenePass::setDefine(const char* name, bool on)
{
    if (on)
        m_stateSet->setDefine(name);
    else
        m_stateSet->removeDefine(name);
}

void ScenePass::draw(std::span<const DrawItem> items, const Matrix4& view, const Matrix4& projection)
{
    osg::RenderInfo info(&m_state, nullptr);
    osg::GLExtensions& gl = *m_state.get<osg::GLExtensions>();
    const osg::Matrixd viewInDouble = toOsg(view);
    const osg::Matrixd projectionInDouble = toOsg(projection);
    m_state.pushStateSet(m_stateSet);
    for (const DrawItem& item : items) {
        if (item.style)
            m_state.pushStateSet(item.style);
        if (item.look)
            m_state.pushStateSet(item.look);
        m_state.apply();
        if (const osg::Program::PerContextProgram* program = m_state.getLastAppliedProgramObject()) {
            // Eye-relative in double, so that nothing trembles far from the origin.
            const osg::Matrixd place = osg::Matrixd::translate(item.origin.x, item.origin.y, item.origin.z);
            const auto send = [&](unsigned name, const osg::Matrixd& matrix) {
                const GLint location = program->getUniformLocation(name);
                if (location >= 0)
                    gl.glUniformMatrix4fv(location, 1, GL_FALSE, osg::Matrixf(matrix).ptr());
            };
            send(m_matrixName, place * viewInDouble * projectionInDouble);
            if (m_shadow)
                send(m_shadowName, place * toOsg(*m_shadow));
            if (const GLint at = m_eye ? program->getUniformLocation(m_eyeName) : -1; at >= 0) {
                const LocalPosition p = item.origin - *m_eye;
                gl.glUniform3f(at, static_cast<float>(p.x), static_cast<float>(p.y), static_cast<float>(p.z));
            }
            item.drawable->drawImplementation(info);
        }
        if (item.look)
            m_state.popStateSet();
        if (item.style)
            m_state.popStateSet();
    }
    m_state.popStateSet();
    m_state.unbindVertexArrayObject();
}

void ScenePass::release()
{
    m_stateSet->releaseGLObjects(&m_state);
}

} // namespace twin::render
