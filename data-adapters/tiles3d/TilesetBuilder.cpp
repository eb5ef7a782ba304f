// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/TilesetBuilder.h"

#include "model/Logging.h"
#include "tiles3d/ImplicitTiling.h"

#include <QCoreApplication>

namespace twin::tiles3d {
namespace {

constexpr std::size_t maxNodes = 2'000'000;
constexpr int maxDepth = 200; ///< of tiles; simdjson itself stops at 512
constexpr int maxExternalDepth = 16;
constexpr double maxExtent = 1e9;          ///< metres: the earth fits in, nonsense does not
constexpr qint64 maxJsonBytes = 1LL << 30; ///< of all tileset files together

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::tiles3d", text);
}

tl::unexpected<Error> malformed(const QString& file, const QString& detail)
{
    return failure(ErrorCode::MalformedData, tr("Der Kachelsatz ist fehlerhaft."), detail, {}, {file, -1, {}});
}

Result<Matrix4> transformOf(JsonValue tile, const QString& file)
{
    if (!member(tile, "transform"))
        return identity;
    const auto matrix = numbersMember<16>(tile, "transform");
    // Affine only: a projective bottom row has no meaning for tiles.
    if (!matrix || (*matrix)[3] != 0 || (*matrix)[7] != 0 || (*matrix)[11] != 0 || (*matrix)[15] != 1)
        return malformed(file, QStringLiteral("tile.transform is no affine matrix"));
    return *matrix;
}

Refine refineOf(JsonValue tile, Refine inherited)
{
    const auto text = stringMember(tile, "refine");
    if (!text)
        return inherited;
    return toQString(*text).compare(QLatin1String("ADD"), Qt::CaseInsensitive) == 0 ? Refine::Add : Refine::Replace;
}

/// @returns the uri of a content object; 1.0 drafts call it "url".
std::optional<std::string_view> uriOf(JsonValue content)
{
    const auto uri = stringMember(content, "uri");
    return uri ? uri : stringMember(content, "url");
}

bool isTilesetFile(const QString& path)
{
    return path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
}

} // namespace

TilesetBuilder::TilesetBuilder(const ResourceRoot& resources, const std::optional<SceneFrame>& frame,
                               const std::optional<Undulation>& undulation)
    : m_resources(resources), m_frame(frame), m_undulation(undulation)
{
}

Result<BuiltTileset> TilesetBuilder::build(const QString& path)
{
    TWIN_CHECK(readTilesetFile(path, {}));
    growParents();
    m_built.frame = m_placement->frame();
    return std::move(m_built);
}

Result<JsonDocument> TilesetBuilder::readJson(const QString& path)
{
    TWIN_TRY(const QByteArray bytes, m_resources.read(path, maxJsonBytes - m_jsonBytes));
    m_jsonBytes += bytes.size();
    return JsonDocument::parse({reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size())},
                               path);
}

Result<void> TilesetBuilder::readTilesetFile(const QString& path, const Context& context)
{
    if (m_openFiles.contains(path))
        return malformed(path, QStringLiteral("external tilesets refer to each other in a circle"));
    if (m_openFiles.size() >= maxExternalDepth)
        return failure(ErrorCode::ResourceExhausted, tr("Der Kachelsatz ist zu tief geschachtelt."), {}, {},
                       {path, -1, {}});
    TWIN_TRY(const JsonDocument document, readJson(path));
    const auto asset = objectMember(document.root(), "asset");
    const std::string_view version = asset ? stringMember(*asset, "version").value_or("") : "";
    const auto root = objectMember(document.root(), "root");
    if (version.empty() || !root)
        return malformed(path, QStringLiteral("no 3D Tiles tileset: asset.version or root is missing"));
    if (version != "1.0" && version != "1.1" && version != "0.0")
        return failure(ErrorCode::UnsupportedVersion,
                       tr("3D Tiles %1 wird nicht unterstützt.").arg(toQString(version).left(20)), {}, {},
                       {path, -1, {}});

    Context inner = context;
    inner.file = path;
    const auto upAxis = stringMember(*asset, "gltfUpAxis");
    inner.zUp = upAxis && (*upAxis == "Z" || *upAxis == "z");
    m_openFiles.append(path);
    auto read = readTile(*root, inner);
    m_openFiles.removeLast();
    return read;
}

Result<void> TilesetBuilder::readTile(JsonValue tile, Context context)
{
    if (++context.depth > maxDepth)
        return failure(ErrorCode::ResourceExhausted, tr("Der Kachelsatz ist zu tief geschachtelt."), {}, {},
                       {context.file, -1, {}});
    TWIN_TRY(const Matrix4 own, transformOf(tile, context.file));
    context.tilesetFromTile = context.tilesetFromTile * own;
    context.refine = refineOf(tile, context.refine);
    const auto volume = readBoundingVolume(tile);
    const auto geometricError = numberMember(tile, "geometricError");
    if (!volume)
        return malformed(context.file, QStringLiteral("a tile has no valid bounding volume"));
    if (!geometricError || !(*geometricError >= 0))
        return malformed(context.file, QStringLiteral("a tile has no valid geometric error"));

    if (const auto implicit = ImplicitTiling::describedBy(tile))
        return ImplicitTiling(*this, context.file).expand(*implicit, tile, *volume, *geometricError, context);

    TWIN_TRY(const std::int32_t node, addNode(*volume, *geometricError, context));
    TWIN_CHECK(readContents(tile, node, context));
    context.parent = node;
    for (const JsonValue child : arrayMember(tile, "children"))
        TWIN_CHECK(readTile(child, context));
    return {};
}

