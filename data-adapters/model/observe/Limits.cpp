// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/observe/Limits.h"

#include "model/Csv.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>
#include <QFile>

namespace twin {
namespace {

struct Period {
    const char* iso;
    Milliseconds length;
    const char* title;
};
constexpr std::array periods{
    Period{"", Milliseconds(0), ""},
    Period{"PT1H", std::chrono::hours(1), QT_TRANSLATE_NOOP("twin::Limit", "Stundenmittel")},
    Period{"PT8H", std::chrono::hours(8), QT_TRANSLATE_NOOP("twin::Limit", "8-Stunden-Mittel")},
    Period{"P1D", std::chrono::hours(24), QT_TRANSLATE_NOOP("twin::Limit", "Tagesmittel")},
    Period{"P6M", std::chrono::hours(24 * 183), QT_TRANSLATE_NOOP("twin::Limit", "Mittel der Hochsaison")},
    Period{"P1Y", std::chrono::hours(24 * 365), QT_TRANSLATE_NOOP("twin::Limit", "Jahresmittel")},
};
constexpr std::array levels{"info", "warning", "alarm"};
constexpr qsizetype columns = 13;

QString translated(const char* text)
{
    return QCoreApplication::translate("twin::Limit", text);
}

tl::unexpected<Error> wrongLine(const QString& file, qint64 line, const char* what)
{
    return failure(
        ErrorCode::MalformedData,
        translated(QT_TRANSLATE_NOOP("twin::Limit", "Die Grenzwerttafel hat eine "
                                                    "unlesbare Zeile.")),
        QString::fromLatin1(what),
        translated(QT_TRANSLATE_NOOP("twin::Limit", "Verbessern Sie die Zeile, oder entfernen Sie die Datei: "
                                                    "Dann gilt die mitgelieferte Tafel.")),
        {file, line, {}});
}

/// An empty field is an invalid day; anything else must be one.
bool readDay(const QString& text, QDate& day)
{
    day = QDate::fromString(text, Qt::ISODate);
    return text.isEmpty() || day.isValid();
}

/// @returns what is wrong with the line; null: nothing.
const char* readLimit(const QStringList& fields, Limit& limit)
{
    if (fields.size() != columns || fields[0].isEmpty() || fields[4].isEmpty())
        return "not 13 columns with code and property";
    limit = {fields[0], fields[1], fields[2], fields[3], fields[4], {fields[5]}, {}, {}};
    const auto period = std::find_if(periods.begin(), periods.end(),
                                     [&](const Period& row) { return fields[6] == QLatin1String(row.iso); });
    if (period == periods.end())
        return "unknown period";
    limit.period = period->length;
    limit.threshold = Threshold::fromText(fields[7]);
    if (limit.threshold.relation == Threshold::Relation::None)
        return "unknown threshold";
    const auto level =
        std::find_if(levels.begin(), levels.end(), [&](const char* name) { return fields[8] == QLatin1String(name); });
    if (level == levels.end())
        return "unknown level";
    limit.level = static_cast<Limit::Level>(level - levels.begin());
    if (!readDay(fields[9], limit.validFrom) || !readDay(fields[10], limit.validTo))
        return "not a day";
    limit.allowed = fields[11];
    limit.checked = fields[12] != QLatin1String("no");
    return nullptr;
}

bool isFor(const Limit& limit, const Datastream& stream)
{
    const qsizetype dot = limit.property.indexOf(u'.');
    if (dot < 0)
        return limit.property == stream.property;
    return QStringView(limit.property).left(dot) == stream.thingType &&
           QStringView(limit.property).mid(dot + 1) == stream.property;
}

/// What is proposed for single values of a property, where nobody else says anything.
void appendProposed(const Datastream& stream, std::vector<Limit>& into)
{
    const ObservedProperty* known = observedProperty(stream.thingType, stream.property);
    if (known == nullptr)
        return;
    const auto append = [&](const char* id, const char* german, const char* english, const Threshold& threshold,
                            Limit::Level level) {
        if (threshold.relation == Threshold::Relation::None)
            return;
        Limit limit{stream.property + QLatin1String(id),
                    QString::fromUtf8(german),
                    QString::fromUtf8(english),
                    {},
                    stream.property,
                    known->unit,
                    {},
                    threshold,
                    level};
        into.push_back(std::move(limit));
    };
    append(":warning", "Warnschwelle", "Warning threshold", known->warning, Limit::Level::Warning);
    append(":alarm", "Alarmschwelle", "Alarm threshold", known->alarm, Limit::Level::Alarm);
}

/// @returns false where the limit says nothing about numbers of the stream's unit.
bool convert(Limit& limit, const Datastream& stream)
{
    if (limit.threshold.ofTotal || stream.kind == ValueKind::Boolean || limit.unit == stream.unit)
        return true;
    const auto value = converted(limit.threshold.value, limit.unit, stream.unit);
    if (!value)
        return false;
    limit.threshold.value = *value;
    limit.unit = stream.unit;
    return true;
}

} // namespace

QString Limit::periodText() const
{
    const auto found =
        std::find_if(periods.begin(), periods.end(), [&](const Period& row) { return row.length == period; });
    return found == periods.end() || period.count() == 0 ? QString() : translated(found->title);
}

const LimitTable& LimitTable::builtIn()
{
    static const LimitTable table = [] {
        QFile file(QStringLiteral(":/twin/codelists/limits.csv"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The table of limits is not compiled in");
        auto read = fromCsv(file.readAll(), file.fileName());
        if (!read)
            qFatal("The table of limits: %s", qPrintable(read.error().toText()));
        return *std::move(read);
    }();
    return table;
}

Result<LimitTable> LimitTable::fromCsv(QByteArrayView utf8, const QString& file)
{
    LimitTable table;
    const QString text = QString::fromUtf8(utf8);
    qint64 number = 0;
    for (QStringView line : QStringView(text).split(u'\n')) {
        ++number;
        line = line.trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u"code,"))
            continue;
        Limit limit;
        if (const char* wrong = readLimit(csvFields(line), limit))
            return wrongLine(file, number, wrong);
        table.m_limits.push_back(std::move(limit));
    }
    return table;
}

std::vector<Limit> LimitTable::of(const Datastream& stream, QDate day) const
{
    std::vector<Limit> found;
    if (stream.kind != ValueKind::Number && stream.kind != ValueKind::Boolean)
        return found;
    bool listed = false;
    for (const Limit& limit : m_limits) {
        if (!isFor(limit, stream))
            continue;
        listed = true;
        if (limit.isInForce(day))
            found.push_back(limit);
    }
    if (!listed)
        appendProposed(stream, found);
    std::erase_if(found, [&](Limit& limit) { return !convert(limit, stream); });
    std::stable_sort(found.begin(), found.end(), [](const Limit& a, const Limit& b) { return a.period < b.period; });
    return found;
}

} // namespace twin
