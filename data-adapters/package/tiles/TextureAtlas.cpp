// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/tiles/TextureAtlas.h"

#include "images/ImageCodec.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace twin::package {
namespace {

/// Two reductions by half leave one pixel of it.
constexpr int rim = 4;
/// Coordinates that lie this far outside the image are rounding, not repetition.
constexpr float slack = 0.02F;
/// With more surfaces on one image, their common rectangle is taken.
constexpr std::size_t mostRects = 256;

struct Shelf {
    int page = 0;
    int x = 0;
    int y = 0;
};

/// Puts boxes side by side on shelves, tallest first. @returns the place of each; pages are `side` wide and high.
std::vector<Shelf> onShelves(const std::vector<std::pair<int, int>>& boxes, int side)
{
    std::vector<std::size_t> order(boxes.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return boxes[a].second > boxes[b].second; });
    std::vector<Shelf> places(boxes.size());
    Shelf next;
    int height = 0;
    for (const std::size_t i : order) {
        if (next.x + boxes[i].first > side) {
            next.x = 0;
            next.y += height;
            height = 0;
        }
        if (next.y + boxes[i].second > side) {
            next = {next.page + 1, 0, 0};
            height = 0;
        }
        places[i] = next;
        next.x += boxes[i].first;
        height = std::max(height, boxes[i].second);
    }
    return places;
}

int roundedUp(int value)
{
    return (value + rim - 1) / rim * rim;
}

Image cropped(const Image& image, int x, int y, int width, int height)
{
    Image part;
    part.width = width;
    part.height = height;
    part.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    for (int row = 0; row < height; ++row)
        std::memcpy(part.pixels.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(width) * 4,
                    image.pixels.data() + (static_cast<std::size_t>(y + row) * static_cast<std::size_t>(image.width) +
                                           static_cast<std::size_t>(x)) *
                                              4,
                    static_cast<std::size_t>(width) * 4);
    return part;
}

/// Copies a picture and goes on with its edges around it.
void paste(Image& page, const Image& picture, int left, int top, int width, int height)
{
    for (int y = 0; y < height; ++y) {
        const int fromY = std::clamp(y - rim, 0, picture.height - 1);
        for (int x = 0; x < width; ++x) {
            const int fromX = std::clamp(x - rim, 0, picture.width - 1);
            std::memcpy(page.pixels.data() + (static_cast<std::size_t>(top + y) * static_cast<std::size_t>(page.width) +
                                              static_cast<std::size_t>(left + x)) *
                                                 4,
                        picture.pixels.data() +
                            (static_cast<std::size_t>(fromY) * static_cast<std::size_t>(picture.width) +
                             static_cast<std::size_t>(fromX)) *
                                4,
                        4);
        }
    }
}

} // namespace

std::size_t TextureAtlas::add(std::int32_t image, std::span<const TextureCoordinate> coordinates)
{
    Use use;
    use.image = image;
    use.range = {1e9F, 1e9F, -1e9F, -1e9F};
    for (const TextureCoordinate& t : coordinates) {
        use.range[0] = std::min(use.range[0], std::clamp(t.u, -1e6F, 1e6F));
        use.range[1] = std::min(use.range[1], std::clamp(t.v, -1e6F, 1e6F));
        use.range[2] = std::max(use.range[2], std::clamp(t.u, -1e6F, 1e6F));
        use.range[3] = std::max(use.range[3], std::clamp(t.v, -1e6F, 1e6F));
    }
    m_uses.push_back(use);
    return m_uses.size() - 1;
}

void TextureAtlas::build()
{
    std::map<QString, std::vector<std::size_t>> byImage; // in an order that every run has
    for (std::size_t i = 0; i < m_uses.size(); ++i)
        byImage[m_table.path(m_uses[i].image)].push_back(i);
    const double wanted = shownPixels(byImage);
    m_scale = wanted > mostPixels ? std::sqrt(mostPixels / wanted) : 1;
    std::vector<Part> parts;
    for (const auto& [path, uses] : byImage)
        takeImage(path, uses, parts);
    std::vector<Part*> opaque;
    std::vector<Part*> blended;
    for (Part& part : parts)
        (part.blended ? blended : opaque).push_back(&part);
    pack(std::move(opaque));
    pack(std::move(blended));
}

