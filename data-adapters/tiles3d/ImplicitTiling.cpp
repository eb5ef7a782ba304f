// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/ImplicitTiling.h"

#include "model/Logging.h"

#include <cstring>

#include <QCoreApplication>

namespace twin::tiles3d {
namespace {

constexpr std::size_t maxSubtreeLevels = 10;
constexpr std::size_t maxLevels = 30;
constexpr std::size_t maxOpenSubtrees = 100'000;
constexpr qint64 maxSubtreeBytes = 256LL << 20;

tl::unexpected<Error> malformed(const QString& file, const char* detail)
{
    return failure(ErrorCode::MalformedData,
                   QCoreApplication::translate("twin::tiles3d", "Der Kachelsatz ist fehlerhaft."),
                   QLatin1String(detail), {}, {file, -1, {}});
}

std::span<const std::uint8_t> bytesOf(const QByteArray& bytes)
{
    return {reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size())};
}

/// Interleaves the bits of a cell's coordinates: availability is stored in Morton order.
std::size_t morton(std::size_t x, std::size_t y, std::size_t z, bool octree)
{
    std::size_t code = 0;
    const unsigned dimensions = octree ? 3 : 2;
    for (unsigned bit = 0; bit < maxSubtreeLevels; ++bit) {
        code |= ((x >> bit) & 1U) << (dimensions * bit);
        code |= ((y >> bit) & 1U) << (dimensions * bit + 1);
        if (octree)
            code |= ((z >> bit) & 1U) << (dimensions * bit + 2);
    }
    return code;
}

/// @returns the number of tiles of the first `levels` levels of a subtree.
std::size_t tilesAbove(std::size_t levels, unsigned fanOut)
{
    std::size_t tiles = 0;
    for (std::size_t level = 0, width = 1; level < levels; ++level, width *= fanOut)
        tiles += width;
    return tiles;
}

} // namespace

bool ImplicitTiling::Availability::at(std::size_t index) const
{
    if (bits.isEmpty())
        return constant;
    return ((static_cast<unsigned char>(bits[qsizetype(index / 8)]) >> (index % 8)) & 1) != 0;
}

std::optional<ImplicitTiling::Description> ImplicitTiling::describedBy(JsonValue tile)
{
    auto implicit = objectMember(tile, "implicitTiling");
    if (!implicit)
        implicit = extension(tile, "3DTILES_implicit_tiling");
    if (!implicit)
        return std::nullopt;
    Description description;
    const auto scheme = stringMember(*implicit, "subdivisionScheme");
    const auto subtrees = objectMember(*implicit, "subtrees");
    const auto uri = subtrees ? stringMember(*subtrees, "uri") : std::nullopt;
    auto levels = countMember(*implicit, "availableLevels");
    if (!levels) { // the 1.0 extension counts from the last level
        levels = countMember(*implicit, "maximumLevel");
        levels = levels ? std::optional(*levels + 1) : std::nullopt;
    }
    const auto subtreeLevels = countMember(*implicit, "subtreeLevels");
    if (scheme && uri && levels && subtreeLevels && (*scheme == "QUADTREE" || *scheme == "OCTREE")) {
        description.octree = *scheme == "OCTREE";
        description.availableLevels = *levels;
        description.subtreeLevels = *subtreeLevels;
        description.subtreeUri = toQString(*uri);
    }
    return description;
}

ImplicitTiling::ImplicitTiling(TilesetBuilder& builder, QString file) : m_builder(builder), m_file(std::move(file)) {}

Result<void> ImplicitTiling::expand(const Description& description, JsonValue tile, const BoundingVolume& volume,
                                    double geometricError, const TilesetBuilder::Context& context)
{
    m_description = description;
    if (description.subtreeLevels == 0 || description.subtreeLevels > maxSubtreeLevels ||
        description.availableLevels == 0 || description.availableLevels > maxLevels ||
        std::holds_alternative<Sphere>(volume))
        return malformed(m_file, "implicit tiling is incomplete or out of limits");
    if (const auto content = objectMember(tile, "content"))
        if (const auto uri = stringMember(*content, "uri"))
            m_contentUris.push_back(toQString(*uri));
    const auto multiple = extension(tile, "3DTILES_multiple_contents");
    for (const JsonValue content : arrayMember(multiple.value_or(tile), "contents"))
        if (const auto uri = stringMember(content, "uri"))
            m_contentUris.push_back(toQString(*uri));

    std::vector<Pending> subtrees{{{}, volume, geometricError, context}};
    while (!subtrees.empty()) {
        const Pending subtree = std::move(subtrees.back());
        subtrees.pop_back();
        TWIN_CHECK(expandSubtree(subtree, subtrees));
    }
    return {};
}

