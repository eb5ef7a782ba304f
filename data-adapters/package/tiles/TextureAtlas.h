// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Image.h"
#include "package/digest/ImageTable.h"
#include "package/tiles/TileMesh.h"

#include <map>
#include <span>

namespace twin::package {

/// Gathers the parts of many images that a tile's surfaces show on few pages. Each part keeps a rim of its own colours,
/// so that neighbours do not bleed into it in the first two reduced sizes (mip maps); an image that repeats across a
/// surface stays one by itself. One thread.
class TextureAtlas {
public:
    /// Side of a page in pixels at most, and all pages together: 64 MiB decoded.
    static constexpr int mostPagePixels = 4096;
    static constexpr double mostPixels = 4096.0 * 4096.0;

    /// Where a surface finds its image.
    struct Place {
        std::int32_t page = -1; ///< into pages(); −1: the image cannot be read
        bool blended = false;
        std::array<float, 4> map{1, 0, 1, 0}; ///< u' = [0]u + [1], v' = [2]v + [3]; v' runs down

        [[nodiscard]] TextureCoordinate operator()(const TextureCoordinate& t) const
        {
            return {map[0] * t.u + map[1], map[2] * t.v + map[3]};
        }
    };

    /// An image that no surface shows, and why: one translated sentence.
    struct Unreadable {
        QString path;
        QString why;
    };

    explicit TextureAtlas(const ImageTable& images) : m_table(images) {}

    /// @brief Says that a surface shows this part of an image. @returns what placeOf wants
    std::size_t add(std::int32_t image, std::span<const TextureCoordinate> coordinates);
    /// @brief Reads the images and fills the pages. Call once, after the last add.
    void build();
    [[nodiscard]] Place placeOf(std::size_t use) const { return m_uses[use].place; }

    [[nodiscard]] const std::vector<Unreadable>& unreadable() const { return m_unreadable; }

    [[nodiscard]] bool isEmpty() const { return m_pages.empty(); }
    [[nodiscard]] double pixels() const; ///< of all pages
    /// @brief The pages as files. @param reduction  each side is divided by this
    [[nodiscard]] std::vector<TileImage> encoded(int reduction = 1) const;

private:
    struct Rect {
        int x = 0;
        int y = 0;
        int width = 0;
        int height = 0;
    };
    struct Use {
        std::int32_t image = -1;
        std::array<float, 4> range{}; ///< least u, v, greatest u, v
        Place place;
    };
    /// A part of an image on its way to a page.
    struct Part {
        Rect source; ///< in the image, y down
        std::vector<std::size_t> uses;
        Image picture;
        bool blended = false;
        int imageWidth = 0;
        int imageHeight = 0;
    };
    struct Page {
        Image picture;
        bool repeats = false;
    };

    void takeImage(const QString& path, const std::vector<std::size_t>& uses, std::vector<Part>& parts);
    void keepWhole(const Image& image, const std::vector<std::size_t>& uses);
    void pack(std::vector<Part*> parts);
    void place(Part& part, std::size_t page, int x, int y);
    [[nodiscard]] double shownPixels(const std::map<QString, std::vector<std::size_t>>& byImage) const;

    const ImageTable& m_table;
    std::vector<Use> m_uses;
    std::vector<Page> m_pages;
    std::vector<Unreadable> m_unreadable;
    double m_scale = 1; ///< of all parts, so that they fit
};

} // namespace twin::package
