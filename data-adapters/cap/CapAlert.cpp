// SPDX-License-Identifier: GPL-3.0-or-later
#include "cap/CapAlert.h"

#include "model/observe/ObservedProperty.h"
#include "observe/JsonValues.h"
#include "observe/Text.h"

#include <cmath>
#include <set>

#include <QJsonArray>
#include <QXmlStreamReader>

namespace twin::cap {
namespace {

using observe::Text;

constexpr int mostAlerts = 20000;
constexpr int mostPoints = 100000;
constexpr int mostText = 4000;
constexpr int mostDepth = 64;

/// "51.6,10.5 51.7,10.6 …"
std::vector<GeoPoint> ringFromText(const QString& text)
{
    std::vector<GeoPoint> ring;
    for (const QStringView pair : QStringView(text).split(u' ', Qt::SkipEmptyParts)) {
        bool latitudeOk = false;
        bool longitudeOk = false;
        const qsizetype comma = pair.indexOf(u',');
        const GeoPoint point{pair.left(comma).toDouble(&latitudeOk), pair.mid(comma + 1).toDouble(&longitudeOk)};
        if (comma < 0 || !latitudeOk || !longitudeOk || !(std::abs(point.latitude) <= 90) ||
            !(std::abs(point.longitude) <= 180) || ring.size() >= mostPoints)
            return {};
        if (ring.empty() || ring.back() != point)
            ring.push_back(point);
    }
    if (ring.size() > 1 && ring.front() == ring.back())
        ring.pop_back();
    return ring.size() < 3 ? std::vector<GeoPoint>() : ring;
}

/// "51.6,10.5 12.5": centre and radius in kilometres.
std::vector<GeoPoint> ringFromCircle(const QString& text)
{
    constexpr int corners = 32;
    constexpr double kilometresPerDegree = 111.2;
    constexpr double pi = 3.14159265358979323846;
    const QStringList parts = text.simplified().split(QLatin1Char(' '));
    const QStringList centre = parts.value(0).split(QLatin1Char(','));
    bool ok[3] = {};
    const double latitude = centre.value(0).toDouble(&ok[0]);
    const double longitude = centre.value(1).toDouble(&ok[1]);
    const double radius = parts.value(1).toDouble(&ok[2]);
    if (!ok[0] || !ok[1] || !ok[2] || !(std::abs(latitude) < 85) || !(std::abs(longitude) <= 180) || !(radius > 0) ||
        radius > 2000)
        return {};
    std::vector<GeoPoint> ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * pi * i / corners;
        ring.push_back({latitude + radius / kilometresPerDegree * std::cos(angle),
                        longitude + radius / kilometresPerDegree * std::sin(angle) / std::cos(latitude * pi / 180)});
    }
    return ring;
}

void addRing(CapAlert& alert, std::vector<GeoPoint>&& ring)
{
    if (!ring.empty())
        alert.area.push_back(std::move(ring));
}

QStringList referencesFromText(const QString& text)
{
    QStringList identifiers; // "sender,identifier,sent sender,identifier,sent"
    for (const QString& reference : text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts))
        identifiers.append(reference.section(QLatin1Char(','), 1, 1));
    return identifiers;
}

/// What an <info> may say; taken over when it is the better one.
void readMember(CapAlert& alert, const QString& name, const QString& text)
{
    struct Member {
        const char* name;
        QString CapAlert::*text;
    };
    static constexpr Member members[] = {{"identifier", &CapAlert::identifier},
                                         {"status", &CapAlert::status},
                                         {"msgType", &CapAlert::type},
                                         {"senderName", &CapAlert::sender},
                                         {"event", &CapAlert::event},
                                         {"severity", &CapAlert::severity},
                                         {"urgency", &CapAlert::urgency},
                                         {"headline", &CapAlert::headline},
                                         {"description", &CapAlert::description},
                                         {"instruction", &CapAlert::instruction}};
    for (const Member& member : members)
        if (name == QLatin1String(member.name))
            alert.*member.text = text.left(mostText);
    if (name == QLatin1String("sent"))
        alert.sent = instantFromIso(text);
    else if (name == QLatin1String("onset") || (name == QLatin1String("effective") && !alert.onset))
        alert.onset = instantFromIso(text);
    else if (name == QLatin1String("expires"))
        alert.expires = instantFromIso(text);
    else if (name == QLatin1String("references"))
        alert.references = referencesFromText(text);
    else if (name == QLatin1String("polygon"))
        addRing(alert, ringFromText(text));
    else if (name == QLatin1String("circle"))
        addRing(alert, ringFromCircle(text));
}

