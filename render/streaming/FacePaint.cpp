// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/streaming/FacePaint.h"

#include "render/streaming/Facades.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace twin::render {

namespace {

struct Colour {
    float r = 0, g = 0, b = 0; ///< linear light
};

float linear(std::uint32_t srgb)
{
    const float c = static_cast<float>(srgb) / 255.0f;
    return c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f);
}

Colour fromSrgb(std::uint32_t rgb)
{
    return {linear((rgb >> 16) & 0xFF), linear((rgb >> 8) & 0xFF), linear(rgb & 0xFF)};
}

/// Palettes of ui.md, "The model's look".
struct Palette {
    std::array<Colour, 8> walls;
    std::array<Colour, 4> clay;
    std::array<Colour, 3> slate;
    std::array<Colour, 4> flat;
    Colour ground = fromSrgb(0x9A958B);
    Colour terrain = fromSrgb(0xC0BDB1);
    Colour window = fromSrgb(0x74889A); ///< glass by day: cool and dark
    Colour door = fromSrgb(0x84705C);
    Colour water = fromSrgb(0x2F6F7C); ///< deep teal
    std::array<Colour, 4> plants{fromSrgb(0x82A261), fromSrgb(0x76985A), fromSrgb(0x91AB68), fromSrgb(0x6A8E57)};
    Colour traffic = fromSrgb(0xD3D0C8); ///< streets lighter than the ground
    Colour verge = fromSrgb(0xC2C4B2);
    Colour rail = fromSrgb(0xA0968C);
    Colour furniture = fromSrgb(0x737B81);
    Colour construction = fromSrgb(0xC6C1B6);
    std::array<Colour, 4> land{fromSrgb(0xB6BF9F), fromSrgb(0xBCC0A4), fromSrgb(0xB0BA9A), fromSrgb(0xBBBBA2)};
    Colour interior = fromSrgb(0xF0E9DC);
    std::array<float, 256> linearOfByte;

    Palette()
        : walls{fromSrgb(0xEFEAE0), fromSrgb(0xEBE2D1), fromSrgb(0xE3E2DD), fromSrgb(0xEADFC8),
                fromSrgb(0xEADCD2), fromSrgb(0xDDD7CB), fromSrgb(0xE9E7E2), fromSrgb(0xE0DACB)},
          clay{fromSrgb(0xB47A61), fromSrgb(0xA86F59), fromSrgb(0xB9866E), fromSrgb(0x9C6A58)},
          slate{fromSrgb(0x767B80), fromSrgb(0x85888A), fromSrgb(0x6C7176)},
          flat{fromSrgb(0xB4B1AA), fromSrgb(0xC0BDB5), fromSrgb(0xA8A7A2), fromSrgb(0xB9B4A8)}
    {
        for (std::uint32_t i = 0; i < 256; ++i)
            linearOfByte[i] = linear(i);
    }
};

/// What is the same for all vertices of a feature.
struct FeaturePaint {
    Colour wall, pitched, flat, plant, land;
    float shade = 1;
    std::array<float, 3> low{1e30f, 1e30f, 1e30f};
    std::array<float, 3> high{-1e30f, -1e30f, -1e30f};
};

constexpr float flatRoofNormalZ = 0.985f; ///< 10 degrees
constexpr float footDarkness = 0.74f;
constexpr float footHeightMetres = 14.0f;
constexpr float crownFoot = 0.62f;

FeaturePaint paintOf(const QString& id, const Palette& palette)
{
    const std::uint32_t hash = stableHash(id);
    FeaturePaint paint;
    paint.wall = palette.walls[hash % palette.walls.size()];
    const bool hasSlate = (hash >> 8) % 100 < 22;
    paint.pitched = hasSlate ? palette.slate[(hash >> 16) % palette.slate.size()]
                             : palette.clay[(hash >> 16) % palette.clay.size()];
    paint.plant = palette.plants[(hash >> 4) % palette.plants.size()];
    paint.land = palette.land[(hash >> 6) % palette.land.size()];
    paint.flat = palette.flat[(hash >> 12) % palette.flat.size()];
    paint.shade = 0.93f + 0.14f * static_cast<float>((hash >> 20) & 0xFF) / 255.0f;
    return paint;
}

