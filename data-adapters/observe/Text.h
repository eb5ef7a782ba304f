// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace twin::observe {

/// Texts of all adapters of live sources.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::observe)
};

} // namespace twin::observe
