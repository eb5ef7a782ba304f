// SPDX-License-Identifier: GPL-3.0-or-later
#include "cityjson/ObjectReader.h"
#include "cityjson/Names.h"

#include <algorithm>
#include <cmath>

namespace twin::cityjson {
namespace {

constexpr double templateSize = 1e5; ///< metres from a template's zero

} // namespace

CityObject ObjectReader::read(std::string_view id, const Json& json, const Surroundings& around, qint64 line,
                              std::vector<Issue>& issues)
{
    CityObject object;
    object.id = toQString(id);
    object.where = {around.facts.path, line, object.id};
    Faults faults(issues, object.where);
    const auto fields = asObject(json);
    if (!fields) {
        faults.add("member.malformed", QStringLiteral("no JSON object"));
        return object;
    }
    const std::string_view type = asText(member(json, "type")).value_or("");
    object.type = objectType(type);
    if (object.type == CityObjectType::Unknown)
        object.className = toQString(type);
    for (const auto field : *fields) {
        if (field.key == "geometry") {
            if (const auto geometries = asArray(field.value))
                for (const Json geometry : *geometries)
                    m_geometries.read(geometry, around, object, faults);
        } else if (field.key == "attributes") {
            m_attributes.readAttributes(field.value, object, faults);
        } else if (field.key == "address") {
            m_attributes.readAddresses(field.value, object);
        } else if (object.type == CityObjectType::CityObjectGroup &&
                   (field.key == "children" || field.key == "members")) {
            readGroupMembers(field.value, object);
        } else if (!field.key.empty() && field.key.front() == '+') {
            m_attributes.readExtra(field.key, field.value, object);
        }
    }
    return object;
}

/// The members stay objects of their own: a group is no place for them, only a list.
void ObjectReader::readGroupMembers(const Json& members, CityObject& object)
{
    m_attributes.readExtra("members", members, object);
}

CityObject readTree(const Hierarchy& hierarchy, int root, const ReadOne& readOne)
{
    CityObject object = readOne(root);
    const std::span<const int> children = hierarchy.childrenOf(root);
    object.children.reserve(children.size());
    for (const int child : children) // Hierarchy limits the depth
        object.children.push_back(readTree(hierarchy, child, readOne));
    return object;
}

std::vector<Template> readTemplates(const std::optional<Json>& templates, const FileFacts& facts,
                                    const AppearanceTable& appearance, std::vector<Issue>& issues)
{
    std::vector<Template> result;
    const auto shapes = templates ? asArray(member(*templates, "templates")) : std::nullopt;
    if (!shapes)
        return result;
    VertexPool vertices;
    if (const auto stated = asArray(member(*templates, "vertices-templates")))
        for (const Json vertex : *stated) {
            const ProjectedPosition p = readVertex(vertex);
            const bool small = std::max({std::abs(p.eastingMetres), std::abs(p.northingMetres),
                                         std::abs(p.heightMetres)}) < templateSize;
            vertices.points.push_back(small ? p : nowhere);
        }
    // Templates are never converted: instances turn and place them. Any CRS serves to make the reader.
    const auto crs = geo::SourceCrs::create("EPSG:25832");
    if (!crs)
        return result;
    GeometryReader reader(*crs);
    const Surroundings around{facts, vertices, appearance};
    for (const Json geometry : *shapes) {
        const QString id = facts.baseName + QStringLiteral("#template-%1").arg(result.size());
        Faults faults(issues, {facts.path, -1, id});
        CityObject holder;
        if (asText(member(geometry, "type")).value_or("") != "GeometryInstance")
            reader.read(geometry, around, holder, faults);
        Template entry;
        if (!holder.surfaces.empty()) {
            entry.lod = holder.surfaces.front().lod;
            entry.shape = std::make_shared<const ShapeTemplate>(ShapeTemplate{id, std::move(holder.surfaces)});
        }
        result.push_back(std::move(entry));
    }
    return result;
}

Relatives readRelatives(std::string_view id, const Json& json)
{
    const auto ids = [&json](std::string_view name) {
        std::vector<std::string_view> texts;
        if (const auto list = asArray(member(json, name)))
            for (const Json value : *list)
                if (const auto text = asText(value))
                    texts.push_back(*text);
        return texts;
    };
    return {id, ids("parents"), ids("children"), asText(member(json, "type")).value_or("") == "CityObjectGroup"};
}

const char* reasonOf(Hierarchy::Fault fault)
{
    switch (fault) {
    case Hierarchy::Fault::MissingParent:
        return "object.parent-missing";
    case Hierarchy::Fault::Cycle:
        return "object.parent-cycle";
    case Hierarchy::Fault::TooDeep:
        break;
    }
    return "member.too-deep";
}

} // namespace twin::cityjson
