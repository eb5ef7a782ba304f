// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowFilter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QRegularExpression>

namespace twin {
namespace {

using Field = std::optional<double> package::ObjectRow::*;

Field fieldOf(const QString& name)
{
    struct Name {
        const char* word;
        Field field;
    };
    static const std::array names{
        Name{"höhe", &package::ObjectRow::heightMetres},      Name{"hoehe", &package::ObjectRow::heightMetres},
        Name{"height", &package::ObjectRow::heightMetres},    Name{"geschosse", &package::ObjectRow::storeys},
        Name{"storeys", &package::ObjectRow::storeys},        Name{"grundfläche", &package::ObjectRow::squareMetres},
        Name{"fläche", &package::ObjectRow::squareMetres},    Name{"area", &package::ObjectRow::squareMetres},
        Name{"rauminhalt", &package::ObjectRow::cubicMetres}, Name{"volumen", &package::ObjectRow::cubicMetres},
        Name{"volume", &package::ObjectRow::cubicMetres}};
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

bool RowFilter::takes(const package::ObjectRow& row) const
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
