// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/text/CoordinateText.h"

#include "geo/ProjContext.h"

#include <array>
#include <cmath>
#include <map>
#include <string>

#include <GeographicLib/MGRS.hpp>

#include <QRegularExpression>

namespace twin::geo {
namespace {

constexpr qsizetype longestText = 80;
constexpr int regionZone = 32;
constexpr double leastNorthing = 5.0e6; // all of Germany, with a margin: tells northings from eastings
constexpr double mostNorthing = 6.3e6;
constexpr double secondStripEnds = 7.75; // degrees East

/// Upper case, one kind of space and of each mark, "E" for "O", "N" and "E" for words.
QString simplified(const QString& text)
{
    QString plain = text.left(longestText).toUpper();
    static constexpr std::pair<char16_t, char16_t> marks[] = {
        {u'\u00A0', u' '}, {u'\u202F', u' '}, {u'\u2009', u' '}, {u'′', u'\''}, {u'’', u'\''}, {u'´', u'\''},
        {u'`', u'\''},     {u'″', u'"'},      {u'”', u'"'},      {u'“', u'"'},  {u'−', u'-'},  {u'º', u'°'}};
    for (const auto& [mark, plainMark] : marks)
        plain.replace(QChar(mark), QChar(plainMark));
    plain.replace(QStringLiteral("''"), QStringLiteral("\""));
    static const QRegularExpression north(QStringLiteral("\\b(?:LATITUDE|LAT|BREITE|NORD|NORTH)\\b\\s*[:=]?"));
    static const QRegularExpression east(QStringLiteral("\\b(?:LONGITUDE|LONG|LON|LÄNGE|OST|EAST)\\b\\s*[:=]?"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    plain.replace(north, QStringLiteral("N"));
    plain.replace(east, QStringLiteral("E"));
    return plain.simplified();
}

double numberFrom(QString digits)
{
    return digits.replace(QLatin1Char(','), QLatin1Char('.')).toDouble();
}

/// Degrees, minutes and seconds of one angle.
std::optional<double> angleFrom(const QString& text)
{
    static const QRegularExpression number(QStringLiteral("\\d+(?:[.,]\\d+)?"));
    std::array<double, 3> parts{};
    int count = 0;
    for (auto found = number.globalMatch(text); found.hasNext() && count < 3;)
        parts[static_cast<std::size_t>(count++)] = numberFrom(found.next().captured());
    if (count == 0 || parts[1] >= 60 || parts[2] >= 60)
        return std::nullopt;
    const double degrees = parts[0] + parts[1] / 60 + parts[2] / 3600;
    return text.startsWith(QLatin1Char('-')) ? -degrees : degrees;
}

bool isMiddleEurope(const Degrees& place)
{
    return place.latitude > 45 && place.latitude < 57 && place.longitude > 4 && place.longitude < 17;
}

std::optional<Degrees> degreesFrom(const QString& text)
{
    static const QString angle =
        QStringLiteral("([+-]?(?:\\d{1,3}\\s*[° ]\\s*\\d{1,2}\\s*[' ]\\s*\\d{1,2}(?:[.,]\\d+)?\\s*\"?" // 51° 30' 51.2"
                       "|\\d{1,3}\\s*[° ]\\s*\\d{1,2}(?:[.,]\\d+\\s*'?|\\s*')"                         // 51° 30.85'
                       "|\\d{1,3}[.,]\\d+\\s*°?"                                                       // 51.5142
                       "|\\d{1,3}\\s*°))");
    static const QRegularExpression form(
        QStringLiteral(
            "^([NSEWO])?\\s*%1\\s*([NSEWO])?(?:\\s*[,;/]\\s*|\\s+|(?<=[NSEWO°'\"]))([NSEWO])?\\s*%1\\s*([NSEWO])?$")
            .arg(angle));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto first = angleFrom(match.captured(2));
    const auto second = angleFrom(match.captured(5));
    // "N 51 E 7": the letter between the angles belongs to the second one.
    const bool leads = !match.captured(1).isEmpty();
    const QString before = leads ? match.captured(1) : match.captured(3);
    const QString after = leads ? match.captured(3) + match.captured(4) : match.captured(4) + match.captured(6);
    if (leads && !match.captured(6).isEmpty())
        return std::nullopt;
    if (!first || !second || before.size() > 1 || after.size() > 1 || before.isEmpty() != after.isEmpty())
        return std::nullopt;
    const auto isNorthSouth = [](const QString& letter) { return letter == u"N" || letter == u"S"; };
    if (!before.isEmpty() && isNorthSouth(before) == isNorthSouth(after))
        return std::nullopt;
    const auto is = [](const QString& letter, QLatin1String negative) { return letter == negative ? -1 : 1; };
    Degrees place{*first, *second};
    if (!before.isEmpty() && !isNorthSouth(before))
        place = {*second * is(after, QLatin1String("S")), *first * is(before, QLatin1String("W"))};
    else if (!before.isEmpty())
        place = {*first * is(before, QLatin1String("S")), *second * is(after, QLatin1String("W"))};
    else if (const Degrees turned{*second, *first}; !isMiddleEurope(place) && isMiddleEurope(turned))
        place = turned;
    if (std::abs(place.latitude) > 90 || std::abs(place.longitude) > 180)
        return std::nullopt;
    return place;
}

struct Planar {
    int zone = 0; ///< UTM zone with two digits, Gauss-Krüger's with one; 0: not said
    double easting = 0;
    double northing = 0;
};

std::optional<Planar> planarFrom(const QString& text)
{
    static const QString east = QStringLiteral("[ERO]?\\s*[:=]?\\s*(?:(?<zone>\\d{1,2})\\s?[C-HJ-NP-X]?[ .]?)?[EO]?\\s*"
                                               "(?<east>\\d{3}[ .]?\\d{3}(?:[.,]\\d{1,4})?)\\s*M?\\s*[EO]?");
    static const QString north =
        QStringLiteral("[NH]?\\s*[:=]?\\s*(?<north>\\d[ .]?\\d{3}[ .]?\\d{3}(?:[.,]\\d{1,4})?)\\s*M?\\s*N?");
    static const QString gap = QStringLiteral("(?:\\s*[,;/]\\s*|\\s+|(?<=[A-Z]))");
    static const QRegularExpression eastFirst(QLatin1Char('^') + east + gap + north + QLatin1Char('$'));
    static const QRegularExpression northFirst(QLatin1Char('^') + north + gap + east + QLatin1Char('$'));
    const auto metres = [](const QString& digits, qsizetype whole) {
        QString plain;
        qsizetype at = 0;
        for (qsizetype seen = 0; seen < whole; ++at)
            if (digits[at].isDigit()) {
                plain += digits[at];
                ++seen;
            }
        return numberFrom(plain + digits.mid(at));
    };
    for (const QRegularExpression* form : {&eastFirst, &northFirst}) {
        const QRegularExpressionMatch match = form->match(text);
        if (!match.hasMatch())
            continue;
        const Planar place{match.captured(QStringLiteral("zone")).toInt(),
                           metres(match.captured(QStringLiteral("east")), 6),
                           metres(match.captured(QStringLiteral("north")), 7)};
        if (place.northing > leastNorthing && place.northing < mostNorthing)
            return place;
    }
    return std::nullopt;
}

struct MgrsReading {
    int zone = 0;
    double easting = 0;
    double northing = 0;
    double squareMetres = 0;
};

std::optional<MgrsReading> mgrsFrom(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:(\\d{1,2})\\s*([C-HJ-NP-X])\\s*)?([A-HJ-NP-Z]{2})\\s*(\\d*)\\s?(\\d*)$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString first = match.captured(4);
    const QString second = match.captured(5);
    const qsizetype digits = first.size() + second.size();
    const bool saysZone = !match.captured(1).isEmpty();
    // Two letters and a few digits alone are a line of public transport or a road.
    if (digits % 2 != 0 || digits > 10 || (!second.isEmpty() && first.size() != second.size()) ||
        (!saysZone && digits < 4))
        return std::nullopt;
    const QString whole =
        (saysZone ? match.captured(1) + match.captured(2) : QStringLiteral("32U")) + match.captured(3) + first + second;
    MgrsReading reading;
    bool north = true;
    int precision = 0;
    try {
        GeographicLib::MGRS::Reverse(whole.toStdString(), reading.zone, north, reading.easting, reading.northing,
                                     precision, true);
    } catch (const GeographicLib::GeographicErr&) {
        return std::nullopt;
    }
    if (!north || reading.zone == 0)
        return std::nullopt;
    reading.squareMetres = std::pow(10.0, 5 - precision);
    return reading;
}

} // namespace

struct CoordinateText::Private {
    ProjContext context = makeProjContext();
    std::map<int, ProjObject> operations; ///< by EPSG code: from it to the region CRS, east or longitude first

