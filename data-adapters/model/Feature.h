// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObjectSink.h"
#include "model/Position.h"
#include "model/Result.h"

#include <cstdint>
#include <vector>

#include <QStringList>
#include <QVariant>

namespace twin {

/// Type of an attribute of features; values are QVariants of the type beside it.
enum class FieldType : std::uint8_t {
    Text,    ///< QString
    Integer, ///< qlonglong
    Real,    ///< double
    Boolean, ///< bool
    Date,    ///< QDate
    DateTime ///< QDateTime, UTC where the source states a zone
};

struct FeatureField {
    QString name;
    FieldType type = FieldType::Text;

    friend bool operator==(const FeatureField&, const FeatureField&) = default;
};

/// Features of one kind: a layer of a GeoPackage, a class of an ALKIS file.
struct FeatureTable {
    QString name;
    std::vector<FeatureField> fields;
    qint64 count = -1; ///< as the source says or as counted; negative: not known
};

enum class ShapeKind : std::uint8_t { None, Points, Lines, Areas };

/// The geometry of a feature: points, lines or areas (each possibly several), in flat arrays.
struct FeatureShape {
    ShapeKind kind = ShapeKind::None;
    bool hasHeights = false;               ///< else heightMetres is 0
    std::vector<ProjectedPosition> points; ///< region CRS; rings are open (the closing point is removed)
    std::vector<std::uint32_t> partStarts; ///< where each line or ring begins among the points; empty for Points
    std::vector<std::uint32_t> areaStarts; ///< where each area begins among the parts: its exterior ring. Areas only
};

struct Feature {
    QString id; ///< gml:id, OSM id …; empty: none
    FeatureShape shape;
    std::vector<QVariant> values; ///< one for each field of its table; null: not stated
};

/// Features of one table.
struct FeatureBatch {
    int table = 0; ///< as FeatureSink::addTable returned it
    std::vector<Feature> features;
};

/// Takes what a vector reader finds. One thread at a time. An error stops the reader.
class FeatureSink {
public:
    virtual ~FeatureSink() = default;
    /// @returns the table's number.
    virtual Result<int> addTable(const FeatureTable& table) = 0;
    virtual Result<void> accept(FeatureBatch&& batch) = 0;
};

/// What is known of a vector source before anything is imported: the preview.
struct FeatureSource {
    SourceInfo info;
    std::vector<FeatureTable> tables;
    QStringList remarks; ///< translated: what was guessed ("Rechtswert aus Spalte „x“ …"), what is left out
};

} // namespace twin
