// SPDX-License-Identifier: GPL-3.0-or-later
#include "pointcloud/laz/LayeredChunk.h"

#include "pointcloud/laz/Items.h"

#include <optional>
#include <vector>

namespace twin::pointcloud::laz {
namespace {

/// How returns of a pulse fall into contexts, by number of returns and number of the return (§6.2, table of the
/// specification).
constexpr std::uint8_t returnContexts[16][16] = {
    {0, 1, 2, 3, 4, 5, 3, 4, 4, 5, 5, 5, 5, 5, 5, 5}, {1, 0, 1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3},
    {2, 1, 2, 4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3}, {3, 3, 4, 5, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4},
    {4, 3, 4, 4, 5, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4}, {5, 3, 4, 4, 4, 5, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4},
    {3, 3, 4, 4, 4, 4, 5, 4, 4, 4, 4, 4, 4, 4, 4, 4}, {4, 3, 4, 4, 4, 4, 4, 5, 4, 4, 4, 4, 4, 4, 4, 4},
    {4, 3, 4, 4, 4, 4, 4, 4, 5, 4, 4, 4, 4, 4, 4, 4}, {5, 3, 4, 4, 4, 4, 4, 4, 4, 5, 4, 4, 4, 4, 4, 4},
    {5, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5, 4, 4, 4, 4, 4}, {5, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 4, 4, 4},
    {5, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 4, 4}, {5, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 4},
    {5, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5}, {5, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5},
};
constexpr std::size_t mostLevel = 7;

/// The streams of the first item, in their order in the chunk.
enum Layer : std::size_t {
    ReturnsAndXy,
    Height,
    Classification,
    Flags,
    Intensity,
    ScanAngle,
    UserData,
    PointSource,
    GpsTime,
    layerCount
};

/// A point of formats 6–10 in parts; the record's first 30 bytes (ASPRS LAS 1.4, table 10).
struct Point {
    std::int32_t x = 0, y = 0, z = 0;
    std::uint16_t intensity = 0;
    std::uint32_t number = 0;  ///< of the return
    std::uint32_t returns = 0; ///< of the pulse
    std::uint32_t flags = 0;   ///< classification flags, then scan direction and edge of flight line
    std::uint32_t channel = 0;
    std::uint8_t classification = 0;
    std::uint16_t source = 0;
    bool timeChanged = false;

    static constexpr std::size_t timeAt = 22;

    static Point from(const std::uint8_t* record)
    {
        Point p;
        p.x = load<std::int32_t>(record);
        p.y = load<std::int32_t>(record + 4);
        p.z = load<std::int32_t>(record + 8);
        p.intensity = load<std::uint16_t>(record + 12);
        p.number = record[14] & 15U;
        p.returns = record[14] >> 4 & 15U;
        p.flags = (record[15] & 15U) | (record[15] >> 6 & 1U) << 4 | (record[15] >> 7 & 1U) << 5;
        p.channel = record[15] >> 4 & 3U;
        p.classification = record[16];
        p.source = load<std::uint16_t>(record + 20);
        return p;
    }
    void put(std::uint8_t* record) const
    {
        store(record, x);
        store(record + 4, y);
        store(record + 8, z);
        store(record + 12, intensity);
        record[14] = static_cast<std::uint8_t>(number | returns << 4);
        record[15] =
            static_cast<std::uint8_t>((flags & 15U) | channel << 4 | (flags >> 4 & 1U) << 6 | (flags >> 5 & 1U) << 7);
        record[16] = classification;
        store(record + 20, source);
    }
};

/// What one scanner channel predicts from.
struct Channel {
    Channel(const Point& first, std::int64_t time) : last(first)
    {
        last.timeChanged = false;
        heights.fill(first.z);
        intensities.fill(first.intensity);
        times.begin(time);
    }

