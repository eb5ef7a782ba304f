// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/appearance/TextureImages.h"
#include "citygml/geometry/Coordinates.h"
#include "citygml/xml/Texts.h"

#include <algorithm>
#include <array>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace twin::citygml {
namespace {

constexpr std::size_t tableSize = 65536;
constexpr qint64 headBytes = 256 << 10; ///< jpeg: metadata with a thumbnail may stand before the size

std::optional<ImageSize> plausible(qint64 width, qint64 height)
{
    constexpr qint64 largest = 1 << 16;
    if (width < 1 || height < 1 || width > largest || height > largest)
        return std::nullopt;
    return ImageSize{int(width), int(height)};
}

/// The frame header (SOF) of ITU T.81: walks the marker segments before it.
std::optional<ImageSize> jpegSize(const QByteArray& head)
{
    const auto byte = [&](qsizetype at) { return int(uchar(head[at])); };
    for (qsizetype at = 2; at + 9 < head.size() && byte(at) == 0xFF;) {
        const int marker = byte(at + 1);
        const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame)
            return plausible(byte(at + 7) << 8 | byte(at + 8), byte(at + 5) << 8 | byte(at + 6));
        at += marker == 0xFF ? 1 : 2 + (byte(at + 2) << 8 | byte(at + 3));
    }
    return std::nullopt;
}

/// The first chunk of the container (RFC 9649): lossy, lossless or extended.
std::optional<ImageSize> webpSize(const QByteArray& head)
{
    const auto* data = reinterpret_cast<const uchar*>(head.constData());
    const auto little24 = [&](int at) { return qint64(data[at]) | data[at + 1] << 8 | data[at + 2] << 16; };
    const QByteArray kind = head.mid(12, 4);
    if (kind == "VP8X")
        return plausible(little24(24) + 1, little24(27) + 1);
    if (kind == "VP8 ")
        return plausible(qFromLittleEndian<quint16>(data + 26) & 0x3FFF,
                         qFromLittleEndian<quint16>(data + 28) & 0x3FFF);
    if (kind == "VP8L") {
        const quint32 bits = qFromLittleEndian<quint32>(data + 21);
        return plausible((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
    }
    return std::nullopt;
}

bool isImageName(const QString& name)
{
    const QString suffix = QFileInfo(name).suffix().toLower();
    return suffix == QLatin1String("png") || suffix == QLatin1String("jpg") || suffix == QLatin1String("jpeg") ||
           suffix == QLatin1String("webp");
}

/// @returns true for a path that names a place of its own or leads upwards, on any system.
bool leadsAway(const QString& path)
{
    if (path.startsWith(QLatin1Char('/')) || path.contains(QLatin1Char(':')) || path.contains(QChar(u'\0')))
        return true;
    const QStringList parts = path.split(QLatin1Char('/'));
    return parts.contains(QStringLiteral(".."));
}

} // namespace

std::optional<ImageSize> imageSize(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray head = file.read(headBytes);
    const auto* data = reinterpret_cast<const uchar*>(head.constData());
    if (head.size() >= 24 && head.startsWith("\x89PNG\r\n\x1a\n"))
        return plausible(qFromBigEndian<quint32>(data + 16), qFromBigEndian<quint32>(data + 20));
    if (head.size() >= 32 && head.startsWith("RIFF") && head.mid(8, 4) == "WEBP")
        return webpSize(head);
    return head.startsWith("\xFF\xD8") ? jpegSize(head) : std::nullopt;
}

TextureImages::TextureImages(const QString& modelPath)
    : m_folder(QFileInfo(QFileInfo(modelPath).absolutePath()).canonicalFilePath())
{
}

const TextureImages::Found& TextureImages::find(std::string_view uri)
{
    const auto known = m_found.find(uri);
    if (known != m_found.end())
        return known->second;
    if (m_found.size() >= tableSize)
        m_found.clear();
    return m_found.emplace(std::string(uri), look(uri)).first->second;
}

TextureImages::Found TextureImages::look(std::string_view uri) const
{
    QString name = toQString(uri);
    name.replace(QLatin1Char('\\'), QLatin1Char('/'));
    if (leadsAway(name))
        return {{}, QStringLiteral("appearance.image-outside")};
    if (!isImageName(name))
        return {{}, QStringLiteral("appearance.image-format")};
    const QFileInfo info(QDir(m_folder).filePath(name));
    const QString path = info.canonicalFilePath(); // links resolved
    if (path.isEmpty() || !info.isFile())
        return {{}, QStringLiteral("appearance.image-missing")};
    if (!path.startsWith(m_folder.endsWith(QLatin1Char('/')) ? m_folder : m_folder + QLatin1Char('/')))
        return {{}, QStringLiteral("appearance.image-outside")};
    return {path, {}};
}

std::optional<std::array<double, 6>> TextureImages::worldFile(const QString& imagePath) const
{
    const QFileInfo image(imagePath);
    const QString base = image.path() + QLatin1Char('/') + image.completeBaseName() + QLatin1Char('.');
    const QString suffix = image.suffix();
    QStringList names{base + suffix + QLatin1Char('w'), base + QStringLiteral("wld")};
    if (suffix.size() >= 3)
        names.prepend(base + suffix.front() + suffix.back() + QLatin1Char('w'));
    for (const QString& name : names) {
        QFile file(name);
        if (!QFileInfo(name).canonicalFilePath().startsWith(m_folder) || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = file.read(4096);
        std::vector<double> numbers;
        if (appendNumbers({text.constData(), std::size_t(text.size())}, numbers) == NumbersResult::Good &&
            numbers.size() == 6) {
            std::array<double, 6> values{};
            std::copy(numbers.begin(), numbers.end(), values.begin());
            return values;
        }
    }
    return std::nullopt;
}

} // namespace twin::citygml
