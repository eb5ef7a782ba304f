// SPDX-License-Identifier: GPL-3.0-or-later
#include "RegionObjects.h"

namespace twin {

void RegionObjects::setRegion(std::shared_ptr<const services::OpenedRegion> region)
{
    m_cancel.cancel();
    m_cancel = CancellationToken();
    ++m_request;
    m_folder = region && region->package ? region->package->folder() : QString();
    m_rows.reset();
    m_reading = false;
    Q_EMIT changed();
}

void RegionObjects::want()
{
    if (m_rows || m_reading || m_folder.isEmpty())
        return;
    m_reading = true;
    m_runner.run(
        this, [folder = m_folder, cancel = m_cancel] { return package::readObjectTable(folder, mostObjects, cancel); },
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
