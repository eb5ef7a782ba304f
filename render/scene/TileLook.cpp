// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/TileLook.h"

#include <osg/CullFace>
#include <osg/GLExtensions>
#include <osg/Uniform>

#include <algorithm>

namespace twin::render {

namespace {

constexpr GLint srgb8Alpha8 = 0x8C43;
constexpr GLenum programPointSize = 0x8642;
constexpr float anisotropy = 4;
constexpr float pointMetresUnknown = 0.3f;

} // namespace

osg::ref_ptr<osg::Texture2D> makeTexture(osg::State& state, const Image& image)
{
    int levels = 1;
    while ((std::max(image.width, image.height) >> levels) > 0)
        ++levels;
    osg::ref_ptr<osg::Texture2D> texture = new osg::Texture2D;
    texture->setTextureSize(image.width, image.height);
    texture->setInternalFormat(srgb8Alpha8);
    texture->setSourceFormat(GL_RGBA);
    texture->setSourceType(GL_UNSIGNED_BYTE);
    texture->setNumMipmapLevels(static_cast<unsigned>(levels));
    texture->setUseHardwareMipMapGeneration(false); // of OSG: an error in a core profile
    texture->setFilter(osg::Texture::MIN_FILTER, osg::Texture::LINEAR_MIPMAP_LINEAR);
    texture->setFilter(osg::Texture::MAG_FILTER, osg::Texture::LINEAR);
    texture->setWrap(osg::Texture::WRAP_S, osg::Texture::REPEAT);
    texture->setWrap(osg::Texture::WRAP_T, osg::Texture::REPEAT);
    texture->setMaxAnisotropy(anisotropy);
    texture->setResizeNonPowerOfTwoHint(false);
    state.setActiveTextureUnit(imageTextureUnit);
    texture->apply(state);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, image.width, image.height, GL_RGBA, GL_UNSIGNED_BYTE, image.pixels.data());
    state.get<osg::GLExtensions>()->glGenerateMipmap(GL_TEXTURE_2D);
    state.dirtyAllAttributes(); // bound behind its back
    return texture;
}

bool hasHoles(const Image& image)
{
    for (std::size_t i = 3; i < image.pixels.size(); i += 4) {
        if (image.pixels[i] < 255)
            return true;
    }
    return false;
}

osg::ref_ptr<osg::StateSet> makeLook(const TileBatch& batch, bool instanced, osg::Texture2D* texture, bool cutOut,
                                     float pointMetres)
{
    osg::ref_ptr<osg::StateSet> look = new osg::StateSet;
    if (instanced)
        look->setDefine("TWIN_INSTANCED");
    if (batch.surface != TileBatch::Surface::Plain || batch.primitive == PrimitiveKind::Lines)
        look->setDefine("TWIN_LYING");
    if (batch.surface == TileBatch::Surface::Water)
        look->setDefine("TWIN_WATER");
    if (texture) {
        look->setDefine("TWIN_TEXTURED");
        look->setTextureAttribute(imageTextureUnit, texture);
    }
    if (cutOut)
        look->setDefine("TWIN_CUTOUT");
    if (batch.blended)
        look->setDefine("TWIN_BLENDED");
    if (batch.primitive != PrimitiveKind::Triangles)
        look->setDefine("TWIN_WITHOUT_NORMALS");
    if (batch.doubleSided) {
        look->setDefine("TWIN_DOUBLE_SIDED");
        look->setMode(GL_CULL_FACE, osg::StateAttribute::OFF);
    }
    if (batch.primitive == PrimitiveKind::Points) {
        look->setDefine("TWIN_POINTS");
        look->setMode(programPointSize, osg::StateAttribute::ON);
        look->addUniform(new osg::Uniform("pointMetres", pointMetres > 0 ? pointMetres : pointMetresUnknown));
    }
    return look;
}

} // namespace twin::render
