// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/xml/TextDecoder.h"

#include <array>

#include <QCoreApplication>

namespace twin::citygml {
namespace {

constexpr char16_t replacement = 0xFFFD;

/// Windows-1252, 0x80 … 0x9F (WHATWG index; 0: the byte means itself as a C1 control).
constexpr std::array<char16_t, 32> windows1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                               0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                               0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                               0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t decodeLatin9(unsigned char byte)
{
    switch (byte) {
    case 0xA4:
        return 0x20AC;
    case 0xA6:
        return 0x0160;
    case 0xA8:
        return 0x0161;
    case 0xB4:
        return 0x017D;
    case 0xB8:
        return 0x017E;
    case 0xBC:
        return 0x0152;
    case 0xBD:
        return 0x0153;
    case 0xBE:
        return 0x0178;
    default:
        return byte;
    }
}

char32_t decodeWindows1252(unsigned char byte)
{
    if (byte < 0x80 || byte > 0x9F || windows1252[byte - 0x80] == 0)
        return byte;
    return windows1252[byte - 0x80];
}

char* putUtf8(char* out, char32_t c)
{
    if (c < 0x80) {
        *out++ = char(c);
    } else if (c < 0x800) {
        *out++ = char(0xC0 | (c >> 6));
        *out++ = char(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        *out++ = char(0xE0 | (c >> 12));
        *out++ = char(0x80 | ((c >> 6) & 0x3F));
        *out++ = char(0x80 | (c & 0x3F));
    } else {
        *out++ = char(0xF0 | (c >> 18));
        *out++ = char(0x80 | ((c >> 12) & 0x3F));
        *out++ = char(0x80 | ((c >> 6) & 0x3F));
        *out++ = char(0x80 | (c & 0x3F));
    }
    return out;
}

/// @returns the encoding's name in the XML declaration, lower case; empty without declaration.
QByteArray declaredEncoding(QByteArrayView head)
{
    if (!head.startsWith("<?xml"))
        return {};
    const QByteArray declaration = head.first(std::min<qsizetype>(head.size(), 1024)).toByteArray();
    const qsizetype end = declaration.indexOf("?>");
    const qsizetype key = declaration.indexOf("encoding");
    if (key < 0 || (end >= 0 && key > end))
        return {};
    for (const char quote : {'"', '\''}) {
        const qsizetype from = declaration.indexOf(quote, key);
        const qsizetype to = from < 0 ? -1 : declaration.indexOf(quote, from + 1);
        const QByteArray between = from < 0 ? QByteArray() : declaration.mid(key + 8, from - key - 8).trimmed();
        if (to > from && between == "=")
            return declaration.mid(from + 1, to - from - 1).trimmed().toLower();
    }
    return QByteArrayLiteral("unreadable");
}

tl::unexpected<Error> unsupported(const QByteArray& name)
{
    return failure(ErrorCode::UnsupportedFormat,
                   QCoreApplication::translate("twin::citygml", "Die Zeichenkodierung „%1“ wird nicht gelesen.")
                       .arg(QString::fromLatin1(name.left(40))),
                   QStringLiteral("encoding %1").arg(QString::fromLatin1(name.left(40))),
                   QCoreApplication::translate("twin::citygml", "Speichern Sie die Datei als UTF-8."));
}

} // namespace

Result<DetectedEncoding> detectEncoding(QByteArrayView head)
{
    if (head.startsWith("\xEF\xBB\xBF")) {
        const QByteArray name = declaredEncoding(head.sliced(3));
        if (!name.isEmpty() && name != "utf-8" && name != "utf8" && name != "us-ascii")
            return unsupported(name + " with a UTF-8 mark");
        return DetectedEncoding{Encoding::Utf8, 3};
    }
    if (head.startsWith(QByteArrayView("\xFF\xFE\0\0", 4)) || head.startsWith(QByteArrayView("\0\0\xFE\xFF", 4)) ||
        head.startsWith(QByteArrayView("<\0\0\0", 4)) || head.startsWith(QByteArrayView("\0\0\0<", 4)))
        return unsupported("UTF-32");
    if (head.startsWith("\xFF\xFE"))
        return DetectedEncoding{Encoding::Utf16Le, 2};
    if (head.startsWith("\xFE\xFF"))
        return DetectedEncoding{Encoding::Utf16Be, 2};
    if (head.startsWith(QByteArrayView("<\0", 2)))
        return DetectedEncoding{Encoding::Utf16Le, 0};
    if (head.startsWith(QByteArrayView("\0<", 2)))
        return DetectedEncoding{Encoding::Utf16Be, 0};

    const QByteArray name = declaredEncoding(head);
    if (name.isEmpty() || name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii")
        return DetectedEncoding{Encoding::Utf8, 0};
    if (name == "iso-8859-1" || name == "iso_8859-1" || name == "latin1" || name == "latin-1")
        return DetectedEncoding{Encoding::Latin1, 0};
    if (name == "iso-8859-15" || name == "iso_8859-15" || name == "latin-9" || name == "latin9")
        return DetectedEncoding{Encoding::Latin9, 0};
    if (name == "windows-1252" || name == "cp1252")
        return DetectedEncoding{Encoding::Windows1252, 0};
    return unsupported(name); // among them "utf-16" declared in 8-bit text
}

void TextDecoder::append(QByteArrayView bytes, TextBuffer& out)
{
    switch (m_encoding) {
    case Encoding::Utf8:
        out.append({bytes.data(), std::size_t(bytes.size())});
        break;
    case Encoding::Utf16Le:
    case Encoding::Utf16Be:
        appendUtf16(bytes, out);
        break;
    default:
        appendSingleByte(bytes, out);
        break;
    }
}

void TextDecoder::appendSingleByte(QByteArrayView bytes, TextBuffer& out) const
{
    char* const begin = out.reserveMore(std::size_t(bytes.size()) * 3);
    char* end = begin;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            *end++ = c;
        else if (m_encoding == Encoding::Latin9)
            end = putUtf8(end, decodeLatin9(byte));
        else
            end = putUtf8(end, m_encoding == Encoding::Windows1252 ? decodeWindows1252(byte) : byte);
    }
    out.commit(std::size_t(end - begin));
}

void TextDecoder::appendUtf16(QByteArrayView bytes, TextBuffer& out)
{
    char* const begin = out.reserveMore(std::size_t(bytes.size()) * 2 + 8);
    char* end = begin;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (m_pendingByte < 0) {
            m_pendingByte = byte;
            continue;
        }
        const auto unit = m_encoding == Encoding::Utf16Le ? char16_t(m_pendingByte | (byte << 8))
                                                          : char16_t((m_pendingByte << 8) | byte);
        m_pendingByte = -1;
        const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
        if (m_pendingHigh != 0) {
            end = putUtf8(end,
                          low ? 0x10000 + ((char32_t(m_pendingHigh) - 0xD800) << 10) + (unit - 0xDC00) : replacement);
            m_pendingHigh = 0;
            if (low)
                continue;
        }
        if (unit >= 0xD800 && unit <= 0xDBFF)
            m_pendingHigh = unit;
        else
            end = putUtf8(end, low ? replacement : char32_t(unit));
    }
    out.commit(std::size_t(end - begin));
}

} // namespace twin::citygml
