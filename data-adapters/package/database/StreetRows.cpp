// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/database/StreetRows.h"

#include "package/digest/SearchText.h"

#include <algorithm>
#include <cmath>

#include <QString>

namespace twin::package {

void StreetRows::add(const std::string& street, const std::string& houseNumber, const std::string& locality,
                     double easting, double northing, double height)
{
    if (street.empty())
        return;
    Street& known = m_streets[{street, locality}];
    known.houses.push_back({easting, northing, height});
    known.numbers.insert(houseNumber);
}

std::vector<SearchRow> StreetRows::rows() const
{
    std::vector<SearchRow> rows;
    for (const auto& [key, street] : m_streets) {
        if (street.numbers.size() < 2)
            continue;
        SearchRow row;
        row.group = 1;
        row.title = key.second.empty() ? key.first : key.first + ", " + key.second;
        row.kind = "street";
        const QString title = QString::fromStdString(row.title);
        row.sortKey = sortKey(title);
        row.words = joinedWords(indexWords(title));
        House middle{};
        row.extent[0] = row.extent[2] = street.houses.front().easting;
        row.extent[1] = row.extent[3] = street.houses.front().northing;
        for (const House& house : street.houses) {
            middle.easting += house.easting / double(street.houses.size());
            middle.northing += house.northing / double(street.houses.size());
            row.extent[0] = std::min(row.extent[0], house.easting);
            row.extent[1] = std::min(row.extent[1], house.northing);
            row.extent[2] = std::max(row.extent[2], house.easting);
            row.extent[3] = std::max(row.extent[3], house.northing);
        }
        const auto distance = [&middle](const House& house) {
            return std::hypot(house.easting - middle.easting, house.northing - middle.northing);
        };
        const House nearest =
            *std::min_element(street.houses.begin(), street.houses.end(),
                              [&](const House& a, const House& b) { return distance(a) < distance(b); });
        row.easting = nearest.easting;
        row.northing = nearest.northing;
        row.height = nearest.height;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace twin::package
