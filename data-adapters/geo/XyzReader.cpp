// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/XyzReader.h"

#include "geo/text/TextEncoding.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <memory>
#include <numeric>
#include <string>

#include <zlib.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace twin::geo {
namespace {

constexpr std::size_t bufferBytes = std::size_t{1} << 20;
constexpr std::size_t longestLine = 4096;
constexpr int mostHeadingLines = 20;
constexpr std::size_t headBytes = 65536;
constexpr std::size_t mostHeadPoints = 2000;
constexpr double lowestHeight = -500; // Hambach's pit ends at −300 m; −999, −9999 and −32768 mean "no data"
constexpr double highestHeight = 9000;
/// A grid with less than this share of its nodes filled is none: scattered points would make any number of nodes.
constexpr double leastFilled = 1.0 / 64;
constexpr double nodesAlwaysAllowed = 1e6;

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::geo", text);
}

struct GzCloser {
    void operator()(gzFile file) const { gzclose(file); }
};
using GzFile = std::unique_ptr<gzFile_s, GzCloser>;

GzFile openText(const QString& path)
{
    GzFile file(gzopen(QFile::encodeName(path).constData(), "rb")); // plain files pass through
    if (file)
        gzbuffer(file.get(), bufferBytes / 4);
    return file;
}

tl::unexpected<Error> malformed(const QString& path, const QString& summary, const QString& detail, qint64 line = -1)
{
    return failure(ErrorCode::MalformedData, summary, detail,
                   tr("Erwartet werden Zeilen „Ost Nord Höhe“ auf einem regelmäßigen Gitter; wandeln Sie andere Punkte "
                      "in ein GeoTIFF um."),
                   {path, line, {}});
}

/// Numbers of one line in the notation of its file.
class LineParser {
public:
    /// Settles the notation from a line.
    void sniff(std::string_view line)
    {
        const bool hasComma = line.find(',') != std::string_view::npos;
        const bool hasPoint = line.find('.') != std::string_view::npos;
        const bool hasSeparator = line.find_first_of("; \t", line.find_first_not_of(" \t")) != std::string_view::npos;
        const std::size_t commas = static_cast<std::size_t>(std::count(line.begin(), line.end(), ','));
        m_decimalComma =
            hasComma && !hasPoint && hasSeparator && commas <= 3 && line.find(", ") == std::string_view::npos;
    }

    /// @returns false when the line does not begin with three numbers.
    [[nodiscard]] bool parse(const char* p, const char* end, std::array<double, 3>& numbers) const
    {
        for (double& number : numbers) {
            while (p < end && isSeparator(*p))
                ++p;
            if (!parseNumber(p, end, number))
                return false;
        }
        return p == end || isSeparator(*p);
    }

private:
    [[nodiscard]] bool isSeparator(char c) const
    {
        return c == ' ' || c == '\t' || c == ';' || (c == ',' && !m_decimalComma);
    }

    [[nodiscard]] bool parseNumber(const char*& p, const char* end, double& number) const
    {
        static constexpr std::array<double, 16> powers{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                       1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
        const char* const start = p;
        const bool negative = p < end && *p == '-';
        if (p < end && (*p == '-' || *p == '+'))
            ++p;
        std::uint64_t digits = 0;
        int count = 0;
        int decimals = 0;
        for (; p < end && *p >= '0' && *p <= '9'; ++p, ++count)
            digits = digits * 10 + static_cast<std::uint64_t>(*p - '0');
        if (p < end && (*p == '.' || (*p == ',' && m_decimalComma)))
            for (++p; p < end && *p >= '0' && *p <= '9'; ++p, ++count, ++decimals)
                digits = digits * 10 + static_cast<std::uint64_t>(*p - '0');
        const bool isPlain = count > 0 && count <= 15 && (p == end || isSeparator(*p));
        if (isPlain) { // both exact: one rounding
            number = static_cast<double>(digits) / powers[static_cast<std::size_t>(decimals)];
            if (negative)
                number = -number;
            return true;
        }
        return parseAny(p = start, end, number);
    }

    /// Exponents, "nan" and more digits than a double has.
    [[nodiscard]] bool parseAny(const char*& p, const char* end, double& number) const
    {
        const char* stop = p;
        while (stop < end && !isSeparator(*stop))
            ++stop;
        std::string text(p, stop);
        if (m_decimalComma)
            std::replace(text.begin(), text.end(), ',', '.');
        const char* first = text.data() + (!text.empty() && text.front() == '+' ? 1 : 0);
        const auto [last, error] = std::from_chars(first, text.data() + text.size(), number);
        p = stop;
        return error == std::errc() && last == text.data() + text.size() && last != first;
    }

    bool m_decimalComma = false;
};

/// Points in equal steps: a row of a sorted file is one, a shuffled file has one for every two points.
struct Run {
    std::int64_t x = 0; // in units, so that equal coordinates are equal
    std::int64_t y = 0;
    std::int64_t dx = 0;
    std::int64_t dy = 0;
    std::uint32_t count = 0;

