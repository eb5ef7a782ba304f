// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/ImageCodec.h"

#include <algorithm>
#include <cstring>

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>

namespace twin::images {
namespace {

constexpr qint64 largestFile = 256LL << 20;
constexpr qsizetype magicBytes = 12;

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::images", text);
}

/// @returns Qt's name of the format; empty for one that is not read here, whatever plug-ins there are.
QByteArray formatOf(const QByteArray& head)
{
    if (head.startsWith("\x89PNG\r\n\x1a\n"))
        return QByteArrayLiteral("png");
    if (head.startsWith("\xFF\xD8\xFF"))
        return QByteArrayLiteral("jpeg");
    if (head.startsWith("RIFF") && head.mid(8, 4) == "WEBP")
        return QByteArrayLiteral("webp");
    return {};
}

tl::unexpected<Error> malformed(const QImageReader& reader, const QString& path)
{
    return failure(ErrorCode::MalformedData, tr("Das Bild ist beschädigt."), reader.errorString(), {}, {path, -1, {}});
}

/// A reader of the one format that the first bytes tell, its size checked.
Result<QSize> prepare(QImageReader& reader, QIODevice& device, const ImageLimits& limits, const QString& path)
{
    const QByteArray format = formatOf(device.peek(magicBytes));
    if (format.isEmpty())
        return failure(ErrorCode::UnsupportedFormat, tr("Das Bild ist weder PNG noch JPEG noch WebP."), {}, {},
                       {path, -1, {}});
    reader.setAutoDetectImageFormat(false);
    reader.setFormat(format);
    reader.setDevice(&device);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return malformed(reader, path);
    if (size.width() > limits.sidePixels || size.height() > limits.sidePixels ||
        qint64{size.width()} * size.height() > limits.pixels)
        return failure(ErrorCode::ResourceExhausted, tr("Das Bild ist zu groß."),
                       QStringLiteral("%1 × %2 pixels").arg(size.width()).arg(size.height()), {}, {path, -1, {}});
    return size;
}

Image toImage(const QImage& picture)
{
    Image image;
    image.width = picture.width();
    image.height = picture.height();
    const auto row = static_cast<std::size_t>(image.width) * 4;
    image.pixels.resize(row * static_cast<std::size_t>(image.height));
    for (int y = 0; y < image.height; ++y)
        std::memcpy(image.pixels.data() + static_cast<std::size_t>(y) * row, picture.constScanLine(y), row);
    return image;
}

/// A view on the image's pixels, which must outlive it.
QImage toPicture(const Image& image)
{
    return {image.pixels.data(), image.width, image.height, qsizetype{image.width} * 4, QImage::Format_RGBA8888};
}

Result<Image> decode(QIODevice& device, const ImageLimits& limits, const QString& path)
{
    QImageReader reader;
    TWIN_CHECK(prepare(reader, device, limits, path));
    QImage picture;
    if (!reader.read(&picture))
        return malformed(reader, path);
    picture.convertTo(QImage::Format_RGBA8888);
    if (picture.isNull())
        return failure(ErrorCode::ResourceExhausted, tr("Das Bild ist zu groß."), {}, {}, {path, -1, {}});
    return toImage(picture);
}

Result<void> open(QFile& file)
{
    if (!file.exists())
        return failure(ErrorCode::NotFound, tr("Das Bild fehlt."), {}, {}, {file.fileName(), -1, {}});
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::AccessDenied, tr("Das Bild darf nicht gelesen werden."), file.errorString(), {},
                       {file.fileName(), -1, {}});
    if (file.size() > largestFile)
        return failure(ErrorCode::ResourceExhausted, tr("Das Bild ist zu groß."), {}, {}, {file.fileName(), -1, {}});
    return {};
}

} // namespace

Result<Image> decode(std::span<const std::uint8_t> bytes, const ImageLimits& limits)
{
    QByteArray view =
        QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    QBuffer buffer(&view);
    buffer.open(QIODevice::ReadOnly);
    return decode(buffer, limits, {});
}

Result<Image> read(const QString& path, const ImageLimits& limits)
{
    QFile file(path);
    TWIN_CHECK(open(file));
    return decode(file, limits, path);
}

Result<QSize> sizeOf(const QString& path, const ImageLimits& limits)
{
    QFile file(path);
    TWIN_CHECK(open(file));
    QImageReader reader;
    return prepare(reader, file, limits, path);
}

bool hasAlpha(const Image& image)
{
    for (std::size_t i = 3; i < image.pixels.size(); i += 4)
        if (image.pixels[i] != 255)
            return true;
    return false;
}

Encoded encode(const Image& image, int jpegQuality)
{
    Encoded encoded;
    if (image.isEmpty())
        return encoded;
    const bool opaque = !hasAlpha(image);
    QBuffer buffer(&encoded.bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, opaque ? QByteArrayLiteral("jpeg") : QByteArrayLiteral("png"));
    if (opaque) {
        writer.setQuality(jpegQuality);
        encoded.mimeType = "image/jpeg";
    }
    const QImage picture = toPicture(image);
    if (!writer.write(opaque ? picture.convertToFormat(QImage::Format_RGB888) : picture))
        encoded.bytes.clear();
    return encoded;
}

Image scaled(const Image& image, int width, int height)
{
    if (image.isEmpty() || width <= 0 || height <= 0)
        return {};
    return toImage(toPicture(image)
                       .scaled(width, height, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                       .convertToFormat(QImage::Format_RGBA8888));
}

} // namespace twin::images
