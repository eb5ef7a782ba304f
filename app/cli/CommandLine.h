// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Arguments.h"

#include <memory>

class QTranslator;

namespace twin::cli {

/// What the process returns.
enum ExitCode { Done = 0, Failed = 1, WrongUse = 2 };

/// @returns whether the first word names a command (or asks for help or the version), so that no window is wanted.
[[nodiscard]] bool isCommand(const QStringList& words);

/// @brief Runs a command. A QCoreApplication must exist; no window library is touched. Main thread.
/// @param words   the program's arguments without its own name
/// @param window  what the window takes, for the general help
/// @returns an ExitCode
[[nodiscard]] int run(const QStringList& words, const Syntax& window);

/// @brief Says an error in one sentence with its remedy on stderr. @returns the exit code that belongs to it.
int report(const Error& error);

/// The language that `--lang` asks for, while it lives. German is the language of the sources and needs nothing. A
/// QCoreApplication must exist.
class Language {
public:
    explicit Language(const QString& language);
    ~Language();

private:
    std::unique_ptr<QTranslator> m_translator;
};

} // namespace twin::cli
