// SPDX-License-Identifier: GPL-3.0-or-later
#include "cityjson/Hierarchy.h"

#include <unordered_map>

namespace twin::cityjson {

Hierarchy::Hierarchy(std::span<const Relatives> objects) : m_parents(objects.size(), none)
{
    std::unordered_map<std::string_view, int> indices;
    indices.reserve(objects.size());
    for (std::size_t i = 0; i < objects.size(); ++i)
        indices.try_emplace(objects[i].id, int(i)); // of two with one id the first is meant
    const auto indexOf = [&](std::string_view id) {
        const auto found = indices.find(id);
        return found == indices.end() ? none : found->second;
    };

    for (std::size_t i = 0; i < objects.size(); ++i) {
        bool missing = false;
        for (const std::string_view id : objects[i].parents) {
            const int parent = indexOf(id);
            missing |= parent == none;
            if (parent != none && parent != int(i) && !objects[std::size_t(parent)].isGroup) {
                m_parents[i] = parent;
                break;
            }
        }
        if (missing && m_parents[i] == none)
            m_findings.push_back({int(i), Fault::MissingParent});
    }
    for (std::size_t i = 0; i < objects.size(); ++i) {
        if (objects[i].isGroup)
            continue;
        for (const std::string_view id : objects[i].children)
            if (const int child = indexOf(id); child != none && child != int(i) &&
                                               m_parents[std::size_t(child)] == none &&
                                               objects[std::size_t(child)].parents.empty())
                m_parents[std::size_t(child)] = int(i);
    }
    breakCycles();

    m_first.assign(objects.size() + 1, 0);
    for (const int parent : m_parents)
        if (parent != none)
            ++m_first[std::size_t(parent) + 1];
    for (std::size_t i = 1; i < m_first.size(); ++i)
        m_first[i] += m_first[i - 1];
    m_children.resize(m_first.back());
    std::vector<std::size_t> next(m_first.begin(), m_first.end() - 1);
    for (std::size_t i = 0; i < objects.size(); ++i) {
        if (m_parents[i] == none)
            m_roots.push_back(int(i));
        else
            m_children[next[std::size_t(m_parents[i])]++] = int(i);
    }
}

/// Walks up from every object once; depths of objects already settled are remembered.
void Hierarchy::breakCycles()
{
    constexpr int unknown = -1;
    constexpr int onTheWay = -2;
    std::vector<int> depths(m_parents.size(), unknown);
    std::vector<int> path;
    for (int start = 0; start < int(m_parents.size()); ++start) {
        path.clear();
        int at = start;
        while (at != none && depths[std::size_t(at)] == unknown) {
            depths[std::size_t(at)] = onTheWay;
            path.push_back(at);
            at = m_parents[std::size_t(at)];
        }
        if (at != none && depths[std::size_t(at)] == onTheWay) {
            m_parents[std::size_t(path.back())] = none;
            m_findings.push_back({path.back(), Fault::Cycle});
        }
        while (!path.empty()) {
            const int object = path.back();
            path.pop_back();
            int& parent = m_parents[std::size_t(object)];
            int& depth = depths[std::size_t(object)];
            depth = parent == none ? 0 : depths[std::size_t(parent)] + 1;
            if (depth > depthLimit) {
                parent = none;
                depth = 0;
                m_findings.push_back({object, Fault::TooDeep});
            }
        }
    }
}

} // namespace twin::cityjson
