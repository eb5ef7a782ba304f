// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>

namespace twin::pointcloud::laz {

/// Reads a chunk of point formats 6–10 (LAZ specification 1.4, §6, version 3): each attribute is a stream of its own.
/// Streams of which the picture needs nothing (scan angle, user data, near infrared, waveforms, extra bytes) are not
/// decoded: their values stay those of the chunk's first point.
class LayeredChunk {
public:
    /// @param bytes        the chunk; must outlive the object
    /// @param recordBytes  of a point
    /// @param colourAt     where red, green, blue lie in a record; 0: nowhere
    /// @param extraLayers  streams after those of position and attributes and of colours, which are passed over
    /// @returns null for a chunk that is cut off.
    static std::unique_ptr<LayeredChunk> open(std::span<const std::uint8_t> bytes, std::size_t recordBytes,
                                              std::size_t colourAt, std::size_t extraLayers);
    virtual ~LayeredChunk() = default;
    LayeredChunk(const LayeredChunk&) = delete;
    LayeredChunk& operator=(const LayeredChunk&) = delete;

    /// @returns how many points the chunk says to have.
    [[nodiscard]] virtual std::uint32_t count() const = 0;
    /// @brief Reads the next point's record. @returns false for a damaged stream.
    virtual bool read(std::uint8_t* record) = 0;

protected:
    LayeredChunk() = default;
};

} // namespace twin::pointcloud::laz
