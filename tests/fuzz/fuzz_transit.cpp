// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target of the readers of public transport: a GTFS archive (and with it the reader of all archives) and
// GTFS-Realtime messages. Any bytes must neither crash nor hang nor take memory without end. Built as the CityGML
// reader's target is (tests/fuzz/CMakeLists.txt).
#include "gtfs/Feeds.h"
#include "observe/ZipEntries.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include <QLoggingCategory>

namespace {

using namespace twin;

Datastream named(const QString& id)
{
    Datastream stream;
    stream.id = QStringLiteral("q/") + id;
    return stream;
}

void readArchive(const QByteArray& bytes)
{
    observe::ZipLimits limits;
    limits.mostBytes = 1 << 20;
    qint64 unpacked = 0;
    const auto read = observe::readZip(
        bytes, [](const QString&) { return true; },
        [&](const QString&, QByteArray&& content) { unpacked += content.size(); }, limits);
    if (unpacked > limits.mostBytes)
        std::abort();
    if (read)
        (void)gtfs::timetableFromZip(bytes);
}

void readMessage(const QByteArray& bytes)
{
    gtfs::Timetable timetable;
    timetable.routes.insert(QStringLiteral("U41"), QStringLiteral("U41"));
    timetable.trips.insert(QStringLiteral("trip-1"), {QStringLiteral("U41"), QStringLiteral("Hörde")});
    gtfs::Vehicles vehicles;
    (void)gtfs::readFeed(bytes, vehicles);
    SourceSnapshot into;
    gtfs::readVehicles(vehicles, timetable, named, Instant(), into);
    for (const Observation& observation : into.observations)
        if (observation.number() != nullptr && !std::isfinite(*observation.number()))
            std::abort();
    for (const Datastream& stream : into.datastreams)
        if (stream.position &&
            !(std::abs(stream.position->latitude) <= 90 && std::abs(stream.position->longitude) <= 180))
            std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    QLoggingCategory::setFilterRules(QStringLiteral("twin.*=false"));
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    if (bytes.startsWith("PK"))
        readArchive(bytes);
    else
        readMessage(bytes);
    return 0;
}
