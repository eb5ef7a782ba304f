// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/ObjectTable.h"

#include <QStringList>

namespace twin {

/// A filter as people write it: words that must occur, and comparisons, e.g. "schule höhe > 12 geschosse>=3". German
/// and English names of the quantities hold; numbers may have a decimal comma.
class RowFilter {
public:
    RowFilter() = default;
    explicit RowFilter(const QString& text);

    [[nodiscard]] bool takes(const package::TableRow& row) const;
    /// @returns whether anything is filtered.
    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty() && m_comparisons.empty(); }

private:
    enum class Sign { Less, LessEqual, Equal, GreaterEqual, Greater };
    struct Comparison {
        std::optional<double> package::TableRow::*value;
        Sign sign = Sign::Equal;
        double number = 0;
    };
    [[nodiscard]] static bool holds(const Comparison& comparison, double value);

    QStringList m_words;
    std::vector<Comparison> m_comparisons;
};

} // namespace twin
