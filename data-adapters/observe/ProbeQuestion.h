// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/Http.h"

#include <QStringList>

namespace twin::observe {

/// One GET that tells whether a server speaks an interface. A value; its functions are pure.
struct ProbeQuestion {
    const char* path;    ///< below the address, with its query; empty: the address itself
    bool isRoot = false; ///< the path belongs to the source's URL (a version, say)
    bool (*recognises)(const net::HttpResponse& answer) = nullptr;
    /// What one may choose from behind # (types, data sets), as the answer lists it; null: nothing.
    QStringList (*scopes)(const net::HttpResponse& answer) = nullptr;
};

} // namespace twin::observe