    Point last;
    Models<8> changed{128};
    SymbolModel otherChannel{3};
    Models<16> returns{16};
    SymbolModel sameTimeNumber{13};
    Models<16> numbers{16};
    std::array<RunningMedian, 12> xMedians;
    std::array<RunningMedian, 12> yMedians;
    IntegerDecoder dx{32, 2};
    IntegerDecoder dy{32, 22};
    IntegerDecoder z{32, 20};
    std::array<std::int32_t, 8> heights{};
    Models<64> classes{256};
    Models<64> flags{64};
    IntegerDecoder intensity{16, 4};
    std::array<std::uint16_t, 8> intensities{};
    IntegerDecoder source{16, 1};
    TimeModels times{false};
};

/// What one scanner channel's colours are predicted from.
struct ColourChannel {
    std::array<std::uint16_t, 3> last{};
    ColourModels models;
};

class Chunk final : public LayeredChunk {
public:
    Chunk(std::vector<std::uint8_t> first, std::size_t colourAt, std::uint32_t count,
          std::array<std::span<const std::uint8_t>, layerCount> layers, std::span<const std::uint8_t> colours)
        : m_record(std::move(first)), m_colourAt(colourAt), m_count(count)
    {
        for (std::size_t i = 0; i < layerCount; ++i)
            if (!layers[i].empty())
                m_layers[i].emplace(layers[i]);
        if (!colours.empty())
            m_colourLayer.emplace(colours);
        const Point point = Point::from(m_record.data());
        m_channel = m_colourChannel = point.channel;
        m_channels[m_channel] = std::make_unique<Channel>(point, load<std::int64_t>(m_record.data() + Point::timeAt));
        if (m_colourAt > 0) {
            m_colours[m_channel] = std::make_unique<ColourChannel>();
            std::memcpy(m_colours[m_channel]->last.data(), m_record.data() + m_colourAt, 6);
        }
    }

    [[nodiscard]] std::uint32_t count() const override { return m_count; }

    bool read(std::uint8_t* record) override
    {
        if (!m_isFirst) {
            if (!readPoint() || isOverrun())
                return false;
            if (m_colourAt > 0)
                readColour();
        }
        m_isFirst = false;
        std::memcpy(record, m_record.data(), m_record.size());
        return true;
    }

private:
    [[nodiscard]] bool isOverrun() const
    {
        return std::any_of(m_layers.begin(), m_layers.end(),
                           [](const auto& layer) { return layer && layer->isOverrun(); }) ||
               (m_colourLayer && m_colourLayer->isOverrun());
    }

    /// @returns what changed, as the stream says it; the channel is then the point's.
    std::uint32_t readChanges()
    {
        ArithmeticDecoder& decoder = *m_layers[ReturnsAndXy];
        Channel& before = *m_channels[m_channel];
        const Point& last = before.last;
        const std::size_t context =
            (last.number == 1 ? 1U : 0U) + (last.number >= last.returns ? 2U : 0U) + (last.timeChanged ? 4U : 0U);
        const std::uint32_t changed = decoder.symbol(before.changed[context]);
        if (changed >> 6 & 1U) {
            const std::uint32_t next = (m_channel + decoder.symbol(before.otherChannel) + 1) & 3U;
            if (!m_channels[next])
                m_channels[next] = std::make_unique<Channel>(last, before.times.last());
            m_channel = next;
            m_channels[m_channel]->last.channel = next;
        }
        return changed;
    }

    void readReturns(Channel& channel, std::uint32_t changed)
    {
        ArithmeticDecoder& decoder = *m_layers[ReturnsAndXy];
        Point& p = channel.last;
        if (changed >> 2 & 1U)
            p.returns = decoder.symbol(channel.returns[p.returns]);
        switch (changed & 3U) {
        case 1:
            p.number = (p.number + 1) & 15U;
            break;
        case 2:
            p.number = (p.number + 15) & 15U;
            break;
        case 3:
            p.number = changed >> 4 & 1U ? decoder.symbol(channel.numbers[p.number])
                                         : (p.number + decoder.symbol(channel.sameTimeNumber) + 2) & 15U;
            break;
        default:
            break;
        }
    }

    bool readPoint()
    {
        if (!m_layers[ReturnsAndXy])
            return false;
        const std::uint32_t changed = readChanges();
        const std::uint32_t timeChanged = changed >> 4 & 1U;
        Channel& channel = *m_channels[m_channel];
        readReturns(channel, changed);
        readPosition(channel, timeChanged);
        if (!readAttributes(channel, changed))
            return false;
        channel.last.timeChanged = timeChanged != 0;
        channel.last.put(m_record.data());
        store(m_record.data() + Point::timeAt, channel.times.last());
        return true;
    }

    void readPosition(Channel& channel, std::uint32_t timeChanged)
    {
        ArithmeticDecoder& decoder = *m_layers[ReturnsAndXy];
        Point& p = channel.last;
        const std::size_t context = std::size_t{returnContexts[p.returns][p.number]} << 1 | timeChanged;
        const std::uint32_t single = p.returns == 1 ? 1 : 0;
        const std::int32_t dx = channel.dx.read(decoder, channel.xMedians[context].get(), single);
        channel.xMedians[context].add(dx);
        const std::int32_t dy =
            channel.dy.read(decoder, channel.yMedians[context].get(), single + sizeContext(channel.dx.lastSize(), 20));
        channel.yMedians[context].add(dy);
        p.x = sum(p.x, dx);
        p.y = sum(p.y, dy);
        if (!m_layers[Height])
            return;
        const std::size_t level =
            std::min<std::size_t>(p.returns > p.number ? p.returns - p.number : p.number - p.returns, mostLevel);
        const std::uint32_t size = (channel.dx.lastSize() + channel.dy.lastSize()) / 2;
        p.z = channel.z.read(*m_layers[Height], channel.heights[level], single + sizeContext(size, 18));
        channel.heights[level] = p.z;
    }

