// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles3d/ContentFile.h"

#include <algorithm>
#include <cstring>

#include <QCoreApplication>

namespace twin::tiles3d {
namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr int maxCompositeDepth = 4;
constexpr std::size_t maxParts = 1000;

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::tiles3d", text);
}

tl::unexpected<Error> malformed(const QString& path, const char* detail)
{
    return failure(ErrorCode::MalformedData, tr("Die Kachel ist fehlerhaft."), QLatin1String(detail), {},
                   {path, -1, {}});
}

/// @pre at + 4 ≤ size. All these formats are little-endian, as are the machines this runs on.
std::uint32_t word(Bytes file, std::size_t at)
{
    std::uint32_t value = 0;
    std::memcpy(&value, file.data() + at, sizeof value);
    return value;
}

bool startsWith(Bytes file, const char* magic)
{
    return file.size() >= 4 && std::memcmp(file.data(), magic, 4) == 0;
}

Result<ContentPart> openGlb(Bytes file, const QString& path)
{
    if (file.size() < 12)
        return malformed(path, "GLB header is cut off");
    if (word(file, 4) != 2)
        return failure(ErrorCode::UnsupportedVersion, tr("glTF %1 wird nicht unterstützt.").arg(word(file, 4)), {}, {},
                       {path, -1, {}});
    if (word(file, 8) > file.size())
        return malformed(path, "GLB is shorter than its header says");
    file = file.first(word(file, 8));
    ContentPart part;
    std::size_t at = 12;
    while (at + 8 <= file.size()) {
        const std::uint32_t length = word(file, at);
        const std::uint32_t type = word(file, at + 4);
        at += 8;
        if (length > file.size() - at)
            return malformed(path, "a GLB chunk reaches beyond the file");
        if (type == 0x4E4F534A && part.json.empty()) // "JSON"
            part.json = file.subspan(at, length);
        else if (type == 0x004E4942 && part.binary.empty()) // "BIN"
            part.binary = file.subspan(at, length);
        at += length;
        at += std::min<std::size_t>((4 - length % 4) % 4, file.size() - at);
    }
    if (part.json.empty())
        return malformed(path, "GLB has no JSON chunk");
    return part;
}

Result<ContentPart> openBatchedModel(Bytes file, const QString& path)
{
    constexpr std::size_t headerSize = 28;
    if (file.size() < headerSize)
        return malformed(path, "b3dm header is cut off");
    if (word(file, 4) != 1)
        return failure(ErrorCode::UnsupportedVersion,
                       tr("b3dm in Version %1 wird nicht unterstützt.").arg(word(file, 4)), {}, {}, {path, -1, {}});
    if (word(file, 8) > file.size() || word(file, 8) < headerSize)
        return malformed(path, "b3dm is shorter than its header says");
    file = file.first(word(file, 8));
    std::array<Bytes, 4> tables; // feature table JSON and binary, batch table JSON and binary
    std::size_t at = headerSize;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const std::uint32_t length = word(file, 12 + 4 * i);
        if (length > file.size() - at)
            return malformed(path, "a b3dm table reaches beyond the file");
        tables[i] = file.subspan(at, length);
        at += length;
    }
    if (!startsWith(file.subspan(at), "glTF"))
        return malformed(path, "b3dm holds no GLB");
    TWIN_TRY(ContentPart part, openGlb(file.subspan(at), path));
    part.featureTable = tables[0];
    part.batchTable = tables[2];
    return part;
}

Result<void> openAny(Bytes file, const QString& path, int depth, std::vector<ContentPart>& parts);

Result<void> openComposite(Bytes file, const QString& path, int depth, std::vector<ContentPart>& parts)
{
    if (file.size() < 16 || word(file, 8) > file.size() || depth >= maxCompositeDepth)
        return malformed(path, "cmpt is cut off or nested too deep");
    file = file.first(word(file, 8));
    const std::uint32_t count = word(file, 12);
    std::size_t at = 16;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (file.size() < at + 12 || word(file, at + 8) < 12 || word(file, at + 8) > file.size() - at ||
            parts.size() >= maxParts)
            return malformed(path, "a part of a cmpt reaches beyond the file");
        TWIN_CHECK(openAny(file.subspan(at, word(file, at + 8)), path, depth + 1, parts));
        at += word(file, at + 8);
    }
    return {};
}

Result<void> openAny(Bytes file, const QString& path, int depth, std::vector<ContentPart>& parts)
{
    if (startsWith(file, "cmpt"))
        return openComposite(file, path, depth, parts);
    if (startsWith(file, "glTF")) {
        TWIN_TRY(parts.emplace_back(), openGlb(file, path));
        return {};
    }
    if (startsWith(file, "b3dm")) {
        TWIN_TRY(parts.emplace_back(), openBatchedModel(file, path));
        return {};
    }
    if (!file.empty() && path.endsWith(QLatin1String(".gltf"), Qt::CaseInsensitive)) {
        parts.push_back({file, {}, {}, {}});
        return {};
    }
    const QString kind = startsWith(file, "pnts")   ? QStringLiteral("pnts")
                         : startsWith(file, "i3dm") ? QStringLiteral("i3dm")
                                                    : path.section(QLatin1Char('.'), -1).left(20);
    return failure(ErrorCode::UnsupportedFormat, tr("Kachelinhalte der Art „%1“ werden nicht unterstützt.").arg(kind),
                   {}, tr("Erzeugen Sie den Kachelsatz mit glTF-Inhalten neu."), {path, -1, {}});
}

} // namespace

Result<std::vector<ContentPart>> openContent(Bytes file, const QString& path)
{
    std::vector<ContentPart> parts;
    TWIN_CHECK(openAny(file, path, 0, parts));
    return parts;
}

} // namespace twin::tiles3d
