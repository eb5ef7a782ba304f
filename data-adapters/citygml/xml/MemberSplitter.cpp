// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/xml/MemberSplitter.h"
#include "citygml/xml/LineIndex.h"

#include <algorithm>
#include <cstring>

#include <QCoreApplication>

namespace twin::citygml {
namespace {

constexpr std::size_t propertyBytes = 64 << 10; ///< more header than this is no header

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::citygml", text);
}

/// What to do about a file that is no whole XML.
QString repairText()
{
    return tr("Laden Sie die Datei erneut herunter oder lassen Sie sie von dem Programm neu schreiben, aus dem sie "
              "stammt.");
}

/// What to do about a file that is built like an attack.
QString ordinaryFileText()
{
    return tr("Bitten Sie den Anbieter um eine Datei in üblichem CityGML.");
}

bool isNameEnd(char c)
{
    return c == ' ' || c == '>' || c == '/' || c == '\n' || c == '\r' || c == '\t';
}

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

const char* find(const char* from, const char* end, char c)
{
    return from < end ? static_cast<const char*>(std::memchr(from, c, std::size_t(end - from))) : nullptr;
}

/// @returns the end of the first `closing` at or after `from`; null when it is not there.
const char* findEnd(const char* from, const char* end, std::string_view closing)
{
    const std::string_view text(from, std::size_t(end - from));
    const std::size_t at = text.find(closing);
    return at == std::string_view::npos ? nullptr : from + at + closing.size();
}

/// @returns the value of a gml:id in the first characters of an element; empty when there is none.
QString idIn(std::string_view text)
{
    text = text.substr(0, 2048);
    const std::size_t at = text.find("gml:id=");
    if (at == std::string_view::npos || at + 8 >= text.size())
        return {};
    const std::size_t end = text.find(text[at + 7], at + 8);
    return end == std::string_view::npos ? QString() : QString::fromUtf8(text.data() + at + 8, qsizetype(end - at - 8));
}

} // namespace

MemberSplitter::MemberSplitter(geo::ByteFile file, const ReadLimits& limits) : m_file(std::move(file)), m_limits(limits)
{
}

Result<std::unique_ptr<MemberSplitter>> MemberSplitter::open(const QString& path, const ReadLimits& limits)
{
    TWIN_TRY(geo::ByteFile file, geo::ByteFile::open(path));
    std::unique_ptr<MemberSplitter> splitter(new MemberSplitter(std::move(file), limits));
    TWIN_CHECK(splitter->start());
    return splitter;
}

Result<void> MemberSplitter::start()
{
    const SourceLocation where{m_file.path(), -1, {}};
    QByteArray head(4096, Qt::Uninitialized);
    head.truncate(qsizetype(m_file.read(head.data(), std::size_t(head.size()))));
    const auto encoding = detectEncoding(head);
    if (!encoding) {
        Error error = encoding.error();
        error.where = where;
        return failure(std::move(error));
    }
    m_decoder = std::make_unique<TextDecoder>(encoding->encoding);
    m_bytesRead = head.size();
    m_decoder->append(QByteArrayView(head).sliced(encoding->bomBytes), m_text);

    // Up to the first member: the header is complete then.
    while (m_memberBegin == none && m_members.empty() && !m_rootClosed) {
        const Token token = scanToken();
        if (token == Token::Error)
            return failure(*m_error);
        if (token == Token::NeedMore) {
            discardUnused();
            if (!readMore())
                break;
        }
    }
    if (m_header.rootName.empty())
        return m_bytesRead == 0
                   ? failure(ErrorCode::UnsupportedFormat, tr("Die Datei ist leer."), {}, repairText(), where)
                   : failure(ErrorCode::UnsupportedFormat, tr("Die Datei enthält kein XML."), {}, {}, where);
    return {};
}

