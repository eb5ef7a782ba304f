// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/appearance/AppearanceTable.h"
#include "citygml/geometry/Coordinates.h"
#include "citygml/geometry/GeometryCollector.h"
#include "citygml/xml/Texts.h"

#include <algorithm>
#include <cmath>

namespace twin::citygml {
namespace {

/// Texture coordinates and statements that one table holds: about 100 MB.
constexpr std::size_t coordinateLimit = 8'000'000;
constexpr std::size_t useLimit = 1'000'000;
constexpr int themeStep = 1'000'000; ///< between themes of different kind

std::string_view withoutHash(std::string_view uri)
{
    uri = trimmed(uri);
    return !uri.empty() && uri[0] == '#' ? uri.substr(1) : uri;
}

/// @returns the child of this name, whatever its prefix.
pugi::xml_node childOf(const pugi::xml_node& element, std::string_view local)
{
    return element.find_child([&](const pugi::xml_node& child) { return localName(child.name()) == local; });
}

std::vector<double> numbersOf(const pugi::xml_node& element)
{
    std::vector<double> numbers;
    std::string scratch;
    if (!element || appendNumbers(textOf(element, scratch), numbers) != NumbersResult::Good)
        numbers.clear();
    return numbers;
}

/// @returns 0 for themes that show the object as it looks, 2 for results of analyses, 1 for one without name.
int kindOfTheme(const QString& theme)
{
    for (const char* part : {"rgb", "visual", "textur", "foto", "photo", "real"})
        if (theme.contains(QLatin1String(part), Qt::CaseInsensitive))
            return 0;
    return theme.isEmpty() ? 1 : 2;
}

std::shared_ptr<const SurfaceAppearance> readMaterial(const pugi::xml_node& element)
{
    auto look = std::make_shared<SurfaceAppearance>();
    look->hasMaterial = true;
    if (const std::vector<double> colour = numbersOf(childOf(element, "diffuseColor")); colour.size() == 3)
        for (std::size_t i = 0; i < 3; ++i)
            look->diffuse[i] = float(std::clamp(colour[i], 0.0, 1.0));
    if (const std::vector<double> value = numbersOf(childOf(element, "transparency")); value.size() == 1)
        look->transparency = float(std::clamp(value[0], 0.0, 1.0));
    return look;
}

} // namespace

const std::vector<TextureCoordinate>* TextureMapping::ring(std::string_view id) const
{
    const auto found = std::lower_bound(rings.begin(), rings.end(), id,
                                        [](const auto& row, std::string_view wanted) { return row.first < wanted; });
    return found != rings.end() && found->first == id ? &found->second : nullptr;
}

/// Reads the surface data of one Appearance.
class AppearanceTable::Reading {
public:
    Reading(AppearanceTable& table, TextureImages& images, SourceLocation where, std::vector<Issue>& issues)
        : m_table(table), m_images(images), m_where(std::move(where)), m_issues(issues)
    {
    }

    std::vector<Target> readData(const pugi::xml_node& data);

private:
    void addTarget(std::vector<Target>& targets, std::string_view id,
                   const std::shared_ptr<const SurfaceAppearance>& look,
                   std::shared_ptr<const TextureMapping> mapping) const;
    void readAssociation(const pugi::xml_node& element, const std::shared_ptr<const SurfaceAppearance>& look,
                         std::vector<Target>& targets);
    std::shared_ptr<const TextureMapping> readMapping(const pugi::xml_node& element);
    void readRings(const pugi::xml_node& list, TextureMapping& mapping);
    std::shared_ptr<const TextureMapping> readGeoreference(const pugi::xml_node& texture, const QString& image);
    void issue(const QString& reason, const QString& detail) { m_issues.push_back({reason, detail, m_where}); }

