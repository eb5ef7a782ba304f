// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace twin::cli {

/// Translation context of everything the command line says: `Text::tr("…")`.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::cli)
};

} // namespace twin::cli