double TextureAtlas::shownPixels(const std::map<QString, std::vector<std::size_t>>& byImage) const
{
    double sum = 0;
    for (const auto& [path, uses] : byImage) {
        const Result<QSize> size = images::sizeOf(path);
        if (!size)
            continue;
        const double all = static_cast<double>(size->width()) * size->height();
        double shown = 0; // surfaces may share pixels: then the whole image is the better guess
        for (const std::size_t use : uses) {
            const auto& r = m_uses[use].range;
            shown += static_cast<double>((r[2] - r[0]) * (r[3] - r[1])) * all;
        }
        sum += std::min(shown, all);
    }
    return sum;
}

void TextureAtlas::takeImage(const QString& path, const std::vector<std::size_t>& uses, std::vector<Part>& parts)
{
    const Result<Image> read = images::read(path);
    if (!read) {
        m_unreadable.push_back({path, read.error().summary});
        return;
    }
    const Image& image = *read;
    std::vector<std::size_t> repeating;
    std::vector<Part> own;
    for (const std::size_t i : uses) {
        Use& use = m_uses[i];
        const float cellU = std::floor(use.range[0] + slack);
        const float cellV = std::floor(use.range[1] + slack);
        if (use.range[2] > cellU + 1 + slack || use.range[3] > cellV + 1 + slack) {
            repeating.push_back(i);
            continue;
        }
        use.place.map = {1, -cellU, 1, -cellV};
        const auto pixel = [](float v, int size) { return std::clamp(v, 0.0F, 1.0F) * static_cast<float>(size); };
        const int left = std::min(static_cast<int>(pixel(use.range[0] - cellU, image.width)), image.width - 1);
        const int right = std::max(static_cast<int>(std::ceil(pixel(use.range[2] - cellU, image.width))), left + 1);
        const int top = std::min(static_cast<int>(pixel(1 - (use.range[3] - cellV), image.height)), image.height - 1);
        const int bottom =
            std::max(static_cast<int>(std::ceil(pixel(1 - (use.range[1] - cellV), image.height))), top + 1);
        Rect rect{left, top, right - left, bottom - top};
        std::vector<std::size_t> members{i};
        // What overlaps becomes one part, until nothing does.
        for (std::size_t k = 0; k < own.size();) {
            const Rect& other = own[k].source;
            const bool apart =
                own.size() < mostRects && (rect.x >= other.x + other.width || other.x >= rect.x + rect.width ||
                                           rect.y >= other.y + other.height || other.y >= rect.y + rect.height);
            if (apart) {
                ++k;
                continue;
            }
            const int x = std::min(rect.x, other.x);
            const int y = std::min(rect.y, other.y);
            rect = {x, y, std::max(rect.x + rect.width, other.x + other.width) - x,
                    std::max(rect.y + rect.height, other.y + other.height) - y};
            members.insert(members.end(), own[k].uses.begin(), own[k].uses.end());
            own.erase(own.begin() + static_cast<std::ptrdiff_t>(k));
            k = 0;
        }
        own.push_back({rect, std::move(members), {}, false, image.width, image.height});
    }
    for (Part& part : own) {
        const Rect& r = part.source;
        constexpr int most = mostPagePixels - 2 * rim;
        const double scale =
            std::min({m_scale, static_cast<double>(most) / r.width, static_cast<double>(most) / r.height});
        part.picture = cropped(image, r.x, r.y, r.width, r.height);
        if (scale < 1)
            part.picture = images::scaled(part.picture, std::max(static_cast<int>(r.width * scale), 1),
                                          std::max(static_cast<int>(r.height * scale), 1));
        part.blended = images::hasAlpha(part.picture);
        parts.push_back(std::move(part));
    }
    if (!repeating.empty())
        keepWhole(image, repeating);
}

void TextureAtlas::keepWhole(const Image& image, const std::vector<std::size_t>& uses)
{
    const double scale = std::min({m_scale, static_cast<double>(mostPagePixels) / image.width,
                                   static_cast<double>(mostPagePixels) / image.height});
    Page page;
    page.repeats = true;
    page.picture = scale < 1 ? images::scaled(image, std::max(static_cast<int>(image.width * scale), 1),
                                              std::max(static_cast<int>(image.height * scale), 1))
                             : image;
    const bool blended = images::hasAlpha(image);
    for (const std::size_t use : uses)
        m_uses[use].place = {static_cast<std::int32_t>(m_pages.size()), blended, {1, 0, -1, 1}};
    m_pages.push_back(std::move(page));
}