Result<void> TilesetBuilder::readContents(JsonValue tile, std::int32_t node, const Context& context)
{
    std::vector<JsonValue> contents;
    if (const auto content = objectMember(tile, "content"))
        contents.push_back(*content);
    const auto multiple = extension(tile, "3DTILES_multiple_contents");
    for (const JsonValue content : arrayMember(multiple.value_or(tile), "contents"))
        contents.push_back(content);
    QStringList uris;
    for (const JsonValue content : contents) {
        const auto uri = uriOf(content);
        if (!uri)
            return malformed(context.file, QStringLiteral("a content has no uri"));
        TWIN_TRY(const QString path, ResourceRoot::resolve(context.file, toQString(*uri)));
        if (!isTilesetFile(path)) {
            uris << path;
            continue;
        }
        Context inner = context;
        inner.parent = node;
        TWIN_CHECK(readExternal(path, inner));
    }
    m_built.tree.nodes[std::size_t(node)].uri = uris.join(QLatin1Char('\n'));
    return {};
}

Result<void> TilesetBuilder::readExternal(const QString& path, const Context& context)
{
    auto read = readTilesetFile(path, context);
    // One missing part does not take the others away.
    if (!read && read.error().code == ErrorCode::NotFound) {
        qCWarning(log::tiles, "%s", qPrintable(read.error().toText()));
        return {};
    }
    return read;
}

Result<void> TilesetBuilder::createPlacement(const BoundingVolume& rootVolume, const Matrix4& tilesetFromTile)
{
    const LocalPosition centre = centreOf(rootVolume, tilesetFromTile);
    if (!isFinite(centre))
        return malformed(m_openFiles.value(0), QStringLiteral("the root's bounding volume is not finite"));
    const bool geocentric = std::holds_alternative<GeodeticRegion>(rootVolume) || isNearEarthSurface(centre);
    if (!geocentric)
        qCInfo(log::tiles, "%s: not geocentric, placed as local metres", qPrintable(m_openFiles.value(0)));
    TWIN_TRY(Placement placement, Placement::create(centre, geocentric, m_frame, m_undulation));
    m_placement = std::move(placement);
    if (!m_frame) {
        const auto scene = m_placement->sceneFromTileset(centre);
        const Box bounds = scene ? sceneBounds(rootVolume, *scene * tilesetFromTile, *m_placement) : Box();
        if (bounds.isEmpty())
            return malformed(m_openFiles.value(0), QStringLiteral("the root's bounding volume cannot be placed"));
        m_placement->setGround(bounds.min.z);
    }
    return {};
}

Result<std::int32_t> TilesetBuilder::addNode(const BoundingVolume& volume, double geometricError,
                                             const Context& context)
{
    if (m_built.tree.nodes.size() >= maxNodes)
        return failure(ErrorCode::ResourceExhausted, tr("Der Kachelsatz hat zu viele Kacheln."), {}, {},
                       {context.file, -1, {}});
    if (!m_placement)
        TWIN_CHECK(createPlacement(volume, context.tilesetFromTile));

    // The tangent touches where the content is modelled flat: at its own origin, if that lies in the tile. Packages
    // that write grid coordinates into the tangent frame of each tile are so read back exactly.
    LocalPosition at = centreOf(volume, context.tilesetFromTile);
    auto sceneFromTileset = m_placement->sceneFromTileset(at);
    Box bounds =
        sceneFromTileset ? sceneBounds(volume, *sceneFromTileset * context.tilesetFromTile, *m_placement) : Box();
    if (const LocalPosition origin = column(context.tilesetFromTile, 3);
        !bounds.isEmpty() &&
        bounds.distanceTo(transformPoint(*sceneFromTileset, origin)) < 0.1 * length(bounds.size())) {
        sceneFromTileset = m_placement->sceneFromTileset(origin);
        bounds =
            sceneFromTileset ? sceneBounds(volume, *sceneFromTileset * context.tilesetFromTile, *m_placement) : Box();
    }
    if (bounds.isEmpty() || !(length(bounds.size()) < maxExtent) ||
        !isFinite(*sceneFromTileset * context.tilesetFromTile))
        return malformed(context.file, QStringLiteral("a tile's bounding volume cannot be placed"));

    TileNode node;
    node.bounds = bounds;
    node.geometricError = geometricError * largestScale(context.tilesetFromTile);
    node.refine = context.refine;
    node.parent = context.parent;
    node.sceneFromContent = *sceneFromTileset * context.tilesetFromTile;
    const auto index = std::int32_t(m_built.tree.nodes.size());
    m_built.tree.nodes.push_back(std::move(node));
    m_built.contentIsZUp.push_back(context.zUp);
    if (context.parent >= 0)
        m_built.tree.nodes[std::size_t(context.parent)].children.push_back(index);
    return index;
}

void TilesetBuilder::growParents()
{
    // Parents stand before their children, and volumes of parents need not hold their children's after placing.
    for (std::size_t i = m_built.tree.nodes.size(); i-- > 0;) {
        const TileNode& node = m_built.tree.nodes[i];
        if (node.parent >= 0)
            m_built.tree.nodes[std::size_t(node.parent)].bounds.include(node.bounds);
    }
}

} // namespace twin::tiles3d
