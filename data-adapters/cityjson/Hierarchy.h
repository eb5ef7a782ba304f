// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace twin::cityjson {

/// What an object says of its relatives (CityJSON 2.0 §2): ids of others in the same document or feature.
struct Relatives {
    std::string_view id;
    std::vector<std::string_view> parents;
    std::vector<std::string_view> children;
    bool isGroup = false; ///< a CityObjectGroup names its members as children: they stay objects of their own
};

/// The objects of a document or feature as trees.
class Hierarchy {
public:
    static constexpr int none = -1;
    static constexpr int depthLimit = 32;

    enum class Fault : std::uint8_t {
        MissingParent, ///< names a parent that is not there
        Cycle,         ///< is its own ancestor
        TooDeep        ///< below more than depthLimit others
    };
    struct Finding {
        int object;
        Fault fault;
    };

    /// @brief Settles who belongs to whom. An object belongs to the first parent it names, else to the first object
    ///        that names it as a child; whoever is at fault stands alone.
    explicit Hierarchy(std::span<const Relatives> objects);

    [[nodiscard]] const std::vector<int>& roots() const { return m_roots; }
    [[nodiscard]] std::span<const int> childrenOf(int object) const
    {
        return std::span(m_children)
            .subspan(m_first[std::size_t(object)], m_first[std::size_t(object) + 1] - m_first[std::size_t(object)]);
    }
    [[nodiscard]] const std::vector<Finding>& findings() const { return m_findings; }

private:
    void breakCycles();

    std::vector<int> m_parents;
    std::vector<int> m_roots;
    std::vector<int> m_children;      ///< of all objects, one after another
    std::vector<std::size_t> m_first; ///< where those of each object begin
    std::vector<Finding> m_findings;
};

} // namespace twin::cityjson
