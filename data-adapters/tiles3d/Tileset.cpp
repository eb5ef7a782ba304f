// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/Tileset.h"

#include "tiles3d/MeshDecoder.h"
#include "tiles3d/TilesetBuilder.h"

#include <new>

#include <QCoreApplication>
#include <QFileInfo>

namespace twin::tiles3d {
namespace {

constexpr qint64 maxContentBytes = 512LL << 20;

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::tiles3d", text);
}

tl::unexpected<Error> outOfMemory(const QString& path)
{
    return failure(ErrorCode::ResourceExhausted, tr("Der Speicher reicht für diese Daten nicht."), {}, {},
                   {path, -1, {}});
}

/// Where a b3dm says its coordinates start: the feature table's RTC_CENTER or glTF's CESIUM_RTC.
LocalPosition relativeToCentre(const ContentPart& part, const GltfDocument& document)
{
    std::optional<std::array<double, 3>> centre;
    if (!part.featureTable.empty())
        if (const auto table = JsonDocument::parse(part.featureTable, document.path()))
            centre = numbersMember<3>(table->root(), "RTC_CENTER");
    if (const auto rtc = extension(document.root(), "CESIUM_RTC"); rtc && !centre)
        centre = numbersMember<3>(*rtc, "center");
    return centre ? LocalPosition{(*centre)[0], (*centre)[1], (*centre)[2]} : LocalPosition{};
}

class Tileset final : public TileSource {
public:
    Tileset(ResourceRoot resources, QString layer, BuiltTileset built)
        : m_resources(std::move(resources)),
          m_layer(std::move(layer)),
          m_tree(std::move(built.tree)),
          m_contentIsZUp(std::move(built.contentIsZUp)),
          m_frame(built.frame)
    {
    }

    [[nodiscard]] QString layer() const override { return m_layer; }
    [[nodiscard]] const TileTree& tree() const override { return m_tree; }
    [[nodiscard]] const SceneFrame& frame() const override { return m_frame; }

    [[nodiscard]] Result<std::shared_ptr<const TileContent>> load(std::int32_t node,
                                                                  const CancellationToken& cancel) const override
    {
        if (node < 0 || std::size_t(node) >= m_tree.nodes.size() || m_tree.nodes[std::size_t(node)].uri.isEmpty())
            return failure(ErrorCode::InvalidParameter, tr("Die Kachel hat keinen Inhalt."));
        const TileNode& tile = m_tree.nodes[std::size_t(node)];
        auto content = std::make_shared<TileContent>();
        content->origin = tile.bounds.centre();
        try {
            const QStringList uris = tile.uri.split(QLatin1Char('\n'));
            for (const QString& uri : uris)
                if (auto added = addContent(uri, node, uris.size() == 1, *content, cancel); !added)
                    return failure(m_resources.located(std::move(added).error()));
        } catch (const std::bad_alloc&) {
            return outOfMemory(tile.uri);
        }
        finishParts(*content);
        return std::shared_ptr<const TileContent>(std::move(content));
    }

private:
    /// @param alone  the tile has no other content
    Result<void> addContent(const QString& uri, std::int32_t node, bool alone, TileContent& content,
                            const CancellationToken& cancel) const
    {
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, tr("Abgebrochen."));
        TWIN_TRY(const QByteArray file, m_resources.read(uri, maxContentBytes));
        TWIN_TRY(const std::vector<ContentPart> parts,
                 openContent({reinterpret_cast<const std::uint8_t*>(file.constData()), std::size_t(file.size())}, uri));
        for (std::size_t i = 0; i < parts.size(); ++i) {
            TWIN_TRY(GltfDocument document, GltfDocument::open(parts[i].json, parts[i].binary, m_resources, uri));
            FeatureNames features(document, parts[i], i == 0 ? uri : uri + QLatin1Char('/') + QString::number(i),
                                  content);
            const bool zUp = m_contentIsZUp[std::size_t(node)];
            const Matrix4 sceneFromAsset = m_tree.nodes[std::size_t(node)].sceneFromContent *
                                           translation(relativeToCentre(parts[i], document)) *
                                           (zUp ? identity : zUpFromYUp);
            TWIN_CHECK(
                MeshDecoder(document, features, content, cancel).decode(sceneFromAsset, alone && parts.size() == 1));
        }
        return {};
    }

    ResourceRoot m_resources;
    QString m_layer;
    TileTree m_tree;
    std::vector<bool> m_contentIsZUp;
    SceneFrame m_frame;
};

} // namespace

Result<std::shared_ptr<const TileSource>> openTileset(const QString& path, const QString& layer,
                                                      const std::optional<SceneFrame>& frame,
                                                      const std::optional<Undulation>& undulation)
{
    const QFileInfo file(path);
    if (!file.isFile())
        return failure(ErrorCode::NotFound, tr("Der Kachelsatz fehlt."), {}, {}, {path, -1, {}});
    const ResourceRoot resources(file.absolutePath());
    try {
        Result<BuiltTileset> built = TilesetBuilder(resources, frame, undulation).build(file.fileName());
        if (!built)
            return failure(resources.located(std::move(built).error()));
        return std::shared_ptr<const TileSource>(std::make_shared<Tileset>(resources, layer, *std::move(built)));
    } catch (const std::bad_alloc&) {
        return outOfMemory(path);
    }
}

} // namespace twin::tiles3d
