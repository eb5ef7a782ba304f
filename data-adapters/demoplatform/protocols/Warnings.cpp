// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/protocols/Warnings.h"

#include "demoplatform/content/LocalTime.h"
#include "demoplatform/content/Noise.h"
#include "demoplatform/http/Condition.h"

#include <algorithm>
#include <array>

#include <QXmlStreamWriter>

namespace twin::demoplatform {
namespace {

constexpr std::int64_t hour = 3'600'000;

struct AreaText {
    const char* name;
    const char* ars;     ///< official municipality key
    const char* polygon; ///< latitude,longitude; CAP's order; first = last
};

/// Simple outlines of our own making: warning areas are no boundaries.
constexpr std::array<AreaText, 4> areas = {{
    {"Dortmund und Schwerte", "059130000000",
     "51.600,7.300 51.600,7.560 51.545,7.640 51.470,7.660 51.400,7.640 51.400,7.480 51.430,7.400 51.480,7.310 "
     "51.600,7.300"},
    {"Stadt Dortmund", "059130000000",
     "51.600,7.310 51.598,7.480 51.580,7.590 51.520,7.635 51.465,7.600 51.440,7.530 51.418,7.460 51.440,7.400 "
     "51.480,7.320 51.600,7.310"},
    {"Stadt Schwerte", "059780028028",
     "51.480,7.510 51.475,7.640 51.430,7.660 51.400,7.600 51.405,7.500 51.440,7.480 51.480,7.510"},
    {"Ruhrtal bei Schwerte", "059780028028",
     "51.445,7.440 51.443,7.520 51.452,7.600 51.456,7.650 51.440,7.650 51.432,7.580 51.428,7.500 51.430,7.440 "
     "51.445,7.440"},
}};

QByteArray capTime(std::int64_t ms)
{
    return isoOf(ms).left(19) + "-00:00"; // CAP writes UTC so
}

} // namespace

void Warnings::addDay(std::vector<Warning>& list, std::int64_t day, std::int64_t now) const
{
    const std::int64_t midnight = localMidnight(day);
    double warmest = -100, coldest = 100, windiest = 0, wettest = 0;
    int stormHour = 12, rainHour = 12;
    for (int h = 0; h < 24; ++h) {
        const Sky sky = m_readings.weather().at(midnight + h * hour);
        warmest = std::max(warmest, sky.temperature);
        coldest = std::min(coldest, sky.temperature);
        if (sky.wind * 1.75 > windiest)
            windiest = sky.wind * 1.75, stormHour = h;
        if (sky.rain > wettest)
            wettest = sky.rain, rainHour = h;
    }
    const auto add = [&](const char* key, int code, const char* event, const char* severity, const char* colour,
                         int fromHour, int hours, int area, const QString& text) {
        Warning warning;
        warning.id = QStringLiteral("2.49.0.0.276.0.DEMO.%1.%2").arg(day).arg(QLatin1String(key));
        warning.event = QString::fromUtf8(event);
        warning.headline = QStringLiteral("Demo: Amtliche WARNUNG vor %1").arg(warning.event);
        warning.description = text;
        warning.severity = severity;
        warning.colour = colour;
        warning.code = code;
        warning.area = area;
        warning.onset = midnight + fromHour * hour;
        warning.sent = warning.onset - 6 * hour;
        warning.expires = warning.onset + hours * hour;
        list.push_back(warning);
        if (code != 51 || now < warning.onset) // storms are looked at again when they begin
            return;
        warning.references = QStringLiteral("demo@stadtzwilling.invalid,%1,%2")
                                 .arg(warning.id, QString::fromLatin1(capTime(warning.sent)));
        warning.id += QStringLiteral(".1");
        warning.messageType = "Update";
        warning.sent = warning.onset;
        warning.expires += 2 * hour;
        list.push_back(warning);
    };
    if (warmest >= 29)
        add("hitze", 247, "STARKER HITZE", "Moderate", "204 153 255", 11, 8, 0,
            QStringLiteral("Am Nachmittag werden %1 °C erreicht.").arg(warmest, 0, 'f', 0));
    if (coldest < 0)
        add("frost", 22, "FROST", "Minor", "255 255 0", 0, 9, 0,
            QStringLiteral("Es tritt Frost bis %1 °C auf.").arg(coldest, 0, 'f', 0));
    if (windiest >= 14)
        add("wind", 51, "WINDBÖEN", windiest >= 18 ? "Moderate" : "Minor", windiest >= 18 ? "255 153 0" : "255 255 0",
            std::max(0, stormHour - 3), 6, 0,
            QStringLiteral("Es treten Böen bis %1 km/h auf.").arg(windiest * 3.6, 0, 'f', 0));
    if (wettest >= 5)
        add("regen", 61, "STARKREGEN", "Moderate", "255 153 0", std::max(0, rainHour - 1), 3,
            1 + int(mixed(m_readings.seed(), 701, std::uint64_t(day)) % 2),
            QStringLiteral("Es fallen bis %1 l/m² in einer Stunde.").arg(wettest, 0, 'f', 0));
}

std::vector<Warnings::Warning> Warnings::inForce(std::int64_t now) const
{
    std::vector<Warning> list;
    const std::int64_t today = LocalTime::at(now).dayNumber;
    for (std::int64_t day = today - 1; day <= today + 1; ++day)
        addDay(list, day, now);
    // Every six hours an exercise, so that there is always something to see.
    Warning exercise;
    const std::int64_t slot = now / (6 * hour);
    exercise.id = QStringLiteral("2.49.0.0.276.0.DEMO.UEBUNG.%1").arg(slot);
    exercise.event = QStringLiteral("Hochwasserübung");
    exercise.headline = QStringLiteral("Demo: Übung im Ruhrtal, keine Gefahr");
    exercise.description = QStringLiteral("Angenommen wird ein Wasserstand von 3,20 m am Pegel Villigst.");
    exercise.instruction = QStringLiteral("Nichts ist zu tun: Dies sind erzeugte Daten.");
    exercise.category = "Safety";
    exercise.severity = "Moderate";
    exercise.area = 3;
    exercise.sent = exercise.onset = slot * 6 * hour;
    exercise.expires = exercise.sent + 6 * hour;
    list.push_back(exercise);
    std::erase_if(list, [now](const Warning& w) { return w.sent > now || w.expires <= now; });
    std::stable_sort(list.begin(), list.end(), [](const Warning& a, const Warning& b) { return a.sent < b.sent; });
    return list;
}

QByteArray Warnings::alert(const Warning& warning) const
{
    QByteArray out;
    QXmlStreamWriter xml(&out);
    const auto write = [&xml](const char* name, const QString& text) {
        xml.writeTextElement(QLatin1String(name), text);
    };
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("alert"));
    xml.writeDefaultNamespace(QStringLiteral("urn:oasis:names:tc:emergency:cap:1.2"));
    write("identifier", warning.id);
    write("sender", QStringLiteral("demo@stadtzwilling.invalid"));
    write("sent", QString::fromLatin1(capTime(warning.sent)));
    write("status", QStringLiteral("Exercise"));
    write("msgType", QLatin1String(warning.messageType));
    write("source", demoLabel());
    write("scope", QStringLiteral("Public"));
    write("note", demoLabel() + QStringLiteral(". In Wirklichkeit von: Deutscher Wetterdienst, MoWaS (NINA)"));
    if (!warning.references.isEmpty())
        write("references", warning.references);
    xml.writeStartElement(QStringLiteral("info"));
    write("language", QStringLiteral("de-DE"));
    write("category", QLatin1String(warning.category));
    write("event", warning.event);
    write("urgency", QStringLiteral("Immediate"));
    write("severity", QLatin1String(warning.severity));
    write("certainty", QStringLiteral("Likely"));
    const auto pair = [&](const char* element, const QString& name, const QString& value) {
        xml.writeStartElement(QLatin1String(element));
        write("valueName", name);
        write("value", value);
        xml.writeEndElement();
    };
    if (warning.code != 0)
        pair("eventCode", QStringLiteral("II"), QString::number(warning.code));
    pair("eventCode", QStringLiteral("AREA_COLOR"), QLatin1String(warning.colour));
    write("effective", QString::fromLatin1(capTime(warning.sent)));
    write("onset", QString::fromLatin1(capTime(warning.onset)));
    write("expires", QString::fromLatin1(capTime(warning.expires)));
    write("senderName", demoLabel() + QStringLiteral("; in Wirklichkeit: Deutscher Wetterdienst, MoWaS (NINA)"));
    write("headline", warning.headline);
    write("description", warning.description);
    if (!warning.instruction.isEmpty())
        write("instruction", warning.instruction);
    const AreaText& area = areas[std::size_t(warning.area)];
    xml.writeStartElement(QStringLiteral("area"));
    write("areaDesc", QString::fromUtf8(area.name));
    write("polygon", QString::fromLatin1(area.polygon));
    pair("geocode", QStringLiteral("WARNCELLID"), u'8' + QString::fromLatin1(area.ars).mid(0, 8));
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return out;
}

