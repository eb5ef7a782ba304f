// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/tiles/ModelTileset.h"

#include "geo/Crs.h"
#include "package/digest/Json.h"
#include "package/io/Files.h"

#include <cmath>
#include <numbers>
#include <span>
#include <string>

namespace twin::package {
namespace {

/// A turn about the upright axis, then the place.
Matrix4 turned(const Matrix4& placed, double headingDegrees)
{
    const double angle = headingDegrees * std::numbers::pi / 180;
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    Matrix4 result = placed;
    for (std::size_t row = 0; row < 3; ++row) {
        const double east = placed[row];
        const double north = placed[4 + row];
        result[row] = c * east - s * north; // the model's east turns towards south
        result[4 + row] = s * east + c * north;
    }
    return result;
}

std::string numbers(std::span<const double> values)
{
    std::string text;
    for (const double value : values) {
        text += text.empty() ? "" : ",";
        appendJsonExact(text, value);
    }
    return text;
}

} // namespace

Result<void> writeModelTileset(const QString& path, const QString& uri, const Box& bounds,
                               const std::optional<ModelPlace>& place, const std::optional<Undulation>& undulation)
{
    std::string transform;
    if (place) {
        TWIN_TRY(const geo::Geocentric geocentric,
                 undulation ? geo::Geocentric::create(*undulation) : geo::Geocentric::create());
        transform = "\"transform\":[" +
                    numbers(turned(geocentric.ecefFromLocal(place->position), place->headingDegrees)) + "],";
    }
    const LocalPosition centre = bounds.centre();
    const LocalPosition half = bounds.size() * 0.5 + LocalPosition{0.5, 0.5, 0.5};
    const double box[12]{centre.x, centre.y, centre.z, half.x, 0, 0, 0, half.y, 0, 0, 0, half.z};
    std::string error;
    appendJsonNumber(error, 2 * length(half), 2);
    std::string json = "{\"asset\":{\"version\":\"1.1\",\"generator\":\"Stadtzwilling\"},\"geometricError\":" + error +
                       ",\"root\":{" + transform + "\"boundingVolume\":{\"box\":[" + numbers(box) +
                       "]},\"geometricError\":0,\"refine\":\"REPLACE\",\"content\":{\"uri\":";
    appendJsonText(json, uri);
    json += "}}}\n";
    return writeFile(path, json, true);
}

} // namespace twin::package