bool MemberSplitter::readMore()
{
    const std::size_t block = std::clamp<std::size_t>(m_limits.chunkBytes, 64, 4 << 20);
    if (m_decoder->isUtf8()) {
        const std::size_t size = m_file.read(m_text.reserveMore(block), block);
        m_text.commit(size);
        m_bytesRead += qint64(size);
        return size > 0;
    }
    QByteArray bytes(qsizetype(block), Qt::Uninitialized);
    bytes.truncate(qsizetype(m_file.read(bytes.data(), block)));
    m_bytesRead += bytes.size();
    m_decoder->append(bytes, m_text);
    return !bytes.isEmpty();
}

Result<std::optional<Chunk>> MemberSplitter::next()
{
    while (!m_ended) {
        if (!m_members.empty() && m_members.back().offset + m_members.back().size >= m_limits.chunkBytes)
            return cut(m_members.back().offset + m_members.back().size);
        const Token token = scanToken();
        if (token == Token::Error) {
            m_ended = true;
            return failure(*m_error);
        }
        if (token != Token::NeedMore)
            continue;
        if (!m_members.empty() && m_text.size() >= 2 * m_limits.chunkBytes)
            return cut(m_members.back().offset + m_members.back().size);
        discardUnused();
        if (!readMore()) {
            finishTruncated();
            m_ended = true;
        }
    }
    if (m_members.empty())
        return std::optional<Chunk>();
    return cut(m_members.back().offset + m_members.back().size);
}

/// Hands out the text up to `end` with its members and keeps the rest.
Chunk MemberSplitter::cut(std::size_t end)
{
    static_cast<void>(lineAt(end));
    TextBuffer rest;
    static_cast<void>(rest.reserveMore(m_limits.chunkBytes * 2));
    rest.append(m_text.view().substr(end));
    Chunk chunk{std::move(m_text), std::move(m_members)};
    chunk.text.truncate(end);
    m_text = std::move(rest);
    m_members.clear();
    m_at -= end;
    m_searched = m_searched > end ? m_searched - end : 0;
    m_counted -= end;
    m_tokenBegin = m_tokenBegin > end ? m_tokenBegin - end : 0;
    if (m_memberBegin != none)
        m_memberBegin -= end;
    if (m_propertyBegin != none)
        m_propertyBegin -= end;
    return chunk;
}

/// Gives up text that no member needs, and members that have grown too large.
void MemberSplitter::discardUnused()
{
    if (m_memberBegin != none && m_at - m_memberBegin > m_limits.memberBytes) {
        addIssue("member.too-large", QStringLiteral("more than %1 bytes").arg(m_limits.memberBytes),
                 lineAt(m_memberBegin), idIn(m_text.view().substr(m_memberBegin)));
        m_memberBegin = none;
        m_skipping = true;
    }
    if (m_propertyBegin != none && m_at - m_propertyBegin > propertyBytes)
        m_propertyBegin = none;
    if (!m_members.empty() || m_memberBegin != none || m_propertyBegin != none || m_at == 0)
        return;
    static_cast<void>(lineAt(m_at));
    m_text.dropFront(m_at);
    m_searched = m_searched > m_at ? m_searched - m_at : 0;
    m_counted -= m_at;
    m_at = 0;
}

qint64 MemberSplitter::lineAt(std::size_t offset)
{
    if (offset >= m_counted) {
        m_line += countLines(m_text.view().substr(m_counted, offset - m_counted));
        m_counted = offset;
        return m_line;
    }
    return m_line - countLines(m_text.view().substr(offset, m_counted - offset));
}

MemberSplitter::Token MemberSplitter::refuse(const char* reason, const QString& summary, const QString& remedy)
{
    m_error =
        Error{ErrorCode::MalformedData, summary, QLatin1String(reason), remedy, {m_file.path(), lineAt(m_at), {}}};
    return Token::Error;
}

MemberSplitter::Token MemberSplitter::malformed(const QString& summary)
{
    return refuse("file.malformed", summary, repairText());
}

MemberSplitter::Token MemberSplitter::tooLong()
{
    return refuse("file.text-too-long",
                  tr("Die Datei enthält einen überlangen Text (mehr als %1 kB) und wird aus "
                     "Sicherheitsgründen nicht gelesen.")
                      .arg(textLimit() >> 10),
                  ordinaryFileText());
}