    [[nodiscard]] bool goesOn(std::int64_t toX, std::int64_t toY) const
    {
        return toX == x + dx * count && toY == y + dy * count;
    }
};

class PointCollector {
public:
    void add(const std::array<double, 3>& point)
    {
        if (m_heights.empty()) // degrees need more digits than metres
            m_unitsPerMetre = std::abs(point[0]) <= 360 && std::abs(point[1]) <= 90 ? 1e9 : 1e3;
        const auto x = static_cast<std::int64_t>(std::llround(point[0] * m_unitsPerMetre));
        const auto y = static_cast<std::int64_t>(std::llround(point[1] * m_unitsPerMetre));
        if (!m_runs.empty() && m_runs.back().count == 1) {
            m_runs.back().dx = x - m_runs.back().x;
            m_runs.back().dy = y - m_runs.back().y;
            m_runs.back().count = 2;
        } else if (!m_runs.empty() && m_runs.back().goesOn(x, y)) {
            ++m_runs.back().count;
        } else {
            m_runs.push_back({x, y, 0, 0, 1});
        }
        const bool isHeight = point[2] > lowestHeight && point[2] < highestHeight;
        m_outliers += isHeight || std::isnan(point[2]) ? 0 : 1;
        m_heights.push_back(isHeight ? static_cast<float>(point[2]) : std::numeric_limits<float>::quiet_NaN());
    }
    [[nodiscard]] qint64 count() const { return static_cast<qint64>(m_heights.size()); }
    [[nodiscard]] Result<HeightGrid> grid(const QString& path) const;

private:
    double m_unitsPerMetre = 1e3;
    std::vector<Run> m_runs;
    std::vector<float> m_heights;
    qint64 m_outliers = 0;
};

struct Span {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t most = std::numeric_limits<std::int64_t>::min();
    std::int64_t pitch = 0; ///< greatest common divisor of all distances: the grid's spacing in any order of points

    void include(std::int64_t from, std::int64_t step, std::uint32_t count)
    {
        if (least > most)
            m_anchor = from;
        const std::int64_t to = from + step * (std::int64_t{count} - 1);
        least = std::min({least, from, to});
        most = std::max({most, from, to});
        pitch = std::gcd(pitch, std::gcd(from - m_anchor, step));
    }
    [[nodiscard]] double nodes() const
    {
        return pitch == 0 ? 1 : static_cast<double>(most - least) / static_cast<double>(pitch) + 1;
    }

private:
    std::int64_t m_anchor = 0;
};

Result<HeightGrid> PointCollector::grid(const QString& path) const
{
    Span across;
    Span along;
    for (const Run& run : m_runs) {
        across.include(run.x, run.dx, run.count);
        along.include(run.y, run.dy, run.count);
    }
    const double nodes = across.nodes() * along.nodes();
    if (across.nodes() < 2 || along.nodes() < 2 ||
        nodes > std::max(nodesAlwaysAllowed, static_cast<double>(count()) / leastFilled) ||
        nodes > 4.0 * static_cast<double>(mostXyzPoints))
        return malformed(path, tr("Die Punkte bilden kein regelmäßiges Gitter."),
                         QStringLiteral("%1 points, pitch %2 × %3")
                             .arg(count())
                             .arg(static_cast<double>(across.pitch) / m_unitsPerMetre)
                             .arg(static_cast<double>(along.pitch) / m_unitsPerMetre));
    HeightGrid grid;
    grid.columns = static_cast<int>(across.nodes());
    grid.rows = static_cast<int>(along.nodes());
    grid.west = static_cast<double>(across.least) / m_unitsPerMetre;
    grid.north = static_cast<double>(along.most) / m_unitsPerMetre;
    grid.spacingX = static_cast<double>(across.pitch) / m_unitsPerMetre;
    grid.spacingY = static_cast<double>(along.pitch) / m_unitsPerMetre;
    grid.points = count();
    grid.outliers = m_outliers;
    grid.heights.assign(static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows),
                        std::numeric_limits<float>::quiet_NaN());
    const float* height = m_heights.data();
    for (const Run& run : m_runs) {
        std::int64_t node = (along.most - run.y) / along.pitch * grid.columns + (run.x - across.least) / across.pitch;
        const std::int64_t step = -run.dy / along.pitch * grid.columns + run.dx / across.pitch;
        for (std::uint32_t i = 0; i < run.count; ++i, node += step, ++height)
            if (!std::isnan(*height))
                grid.heights[static_cast<std::size_t>(node)] = *height;
    }
    return grid;
}