Colour colourOf(const TileVertex& v, const FeaturePaint& paint, const Palette& palette)
{
    switch (static_cast<FaceClass>(v.faceClass)) {
    case FaceClass::Roof:
        return static_cast<float>(v.nz) > flatRoofNormalZ * 127.0f ? paint.flat : paint.pitched;
    case FaceClass::Wall:
    case FaceClass::Closure:
        return paint.wall;
    case FaceClass::Ground:
        return palette.ground;
    case FaceClass::Terrain:
        return palette.terrain;
    case FaceClass::Window:
        return palette.window;
    case FaceClass::Door:
        return palette.door;
    case FaceClass::Water:
        return palette.water;
    case FaceClass::Vegetation:
        return paint.plant;
    case FaceClass::Traffic:
        return palette.traffic;
    case FaceClass::AuxiliaryTraffic:
        return palette.verge;
    case FaceClass::Rail:
        return palette.rail;
    case FaceClass::Furniture:
        return palette.furniture;
    case FaceClass::Construction:
        return palette.construction;
    case FaceClass::LandUse:
        return paint.land;
    case FaceClass::Interior:
        return palette.interior;
    case FaceClass::Generic: // in its own colour
        break;
    }
    const auto channel = [&](int shift) { return palette.linearOfByte[(v.colour >> shift) & 0xFF]; };
    return {channel(0), channel(8), channel(16)};
}

constexpr std::uint32_t solidAlpha = 255;
constexpr std::uint32_t groundAlpha = 254;

/// Things that lie on the ground like a map: darker with it in the dark theme, without edges, a little above it in the
/// order in which they lie on each other.
struct Lie {
    bool flat = false;
    float liftMetres = 0;
};

Lie lieOf(FaceClass kind)
{
    switch (kind) {
    case FaceClass::Terrain:
        return {true, 0};
    case FaceClass::LandUse:
        return {true, 0.06f};
    case FaceClass::Vegetation:
        return {true, 0.10f};
    case FaceClass::Water:
        return {true, 0.12f};
    case FaceClass::AuxiliaryTraffic:
        return {true, 0.14f};
    case FaceClass::Traffic:
        return {true, 0.18f};
    case FaceClass::Rail:
        return {true, 0.22f};
    default:
        return {};
    }
}

constexpr std::int8_t levelNormalZ = 90; ///< steeper faces are sides of things, not areas on the ground

std::uint32_t encode(const Colour& c, float factor, std::uint32_t alpha)
{
    const auto byte = [factor](float x) {
        return static_cast<std::uint32_t>(
            std::clamp(std::sqrt(std::max(x * factor, 0.0f)) * 255.0f + 0.5f, 0.0f, 255.0f));
    };
    return byte(c.r) | (byte(c.g) << 8) | (byte(c.b) << 16) | (alpha << 24);
}

constexpr float leastCrown = 0.5f; ///< of height: flat areas are meadows; a shape of its own may be one unit high
constexpr float widestCrown = 70;  ///< metres

bool isCrown(const TileVertex& v, const FeaturePaint& paint)
{
    return static_cast<FaceClass>(v.faceClass) == FaceClass::Vegetation && paint.high[2] - paint.low[2] > leastCrown &&
           paint.high[0] - paint.low[0] < widestCrown && paint.high[1] - paint.low[1] < widestCrown;
}

/// Crowns are round however few their faces: normals lean away from the middle. @returns how light it is; the lower
/// half is in its own shade.
float shadeCrown(TileVertex& v, const FeaturePaint& paint)
{
    const auto half = [&](std::size_t i) { return std::max((paint.high[i] - paint.low[i]) / 2, 0.01f); };
    const std::array at{v.x, v.y, v.z};
    const std::array<std::int8_t*, 3> normal{&v.nx, &v.ny, &v.nz};
    std::array<float, 3> round{};
    float sum = 1e-6f;
    for (std::size_t i = 0; i < 3; ++i) {
        round[i] = (at[i] - paint.low[i] - half(i)) / half(i);
        sum += round[i] * round[i];
    }
    constexpr float faceted = 0.4f;
    std::array<float, 3> leaning{};
    float length = 1e-6f;
    for (std::size_t i = 0; i < 3; ++i) {
        leaning[i] = faceted * static_cast<float>(*normal[i]) / 127 + (1 - faceted) * round[i] / std::sqrt(sum);
        length += leaning[i] * leaning[i];
    }
    for (std::size_t i = 0; i < 3; ++i)
        *normal[i] = static_cast<std::int8_t>(std::lround(leaning[i] / std::sqrt(length) * 127));
    return crownFoot + (1 - crownFoot) * (v.z - paint.low[2]) / (paint.high[2] - paint.low[2]);
}

