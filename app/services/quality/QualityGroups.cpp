// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/quality/QualityReport.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>

namespace twin::services {
namespace {

struct Row {
    const char* prefix; ///< of reasons; the first that fits counts
    QualityGroup group;
};

constexpr std::array rows{
    Row{"file.transform-missing", QualityGroup::Note},
    Row{"file.truncated", QualityGroup::Dropped},
    Row{"file.text-too-long", QualityGroup::Dropped},
    Row{"file.too-deep", QualityGroup::Dropped},
    Row{"file.", QualityGroup::Refused},
    Row{"raster.", QualityGroup::Refused},
    Row{"layer.unreadable", QualityGroup::Refused},
    Row{"building.not-compared", QualityGroup::Note},
    Row{"building.", QualityGroup::Heights},
    Row{"height.reference-unknown", QualityGroup::Note},
    Row{"height.outlier", QualityGroup::Dropped},
    Row{"height.", QualityGroup::Heights},
    Row{"crs.option-unused", QualityGroup::Note},
    Row{"crs.replaced", QualityGroup::Note},
    Row{"crs.", QualityGroup::Dropped},
    Row{"code.", QualityGroup::Unknown},
    Row{"source.", QualityGroup::Note},
    Row{"surface.inner-closure", QualityGroup::Note},
    Row{"id.", QualityGroup::Mended},
    Row{"object.out-of-region", QualityGroup::Note},
    Row{"object.no-geometry", QualityGroup::Dropped},
    Row{"object.", QualityGroup::Mended},
    Row{"feature.mixed-geometry", QualityGroup::Dropped},
    Row{"geometry.lod-unknown", QualityGroup::Mended},
    Row{"geometry.two-dimensional", QualityGroup::Mended},
    Row{"imagery.", QualityGroup::Mended},
    Row{"terrain.", QualityGroup::Mended},
    Row{"polygon.duplicate-points", QualityGroup::Mended},
    Row{"polygon.spike", QualityGroup::Mended},
    Row{"polygon.self-intersecting", QualityGroup::Mended},
    Row{"polygon.hole-touches", QualityGroup::Mended},
    Row{"polygon.non-planar", QualityGroup::Mended},
    Row{"ring.not-closed", QualityGroup::Mended},
};

struct Name {
    const char* key;
    const char* title;
};

constexpr std::array names{
    Name{"refused", QT_TRANSLATE_NOOP("twin::services::Quality", "Abgelehnt")},
    Name{"dropped", QT_TRANSLATE_NOOP("twin::services::Quality", "Weggelassen")},
    Name{"invalid", QT_TRANSLATE_NOOP("twin::services::Quality", "Ungültige Geometrie")},
    Name{"heights", QT_TRANSLATE_NOOP("twin::services::Quality", "Auffällige Höhen")},
    Name{"mended", QT_TRANSLATE_NOOP("twin::services::Quality", "Ausgebessert")},
    Name{"unknown", QT_TRANSLATE_NOOP("twin::services::Quality", "Unbekannt")},
    Name{"notes", QT_TRANSLATE_NOOP("twin::services::Quality", "Hinweise")},
};

} // namespace

QualityGroup groupOf(const QString& reason)
{
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const Row& r) { return reason.startsWith(QLatin1String(r.prefix)); });
    return row == rows.end() ? QualityGroup::Dropped : row->group;
}

QString titleOf(QualityGroup group)
{
    return QCoreApplication::translate("twin::services::Quality", names[std::size_t(group)].title);
}

QString nameOf(QualityGroup group)
{
    return QLatin1String(names[std::size_t(group)].key);
}

} // namespace twin::services