/// Lines as they come out of the file; the last one may lack its end.
class LineSource {
public:
    explicit LineSource(GzFile file) : m_file(std::move(file)), m_buffer(bufferBytes + longestLine) {}

    /// @returns false at the end, or when the file cannot be read on (see failed()).
    [[nodiscard]] bool next(const char*& begin, const char*& end)
    {
        for (;;) {
            const char* const from = m_buffer.data() + m_begin;
            if (const void* found = std::memchr(from, '\n', m_end - m_begin)) {
                begin = from;
                end = static_cast<const char*>(found);
                m_begin += static_cast<std::size_t>(end - from) + 1;
                break;
            }
            if (m_atEnd) {
                begin = from;
                end = m_buffer.data() + m_end;
                m_begin = m_end;
                if (begin == end)
                    return false;
                break;
            }
            if (!fill())
                return false;
        }
        if (end > begin && end[-1] == '\r')
            --end;
        return true;
    }
    [[nodiscard]] const QString& failed() const { return m_failure; }

private:
    bool fill()
    {
        const std::size_t rest = m_end - m_begin;
        if (rest > longestLine) {
            m_failure = QStringLiteral("line of more than %1 characters").arg(longestLine);
            return false;
        }
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, rest);
        m_begin = 0;
        const int got = gzread(m_file.get(), m_buffer.data() + rest, bufferBytes);
        int code = Z_OK;
        const char* const message = gzerror(m_file.get(), &code);
        if (got < 0 || code != Z_OK) {
            m_failure = QStringLiteral("zlib %1: %2").arg(code).arg(QLatin1String(message));
            return false;
        }
        m_end = rest + static_cast<std::size_t>(got);
        m_atEnd = got == 0;
        return true;
    }

    GzFile m_file;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    bool m_atEnd = false;
    QString m_failure;
};

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// How a file of points begins.
struct Head {
    std::string heading; ///< the last line before the points that is no remark; empty: none
    std::vector<std::array<double, 2>> points;
    std::size_t bytes = 1; ///< from the beginning to the last of the points
};

Head readHead(const QString& path, std::size_t mostBytes, std::size_t mostPoints)
{
    Head head;
    GzFile file = openText(path);
    if (!file)
        return head;
    std::string text(mostBytes, '\0');
    const int got = gzread(file.get(), text.data(), static_cast<unsigned>(text.size()));
    text.resize(static_cast<std::size_t>(std::max(got, 0)));
    std::string_view rest(text);
    if (rest.find('\0') != std::string_view::npos)
        return head;
    if (rest.substr(0, 3) == byteOrderMark)
        rest.remove_prefix(byteOrderMark.size());
    LineParser parser;
    std::array<double, 3> point{};
    for (int number = 0; head.points.size() < mostPoints; ++number) {
        const std::size_t stop = rest.find('\n');
        // A line that was not read to its end is only good where the file ends too.
        if (stop == std::string_view::npos && text.size() == mostBytes)
            break;
        std::string_view line = rest.substr(0, stop);
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        if (head.points.empty())
            parser.sniff(line);
        if (parser.parse(line.data(), line.data() + line.size(), point)) {
            head.points.push_back({point[0], point[1]});
            head.bytes = static_cast<std::size_t>(line.data() + line.size() - text.data());
        } else if (number >= mostHeadingLines) {
            break;
        } else if (!line.empty()) {
            if (head.points.empty() && line[0] != '#' && line[0] != '/')
                head.heading = line;
            head.points.clear();
        }
        if (stop == std::string_view::npos)
            break;
        rest.remove_prefix(stop + 1);
    }
    return head;
}

/// Whether the first three columns are a place and its height.
bool namesHeights(std::string_view heading)
{
    constexpr std::array places{"x",       "y",        "e",          "n",        "ost", "nord",
                                "ostwert", "nordwert", "rechtswert", "hochwert", "rw",  "hw",
                                "easting", "northing", "east",       "north",    "lon", "lat",
                                "rechts",  "hoch",     "longitude",  "latitude"};
    constexpr std::array heights{"z", "h", "hoehe", "höhe", "height", "elevation", "elev", "alt", "altitude", "nhn"};
    const auto isOneOf = [](const auto& names, const std::string& word) {
        return std::any_of(names.begin(), names.end(), [&](const char* name) { return word == name; });
    };
    int columns = 0;
    std::string word;
    const auto fits = [&] { return columns < 3 ? isOneOf(places, word) : isOneOf(heights, word); };
    for (const char c : std::string(heading) + ';') {
        if (c != ' ' && c != ';' && c != ',' && c != '\t') {
            if (c != '"')
                word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            continue;
        }
        if (word.empty())
            continue;
        if (++columns > 3)
            return true;
        if (!fits())
            return false;
        word.clear();
    }
    return columns == 3;
}

