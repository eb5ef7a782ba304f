// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"

#include <QJsonArray>
#include <QString>

class QSettings;

namespace twin {

/// What a person's settings keep of one region: lists, each under its name. A region is known by its title and origin,
/// so that it is the same wherever its folder stands and after it was imported anew. GUI thread.
class RegionMemory {
public:
    RegionMemory() = default;
    /// @param store  outlives this object
    RegionMemory(QSettings& store, const QString& title, const ProjectedPosition& origin);

    /// @returns what was kept; empty for a name that is new, and without a region.
    [[nodiscard]] QJsonArray list(const QString& name) const;
    void keep(const QString& name, const QJsonArray& list);

private:
    [[nodiscard]] QString key(const QString& name) const;

    QSettings* m_store = nullptr;
    QString m_region;
};

} // namespace twin
