// SPDX-License-Identifier: GPL-3.0-or-later
#include "pointcloud/LasFile.h"

#include "pointcloud/laz/Predictors.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFileInfo>

namespace twin::pointcloud {
namespace {

using laz::load;

constexpr std::size_t leastHeader = 227; ///< of versions 1.0–1.2
constexpr std::size_t header14 = 375;
constexpr std::uint32_t mostRecords = 100'000; ///< before the points: descriptions, not data
constexpr std::int64_t mostCrsBytes = 1 << 20;
constexpr std::int64_t runBytes = 4 << 20;
constexpr std::uint8_t compressedBits = 0xC0;
constexpr std::array<RecordLayout, 11> layouts{{
    {20, 0, 0, false},
    {28, 20, 0, false},
    {26, 0, 20, false},
    {34, 20, 28, false},
    {57, 20, 0, false},
    {63, 20, 28, false},
    {30, 22, 0, true},
    {36, 22, 30, true},
    {38, 22, 30, true},
    {59, 22, 0, true},
    {67, 22, 30, true},
}};

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::pointcloud", text);
}

tl::unexpected<Error> malformed(const QString& path, const QString& detail)
{
    return failure(ErrorCode::MalformedData, tr("Die Punktwolke ist beschädigt oder unvollständig."), detail,
                   tr("Prüfen Sie die Datei beim Anbieter, oder laden Sie sie erneut."), {path, -1, {}});
}

std::string textAt(const std::uint8_t* at, std::size_t size)
{
    const auto* const text = reinterpret_cast<const char*>(at);
    return {text, std::find(text, text + size, '\0')};
}

/// Reads a file's head piece by piece.
class HeaderReader {
public:
    explicit HeaderReader(const QString& path) : m_file(path) {}

    Result<LasHeader> read()
    {
        TWIN_CHECK(open());
        TWIN_CHECK(readFixed());
        TWIN_CHECK(readRecords());
        TWIN_CHECK(readExtendedRecords());
        return std::move(m_header);
    }

private:
    using Bytes = std::vector<std::uint8_t>;

    [[nodiscard]] tl::unexpected<Error> bad(const QString& detail) const
    {
        return malformed(m_file.fileName(), detail);
    }

    Result<void> open()
    {
        if (!m_file.exists())
            return failure(ErrorCode::NotFound, tr("Diese Punktwolke gibt es nicht."), {}, {},
                           {m_file.fileName(), -1, {}});
        if (QFileInfo(m_file.fileName()).isDir() || !m_file.open(QIODevice::ReadOnly))
            return failure(ErrorCode::AccessDenied, tr("Die Punktwolke lässt sich nicht öffnen."), m_file.errorString(),
                           {}, {m_file.fileName(), -1, {}});
        return {};
    }

    Result<Bytes> take(std::int64_t at, std::int64_t size)
    {
        Bytes bytes;
        if (at < 0 || size < 0 || at > m_file.size() || size > m_file.size() - at)
            return bad(QStringLiteral("%1 bytes at %2 are beyond the file").arg(size).arg(at));
        bytes.resize(static_cast<std::size_t>(size));
        if (!m_file.seek(at) || m_file.read(reinterpret_cast<char*>(bytes.data()), size) != size)
            return bad(m_file.errorString());
        return bytes;
    }

    Result<void> readFixed()
    {
        TWIN_TRY(const Bytes bytes, take(0, std::min<std::int64_t>(m_file.size(), header14)));
        if (bytes.size() < 4 || std::memcmp(bytes.data(), "LASF", 4) != 0)
            return failure(ErrorCode::UnsupportedFormat, tr("Die Datei ist keine Punktwolke im Format LAS oder LAZ."),
                           {}, {}, {m_file.fileName(), -1, {}});
        if (bytes.size() < leastHeader)
            return bad(QStringLiteral("the header is cut off"));
        const std::uint8_t* const b = bytes.data();
        m_header.minorVersion = b[25];
        if (b[24] != 1 || b[25] > 4)
            return failure(ErrorCode::UnsupportedVersion, tr("Diese Version von LAS wird nicht gelesen."),
                           QStringLiteral("LAS %1.%2").arg(b[24]).arg(b[25]),
                           tr("Gelesen werden LAS 1.0 bis 1.4, LAZ und COPC."), {m_file.fileName(), -1, {}});
        m_header.system = textAt(b + 26, 32);
        m_header.software = textAt(b + 58, 32);
        m_headerBytes = load<std::uint16_t>(b + 94);
        m_header.pointsAt = load<std::uint32_t>(b + 96);
        m_records = load<std::uint32_t>(b + 100);
        m_isCompressed = (b[104] & compressedBits) != 0;
        m_header.format = b[104] & ~compressedBits;
        m_header.recordBytes = load<std::uint16_t>(b + 105);
        m_header.points = load<std::uint32_t>(b + 107);
        for (std::size_t axis = 0; axis < 3; ++axis) {
            m_header.scale[axis] = load<double>(b + 131 + 8 * axis);
            m_header.offset[axis] = load<double>(b + 155 + 8 * axis);
            m_header.most[axis] = load<double>(b + 179 + 16 * axis);
            m_header.least[axis] = load<double>(b + 187 + 16 * axis);
        }
        if (m_header.minorVersion >= 4) {
            if (bytes.size() < header14 || m_headerBytes < header14)
                return bad(QStringLiteral("the header is cut off"));
            m_extendedAt = static_cast<std::int64_t>(load<std::uint64_t>(b + 235));
            m_extendedRecords = load<std::uint32_t>(b + 243);
            if (const auto points = load<std::uint64_t>(b + 247); points > 0)
                m_header.points = static_cast<std::int64_t>(std::min<std::uint64_t>(points, INT64_MAX));
        }
        return checkFixed();
    }

