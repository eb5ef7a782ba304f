// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/history/Page.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <map>

namespace twin::package {
namespace {

// Layout: version, count, times, marks, scale and numbers, texts, delays. All integers are LEB128, signed ones zigzag.
constexpr char version = 1;
constexpr std::uint8_t noScale = 255;
constexpr std::size_t mostSamples = 1'000'000;
constexpr std::array<double, 7> powers = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};

enum Kind : std::uint8_t { Nothing, Number, Text };

Kind kindOf(const ObservedValue& value)
{
    return Kind(value.index());
}

std::uint8_t markOf(const Sample& sample)
{
    return std::uint8_t(kindOf(sample.value) << 4 | std::uint8_t(sample.quality));
}

void put(std::string& out, std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7)
        out += char(value | 0x80);
    out += char(value);
}

/// Differences may pass the ends of the range: they are taken and added up in unsigned arithmetic.
void putSigned(std::string& out, std::uint64_t value)
{
    put(out, (value << 1) ^ (std::int64_t(value) < 0 ? ~std::uint64_t(0) : 0));
}

class Reader {
public:
    explicit Reader(std::string_view bytes) : m_bytes(bytes) {}

    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::uint8_t byte = this->byte();
            value |= std::uint64_t(byte & 0x7F) << shift;
            if (byte < 0x80)
                return value;
        }
        m_isBroken = true;
        return 0;
    }
    std::uint64_t signedNumber()
    {
        const std::uint64_t value = number();
        return (value >> 1) ^ (~(value & 1) + 1);
    }
    std::uint8_t byte()
    {
        if (m_bytes.empty()) {
            m_isBroken = true;
            return 0;
        }
        const auto value = std::uint8_t(m_bytes.front());
        m_bytes.remove_prefix(1);
        return value;
    }
    std::string_view bytes(std::uint64_t count)
    {
        if (count > m_bytes.size()) {
            m_isBroken = true;
            return {};
        }
        const std::string_view taken = m_bytes.substr(0, std::size_t(count));
        m_bytes.remove_prefix(std::size_t(count));
        return taken;
    }
    [[nodiscard]] bool isBroken() const { return m_isBroken; }
    [[nodiscard]] std::size_t left() const { return m_bytes.size(); }

private:
    std::string_view m_bytes;
    bool m_isBroken = false;
};

/// @returns the fewest decimals that all numbers have exactly; noScale where one has more than six.
std::uint8_t scaleOf(const std::vector<Sample>& samples)
{
    std::uint8_t scale = 0;
    for (const Sample& sample : samples) {
        const double* number = std::get_if<double>(&sample.value);
        if (number == nullptr)
            continue;
        const auto isExact = [number](std::uint8_t s) {
            const double whole = std::round(*number * powers[s]);
            return std::abs(whole) < 4e15 && whole / powers[s] == *number && !(whole == 0 && std::signbit(*number));
        };
        while (scale < powers.size() && !isExact(scale))
            ++scale;
        if (scale == powers.size())
            return noScale;
    }
    return scale;
}

void putNumbers(std::string& out, const std::vector<Sample>& samples)
{
    const std::uint8_t scale = scaleOf(samples);
    out += char(scale);
    std::uint64_t before = 0;
    for (const Sample& sample : samples) {
        const double* number = std::get_if<double>(&sample.value);
        if (number == nullptr)
            continue;
        if (scale == noScale) {
            char raw[sizeof(double)];
            std::memcpy(raw, number, sizeof raw);
            out.append(raw, sizeof raw);
            continue;
        }
        const auto whole = std::uint64_t(std::int64_t(std::round(*number * powers[scale])));
        putSigned(out, whole - before);
        before = whole;
    }
}

void putTexts(std::string& out, const std::vector<Sample>& samples)
{
    std::map<QByteArray, std::uint64_t> known;
    std::string table, places;
    for (const Sample& sample : samples) {
        const QString* text = std::get_if<QString>(&sample.value);
        if (text == nullptr)
            continue;
        const QByteArray utf8 = text->toUtf8();
        const auto [entry, isNew] = known.emplace(utf8, known.size());
        if (isNew) {
            put(table, std::uint64_t(utf8.size()));
            table.append(utf8.constData(), std::size_t(utf8.size()));
        }
        put(places, entry->second);
    }
    put(out, known.size());
    out += table + places;
}

void takeMarks(Reader& reader, std::vector<Sample>& samples, std::vector<Kind>& kinds)
{
    for (std::size_t i = 0; i < samples.size() && !reader.isBroken();) {
        const std::uint64_t run = reader.number();
        const std::uint8_t mark = reader.byte();
        if (run == 0 || run > samples.size() - i)
            return; // the caller notices that marks are missing
        for (std::uint64_t j = 0; j < run; ++j, ++i) {
            kinds.push_back(Kind(mark >> 4));
            samples[i].quality =
                (mark & 0x0F) <= std::uint8_t(Quality::AssumedTime) ? Quality(mark & 0x0F) : Quality::Unstated;
        }
    }
}

