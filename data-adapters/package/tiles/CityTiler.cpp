// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/tiles/CityTiler.h"

#include "package/io/Files.h"
#include "package/tiles/BlockCity.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace twin::package {
namespace {

/// Coarser tiles need not be placed finer than this part of their error.
constexpr double precisionPerError = 0.02;
/// Repeating a shape as instances pays off beyond these; fewer uses are drawn with the rest.
constexpr std::size_t fewUses = 3;
constexpr std::size_t fewTriangles = 2000;
/// Tiles with more pixels than this have a version with smaller images.
constexpr double manyPixels = 512.0 * 512.0;
constexpr int imageReduction = 4;
/// A texel that covers a pixel and a half is as wrong as geometry by 16 pixels: what renderers aim at.
constexpr double errorPerTexel = 10;

tl::unexpected<Error> brokenRecord()
{
    return failure(
        ErrorCode::Internal,
        QCoreApplication::translate("twin::package", "Die Zwischenablage des Imports ließ sich nicht lesen."),
        QStringLiteral("broken geometry record"));
}

double sizeOf(const Drawable& drawable)
{
    const LocalPosition size = drawable.extent.box.size();
    return std::max({size.x, size.y, size.z});
}

std::uint32_t nextFeature(const TileMesh& mesh)
{
    return static_cast<std::uint32_t>(mesh.features.size());
}

} // namespace

CityTiler::CityTiler(const ImportIndex& index, CityModule module, Lod limit, QString folder, const TileBudget& budget)
    : m_index(index),
      m_module(module),
      m_folder(std::move(folder)),
      m_budget(budget),
      m_plan(planTiles(index.drawables(), index.drawablesOf(module, limit), budget)),
      m_nodes(m_plan.tiles.size()),
      m_further(m_plan.tiles.size())
{
}

const Drawable& CityTiler::drawable(std::uint32_t position) const
{
    return m_index.drawables()[m_plan.drawables[position]];
}

Result<void> CityTiler::prepare() const
{
    for (const PlannedTile& tile : m_plan.tiles)
        if (!QDir().mkpath(QFileInfo(m_folder + QLatin1Char('/') + tile.name).path()))
            return failure(
                ErrorCode::AccessDenied,
                QCoreApplication::translate("twin::package", "Der Ordner der Kacheln ließ sich nicht anlegen."), {}, {},
                {m_folder, -1, {}});
    return {};
}

Result<void> CityTiler::buildTile(std::size_t tileIndex)
{
    const PlannedTile& tile = m_plan.tiles[tileIndex];
    Extent extent;
    for (std::uint32_t i = tile.first; i < tile.first + tile.count; ++i)
        extent.include(drawable(i).extent);
    const LocalPosition middle = extent.box.centre();
    // Whole metres: the map to ECEF stays readable, floats lose nothing.
    const ProjectedPosition centre{std::round(middle.x), std::round(middle.y), std::round(extent.box.min.z)};

    TilesetNode& node = m_nodes[tileIndex];
    node.centre = centre;
    node.parent = tile.parent;
    node.children = tile.children;
    if (tile.children.empty()) {
        TWIN_TRY(Leaf leaf, makeLeaf(tile, centre));
        if (!leaf.unreadable.empty()) {
            const std::lock_guard lock(m_mutex);
            for (TextureAtlas::Unreadable& image : leaf.unreadable)
                m_unreadable.emplace(std::move(image.path), std::move(image.why));
        }
        return writeLeaf(tileIndex, std::move(leaf));
    }
    TileMesh mesh;
    TWIN_TRY(node.geometricError, m_module == CityModule::Building ? fillWithBlocks(tile, centre, mesh)
                                                                   : fillWithBiggest(tile, centre, mesh));
    mesh.precisionMetres = std::max(mesh.precisionMetres, node.geometricError * precisionPerError);
    return writeContent(tile.name, mesh, node);
}

