// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Task.h"
#include "tiles3d/FeatureNames.h"
#include "tiles3d/Materials.h"
#include "tiles3d/MatrixMath.h"

namespace twin::tiles3d {

/// Turns the triangles, lines and points of a glTF asset into vertices of a tile. Used for one asset by one thread.
class MeshDecoder {
public:
    MeshDecoder(GltfDocument& document, FeatureNames& features, TileContent& content, const CancellationToken& cancel);

    /// @brief Appends everything of the asset's scene to the content.
    /// @param sceneFromAsset  maps glTF's scene (y up) to the twin's scene
    /// @param alone  the asset is all that the tile has: one mesh that repeats (EXT_mesh_gpu_instancing) is then kept
    ///               as instances; elsewhere its copies are made vertices
    /// @returns MalformedData, UnsupportedFormat (Draco), ResourceExhausted, Cancelled; the content is then unusable.
    Result<void> decode(const Matrix4& sceneFromAsset, bool alone);

private:
    /// Where a primitive is put.
    struct Place {
        Matrix4 sceneFromMesh;
        LocalPosition origin;                 ///< what vertices are relative to
        std::optional<std::uint32_t> feature; ///< of all of it, whatever the vertices say
        bool counts = true;                   ///< in the content's bounds
    };
    /// What a primitive is made of, checked: all arrays have `positions.count` elements, all indices are below it.
    struct Primitive {
        PrimitiveKind kind = PrimitiveKind::Triangles;
        ElementView positions;
        std::optional<ElementView> normals;
        std::optional<ElementView> colours;
        std::optional<ElementView> textureCoordinates;
        std::vector<std::uint32_t> features; ///< empty: none
        std::vector<std::uint32_t> indices;  ///< triangles, pairs of a line's ends, or points
        Material material;
    };
    /// What is appended to the content.
    struct Piece {
        std::vector<TileVertex> vertices;
        std::vector<std::array<float, 2>> textureCoordinates; ///< empty: no image
        std::vector<std::uint32_t> indices;                   ///< empty for points
        TilePart part;
        bool counts = true;
    };

    Result<void> decodeNode(std::size_t index, const Matrix4& parent, int depth);
    Result<void> decodeMesh(JsonValue node, const Place& place);
    Result<void> decodeInstances(JsonValue node, JsonValue instancing, const Matrix4& sceneFromNode);
    Result<void> decodePrimitive(JsonValue json, const Place& place);
    Result<std::optional<Primitive>> readPrimitive(JsonValue json);
    [[nodiscard]] tl::unexpected<Error> tooLarge() const;
    [[nodiscard]] static std::vector<TileVertex> shadedVertices(const Primitive& primitive, const Place& place);
    [[nodiscard]] static std::vector<std::array<float, 2>> textureCoordinates(const Primitive& primitive);
    /// @brief Gives every index a vertex of its own: for triangles without normals, which are flat (glTF 2.0
    ///        §3.7.2.1), and for points.
    static void unshare(Piece& piece, std::vector<std::uint32_t>& indices);
    static void makeFlat(std::vector<TileVertex>& vertices);
    Result<void> append(Piece&& piece);

    GltfDocument& m_document;
    FeatureNames& m_features;
    TileContent& m_content;
    const CancellationToken& m_cancel;
    Materials m_materials;
    bool m_alone = false;
    std::size_t m_work = 0;      ///< vertices read: small files can ask for the same ones over and over
    std::vector<bool> m_visited; ///< nodes: each may hang in the scene once
};

/// @brief Joins neighbouring parts that are drawn alike; a content of opaque triangles alone needs none.
///        Call once, when everything is in.
void finishParts(TileContent& content);

} // namespace twin::tiles3d