    PJ* operation(int code)
    {
        const auto [at, isNew] = operations.try_emplace(code);
        if (isNew) {
            const auto lock = lockProjCreation();
            const ProjObject asDefined(
                proj_create_crs_to_crs(context.get(), ("EPSG:" + std::to_string(code)).c_str(), "EPSG:25832", nullptr));
            if (asDefined)
                at->second.reset(proj_normalize_for_visualization(context.get(), asDefined.get()));
        }
        return at->second.get();
    }
    /// @param way  PJ_FWD: into the region CRS
    std::optional<std::pair<double, double>> transform(int code, PJ_DIRECTION way, double x, double y)
    {
        PJ* const known = operation(code);
        if (known == nullptr)
            return std::nullopt;
        proj_errno_reset(known);
        const PJ_COORD there = proj_trans(known, way, proj_coord(x, y, 0, HUGE_VAL));
        if (!std::isfinite(there.xy.x) || !std::isfinite(there.xy.y))
            return std::nullopt;
        return std::pair(there.xy.x, there.xy.y);
    }
    std::optional<CoordinateReading> toRegion(int code, double x, double y, CoordinateNotation notation)
    {
        const auto there = transform(code, PJ_FWD, x, y);
        if (!there)
            return std::nullopt;
        return CoordinateReading{{there->first, there->second, 0}, notation, 0};
    }
    std::optional<CoordinateReading> fromUtm(int zone, double easting, double northing, CoordinateNotation notation)
    {
        if (zone == regionZone)
            return CoordinateReading{{easting, northing, 0}, notation, 0};
        return toRegion((zone >= 28 && zone <= 38 ? 25800 : 32600) + zone, easting, northing, notation);
    }
};

CoordinateText::CoordinateText() : d(std::make_unique<Private>()) {}
CoordinateText::~CoordinateText() = default;
CoordinateText::CoordinateText(CoordinateText&&) noexcept = default;
CoordinateText& CoordinateText::operator=(CoordinateText&&) noexcept = default;

std::optional<CoordinateReading> CoordinateText::read(const QString& text) const
{
    const QString plain = simplified(text);
    if (const auto planar = planarFrom(plain)) {
        if (planar->zone == 0)
            return d->fromUtm(regionZone, planar->easting, planar->northing, CoordinateNotation::Utm);
        if (planar->zone >= 2 && planar->zone <= 5)
            return d->toRegion(31464 + planar->zone, planar->zone * 1e6 + planar->easting, planar->northing,
                               CoordinateNotation::GaussKrueger);
        return planar->zone >= 10 && planar->zone <= 60
                   ? d->fromUtm(planar->zone, planar->easting, planar->northing, CoordinateNotation::Utm)
                   : std::nullopt;
    }
    if (const auto degrees = degreesFrom(plain))
        return d->toRegion(4326, degrees->longitude, degrees->latitude, CoordinateNotation::Geographic);
    if (const auto mgrs = mgrsFrom(plain)) {
        auto reading = d->fromUtm(mgrs->zone, mgrs->easting, mgrs->northing, CoordinateNotation::Mgrs);
        if (reading)
            reading->squareMetres = mgrs->squareMetres;
        return reading;
    }
    return std::nullopt;
}

std::optional<Degrees> CoordinateText::degrees(const ProjectedPosition& position) const
{
    const auto there = d->transform(4326, PJ_INV, position.eastingMetres, position.northingMetres);
    return there ? std::optional(Degrees{there->second, there->first}) : std::nullopt;
}

QString CoordinateText::mgrs(const ProjectedPosition& position, int digits) const
{
    std::string text;
    try {
        GeographicLib::MGRS::Forward(regionZone, true, position.eastingMetres, position.northingMetres, digits, text);
    } catch (const GeographicLib::GeographicErr&) {
        return {};
    }
    QString spaced = QString::fromStdString(text);
    if (spaced.size() < 5)
        return {};
    const qsizetype half = (spaced.size() - 5) / 2;
    if (half > 0)
        spaced.insert(5 + half, QLatin1Char(' ')).insert(5, QLatin1Char(' '));
    return spaced.insert(3, QLatin1Char(' '));
}

std::optional<std::pair<double, double>> CoordinateText::gaussKrueger(const ProjectedPosition& position) const
{
    const auto place = degrees(position);
    if (!place)
        return std::nullopt;
    const int nearest = static_cast<int>(std::lround(place->longitude / 3));
    const int zone = place->longitude > 4.5 && place->longitude < secondStripEnds ? 2 : nearest;
    return zone < 2 || zone > 5 ? std::nullopt
                                : d->transform(31464 + zone, PJ_INV, position.eastingMetres, position.northingMetres);
}

} // namespace twin::geo