void paintVertex(TileVertex& v, const FeaturePaint* paint, const FeaturePaint& plain, const Palette& palette)
{
    float factor = 1;
    const Lie lie = lieOf(static_cast<FaceClass>(v.faceClass));
    if (lie.flat && v.nz > levelNormalZ && !(paint && isCrown(v, *paint)))
        v.z += lie.liftMetres;
    if (paint && !lie.flat) {
        factor = paint->shade;
        const bool upright = std::abs(static_cast<int>(v.nz)) < 40;
        if (upright) {
            const float rise = std::clamp((v.z - paint->low[2]) / footHeightMetres, 0.0f, 1.0f);
            factor *= footDarkness + (1 - footDarkness) * rise * (2 - rise);
        }
    }
    if (paint && isCrown(v, *paint))
        factor = shadeCrown(v, *paint);
    v.colour = encode(colourOf(v, paint ? *paint : plain, palette), factor, lie.flat ? groundAlpha : solidAlpha);
}

/// @returns by vertex whether it belongs to a part that brings its own colour; empty: none does.
std::vector<bool> ownColours(const TileContent& content)
{
    std::vector<bool> own;
    for (const TilePart& part : content.parts) {
        if ((part.image < 0 && !part.blended) || part.primitive == PrimitiveKind::Points)
            continue;
        own.resize(content.vertices.size());
        const std::size_t end = std::min<std::size_t>(std::size_t{part.first} + part.count, content.indices.size());
        for (std::size_t i = part.first; i < end; ++i) {
            if (content.indices[i] < own.size())
                own[content.indices[i]] = true;
        }
    }
    return own;
}

} // namespace

bool liesOnGround(FaceClass kind)
{
    return lieOf(kind).flat;
}

std::uint32_t stableHash(const QString& id)
{
    std::uint32_t hash = 2166136261u; // FNV-1a over UTF-16
    for (const QChar c : id)
        hash = (hash ^ c.unicode()) * 16777619u;
    hash ^= hash >> 15; // spreads the last characters into the low bits
    hash *= 0x2C1B3C6Du;
    return hash ^ (hash >> 13);
}

std::shared_ptr<const TileContent> paintFaces(const TileContent& content)
{
    static const Palette palette;
    auto painted = std::make_shared<TileContent>(content);
    std::vector<FeaturePaint> paints;
    paints.reserve(content.featureIds.size());
    for (const QString& id : content.featureIds)
        paints.push_back(paintOf(id, palette));
    // What is repeated is one thing in its own coordinates, whichever features its places have.
    const bool isShape = !content.instances.matrices.empty();
    FeaturePaint shape = paintOf({}, palette);
    const auto featureOf = [&](const TileVertex& v) {
        return isShape ? &shape : v.feature < paints.size() ? &paints[v.feature] : nullptr;
    };
    for (const TileVertex& v : content.vertices) {
        if (FeaturePaint* paint = featureOf(v)) {
            const std::array at{v.x, v.y, v.z};
            for (std::size_t i = 0; i < 3; ++i) {
                paint->low[i] = std::min(paint->low[i], at[i]);
                paint->high[i] = std::max(paint->high[i], at[i]);
            }
        }
    }
    const FeaturePaint plain = paintOf({}, palette);
    const std::vector<bool> own = ownColours(content);
    for (std::size_t i = 0; i < painted->vertices.size(); ++i) {
        TileVertex& v = painted->vertices[i];
        const FeaturePaint* paint = featureOf(v);
        if (own.empty() || !own[i]) {
            paintVertex(v, paint, plain, palette);
        } else {
            v.faceClass = static_cast<std::uint8_t>(FaceClass::Generic);
            v.colour = encode(colourOf(v, plain, palette), 1, v.colour >> 24);
        }
        // Unknown feature indices of a bad tile must not reach the style look-up.
        if (v.feature >= paints.size())
            v.feature = TileContent::noFeature;
    }
    for (std::uint32_t& feature : painted->instances.features) {
        if (feature >= content.featureIds.size())
            feature = TileContent::noFeature;
    }
    if (auto facades = facadesOf(*painted); !facades.empty())
        painted->textureCoordinates = std::move(facades);
    return painted;
}

} // namespace twin::render
