// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Arguments.h"

#include "app/cli/Text.h"

#include <cmath>

namespace twin::cli {
namespace {

const std::vector<Option>& commonOptions()
{
    static const std::vector<Option> options{
        {"lang", "de|en", QT_TRANSLATE_NOOP("twin::cli", "Sprache der Meldungen (Vorgabe: de)")},
        {"help", nullptr, QT_TRANSLATE_NOOP("twin::cli", "diese Hilfe")},
    };
    return options;
}

const Option* find(const Syntax& syntax, const QString& name)
{
    for (const std::vector<Option>* options : {&syntax.options, &commonOptions()})
        for (const Option& option : *options)
            if (name == QLatin1String(option.name))
                return &option;
    return nullptr;
}

QString callOf(const Syntax& syntax)
{
    return (QStringLiteral("stadtzwilling ") + QLatin1String(syntax.name)).trimmed();
}

auto wrongUse(const Syntax& syntax, const QString& summary)
{
    return failure(ErrorCode::InvalidParameter, summary, {},
                   Text::tr("„%1 --help“ zeigt, was erwartet wird.").arg(callOf(syntax)));
}

auto badValue(const char* option, const QString& value, const QString& expected)
{
    return failure(ErrorCode::InvalidParameter,
                   Text::tr("Die Angabe „%1“ für --%2 passt nicht.").arg(value.left(80), QLatin1String(option)), {},
                   Text::tr("Erwartet wird %1.").arg(expected));
}

} // namespace

Result<Arguments> Arguments::parse(const Syntax& syntax, const QStringList& words)
{
    Arguments arguments;
    bool optionsEnded = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words[i];
        if (optionsEnded || !word.startsWith(QLatin1String("--"))) {
            arguments.m_operands.append(word);
            continue;
        }
        if (word.size() == 2) {
            optionsEnded = true;
            continue;
        }
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        const Option* option = find(syntax, name);
        if (!option)
            return wrongUse(syntax, Text::tr("Die Option --%1 gibt es hier nicht.").arg(name));
        QString value;
        if (option->value) {
            if (equals < 0 && i + 1 == words.size())
                return wrongUse(syntax,
                                Text::tr("Hinter --%1 fehlt die Angabe %2.").arg(name, QLatin1String(option->value)));
            value = equals < 0 ? words[++i] : word.mid(equals + 1);
        } else if (equals >= 0) {
            return wrongUse(syntax, Text::tr("Die Option --%1 hat keinen Wert.").arg(name));
        }
        arguments.m_values[name] = value;
    }
    if (arguments.has("help"))
        return arguments;
    const QString language = arguments.value("lang");
    if (arguments.has("lang") && language != QLatin1String("de") && language != QLatin1String("en"))
        return badValue("lang", language, QStringLiteral("de, en"));
    const auto count = static_cast<int>(arguments.m_operands.size());
    if (count < syntax.leastOperands)
        return wrongUse(syntax, Text::tr("Es fehlt eine Angabe: %1.").arg(QString::fromUtf8(syntax.operands)));
    if (syntax.mostOperands >= 0 && count > syntax.mostOperands)
        return wrongUse(syntax,
                        Text::tr("„%1“ ist eine Angabe zu viel.").arg(arguments.m_operands[syntax.mostOperands]));
    return arguments;
}

bool Arguments::has(const char* option) const
{
    return m_values.contains(QLatin1String(option));
}

QString Arguments::value(const char* option) const
{
    const auto found = m_values.find(QLatin1String(option));
    return found == m_values.end() ? QString() : found->second;
}

Result<int> Arguments::integer(const char* option, int fallback, int least, int most) const
{
    if (!has(option))
        return fallback;
    bool isNumber = false;
    const int result = value(option).toInt(&isNumber);
    if (!isNumber || result < least || result > most)
        return badValue(option, value(option),
                        most == std::numeric_limits<int>::max()
                            ? Text::tr("eine ganze Zahl ab %1").arg(least)
                            : Text::tr("eine ganze Zahl von %1 bis %2").arg(least).arg(most));
    return result;
}

Result<double> Arguments::number(const char* option, double fallback, double least, double most) const
{
    if (!has(option))
        return fallback;
    bool isNumber = false;
    const double result = value(option).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(result) || result < least || result > most)
        return badValue(option, value(option),
                        Text::tr("eine Zahl von %1 bis %2 mit Dezimalpunkt").arg(least).arg(most));
    return result;
}

Result<QSize> Arguments::size(const char* option, QSize fallback) const
{
    if (!has(option))
        return fallback;
    constexpr int most = 16384;
    const QStringList parts = value(option).split(QLatin1Char('x'));
    bool isWidth = false;
    bool isHeight = false;
    const int width = parts.value(0).toInt(&isWidth);
    const int height = parts.value(1).toInt(&isHeight);
    if (parts.size() != 2 || !isWidth || !isHeight || width < 1 || height < 1 || width > most || height > most)
        return badValue(option, value(option), Text::tr("Breite x Höhe in Pixeln, zum Beispiel 1280x800"));
    return QSize(width, height);
}

QString helpText(const Syntax& syntax)
{
    constexpr int column = 26;
    QString text =
        Text::tr("Aufruf: %1 %2 [Optionen]").arg(callOf(syntax), QString::fromUtf8(syntax.operands)).simplified();
    text += QStringLiteral("\n\n") + Text::tr(syntax.summary) + QStringLiteral("\n\n") + Text::tr("Optionen:") +
            QLatin1Char('\n');
    for (const std::vector<Option>* options : {&syntax.options, &commonOptions()}) {
        for (const Option& option : *options) {
            QString left = QStringLiteral("  --") + QLatin1String(option.name);
            if (option.value)
                left += QLatin1Char(' ') + QString::fromUtf8(option.value);
            // A long option stands on a line of its own.
            text += left.size() > column - 2 ? left + QLatin1Char('\n') + QString(column, QLatin1Char(' '))
                                             : left.leftJustified(column);
            text += Text::tr(option.help) + QLatin1Char('\n');
        }
    }
    return text;
}

} // namespace twin::cli