void takeNumbers(Reader& reader, std::vector<Sample>& samples, const std::vector<Kind>& kinds)
{
    const std::uint8_t scale = reader.byte();
    std::uint64_t whole = 0;
    for (std::size_t i = 0; i < samples.size() && !reader.isBroken(); ++i) {
        if (kinds[i] != Number)
            continue;
        if (scale < powers.size()) {
            whole += reader.signedNumber();
            samples[i].value = double(std::int64_t(whole)) / powers[scale];
            continue;
        }
        double number = 0;
        const std::string_view raw = reader.bytes(sizeof number);
        if (raw.size() == sizeof number)
            std::memcpy(&number, raw.data(), sizeof number);
        samples[i].value = std::isfinite(number) ? number : 0;
    }
}

void takeTexts(Reader& reader, std::vector<Sample>& samples, const std::vector<Kind>& kinds)
{
    std::vector<QString> table;
    const std::uint64_t count = reader.number();
    for (std::uint64_t i = 0; i < count && !reader.isBroken(); ++i) {
        const std::string_view utf8 = reader.bytes(reader.number());
        table.push_back(QString::fromUtf8(utf8.data(), qsizetype(utf8.size())));
    }
    for (std::size_t i = 0; i < samples.size() && !reader.isBroken(); ++i)
        if (kinds[i] == Text) {
            const std::uint64_t place = reader.number();
            samples[i].value = place < table.size() ? table[std::size_t(place)] : QString();
        }
}

} // namespace

std::string encodePage(const std::vector<Sample>& samples)
{
    std::string out;
    out.reserve(16 + samples.size() * 6);
    out += version;
    put(out, samples.size());
    std::uint64_t time = 0, step = 0;
    for (const Sample& sample : samples) {
        const std::uint64_t next = std::uint64_t(sample.time) - time;
        putSigned(out, next - step);
        step = next;
        time = std::uint64_t(sample.time);
    }
    for (std::size_t i = 0; i < samples.size();) {
        std::size_t end = i + 1;
        while (end < samples.size() && markOf(samples[end]) == markOf(samples[i]))
            ++end;
        put(out, end - i);
        out += char(markOf(samples[i]));
        i = end;
    }
    putNumbers(out, samples);
    putTexts(out, samples);
    std::uint64_t delay = 0;
    for (const Sample& sample : samples) {
        const std::uint64_t own = std::uint64_t(sample.received) - std::uint64_t(sample.time);
        putSigned(out, own - delay);
        delay = own;
    }
    return out;
}

std::optional<std::vector<Sample>> decodePage(std::string_view bytes)
{
    Reader reader(bytes);
    if (reader.byte() != version)
        return std::nullopt;
    const std::uint64_t count = reader.number();
    if (reader.isBroken() || count > mostSamples || count > reader.left()) // each takes a byte at least
        return std::nullopt;
    std::vector<Sample> samples(static_cast<std::size_t>(count));
    std::uint64_t time = 0, step = 0;
    for (Sample& sample : samples) {
        step += reader.signedNumber();
        time += step;
        sample.time = std::int64_t(time);
    }
    std::vector<Kind> kinds;
    kinds.reserve(samples.size());
    takeMarks(reader, samples, kinds);
    if (kinds.size() != samples.size())
        return std::nullopt;
    takeNumbers(reader, samples, kinds);
    takeTexts(reader, samples, kinds);
    std::uint64_t delay = 0;
    for (Sample& sample : samples) {
        delay += reader.signedNumber();
        sample.received = std::int64_t(std::uint64_t(sample.time) + delay);
    }
    const bool isAscending = std::adjacent_find(samples.begin(), samples.end(), [](const Sample& a, const Sample& b) {
                                 return a.time >= b.time;
                             }) == samples.end();
    if (reader.isBroken() || reader.left() > 0 || !isAscending)
        return std::nullopt;
    return samples;
}

bool mergeSamples(std::vector<Sample>& known, std::vector<Sample>&& fresh)
{
    // Of equal times the last counts.
    std::vector<Sample> unique;
    unique.reserve(fresh.size());
    for (Sample& sample : fresh) {
        if (!unique.empty() && unique.back().time == sample.time)
            unique.back() = std::move(sample);
        else
            unique.push_back(std::move(sample));
    }
    if (known.empty() || (!unique.empty() && unique.front().time > known.back().time)) {
        const bool isChanged = !unique.empty();
        known.insert(known.end(), std::make_move_iterator(unique.begin()), std::make_move_iterator(unique.end()));
        return isChanged;
    }
    bool isChanged = false;
    std::vector<Sample> merged;
    merged.reserve(known.size() + unique.size());
    auto old = known.begin();
    for (Sample& sample : unique) {
        while (old != known.end() && old->time < sample.time)
            merged.push_back(std::move(*old++));
        if (old == known.end() || old->time != sample.time) {
            merged.push_back(std::move(sample));
            isChanged = true;
            continue;
        }
        const bool isSame = old->value == sample.value && old->quality == sample.quality;
        merged.push_back(std::move(isSame ? *old : sample));
        isChanged = isChanged || !isSame;
        ++old;
    }
    merged.insert(merged.end(), std::make_move_iterator(old), std::make_move_iterator(known.end()));
    known = std::move(merged);
    return isChanged;
}

} // namespace twin::package
