// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ProjContext.h"

#include "model/Logging.h"

namespace twin::geo {
namespace {

// Failed look-ups are part of normal work here (is there a grid? is this code known?), so PROJ's errors are debug news.
void logMessage(void*, int, const char* message)
{
    qCDebug(log::geo, "PROJ: %s", message);
}

} // namespace

ProjContext makeProjContext()
{
    ProjContext context(proj_context_create());
    proj_context_set_enable_network(context.get(), 0);
    proj_log_func(context.get(), nullptr, logMessage);
    return context;
}

std::unique_lock<std::mutex> lockProjCreation()
{
    static std::mutex mutex;
    return std::unique_lock(mutex);
}

} // namespace twin::geo
