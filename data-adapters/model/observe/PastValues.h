// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/Observation.h"
#include "model/Result.h"
#include "model/Task.h"

namespace twin {

/// What an ObservationSource may be besides: one whose platform tells in few requests how everything was at an instant.
/// Without it, each series is asked for its own history.
class PastValues {
public:
    virtual ~PastValues() = default;
    /// @brief The last value of every series at or before an instant, however old. Blocking, worker threads only.
    /// @returns in no order, at most one a Datastream; NoData where the platform keeps no history of that kind.
    [[nodiscard]] virtual Result<std::vector<Observation>> valuesAt(Instant instant,
                                                                    const CancellationToken& cancel) = 0;
};

} // namespace twin
