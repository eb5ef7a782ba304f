// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/FeatureRef.h"
#include "model/Result.h"
#include "model/Task.h"

#include <vector>

#include <QDate>
#include <QSet>

namespace twin::services {

/// When an object stood, as its attributes state it.
struct LifeSpan {
    FeatureRef feature;
    QDate from;   ///< first day; invalid: always stood
    QDate before; ///< first day on which it stood no more; invalid: stands still
};

/// @brief Reads the life spans that the objects of a region state: the beginning from validFrom, dateOfConstruction or
///        yearOfConstruction, the end from validTo, dateOfDemolition, yearOfDemolition or terminationDate. The day on
///        which an object was put into its register (creationDate) says nothing about when it was built. Parts live as
///        long as their whole where they state nothing themselves. Blocking; any thread but the GUI's.
/// @returns only objects that state one; the error of the package's database; Cancelled.
[[nodiscard]] Result<std::vector<LifeSpan>> readLifeSpans(const QString& regionFolder, const CancellationToken& cancel);

/// @returns those that did not stand on a day.
[[nodiscard]] QSet<FeatureRef> absentOn(const std::vector<LifeSpan>& spans, const QDate& day);

} // namespace twin::services