    Result<void> checkFixed()
    {
        if (m_header.format > 10)
            return failure(ErrorCode::UnsupportedFormat, tr("Das Punktformat der Punktwolke ist nicht bekannt."),
                           QStringLiteral("point format %1").arg(m_header.format),
                           tr("Gelesen werden die Punktformate 0 bis 10."), {m_file.fileName(), -1, {}});
        if (m_header.recordBytes < layoutOf(m_header.format).bytes)
            return bad(
                QStringLiteral("records of %1 bytes in format %2").arg(m_header.recordBytes).arg(m_header.format));
        if (m_headerBytes < leastHeader || m_header.pointsAt < static_cast<std::int64_t>(m_headerBytes) ||
            m_header.pointsAt > m_file.size())
            return bad(QStringLiteral("points at %1, header of %2 bytes").arg(m_header.pointsAt).arg(m_headerBytes));
        for (std::size_t axis = 0; axis < 3; ++axis)
            if (!std::isnormal(m_header.scale[axis]) || !std::isfinite(m_header.offset[axis]) ||
                std::abs(m_header.scale[axis]) > 1e6 || std::abs(m_header.offset[axis]) > 1e12)
                return bad(QStringLiteral("scale %1, offset %2").arg(m_header.scale[axis]).arg(m_header.offset[axis]));
        if (m_header.points == 0)
            return failure(ErrorCode::NoData, tr("Die Punktwolke hat keine Punkte."), {}, {},
                           {m_file.fileName(), -1, {}});
        return {};
    }

    Result<void> readRecords()
    {
        std::int64_t at = static_cast<std::int64_t>(m_headerBytes);
        for (std::uint32_t i = 0; i < m_records && i < mostRecords; ++i) {
            constexpr std::int64_t head = 54;
            // Some writers count a record too many; what matters is checked below.
            if (at + head > m_header.pointsAt)
                break;
            TWIN_TRY(const Bytes bytes, take(at, head));
            const std::int64_t size = load<std::uint16_t>(bytes.data() + 20);
            at += head;
            if (at + size > m_file.size())
                return bad(QStringLiteral("record %1 is beyond the file").arg(i));
            TWIN_CHECK(takeRecord(textAt(bytes.data() + 2, 16), load<std::uint16_t>(bytes.data() + 18), at, size));
            at += size;
        }
        if (m_isCompressed != m_header.compression.has_value())
            return bad(QStringLiteral("compressed points and the record on how do not go together"));
        return {};
    }

    /// Only what tells the CRS is looked for.
    Result<void> readExtendedRecords()
    {
        if (!m_header.wkt.empty() || !m_header.geoKeys.empty())
            return {};
        std::int64_t at = m_extendedAt;
        for (std::uint32_t i = 0; i < m_extendedRecords && i < mostRecords; ++i) {
            constexpr std::int64_t head = 60;
            if (at < m_header.pointsAt || at > m_file.size() - head)
                break; // cut off: the points may still be whole
            TWIN_TRY(const Bytes bytes, take(at, head));
            const auto size = load<std::uint64_t>(bytes.data() + 20);
            at += head;
            if (size > static_cast<std::uint64_t>(m_file.size() - at))
                break;
            TWIN_CHECK(takeRecord(textAt(bytes.data() + 2, 16), load<std::uint16_t>(bytes.data() + 18), at,
                                  static_cast<std::int64_t>(size)));
            at += static_cast<std::int64_t>(size);
        }
        return {};
    }