std::vector<ImplicitTiling::Pending> ImplicitTiling::childrenOf(const Pending& tile, std::int32_t node) const
{
    std::vector<Pending> children;
    for (unsigned child = 0; child < fanOut(); ++child) {
        Pending next = tile;
        next.cell = {tile.cell.level + 1, tile.cell.x * 2 + (child & 1U), tile.cell.y * 2 + ((child >> 1) & 1U),
                     m_description.octree ? tile.cell.z * 2 + ((child >> 2) & 1U) : 0};
        next.volume = childCell(tile.volume, child, m_description.octree);
        next.geometricError = tile.geometricError / 2;
        next.context.parent = node;
        children.push_back(std::move(next));
    }
    return children;
}

Result<void> ImplicitTiling::expandSubtree(const Pending& root, std::vector<Pending>& nextSubtrees)
{
    auto read = readSubtree(root.cell);
    if (!read && read.error().code == ErrorCode::NotFound && root.cell.level > 0) {
        qCWarning(log::tiles, "%s", qPrintable(read.error().toText()));
        return {};
    }
    TWIN_TRY(const Subtree subtree, std::move(read));
    std::vector<Pending> open{root}; // depth first: never more open than levels × children
    while (!open.empty()) {
        const Pending tile = std::move(open.back());
        open.pop_back();
        if (tile.cell.level >= m_description.availableLevels)
            continue;
        const std::size_t depth = tile.cell.level - root.cell.level;
        const std::size_t mask = (std::size_t(1) << depth) - 1;
        const std::size_t code =
            morton(tile.cell.x & mask, tile.cell.y & mask, tile.cell.z & mask, m_description.octree);
        if (depth == m_description.subtreeLevels) {
            if (subtree.children.at(code))
                nextSubtrees.push_back(tile);
            if (nextSubtrees.size() > maxOpenSubtrees)
                return failure(ErrorCode::ResourceExhausted,
                               QCoreApplication::translate("twin::tiles3d", "Der Kachelsatz hat zu viele Kacheln."), {},
                               {}, {m_file, -1, {}});
            continue;
        }
        const std::size_t index = tilesAbove(depth, fanOut()) + code;
        if (!subtree.tiles.at(index))
            continue;
        std::int32_t node = -1;
        TWIN_CHECK(addTile(tile, subtree, index, node));
        std::vector<Pending> children = childrenOf(tile, node);
        std::move(children.begin(), children.end(), std::back_inserter(open));
    }
    return {};
}

Result<void> ImplicitTiling::addTile(const Pending& tile, const Subtree& subtree, std::size_t index, std::int32_t& node)
{
    TWIN_TRY(node, m_builder.addNode(tile.volume, tile.geometricError, tile.context));
    QStringList uris;
    for (std::size_t i = 0; i < m_contentUris.size() && i < subtree.contents.size(); ++i) {
        if (!subtree.contents[i].at(index))
            continue;
        TWIN_TRY(QString uri, resolve(m_contentUris[i], tile.cell));
        if (uri.endsWith(QLatin1String(".json"), Qt::CaseInsensitive)) {
            TilesetBuilder::Context inner = tile.context;
            inner.parent = node;
            TWIN_CHECK(m_builder.readExternal(uri, inner));
        } else {
            uris << uri;
        }
    }
    m_builder.m_built.tree.nodes[std::size_t(node)].uri = uris.join(QLatin1Char('\n'));
    return {};
}

Result<QString> ImplicitTiling::resolve(const QString& uriTemplate, const Cell& cell) const
{
    QString uri = uriTemplate;
    uri.replace(QLatin1String("{level}"), QString::number(cell.level))
        .replace(QLatin1String("{x}"), QString::number(cell.x));
    uri.replace(QLatin1String("{y}"), QString::number(cell.y)).replace(QLatin1String("{z}"), QString::number(cell.z));
    return ResourceRoot::resolve(m_file, uri);
}

