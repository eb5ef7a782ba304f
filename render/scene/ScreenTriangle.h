// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <osg/Drawable>
#include <osg/GLExtensions>
#include <osg/State>

namespace twin::render {

/// A triangle that covers the whole picture; shaders/screen.vert makes its corners. Render thread only.
class ScreenTriangle final : public osg::Drawable {
public:
    ScreenTriangle()
    {
        setUseDisplayList(false);
        setUseVertexArrayObject(false);
        setCullingActive(false);
    }
    ScreenTriangle(const ScreenTriangle& other, const osg::CopyOp& op) : osg::Drawable(other, op) {}
    META_Node(twin, ScreenTriangle)

        void drawImplementation(osg::RenderInfo& info) const override
    {
        osg::State& state = *info.getState();
        state.unbindVertexArrayObject();
        auto* gl = state.get<osg::GLExtensions>();
        if (m_vertexArray == 0)
            gl->glGenVertexArrays(1, &m_vertexArray);
        gl->glBindVertexArray(m_vertexArray);
        glDrawArrays(GL_TRIANGLES, 0, 3);
        gl->glBindVertexArray(0);
    }
    /// Context must be current.
    void release(osg::State& state)
    {
        if (m_vertexArray != 0)
            state.get<osg::GLExtensions>()->glDeleteVertexArrays(1, &m_vertexArray);
        m_vertexArray = 0;
    }

private:
    ~ScreenTriangle() override = default;
    mutable unsigned m_vertexArray = 0; ///< without attributes; a core profile draws nothing without one
};

} // namespace twin::render
