// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"

namespace twin::cli {

std::vector<std::unique_ptr<Command>> commands()
{
    std::vector<std::unique_ptr<Command>> list;
    list.push_back(previewCommand());
    list.push_back(importCommand());
    list.push_back(addCommand());
    list.push_back(layersCommand());
    list.push_back(removeCommand());
    list.push_back(demoRegionCommand());
    list.push_back(demoPlatformCommand());
    list.push_back(infoCommand());
    list.push_back(searchCommand());
    list.push_back(queryCommand());
    list.push_back(pickCommand());
    list.push_back(renderCommand());
    list.push_back(observeCommand());
    list.push_back(historyCommand());
    list.push_back(checkCommand());
    return list;
}

} // namespace twin::cli