bool isGerman(const QString& language)
{
    return language.isEmpty() || language.startsWith(QLatin1String("de"), Qt::CaseInsensitive);
}

/// Reads <alert> … </alert>; elements of other languages' <info> are passed over once a German one was read.
CapAlert alertFromXml(QXmlStreamReader& xml)
{
    CapAlert alert;
    bool hasGerman = false;
    bool skipInfo = false;
    int depth = 1;
    while (depth > 0 && !xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement())
            --depth;
        if (!xml.isStartElement())
            continue;
        const QString name = xml.name().toString();
        const bool isContainer = name == QLatin1String("info") || name == QLatin1String("area") ||
                                 name == QLatin1String("eventCode") || name == QLatin1String("parameter") ||
                                 name == QLatin1String("geocode") || name == QLatin1String("resource");
        if (isContainer) {
            if (name == QLatin1String("eventCode") || name == QLatin1String("parameter") ||
                name == QLatin1String("geocode") || name == QLatin1String("resource"))
                xml.skipCurrentElement();
            else
                ++depth;
            skipInfo = name == QLatin1String("info") ? hasGerman : skipInfo;
            continue;
        }
        const QString text = xml.readElementText(QXmlStreamReader::SkipChildElements);
        if (name == QLatin1String("language"))
            hasGerman = hasGerman || (!skipInfo && isGerman(text));
        if (!skipInfo)
            readMember(alert, name, text);
    }
    return alert;
}

QString linkOf(QXmlStreamReader& xml)
{
    const QString reference = xml.attributes().value(QLatin1String("href")).toString();
    const QString relation = xml.attributes().value(QLatin1String("rel")).toString();
    const QString type = xml.attributes().value(QLatin1String("type")).toString();
    if (!reference.isEmpty()) // Atom
        return relation == QLatin1String("self") || (!type.isEmpty() && !type.contains(QLatin1String("xml")))
                   ? QString()
                   : reference;
    return xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed(); // RSS
}

} // namespace

Result<CapDocument> documentFromXml(const QByteArray& text, const SourceLocation& where)
{
    CapDocument document;
    QXmlStreamReader xml(text);
    bool inEntry = false;
    bool isKnown = false;
    int depth = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isDTD())
            return failure(ErrorCode::MalformedData,
                           Text::tr("Die Warnung enthält eine DOCTYPE und wird nicht gelesen."), {}, {}, where);
        const QStringView name = xml.name();
        depth += xml.isStartElement() ? 1 : xml.isEndElement() ? -1 : 0;
        if (depth > mostDepth)
            return failure(ErrorCode::MalformedData, Text::tr("Die Warnung ist zu tief verschachtelt."), {}, {}, where);
        if (xml.isEndElement() && (name == u"entry" || name == u"item"))
            inEntry = false;
        if (!xml.isStartElement())
            continue;
        isKnown |= name == u"alert" || name == u"feed" || name == u"rss" || name == u"alerts";
        if (name == u"alert") {
            document.alerts.push_back(alertFromXml(xml));
            --depth;
        } else if (name == u"entry" || name == u"item") {
            inEntry = true;
        } else if (name == u"link" && inEntry) {
            const bool isAtom = xml.attributes().hasAttribute(QLatin1String("href"));
            if (const QString link = linkOf(xml); !link.isEmpty())
                document.links.append(link);
            depth -= isAtom ? 0 : 1;
        }
        if (document.alerts.size() + static_cast<std::size_t>(document.links.size()) > mostAlerts)
            return failure(ErrorCode::ResourceExhausted, Text::tr("Die Quelle nennt zu viele Warnungen."), {}, {},
                           where);
    }
    if (xml.hasError())
        return failure(ErrorCode::MalformedData, Text::tr("Die Warnung ist beschädigt oder unvollständig."),
                       xml.errorString(), {}, {where.source, xml.lineNumber(), {}});
    if (!isKnown)
        return failure(ErrorCode::UnsupportedFormat, Text::tr("Das ist weder eine CAP-Warnung noch eine Liste davon."),
                       {}, {}, where);
    return document;
}

