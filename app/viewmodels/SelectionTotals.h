// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FactListModel.h"
#include "model/Region.h"
#include "StructureModel.h"

#include <map>
#include <optional>

namespace twin {

/// A figure that some of several objects have.
struct PartialSum {
    double sum = 0;
    int known = 0; ///< objects that contributed
};

/// What several selected objects are together. An object that is part of another selected one is counted, but its
/// measures are those of the whole and not added again.
struct SelectionTotals {
    int objects = 0; ///< of which `wholes` are not part of another
    int wholes = 0;
    std::map<CityObjectType, int> byType;
    PartialSum footprintSquareMetres;
    PartialSum volumeCubicMetres;      ///< of objects all of whose solids are closed
    std::vector<double> heightsMetres; ///< ascending; measured where stated, else of the model

    /// @param trees  the selected objects with their parts, each once
    static SelectionTotals of(const std::vector<ObjectTree>& trees);
};

/// @returns the height that the inspector shows of an object, metres: measured where stated, else of the model; empty
///          when neither is known.
[[nodiscard]] std::optional<double> heightOf(const ObjectRecord& record);
/// @returns the ground that an object with its parts covers, m²; empty when unknown.
[[nodiscard]] std::optional<double> footprintOf(const ObjectTree& tree);
/// @returns the volume of an object with its parts, m³; empty unless every one of them that has surfaces is closed.
[[nodiscard]] std::optional<double> volumeOf(const ObjectTree& tree);

/// @returns the totals as lines of the inspector, in the language of the program.
[[nodiscard]] std::vector<Fact> factsOf(const SelectionTotals& totals);

} // namespace twin
