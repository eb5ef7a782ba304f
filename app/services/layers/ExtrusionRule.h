// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Feature.h"
#include "model/Result.h"

#include <functional>
#include <optional>
#include <vector>

namespace twin::services {

/// @returns the height of the ground above NHN at a place of the region CRS, where it is known. One thread.
using GroundAt = std::function<std::optional<double>(double eastingMetres, double northingMetres)>;

/// @returns a number as offices write it: with a comma, as text; empty for what is none.
[[nodiscard]] std::optional<double> numberOf(const QVariant& value);

/// Where a feature drawn up to a body begins and ends, metres above NHN; or why it cannot be.
struct ExtrudedRange {
    double bottom = 0;
    double top = 0;
    const char* missed = nullptr; ///< Issue::reason; null: all is known
};

/// How features become bodies: how high, and from where. One thread.
class ExtrusionRule {
public:
    /// @param extrude  metres, or the field with the height
    /// @param base     the field with the height above NHN that bodies begin at; empty, "ground": the lowest ground
    ///                 below their corners, where that is not known their own lowest height
    /// @param ground   may be empty
    ExtrusionRule(const QString& extrude, const QString& base, GroundAt ground);

    /// To be called for each table before its features, in order.
    void addTable(const FeatureTable& table);
    /// @param table  number of the table, as FeatureBatch has it
    [[nodiscard]] ExtrudedRange rangeOf(int table, const Feature& feature) const;
    /// @returns InvalidParameter with the fields there are when no table has one that is asked for.
    [[nodiscard]] Result<void> checkFields(const QString& file) const;

private:
    struct Table {
        QStringList fields;
        int height = -1;
        int base = -1;
    };
    [[nodiscard]] bool isOnGround() const { return m_base.isEmpty(); }
    [[nodiscard]] std::optional<double> bottomOf(const Table& table, const Feature& feature) const;

    QString m_extrude;
    QString m_base; ///< empty: on the ground
    std::optional<double> m_metres;
    GroundAt m_ground;
    std::vector<Table> m_tables;
};

} // namespace twin::services
