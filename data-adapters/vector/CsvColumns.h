// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Feature.h"

#include <optional>

namespace twin::vector {

/// Where a table says the place of a row. One of `wkt`, `pair` and `east`+`north` is ≥ 0.
struct CsvPlace {
    int wkt = -1;  ///< column of a geometry as text (OGC 06-103r4)
    int pair = -1; ///< column of "latitude, longitude"
    int east = -1; ///< columns of easting or longitude, northing or latitude
    int north = -1;
    QString crs;             ///< as --crs or as the values tell
    bool fromOption = false; ///< `crs` is --crs
    QStringList remarks;     ///< translated: what was guessed from what
};

/// What the columns of a table hold, judged by their names and all their values.
class CsvColumns {
public:
    CsvColumns() = default;
    /// @param decimalComma  numbers may be written with a comma: it does not separate columns
    CsvColumns(const QStringList& header, bool decimalComma);

    void see(const QStringList& record);
    [[nodiscard]] std::vector<FeatureField> fields() const;
    /// @returns NoData when no columns are known for coordinates, MissingCrs when their values tell no CRS.
    [[nodiscard]] Result<CsvPlace> place(const QString& crsOption) const;
    [[nodiscard]] QVariant valueOf(const QString& text, FieldType type) const;
    /// @returns the point of a row as (easting or longitude, northing or latitude); empty: it states none.
    [[nodiscard]] std::optional<ProjectedPosition> pointOf(const QStringList& record, const CsvPlace& place) const;

private:
    struct Column {
        QString name;
        bool any = false; ///< has a value in some row
        bool integer = true;
        bool real = true;
        double least = 0;
        double most = 0;
    };
    [[nodiscard]] int find(std::initializer_list<const char*> names) const;
    [[nodiscard]] std::optional<double> number(const QString& text) const;
    [[nodiscard]] Result<CsvPlace> placeOfPair(CsvPlace place, const QString& crsOption) const;

    std::vector<Column> m_columns;
    bool m_decimalComma = false;
};

} // namespace twin::vector