    Result<void> takeRecord(const std::string& user, std::uint16_t id, std::int64_t at, std::int64_t size)
    {
        if (user == "copc" && id == 1)
            m_header.isCopc = true;
        if (user == "laszip encoded" && id == 22204 && m_isCompressed) {
            TWIN_TRY(const Bytes bytes, take(at, size));
            auto compression = laz::readCompression(bytes, m_header.recordBytes);
            if (!compression) {
                compression.error().where = {m_file.fileName(), -1, {}};
                return failure(std::move(compression).error());
            }
            m_header.compression = *std::move(compression);
        }
        if (user != "LASF_Projection" || size > mostCrsBytes || (id != 2112 && id != 34735))
            return {};
        TWIN_TRY(const Bytes bytes, take(at, size));
        if (id == 2112) {
            m_header.wkt = textAt(bytes.data(), bytes.size());
        } else {
            m_header.geoKeys.resize(bytes.size() / 2);
            std::memcpy(m_header.geoKeys.data(), bytes.data(), m_header.geoKeys.size() * 2);
        }
        return {};
    }

    QFile m_file;
    LasHeader m_header;
    std::size_t m_headerBytes = 0;
    std::uint32_t m_records = 0;
    std::int64_t m_extendedAt = 0;
    std::uint32_t m_extendedRecords = 0;
    bool m_isCompressed = false;
};

std::vector<laz::Chunk> runsOf(const LasHeader& header, std::int64_t fileBytes)
{
    const auto record = static_cast<std::int64_t>(header.recordBytes);
    const std::int64_t points = std::min(header.points, (fileBytes - header.pointsAt) / record);
    const std::int64_t run = std::max<std::int64_t>(runBytes / record, 1);
    std::vector<laz::Chunk> runs;
    for (std::int64_t first = 0; first < points; first += run) {
        const std::int64_t count = std::min(run, points - first);
        runs.push_back({header.pointsAt + first * record, count * record, count});
    }
    return runs;
}

/// LAZ specification 1.4, §3.2: the table stands where the first eight bytes of the points say, or the last of the
/// file.
Result<std::vector<laz::Chunk>> tableOf(QFile& file, const LasHeader& header)
{
    constexpr std::int64_t whereBytes = 8;
    constexpr std::int64_t headBytes = 8;
    constexpr qint64 mostTableBytes = 256 << 20;
    const auto read = [&file](std::int64_t at, std::int64_t size) {
        return at >= 0 && file.seek(at) ? file.read(size) : QByteArray();
    };
    const auto bytesOf = [](const QByteArray& bytes) {
        return reinterpret_cast<const std::uint8_t*>(bytes.constData());
    };
    QByteArray where = read(header.pointsAt, whereBytes);
    if (where.size() == whereBytes && load<std::int64_t>(bytesOf(where)) == -1)
        where = read(file.size() - whereBytes, whereBytes);
    const std::int64_t at = where.size() == whereBytes ? load<std::int64_t>(bytesOf(where)) : -1;
    const std::int64_t from = header.pointsAt + whereBytes;
    if (at < from || at > file.size() - headBytes)
        return malformed(file.fileName(), QStringLiteral("the chunk table is missing: the file is cut off"));
    const QByteArray head = read(at, headBytes);
    if (head.size() != headBytes || load<std::uint32_t>(bytesOf(head)) != 0)
        return malformed(file.fileName(), QStringLiteral("the chunk table has no known version"));
    const auto count = load<std::uint32_t>(bytesOf(head) + 4);
    // Each chunk begins with a whole point.
    if (count == 0 || count > (at - from) / static_cast<std::int64_t>(header.recordBytes))
        return malformed(file.fileName(), QStringLiteral("%1 chunks").arg(count));
    const QByteArray table = read(at + headBytes, std::min<qint64>(file.size() - at - headBytes, mostTableBytes));
    auto chunks = laz::readChunkTable({bytesOf(table), static_cast<std::size_t>(table.size())}, count,
                                      *header.compression, header.points, from, at);
    if (!chunks)
        chunks.error().where = {file.fileName(), -1, {}};
    return chunks;
}

} // namespace

QString LasHeader::formatText() const
{
    if (isCopc)
        return QStringLiteral("COPC 1.0 (LAS 1.%1)").arg(minorVersion);
    return QStringLiteral("%1 1.%2").arg(compression ? QStringLiteral("LAZ") : QStringLiteral("LAS")).arg(minorVersion);
}

const RecordLayout& layoutOf(int format)
{
    return layouts[static_cast<std::size_t>(format)];
}

Result<LasHeader> readHeader(const QString& path)
{
    return HeaderReader(path).read();
}

Result<std::vector<laz::Chunk>> findChunks(const QString& path, const LasHeader& header)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::AccessDenied, tr("Die Punktwolke lässt sich nicht öffnen."), file.errorString(), {},
                       {path, -1, {}});
    if (!header.compression)
        return runsOf(header, file.size());
    return tableOf(file, header);
}

} // namespace twin::pointcloud
