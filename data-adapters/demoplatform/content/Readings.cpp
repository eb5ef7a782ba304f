// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/content/Readings.h"

#include "demoplatform/content/Courses.h"
#include "demoplatform/content/DataSets.h"
#include "demoplatform/content/Noise.h"
#include "geo/Crs.h"

#include <algorithm>

namespace twin::demoplatform {

struct Readings::Private {
    Private(const Tables& t, const Catalogue& c, std::uint64_t s, const Faults& f, geo::Geocentric g)
        : tables(t), catalogue(c), seed(s), faults(f), weather(t, s), geocentric(std::move(g))
    {
        for (const TramLine& line : tables.tramLines)
            timetables.emplace_back(line);
    }

    /// Sensors of one kind do not all measure in the same second.
    [[nodiscard]] std::int64_t phase(const Stream& stream, std::int64_t period) const
    {
        return std::int64_t(mixed(seed, 600, std::uint64_t(stream.thing)) %
                            std::uint64_t(std::min<std::int64_t>(period, 3600)));
    }

    [[nodiscard]] std::int64_t skew(const Stream& stream) const
    {
        const auto thing = std::uint64_t(stream.thing);
        if (faults.skew <= 0 || unitOf(seed, 610, thing) >= faults.skew)
            return 0;
        return std::int64_t((unitOf(seed, 611, thing) * 2 - 1) * 3600) * 1000;
    }

    const Tables& tables;
    const Catalogue& catalogue;
    std::uint64_t seed;
    Faults faults;
    Weather weather;
    geo::Geocentric geocentric;
    std::vector<Timetable> timetables;
};

Readings::Readings(std::unique_ptr<Private> p) : d(std::move(p)) {}
Readings::Readings(Readings&&) noexcept = default;
Readings& Readings::operator=(Readings&&) noexcept = default;
Readings::~Readings() = default;

Result<Readings> Readings::make(const Tables& tables, const Catalogue& catalogue, std::uint64_t seed,
                                const Faults& faults)
{
    TWIN_TRY(geo::Geocentric geocentric, geo::Geocentric::create());
    return Readings(std::make_unique<Private>(tables, catalogue, seed, faults, std::move(geocentric)));
}

ReadingRange Readings::range(int number, std::int64_t from, std::int64_t to, std::int64_t now) const
{
    const Stream& stream = d->catalogue.streams()[std::size_t(number)];
    const std::int64_t period = d->catalogue.propertyOf(stream).period;
    const std::int64_t phase = d->phase(stream, period) * 1000;
    const std::int64_t step = period * 1000;
    const std::int64_t skew = d->skew(stream);
    from = std::clamp(from - skew, begin, std::max(begin, now) + step);
    to = std::clamp(to - skew, begin - step, now);
    const auto up = [step](std::int64_t t) { return (t + step - 1) / step; };
    return {up(from - phase), to < phase ? -1 : (to - phase) / step};
}

ReadingRange Readings::arrived(int number, std::int64_t since, std::int64_t now) const
{
    const std::int64_t skew = d->skew(d->catalogue.streams()[std::size_t(number)]);
    return range(number, since + 1 + skew, now + skew, now);
}

std::optional<Reading> Readings::reading(int number, std::int64_t index) const
{
    const Stream& stream = d->catalogue.streams()[std::size_t(number)];
    const Property& property = d->catalogue.propertyOf(stream);
    const Thing& thing = d->catalogue.thingOf(stream);
    Reading reading;
    reading.index = index;
    const std::int64_t time = index * property.period * 1000 + d->phase(stream, property.period) * 1000;
    if (d->faults.gaps > 0 &&
        unitOf(d->seed, 620 + std::uint64_t(stream.thing), std::uint64_t(time / 1'800'000)) < d->faults.gaps)
        return std::nullopt;
    reading.measuredAt = time;
    reading.observedAt = time + d->skew(stream);
    const Courses courses(d->tables, d->weather, d->timetables, d->seed);
    if (property.isText())
        reading.text = courses.word(thing, property.quantity, time);
    else
        reading.value = courses.number(thing, property.quantity, time);
    return reading;
}

std::optional<Reading> Readings::latest(int number, std::int64_t now) const
{
    const Stream& stream = d->catalogue.streams()[std::size_t(number)];
    constexpr std::int64_t day = 86'400'000;
    const std::int64_t skew = d->skew(stream);
    const ReadingRange range = this->range(number, now + skew - 2 * day, now + skew, now);
    for (std::int64_t index = range.last; index >= range.first; --index)
        if (const auto found = reading(number, index))
            return found;
    return std::nullopt;
}

Whereabouts Readings::whereabouts(const Thing& thing, std::int64_t now) const
{
    if (thing.dataSet != Trams)
        return {thing.longitude, thing.latitude, thing.height};
    const TramState tram = d->timetables[std::size_t(thing.variant)].at(now, int(thing.size), d->seed);
    const GeodeticPosition p = d->geocentric.toGeodetic({tram.easting, tram.northing, tram.elevation});
    return {p.longitudeDegrees, p.latitudeDegrees, tram.elevation};
}

const Catalogue& Readings::catalogue() const
{
    return d->catalogue;
}

const Tables& Readings::tables() const
{
    return d->tables;
}

const std::vector<Timetable>& Readings::timetables() const
{
    return d->timetables;
}

const Weather& Readings::weather() const
{
    return d->weather;
}

std::uint64_t Readings::seed() const
{
    return d->seed;
}

bool Readings::isSilent(std::int64_t now) const
{
    return d->faults.silence > 0 && unitOf(d->seed, 630, std::uint64_t(now / 120'000)) < d->faults.silence;
}

} // namespace twin::demoplatform