MemberSplitter::Token MemberSplitter::scanToken()
{
    const char* const base = m_text.data();
    const char* const end = base + m_text.size();
    const char* const open = find(base + std::max(m_at, m_searched), end, '<');
    if (std::size_t((open ? open : end) - (base + m_at)) > textLimit())
        return tooLong();
    if (open == nullptr) {
        m_searched = m_text.size();
        return Token::NeedMore;
    }
    m_searched = std::size_t(open - base);
    const Token token = end - open < 2 ? Token::NeedMore : scanMarkup(open, end);
    if (token == Token::NeedMore && std::size_t(end - open) > m_limits.textBytes)
        return tooLong();
    return token;
}

/// Takes in the tag, comment or section at `open`.
MemberSplitter::Token MemberSplitter::scanMarkup(const char* open, const char* end)
{
    const char* const base = m_text.data();
    if (open[1] == '!')
        return scanDeclaration(open, end);
    if (open[1] == '?') {
        const char* const close = findEnd(open + 2, end, "?>");
        if (close == nullptr)
            return Token::NeedMore;
        m_at = std::size_t(close - base);
        return Token::Other;
    }
    const bool closing = open[1] == '/';
    const char* const name = open + (closing ? 2 : 1);
    const char* p = name;
    while (p < end && !isNameEnd(*p) && *p != '<')
        ++p;
    const std::string_view tagName(name, std::size_t(p - name));
    for (; p < end && *p != '>'; ++p) {
        if (*p == '"' || *p == '\'') {
            p = find(p + 1, end, *p);
            if (p == nullptr)
                return Token::NeedMore;
        } else if (*p == '<') {
            return malformed(tr("Die Datei ist kein gültiges XML: ein Element ist nicht abgeschlossen."));
        }
    }
    if (p >= end)
        return Token::NeedMore;
    m_tokenBegin = std::size_t(open - base);
    m_tokenName = tagName;
    m_at = std::size_t(p - base) + 1;
    if (closing) {
        m_inNumbers = false;
        onEnd();
        return m_error ? Token::Error : Token::End;
    }
    const bool empty = p[-1] == '/';
    m_inNumbers = endsWith(tagName, "posList") || endsWith(tagName, "oordinates"); // of textures too
    onStart(empty);
    return m_error ? Token::Error : empty ? Token::EmptyElement : Token::Start;
}

MemberSplitter::Token MemberSplitter::scanDeclaration(const char* open, const char* end)
{
    const std::string_view text(open, std::size_t(end - open));
    if (text.size() < 9) // the longest opening is <![CDATA[
        return Token::NeedMore;
    const bool comment = text.substr(0, 4) == "<!--";
    if (!comment && text.substr(0, 9) != "<![CDATA[")
        return refuse("file.doctype",
                      tr("Die Datei enthält eine Dokumenttyp-Deklaration (DOCTYPE) und wird aus "
                         "Sicherheitsgründen nicht gelesen."),
                      tr("Entfernen Sie die DOCTYPE-Deklaration am Anfang der Datei oder bitten Sie den Anbieter um "
                         "eine Datei ohne sie."));
    const char* const close = findEnd(open + (comment ? 4 : 9), end, comment ? "-->" : "]]>");
    if (close == nullptr)
        return Token::NeedMore;
    m_at = std::size_t(close - m_text.data());
    return Token::Other;
}

bool MemberSplitter::isWrapper(std::string_view local) const
{
    return local == "cityObjectMember" || local == "featureMember" ||
           (m_depth == 1 && (local == "member" || local == "appearanceMember"));
}

