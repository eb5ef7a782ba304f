// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citygml/objects/MemberReader.h"

namespace twin::citygml {

/// Gives each door and window of a tree the heights of its lower and upper edge above the ground of the top-level
/// object, in metres, as attributes "sillHeight" and "lintelHeight". The ground is the lowest point of the object's
/// ground surfaces, or of all its surfaces where there is none.
void addOpeningHeights(ObjectTree& tree);

} // namespace twin::citygml
