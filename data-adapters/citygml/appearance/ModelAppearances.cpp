// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/appearance/ModelAppearances.h"
#include "citygml/xml/MemberSplitter.h"
#include "geo/ByteFile.h"

#include <algorithm>
#include <functional>

namespace twin::citygml {
namespace {

constexpr std::string_view tag = "appearanceMember";
constexpr std::size_t blockBytes = 1 << 20;

/// True when the bytes hold the tag of the model's appearances, or may hold it in another encoding.
Result<bool> mayHoldAppearances(const QString& path, const CancellationToken& cancel)
{
    Result<geo::ByteFile> file = geo::ByteFile::open(path);
    if (!file)
        return false;
    const std::boyer_moore_horspool_searcher searcher(tag.begin(), tag.end());
    std::vector<char> block(blockBytes + tag.size());
    std::size_t kept = 0; // the end of the block before: the tag may lie on the border
    while (true) {
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        const std::size_t size = file->read(block.data() + kept, blockBytes);
        if (size == 0)
            return false;
        const auto end = block.begin() + std::ptrdiff_t(kept + size);
        if (std::search(block.begin(), end, searcher) != end)
            return true;
        if (kept == 0 && std::find(block.begin(), block.begin() + std::ptrdiff_t(std::min<std::size_t>(size, 64)),
                                   '\0') != block.begin() + std::ptrdiff_t(std::min<std::size_t>(size, 64)))
            return true; // UTF-16
        kept = std::min(tag.size(), kept + size);
        std::copy(end - std::ptrdiff_t(kept), end, block.begin());
    }
}

bool namesAppearances(const Names::Declarations& declarations)
{
    return std::any_of(declarations.begin(), declarations.end(),
                       [](const auto& d) { return vocabularyOf(d.second) == Vocabulary::Appearance; });
}

} // namespace

Result<std::shared_ptr<const AppearanceTable>> readModelAppearances(const QString& path, const ReadLimits& limits,
                                                                    const Names::Declarations& declarations,
                                                                    std::vector<Issue>& issues,
                                                                    const CancellationToken& cancel)
{
    if (!namesAppearances(declarations))
        return nullptr;
    TWIN_TRY(const bool may, mayHoldAppearances(path, cancel));
    if (!may)
        return nullptr;
    const auto splitter = MemberSplitter::open(path, limits);
    if (!splitter)
        return nullptr;
    auto table = std::make_shared<AppearanceTable>();
    TextureImages images(path);
    while (true) {
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        const Result<std::optional<Chunk>> chunk = (*splitter)->next();
        if (!chunk || !*chunk)
            break; // what is wrong with the file is said when its objects are read
        for (const Member& member : (*chunk)->members) {
            if (!member.isAppearance)
                continue;
            pugi::xml_document document;
            const std::string_view text = (*chunk)->text.view().substr(member.offset, member.size);
            if (!document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8))
                continue;
            for (const pugi::xml_node& appearance : document.first_child().children())
                if (localName(appearance.name()) == "Appearance")
                    table->read(appearance, images, member.line, issues, path);
        }
    }
    table->finish();
    return table->isEmpty() ? nullptr : std::shared_ptr<const AppearanceTable>(std::move(table));
}

} // namespace twin::citygml
