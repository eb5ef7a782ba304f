// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <limits>
#include <map>
#include <optional>
#include <vector>

#include <QSize>
#include <QStringList>

namespace twin::cli {

/// One option as data: parsing, the help text and its translation come from here. Texts are German sources marked with
/// QT_TRANSLATE_NOOP("twin::cli", …).
struct Option {
    const char* name;  ///< without the dashes
    const char* value; ///< what stands behind it in the help, e.g. "PNG"; null: a switch
    const char* help;
};

/// What a command line may look like.
struct Syntax {
    const char* name;     ///< of the command; empty: the window
    const char* operands; ///< as the help shows them, e.g. "REGION TEXT"; may be empty
    int leastOperands = 0;
    int mostOperands = 0; ///< negative: any number
    const char* summary;
    std::vector<Option> options; ///< without --help and --lang, which every command takes
};

/// The arguments of one call, checked against a Syntax. Values.
class Arguments {
public:
    /// @param words  what follows the program's (and the command's) name. "--name value" and "--name=value" are the
    /// same;
    ///               a value may start with a dash; "--" ends the options.
    /// @returns InvalidParameter that names the wrong word. With --help everything else goes unchecked.
    static Result<Arguments> parse(const Syntax& syntax, const QStringList& words);

    [[nodiscard]] bool has(const char* option) const;
    /// @returns the option's value; empty when it is not given.
    [[nodiscard]] QString value(const char* option) const;
    [[nodiscard]] const QStringList& operands() const { return m_operands; }

    /// @returns `fallback` when not given; InvalidParameter when no number or outside [least, most].
    [[nodiscard]] Result<int> integer(const char* option, int fallback, int least,
                                      int most = std::numeric_limits<int>::max()) const;
    [[nodiscard]] Result<double> number(const char* option, double fallback, double least, double most) const;
    /// @returns "WxH" in pixels, each 1 … 16384; `fallback` when not given.
    [[nodiscard]] Result<QSize> size(const char* option, QSize fallback) const;

private:
    std::map<QString, QString> m_values;
    QStringList m_operands;
};

/// @returns the help text of a command (or of the window), ending with a line feed.
[[nodiscard]] QString helpText(const Syntax& syntax);

} // namespace twin::cli
