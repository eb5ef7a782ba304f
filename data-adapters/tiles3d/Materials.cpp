// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/Materials.h"

#include "images/ImageCodec.h"
#include "model/Logging.h"

#include <cmath>

namespace twin::tiles3d {
namespace {

/// Of all images of one asset: 256 MiB decoded.
constexpr qint64 mostPixels = 64LL << 20;

FaceClass faceClassOf(std::string_view materialName)
{
    if (materialName.starts_with("RoofSurface"))
        return FaceClass::Roof;
    if (materialName.starts_with("WallSurface"))
        return FaceClass::Wall;
    if (materialName.starts_with("GroundSurface"))
        return FaceClass::Ground;
    if (materialName.starts_with("ClosureSurface"))
        return FaceClass::Closure;
    if (materialName.starts_with("Terrain"))
        return FaceClass::Terrain;
    // Names that only our own tiles have must match whole: a foreign "Door…" may mean anything.
    struct Row {
        std::string_view name;
        FaceClass faceClass;
    };
    constexpr std::array rows{Row{"WindowSurface", FaceClass::Window},
                              Row{"DoorSurface", FaceClass::Door},
                              Row{"WaterSurface", FaceClass::Water},
                              Row{"VegetationSurface", FaceClass::Vegetation},
                              Row{"TrafficArea", FaceClass::Traffic},
                              Row{"AuxiliaryTrafficArea", FaceClass::AuxiliaryTraffic},
                              Row{"RailwaySurface", FaceClass::Rail},
                              Row{"CityFurnitureSurface", FaceClass::Furniture},
                              Row{"ConstructionSurface", FaceClass::Construction},
                              Row{"LandUseSurface", FaceClass::LandUse},
                              Row{"InteriorSurface", FaceClass::Interior}};
    for (const Row& row : rows)
        if (materialName == row.name)
            return row.faceClass;
    return FaceClass::Generic;
}

} // namespace

const Material& Materials::of(JsonValue primitive)
{
    constexpr std::size_t none = ~std::size_t(0);
    const std::size_t index = countMember(primitive, "material").value_or(none);
    const auto found = m_materials.find(index);
    if (found != m_materials.end())
        return found->second;
    const auto item = index == none ? std::nullopt : m_document.item("materials", index);
    return m_materials.emplace(index, item ? read(*item) : Material()).first->second;
}

Material Materials::read(JsonValue json)
{
    Material material;
    material.faceClass = faceClassOf(stringMember(json, "name").value_or(""));
    const std::string_view alphaMode = stringMember(json, "alphaMode").value_or("OPAQUE");
    material.seeThrough = alphaMode == "BLEND" || alphaMode == "MASK";
    bool flag = false;
    if (const auto sides = member(json, "doubleSided"); sides && sides->get_bool().get(flag) == simdjson::SUCCESS)
        material.doubleSided = flag;
    if (const auto pbr = objectMember(json, "pbrMetallicRoughness")) {
        if (const auto colour = numbersMember<4>(*pbr, "baseColorFactor");
            colour && material.faceClass == FaceClass::Generic)
            material.baseColour = *colour;
        if (const auto texture = objectMember(*pbr, "baseColorTexture"))
            readTexture(*texture, material);
    }
    if (!material.seeThrough)
        material.baseColour[3] = 1;
    else if (material.image >= 0 && material.baseColour[3] >= 1)
        material.seeThrough = images::hasAlpha(*m_content.images[std::size_t(material.image)]);
    return material;
}

void Materials::readTexture(JsonValue info, Material& material)
{
    const auto texture = countMember(info, "index");
    material.image = texture ? imageOf(*texture) : -1;
    material.textureSet = countMember(info, "texCoord").value_or(0);
    const auto transform = extension(info, "KHR_texture_transform");
    if (!transform)
        return;
    material.textureSet = countMember(*transform, "texCoord").value_or(material.textureSet);
    const auto offset = numbersMember<2>(*transform, "offset").value_or(std::array<double, 2>{0, 0});
    const auto scale = numbersMember<2>(*transform, "scale").value_or(std::array<double, 2>{1, 1});
    const double angle = numberMember(*transform, "rotation").value_or(0);
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    // The extension's matrix: translation · rotation · scale, the rotation clockwise as v runs down.
    material.textureTransform = {c * scale[0], -s * scale[0], s * scale[1], c * scale[1], offset[0], offset[1]};
}

std::int32_t Materials::imageOf(std::size_t index)
{
    const auto texture = m_document.item("textures", index);
    if (!texture)
        return -1;
    auto source = countMember(*texture, "source");
    if (const auto webp = extension(*texture, "EXT_texture_webp"))
        source = countMember(*webp, "source");
    if (!source)
        return -1;
    const auto found = m_images.find(*source);
    if (found != m_images.end())
        return found->second;
    return m_images[*source] = decode(*source);
}

std::int32_t Materials::decode(std::size_t index)
{
    const Result<QByteArray> bytes = m_document.image(index);
    Result<Image> image =
        bytes ? images::decode({reinterpret_cast<const std::uint8_t*>(bytes->constData()), std::size_t(bytes->size())},
                               {16384, mostPixels - m_pixels})
              : failure(bytes.error());
    if (!image) {
        qCDebug(log::tiles) << m_document.path() << "image" << index << image.error().toText();
        return -1;
    }
    m_pixels += qint64(image->width) * image->height;
    m_content.images.push_back(std::make_shared<const Image>(*std::move(image)));
    return std::int32_t(m_content.images.size()) - 1;
}

} // namespace twin::tiles3d
