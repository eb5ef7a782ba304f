// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/http/ConditionParser.h"

#include <array>

#include <QCoreApplication>
#include <QRegularExpression>

namespace twin::demoplatform {
namespace {

using Node = Condition::Node;
using NodePointer = std::shared_ptr<const Node>;

struct Token {
    enum Kind : std::uint8_t { Word, Text, Sign, End };
    Kind kind = End;
    QString text;
    qsizetype at = 0;
};

constexpr int mostDepth = 40;

std::vector<Token> tokensOf(const QString& source)
{
    static const QRegularExpression pattern(QStringLiteral(
        R"((?<text>'(?:[^']|'')*'|"[^"]*")|(?<sign>==|!=|>=|<=|[=<>(),;|])|(?<word>[^\s'"=<>!(),;|]+)|(?<other>\S))"));
    std::vector<Token> tokens;
    auto found = pattern.globalMatch(source);
    while (found.hasNext()) {
        const auto match = found.next();
        Token token;
        token.at = match.capturedStart();
        if (match.hasCaptured(QStringLiteral("text"))) {
            token.kind = Token::Text;
            token.text = match.captured().mid(1).chopped(1).replace(QStringLiteral("''"), QStringLiteral("'"));
        } else {
            token.kind = match.hasCaptured(QStringLiteral("word")) ? Token::Word : Token::Sign;
            token.text = match.captured();
        }
        tokens.push_back(token);
    }
    tokens.push_back({Token::End, {}, source.size()});
    return tokens;
}

/// Recursive descent: or ← and ← not ← comparison | call | ( … ).
class Parser {
public:
    explicit Parser(const QString& source) : m_tokens(tokensOf(source)) {}

    Result<NodePointer> whole()
    {
        TWIN_TRY(NodePointer node, anyOf(0));
        if (peek().kind != Token::End)
            return broken();
        return node;
    }

private:
    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const
    {
        return m_tokens[std::min(m_next + ahead, m_tokens.size() - 1)];
    }
    Token take() { return m_tokens[std::min(m_next++, m_tokens.size() - 1)]; }
    bool takes(QLatin1String text)
    {
        if (peek().kind == Token::Text || peek().text.compare(text, Qt::CaseInsensitive) != 0)
            return false;
        take();
        return true;
    }

    [[nodiscard]] tl::unexpected<Error> broken() const
    {
        return failure(
            ErrorCode::InvalidParameter,
            QCoreApplication::translate("twin::demoplatform", "Die Bedingung ist an Stelle %1 nicht zu verstehen.")
                .arg(peek().at + 1));
    }

    Result<NodePointer> joined(Node::Kind kind, QLatin1String word, QLatin1String sign, int depth)
    {
        auto node = std::make_shared<Node>();
        node->kind = kind;
        do {
            TWIN_TRY(NodePointer child, kind == Node::Or ? allOf(depth) : one(depth));
            node->children.push_back(std::move(child));
        } while (takes(word) || takes(sign));
        return node->children.size() == 1 ? node->children[0] : NodePointer(node);
    }
    Result<NodePointer> anyOf(int depth) { return joined(Node::Or, QLatin1String("or"), QLatin1String("|"), depth); }
    Result<NodePointer> allOf(int depth) { return joined(Node::And, QLatin1String("and"), QLatin1String(";"), depth); }

    Result<NodePointer> one(int depth)
    {
        if (depth > mostDepth)
            return broken();
        if (takes(QLatin1String("not"))) {
            auto node = std::make_shared<Node>();
            node->kind = Node::Not;
            TWIN_TRY(NodePointer child, one(depth + 1));
            node->children.push_back(std::move(child));
            return NodePointer(node);
        }
        if (takes(QLatin1String("("))) {
            TWIN_TRY(NodePointer node, anyOf(depth + 1));
            if (!takes(QLatin1String(")")))
                return broken();
            return node;
        }
        if (peek().kind != Token::Word)
            return broken();
        return peek(1).text == QLatin1String("(") && peek(1).kind == Token::Sign ? call() : comparison();
    }

    static QStringList pathOf(const QString& word)
    {
        return word.startsWith(u'@') ? QStringList{word} : word.split(word.contains(u'/') ? u'/' : u'.');
    }

    Result<NodePointer> comparison()
    {
        struct Spelling {
            const char* text;
            Comparison comparison;
        };
        static constexpr std::array<Spelling, 14> spellings = {{{"eq", Comparison::Equal},
                                                                {"=", Comparison::Equal},
                                                                {"==", Comparison::Equal},
                                                                {"ne", Comparison::NotEqual},
                                                                {"!=", Comparison::NotEqual},
                                                                {"lt", Comparison::Less},
                                                                {"<", Comparison::Less},
                                                                {"le", Comparison::LessEqual},
                                                                {"<=", Comparison::LessEqual},
                                                                {"gt", Comparison::Greater},
                                                                {">", Comparison::Greater},
                                                                {"ge", Comparison::GreaterEqual},
                                                                {">=", Comparison::GreaterEqual},
                                                                {"is", Comparison::Equal}}};
        auto node = std::make_shared<Node>();
        node->path = pathOf(take().text);
        if (takes(QLatin1String("like")))
            return finishCall(node, Function::Contains);
        for (const Spelling& spelling : spellings) {
            if (!takes(QLatin1String(spelling.text)))
                continue;
            const bool isNot = takes(QLatin1String("not"));
            if (takes(QLatin1String("null"))) {
                node->kind = Node::Call;
                node->function = Function::IsNull;
                return isNot || spelling.comparison == Comparison::NotEqual ? negated(node) : NodePointer(node);
            }
            node->kind = Node::Compare;
            node->comparison = spelling.comparison;
            if (!takeLiteral(node->literal))
                return broken();
            return NodePointer(node);
        }
        return broken();
    }

    static NodePointer negated(NodePointer child)
    {
        auto node = std::make_shared<Node>();
        node->kind = Node::Not;
        node->children.push_back(std::move(child));
        return node;
    }

    /// Numbers, instants, texts; date'…' and geography'…' with their prefix.
    bool takeLiteral(Literal& literal)
    {
        if (peek().kind == Token::Word && peek(1).kind == Token::Text)
            take();
        if (peek().kind != Token::Word && peek().kind != Token::Text)
            return false;
        const Token token = take();
        literal.text = token.text;
        bool isNumber = false;
        const double number = token.text.toDouble(&isNumber);
        if (isNumber && token.kind == Token::Word)
            literal.number = number;
        return true;
    }

    Result<NodePointer> finishCall(const std::shared_ptr<Node>& node, Function function)
    {
        node->kind = Node::Call;
        node->function = function;
        if (!takeLiteral(node->literal))
            return broken();
        return NodePointer(node);
    }

    Result<NodePointer> call()
    {
        const QString name = take().text.toLower();
        take(); // "("
        auto node = std::make_shared<Node>();
        std::vector<Literal> literals;
        while (!takes(QLatin1String(")"))) {
            Literal literal;
            const bool isPath = node->path.isEmpty() && peek().kind == Token::Word && peek(1).kind != Token::Text &&
                                (peek(1).text == QLatin1String(",") || peek(1).text == QLatin1String(")"));
            if (!takeLiteral(literal))
                return broken();
            if (isPath && !literal.number)
                node->path = pathOf(literal.text);
            else
                literals.push_back(literal);
            if (!takes(QLatin1String(",")) && peek().text != QLatin1String(")"))
                return broken();
        }
        if (!describe(*node, name, literals))
            return broken();
        // OData before 4.01 writes "substringof('x', name) eq true".
        if (takes(QLatin1String("eq")) && !takes(QLatin1String("true")))
            return broken();
        return NodePointer(node);
    }

    static bool describe(Node& node, const QString& name, const std::vector<Literal>& literals)
    {
        node.kind = Node::Call;
        if (literals.empty())
            return false;
        node.literal = literals[0];
        if (name == QLatin1String("startswith"))
            node.function = Function::StartsWith;
        else if (name == QLatin1String("endswith"))
            node.function = Function::EndsWith;
        else if (name == QLatin1String("substringof") || name == QLatin1String("contains"))
            node.function = Function::Contains;
        else if (name == QLatin1String("search") || name == QLatin1String("suggest"))
            node.function = Function::Search;
        else if (name == QLatin1String("st_within") || name == QLatin1String("st_intersects") ||
                 name == QLatin1String("geo.intersects") || name == QLatin1String("intersects") ||
                 name == QLatin1String("within")) {
            node.function = Function::Within;
            node.ring = pointsOfWkt(literals[0].text);
            return node.ring.size() > 2;
        } else if (name == QLatin1String("in_bbox") && literals.size() == 4) {
            for (const Literal& literal : literals)
                if (!literal.number)
                    return false;
            const double south = *literals[0].number, west = *literals[1].number;
            const double north = *literals[2].number, east = *literals[3].number;
            node.function = Function::Within;
            node.ring = {{west, south}, {east, south}, {east, north}, {west, north}};
        } else if (name == QLatin1String("within_distance") && literals.size() == 2) {
            node.function = Function::Near;
            node.ring = pointsOfWkt(literals[0].text);
            const bool isKilometres = literals[1].text.endsWith(QLatin1String("km"));
            QString number = literals[1].text;
            number.remove(QRegularExpression(QStringLiteral("[a-z]+$")));
            node.metres = number.toDouble() * (isKilometres ? 1000 : 1);
            return !node.ring.empty();
        } else {
            return false;
        }
        return true;
    }

    std::vector<Token> m_tokens;
    std::size_t m_next = 0;
};

} // namespace

Ring pointsOfWkt(const QString& text)
{
    static const QRegularExpression pair(QStringLiteral(R"((-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?))"));
    Ring points;
    auto found = pair.globalMatch(text);
    while (found.hasNext() && points.size() < 1000) {
        const auto match = found.next();
        points.emplace_back(match.captured(1).toDouble(), match.captured(2).toDouble());
    }
    return points;
}

Result<NodePointer> parseCondition(const QString& text)
{
    if (text.size() > 8192)
        return failure(ErrorCode::InvalidParameter,
                       QCoreApplication::translate("twin::demoplatform", "Die Bedingung ist zu lang."));
    return Parser(text).whole();
}

} // namespace twin::demoplatform
