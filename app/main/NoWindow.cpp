// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"
#include "app/main/WindowMode.h"

namespace twin {

/// For builds without Qt Quick: the commands work, the window says that it is missing.
int runWindow(int&, char**, const WindowOptions&)
{
    return cli::report({ErrorCode::UnsupportedVersion, QStringLiteral("Dieses Programm ist ohne Fenster gebaut."), {},
                        QStringLiteral("„stadtzwilling --help“ zeigt die Befehle, die ohne Fenster arbeiten."), {}});
}

} // namespace twin