QByteArray Warnings::feed(const QByteArray& root, std::int64_t now) const
{
    QByteArray out;
    QXmlStreamWriter xml(&out);
    const std::vector<Warning> warnings = inForce(now);
    const std::int64_t updated = warnings.empty() ? now / hour * hour : warnings.back().sent;
    const QString time = QString::fromLatin1(isoOf(updated));
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("feed"));
    xml.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2005/Atom"));
    xml.writeTextElement(QStringLiteral("id"), QString::fromLatin1(root) + QStringLiteral("/feed.atom"));
    xml.writeTextElement(QStringLiteral("title"), QStringLiteral("Warnungen – ") + demoLabel());
    xml.writeTextElement(QStringLiteral("updated"), time);
    xml.writeStartElement(QStringLiteral("author"));
    xml.writeTextElement(QStringLiteral("name"), QStringLiteral("Demo-Plattform"));
    xml.writeEndElement();
    for (const Warning& warning : warnings) {
        const QString link =
            QString::fromLatin1(root) + QStringLiteral("/alerts/") + warning.id + QStringLiteral(".xml");
        xml.writeStartElement(QStringLiteral("entry"));
        xml.writeTextElement(QStringLiteral("id"), link);
        xml.writeTextElement(QStringLiteral("title"), warning.headline);
        xml.writeTextElement(QStringLiteral("updated"), QString::fromLatin1(isoOf(warning.sent)));
        xml.writeEmptyElement(QStringLiteral("link"));
        xml.writeAttribute(QStringLiteral("rel"), QStringLiteral("alternate"));
        xml.writeAttribute(QStringLiteral("type"), QStringLiteral("application/cap+xml"));
        xml.writeAttribute(QStringLiteral("href"), link);
        xml.writeTextElement(QStringLiteral("summary"), warning.description);
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return out;
}

Response Warnings::answer(const Request& request, const QByteArray& root, const QString& path, std::int64_t now) const
{
    if (request.method != "GET" && request.method != "HEAD")
        return Response::text(405, "text/plain", "Only GET\n");
    if (path == QLatin1String("/feed.atom"))
        return Response::text(200, "application/atom+xml", feed(root, now));
    const QString begin = QStringLiteral("/alerts/");
    if (path.startsWith(begin) && path.endsWith(QLatin1String(".xml")))
        for (const Warning& warning : inForce(now))
            if (path.mid(begin.size()).chopped(4) == warning.id)
                return Response::text(200, "application/cap+xml", alert(warning));
    return Response::text(404, "text/plain", "No such warning\n");
}

} // namespace twin::demoplatform
