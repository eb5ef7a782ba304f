// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>

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

/// Hold it while PROJ makes an operation from a definition. Contexts are not shared, but one that fails (a grid that is
/// not there) leaves its message in a string of PROJ's that the whole process shares (PROJ 9.1.1,
/// proj_context_errno_string): two threads at once corrupt it.
[[nodiscard]] std::unique_lock<std::mutex> lockProjCreation();

} // namespace twin::geo