    bool readAttributes(Channel& channel, std::uint32_t changed)
    {
        Point& p = channel.last;
        const std::uint32_t timeChanged = changed >> 4 & 1U;
        const std::uint32_t ends = (p.number == 1 ? 2U : 0U) | (p.number >= p.returns ? 1U : 0U);
        if (m_layers[Classification])
            p.classification = static_cast<std::uint8_t>(m_layers[Classification]->symbol(
                channel.classes[(p.classification & 31U) << 1 | (ends == 3 ? 1U : 0U)]));
        if (m_layers[Flags])
            p.flags = m_layers[Flags]->symbol(channel.flags[p.flags]);
        if (m_layers[Intensity]) {
            std::uint16_t& last = channel.intensities[ends << 1 | timeChanged];
            last = static_cast<std::uint16_t>(channel.intensity.read(*m_layers[Intensity], last, ends));
            p.intensity = last;
        }
        if (m_layers[PointSource] && (changed >> 5 & 1U))
            p.source = static_cast<std::uint16_t>(channel.source.read(*m_layers[PointSource], p.source));
        return !m_layers[GpsTime] || timeChanged == 0 || channel.times.read(*m_layers[GpsTime]);
    }

    /// A switch to a channel that was met before goes on from the colour of the channel before: version 3 of the
    /// method is so.
    void readColour()
    {
        std::size_t from = m_colourChannel;
        if (m_colourChannel != m_channel) {
            if (!m_colours[m_channel]) {
                m_colours[m_channel] = std::make_unique<ColourChannel>();
                m_colours[m_channel]->last = m_colours[from]->last;
                from = m_channel;
            }
            m_colourChannel = m_channel;
        }
        auto& last = m_colours[from]->last;
        if (m_colourLayer) {
            std::array<std::uint16_t, 3> colour{};
            m_colours[m_channel]->models.read(*m_colourLayer, last.data(), colour.data());
            last = colour;
        }
        std::memcpy(m_record.data() + m_colourAt, last.data(), 6);
    }

    std::vector<std::uint8_t> m_record; ///< the last point; what is not decoded stays the first's
    std::size_t m_colourAt;
    std::uint32_t m_count;
    bool m_isFirst = true;
    std::array<std::optional<ArithmeticDecoder>, layerCount> m_layers;
    std::optional<ArithmeticDecoder> m_colourLayer;
    std::array<std::unique_ptr<Channel>, 4> m_channels;
    std::array<std::unique_ptr<ColourChannel>, 4> m_colours;
    std::size_t m_channel = 0;
    std::size_t m_colourChannel = 0;
};

} // namespace

std::unique_ptr<LayeredChunk> LayeredChunk::open(std::span<const std::uint8_t> bytes, std::size_t recordBytes,
                                                 std::size_t colourAt, std::size_t extraLayers)
{
    const std::size_t layers = layerCount + (colourAt > 0 ? 1 : 0) + extraLayers;
    const std::size_t header = recordBytes + 4 + 4 * layers;
    if (bytes.size() < header)
        return nullptr;
    std::vector<std::uint8_t> first(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(recordBytes));
    const auto count = load<std::uint32_t>(bytes.data() + recordBytes);
    std::size_t at = header;
    std::size_t index = 0;
    const auto take = [&]() -> std::optional<std::span<const std::uint8_t>> {
        const std::size_t size = load<std::uint32_t>(bytes.data() + recordBytes + 4 + 4 * index++);
        if (size > bytes.size() - at)
            return std::nullopt;
        const auto layer = bytes.subspan(at, size);
        at += size;
        return layer;
    };
    std::array<std::span<const std::uint8_t>, layerCount> streams;
    for (auto& stream : streams) {
        const auto layer = take();
        if (!layer)
            return nullptr;
        stream = *layer;
    }
    std::span<const std::uint8_t> colours;
    if (colourAt > 0) {
        const auto layer = take();
        if (!layer)
            return nullptr;
        colours = *layer;
    }
    return std::make_unique<Chunk>(std::move(first), colourAt, count, streams, colours);
}

} // namespace twin::pointcloud::laz
