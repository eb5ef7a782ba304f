// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/adding/SourcePreview.h"
#include "app/services/LayerService.h"

#include <span>

namespace twin::services {

enum class OptionType {
    Text,
    Date,   ///< ISO 8601 or as the language writes it
    Theme,  ///< idOf(LayerTheme)
    Crs,    ///< "EPSG:n"; asked for only where a file states none
    Choice, ///< one of `choices`; the first holds when nothing is said
    Place,  ///< "E,N,H[,HEADING]" in the region CRS: may be pointed at in the picture
    Number, ///< metres or the name of a field with numbers
    Field,  ///< the name of a field with numbers
    File    ///< path of a file
};

/// An answer that an option takes.
struct ImportChoice {
    const char* id;
    const char* title; ///< German source text of titleOf()
};

/// One thing that a person may say about what is added (design D16): forms are made from these.
struct ImportOption {
    const char* id;    ///< stable, as the command line's option: "title"
    const char* title; ///< German source text of titleOf()
    const char* hint;  ///< German source text of hintOf(): what holds when it is empty
    OptionType type;
    bool (*concerns)(const SourcePreview& file); ///< whether it is a question that a file has
    std::span<const ImportChoice> choices = {};  ///< of OptionType::Choice
    bool changesPreview = false;                 ///< the preview shows what comes of it
    const char* needs = nullptr;                 ///< id of an option without which it says nothing; null: none
};

/// @returns all options in the order of a form.
[[nodiscard]] std::span<const ImportOption> importOptions();
[[nodiscard]] QString titleOf(const ImportOption& option);
[[nodiscard]] QString hintOf(const ImportOption& option);
[[nodiscard]] QString titleOf(const ImportChoice& choice);

/// @brief Puts what a person said into a request. An empty value leaves what the sources say.
/// @returns InvalidParameter for a value that the option does not take, with a remedy; the request is then unchanged.
[[nodiscard]] Result<void> apply(const ImportOption& option, const QString& value, AddRequest& request);

} // namespace twin::services
