// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Arguments.h"
#include "app/cli/Console.h"

namespace twin::cli {

/// One command of the program. `run` speaks through the console and returns why it failed: InvalidParameter becomes
/// exit code 2, everything else 1.
class Command {
public:
    virtual ~Command() = default;
    [[nodiscard]] virtual Syntax syntax() const = 0;
    [[nodiscard]] virtual Result<void> run(const Arguments& arguments, Console& console) const = 0;
};

} // namespace twin::cli
