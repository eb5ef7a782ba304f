// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/quality/IssueObjects.h"

#include "package/LayerObjects.h"
#include "package/quality/ObjectPlaces.h"
#include "package/RegionPackage.h"

#include <algorithm>
#include <vector>

#include <QFileInfo>
#include <QHash>

namespace twin::services {
namespace {

/// City objects with a database of their own: the region's, or those of an added model.
struct Part {
    QString layer; ///< empty: the region itself
    QString database;
    std::vector<SourceInfo> sources;
    QHash<QString, int> numbers; ///< of the sources, by path
};

Result<Part> readPart(const QString& layer, const QString& folder)
{
    TWIN_TRY(const auto package, package::RegionPackage::open(folder));
    Part part{layer, folder + QStringLiteral("/twin.gpkg"), package->info().sources, {}};
    for (std::size_t i = 0; i < part.sources.size(); ++i)
        part.numbers.insert(part.sources[i].path, int(i));
    return part;
}

/// @returns those with objects; what was added last is asked first.
Result<std::vector<Part>> readParts(const QString& region, const QStringList& added)
{
    std::vector<Part> parts;
    TWIN_TRY(Part own, readPart({}, region));
    parts.push_back(std::move(own));
    for (const package::LayerObjects& layer : package::layerObjects(region))
        if (auto part = readPart(layer.layer, layer.folder)) // one that is broken has a problem of its own
            parts.push_back(*std::move(part));
    std::erase_if(parts, [](const Part& part) { return !QFileInfo::exists(part.database); });
    std::stable_partition(parts.begin(), parts.end(), [&](const Part& part) { return added.contains(part.layer); });
    return parts;
}

/// @returns what a part's database calls an object; empty for an empty id.
QString idIn(const Part& part, const QString& id)
{
    if (part.layer.isEmpty() || id.isEmpty())
        return id;
    return package::idInRegion(part.layer, package::gmlIdOf(id, part.layer));
}

void take(const package::PlaceInSource& found, const Part& part, IssuePlace& place)
{
    place.object = found.object;
    place.position = found.position;
    if (place.where.source.isEmpty() && found.source >= 0 && std::size_t(found.source) < part.sources.size()) {
        place.where.source = part.sources[std::size_t(found.source)].path;
        place.where.line = found.line;
    }
}

/// Asks a part for the places whose number in it is told; -1: they have an id only, -2: it is not asked.
Result<void> ask(const Part& part, std::span<IssuePlace> places, const std::vector<int>& numbers)
{
    std::vector<package::PlaceInSource> asked;
    std::vector<IssuePlace*> asking;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (numbers[i] < -1 || !places[i].object.isEmpty())
            continue;
        asked.push_back({numbers[i], places[i].where.line, idIn(part, places[i].where.id), {}, {}});
        asking.push_back(&places[i]);
    }
    TWIN_CHECK(package::findObjects(part.database, asked));
    for (std::size_t i = 0; i < asked.size(); ++i)
        take(asked[i], part, *asking[i]);
    return {};
}

} // namespace

Result<void> findIssueObjects(const QString& region, const QStringList& added, std::span<IssuePlace> places)
{
    if (places.empty())
        return {};
    TWIN_TRY(const std::vector<Part> parts, readParts(region, added));
    // A file is asked for where it is known, first; an id alone may lie anywhere.
    std::vector<bool> isKnown(places.size(), false);
    for (const Part& part : parts) {
        std::vector<int> numbers(places.size(), -2);
        for (std::size_t i = 0; i < places.size(); ++i)
            if (const auto number = part.numbers.constFind(places[i].where.source);
                number != part.numbers.constEnd() && !isKnown[i]) {
                numbers[i] = *number;
                isKnown[i] = true;
            }
        TWIN_CHECK(ask(part, places, numbers));
    }
    for (const Part& part : parts) {
        std::vector<int> numbers(places.size(), -2);
        for (std::size_t i = 0; i < places.size(); ++i)
            if (!isKnown[i] && !places[i].where.id.isEmpty())
                numbers[i] = -1;
        TWIN_CHECK(ask(part, places, numbers));
    }
    return {};
}

} // namespace twin::services
