// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/drape/DividedDrapes.h"

#include <algorithm>
#include <iterator>

namespace twin::render {
namespace {

/// @returns what lies on one side. There it lies on all of it.
std::vector<DrapeLayer> without(DrapeSide other, const std::vector<DrapeLayer>& drapes)
{
    std::vector<DrapeLayer> here;
    std::copy_if(drapes.begin(), drapes.end(), std::back_inserter(here),
                 [other](const DrapeLayer& drape) { return drape.side != other; });
    for (DrapeLayer& drape : here)
        drape.side = DrapeSide::Both;
    return here;
}

} // namespace

void DividedDrapes::setDrapes(const std::vector<DrapeLayer>& drapes)
{
    std::vector<DrapeLayer> left = without(DrapeSide::Right, drapes);
    std::vector<DrapeLayer> right = without(DrapeSide::Left, drapes);
    m_divided = left != right;
    if (m_divided && !m_right)
        m_right = m_makeStore();
    // What is painted already goes to the side that shows it from now on.
    if (m_right && (m_divided ? m_left->has(right) : m_right->has(left)))
        std::swap(m_left, m_right);
    m_left->setDrapes(std::move(left));
    if (m_divided)
        m_right->setDrapes(std::move(right));
}

DrapeStore::Progress DividedDrapes::update(osg::State& state, const DrapeRequest& request, std::size_t uploadBytes)
{
    DrapeStore::Progress progress = m_left->update(state, request, m_divided ? uploadBytes / 2 : uploadBytes);
    if (m_divided) {
        const DrapeStore::Progress right = m_right->update(state, request, uploadBytes / 2);
        progress.missing += right.missing;
        progress.changed = progress.changed || right.changed;
    } else if (m_right) {
        m_right->release(state);
        m_right.reset();
        progress.changed = true;
    }
    return progress;
}

std::size_t DividedDrapes::gpuBytes() const
{
    return m_left->gpuBytes() + (m_right ? m_right->gpuBytes() : 0);
}

std::size_t DividedDrapes::cpuBytes() const
{
    return m_left->cpuBytes() + (m_right ? m_right->cpuBytes() : 0);
}

std::vector<Error> DividedDrapes::takeFailures()
{
    std::vector<Error> failures = m_left->takeFailures();
    for (Error& error : m_right ? m_right->takeFailures() : std::vector<Error>())
        failures.push_back(std::move(error));
    return failures;
}

void DividedDrapes::release(osg::State& state)
{
    m_left->release(state);
    if (m_right)
        m_right->release(state);
}

} // namespace twin::render