/// @returns into how many equal steps the values fall; 0: they do not.
double stepsOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < values.size(); ++i)
        if (const double gap = values[i] - values[i - 1]; gap > 1e-9 * std::abs(values[i]))
            least = std::min(least, gap);
    if (!std::isfinite(least))
        return 1;
    for (const double value : values) {
        const double steps = (value - values.front()) / least;
        if (std::abs(steps - std::round(steps)) > 0.02 * std::max(1.0, 1e-3 * steps))
            return 0;
    }
    return std::round((values.back() - values.front()) / least) + 1;
}

/// @param all  how many points the file has, nearly
bool standOnGrid(const std::vector<std::array<double, 2>>& points, double all)
{
    std::vector<double> x;
    std::vector<double> y;
    for (const auto& point : points) {
        x.push_back(point[0]);
        y.push_back(point[1]);
    }
    const double columns = stepsOf(std::move(x));
    const double rows = stepsOf(std::move(y));
    return columns > 0 && rows > 0 && columns * rows * leastFilled <= all;
}

} // namespace

Result<HeightGrid> readXyz(const QString& path, const CancellationToken& cancel)
{
    GzFile file = QFileInfo(path).isFile() ? openText(path) : nullptr;
    if (!file)
        return failure(ErrorCode::NotFound, tr("Die Datei fehlt oder ist nicht lesbar."), {}, {}, {path, -1, {}});
    LineSource lines(std::move(file));
    LineParser parser;
    PointCollector points;
    std::array<double, 3> point{};
    const char* begin = nullptr;
    const char* end = nullptr;
    for (qint64 number = 1; lines.next(begin, end); ++number) {
        if (number == 1 && std::string_view(begin, end).substr(0, 3) == byteOrderMark)
            begin += byteOrderMark.size();
        if (points.count() == 0)
            parser.sniff({begin, end});
        if (parser.parse(begin, end, point)) {
            if (!(std::abs(point[0]) < 1e9 && std::abs(point[1]) < 1e9))
                return malformed(path, tr("Eine Koordinate ist unmöglich groß."), {}, number);
            points.add(point);
        } else if (number == 1 && unicodeMark(path) == QLatin1String("UTF-16")) {
            return failure(wronglyEncoded(path, QStringLiteral("UTF-16")));
        } else if (std::any_of(begin, end, [](char c) { return c != ' ' && c != '\t'; }) &&
                   (points.count() > 0 || number > mostHeadingLines)) {
            return malformed(path, tr("Eine Zeile enthält keine drei Zahlen."),
                             QString::fromLatin1(begin, std::min<qsizetype>(end - begin, 80)), number);
        }
        if (points.count() > mostXyzPoints)
            return failure(ErrorCode::ResourceExhausted, tr("Die Punktdatei ist zu groß."),
                           QStringLiteral("more than %1 points").arg(mostXyzPoints),
                           tr("Teilen Sie sie in Kacheln oder wandeln Sie sie in ein GeoTIFF um."), {path, -1, {}});
        if (number % 65536 == 0 && cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
    }
    if (!lines.failed().isEmpty())
        return malformed(path, tr("Die Punktdatei ist abgeschnitten oder beschädigt."), lines.failed());
    if (points.count() == 0)
        return malformed(path, tr("Die Datei enthält keine Punkte."), {});
    return points.grid(path);
}

bool looksLikeXyz(const QString& path)
{
    return readHead(path, 2 * longestLine, 2).points.size() >= 2;
}

PointList pointListOf(const QString& path)
{
    const Head head = readHead(path, headBytes, mostHeadPoints);
    if (head.points.size() < 2)
        return PointList::None;
    if (head.heading.empty())
        return PointList::Grid;
    // A packed file counts as long as what was read of it: it only gets too few points, and such have no heading.
    const double bytes = std::max(static_cast<double>(QFileInfo(path).size()), static_cast<double>(head.bytes));
    const double all = static_cast<double>(head.points.size()) * bytes / static_cast<double>(head.bytes);
    return namesHeights(head.heading) && standOnGrid(head.points, all) ? PointList::Grid : PointList::Table;
}

} // namespace twin::geo
