// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/AdapterFixtures.h"

#include <cstring>

namespace {

QByteArray varint(quint64 value)
{
    QByteArray bytes;
    for (; value > 127; value >>= 7)
        bytes += static_cast<char>(value | 128);
    return bytes + static_cast<char>(value);
}

QByteArray field(int number, const QByteArray& content)
{
    return varint(static_cast<quint64>(number) << 3 | 2) + varint(static_cast<quint64>(content.size())) + content;
}

QByteArray field(int number, quint64 value)
{
    return varint(static_cast<quint64>(number) << 3) + varint(value);
}

QByteArray field(int number, float value)
{
    QByteArray bytes(4, '\0');
    std::memcpy(bytes.data(), &value, 4); // little-endian, as the format and the machines of these tests
    return varint(static_cast<quint64>(number) << 3 | 5) + bytes;
}

FakeReply reply(const QByteArray& body, const char* type = "application/json")
{
    return {200, body, {{"Content-Type", type}}};
}

QByteArray capAlert()
{
    return "<?xml version=\"1.0\"?><alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>a1</identifier>"
           "<sender>x@y</sender><sent>2026-03-14T14:00:00+01:00</sent><status>Actual</status><msgType>Alert</msgType>"
           "<scope>Public</scope><info><language>de-DE</language><category>Met</category><event>STURM</event>"
           "<urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty>"
           "<expires>2199-03-14T20:00:00+01:00</expires><headline>Sturm</headline><area><areaDesc>Dortmund</areaDesc>"
           "<polygon>51.4,7.3 51.6,7.3 51.6,7.6 51.4,7.3</polygon></area></info></alert>";
}

QByteArray deepJson()
{
    return QByteArray(200000, '[') + QByteArray(200000, ']');
}

AdapterFixture ngsi()
{
    return {{},
            QStringLiteral("WeatherObserved"),
            [](const FakeRequest& request) {
                if (request.url.path().endsWith(QLatin1String("/types")))
                    return reply(json("{'typeList':['WeatherObserved']}"));
                return reply(json("[{'id':'w','type':'WeatherObserved','temperature':{'type':'Property','value':12.5,"
                                  "'observedAt':'2026-03-14T14:32:00Z'}}]"));
            },
            1,
            deepJson()};
}

AdapterFixture sensorThings()
{
    return {QStringLiteral("/v1.1"),
            {},
            [](const FakeRequest& request) {
                if (request.url.path().endsWith(QLatin1String("/Datastreams")))
                    return reply(
                        json("{'value':[{'@iot.id':1,'name':'T','unitOfMeasurement':{'symbol':'°C'},'Observations':"
                             "[{'phenomenonTime':'2026-03-14T14:32:00Z','result':12.5}]}]}"));
                return reply(json("{'value':[]}"));
            },
            1,
            deepJson()};
}

AdapterFixture opendatasoft()
{
    return {
        {},
        QStringLiteral("parkhauser"),
        [](const FakeRequest& request) {
            if (request.url.path().endsWith(QLatin1String("/exports/json")))
                return reply(
                    json("[{'id':1,'name':'Rathaus','frei':12,'capacity':100,'zeitstempel':'2026-03-14T14:32:00+00:00',"
                         "'geo':{'lon':7.46,'lat':51.51}}]"));
            if (request.url.path().endsWith(QLatin1String("/records")))
                return reply(json("{'total_count':0,'results':[]}"));
            return reply(json(
                "{'dataset_id':'parkhauser','fields':[{'name':'id','type':'int'},{'name':'name','type':'text'},"
                "{'name':'frei','type':'int'},{'name':'capacity','type':'int'},{'name':'zeitstempel','type':'datetime'}"
                ","
                "{'name':'geo','type':'geo_point_2d'}],'metas':{'default':{'title':'P','license':'dl-de/zero-2-0'}}}"));
        },
        2,
        deepJson()};
}

AdapterFixture cap()
{
    return {QStringLiteral("/feed.atom"),
            {},
            [](const FakeRequest& request) {
                if (request.url.path().endsWith(QLatin1String(".xml")))
                    return reply(capAlert(), "application/cap+xml");
                return reply(
                    "<feed xmlns=\"http://www.w3.org/2005/Atom\"><link rel=\"self\" href=\"feed.atom\"/><entry>"
                    "<link type=\"application/cap+xml\" href=\"alerts/a1.xml\"/></entry></feed>",
                    "application/atom+xml");
            },
            3,
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y "
            "\"&x;&x;&x;\">]><alert>&y;</alert>"};
}

AdapterFixture gtfs()
{
    return {QStringLiteral("/vehicle-positions.pb"),
            {},
            [](const FakeRequest&) { return reply(vehicleFeed(), "application/x-protobuf"); },
            3,
            field(2, field(4, QByteArray(100000, '\xff')))};
}

} // namespace

QByteArray json(const char* text)
{
    return QByteArray(text).replace('\'', '"');
}

QByteArray vehicleFeed()
{
    const QByteArray header = field(1, QByteArray("2.0")) + field(3, quint64(1773500000));
    const QByteArray position = field(1, 51.514F) + field(2, 7.465F) + field(3, 90.0F) + field(5, 8.5F);
    const QByteArray vehicle = field(1, field(1, QByteArray("trip-1")) + field(5, QByteArray("U41"))) +
                               field(2, position) + field(5, quint64(1773500010)) +
                               field(8, field(1, QByteArray("tram-7")));
    return field(1, header) + field(2, field(1, QByteArray("e1")) + field(4, vehicle));
}

AdapterFixture fixtureOf(const QString& adapter)
{
    if (adapter == QLatin1String("ngsi"))
        return ngsi();
    if (adapter == QLatin1String("sensorthings"))
        return sensorThings();
    if (adapter == QLatin1String("opendatasoft"))
        return opendatasoft();
    if (adapter == QLatin1String("cap"))
        return cap();
    if (adapter == QLatin1String("gtfs"))
        return gtfs();
    return {};
}
