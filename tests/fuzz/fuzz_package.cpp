// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target of region packages, which come from other people: region.json, layer.json, the database and the
// pages of stored observations. Any bytes must neither crash nor hang nor leak. Built as the CityGML reader's target is
// (tests/fuzz/CMakeLists.txt).
#include "package/history/DatastreamJson.h"
#include "package/history/Page.h"
#include "package/LayerJson.h"
#include "package/LayerTheme.h"
#include "package/RegionJson.h"
#include "package/RegionPackage.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>

namespace {

using namespace twin;

/// Two packages: one whose texts change from run to run, and one whose database does.
class Packages {
public:
    Packages()
    {
        QDir(m_dir.path()).mkpath(QStringLiteral("texts/layers/a"));
        QDir(m_dir.path()).mkpath(QStringLiteral("database"));
        package::RegionFile region;
        region.info.title = QStringLiteral("fuzz");
        region.info.origin = {392'000, 5'708'000, 90};
        region.info.extent.include(LocalPosition{0, 0, 0});
        region.info.extent.include(LocalPosition{10, 10, 10});
        write(QStringLiteral("database/region.json"), package::regionJson(region, 0));
        write(QStringLiteral("texts/region.json"), package::regionJson(region, 0));
    }

    void readTexts(const QByteArray& bytes) const
    {
        const QString folder = m_dir.filePath(QStringLiteral("texts"));
        (void)package::parseRegionJson(bytes, QStringLiteral("region.json"));
        (void)package::datastreamFromJson(QStringLiteral("q/s"), bytes);
        write(QStringLiteral("texts/layers/a/layer.json"), bytes);
        std::vector<Issue> issues;
        for (const LayerInfo& layer : package::readLayers(folder, SceneFrame({392'000, 5'708'000, 90}), issues))
            for (const LayerTileset& tileset : layer.tilesets)
                if (!QDir::cleanPath(QDir(folder).absoluteFilePath(tileset.tileset)).startsWith(folder))
                    std::abort(); // a layer's files lie below the package
        (void)package::layerTheme(folder + QStringLiteral("/layers/a"));
        (void)package::setLayerTheme(folder + QStringLiteral("/layers/a"), QStringLiteral("own"));
    }

    void readDatabase(const QByteArray& bytes) const
    {
        write(QStringLiteral("database/twin.gpkg"), bytes);
        const auto region = package::RegionPackage::open(m_dir.filePath(QStringLiteral("database")));
        if (!region)
            std::abort(); // its region.json is sound
        for (const char* text : {"a", "haus 1", "TEST_NORD"})
            if (const auto hits = (*region)->search(QString::fromLatin1(text)); hits)
                for (const SearchHit& hit : *hits)
                    (void)(*region)->object(hit.id);
        (void)(*region)->object(QStringLiteral("TEST_NORD"));
    }

private:
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            std::abort();
    }

    QTemporaryDir m_dir;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    QLoggingCategory::setFilterRules(QStringLiteral("twin.*=false"));
    static const Packages packages;
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    if (bytes.startsWith("SQLite format 3"))
        packages.readDatabase(bytes);
    else if (bytes.startsWith('{'))
        packages.readTexts(bytes);
    else if (const auto samples = package::decodePage({bytes.constData(), size})) {
        const std::string page = package::encodePage(*samples);
        const auto again = package::decodePage(page);
        if (!again || package::encodePage(*again) != page)
            std::abort();
    }
    return 0;
}
