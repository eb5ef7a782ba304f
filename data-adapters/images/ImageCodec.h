// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Image.h"
#include "model/Result.h"

#include <span>

#include <QByteArray>
#include <QSize>

namespace twin::images {

/// What a picture may be at most; beyond, it is refused before memory is taken for it.
struct ImageLimits {
    int sidePixels = 16384;
    qint64 pixels = 64LL << 20;
};

/// @brief Decodes a PNG, JPEG or WebP picture, told by its first bytes alone. Blocking; any thread.
/// @returns UnsupportedFormat for anything else, MalformedData, ResourceExhausted (too large).
[[nodiscard]] Result<Image> decode(std::span<const std::uint8_t> bytes, const ImageLimits& limits = {});

/// @brief As decode, from a file.
/// @returns also NotFound, AccessDenied.
[[nodiscard]] Result<Image> read(const QString& path, const ImageLimits& limits = {});

/// @returns width and height of a file's picture without decoding it; an Error as read.
[[nodiscard]] Result<QSize> sizeOf(const QString& path, const ImageLimits& limits = {});

/// @returns whether any pixel is see-through.
[[nodiscard]] bool hasAlpha(const Image& image);

/// @brief A picture as a file: JPEG where all is opaque, else PNG. Empty when the picture is.
struct Encoded {
    QByteArray bytes;
    const char* mimeType = "image/png";
};
[[nodiscard]] Encoded encode(const Image& image, int jpegQuality = 85);

/// @returns the picture in another size, smoothed.
[[nodiscard]] Image scaled(const Image& image, int width, int height);

} // namespace twin::images
