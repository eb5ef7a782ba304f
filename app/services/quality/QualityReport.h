// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/quality/QualityInspection.h"
#include "model/Region.h"
#include "model/Result.h"
#include "model/Task.h"

#include <optional>
#include <vector>

#include <QDateTime>
#include <QLocale>

namespace twin::services {

/// What a problem means for somebody who keeps the data. Order of the report.
enum class QualityGroup : std::uint8_t {
    Refused, ///< a file that was not taken
    Dropped, ///< part of a file is missing in the region
    Invalid, ///< geometry against ISO 19107, by val3dity's codes
    Heights, ///< heights that contradict each other, the terrain or the neighbours
    Mended,  ///< taken with a change
    Unknown, ///< kept, but nothing is known of what it means
    Note
};

/// One problem at one place.
struct QualityRow {
    QString detail; ///< figures, translated, or a reader's technical words; may be empty
    SourceLocation where;
    QString object; ///< gml:id of the city object to jump to (FeatureRef, --select); empty: none
    std::optional<ProjectedPosition> position;
};

/// All problems of one kind.
struct QualityTopic {
    QualityGroup group = QualityGroup::Note;
    QString code;                 ///< "302" of val3dity, else Issue::reason
    QString title;                ///< one plain sentence, translated
    int val3dity = 0;             ///< the code of val3dity that it amounts to; 0: none
    qint64 count = 0;             ///< all of them
    std::vector<QualityRow> rows; ///< the first ones, in the order of the input
};

/// How many objects of a type have geometry of a level of detail.
struct QualityLevel {
    CityObjectType type = CityObjectType::Unknown;
    Lod lod = 0;
    qint64 objects = 0;
};

/// What an import or an addition came to, for people who keep the data: values without any presentation.
struct QualityReport {
    static constexpr std::size_t mostRows = 1000; ///< listed of each topic

    QString title;
    QString region; ///< folder; empty: nothing was written
    QDateTime createdAt;
    bool demo = false;
    std::vector<SourceInfo> sources;
    std::vector<LayerInfo> layers;
    std::map<QString, qint64> objects; ///< by type name
    std::vector<QualityLevel> levels;
    qint64 surfaces = 0;
    qint64 triangles = 0;
    qint64 bytesRead = 0;
    double seconds = 0;
    bool geometryChecked = false;
    package::GeometryTally geometry;
    std::vector<QualityTopic> topics; ///< by group, the frequent ones first

    [[nodiscard]] qint64 countOf(QualityGroup group) const;
};

/// @returns the locale that goes with the installed translation: of numbers and dates in the report.
[[nodiscard]] QLocale reportLocale();
/// @returns the translated name of a group, e.g. "Weggelassen".
[[nodiscard]] QString titleOf(QualityGroup group);
/// @returns the group's key in JSON, e.g. "dropped".
[[nodiscard]] QString nameOf(QualityGroup group);
/// @returns the group of an Issue's reason.
[[nodiscard]] QualityGroup groupOf(const QString& reason);

/// @brief The report of a finished import or addition. Reads the region's database for places and heights.
/// @param inspection  what was found on the way; null: geometry was not looked at
/// Blocking; any thread. @returns the errors of the region's files; Cancelled.
[[nodiscard]] Result<QualityReport> makeQualityReport(const ImportSummary& summary, const QString& region,
                                                      const QualityInspection* inspection,
                                                      const CancellationToken& cancel);

/// @returns the report of an import that came to nothing: why each file was refused.
[[nodiscard]] QualityReport refusalReport(const Error& error);

} // namespace twin::services
