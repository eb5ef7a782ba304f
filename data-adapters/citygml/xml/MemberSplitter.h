// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citygml/CityGmlReader.h"
#include "citygml/xml/Names.h"
#include "citygml/xml/TextBuffer.h"
#include "citygml/xml/TextDecoder.h"
#include "geo/ByteFile.h"
#include "model/Result.h"

#include <memory>
#include <optional>
#include <vector>

namespace twin::citygml {

/// The text of one top-level object in a chunk: the whole cityObjectMember element, or the object itself where it
/// stands directly in featureMembers. Appearances of the model are members too.
struct Member {
    std::size_t offset = 0;
    std::size_t size = 0;
    qint64 line = 1;           ///< of its first character, 1-based in the file
    qint64 ordinal = 0;        ///< 1-based position among all objects of the file
    bool isAppearance = false; ///< no object but appearances of the model
};

/// UTF-8 text with whole members in it.
struct Chunk {
    TextBuffer text;
    std::vector<Member> members;
};

/// What stands before the first member.
struct FileHeader {
    Names::Declarations declarations; ///< xmlns of the root element
    std::string rootName;             ///< qualified
    std::string properties;           ///< gml:name and gml:boundedBy of the model as XML text; may be empty
};

/// Cuts a city model into its members without parsing it: one pass over the bytes that knows tags, comments, CDATA
/// sections and quotes. It is here that hostile XML ends: any DOCTYPE, deep nesting and over-long texts refuse the file
/// before a parser sees it. Used by one thread at a time.
class MemberSplitter {
public:
    /// @returns NotFound, AccessDenied, UnsupportedFormat (encoding) or MalformedData (nothing like XML, DOCTYPE).
    static Result<std::unique_ptr<MemberSplitter>> open(const QString& path, const ReadLimits& limits);

    /// Complete when open() returns, up to the first member.
    [[nodiscard]] const FileHeader& header() const { return m_header; }
    /// @returns the next members; nothing at the end of the file. After an error or the end only the end follows.
    Result<std::optional<Chunk>> next();
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }
    /// Members that were skipped and the file's cut end; found by calls of next() so far.
    [[nodiscard]] std::vector<Issue> takeIssues() { return std::exchange(m_issues, {}); }

private:
    enum class Token { Start, EmptyElement, End, Other, NeedMore, Error };

    MemberSplitter(geo::ByteFile file, const ReadLimits& limits);
    Result<void> start();
    bool readMore();
    Token scanToken();
    Token scanMarkup(const char* open, const char* end);
    Token scanDeclaration(const char* open, const char* end);
    Token refuse(const char* reason, const QString& summary, const QString& remedy);
    Token malformed(const QString& summary);
    Token tooLong();
    [[nodiscard]] std::size_t textLimit() const { return m_inNumbers ? m_limits.numbersBytes : m_limits.textBytes; }
    void onStart(bool empty);
    void onEnd();
    void onRoot();
    void beginMember();
    void endMember(std::size_t end);
    void captureProperty(std::size_t end);
    void finishTruncated();
    [[nodiscard]] Chunk cut(std::size_t end);
    void discardUnused();
    [[nodiscard]] qint64 lineAt(std::size_t offset);
    [[nodiscard]] bool isWrapper(std::string_view local) const;
    void addIssue(const char* reason, const QString& detail, qint64 line, const QString& id = {});

    static constexpr std::size_t none = std::size_t(-1);

    geo::ByteFile m_file;
    ReadLimits m_limits;
    std::unique_ptr<TextDecoder> m_decoder;
    TextBuffer m_text;
    std::size_t m_at = 0;       ///< next token
    std::size_t m_searched = 0; ///< no '<' between m_at and here
    std::size_t m_tokenBegin = 0;
    std::string_view m_tokenName; ///< qualified, of the last start or end tag
    std::size_t m_counted = 0;    ///< lines are counted up to here …
    qint64 m_line = 1;            ///< … and this is the line there
    int m_depth = 0;
    bool m_inContainer = false; ///< inside featureMembers: objects stand at depth 2
    bool m_rootClosed = false;
    bool m_ended = false;
    bool m_isAppearance = false; ///< the member is
    bool m_inNumbers = false;    ///< the last tag began a list of coordinates
    bool m_skipping = false;     ///< inside a member that is too large
    std::size_t m_memberBegin = none;
    int m_memberDepth = 0; ///< depth outside the member
    std::size_t m_propertyBegin = none;
    qint64 m_ordinal = 0;
    qint64 m_bytesRead = 0;
    FileHeader m_header;
    std::vector<Member> m_members;
    std::vector<Issue> m_issues;
    std::optional<Error> m_error;
};

} // namespace twin::citygml
