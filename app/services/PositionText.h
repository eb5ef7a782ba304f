// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"

#include <memory>

#include <QString>

namespace twin::services {

/// The notations in which the window says where something is.
enum class PositionNotation { Utm, Geographic, Mgrs, GaussKrueger };

/// Writes positions for people, in the language of QLocale(). One thread at a time. Cheap to make.
class PositionText {
public:
    PositionText();
    ~PositionText();

    /// @returns e.g. "392 514 O  5 708 120 N", "51,51423° N  7,46530° O", "32U LC 92514 08120",
    ///          "R 2 601 760  H 5 709 871"; empty where the notation has none.
    [[nodiscard]] QString text(const ProjectedPosition& position, PositionNotation notation) const;
    /// @returns what the notation is called, e.g. "ETRS89/UTM 32N".
    [[nodiscard]] static QString title(PositionNotation notation);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace twin::services
