// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/PackageFixture.h"

#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

namespace twin::test {

Result<ImportSummary> writePackage(const QString& folder, std::vector<CityObjectBatch> batches, int threads,
                                   const CancellationToken& cancel)
{
    package::WriterOptions options;
    options.threads = threads;
    options.title = QStringLiteral("Teststadt");
    TWIN_TRY(const std::unique_ptr<package::PackageWriter> writer, package::PackageWriter::create(folder, options));
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::optional<Error> error;
    std::vector<std::thread> workers;
    for (int t = 0; t < threads; ++t)
        workers.emplace_back([&] {
            for (std::size_t i = next++; i < batches.size(); i = next++)
                if (auto accepted = writer->accept(std::move(batches[i])); !accepted) {
                    const std::lock_guard lock(mutex);
                    error = accepted.error();
                }
        });
    for (std::thread& worker : workers)
        worker.join();
    if (error)
        return failure(*error);
    SourceInfo source;
    source.path = QStringLiteral("stadt.gml");
    source.licence = QStringLiteral("dl-de/zero-2-0");
    source.bytes = 12345;
    return writer->finish({source}, {}, cancel, {});
}

} // namespace twin::test
