// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/tiles/BuildingTiler.h"

#include "package/io/Files.h"
#include "package/tiles/BlockCity.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace twin::package {
namespace {

/// Coarser tiles need not be placed finer than this part of their error.
constexpr double precisionPerError = 0.02;

tl::unexpected<Error> brokenRecord()
{
    return failure(
        ErrorCode::Internal,
        QCoreApplication::translate("twin::package", "Die Zwischenablage des Imports ließ sich nicht lesen."),
        QStringLiteral("broken geometry record"));
}

void appendFeature(TileMesh& mesh, const FeatureGeometry& feature, std::uint32_t id, const ProjectedPosition& origin,
                   const ProjectedPosition& centre)
{
    const double dx = origin.eastingMetres - centre.eastingMetres;
    const double dy = origin.northingMetres - centre.northingMetres;
    const double dz = origin.heightMetres - centre.heightMetres;
    for (const Patch& patch : feature.patches) {
        TilePrimitive& primitive = mesh.of(materialOf(patch.drawAs));
        const auto first = static_cast<std::uint32_t>(primitive.positions.size());
        for (const Point3& p : patch.points) {
            primitive.positions.push_back({static_cast<float>(static_cast<double>(p.x) + dx),
                                           static_cast<float>(static_cast<double>(p.y) + dy),
                                           static_cast<float>(static_cast<double>(p.z) + dz)});
            primitive.normals.push_back(patch.normal);
            primitive.features.push_back(id);
        }
        for (const std::uint16_t index : patch.indices)
            primitive.indices.push_back(first + index);
    }
}

} // namespace

BuildingTiler::BuildingTiler(const ImportIndex& index, QString folder, const TileBudget& budget)
    : m_index(index),
      m_folder(std::move(folder)),
      m_budget(budget),
      m_plan(planTiles(index, budget)),
      m_nodes(m_plan.tiles.size())
{
}

Result<void> BuildingTiler::prepare() const
{
    for (const PlannedTile& tile : m_plan.tiles)
        if (!QDir().mkpath(QFileInfo(m_folder + QLatin1Char('/') + tile.name).path()))
            return failure(
                ErrorCode::AccessDenied,
                QCoreApplication::translate("twin::package", "Der Ordner der Kacheln ließ sich nicht anlegen."), {}, {},
                {m_folder, -1, {}});
    return {};
}

Result<void> BuildingTiler::buildTile(std::size_t tileIndex)
{
    const PlannedTile& tile = m_plan.tiles[tileIndex];
    Extent extent;
    for (std::uint32_t i = tile.first; i < tile.first + tile.count; ++i)
        extent.include(m_index.entries()[m_plan.objects[i]].extent);
    const LocalPosition middle = extent.box.centre();
    // Whole metres: the map to ECEF stays readable, floats lose nothing.
    const ProjectedPosition centre{std::round(middle.x), std::round(middle.y), std::round(extent.box.min.z)};

    TilesetNode& node = m_nodes[tileIndex];
    node.centre = centre;
    node.parent = tile.parent;
    node.children = tile.children;
    TileMesh mesh;
    if (tile.children.empty()) {
        TWIN_CHECK(fillLeaf(tile, centre, mesh));
    } else {
        TWIN_TRY(node.geometricError, fillOverview(tile, centre, mesh));
        mesh.precisionMetres = std::max(mesh.precisionMetres, node.geometricError * precisionPerError);
    }
    node.box = mesh.bounds();
    // Quantised corners may lie outside by the precision.
    const double slack = 2 * mesh.precisionMetres;
    node.box.include(node.box.min - LocalPosition{slack, slack, slack});
    node.box.include(node.box.max + LocalPosition{slack, slack, slack});
    if (mesh.isEmpty())
        return {};
    node.uri = tile.name + QStringLiteral(".glb");
    return writeFile(m_folder + QLatin1Char('/') + node.uri, encodeGlb(mesh), false);
}

Result<void> BuildingTiler::fillLeaf(const PlannedTile& tile, const ProjectedPosition& centre, TileMesh& mesh) const
{
    // Ordered as they lie in the spill file, reading is nearly sequential; the tile's order stays that of the input.
    SpillFile::Reader reader(m_index.geometry());
    GeometryRecord record;
    for (std::uint32_t i = tile.first; i < tile.first + tile.count; ++i) {
        const std::uint32_t object = m_plan.objects[i];
        TWIN_TRY(const std::string_view bytes, reader.read(m_index.entries()[object].geometry));
        if (!read(bytes, record))
            return brokenRecord();
        for (const FeatureGeometry& feature : record.features) {
            appendFeature(mesh, feature, static_cast<std::uint32_t>(mesh.features.size()), record.origin, centre);
            mesh.features.push_back(named(feature.properties, object));
        }
    }
    return {};
}

Result<double> BuildingTiler::fillOverview(const PlannedTile& tile, const ProjectedPosition& centre,
                                           TileMesh& mesh) const
{
    std::vector<const Block*> blocks;
    for (std::uint32_t i = tile.first; i < tile.first + tile.count; ++i) {
        const ObjectEntry& entry = m_index.entries()[m_plan.objects[i]];
        for (std::uint32_t b = 0; b < entry.blockCount; ++b)
            blocks.push_back(&m_index.blocks()[entry.blockFirst + b]);
    }
    const BlockCity city = chooseBlocks(blocks, m_budget.blockTriangles);
    SpillFile::Reader reader(m_index.geometry());
    ProjectedPosition origin;
    for (const Block* landmark : city.landmarks) {
        TWIN_TRY(FeatureGeometry feature, readFeature(reader, *landmark, origin));
        appendFeature(mesh, feature, static_cast<std::uint32_t>(mesh.features.size()), origin, centre);
        mesh.features.push_back(named(std::move(feature.properties), landmark->object));
    }
    for (const ChosenBlock& chosen : city.blocks) {
        const Block& block = *chosen.block;
        TWIN_TRY(const std::string_view bytes, reader.read(m_index.entries()[block.object].geometry));
        FeatureProperties properties;
        if (!readProperties(bytes, block.feature, properties))
            return brokenRecord();
        appendBlock(mesh, chosen, m_index.outlines(), static_cast<std::uint32_t>(mesh.features.size()),
                    centre.eastingMetres, centre.northingMetres, centre.heightMetres);
        mesh.features.push_back(named(std::move(properties), block.object));
    }
    return city.errorMetres;
}

Result<FeatureGeometry> BuildingTiler::readFeature(SpillFile::Reader& reader, const Block& block,
                                                   ProjectedPosition& origin) const
{
    TWIN_TRY(const std::string_view bytes, reader.read(m_index.entries()[block.object].geometry));
    GeometryRecord record;
    if (!read(bytes, record) || block.feature >= record.features.size())
        return brokenRecord();
    origin = record.origin;
    return std::move(record.features[block.feature]);
}

FeatureProperties BuildingTiler::named(FeatureProperties properties, std::uint32_t object) const
{
    properties.id += m_index.idSuffix(object, properties.object);
    return properties;
}

Result<void> BuildingTiler::finish()
{
    encloseChildren(m_nodes);
    return writeTileset(m_folder + QStringLiteral("/tileset.json"), m_nodes);
}

} // namespace twin::package
