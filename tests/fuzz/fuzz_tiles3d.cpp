// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target of the 3D Tiles reader: any bytes, read as a content, a tileset or a subtree, must neither crash nor
// hang nor leak, and what loads must be sound. Built as the CityGML reader's target is (tests/fuzz/CMakeLists.txt).
#include "tiles3d/Tileset.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>

namespace {

constexpr const char* oneContent =
    R"({"asset":{"version":"1.1"},"geometricError":1,"root":{"boundingVolume":{"box":[0,0,0,9,0,0,0,9,0,0,0,9]},"geometricError":0,"content":{"uri":"a.glb"}}})";
constexpr const char* oneSubtree =
    R"({"asset":{"version":"1.1"},"geometricError":1,"root":{"boundingVolume":{"box":[0,0,0,9,0,0,0,9,0,0,0,9]},"geometricError":4,"content":{"uri":"{level}{x}{y}.glb"},"implicitTiling":{"subdivisionScheme":"QUADTREE","availableLevels":3,"subtreeLevels":3,"subtrees":{"uri":"a.glb"}}}})";

/// The folder that stands for a tileset; its one foreign file changes from run to run.
class Folder {
public:
    Folder()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("twin.*=false"));
        write("content.json", oneContent);
        write("subtree.json", oneSubtree);
        m_content = open("content.json");
    }
    void write(const char* name, const QByteArray& bytes) const
    {
        QFile file(m_dir.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            std::abort();
    }
    [[nodiscard]] std::shared_ptr<const twin::TileSource> open(const char* name) const
    {
        return twin::tiles3d::openTileset(m_dir.filePath(QLatin1String(name)), QStringLiteral("fuzz"),
                                          twin::SceneFrame())
            .value_or(nullptr);
    }
    [[nodiscard]] const twin::TileSource& content() const { return *m_content; }

private:
    QTemporaryDir m_dir;
    std::shared_ptr<const twin::TileSource> m_content;
};

void check(const twin::TileContent& content)
{
    for (const std::uint32_t index : content.indices)
        if (index >= content.vertices.size())
            std::abort();
    for (const twin::TileVertex& vertex : content.vertices)
        if (vertex.feature != twin::TileContent::noFeature && vertex.feature >= content.featureIds.size())
            std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Folder folder;
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    folder.write("a.glb", bytes);
    if (const auto content = folder.content().load(0, {}))
        check(**content);
    (void)folder.open("subtree.json");
    folder.write("t.json", bytes);
    (void)folder.open("t.json");
    return 0;
}
