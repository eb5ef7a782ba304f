// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/protocols/StaQuery.h"

namespace twin::demoplatform {
namespace {

constexpr int mostDepth = 4;

/// Splits at separators that stand outside parentheses and quotes.
QStringList splitOutside(const QString& text, QChar separator)
{
    QStringList parts{QString()};
    int depth = 0;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'\'')
            quoted = !quoted;
        if (!quoted)
            depth += c == u'(' ? 1 : c == u')' ? -1 : 0;
        if (c == separator && depth == 0 && !quoted)
            parts.append(QString());
        else
            parts.last() += c;
    }
    return parts;
}

tl::unexpected<Error> wrong(const QString& what)
{
    return failure(ErrorCode::InvalidParameter, QStringLiteral("Not a valid value: ") + what.left(200));
}

/// "Datastreams($top=1)/Observations" → the navigation with what is asked of it.
Result<std::pair<QString, StaQuery>> parseExpand(const QString& text, int depth)
{
    const QStringList path = splitOutside(text.trimmed(), u'/');
    const QString first = path[0];
    const qsizetype open = first.indexOf(u'(');
    std::map<QString, QString> options;
    if (open >= 0) {
        if (!first.endsWith(u')'))
            return wrong(text);
        for (const QString& option : splitOutside(first.mid(open + 1).chopped(1), u';')) {
            const qsizetype equals = option.indexOf(u'=');
            if (equals < 1)
                return wrong(option);
            options[option.left(equals).trimmed()] = option.mid(equals + 1);
        }
    }
    if (path.size() > 1) { // A/B is A with B expanded in it
        QString& inner = options[QStringLiteral("$expand")];
        inner = (inner.isEmpty() ? QString() : inner + u',') + path.mid(1).join(u'/');
    }
    TWIN_TRY(StaQuery query, StaQuery::parse(options, depth + 1));
    return std::pair(first.left(open < 0 ? first.size() : open).trimmed(), std::move(query));
}

} // namespace

Result<StaQuery> StaQuery::parse(const std::map<QString, QString>& options, int depth)
{
    if (depth > mostDepth)
        return wrong(QStringLiteral("$expand is too deep"));
    StaQuery query;
    for (const auto& [name, value] : options) {
        if (!name.startsWith(u'$'))
            continue;
        bool isNumber = true;
        if (name == QLatin1String("$top")) {
            query.top = value.toInt(&isNumber);
            isNumber = isNumber && query.top >= 0;
        } else if (name == QLatin1String("$skip")) {
            query.skip = value.toLongLong(&isNumber);
            isNumber = isNumber && query.skip >= 0;
        } else if (name == QLatin1String("$count")) {
            query.counts = value == QLatin1String("true");
        } else if (name == QLatin1String("$select")) {
            for (const QString& word : value.split(u',', Qt::SkipEmptyParts))
                query.select.append(word.trimmed());
        } else if (name == QLatin1String("$filter")) {
            query.filterText = value;
            TWIN_TRY(query.filter, Condition::parse(value));
        } else if (name == QLatin1String("$orderby")) {
            const QStringList words = value.section(u',', 0, 0).split(u' ', Qt::SkipEmptyParts);
            if (words.isEmpty() || words.size() > 2)
                return wrong(value);
            query.orderBy = words[0];
            query.isDescending = words.size() > 1 && words[1] == QLatin1String("desc");
        } else if (name == QLatin1String("$resultFormat")) {
            query.isDataArray = value.compare(QLatin1String("dataArray"), Qt::CaseInsensitive) == 0;
        } else if (name == QLatin1String("$skipToken")) {
            query.at = value.toLongLong(&isNumber);
        } else if (name == QLatin1String("$expand")) {
            for (const QString& part : splitOutside(value, u',')) {
                TWIN_TRY(auto expanded, parseExpand(part, depth));
                query.expand.push_back(std::move(expanded));
            }
        } else {
            return wrong(name);
        }
        if (!isNumber)
            return wrong(name + u'=' + value);
    }
    return query;
}

} // namespace twin::demoplatform
