// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"

#include <functional>

#include <QJsonArray>
#include <QJsonObject>

namespace twin::opendatasoft {

using NewStream = std::function<Datastream(const QString& idAtSource)>;

/// What a data set says of itself, and which of its fields mean what. Field names are slugs of German labels that the
/// publisher may change: roles are found anew with each refresh.
struct DataSet {
    struct Field {
        QString name;
        QString label;
        QString type; ///< "text", "int", "double", "datetime", "date", "geo_point_2d", "geo_shape", …
        Unit unit;
    };

    QString id;
    QString title;
    QString licence;
    QString publisher;
    std::optional<Instant> processed;    ///< when its records changed last
    std::optional<Milliseconds> cadence; ///< as stated
    std::vector<Field> fields;
    QString idField;    ///< empty: the place stands in
    QString titleField; ///< may be empty
    QString timeField;  ///< empty: `processed` counts
    QString geoField;   ///< may be empty

    [[nodiscard]] const Field* field(const QString& name) const;
};

/// @brief Reads the answer of catalog/datasets/ID.
/// @param idField, timeField  as set by a person; empty: found by name and type
[[nodiscard]] Result<DataSet> dataSetFromJson(const QJsonObject& json, const QString& idField,
                                              const QString& timeField);

/// @brief Reads records: each is a thing, its numbers are streams; of several records of a thing the last one counts. A
///        record without numbers becomes one text, so that it is seen.
void readRecords(const DataSet& set, const QJsonArray& records, const NewStream& newStream, Instant now,
                 SourceSnapshot& into);
/// @brief Reads the values of one stream from records of one thing, in their order.
void readSeries(const DataSet& set, const QJsonArray& records, const Datastream& stream, Instant now,
                std::vector<Observation>& into);

/// @returns an ODSQL text literal: quoted, quotes and backslashes escaped.
[[nodiscard]] QString odsqlText(QString text);

} // namespace twin::opendatasoft
