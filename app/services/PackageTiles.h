// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/TileSource.h"
#include "package/RegionPackage.h"

namespace twin::services {

/// The tiles of a region package: those of its tileset, but who meets a damaged one is told to import the region again
/// rather than to fetch a file that nobody offers. Immutable; any thread.
class PackageTiles final : public TileSource {
public:
    PackageTiles(std::shared_ptr<const package::RegionPackage> package, std::shared_ptr<const TileSource> tiles)
        : m_package(std::move(package)), m_tiles(std::move(tiles))
    {
    }

    [[nodiscard]] QString layer() const override { return m_tiles->layer(); }
    [[nodiscard]] const TileTree& tree() const override { return m_tiles->tree(); }
    [[nodiscard]] const SceneFrame& frame() const override { return m_tiles->frame(); }
    [[nodiscard]] Result<std::shared_ptr<const TileContent>> load(std::int32_t node,
                                                                  const CancellationToken& cancel) const override
    {
        Result<std::shared_ptr<const TileContent>> content = m_tiles->load(node, cancel);
        return content ? std::move(content) : failure(m_package->remedied(std::move(content).error()));
    }

private:
    std::shared_ptr<const package::RegionPackage> m_package;
    std::shared_ptr<const TileSource> m_tiles;
};

} // namespace twin::services
