// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/TileBatches.h"

#include "render/streaming/FacePaint.h"

#include <algorithm>
#include <span>

namespace twin::render {

namespace {

TileBatch::Surface surfaceOf(const TileVertex& vertex)
{
    const auto kind = static_cast<FaceClass>(vertex.faceClass);
    if (kind == FaceClass::Water)
        return TileBatch::Surface::Water;
    return kind != FaceClass::Terrain && liesOnGround(kind) ? TileBatch::Surface::Lying : TileBatch::Surface::Plain;
}

class Sorter {
public:
    explicit Sorter(const TileContent& content) : m_content(content) {}

    void add(const TilePart& part)
    {
        if (part.primitive == PrimitiveKind::Points)
            addPoints(part);
        else if (part.primitive == PrimitiveKind::Lines)
            addRun(part, TileBatch::Surface::Plain, indicesOf(part, 2));
        else
            addTriangles(part);
    }
    TileLayout layout;

private:
    /// @returns the part's primitives whose corners are all there.
    [[nodiscard]] std::vector<std::uint32_t> indicesOf(const TilePart& part, std::size_t corners) const
    {
        const std::size_t size = m_content.indices.size();
        const std::size_t first = std::min<std::size_t>(part.first, size);
        const std::size_t last = std::min<std::size_t>(std::size_t{part.first} + part.count, size);
        std::vector<std::uint32_t> run;
        run.reserve(last - first);
        for (std::size_t i = first; i + corners <= last; i += corners) {
            const auto begin = m_content.indices.begin() + static_cast<std::ptrdiff_t>(i);
            const auto end = begin + static_cast<std::ptrdiff_t>(corners);
            if (std::all_of(begin, end, [this](std::uint32_t v) { return v < m_content.vertices.size(); }))
                run.insert(run.end(), begin, end);
        }
        return run;
    }

    void addRun(const TilePart& part, TileBatch::Surface surface, const std::vector<std::uint32_t>& run)
    {
        if (run.empty())
            return;
        TileBatch batch = batchOf(part);
        batch.surface = surface;
        batch.first = static_cast<std::uint32_t>(layout.others.size());
        batch.count = static_cast<std::uint32_t>(run.size());
        layout.others.insert(layout.others.end(), run.begin(), run.end());
        layout.batches.push_back(batch);
    }

    void addPoints(const TilePart& part)
    {
        TileBatch batch = batchOf(part);
        batch.first = std::min<std::uint32_t>(part.first, static_cast<std::uint32_t>(m_content.vertices.size()));
        batch.count =
            std::min<std::uint32_t>(part.count, static_cast<std::uint32_t>(m_content.vertices.size()) - batch.first);
        if (batch.count > 0)
            layout.batches.push_back(batch);
    }

    void addTriangles(const TilePart& part)
    {
        const std::vector<std::uint32_t> run = indicesOf(part, 3);
        if (part.image >= 0 || part.blended) {
            addRun(part, TileBatch::Surface::Plain, run);
            return;
        }
        std::array<std::vector<std::uint32_t>, 3> bySurface;
        for (std::size_t i = 0; i < run.size(); i += 3) {
            auto& to = bySurface[static_cast<std::size_t>(surfaceOf(m_content.vertices[run[i]]))];
            to.insert(to.end(), run.begin() + static_cast<std::ptrdiff_t>(i),
                      run.begin() + static_cast<std::ptrdiff_t>(i) + 3);
        }
        auto& plain = bySurface[static_cast<std::size_t>(TileBatch::Surface::Plain)];
        if (!part.doubleSided && m_content.instances.matrices.empty()) {
            layout.standing.insert(layout.standing.end(), plain.begin(), plain.end());
            plain.clear();
        }
        for (const auto surface : {TileBatch::Surface::Plain, TileBatch::Surface::Lying, TileBatch::Surface::Water})
            addRun(part, surface, bySurface[static_cast<std::size_t>(surface)]);
    }

    [[nodiscard]] TileBatch batchOf(const TilePart& part) const
    {
        TileBatch batch;
        batch.primitive = part.primitive;
        const auto isWhole = [](const Image& image) {
            return image.width > 0 && image.height > 0 &&
                   image.pixels.size() ==
                       static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4;
        };
        const bool hasImage = part.image >= 0 && static_cast<std::size_t>(part.image) < m_content.images.size() &&
                              m_content.images[static_cast<std::size_t>(part.image)] &&
                              isWhole(*m_content.images[static_cast<std::size_t>(part.image)]) &&
                              m_content.textureCoordinates.size() == m_content.vertices.size();
        batch.image = hasImage ? part.image : -1;
        batch.doubleSided = part.doubleSided;
        batch.blended = part.blended;
        return batch;
    }

    const TileContent& m_content;
};

} // namespace

TileLayout layOut(const TileContent& content)
{
    Sorter sorter(content);
    if (content.parts.empty())
        sorter.add({PrimitiveKind::Triangles, 0, static_cast<std::uint32_t>(content.indices.size()), -1, false, false});
    for (const TilePart& part : content.parts)
        sorter.add(part);
    return std::move(sorter.layout);
}

} // namespace twin::render
