// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tiles3d/Tileset.h"

#include <cstring>
#include <vector>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace twin::test {

inline QJsonObject object(std::initializer_list<std::pair<const char*, QJsonValue>> members)
{
    QJsonObject result;
    for (const auto& [key, value] : members)
        result.insert(QString::fromLatin1(key), value);
    return result;
}

inline QString text(const char* latin1)
{
    return QString::fromLatin1(latin1);
}

/// A square of 2 m in glTF's x-z plane (the ground), seen from above.
inline const std::vector<float> square{0, 0, 0, 0, 0, 2, 2, 0, 2, 2, 0, 0};
inline const std::vector<std::uint16_t> squareIndices{0, 1, 2, 0, 2, 3};

/// Writes GLB files for tests: independent of the reader, simple enough to be believed.
class GlbBuilder {
public:
    QJsonObject json{{QStringLiteral("asset"), QJsonObject{{QStringLiteral("version"), QStringLiteral("2.0")}}},
                     {QStringLiteral("scene"), 0},
                     {QStringLiteral("scenes"), QJsonArray{QJsonObject{{QStringLiteral("nodes"), QJsonArray{0}}}}},
                     {QStringLiteral("nodes"), QJsonArray{QJsonObject{{QStringLiteral("mesh"), 0}}}}};

    int view(const QByteArray& bytes, int stride = 0)
    {
        QJsonObject view{{QStringLiteral("buffer"), 0},
                         {QStringLiteral("byteOffset"), int(m_binary.size())},
                         {QStringLiteral("byteLength"), int(bytes.size())}};
        if (stride > 0)
            view.insert(QStringLiteral("byteStride"), stride);
        m_binary += bytes + QByteArray((8 - bytes.size() % 8) % 8, '\0');
        m_views.append(view);
        return int(m_views.size()) - 1;
    }

    int compressedView(const QByteArray& packed, int count, int stride, const QString& mode,
                       const QString& filter = QStringLiteral("NONE"))
    {
        const QJsonObject meshopt{{QStringLiteral("buffer"), 0},
                                  {QStringLiteral("byteOffset"), int(m_binary.size())},
                                  {QStringLiteral("byteLength"), int(packed.size())},
                                  {QStringLiteral("byteStride"), stride},
                                  {QStringLiteral("count"), count},
                                  {QStringLiteral("mode"), mode},
                                  {QStringLiteral("filter"), filter}};
        QJsonObject view{
            {QStringLiteral("buffer"), 1},
            {QStringLiteral("byteOffset"), 0},
            {QStringLiteral("byteLength"), count * stride},
            {QStringLiteral("extensions"), QJsonObject{{QStringLiteral("EXT_meshopt_compression"), meshopt}}}};
        if (mode == QLatin1String("ATTRIBUTES"))
            view.insert(QStringLiteral("byteStride"), stride);
        m_binary += packed + QByteArray((8 - packed.size() % 8) % 8, '\0');
        m_views.append(view);
        return int(m_views.size()) - 1;
    }

    int accessor(int view, int componentType, int count, const char* type, bool normalized = false)
    {
        QJsonObject accessor{{QStringLiteral("bufferView"), view},
                             {QStringLiteral("componentType"), componentType},
                             {QStringLiteral("count"), count},
                             {QStringLiteral("type"), QString::fromLatin1(type)}};
        if (normalized)
            accessor.insert(QStringLiteral("normalized"), true);
        m_accessors.append(accessor);
        return int(m_accessors.size()) - 1;
    }

    template <class T> int array(const std::vector<T>& values, int componentType, const char* type, int components = 1)
    {
        return accessor(
            view(QByteArray(reinterpret_cast<const char*>(values.data()), qsizetype(values.size() * sizeof(T)))),
            componentType, int(values.size()) / components, type);
    }
    int positions(const std::vector<float>& xyz) { return array(xyz, 5126, "VEC3", 3); }
    int indices(const std::vector<std::uint16_t>& i) { return array(i, 5123, "SCALAR"); }

    void primitives(const QJsonArray& list)
    {
        json.insert(QStringLiteral("meshes"), QJsonArray{QJsonObject{{QStringLiteral("primitives"), list}}});
    }

    [[nodiscard]] QJsonObject document() const
    {
        QJsonObject whole = json;
        if (!whole.contains(QStringLiteral("accessors")))
            whole.insert(QStringLiteral("accessors"), m_accessors);
        if (!whole.contains(QStringLiteral("bufferViews")))
            whole.insert(QStringLiteral("bufferViews"), m_views);
        if (!whole.contains(QStringLiteral("buffers")))
            whole.insert(QStringLiteral("buffers"),
                         QJsonArray{QJsonObject{{QStringLiteral("byteLength"), int(m_binary.size())}},
                                    QJsonObject{{QStringLiteral("byteLength"), 1 << 20}}});
        return whole;
    }

