// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>

#include <QByteArray>

namespace twin::demoplatform {

/// Writes Protocol Buffers' wire format field by field. The few messages of GTFS-Realtime need no generated code, and
/// the reader of the twin is then tested against another writer than its own library's.
class WireWriter {
public:
    WireWriter& number(int field, std::uint64_t value)
    {
        varint(std::uint64_t(field) << 3);
        varint(value);
        return *this;
    }
    /// Negative numbers take ten bytes, as int32 and int64 do.
    WireWriter& integer(int field, std::int64_t value) { return number(field, std::uint64_t(value)); }
    WireWriter& real(int field, float value)
    {
        varint(std::uint64_t(field) << 3 | 5);
        const auto bits = std::bit_cast<std::uint32_t>(value);
        for (int i = 0; i < 4; ++i)
            m_bytes += char(bits >> (8 * i) & 0xFF);
        return *this;
    }
    WireWriter& bytes(int field, const QByteArray& value)
    {
        varint(std::uint64_t(field) << 3 | 2);
        varint(std::uint64_t(value.size()));
        m_bytes += value;
        return *this;
    }
    WireWriter& message(int field, const WireWriter& value) { return bytes(field, value.m_bytes); }
    [[nodiscard]] const QByteArray& result() const { return m_bytes; }

private:
    void varint(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7)
            m_bytes += char((value & 0x7F) | 0x80);
        m_bytes += char(value);
    }

    QByteArray m_bytes;
};

} // namespace twin::demoplatform
