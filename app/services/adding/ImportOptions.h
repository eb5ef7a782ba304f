// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/LayerService.h"

#include <span>

namespace twin::services {

enum class OptionType {
    Text,
    Date,  ///< ISO 8601 or as the language writes it
    Theme, ///< idOf(LayerTheme)
    Crs    ///< "EPSG:n"; asked for only where a file states none
};

/// One thing that a person may say about what is added (design D16): forms are made from these.
struct ImportOption {
    const char* id;    ///< stable, as the command line's option: "title"
    const char* title; ///< German source text of titleOf()
    const char* hint;  ///< German source text of hintOf(): what holds when it is empty
    OptionType type;
    bool (*concerns)(LayerKind kind);
};

/// @returns all options in the order of a form.
[[nodiscard]] std::span<const ImportOption> importOptions();
[[nodiscard]] QString titleOf(const ImportOption& option);
[[nodiscard]] QString hintOf(const ImportOption& option);

/// @brief Puts what a person said into a request. An empty value leaves what the sources say.
/// @returns InvalidParameter for a value that the option does not take, with a remedy; the request is then unchanged.
[[nodiscard]] Result<void> apply(const ImportOption& option, const QString& value, AddRequest& request);

} // namespace twin::services
