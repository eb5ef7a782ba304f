// SPDX-License-Identifier: GPL-3.0-or-later
#include "RegionObjects.h"

#include "package/LayerObjects.h"

#include <algorithm>
#include <iterator>

namespace twin {
namespace {

std::vector<QString> addedTo(const QString& folder)
{
    std::vector<QString> ids;
    for (const package::LayerObjects& layer : package::layerObjects(folder))
        ids.push_back(layer.layer);
    return ids;
}

} // namespace

void RegionObjects::forget()
{
    m_cancel.cancel();
    m_cancel = CancellationToken();
    ++m_request;
    m_rows.reset();
    m_reading = false;
}

void RegionObjects::setRegion(std::shared_ptr<const services::OpenedRegion> region)
{
    forget();
    m_folder = region && region->package ? region->package->folder() : QString();
    m_layers = m_folder.isEmpty() ? std::vector<QString>() : addedTo(m_folder);
    Q_EMIT changed();
}

void RegionObjects::refresh()
{
    if (m_folder.isEmpty())
        return;
    std::vector<QString> layers = addedTo(m_folder);
    if (layers == m_layers)
        return;
    m_layers = std::move(layers);
    const bool isWanted = m_rows || m_reading;
    forget();
    if (isWanted)
        want();
    Q_EMIT changed();
}

Result<std::vector<package::TableRow>> RegionObjects::read(const QString& folder, const CancellationToken& cancel)
{
    TWIN_TRY(std::vector<package::TableRow> rows, package::readObjectTable(folder, mostObjects, cancel));
    for (const package::LayerObjects& layer : package::layerObjects(folder)) {
        auto added = package::readObjectTable(layer.folder, mostObjects - std::min(mostObjects, rows.size()), cancel);
        if (!added && added.error().code == ErrorCode::Cancelled)
            return failure(std::move(added).error());
        if (!added) // the layer itself tells of its damage
            continue;
        for (package::TableRow& row : *added)
            row.layer = layer.layer;
        rows.insert(rows.end(), std::make_move_iterator(added->begin()), std::make_move_iterator(added->end()));
    }
    return rows;
}

void RegionObjects::want()
{
    if (m_rows || m_reading || m_folder.isEmpty())
        return;
    m_reading = true;
    m_runner.run(
        this, [folder = m_folder, cancel = m_cancel] { return read(folder, cancel); },
        [this, request = m_request](Result<std::vector<package::TableRow>> result) {
            if (request != m_request)
                return;
            m_reading = false;
            if (!result) {
                Q_EMIT failed(result.error());
                return;
            }
            m_rows = std::make_shared<const std::vector<package::TableRow>>(std::move(*result));
            Q_EMIT changed();
        });
}

} // namespace twin
