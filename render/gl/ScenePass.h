// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/TileTree.h"

#include <osg/Drawable>
#include <osg/Program>
#include <osg/State>
#include <osg/StateSet>

#include <optional>
#include <span>

namespace twin::render {

[[nodiscard]] osg::Matrixd toOsg(const Matrix4& m);

/// One thing to draw: triangles, where they are, and how they deviate from the pass.
struct DrawItem {
    const osg::Drawable* drawable = nullptr;
    LocalPosition origin;                 ///< scene; the drawable's vertices are relative to it
    const osg::StateSet* style = nullptr; ///< may be null
    const osg::StateSet* look = nullptr;  ///< of a part; may be null
};

/// One way of drawing: program, fixed state and uniforms; draws into whatever framebuffer is bound. Nothing is culled
/// or sorted here: the caller hands in what is visible, in order. Render thread only.
///
/// osg::State applies programs, textures, uniforms and modes. The draw loop is ours because SceneView and RenderStage
/// of OSG 3.6.5 call glMatrixMode and glDrawBuffer(GL_BACK), which are GL errors in a core profile.
class ScenePass {
public:
    /// @param vertexShader, fragmentShader  names of sources in render/shaders
    ScenePass(osg::State& state, const char* vertexShader, const char* fragmentShader);

    [[nodiscard]] osg::StateSet& stateSet() { return *m_stateSet; }
    void setUniform(const char* name, float value);
    void setUniform(const char* name, int value);
    void setUniform(const char* name, const osg::Vec2& value);
    void setUniform(const char* name, const osg::Vec3& value);
    void setUniform(const char* name, const osg::Vec4& value);
    void setUniform(const char* name, const osg::Matrixf& value);
    void setUniform(const char* name, std::span<const float> values);
    void setUniform(const char* name, std::span<const osg::Vec2> values);
    void setUniform(const char* name, std::span<const osg::Vec4> values);
    void setTexture(unsigned unit, const char* sampler, osg::Texture* texture);
    void removeTexture(unsigned unit);

    /// From now on the uniform shadowFromModel is set for each item too.
    void setShadow(const std::optional<Matrix4>& fromScene) { m_shadow = fromScene; }
    /// From now on the uniform originFromEye (scene axes, metres) is set for each item too. @param eye  scene
    void setEye(const LocalPosition& eye) { m_eye = eye; }
    void setDefine(const char* name, bool on);

    /// @brief Draws items seen through the matrices; the uniform modelViewProjection is made in double for each.
    void draw(std::span<const DrawItem> items, const Matrix4& view, const Matrix4& projection);
    void release();

private:
    osg::State& m_state;
    osg::ref_ptr<osg::StateSet> m_stateSet;
    unsigned m_matrixName = 0;
    unsigned m_shadowName = 0;
    unsigned m_eyeName = 0;
    std::optional<Matrix4> m_shadow;
    std::optional<LocalPosition> m_eye;
};

} // namespace twin::render
