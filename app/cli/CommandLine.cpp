// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "app/cli/Commands.h"
#include "app/cli/Text.h"

#include <algorithm>

#include <QLoggingCategory>
#include <QTranslator>

namespace twin::cli {
namespace {

bool asksForHelp(const QString& word)
{
    return word == QLatin1String("--help") || word == QLatin1String("-h") || word == QLatin1String("help");
}

QString languageOf(const QStringList& words)
{
    const qsizetype at = words.indexOf(QLatin1String("--lang"));
    if (at >= 0)
        return words.value(at + 1);
    const auto found = std::find_if(words.begin(), words.end(),
                                    [](const QString& word) { return word.startsWith(QLatin1String("--lang=")); });
    return found == words.end() ? QString() : found->mid(7);
}

QString overview(const Syntax& window)
{
    QString text = helpText(window) + QLatin1Char('\n') +
                   Text::tr("Befehle ohne Fenster (mehr mit: stadtzwilling BEFEHL --help):") + QLatin1Char('\n');
    for (const auto& command : commands()) {
        const Syntax syntax = command->syntax();
        text += QStringLiteral("  ") + QString::fromUtf8(syntax.name).leftJustified(14) + Text::tr(syntax.summary) +
                QLatin1Char('\n');
    }
    return text + QLatin1Char('\n') + Text::tr("Rückgabe: 0 erledigt, 1 fehlgeschlagen, 2 falscher Aufruf.");
}

} // namespace

bool isCommand(const QStringList& words)
{
    if (words.isEmpty())
        return false;
    if (words.contains(QLatin1String("--help")) || words.contains(QLatin1String("--version")) ||
        asksForHelp(words.constFirst()))
        return true;
    const auto list = commands();
    return std::any_of(list.begin(), list.end(), [&](const auto& command) {
        return words.constFirst() == QLatin1String(command->syntax().name);
    });
}

Language::Language(const QString& language)
{
    if (language != QLatin1String("en"))
        return;
    m_translator = std::make_unique<QTranslator>();
    if (m_translator->load(QStringLiteral(":/i18n/stadtzwilling_en.qm")))
        QCoreApplication::installTranslator(m_translator.get());
}

Language::~Language() = default; // a QTranslator removes itself from the application

int report(const Error& error)
{
    Console().complain(QStringLiteral("stadtzwilling: ") + error.toText());
    return error.code == ErrorCode::InvalidParameter ? WrongUse : Failed;
}

int run(const QStringList& words, const Syntax& window)
{
    // Commands say what went wrong in one sentence of their own; QT_LOGGING_RULES brings the lanes' log back.
    QLoggingCategory::setFilterRules(QStringLiteral("twin.*=false"));
    const Language language(languageOf(words));
    Console console;
    if (words.constFirst() == QLatin1String("--version")) {
        console.line(QStringLiteral("stadtzwilling " TWIN_VERSION));
        return Done;
    }
    for (const auto& command : commands()) {
        const Syntax syntax = command->syntax();
        if (words.constFirst() != QLatin1String(syntax.name))
            continue;
        const Result<Arguments> arguments = Arguments::parse(syntax, words.mid(1));
        if (!arguments)
            return report(arguments.error());
        if (arguments->has("help")) {
            console.line(helpText(syntax).trimmed());
            return Done;
        }
        const Result<void> outcome = command->run(*arguments, console);
        console.endProgress();
        return outcome ? Done : report(outcome.error());
    }
    console.line(overview(window));
    return Done;
}

} // namespace twin::cli
