// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/protocols/ZipWriter.h"

#include <cstdint>

#include <zlib.h>

namespace twin::demoplatform {
namespace {

void put(QByteArray& out, std::uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        out += char(value >> (8 * i) & 0xFF);
}

/// Without zlib's own head and tail, which ZIP does not want.
QByteArray deflated(const QByteArray& content)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray out(qsizetype(deflateBound(&stream, uLong(content.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data())); // zlib reads only
    stream.avail_in = uInt(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

} // namespace

void ZipWriter::add(const QByteArray& name, const QByteArray& content)
{
    const QByteArray packed = deflated(content);
    const auto checksum = crc32(0, reinterpret_cast<const Bytef*>(content.data()), uInt(content.size()));
    QByteArray common;
    put(common, 20, 2);     // version needed
    put(common, 0x0800, 2); // names are UTF-8
    put(common, 8, 2);      // deflate
    put(common, 0, 2);      // 00:00
    put(common, 0x5021, 2); // 2020-01-01
    put(common, checksum, 4);
    put(common, std::uint64_t(packed.size()), 4);
    put(common, std::uint64_t(content.size()), 4);
    put(common, std::uint64_t(name.size()), 2);
    put(common, 0, 2); // no extra field
    const auto offset = std::uint64_t(m_files.size());
    put(m_files, 0x04034b50, 4);
    m_files += common + name + packed;
    put(m_directory, 0x02014b50, 4);
    put(m_directory, 20, 2); // made by
    m_directory += common;
    put(m_directory, 0, 6); // comment, disk, internal attributes
    put(m_directory, 0, 4); // external attributes
    put(m_directory, offset, 4);
    m_directory += name;
    ++m_count;
}

QByteArray ZipWriter::finished() const
{
    QByteArray out = m_files + m_directory;
    put(out, 0x06054b50, 4);
    put(out, 0, 4); // disks
    put(out, std::uint64_t(m_count), 2);
    put(out, std::uint64_t(m_count), 2);
    put(out, std::uint64_t(m_directory.size()), 4);
    put(out, std::uint64_t(m_files.size()), 4);
    put(out, 0, 2);
    return out;
}

} // namespace twin::demoplatform
