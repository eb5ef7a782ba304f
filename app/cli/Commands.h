// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"

#include <memory>
#include <vector>

namespace twin::cli {

std::unique_ptr<Command> previewCommand();
std::unique_ptr<Command> importCommand();
std::unique_ptr<Command> demoRegionCommand();
std::unique_ptr<Command> demoPlatformCommand();
std::unique_ptr<Command> addCommand();
std::unique_ptr<Command> layersCommand();
std::unique_ptr<Command> removeCommand();
std::unique_ptr<Command> infoCommand();
std::unique_ptr<Command> searchCommand();
std::unique_ptr<Command> queryCommand();
std::unique_ptr<Command> pickCommand();
std::unique_ptr<Command> renderCommand();
std::unique_ptr<Command> observeCommand();
std::unique_ptr<Command> historyCommand();
std::unique_ptr<Command> checkCommand();

/// @returns all commands in the order of the help. Adding one = one file, one line here and one in Commands.cpp.
[[nodiscard]] std::vector<std::unique_ptr<Command>> commands();

} // namespace twin::cli