Result<ImplicitTiling::Subtree> ImplicitTiling::readSubtree(const Cell& cell)
{
    TWIN_TRY(const QString path, resolve(m_description.subtreeUri, cell));
    TWIN_TRY(const QByteArray file, m_builder.m_resources.read(path, maxSubtreeBytes));
    QByteArray json = file;
    QByteArray binary;
    if (file.startsWith("subt")) { // magic, version, json length, binary length (64 bits each)
        quint64 lengths[2] = {};
        if (file.size() < 24)
            return malformed(path, "subtree header is cut off");
        std::memcpy(lengths, file.constData() + 8, sizeof lengths);
        const quint64 room = quint64(file.size()) - 24;
        if (lengths[0] > room || lengths[1] > room - lengths[0])
            return malformed(path, "subtree is shorter than its header says");
        json = file.mid(24, qsizetype(lengths[0]));
        binary = file.mid(24 + qsizetype(lengths[0]), qsizetype(lengths[1]));
    }
    TWIN_TRY(const JsonDocument document, JsonDocument::parse(bytesOf(json), path));

    std::vector<QByteArray> buffers;
    for (const JsonValue buffer : arrayMember(document.root(), "buffers")) {
        if (buffers.size() > 64)
            return malformed(path, "too many buffers");
        const auto uri = stringMember(buffer, "uri");
        if (!uri) {
            buffers.push_back(binary);
            continue;
        }
        TWIN_TRY(const QString bufferPath, ResourceRoot::resolve(path, toQString(*uri)));
        TWIN_TRY(buffers.emplace_back(), m_builder.m_resources.read(bufferPath, maxSubtreeBytes));
    }

    const std::size_t tiles = tilesAbove(m_description.subtreeLevels, fanOut());
    std::size_t leaves = 1;
    for (std::size_t i = 0; i < m_description.subtreeLevels; ++i)
        leaves *= fanOut();
    Subtree subtree;
    const auto tileAvailability = objectMember(document.root(), "tileAvailability");
    const auto childAvailability = objectMember(document.root(), "childSubtreeAvailability");
    if (!tileAvailability || !childAvailability)
        return malformed(path, "subtree availability is missing");
    TWIN_TRY(subtree.tiles, readAvailability(*tileAvailability, document.root(), buffers, tiles));
    TWIN_TRY(subtree.children, readAvailability(*childAvailability, document.root(), buffers, leaves));
    const auto contents = member(document.root(), "contentAvailability");
    if (contents && contents->is_object()) { // the 1.0 extension: one object
        TWIN_TRY(subtree.contents.emplace_back(), readAvailability(*contents, document.root(), buffers, tiles));
    }
    const auto multiple = extension(document.root(), "3DTILES_multiple_contents");
    for (const JsonValue content : arrayMember(multiple.value_or(document.root()), "contentAvailability")) {
        if (subtree.contents.size() > 64)
            return malformed(path, "too many contents");
        TWIN_TRY(subtree.contents.emplace_back(), readAvailability(content, document.root(), buffers, tiles));
    }
    return subtree;
}

Result<ImplicitTiling::Availability> ImplicitTiling::readAvailability(JsonValue owner, JsonValue document,
                                                                      const std::vector<QByteArray>& buffers,
                                                                      std::size_t count)
{
    Availability availability;
    if (const auto constant = countMember(owner, "constant")) {
        availability.constant = *constant != 0;
        return availability;
    }
    auto view = countMember(owner, "bitstream");
    if (!view)
        view = countMember(owner, "bufferView"); // 1.0 extension
    std::size_t index = 0;
    for (const JsonValue bufferView : arrayMember(document, "bufferViews")) {
        if (!view || index++ != *view)
            continue;
        const auto buffer = countMember(bufferView, "buffer");
        const std::size_t offset = countMember(bufferView, "byteOffset").value_or(0);
        const auto length = countMember(bufferView, "byteLength");
        if (!buffer || !length || *buffer >= buffers.size())
            break;
        const auto size = std::size_t(buffers[*buffer].size());
        if (offset > size || *length > size - offset || *length < (count + 7) / 8)
            break;
        availability.bits = buffers[*buffer].mid(qsizetype(offset), qsizetype(*length));
        return availability;
    }
    return malformed(m_file, "subtree availability is invalid");
}

} // namespace twin::tiles3d
