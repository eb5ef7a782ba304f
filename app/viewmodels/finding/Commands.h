// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

namespace twin {

/// Something that the window can do, as the search offers it. The window (qml/Commands.qml) knows how.
struct Command {
    QString id;
    QString title;
    QString shortcut; ///< as shown; empty: none
    QString symbol;   ///< file name below assets/icons without ending
    QString words;    ///< further words by which people look for it
};

/// @returns all commands in the language of now.
[[nodiscard]] std::vector<Command> allCommands();

} // namespace twin