    [[nodiscard]] QByteArray glb() const
    {
        return container(QJsonDocument(document()).toJson(QJsonDocument::Compact), m_binary);
    }
    [[nodiscard]] const QByteArray& binary() const { return m_binary; }

    static QByteArray container(QByteArray text, const QByteArray& binary)
    {
        text += QByteArray((4 - text.size() % 4) % 4, ' ');
        const auto word = [](qsizetype value) {
            const auto number = quint32(value);
            return QByteArray(reinterpret_cast<const char*>(&number), 4);
        };
        return "glTF" + word(2) + word(28 + text.size() + binary.size()) + word(text.size()) + "JSON" + text +
               word(binary.size()) + QByteArray("BIN\0", 4) + binary;
    }

private:
    QByteArray m_binary;
    QJsonArray m_views;
    QJsonArray m_accessors;
};

/// A folder with a tileset whose only tile has one content; local metres unless the tile says otherwise.
class OneTile {
public:
    QJsonObject root{{QStringLiteral("boundingVolume"),
                      QJsonObject{{QStringLiteral("box"), QJsonArray{0, 0, 0, 100, 0, 0, 0, 100, 0, 0, 0, 100}}}},
                     {QStringLiteral("geometricError"), 0},
                     {QStringLiteral("refine"), QStringLiteral("REPLACE")},
                     {QStringLiteral("content"), QJsonObject{{QStringLiteral("uri"), QStringLiteral("a.glb")}}}};

    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }
    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }

    [[nodiscard]] Result<std::shared_ptr<const TileSource>>
    open(const std::optional<SceneFrame>& frame = SceneFrame()) const
    {
        const QJsonObject tileset{
            {QStringLiteral("asset"), QJsonObject{{QStringLiteral("version"), QStringLiteral("1.1")}}},
            {QStringLiteral("geometricError"), 100},
            {QStringLiteral("root"), root}};
        write(QStringLiteral("tileset.json"), QJsonDocument(tileset).toJson());
        return tiles3d::openTileset(path(QStringLiteral("tileset.json")), QStringLiteral("buildings"), frame);
    }
    [[nodiscard]] Result<std::shared_ptr<const TileContent>>
    load(const QByteArray& content, const std::optional<SceneFrame>& frame = SceneFrame()) const
    {
        write(QStringLiteral("a.glb"), content);
        TWIN_TRY(const auto source, open(frame));
        return source->load(0, {});
    }

private:
    QTemporaryDir m_dir;
};

/// @returns a vertex's place in the scene.
inline LocalPosition placeOf(const TileContent& content, std::size_t vertex)
{
    const TileVertex& v = content.vertices[vertex];
    return content.origin + LocalPosition{v.x, v.y, v.z};
}

/// @returns whether everything a renderer relies on holds.
inline bool isSound(const TileContent& content)
{
    for (const std::uint32_t index : content.indices)
        if (index >= content.vertices.size())
            return false;
    for (const TileVertex& v : content.vertices)
        if (!std::isfinite(v.x) || !std::isfinite(v.y) || !std::isfinite(v.z) || v.faceClass >= faceClassCount ||
            (v.feature != TileContent::noFeature && v.feature >= content.featureIds.size()))
            return false;
    if (!content.textureCoordinates.empty() && content.textureCoordinates.size() != content.vertices.size())
        return false;
    for (const TilePart& part : content.parts) {
        const std::size_t most =
            part.primitive == PrimitiveKind::Points ? content.vertices.size() : content.indices.size();
        const std::size_t step = part.primitive == PrimitiveKind::Triangles ? 3
                                 : part.primitive == PrimitiveKind::Lines   ? 2
                                                                            : 1;
        if (part.first > most || part.count > most - part.first || part.count % step != 0 ||
            part.image >= std::int32_t(content.images.size()) ||
            (part.image >= 0 && content.textureCoordinates.empty()))
            return false;
    }
    for (const std::uint32_t feature : content.instances.features)
        if (feature != TileContent::noFeature && feature >= content.featureIds.size())
            return false;
    return content.instances.features.size() == content.instances.matrices.size() &&
           (!content.parts.empty() || content.indices.size() % 3 == 0);
}

} // namespace twin::test