Result<CityTiler::Leaf> CityTiler::makeLeaf(const PlannedTile& tile, const ProjectedPosition& centre) const
{
    // Ordered as they lie in the spill file, reading is nearly sequential; the tile's order stays that of the input.
    Leaf leaf;
    TextureAtlas atlas(m_index.images());
    MeshFiller filler(leaf.mesh, centre, m_index.shapes(), &atlas);
    std::map<QString, std::vector<Repeated>> uses; // by id: numbers of shapes differ from run to run
    SpillFile::Reader reader(m_index.geometry());
    GeometryRecord record;
    for (std::uint32_t i = tile.first; i < tile.first + tile.count; ++i) {
        TWIN_TRY(const std::string_view bytes, reader.read(drawable(i).geometry));
        if (!read(bytes, record))
            return brokenRecord();
        for (const FeatureGeometry& feature : record.features) {
            FeatureProperties properties = named(feature.properties, drawable(i).object);
            for (const PlacedShape& place : feature.shapes)
                uses[m_index.shapes().shape(place.shape).id].push_back({place, record.origin, properties});
            if (feature.patches.empty() && feature.lines.empty())
                continue;
            filler.append(feature, nextFeature(leaf.mesh), record.origin);
            leaf.mesh.features.push_back(std::move(properties));
        }
    }
    for (auto& [id, shapeUses] : uses)
        addRepeated(std::move(shapeUses), filler, centre, leaf);
    const double texel = filler.finishTextures();
    leaf.unreadable.insert(leaf.unreadable.end(), atlas.unreadable().begin(), atlas.unreadable().end());
    if (atlas.pixels() > manyPixels && leaf.repeated.empty()) {
        leaf.smallImages = atlas.encoded(imageReduction);
        leaf.smallTexelMetres = texel * imageReduction;
    }
    return leaf;
}

void CityTiler::addRepeated(std::vector<Repeated>&& uses, MeshFiller& filler, const ProjectedPosition& centre,
                            Leaf& leaf) const
{
    const LibraryShape& shape = m_index.shapes().shape(uses.front().place.shape);
    if (uses.size() < fewUses || uses.size() * shape.triangles <= fewTriangles) {
        for (Repeated& use : uses) {
            filler.append(use.place, use.properties.type, nextFeature(leaf.mesh), use.origin);
            leaf.mesh.features.push_back(std::move(use.properties));
        }
        return;
    }
    TileMesh& mesh = leaf.repeated.emplace_back();
    TextureAtlas atlas(m_index.images());
    MeshFiller repeated(mesh, centre, m_index.shapes(), &atlas);
    repeated.append(shape, uses.front().properties.type);
    repeated.finishTextures();
    leaf.unreadable.insert(leaf.unreadable.end(), atlas.unreadable().begin(), atlas.unreadable().end());
    for (Repeated& use : uses) {
        mesh.instances.push_back(repeated.instanceOf(use.place, nextFeature(mesh), use.origin));
        mesh.features.push_back(std::move(use.properties));
    }
}

Result<void> CityTiler::writeLeaf(std::size_t tileIndex, Leaf&& leaf)
{
    if (!leaf.smallImages.empty())
        return writeTextured(tileIndex, std::move(leaf));
    const PlannedTile& tile = m_plan.tiles[tileIndex];
    TilesetNode& node = m_nodes[tileIndex];
    std::vector<const TileMesh*> contents;
    if (!leaf.mesh.isEmpty())
        contents.push_back(&leaf.mesh);
    for (const TileMesh& mesh : leaf.repeated)
        contents.push_back(&mesh);
    // A shape that repeats is a content of its own: a tile beside this one, or below the root.
    const bool belowRoot = tile.parent < 0 && contents.size() > 1;
    if (belowRoot)
        node.geometricError = greatestSize(tile);
    for (std::size_t i = 0; i < contents.size(); ++i) {
        if (i == 0 && !belowRoot) {
            TWIN_CHECK(writeContent(tile.name, *contents[i], node));
            continue;
        }
        TilesetNode further;
        further.centre = node.centre;
        further.parent = belowRoot ? static_cast<std::int32_t>(tileIndex) : tile.parent;
        TWIN_CHECK(writeContent(tile.name + QLatin1Char('_') + QString::number(i), *contents[i], further));
        m_further[tileIndex].push_back(std::move(further));
    }
    return {};
}

Result<void> CityTiler::writeTextured(std::size_t tileIndex, Leaf&& leaf)
{
    const PlannedTile& tile = m_plan.tiles[tileIndex];
    TilesetNode& node = m_nodes[tileIndex];
    TilesetNode sharp;
    sharp.centre = node.centre;
    sharp.parent = static_cast<std::int32_t>(tileIndex);
    TWIN_CHECK(writeContent(tile.name + QStringLiteral("_full"), leaf.mesh, sharp));
    m_further[tileIndex].push_back(std::move(sharp));
    leaf.mesh.images = std::move(leaf.smallImages);
    node.geometricError = errorPerTexel * leaf.smallTexelMetres;
    return writeContent(tile.name, leaf.mesh, node);
}