std::optional<CapAlert> alertFromJson(const QJsonObject& json)
{
    CapAlert alert;
    for (auto member = json.constBegin(); member != json.constEnd(); ++member)
        if (member->isString())
            readMember(alert, member.key(), member->toString());
    const QJsonArray infos = json[QLatin1String("info")].toArray();
    QJsonObject info = infos.at(0).toObject();
    for (const QJsonValue& one : infos)
        if (isGerman(one[QLatin1String("language")].toString())) {
            info = one.toObject();
            break;
        }
    for (auto member = info.constBegin(); member != info.constEnd(); ++member)
        if (member->isString())
            readMember(alert, member.key(), member->toString());
    for (const QJsonValue& area : info[QLatin1String("area")].toArray())
        for (const QJsonValue& polygon : area[QLatin1String("polygon")].toArray())
            readMember(alert, QStringLiteral("polygon"), polygon.toString());
    return alert.identifier.isEmpty() ? std::nullopt : std::optional(alert);
}

void readAlerts(const std::vector<CapAlert>& alerts, const NewStream& newStream, Instant now, SourceSnapshot& into)
{
    std::set<QString> replaced;
    for (const CapAlert& alert : alerts)
        for (const QString& reference : alert.references)
            replaced.insert(reference);
    for (const CapAlert& alert : alerts) {
        if (alert.identifier.isEmpty() || !alert.sent) {
            into.issues.push_back(
                {QStringLiteral("record.unreadable"), QStringLiteral("alert without identifier or sent"), {}});
            continue;
        }
        const bool isOver = (alert.expires && *alert.expires <= now) || alert.type == QLatin1String("Cancel") ||
                            replaced.contains(alert.identifier);
        if (isOver || alert.type == QLatin1String("Ack") || alert.type == QLatin1String("Error"))
            continue;
        const bool isActual = alert.status == QLatin1String("Actual");
        const QString headline = alert.headline.isEmpty() ? alert.event : alert.headline;
        const auto timeText = [](const std::optional<Instant>& time) { return time ? isoText(*time) : QString(); };
        for (const auto& [property, text, kind] :
             {std::tuple{QStringLiteral("headline"), isActual ? headline : Text::tr("Übung: %1").arg(headline),
                         ValueKind::Text},
              std::tuple{QStringLiteral("severity"), alert.severity, ValueKind::Category},
              std::tuple{QStringLiteral("onset"), timeText(alert.onset), ValueKind::Text},
              std::tuple{QStringLiteral("expires"), timeText(alert.expires), ValueKind::Text},
              std::tuple{QStringLiteral("description"), alert.description.trimmed(), ValueKind::Text},
              std::tuple{QStringLiteral("instruction"), alert.instruction.trimmed(), ValueKind::Text}}) {
            if (text.isEmpty() && property != QLatin1String("headline") && property != QLatin1String("severity"))
                continue;
            Datastream stream = newStream(alert.identifier + QLatin1Char('/') + property);
            stream.thing = alert.identifier;
            stream.thingType = QStringLiteral("Warning");
            stream.thingTitle = isActual ? alert.event : Text::tr("Übung: %1").arg(alert.event);
            stream.property = property;
            stream.kind = kind;
            stream.area = alert.area;
            if (!alert.area.empty())
                stream.position = alert.area.front().front();
            stream.provider = alert.sender;
            if (alert.expires)
                stream.staleness.ttl = *alert.expires - *alert.sent;
            describe(stream);
            into.observations.push_back({stream.id, text, *alert.sent, now, Quality::Unstated});
            into.datastreams.push_back(std::move(stream));
        }
    }
}

} // namespace twin::cap