void MemberSplitter::onStart(bool empty)
{
    if (m_rootClosed) {
        malformed(tr("Die Datei ist kein gültiges XML: nach dem Ende folgen weitere Elemente."));
        return;
    }
    const std::string_view local = localName(m_tokenName);
    if (m_depth == 0) {
        onRoot();
    } else if (!empty && (m_depth == 1 || m_memberBegin != none || m_skipping) && isWrapper(local)) {
        if (m_depth != 1) { // the member before was never closed: leave it to the parser to say so
            endMember(m_tokenBegin);
            m_depth = 1;
        }
        beginMember();
    } else if (m_depth == 1) {
        m_inContainer = !empty && (local == "featureMembers" || local == "cityObjectMembers");
        if (!empty && !m_inContainer && m_ordinal == 0 && (local == "boundedBy" || local == "name"))
            m_propertyBegin = m_tokenBegin;
    } else if (m_depth == 2 && m_inContainer && m_memberBegin == none && !m_skipping) {
        beginMember();
        if (empty)
            endMember(m_at);
    }
    if (!empty && ++m_depth > m_limits.depth)
        refuse("file.too-deep",
               tr("Die Datei ist tiefer als %1 Ebenen geschachtelt und wird aus Sicherheitsgründen nicht "
                  "gelesen.")
                   .arg(m_limits.depth),
               ordinaryFileText());
    if (empty && m_depth == 0)
        m_rootClosed = true;
}

void MemberSplitter::onEnd()
{
    if (m_depth == 0) {
        malformed(tr("Die Datei ist kein gültiges XML: ein Element endet, das nicht begonnen hat."));
        return;
    }
    --m_depth;
    const bool inMember = m_memberBegin != none || m_skipping;
    if (inMember && m_memberDepth == 1 && m_depth != 1 && isWrapper(localName(m_tokenName)))
        m_depth = 1; // damaged inside, but its end is plain to see
    if (inMember && m_depth <= m_memberDepth)
        endMember(m_at);
    else if (m_depth == 1 && m_propertyBegin != none)
        captureProperty(m_at);
    if (m_depth == 1)
        m_inContainer = false;
    m_rootClosed = m_depth == 0;
}

void MemberSplitter::onRoot()
{
    m_header.rootName = m_tokenName;
    const std::string_view tag = m_text.view().substr(m_tokenBegin, m_at - m_tokenBegin);
    pugi::xml_document document;
    // Only the tag: the missing end is expected, the attributes are there all the same.
    static_cast<void>(document.load_buffer(tag.data(), tag.size(), pugi::parse_default, pugi::encoding_utf8));
    for (const pugi::xml_attribute& a : document.first_child().attributes()) {
        const std::string_view name(a.name());
        if (name == "xmlns")
            m_header.declarations.emplace_back(std::string(), a.value());
        else if (name.substr(0, 6) == "xmlns:")
            m_header.declarations.emplace_back(std::string(name.substr(6)), a.value());
    }
}

void MemberSplitter::beginMember()
{
    m_memberBegin = m_tokenBegin;
    m_memberDepth = m_depth;
    m_isAppearance = localName(m_tokenName) == "appearanceMember";
    if (!m_isAppearance)
        ++m_ordinal;
}

void MemberSplitter::endMember(std::size_t end)
{
    if (m_memberBegin != none)
        m_members.push_back({m_memberBegin, end - m_memberBegin, lineAt(m_memberBegin), m_ordinal, m_isAppearance});
    m_memberBegin = none;
    m_skipping = false;
}

void MemberSplitter::captureProperty(std::size_t end)
{
    m_header.properties += m_text.view().substr(m_propertyBegin, end - m_propertyBegin);
    m_propertyBegin = none;
}

void MemberSplitter::finishTruncated()
{
    if (!m_file.errorText().isEmpty()) {
        addIssue("file.read-error", m_file.errorText(), lineAt(m_text.size()));
        return;
    }
    if (m_rootClosed)
        return;
    const QString id = m_memberBegin == none ? QString() : idIn(m_text.view().substr(m_memberBegin));
    addIssue("file.truncated",
             QStringLiteral("the end of <%1> is missing").arg(QString::fromStdString(m_header.rootName)),
             lineAt(m_text.size()), id);
}

void MemberSplitter::addIssue(const char* reason, const QString& detail, qint64 line, const QString& id)
{
    m_issues.push_back({QLatin1String(reason), detail, {m_file.path(), line, id}});
}

} // namespace twin::citygml
