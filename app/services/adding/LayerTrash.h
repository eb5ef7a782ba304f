// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <set>
#include <utility>

namespace twin::services {

/// Layers that were taken out of their regions and can come back: they wait in hidden folders beside the others until
/// this object goes. What a killed program left waiting is removed a day later. One thread at a time; every call blocks
/// for the renaming of a folder.
class LayerTrash {
public:
    LayerTrash() = default;
    ~LayerTrash();
    LayerTrash(const LayerTrash&) = delete;
    LayerTrash& operator=(const LayerTrash&) = delete;

    /// @brief Takes a layer out of a region.
    /// @param region  folder of the region package
    /// @returns NotFound for an id that is no added layer's, AccessDenied; the layer then stays.
    Result<void> take(const QString& region, const QString& id);
    /// @brief Puts a layer back that was taken.
    /// @returns NotFound when it was not; InvalidParameter when another layer has its id by now; AccessDenied.
    Result<void> putBack(const QString& region, const QString& id);

private:
    std::set<std::pair<QString, QString>> m_taken; ///< region and id
};

} // namespace twin::services
