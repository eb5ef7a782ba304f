// SPDX-License-Identifier: GPL-3.0-or-later
#include "ngsi/NgsiPast.h"

#include "observe/SourceHttp.h"

#include <algorithm>

#include <QJsonArray>
#include <QSet>

namespace twin::ngsi {
namespace {

constexpr int pageSize = 100; ///< what brokers let a temporal query ask for at once
constexpr int mostPages = 10'000;

void readLast(const QJsonObject& entity, const NewStream& newStream, Instant now, std::vector<Observation>& into)
{
    const QString thing = entity[QLatin1String("id")].toString();
    for (auto member = entity.constBegin(); member != entity.constEnd(); ++member) {
        if (!member->isObject() && !member->isArray())
            continue; // id, type
        const QString name = shortName(member.key());
        std::vector<Observation> values;
        readTemporal(entity, name, newStream(thing + QLatin1Char('/') + name).id, now, values);
        const auto last = std::max_element(values.begin(), values.end(),
                                           [](const auto& a, const auto& b) { return a.observedAt < b.observedAt; });
        if (last != values.end())
            into.push_back(std::move(*last));
    }
}

} // namespace

// Joined, not numbered: percent signs of the values would be taken for place marks.
QString temporalQuery(const QString& attribute, const TimeRange& range, int most)
{
    return QStringLiteral("attrs=") + observe::encoded(attribute) + QStringLiteral("&timerel=between&timeAt=") +
           observe::encoded(isoText(range.from)) + QStringLiteral("&endTimeAt=") + observe::encoded(isoText(range.to)) +
           QStringLiteral("&lastN=") + QString::number(most) + QStringLiteral("&options=temporalValues");
}

QString quantumLeapQuery(const TimeRange& range, int most)
{
    return QStringLiteral("fromDate=") + observe::encoded(isoText(range.from)) + QStringLiteral("&toDate=") +
           observe::encoded(isoText(range.to)) + QStringLiteral("&limit=") + QString::number(most);
}

Result<std::vector<Observation>> valuesAt(const QStringList& types, Instant instant, const NewStream& newStream,
                                          const AskTemporal& ask)
{
    std::vector<Observation> values;
    const Instant now = systemNow();
    // "before" leaves the instant itself out.
    const QString until = observe::encoded(isoText(instant + Milliseconds(1)));
    for (const QString& type : types) {
        QSet<QString> seen;
        for (int page = 0; page < mostPages; ++page) {
            const QString query = QStringLiteral("type=") + observe::encoded(type) +
                                  QStringLiteral("&timerel=before&timeAt=") + until +
                                  QStringLiteral("&lastN=1&options=temporalValues&limit=") + QString::number(pageSize) +
                                  QStringLiteral("&offset=") + QString::number(page * pageSize);
            TWIN_TRY(const QJsonDocument answer, ask(query));
            const QJsonArray entities = answer.array();
            const qsizetype before = seen.size();
            for (const QJsonValue& entity : entities) {
                seen.insert(entity[QLatin1String("id")].toString());
                readLast(entity.toObject(), newStream, now, values);
            }
            // A broker that knows no offset sends the same page again and again.
            if (entities.size() < pageSize || seen.size() == before)
                break;
        }
    }
    return values;
}

} // namespace twin::ngsi
