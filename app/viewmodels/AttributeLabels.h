// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace twin {

/// What the inspector says about an attribute that city models of German authorities are known to carry.
struct AttributeLabel {
    const char* name;  ///< as the source writes it
    const char* label; ///< German source text, translated in context "twin::Attribute"
    int keyFact;       ///< place among the key facts, from 1; 0: with the other attributes
    const char* unit;  ///< assumed where the product's documentation fixes it and the file is silent; else empty
};

/// @returns the row for a source's attribute name; null when it is not known. Any thread.
[[nodiscard]] const AttributeLabel* attributeLabel(const QString& name);
/// @returns the translated label, or the source's name when it is not known.
[[nodiscard]] QString attributeTitle(const QString& name);

} // namespace twin
