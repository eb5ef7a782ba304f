// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/layers/CityModelLayer.h"

#include "app/services/CityModelImport.h"
#include "app/services/layers/ObjectsFolder.h"
#include "package/LayerObjects.h"
#include "package/PackageWriter.h"

#include <map>
#include <mutex>

#include <QCoreApplication>

namespace twin::services {
namespace {

constexpr double readShare = 0.6;
constexpr std::size_t mostListed = 1000; ///< places of one kind of issue; all are counted

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::CityModelLayer)
};

/// Gives objects the names that they have in the region, and finds those that it has already.
class RenamingSink final : public CityObjectSink {
public:
    RenamingSink(const package::LayerRequest& request, CityObjectSink& sink) : m_request(request), m_sink(sink) {}

    Result<void> accept(CityObjectBatch&& batch) override
    {
        std::vector<CityObject> objects = std::move(batch.objects);
        batch.objects.clear();
        qint64 known = 0;
        for (CityObject& object : objects) {
            const bool isKnown = m_request.isKnown && m_request.isKnown(object.id);
            if (isKnown)
                batch.issues.push_back(issueOf(object));
            known += isKnown ? 1 : 0;
            if (isKnown && m_request.skipKnown)
                continue;
            rename(object);
            batch.objects.push_back(std::move(object));
        }
        {
            const std::lock_guard lock(m_mutex);
            m_count += static_cast<qint64>(batch.objects.size());
            m_known += known;
        }
        return m_sink.accept(std::move(batch));
    }

    [[nodiscard]] qint64 count() const { return m_count; } ///< once all is read
    [[nodiscard]] qint64 known() const { return m_known; }

private:
    /// Told with the name under which the region has what is left of the two.
    [[nodiscard]] Issue issueOf(const CityObject& object) const
    {
        if (m_request.skipKnown)
            return {QStringLiteral("object.known-skipped"), {}, {object.where.source, object.where.line, object.id}};
        return {QStringLiteral("object.known-kept"),
                object.id,
                {object.where.source, object.where.line, package::idInRegion(m_request.id, object.id)}};
    }

    void rename(CityObject& object) const
    {
        object.id = package::idInRegion(m_request.id, object.id);
        for (CityObject& child : object.children)
            rename(child);
    }

    const package::LayerRequest& m_request;
    CityObjectSink& m_sink;
    std::mutex m_mutex;
    qint64 m_count = 0;
    qint64 m_known = 0;
};

/// Takes over what the writer says: the first places, and the number of the others.
void addIssues(const ImportSummary& summary, package::WrittenLayer& layer)
{
    layer.unlisted = summary.issueCounts;
    std::map<QString, std::size_t> listed;
    for (const Issue& issue : summary.skipped) {
        if (listed[issue.reason]++ >= mostListed)
            continue;
        layer.issues.push_back(issue);
        --layer.unlisted[issue.reason];
    }
}

Error nothingNew(const package::LayerRequest& request)
{
    return {ErrorCode::NoData,
            Text::tr("Die Region hat alle Objekte dieses Stadtmodells schon."),
            {},
            Text::tr("Sollen sie ein zweites Mal dazukommen, behalten Sie beide."),
            {request.files.constFirst(), -1, {}}};
}

} // namespace

Result<package::WrittenLayer> writeCityModelLayer(const package::LayerRequest& request, const CancellationToken& cancel,
                                                  const ProgressSink& progress)
{
    package::WriterOptions options;
    options.title = request.title;
    options.threads = request.threads;
    options.demo = request.demo;
    TWIN_TRY(const auto writer, package::PackageWriter::create(objectsFolder(request), options));
    RenamingSink sink(request, *writer);
    TWIN_TRY(CityModelReadSummary read, readCityModels(request.files, {request.crs, request.threads}, sink, cancel,
                                                       partOf(progress, 0, readShare)));
    if (sink.count() == 0 && sink.known() > 0)
        return failure(nothingNew(request));
    if (!request.licence.isEmpty())
        for (SourceInfo& source : read.sources)
            source.licence = request.licence;
    TWIN_TRY(const ImportSummary summary,
             writer->finish(read.sources, read.issues, cancel, partOf(progress, readShare, 1)));
    package::WrittenLayer layer;
    layer.info.count = sink.count();
    layer.info.sources = std::move(read.sources);
    layer.bytesRead = read.bytesRead;
    addIssues(summary, layer);
    TWIN_CHECK(describeObjects(request, layer));
    return layer;
}

} // namespace twin::services
