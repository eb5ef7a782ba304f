// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/live/LiveService.h"

#include <algorithm>
#include <mutex>
#include <set>

#include <QTest>

using namespace twin;

/// What the window gets from the demo platform: each of the twelve action fields has a layer, and each value names who
/// would deliver it in earnest.
class LiveLayersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyActionFieldHasALayerThatNamesItsSource()
    {
        std::mutex mutex;
        services::LiveSnapshotPointer latest;
        services::LiveService service(
            {.sources = {QStringLiteral("demo")}},
            [&](services::LiveSnapshotPointer snapshot) {
                const std::scoped_lock lock(mutex);
                latest = std::move(snapshot);
            },
            QStringLiteral(TWIN_PROGRAM));
        const auto fieldsOf = [](const services::LiveSnapshotPointer& snapshot) {
            std::set<ActionField> fields;
            for (const auto& thing : snapshot->things)
                fields.insert(thing->field);
            return fields;
        };
        const auto hasWarning = [](const services::LiveSnapshotPointer& snapshot) {
            return std::any_of(snapshot->things.begin(), snapshot->things.end(),
                               [](const auto& thing) { return !thing->area.empty(); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                const std::scoped_lock lock(mutex);
                return latest && fieldsOf(latest).size() == actionFieldCount && hasWarning(latest);
            }(),
            120'000);
        const std::scoped_lock lock(mutex);
        std::set<QString> ids;
        for (const auto& thing : latest->things) {
            QVERIFY2(thing->demo, qPrintable(thing->id));
            QVERIFY2(thing->place, qPrintable(thing->id));
            const QString own = thing->id.section(QLatin1Char('/'), 1);
            QVERIFY2(ids.insert(own).second, qPrintable(own)); // nothing comes twice
            for (const services::LiveReading& reading : thing->readings) {
                QVERIFY2(!reading.stream.provider.isEmpty(), qPrintable(reading.stream.id));
                QVERIFY2(reading.stream.demo, qPrintable(reading.stream.id));
            }
        }
    }
};

QTEST_GUILESS_MAIN(LiveLayersTest)
#include "tst_live_layers.moc"
