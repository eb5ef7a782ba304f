// SPDX-License-Identifier: GPL-3.0-or-later
#include "LifeSpans.h"

#include "package/database/Sqlite.h"

#include <array>

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace twin::services {
namespace {

constexpr std::size_t pollEvery = 1024;
constexpr std::array<const char*, 3> beginnings{"validFrom", "dateOfConstruction", "yearOfConstruction"};
constexpr std::array<const char*, 3> ends{"validTo", "dateOfDemolition", "yearOfDemolition"};

QString textOf(const package::SqliteStatement& row, int column)
{
    const std::string_view text = row.text(column);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// @returns a day from a date, a date with time, or a year, which begins with its first day.
QDate dayOf(const QString& text)
{
    const QString head = text.trimmed().left(10);
    if (const QDate date = QDate::fromString(head, Qt::ISODate); date.isValid())
        return date;
    bool isNumber = false;
    const int year = head.left(4).toInt(&isNumber);
    const bool isYear = isNumber && year > 0 && (head.size() == 4 || head.mid(4, 1) == QLatin1String("+"));
    return isYear ? QDate(year, 1, 1) : QDate();
}

LifeSpan spanOf(const QByteArray& attributes, const QString& terminated)
{
    QHash<QString, QString> values;
    const QJsonArray list = QJsonDocument::fromJson(attributes).array();
    for (const QJsonValue& value : list)
        values.insert(value[QLatin1String("name")].toString(), value[QLatin1String("value")].toString());
    LifeSpan span;
    for (const char* name : beginnings)
        if (!span.from.isValid())
            span.from = dayOf(values.value(QLatin1String(name)));
    for (const char* name : ends)
        if (!span.before.isValid())
            span.before = dayOf(values.value(QLatin1String(name)));
    if (!span.before.isValid())
        span.before = dayOf(terminated);
    return span;
}

} // namespace

Result<std::vector<LifeSpan>> readLifeSpans(const QString& regionFolder, const CancellationToken& cancel)
{
    TWIN_TRY(package::SqliteDatabase database,
             package::SqliteDatabase::openReadOnly(regionFolder + QStringLiteral("/twin.gpkg")));
    TWIN_TRY(package::SqliteStatement rows,
             database.prepare("SELECT gml_id, root, module, attributes, termination_date FROM city_object"));
    std::vector<LifeSpan> spans;
    QHash<QString, std::size_t> wholes; ///< by gml:id: their spans
    std::vector<std::pair<FeatureRef, QString>> parts;
    for (std::size_t count = 0;; ++count) {
        TWIN_TRY(const bool more, rows.step());
        if (!more)
            break;
        if (count % pollEvery == 0 && cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        const std::string_view attributes = rows.text(3);
        const bool says = !rows.isNull(4) || attributes.find("OfConstruction") != std::string_view::npos ||
                          attributes.find("OfDemolition") != std::string_view::npos ||
                          attributes.find("\"valid") != std::string_view::npos;
        const QString id = textOf(rows, 0);
        const FeatureRef feature{textOf(rows, 2), id};
        LifeSpan span;
        if (says)
            span = spanOf(QByteArray(attributes.data(), qsizetype(attributes.size())), textOf(rows, 4));
        if (span.from.isValid() || span.before.isValid()) {
            span.feature = feature;
            wholes.insert(id, spans.size());
            spans.push_back(span);
        } else if (const QString root = textOf(rows, 1); root != id) {
            parts.emplace_back(feature, root);
        }
    }
    for (const auto& [feature, root] : parts)
        if (const auto whole = wholes.constFind(root); whole != wholes.constEnd())
            spans.push_back({feature, spans[*whole].from, spans[*whole].before});
    return spans;
}

QSet<FeatureRef> absentOn(const std::vector<LifeSpan>& spans, const QDate& day)
{
    QSet<FeatureRef> absent;
    for (const LifeSpan& span : spans)
        if ((span.from.isValid() && day < span.from) || (span.before.isValid() && span.before <= day))
            absent.insert(span.feature);
    return absent;
}

} // namespace twin::services
