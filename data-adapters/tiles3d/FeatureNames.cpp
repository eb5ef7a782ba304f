// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/FeatureNames.h"

#include "tiles3d/PropertyTable.h"

#include <algorithm>
#include <string>

#include <QHash>

namespace twin::tiles3d {
namespace {

constexpr std::size_t maxFeatures = 4'000'000; ///< per tile: names take more memory than geometry

} // namespace

/// How vertices or instances say their feature.
struct FeatureNames::IdSource {
    std::optional<std::size_t> accessor; ///< empty: the number of the vertex or instance is the id
    std::int64_t set = -1;
    std::optional<std::size_t> nullId;
};

std::optional<FeatureNames::IdSource> FeatureNames::idSource(std::optional<JsonValue> features, JsonValue attributes)
{
    std::optional<IdSource> best;
    if (!features)
        return best;
    for (const JsonValue featureId : arrayMember(*features, "featureIds")) {
        if (member(featureId, "texture"))
            continue;
        IdSource source;
        if (const auto attribute = countMember(featureId, "attribute")) {
            source.accessor = countMember(attributes, "_FEATURE_ID_" + std::to_string(*attribute));
            if (!source.accessor)
                continue;
        }
        source.nullId = countMember(featureId, "nullFeatureId");
        const auto table = countMember(featureId, "propertyTable");
        if (table && *table < (std::size_t(1) << 31))
            source.set = std::int64_t(*table);
        if (!best || (best->set < 0 && table))
            best = source;
    }
    return best;
}

FeatureNames::FeatureNames(GltfDocument& document, const ContentPart& part, QString label, TileContent& content)
    : m_document(document), m_batchTableJson(part.batchTable), m_label(std::move(label)), m_content(content)
{
}

Result<std::vector<std::uint32_t>> FeatureNames::featuresOf(JsonValue primitive, std::size_t vertexCount)
{
    const auto attributes = objectMember(primitive, "attributes");
    std::optional<IdSource> source = idSource(extension(primitive, "EXT_mesh_features"), *attributes);
    if (!source) {
        auto batch = countMember(*attributes, "_BATCHID");
        if (!batch)
            batch = countMember(*attributes, "BATCHID"); // before glTF asked for the underscore
        if (!batch)
            return std::vector<std::uint32_t>();
        source = IdSource{batch, batchTable, std::nullopt};
    }
    return readIds(*source, vertexCount);
}

Result<std::vector<std::uint32_t>> FeatureNames::featuresOfInstances(JsonValue node, std::size_t count)
{
    const auto instancing = extension(node, "EXT_mesh_gpu_instancing");
    const auto attributes = instancing ? objectMember(*instancing, "attributes") : std::nullopt;
    const auto source = attributes ? idSource(extension(node, "EXT_instance_features"), *attributes) : std::nullopt;
    return source ? readIds(*source, count) : std::vector<std::uint32_t>();
}

Result<std::vector<std::uint32_t>> FeatureNames::readIds(const IdSource& source, std::size_t vertexCount)
{
    TWIN_TRY(Set* const set, setOf(source.set));
    std::vector<std::uint32_t> features(vertexCount, TileContent::noFeature);
    ElementView ids;
    if (source.accessor) {
        TWIN_TRY(ids, m_document.accessor(*source.accessor));
        if (ids.count != vertexCount)
            return m_document.malformed(QStringLiteral("feature ids and positions differ in number"));
    }
    double lastId = -1; // neighbours mostly share a feature
    std::uint32_t lastFeature = TileContent::noFeature;
    for (std::size_t i = 0; i < vertexCount; ++i) {
        const double id = source.accessor ? ids.at(i, 0) : double(i);
        if (id != lastId) {
            const bool valid =
                id >= 0 && id < double(TileContent::noFeature) && !(source.nullId && id == double(*source.nullId));
            lastFeature = valid ? indexIn(*set, std::uint32_t(id)) : TileContent::noFeature;
            lastId = id;
        }
        features[i] = lastFeature;
    }
    return features;
}

std::uint32_t FeatureNames::indexIn(Set& set, std::uint32_t id)
{
    if (set.rows > 0)
        return id < set.rows ? set.first + id : TileContent::noFeature;
    if (m_content.featureIds.size() >= maxFeatures)
        return TileContent::noFeature;
    const auto [entry, isNew] = set.met.try_emplace(id, std::uint32_t(m_content.featureIds.size()));
    if (isNew)
        m_content.featureIds.push_back(m_label + QLatin1Char('#') + QString::number(id));
    return entry->second;
}

Result<FeatureNames::Set*> FeatureNames::setOf(std::int64_t key)
{
    const auto found = m_sets.find(key);
    if (found != m_sets.end())
        return &found->second;
    std::vector<QString> names;
    if (key >= 0) {
        TWIN_TRY(names, readPropertyTableIds(m_document, std::size_t(key)));
    } else if (key == batchTable && !m_batchTableJson.empty()) {
        TWIN_TRY(names, namesInBatchTable());
    }
    if (names.size() > maxFeatures - std::min(maxFeatures, m_content.featureIds.size()))
        return m_document.malformed(QStringLiteral("more than %1 features in a tile").arg(maxFeatures));
    Set& set = m_sets[key];
    set.first = std::uint32_t(m_content.featureIds.size());
    set.rows = std::uint32_t(names.size());
    for (std::size_t i = 0; i < names.size(); ++i)
        m_content.featureIds.push_back(names[i].isEmpty() ? m_label + QLatin1Char('#') + QString::number(i)
                                                          : std::move(names[i]));
    if (key >= 0 && set.rows > 0)
        addUses(set, std::size_t(key));
    return &set;
}

void FeatureNames::addUses(const Set& set, std::size_t table)
{
    const std::vector<QString> functions = readPropertyTableTexts(m_document, table, "function");
    if (functions.size() != set.rows)
        return;
    m_content.featureUses.resize(set.first, BuildingUse::Unknown);
    QHash<QString, BuildingUse> known; // a tile has thousands of houses and a handful of functions
    for (const QString& function : functions) {
        const auto use = known.constFind(function);
        m_content.featureUses.push_back(use != known.cend() ? *use : *known.insert(function, buildingUse(function)));
    }
}

Result<std::vector<QString>> FeatureNames::namesInBatchTable() const
{
    TWIN_TRY(const JsonDocument table, JsonDocument::parse(m_batchTableJson, m_document.path()));
    simdjson::dom::object columns;
    std::optional<int> bestRank;
    simdjson::dom::array best;
    if (table.root().get_object().get(columns) != simdjson::SUCCESS)
        return m_document.malformed(QStringLiteral("the batch table is no object"));
    for (const auto& column : columns) {
        const auto rank = idRank(column.key, {});
        if (rank && (!bestRank || *rank < *bestRank) && column.value.get_array().get(best) == simdjson::SUCCESS)
            bestRank = rank;
    }
    std::vector<QString> names;
    if (!bestRank)
        return names;
    for (const JsonValue value : best) {
        std::string_view text;
        std::int64_t number = 0;
        if (value.get_string().get(text) == simdjson::SUCCESS)
            names.push_back(toQString(text));
        else
            names.push_back(value.get_int64().get(number) == simdjson::SUCCESS ? QString::number(number) : QString());
    }
    return names;
}

} // namespace twin::tiles3d
