// SPDX-License-Identifier: GPL-3.0-or-later
#include "ValueScale.h"

#include "model/Csv.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QFile>
#include <QHash>

namespace twin::live {
namespace {

using Table = QHash<QString, ValueScale>; ///< by "WeatherObserved.temperature"

std::optional<ValueScale> scaleOf(const QStringList& fields)
{
    bool isFrom = false;
    bool isTo = false;
    bool isSpan = false;
    ValueScale scale;
    scale.unit.ucum = fields[1];
    scale.from = fields[2].toDouble(&isFrom);
    scale.to = fields[3].toDouble(&isTo);
    const double span = fields[4].toDouble(&isSpan);
    if (isSpan && span > 0)
        scale.fieldSpan = span;
    for (const QString& name : fields[5].split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (const QColor colour(name); colour.isValid())
            scale.colours.push_back(colour);
    if (!isFrom || !isTo || !(scale.from < scale.to) || scale.colours.size() < 2)
        return std::nullopt;
    return scale;
}

const Table& table()
{
    static const Table rows = [] {
        Table read;
        QFile file(QStringLiteral(":/twin/codelists/value_scales.csv"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The table of value scales is not compiled in");
        const QString text = QString::fromUtf8(file.readAll());
        QHash<QString, int> ranks;
        for (const QStringView line : QStringView(text).split(u'\n', Qt::SkipEmptyParts)) {
            const QStringList fields = csvFields(line);
            if (line.startsWith(u'#') || fields.size() < 6)
                continue;
            if (auto scale = scaleOf(fields)) {
                scale->rank = ranks[fields[0].section(QLatin1Char('.'), 0, 0)]++;
                read.insert(fields[0], *scale);
            }
        }
        return read;
    }();
    return rows;
}

/// Counts and shares have no dimension: "1", "{count}" and "{vehicles}" are the same to UCUM.
bool isSameUnit(const Unit& a, const Unit& b)
{
    const auto isPlain = [](const Unit& unit) { return unit.ucum == QLatin1String("1") || unit.ucum.startsWith(u'{'); };
    return a == b || (isPlain(a) && isPlain(b));
}

const ValueScale* known(const Datastream& stream)
{
    const auto row = table().constFind(stream.thingType + QLatin1Char('.') + stream.property);
    return row == table().constEnd() ? nullptr : &*row;
}

} // namespace

double ValueScale::share(double value) const
{
    return std::clamp((value - from) / (to - from), 0.0, 1.0);
}

QColor ValueScale::colour(double share) const
{
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(colours.size() - 1);
    const auto left = std::min(static_cast<std::size_t>(place), colours.size() - 2);
    const double part = place - static_cast<double>(left);
    const auto mix = [part](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * part)); };
    const QColor& a = colours[left];
    const QColor& b = colours[left + 1];
    return QColor::fromRgb(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

const ValueScale* valueScale(const Datastream& stream)
{
    const ValueScale* scale = known(stream);
    return scale != nullptr && isSameUnit(scale->unit, stream.unit) && stream.kind == ValueKind::Number ? scale
                                                                                                        : nullptr;
}

int importance(const Datastream& stream)
{
    const ValueScale* scale = known(stream);
    return scale != nullptr ? scale->rank : std::numeric_limits<int>::max();
}

} // namespace twin::live
