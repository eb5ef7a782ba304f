// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citygml/xml/TextBuffer.h"
#include "model/Result.h"

#include <QByteArrayView>

namespace twin::citygml {

/// Encodings that are read; every other one is refused (UTF-7, UTF-32, EBCDIC … have hidden more attacks than data).
enum class Encoding { Utf8, Latin1, Latin9, Windows1252, Utf16Le, Utf16Be };

struct DetectedEncoding {
    Encoding encoding = Encoding::Utf8;
    int bomBytes = 0; ///< to be skipped at the start of the file
};

/// @brief Finds the encoding by byte order mark, then by the XML declaration, else UTF-8 (XML 1.0, appendix F).
/// @param head  the first bytes of the file, at least the XML declaration
/// @returns UnsupportedFormat for an encoding that is not read.
[[nodiscard]] Result<DetectedEncoding> detectEncoding(QByteArrayView head);

/// Turns a file's bytes into UTF-8, block by block; code units cut by a block's end are kept for the next one.
/// Bytes that mean nothing become U+FFFD; UTF-8 passes through unchanged.
class TextDecoder {
public:
    explicit TextDecoder(Encoding encoding) : m_encoding(encoding) {}
    [[nodiscard]] bool isUtf8() const { return m_encoding == Encoding::Utf8; }
    void append(QByteArrayView bytes, TextBuffer& out);

private:
    void appendSingleByte(QByteArrayView bytes, TextBuffer& out) const;
    void appendUtf16(QByteArrayView bytes, TextBuffer& out);

    Encoding m_encoding;
    int m_pendingByte = -1;     ///< first half of a UTF-16 unit
    char16_t m_pendingHigh = 0; ///< high surrogate that waits for its partner
};

} // namespace twin::citygml
