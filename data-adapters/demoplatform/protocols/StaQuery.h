// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoplatform/http/Condition.h"

#include <map>
#include <vector>

namespace twin::demoplatform {

/// The query options of SensorThings, at the top or inside an $expand.
struct StaQuery {
    QString filterText;
    Condition filter;
    QStringList select;
    QString orderBy; ///< path; empty: by id
    bool isDescending = false;
    int top = -1; ///< negative: the usual
    std::int64_t skip = 0;
    bool counts = false;
    bool isDataArray = false;
    std::int64_t at = 0;                              ///< the instant that a walk through pages looks at; 0: now
    std::vector<std::pair<QString, StaQuery>> expand; ///< navigation names in the order asked, with their own options

    /// @param options  "$top" → "5", …
    /// @returns InvalidParameter in English, as such servers speak.
    static Result<StaQuery> parse(const std::map<QString, QString>& options, int depth = 0);
};

} // namespace twin::demoplatform
