// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/tiles/GlbMetadata.h"

#include "package/digest/Json.h"

#include <cmath>

namespace twin::package {
namespace {

constexpr float noHeight = -9999;

std::string stringColumn(const std::vector<FeatureProperties>& features, std::string FeatureProperties::*member,
                         GlbBuffers& buffers)
{
    std::string values;
    std::string offsets;
    put(offsets, std::uint32_t{0});
    for (const FeatureProperties& feature : features) {
        values += feature.*member;
        put(offsets, static_cast<std::uint32_t>(values.size()));
    }
    if (values.empty())
        return {}; // a buffer view may not be empty; a property without values is left out
    const int valueView = buffers.plainView(values);
    const int offsetView = buffers.plainView(offsets);
    return "{\"values\":" + std::to_string(valueView) + ",\"stringOffsets\":" + std::to_string(offsetView) +
           ",\"stringOffsetType\":\"UINT32\"}";
}

} // namespace

std::string structuralMetadata(const std::vector<FeatureProperties>& features, GlbBuffers& buffers)
{
    std::string heights;
    std::string types;
    for (const FeatureProperties& feature : features) {
        put(heights, std::isnan(feature.measuredHeight) ? noHeight : feature.measuredHeight);
        put(types, static_cast<std::uint8_t>(feature.type));
    }
    std::string columns;
    const auto add = [&columns](const char* name, const std::string& column) {
        if (!column.empty())
            columns += std::string(columns.empty() ? "\"" : ",\"") + name + "\":" + column;
    };
    add("id", stringColumn(features, &FeatureProperties::id, buffers));
    add("type", "{\"values\":" + std::to_string(buffers.plainView(types)) + '}');
    add("measuredHeight", "{\"values\":" + std::to_string(buffers.plainView(heights)) + '}');
    add("function", stringColumn(features, &FeatureProperties::function, buffers));
    add("roofType", stringColumn(features, &FeatureProperties::roofType, buffers));
    std::string enumValues;
    for (int i = 0; i <= static_cast<int>(CityObjectType::Unknown); ++i) {
        enumValues += std::string(i > 0 ? "," : "") + "{\"name\":";
        appendJsonText(enumValues, typeName(static_cast<CityObjectType>(i)));
        enumValues += ",\"value\":" + std::to_string(i) + '}';
    }
    return "\"EXT_structural_metadata\":{\"schema\":{\"id\":\"stadtzwilling\",\"classes\":{\"cityObject\":{"
           "\"properties\":{"
           "\"id\":{\"description\":\"gml:id\",\"type\":\"STRING\"},"
           "\"type\":{\"type\":\"ENUM\",\"enumType\":\"cityObjectType\"},"
           "\"measuredHeight\":{\"description\":\"metres\",\"type\":\"SCALAR\",\"componentType\":\"FLOAT32\","
           "\"noData\":" +
           jsonExact(static_cast<double>(noHeight)) +
           "},\"function\":{\"type\":\"STRING\",\"noData\":\"\"},\"roofType\":{\"type\":\"STRING\",\"noData\":\"\"}}}},"
           "\"enums\":{\"cityObjectType\":{\"valueType\":\"UINT8\",\"values\":[" +
           enumValues +
           "]}}},\"propertyTables\":[{\"class\":\"cityObject\",\"count\":" + std::to_string(features.size()) +
           ",\"properties\":{" + columns + "}}]}";
}

} // namespace twin::package
