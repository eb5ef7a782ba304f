// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <proj.h>

namespace twin::geo {

struct ProjContextDeleter {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct ProjDeleter {
    void operator()(PJ* object) const { proj_destroy(object); }
};

/// Declare the context before the objects made with it: they must go first.
using ProjContext = std::unique_ptr<PJ_CONTEXT, ProjContextDeleter>;
using ProjObject = std::unique_ptr<PJ, ProjDeleter>;

/// @returns a context of its own: no network, messages into the twin.geo log at debug level. Use from one thread at a
/// time.
[[nodiscard]] ProjContext makeProjContext();

} // namespace twin::geo
