// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Task.h"

#include <memory>

namespace twin::cli {

/// While it lives, Ctrl+C (SIGINT) and SIGTERM cancel a token instead of ending the process; a second one ends it at
/// once. Made on the main thread before any other thread starts, which then inherit the blocked signals.
class Interrupt {
public:
    explicit Interrupt(const CancellationToken& token);
    ~Interrupt();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace twin::cli
