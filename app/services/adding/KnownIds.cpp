// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/adding/KnownIds.h"

#include "package/database/Sqlite.h"
#include "package/LayerObjects.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <vector>

namespace twin::services {
namespace {

/// The objects of one package.
struct Database {
    package::SqliteDatabase database;
    package::SqliteStatement find;
    QString layer; ///< empty: the region's own

    bool knows(const QString& gmlId)
    {
        const std::string id = (layer.isEmpty() ? gmlId : package::idInRegion(layer, gmlId)).toStdString();
        find.bind(1, id);
        const Result<bool> found = find.step();
        find.reset();
        return found && *found;
    }
};

Result<std::unique_ptr<Database>> open(const QString& folder, const QString& layer)
{
    auto opened = std::make_unique<Database>();
    opened->layer = layer;
    TWIN_TRY(opened->database, package::SqliteDatabase::openReadOnly(folder + QStringLiteral("/twin.gpkg")));
    TWIN_TRY(opened->find, opened->database.prepare("SELECT 1 FROM city_object WHERE gml_id = ?1"));
    return opened;
}

struct Databases {
    std::mutex mutex;
    std::vector<std::unique_ptr<Database>> all;
};

} // namespace

Result<std::function<bool(const QString&)>> knownIds(const QString& regionFolder)
{
    auto databases = std::make_shared<Databases>();
    TWIN_TRY(auto own, open(regionFolder, {}));
    databases->all.push_back(std::move(own));
    for (const package::LayerObjects& layer : package::layerObjects(regionFolder))
        if (auto added = open(layer.folder, layer.layer)) // a damaged one tells when it is opened
            databases->all.push_back(*std::move(added));
    return std::function<bool(const QString&)>([databases](const QString& gmlId) {
        const std::lock_guard lock(databases->mutex);
        return std::any_of(databases->all.begin(), databases->all.end(),
                           [&gmlId](const std::unique_ptr<Database>& database) { return database->knows(gmlId); });
    });
}

} // namespace twin::services
