// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/drape/DrapeStore.h"

#include <functional>
#include <memory>

namespace twin::render {

/// What lies on the ground left and right of a divider. Both sides share one pool unless they differ: then each has its
/// own, over the whole picture, so that moving the divider shows no gaps. Render thread only.
class DividedDrapes {
public:
    using StoreMaker = std::function<std::unique_ptr<DrapeStore>()>;

    explicit DividedDrapes(StoreMaker makeStore) : m_makeStore(std::move(makeStore)), m_left(m_makeStore()) {}

    void setDrapes(const std::vector<DrapeLayer>& drapes);
    /// @returns whether anything is draped, on whichever side.
    [[nodiscard]] bool isActive() const { return m_left->isActive() || (m_divided && m_right->isActive()); }
    /// @returns whether the sides differ.
    [[nodiscard]] bool isDivided() const { return m_divided; }
    [[nodiscard]] const DrapeStore& left() const { return *m_left; }
    /// Only while the sides differ.
    [[nodiscard]] const DrapeStore& right() const { return *m_right; }

    /// As DrapeStore::update(), for both.
    DrapeStore::Progress update(osg::State& state, const DrapeRequest& request, std::size_t uploadBytes);

    [[nodiscard]] std::size_t gpuBytes() const;
    [[nodiscard]] std::size_t cpuBytes() const;
    [[nodiscard]] std::vector<Error> takeFailures();
    /// Frees everything. Context must be current.
    void release(osg::State& state);

private:
    StoreMaker m_makeStore;
    std::unique_ptr<DrapeStore> m_left;
    std::unique_ptr<DrapeStore> m_right; ///< null: the sides do not differ; freed by the next update after they did
    bool m_divided = false;
};

} // namespace twin::render
