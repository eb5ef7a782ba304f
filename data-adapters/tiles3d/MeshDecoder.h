// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Task.h"
#include "tiles3d/FeatureNames.h"
#include "tiles3d/MatrixMath.h"

namespace twin::tiles3d {

/// Turns the triangles of a glTF asset into vertices of a tile. Used for one asset by one thread.
class MeshDecoder {
public:
    MeshDecoder(GltfDocument& document, FeatureNames& features, TileContent& content, const CancellationToken& cancel);

    /// @brief Appends everything of the asset's scene to the content. Points and lines are left out.
    /// @param sceneFromAsset  maps glTF's scene (y up) to the twin's scene
    /// @returns MalformedData, UnsupportedFormat (Draco), ResourceExhausted, Cancelled; the content is then unusable.
    Result<void> decode(const Matrix4& sceneFromAsset);

private:
    struct Material {
        FaceClass faceClass = FaceClass::Generic;
        std::array<double, 4> baseColour{1, 1, 1, 1}; ///< linear, straight alpha
    };
    /// What a primitive is made of, checked: all arrays have `positions.count` elements, all indices are below it.
    struct Primitive {
        ElementView positions;
        std::optional<ElementView> normals;
        std::optional<ElementView> colours;
        std::vector<std::uint32_t> features; ///< empty: none
        std::vector<std::uint32_t> indices;  ///< triangles
        Material material;
    };

    Result<void> decodeNode(std::size_t index, const Matrix4& parent, int depth);
    Result<void> decodePrimitive(JsonValue json, const Matrix4& sceneFromMesh);
    Result<std::vector<std::uint32_t>> trianglesOf(JsonValue json, std::size_t vertexCount, std::size_t mode);
    [[nodiscard]] tl::unexpected<Error> tooLarge() const;
    [[nodiscard]] Material materialOf(JsonValue json) const;
    [[nodiscard]] static std::vector<TileVertex>
    shadedVertices(const Primitive& primitive, const Matrix4& sceneFromMesh, const LocalPosition& origin);
    /// @brief glTF 2.0 §3.7.2.1: without normals every triangle is flat, so triangles stop sharing vertices.
    static void makeFlat(std::vector<TileVertex>& vertices, std::vector<std::uint32_t>& indices);
    Result<void> append(std::vector<TileVertex>&& vertices, std::vector<std::uint32_t>&& indices);

    GltfDocument& m_document;
    FeatureNames& m_features;
    TileContent& m_content;
    const CancellationToken& m_cancel;
    std::size_t m_work = 0;      ///< vertices read: small files can ask for the same ones over and over
    std::vector<bool> m_visited; ///< nodes: each may hang in the scene once
};

} // namespace twin::tiles3d
