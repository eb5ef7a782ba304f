// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowFilter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QRegularExpression>

namespace twin {
namespace {

using Field = std::optional<double> package::TableRow::*;

Field fieldOf(const QString& name)
{
    struct Name {
        const char* word;
        Field field;
    };
    static const std::array names{
        Name{"höhe", &package::TableRow::heightMetres},      Name{"hoehe", &package::TableRow::heightMetres},
        Name{"height", &package::TableRow::heightMetres},    Name{"geschosse", &package::TableRow::storeys},
        Name{"storeys", &package::TableRow::storeys},        Name{"grundfläche", &package::TableRow::squareMetres},
        Name{"fläche", &package::TableRow::squareMetres},    Name{"area", &package::TableRow::squareMetres},
        Name{"rauminhalt", &package::TableRow::cubicMetres}, Name{"volumen", &package::TableRow::cubicMetres},
        Name{"volume", &package::TableRow::cubicMetres}};
    for (const Name& known : names)
        if (name.compare(QString::fromUtf8(known.word), Qt::CaseInsensitive) == 0)
            return known.field;
    return nullptr;
}

} // namespace

RowFilter::RowFilter(const QString& text)
{
    static const QRegularExpression comparison(QStringLiteral("(\\p{L}+)\\s*(<=|>=|<|>|=)\\s*(-?\\d+(?:[.,]\\d+)?)"));
    QString rest = text;
    auto matches = comparison.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const Field field = fieldOf(match.captured(1));
        if (field == nullptr)
            continue; // words like any others
        const QString sign = match.captured(2);
        Comparison wanted{field, Sign::Equal, match.captured(3).replace(QLatin1Char(','), QLatin1Char('.')).toDouble()};
        if (sign.startsWith(QLatin1Char('<')))
            wanted.sign = sign.size() > 1 ? Sign::LessEqual : Sign::Less;
        else if (sign.startsWith(QLatin1Char('>')))
            wanted.sign = sign.size() > 1 ? Sign::GreaterEqual : Sign::Greater;
        m_comparisons.push_back(wanted);
        rest.replace(match.captured(0), QStringLiteral(" "));
    }
    m_words = rest.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

bool RowFilter::holds(const Comparison& comparison, double value)
{
    switch (comparison.sign) {
    case Sign::Less:
        return value < comparison.number;
    case Sign::LessEqual:
        return value <= comparison.number;
    case Sign::Equal:
        return std::abs(value - comparison.number) < 0.005;
    case Sign::GreaterEqual:
        return value >= comparison.number;
    case Sign::Greater:
        return value > comparison.number;
    }
    return false;
}

bool RowFilter::takes(const package::TableRow& row) const
{
    for (const Comparison& comparison : m_comparisons)
        if (const auto& value = row.*comparison.value; !value || !holds(comparison, *value))
            return false;
    return std::all_of(m_words.begin(), m_words.end(), [&row](const QString& word) {
        for (const QString* text : {&row.id, &row.name, &row.function, &row.roof, &row.type})
            if (text->contains(word, Qt::CaseInsensitive))
                return true;
        return false;
    });
}

} // namespace twin
