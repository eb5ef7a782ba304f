// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citygml/objects/MemberReader.h"
#include "citygml/xml/MemberSplitter.h"
#include "model/CityObjectSink.h"

#include <map>
#include <memory>
#include <mutex>

namespace twin::citygml {

/// One file while it is read: its splitter, what all its members share, and what the threads that read it found.
class CityGmlFile {
public:
    /// @brief Opens a file and settles what must be known before the first object: version, CRS, title, appearances of
    ///        the model.
    /// @param crs  --crs; may be empty
    static Result<std::unique_ptr<CityGmlFile>> open(int sourceIndex, const QString& path, const QString& crs,
                                                     const ReadLimits& limits, const CancellationToken& cancel);

    /// @returns the next chunk; nothing at the end. One thread at a time.
    Result<std::optional<Chunk>> nextChunk() { return m_splitter->next(); }
    [[nodiscard]] const FileFacts& facts() const { return m_facts; }
    [[nodiscard]] const SourceInfo& info() const { return m_info; }
    [[nodiscard]] int sourceIndex() const { return m_sourceIndex; }
    [[nodiscard]] qint64 bytesRead() const { return m_splitter->bytesRead(); }

    /// @brief Takes one member's result apart: finished objects and issues go to the batch, objects that miss polygons
    ///        or shapes from other members are kept for finish(). Any thread.
    void add(MemberResult&& result, CityObjectBatch& batch);
    /// @brief When all chunks were added: reads the file once more for polygons that other members miss, if there are
    ///        any, and hands out the objects that waited for them.
    Result<void> finish(CityObjectSink& sink, const CancellationToken& cancel);
    /// @returns what concerns the file as a whole; once, after finish().
    [[nodiscard]] std::vector<Issue> takeIssues();

private:
    struct Waiting {
        ObjectTree tree;
        std::vector<MissingPolygon> missing;
        std::vector<MissingShape> missingShapes;

        [[nodiscard]] bool isComplete() const { return missing.empty() && missingShapes.empty(); }
        [[nodiscard]] std::size_t size() const;
    };

    CityGmlFile(int sourceIndex, const ReadLimits& limits) : m_sourceIndex(sourceIndex), m_limits(limits) {}
    Result<void> readHeader(const QString& crs);
    Result<void> checkVersion();
    Result<void> settleCrs(const std::string& inHeader, const QString& option);
    Result<bool> readMemberCrs(std::string& stated) const;
    void noteUnusedOption(const QString& option);
    Result<SharedPolygons> collectShared(const CancellationToken& cancel);
    void addShapes(MemberResult& result);
    void placeShapes(Waiting& waiting, bool last, std::vector<Issue>& issues) const;
    void complete(Waiting& waiting, const SharedPolygons& shared, CityObjectBatch& batch) const;

    int m_sourceIndex;
    ReadLimits m_limits;
    std::unique_ptr<MemberSplitter> m_splitter;
    FileFacts m_facts;
    SourceInfo m_info;

    std::mutex m_mutex; ///< guards what follows
    std::vector<Waiting> m_waiting;
    std::size_t m_waitingSize = 0; ///< surfaces and what is missing of those who wait
    std::map<std::string, std::shared_ptr<const ShapeTemplate>, std::less<>> m_shapes; ///< by gml:id
    std::size_t m_shapePoints = 0;
    bool m_heightUnknown = false;
    std::vector<Issue> m_issues;
};

} // namespace twin::citygml
