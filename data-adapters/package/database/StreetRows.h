// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package/database/SearchIndex.h"

#include <map>
#include <set>
#include <utility>

namespace twin::package {

/// Makes streets of addresses: people look for the street before they know the number.
class StreetRows {
public:
    /// @param easting,northing  of the house, region CRS
    void add(const std::string& street, const std::string& houseNumber, const std::string& locality, double easting,
             double northing, double height);

    /// @returns a line for each street of a place that has at least two house numbers, at the house nearest to the
    ///          middle of all: a bent street has its own middle beside it.
    [[nodiscard]] std::vector<SearchRow> rows() const;

private:
    struct House {
        double easting, northing, height;
    };
    struct Street {
        std::vector<House> houses;
        std::set<std::string> numbers;
    };
    std::map<std::pair<std::string, std::string>, Street> m_streets; ///< by street and locality
};

} // namespace twin::package