    AppearanceTable& m_table;
    TextureImages& m_images;
    SourceLocation m_where;
    std::vector<Issue>& m_issues;
};

void AppearanceTable::read(const pugi::xml_node& appearance, TextureImages& images, qint64 line,
                           std::vector<Issue>& issues, const QString& path)
{
    std::string scratch;
    const std::string theme(textOf(childOf(appearance, "theme"), scratch));
    const auto known = std::find(m_themes.begin(), m_themes.end(), theme);
    const int place = int(known - m_themes.begin());
    if (known == m_themes.end())
        m_themes.push_back(theme);
    const int rank = kindOfTheme(toQString(theme)) * themeStep + std::min(place, themeStep - 1);
    Reading reading(*this, images, {path, line, {}}, issues);
    const auto add = [&](const std::vector<Target>& targets) {
        for (Target target : targets) {
            target.use.theme = rank;
            if (m_uses.size() < useLimit)
                m_uses[target.id].push_back(std::move(target.use));
        }
    };
    for (const pugi::xml_node& member : appearance.children()) {
        const std::string_view local = localName(member.name());
        if (local != "surfaceDataMember" && local != "surfaceData")
            continue;
        if (const char* href = attributeValue(member, "href")) {
            const auto data = m_data.find(withoutHash(href));
            if (data != m_data.end())
                add(data->second);
            continue;
        }
        for (const pugi::xml_node& data : member.children()) {
            const std::vector<Target> targets = reading.readData(data);
            add(targets);
            if (const char* id = attributeValue(data, "id"))
                m_data.try_emplace(id, targets);
        }
    }
}

void AppearanceTable::finish()
{
    for (auto& [id, uses] : m_uses)
        std::stable_sort(uses.begin(), uses.end(), [](const Use& a, const Use& b) { return a.theme < b.theme; });
    m_data.clear();
    m_mappings.clear();
}

const std::vector<AppearanceTable::Use>* AppearanceTable::find(std::string_view id) const
{
    const auto found = m_uses.find(id);
    return found == m_uses.end() ? nullptr : &found->second;
}

std::vector<AppearanceTable::Target> AppearanceTable::Reading::readData(const pugi::xml_node& data)
{
    std::vector<Target> targets;
    const std::string_view local = localName(data.name());
    std::string scratch;
    if (textOf(childOf(data, "isFront"), scratch) == "false" || textOf(childOf(data, "isFront"), scratch) == "0")
        return targets; // the inner side
    if (local == "X3DMaterial") {
        const auto look = readMaterial(data);
        for (const pugi::xml_node& child : data.children())
            if (localName(child.name()) == "target")
                addTarget(targets, withoutHash(textOf(child, scratch)), look, nullptr);
        return targets;
    }
    if (local != "ParameterizedTexture" && local != "GeoreferencedTexture")
        return targets;
    const std::string uri(textOf(childOf(data, "imageURI"), scratch));
    const TextureImages::Found& image = m_images.find(uri);
    if (image.path.isEmpty()) {
        issue(image.reason, toQString(uri).left(200));
        return targets;
    }
    auto look = std::make_shared<SurfaceAppearance>();
    look->image = image.path;
    if (local == "GeoreferencedTexture") {
        const auto mapping = readGeoreference(data, image.path);
        for (const pugi::xml_node& child : data.children())
            if (localName(child.name()) == "target" && mapping)
                addTarget(targets, withoutHash(textOf(child, scratch)), look, mapping);
        return targets;
    }
    for (const pugi::xml_node& child : data.children()) {
        if (localName(child.name()) == "target")
            readAssociation(child, look, targets);
        else if (localName(child.name()) == "textureParameterization") // 3.0
            for (const pugi::xml_node& association : child.children())
                readAssociation(association, look, targets);
    }
    return targets;
}

void AppearanceTable::Reading::addTarget(std::vector<Target>& targets, std::string_view id,
                                         const std::shared_ptr<const SurfaceAppearance>& look,
                                         std::shared_ptr<const TextureMapping> mapping) const
{
    if (!id.empty())
        targets.push_back({std::string(id), {0, look, std::move(mapping)}});
}

/// 1.0, 2.0: <app:target uri="#id"> with the parameterization in it or linked to; 3.0: <app:TextureAssociation> with
/// app:target and app:textureParameterization.
void AppearanceTable::Reading::readAssociation(const pugi::xml_node& element,
                                               const std::shared_ptr<const SurfaceAppearance>& look,
                                               std::vector<Target>& targets)
{
    std::string scratch;
    std::string id(withoutHash(element.attribute("uri").value()));
    std::shared_ptr<const TextureMapping> mapping;
    const auto readLinked = [&](const pugi::xml_node& place) {
        const char* href = attributeValue(place, "href");
        const auto known = href ? m_table.m_mappings.find(withoutHash(href)) : m_table.m_mappings.end();
        if (known != m_table.m_mappings.end())
            mapping = known->second;
    };
    readLinked(element);
    for (const pugi::xml_node& child : element.children()) {
        const std::string_view local = localName(child.name());
        if (local == "target" || local == "uri") {
            id = withoutHash(textOf(child, scratch));
        } else if (local == "textureParameterization") {
            readLinked(child);
            for (const pugi::xml_node& parameters : child.children())
                mapping = readMapping(parameters);
        } else if (local == "TexCoordList" || local == "TexCoordGen") {
            mapping = readMapping(child);
        }
    }
    if (mapping)
        addTarget(targets, id, look, std::move(mapping));
}

std::shared_ptr<const TextureMapping> AppearanceTable::Reading::readMapping(const pugi::xml_node& element)
{
    auto mapping = std::make_shared<TextureMapping>();
    if (localName(element.name()) == "TexCoordGen") {
        const std::vector<double> matrix = numbersOf(childOf(element, "worldToTexture"));
        if (matrix.size() != 12) {
            issue(QStringLiteral("appearance.invalid"), QStringLiteral("worldToTexture without 12 numbers"));
            return nullptr;
        }
        mapping->worldToTexture.emplace();
        std::copy(matrix.begin(), matrix.end(), mapping->worldToTexture->begin());
    } else {
        readRings(element, *mapping);
    }
    if (const char* id = attributeValue(element, "id"))
        m_table.m_mappings.try_emplace(id, mapping);
    return mapping;
}

/// 1.0, 2.0 name the ring in an attribute of its coordinates; 3.0 has two rows of elements, in the same order.
void AppearanceTable::Reading::readRings(const pugi::xml_node& list, TextureMapping& mapping)
{
    std::string scratch;
    std::size_t named = 0;
    for (const pugi::xml_node& child : list.children()) {
        const std::string_view local = localName(child.name());
        if (local == "ring") {
            if (named < mapping.rings.size())
                mapping.rings[named].first = withoutHash(textOf(child, scratch));
            else
                mapping.rings.emplace_back(std::string(withoutHash(textOf(child, scratch))),
                                           std::vector<TextureCoordinate>());
            ++named;
        }
    }
    std::size_t row = 0;
    for (const pugi::xml_node& child : list.children()) {
        if (localName(child.name()) != "textureCoordinates")
            continue;
        const std::vector<double> numbers = numbersOf(child);
        m_table.m_coordinates += numbers.size() / 2;
        if (m_table.m_coordinates > coordinateLimit) {
            issue(QStringLiteral("appearance.too-large"), QStringLiteral("more than 8 million texture coordinates"));
            break;
        }
        std::vector<TextureCoordinate> coordinates;
        coordinates.reserve(numbers.size() / 2);
        for (std::size_t i = 0; i + 1 < numbers.size(); i += 2)
            coordinates.push_back({float(numbers[i]), float(numbers[i + 1])});
        const std::string_view ring = withoutHash(child.attribute("ring").value());
        if (!ring.empty())
            mapping.rings.emplace_back(std::string(ring), std::move(coordinates));
        else if (row < named)
            mapping.rings[row++].second = std::move(coordinates);
    }
    std::stable_sort(mapping.rings.begin(), mapping.rings.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
}

/// The image lies in the plane; its position comes from the file beside it or from referencePoint (centre of the upper
/// left pixel) and orientation, the values 1, 3, 2 and 4 of a world file.
std::shared_ptr<const TextureMapping> AppearanceTable::Reading::readGeoreference(const pugi::xml_node& texture,
                                                                                 const QString& image)
{
    const std::optional<ImageSize> size = imageSize(image);
    if (!size) {
        issue(QStringLiteral("appearance.image-format"), image);
        return nullptr;
    }
    std::string scratch;
    const std::vector<double> orientation = numbersOf(childOf(texture, "orientation"));
    const pugi::xml_node point = childOf(childOf(texture, "referencePoint"), "Point");
    const std::vector<double> origin = numbersOf(childOf(point, "pos"));
    const bool stated = orientation.size() == 4 && origin.size() >= 2;
    const std::string_view prefer = textOf(childOf(texture, "preferWorldFile"), scratch);
    std::optional<std::array<double, 6>> world; // A D B E C F
    if (!stated || prefer == "true" || prefer == "1" || prefer.empty())
        world = m_images.worldFile(image);
    if (!world && stated)
        world = {orientation[0], orientation[2], orientation[1], orientation[3], origin[0], origin[1]};
    const double a = world ? (*world)[0] : 0, d = world ? (*world)[1] : 0;
    const double b = world ? (*world)[2] : 0, e = world ? (*world)[3] : 0;
    const double determinant = a * e - b * d;
    if (!(std::abs(determinant) > 1e-12)) {
        issue(QStringLiteral("appearance.invalid"), QStringLiteral("georeferenced texture without position"));
        return nullptr;
    }
    // column = (e (x-c) - b (y-f)) / det, row = (a (y-f) - d (x-c)) / det; s = (column + ½) / width, t = 1 - (row + ½)
    // / height
    const double c = (*world)[4], f = (*world)[5];
    const double sx = e / determinant / size->width, sy = -b / determinant / size->width;
    const double tx = d / determinant / size->height, ty = -a / determinant / size->height;
    auto mapping = std::make_shared<TextureMapping>();
    mapping->worldToTexture = {sx, sy, 0, 0.5 / size->width - sx * c - sy * f,
                               tx, ty, 0, 1 - 0.5 / size->height - tx * c - ty * f,
                               0,  0,  0, 1};
    return mapping;
}

} // namespace twin::citygml
