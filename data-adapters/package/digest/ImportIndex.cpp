// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/digest/ImportIndex.h"

#include "package/digest/ObjectRows.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace twin::package {
namespace {

bool issueComesBefore(const OrderedIssue& a, const OrderedIssue& b)
{
    const auto key = [](const OrderedIssue& i) {
        return std::tie(i.source, i.issue.where.line, i.issue.where.id, i.issue.reason, i.issue.detail);
    };
    return key(a) < key(b);
}

std::uint64_t nodeKey(std::uint32_t object, std::uint32_t node)
{
    return std::uint64_t{object} << 32 | node;
}

} // namespace

Result<std::unique_ptr<ImportIndex>> ImportIndex::create(const QString& folder)
{
    std::unique_ptr<ImportIndex> index(new ImportIndex);
    TWIN_TRY(index->m_geometry, SpillFile::create(folder + QStringLiteral("/geometry.spill")));
    TWIN_TRY(index->m_rows, SpillFile::create(folder + QStringLiteral("/rows.spill")));
    return index;
}

Result<void> ImportIndex::file(Digest&& digest)
{
    TWIN_TRY(const std::int64_t geometryAt, m_geometry->append(digest.geometry.bytes()));
    TWIN_TRY(const std::int64_t rowsAt, m_rows->append(digest.rows.bytes()));
    const std::lock_guard lock(m_mutex);
    const auto blockBase = static_cast<std::uint32_t>(m_blocks.size());
    const auto outlineBase = static_cast<std::uint32_t>(m_outlines.size());
    const auto idBase = static_cast<std::uint32_t>(m_idHashes.size());
    const auto drawableBase = static_cast<std::uint32_t>(m_drawables.size());
    for (ObjectEntry entry : digest.entries) {
        entry.rows.offset += rowsAt;
        entry.drawableFirst += drawableBase;
        entry.idFirst += idBase;
        m_entries.push_back(entry);
    }
    for (Drawable drawable : digest.drawables) {
        drawable.geometry.offset += geometryAt;
        drawable.blockFirst += blockBase;
        m_drawables.push_back(drawable);
    }
    for (Block block : digest.blocks) {
        block.outlineFirst += outlineBase;
        m_blocks.push_back(block);
    }
    m_outlines.insert(m_outlines.end(), digest.outlines.begin(), digest.outlines.end());
    m_idHashes.insert(m_idHashes.end(), digest.idHashes.begin(), digest.idHashes.end());
    m_totals.add(digest.totals);
    takeIssues(std::move(digest.issues));
    return {};
}

void ImportIndex::takeIssues(std::vector<OrderedIssue>&& issues)
{
    for (OrderedIssue& issue : issues) {
        ++m_issueCounts[issue.issue.reason];
        m_issues.push_back(std::move(issue));
    }
    if (m_issues.size() > 2 * mostIssues)
        keepFirstIssues();
}

void ImportIndex::keepFirstIssues()
{
    std::sort(m_issues.begin(), m_issues.end(), issueComesBefore);
    if (m_issues.size() > mostIssues)
        m_issues.erase(m_issues.begin() + mostIssues, m_issues.end());
}

Result<void> ImportIndex::settle()
{
    std::sort(m_entries.begin(), m_entries.end(), comesBefore);
    std::vector<Drawable> ordered;
    ordered.reserve(m_drawables.size());
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const std::uint32_t first =
            std::exchange(m_entries[i].drawableFirst, static_cast<std::uint32_t>(ordered.size()));
        for (std::uint32_t n = first; n < first + m_entries[i].drawableCount; ++n) {
            Drawable& drawable = ordered.emplace_back(m_drawables[n]);
            drawable.object = static_cast<std::uint32_t>(i);
            for (std::uint32_t b = 0; b < drawable.blockCount; ++b)
                m_blocks[drawable.blockFirst + b].drawable = static_cast<std::uint32_t>(ordered.size() - 1);
        }
    }
    m_drawables = std::move(ordered);
    TWIN_CHECK(findDuplicates());
    keepFirstIssues();
    m_idHashes = {};
    return {};
}