void TextureAtlas::pack(std::vector<Part*> parts)
{
    if (parts.empty())
        return;
    std::vector<std::pair<int, int>> boxes;
    double area = 0;
    int largest = 1;
    for (const Part* part : parts) {
        boxes.emplace_back(roundedUp(part->picture.width + 2 * rim), roundedUp(part->picture.height + 2 * rim));
        area += static_cast<double>(boxes.back().first) * boxes.back().second;
        largest = std::max({largest, boxes.back().first, boxes.back().second});
    }
    auto side = static_cast<int>(std::bit_ceil(static_cast<unsigned>(std::max<double>(largest, std::sqrt(area)))));
    side = std::min(side, mostPagePixels);
    std::vector<Shelf> places = onShelves(boxes, side);
    // Shelves waste some: a page twice as large is better than a second one.
    if (side < mostPagePixels && std::any_of(places.begin(), places.end(), [](const Shelf& s) { return s.page > 0; })) {
        side *= 2;
        places = onShelves(boxes, side);
    }
    const std::size_t first = m_pages.size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto page = first + static_cast<std::size_t>(places[i].page);
        while (m_pages.size() <= page)
            m_pages.emplace_back().picture.width = side;
        Image& picture = m_pages[page].picture;
        picture.height = std::max(picture.height, places[i].y + boxes[i].second);
    }
    for (std::size_t page = first; page < m_pages.size(); ++page) {
        Image& picture = m_pages[page].picture;
        picture.height = static_cast<int>(std::bit_ceil(static_cast<unsigned>(picture.height)));
        picture.pixels.assign(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4,
                              0);
        // Opaque grey between the parts: JPEG has no alpha, and PNG packs one colour best.
        for (std::size_t p = 0; p < picture.pixels.size(); p += 4)
            std::memset(picture.pixels.data() + p, parts.front()->blended ? 0 : 128, 3);
        for (std::size_t p = 3; p < picture.pixels.size(); p += 4)
            picture.pixels[p] = parts.front()->blended ? 0 : 255;
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto page = first + static_cast<std::size_t>(places[i].page);
        paste(m_pages[page].picture, parts[i]->picture, places[i].x, places[i].y, boxes[i].first, boxes[i].second);
        place(*parts[i], page, places[i].x + rim, places[i].y + rim);
    }
}

void TextureAtlas::place(Part& part, std::size_t page, int x, int y)
{
    const Image& picture = m_pages[page].picture;
    // Image pixels to page pixels: where the part was scaled, a little more than 1 is a little less.
    const double scaleX = static_cast<double>(part.picture.width) / part.source.width;
    const double scaleY = static_cast<double>(part.picture.height) / part.source.height;
    for (const std::size_t i : part.uses) {
        const float cellU = -m_uses[i].place.map[1];
        const float cellV = -m_uses[i].place.map[3];
        const double perU = part.imageWidth * scaleX / picture.width;
        const double perV = part.imageHeight * scaleY / picture.height;
        const double zeroU = (x - part.source.x * scaleX) / picture.width;
        const double zeroV = (y - part.source.y * scaleY) / picture.height;
        // v runs up in CityGML, down in glTF.
        m_uses[i].place = {static_cast<std::int32_t>(page),
                           part.blended,
                           {static_cast<float>(perU), static_cast<float>(zeroU - perU * static_cast<double>(cellU)),
                            static_cast<float>(-perV),
                            static_cast<float>(zeroV + perV * (1 + static_cast<double>(cellV)))}};
    }
    part.picture = {};
}

double TextureAtlas::pixels() const
{
    double sum = 0;
    for (const Page& page : m_pages)
        sum += static_cast<double>(page.picture.width) * page.picture.height;
    return sum;
}

std::vector<TileImage> TextureAtlas::encoded(int reduction) const
{
    std::vector<TileImage> files;
    for (const Page& page : m_pages) {
        const Image& picture = page.picture;
        const images::Encoded file =
            reduction > 1 ? images::encode(images::scaled(picture, std::max(picture.width / reduction, 1),
                                                          std::max(picture.height / reduction, 1)))
                          : images::encode(picture);
        files.push_back({file.bytes.toStdString(), file.mimeType, page.repeats});
    }
    return files;
}

} // namespace twin::package
