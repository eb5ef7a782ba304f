// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/TileContent.h"
#include "tiles3d/ContentFile.h"
#include "tiles3d/GltfDocument.h"

#include <unordered_map>

namespace twin::tiles3d {

/// Finds the feature of every vertex (EXT_mesh_features, b3dm's _BATCHID) and its id (EXT_structural_metadata property
/// tables, batch tables). Features without an id are called "<uri>#n". Used for one glTF asset by one thread.
class FeatureNames {
public:
    /// @param label  what nameless features are called after
    FeatureNames(GltfDocument& document, const ContentPart& part, QString label, TileContent& content);

    /// @returns per vertex an index into TileContent::featureIds or noFeature; empty when the primitive has no
    /// features.
    Result<std::vector<std::uint32_t>> featuresOf(JsonValue primitive, std::size_t vertexCount);

    /// @returns per instance of a node (EXT_instance_features) an index into TileContent::featureIds or noFeature;
    /// empty
    ///          when the node says nothing.
    Result<std::vector<std::uint32_t>> featuresOfInstances(JsonValue node, std::size_t count);

private:
    struct IdSource;
    /// Features with one numbering.
    struct Set {
        std::uint32_t first = 0; ///< index of row 0 in featureIds, when the rows have ids
        std::uint32_t rows = 0;  ///< 0: no ids, numbered as they are met
        std::unordered_map<std::uint32_t, std::uint32_t> met;
    };
    static constexpr std::int64_t withoutTable = -1;
    static constexpr std::int64_t batchTable = -2;

    /// @returns the first id set with a property table, else the first one; empty: none that can be used (texture
    /// only).
    static std::optional<IdSource> idSource(std::optional<JsonValue> features, JsonValue attributes);
    Result<std::vector<std::uint32_t>> readIds(const IdSource& source, std::size_t count);
    Result<Set*> setOf(std::int64_t key);
    /// What the rows of a table say of the buildings' use.
    void addUses(const Set& set, std::size_t table);
    Result<std::vector<QString>> namesInPropertyTable(std::size_t table);
    Result<std::vector<QString>> namesInBatchTable() const;
    [[nodiscard]] std::uint32_t indexIn(Set& set, std::uint32_t id);

    GltfDocument& m_document;
    std::span<const std::uint8_t> m_batchTableJson;
    QString m_label;
    TileContent& m_content;
    std::unordered_map<std::int64_t, Set> m_sets; ///< by property table or one of the constants
};

} // namespace twin::tiles3d
