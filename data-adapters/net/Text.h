// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace twin::net {

/// Texts of the transport.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::net)
};

} // namespace twin::net