Result<void> ImportIndex::findDuplicates()
{
    struct Occurrence {
        std::uint64_t hash;
        std::uint32_t object;
        std::uint32_t node;
    };
    std::vector<Occurrence> all;
    all.reserve(m_idHashes.size());
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        for (std::uint32_t n = 0; n < m_entries[i].idCount; ++n)
            all.push_back({m_idHashes[m_entries[i].idFirst + n], static_cast<std::uint32_t>(i), n});
    std::sort(all.begin(), all.end(), [](const Occurrence& a, const Occurrence& b) {
        return std::tie(a.hash, a.object, a.node) < std::tie(b.hash, b.object, b.node);
    });
    SpillFile::Reader reader(*m_rows);
    std::vector<ObjectRow> rows;
    for (std::size_t first = 0; first < all.size();) {
        std::size_t end = first + 1;
        while (end < all.size() && all[end].hash == all[first].hash)
            ++end;
        std::map<std::string, std::uint32_t> seen; // equal hashes are nearly always equal ids, but not by law
        for (std::size_t i = first; end - first > 1 && i < end; ++i) {
            const ObjectEntry& entry = m_entries[all[i].object];
            TWIN_TRY(const std::string_view bytes, reader.read(entry.rows));
            if (!read(bytes, rows) || all[i].node >= rows.size())
                return failure(ErrorCode::Internal, {}, QStringLiteral("broken row record"));
            const ObjectRow& row = rows[all[i].node];
            const std::uint32_t count = ++seen[row.id];
            if (count == 1)
                continue;
            m_suffixes[nodeKey(all[i].object, all[i].node)] = count;
            Issue issue{QStringLiteral("id.duplicate"),
                        QStringLiteral("kept as \"%1~%2\"").arg(QString::fromStdString(row.id)).arg(count),
                        {{}, row.line, QString::fromStdString(row.id)}};
            ++m_issueCounts[issue.reason];
            m_issues.push_back({entry.source, std::move(issue)});
            if (m_issues.size() > 2 * mostIssues)
                keepFirstIssues();
        }
        first = end;
    }
    return {};
}

std::vector<Block> ImportIndex::standingBlocks() const
{
    std::vector<Block> blocks;
    for (const Drawable& drawable : m_drawables)
        if (drawable.finest)
            blocks.insert(blocks.end(), m_blocks.begin() + drawable.blockFirst,
                          m_blocks.begin() + drawable.blockFirst + drawable.blockCount);
    return blocks;
}

std::vector<std::uint32_t> ImportIndex::drawablesOf(CityModule module, Lod limit) const
{
    std::vector<std::uint32_t> chosen;
    for (const ObjectEntry& entry : m_entries) {
        if (entry.module != module)
            continue;
        const std::uint32_t begin = entry.drawableFirst;
        std::uint32_t end = begin + entry.drawableCount;
        while (end > begin && m_drawables[end - 1].lod > limit)
            --end;
        std::uint32_t first = end;
        while (first > begin && m_drawables[first - 1].lod == m_drawables[end - 1].lod)
            --first;
        for (; first < end; ++first)
            chosen.push_back(first);
    }
    return chosen;
}

std::vector<Lod> ImportIndex::lodsOf(CityModule module) const
{
    std::set<Lod, std::greater<>> coarser;
    std::optional<Lod> finest;
    for (const ObjectEntry& entry : m_entries)
        for (std::uint32_t i = 0; i < entry.drawableCount && entry.module == module; ++i) {
            const Drawable& drawable = m_drawables[entry.drawableFirst + i];
            if (!drawable.finest)
                coarser.insert(drawable.lod);
            finest = std::max(finest.value_or(drawable.lod), drawable.lod);
        }
    std::vector<Lod> lods;
    if (finest)
        lods.push_back(*finest);
    lods.insert(lods.end(), coarser.begin(), coarser.end());
    // What is coarser for one object can be the finest of all others.
    lods.erase(std::unique(lods.begin(), lods.end()), lods.end());
    return lods;
}

std::string ImportIndex::idSuffix(std::uint32_t object, std::uint32_t node) const
{
    if (m_suffixes.empty())
        return {};
    const auto found = m_suffixes.find(nodeKey(object, node));
    return found == m_suffixes.end() ? std::string() : '~' + std::to_string(found->second);
}

} // namespace twin::package
