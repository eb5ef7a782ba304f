// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/CityRenderer.h"

#include <memory>
#include <vector>

#include <QStringList>

namespace twin::test {

/// @brief What a render benchmark draws.
/// @param path  a tileset.json; empty: the peers' block city in memory (102 400 buildings, 10 x 10 leaves)
/// @returns null after a sentence on stderr
[[nodiscard]] std::shared_ptr<const TileSource> benchSource(const QString& path);
/// @returns a place on the ground in the middle of the city.
[[nodiscard]] LocalPosition groundCentre(const TileSource& source);
/// @returns a frame of 1280 x 800 from the peers' camera, in full detail, as drawn in motion.
[[nodiscard]] render::FrameRequest peerRequest(const LocalPosition& centre);

/// @param p  0 … 1. @returns the value below which this part of the values lies; 0 without values.
[[nodiscard]] double percentile(std::vector<double> values, double p);

/// Prints one row of a table: what, how many values, their p50, p95, p99 and greatest.
void printRow(const char* what, const std::vector<double>& values);

/// Takes "NAME VALUE" out of a command line. @returns the value; @p otherwise where the name or its value is not there.
[[nodiscard]] QString takeOption(QStringList& arguments, const QString& name, const QString& otherwise);

/// The peers' generator of points: the same places in every run. @returns 0 … 1.
class PeerRandom {
public:
    double next()
    {
        m_seed = (m_seed * 1103515245U + 12345U) & 0x7fffffffU;
        return static_cast<double>(m_seed) / 0x7fffffff;
    }

private:
    std::uint32_t m_seed = 12345;
};

} // namespace twin::test
