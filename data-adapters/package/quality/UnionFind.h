// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <numeric>
#include <vector>

namespace twin::package {

/// Groups of the numbers 0 … count − 1 that grow together (Tarjan 1975).
class UnionFind {
public:
    explicit UnionFind(std::size_t count) : m_parents(count) { std::iota(m_parents.begin(), m_parents.end(), 0); }

    /// @returns the number that stands for the group.
    [[nodiscard]] std::size_t of(std::size_t i)
    {
        while (m_parents[i] != i)
            i = m_parents[i] = m_parents[m_parents[i]];
        return i;
    }
    /// @returns false when both were in one group already.
    bool join(std::size_t a, std::size_t b)
    {
        a = of(a);
        b = of(b);
        m_parents[a] = b;
        return a != b;
    }

private:
    std::vector<std::size_t> m_parents;
};

} // namespace twin::package