Result<void> CityTiler::writeContent(const QString& name, const TileMesh& mesh, TilesetNode& node) const
{
    node.box = mesh.bounds();
    // Quantised corners may lie outside by the precision.
    const double slack = 2 * mesh.precisionMetres;
    node.box.include(node.box.min - LocalPosition{slack, slack, slack});
    node.box.include(node.box.max + LocalPosition{slack, slack, slack});
    if (mesh.isEmpty())
        return {};
    node.uri = name + QStringLiteral(".glb");
    return writeFile(m_folder + QLatin1Char('/') + node.uri, encodeGlb(mesh), false);
}

double CityTiler::greatestSize(const PlannedTile& tile) const
{
    double greatest = 0;
    for (std::uint32_t i = tile.first; i < tile.first + tile.count; ++i)
        greatest = std::max(greatest, sizeOf(drawable(i)));
    return greatest;
}

Result<double> CityTiler::fillWithBlocks(const PlannedTile& tile, const ProjectedPosition& centre, TileMesh& mesh) const
{
    std::vector<const Block*> blocks;
    for (std::uint32_t i = tile.first; i < tile.first + tile.count; ++i)
        for (std::uint32_t b = 0; b < drawable(i).blockCount; ++b)
            blocks.push_back(&m_index.blocks()[drawable(i).blockFirst + b]);
    const BlockCity city = chooseBlocks(blocks, m_budget.blockTriangles);
    SpillFile::Reader reader(m_index.geometry());
    MeshFiller filler(mesh, centre, m_index.shapes());
    GeometryRecord record;
    for (const Block* landmark : city.landmarks) {
        const Drawable& whole = m_index.drawables()[landmark->drawable];
        TWIN_TRY(const std::string_view bytes, reader.read(whole.geometry));
        if (!read(bytes, record) || landmark->feature >= record.features.size())
            return brokenRecord();
        const FeatureGeometry& feature = record.features[landmark->feature];
        filler.append(feature, nextFeature(mesh), record.origin);
        mesh.features.push_back(named(feature.properties, whole.object));
    }
    for (const ChosenBlock& chosen : city.blocks) {
        const Drawable& whole = m_index.drawables()[chosen.block->drawable];
        TWIN_TRY(const std::string_view bytes, reader.read(whole.geometry));
        FeatureProperties properties;
        if (!readProperties(bytes, chosen.block->feature, properties))
            return brokenRecord();
        appendBlock(mesh, chosen, m_index.outlines(), nextFeature(mesh), centre.eastingMetres, centre.northingMetres,
                    centre.heightMetres);
        mesh.features.push_back(named(std::move(properties), whole.object));
    }
    return city.errorMetres;
}

Result<double> CityTiler::fillWithBiggest(const PlannedTile& tile, const ProjectedPosition& centre,
                                          TileMesh& mesh) const
{
    std::vector<std::uint32_t> bySize(m_plan.drawables.begin() + tile.first,
                                      m_plan.drawables.begin() + tile.first + tile.count);
    const auto size = [this](std::uint32_t ordinal) { return sizeOf(m_index.drawables()[ordinal]); };
    std::stable_sort(bySize.begin(), bySize.end(),
                     [&size](std::uint32_t a, std::uint32_t b) { return size(a) > size(b); });
    SpillFile::Reader reader(m_index.geometry());
    MeshFiller filler(mesh, centre, m_index.shapes());
    GeometryRecord record;
    for (const std::uint32_t ordinal : bySize) {
        const Drawable& whole = m_index.drawables()[ordinal];
        if (mesh.triangleCount() + whole.triangles > m_budget.blockTriangles)
            return size(ordinal); // what is left out is no larger than this
        TWIN_TRY(const std::string_view bytes, reader.read(whole.geometry));
        if (!read(bytes, record))
            return brokenRecord();
        for (const FeatureGeometry& feature : record.features) {
            const std::uint32_t id = nextFeature(mesh);
            filler.append(feature, id, record.origin);
            for (const PlacedShape& place : feature.shapes)
                filler.append(place, feature.properties.type, id, record.origin);
            mesh.features.push_back(named(feature.properties, whole.object));
        }
    }
    return bySize.empty() ? 0.0 : size(bySize.back());
}

FeatureProperties CityTiler::named(FeatureProperties properties, std::uint32_t object) const
{
    properties.id += m_index.idSuffix(object, properties.object);
    return properties;
}

Result<void> CityTiler::finish()
{
    for (std::vector<TilesetNode>& further : m_further)
        for (TilesetNode& node : further) {
            m_nodes[static_cast<std::size_t>(node.parent)].children.push_back(
                static_cast<std::int32_t>(m_nodes.size()));
            m_nodes.push_back(std::move(node));
        }
    m_further.clear();
    encloseChildren(m_nodes);
    return writeTileset(m_folder + QStringLiteral("/tileset.json"), m_nodes);
}

} // namespace twin::package
