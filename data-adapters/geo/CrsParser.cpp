// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Crs.h"
#include "geo/ProjContext.h"

#include <algorithm>
#include <array>

#include <proj_experimental.h>

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace twin::geo {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::geo", text);
}

tl::unexpected<Error> unknownCrs(const QString& srsName, const QString& detail)
{
    return failure(ErrorCode::UnsupportedFormat,
                   tr("Das Koordinatenreferenzsystem „%1“ ist nicht bekannt.").arg(srsName.left(120)), detail,
                   tr("Geben Sie es mit --crs an, zum Beispiel --crs EPSG:25832."));
}

struct AdvName {
    const char* prefix; ///< the AdV short name, or its beginning where variants follow (DE_DHDN_3GK2_NW177)
    const char* epsg;
};

// AdV, "Kurzbezeichnungen für Koordinatenreferenzsysteme" (GeoInfoDok): longer names before their beginnings.
constexpr std::array advHorizontal{
    AdvName{"ETRS89_UTM31", "EPSG:25831"}, AdvName{"ETRS89_UTM32", "EPSG:25832"},
    AdvName{"ETRS89_UTM33", "EPSG:25833"}, AdvName{"ETRS89_Lat-Lon", "EPSG:4258"},
    AdvName{"DE_DHDN_3GK1", "EPSG:5520"},  AdvName{"DE_DHDN_3GK2", "EPSG:31466"},
    AdvName{"DE_DHDN_3GK3", "EPSG:31467"}, AdvName{"DE_DHDN_3GK4", "EPSG:31468"},
    AdvName{"DE_DHDN_3GK5", "EPSG:31469"}, AdvName{"DE_DHDN_Lat-Lon", "EPSG:4314"},
    AdvName{"DE_PD-83_3GK3", "EPSG:3396"}, AdvName{"DE_PD-83_3GK4", "EPSG:3397"},
    AdvName{"DE_RD-83_3GK4", "EPSG:3398"}, AdvName{"DE_RD-83_3GK5", "EPSG:3399"},
    AdvName{"DE_42-83_3GK4", "EPSG:2398"}, AdvName{"DE_42-83_3GK5", "EPSG:2399"},
    AdvName{"WGS84_Lat-Lon", "EPSG:4326"}, AdvName{"DE_Soldner-Berlin", "EPSG:3068"},
};
constexpr std::array advVertical{
    AdvName{"DE_DHHN2016", "EPSG:7837"}, AdvName{"DE_DHHN92", "EPSG:5783"}, AdvName{"DE_DHHN85", "EPSG:5784"},
    AdvName{"DE_DHHN12", "EPSG:7699"},   AdvName{"DE_SNN76", "EPSG:5785"},  AdvName{"DE_AMST", "EPSG:5709"},
    AdvName{"ETRS89_h", "ellipsoidal"},
};

template <std::size_t N> QString advCode(const std::array<AdvName, N>& names, const QString& name)
{
    for (const AdvName& known : names)
        if (name.startsWith(QLatin1String(known.prefix), Qt::CaseInsensitive))
            return QLatin1String(known.epsg);
    return {};
}

/// "ETRS89_UTM32*DE_DHHN2016_NH*GCG2016": position, height, quasigeoid (which only says how heights were derived).
Result<Crs> parseAdv(const QString& srsName, const QString& names)
{
    const QStringList parts = names.split(QLatin1Char('*'));
    Crs crs{advCode(advHorizontal, parts[0]), {}, false};
    if (crs.horizontal.isEmpty())
        return unknownCrs(srsName, QStringLiteral("AdV name of the horizontal part is unknown"));
    if (parts[0].endsWith(QLatin1String("Lat-Lon-h"), Qt::CaseInsensitive))
        crs.vertical = QString(ellipsoidalHeights);
    if (parts.size() > 1) {
        crs.vertical = advCode(advVertical, parts[1]);
        if (crs.vertical.isEmpty())
            return unknownCrs(srsName, QStringLiteral("AdV name of the height part is unknown"));
    }
    return crs;
}

/// Everything that parses without asking PROJ's database: what nearly all German files say.
struct KnownCode {
    int code;
    const char* horizontal;
    const char* vertical;
    bool zonePrefix;
};
constexpr std::array knownCodes{
    KnownCode{25831, "EPSG:25831", "", false},         KnownCode{25832, "EPSG:25832", "", false},
    KnownCode{25833, "EPSG:25833", "", false},         KnownCode{4647, "EPSG:25832", "", true},
    KnownCode{5649, "EPSG:25831", "", true},           KnownCode{5650, "EPSG:25833", "", true},
    KnownCode{5651, "EPSG:25831", "", true},           KnownCode{5652, "EPSG:25832", "", true},
    KnownCode{5653, "EPSG:25833", "", true},           KnownCode{5554, "EPSG:25831", "EPSG:5783", false},
    KnownCode{5555, "EPSG:25832", "EPSG:5783", false}, KnownCode{5556, "EPSG:25833", "EPSG:5783", false},
    KnownCode{31466, "EPSG:31466", "", false},         KnownCode{31467, "EPSG:31467", "", false},
    KnownCode{31468, "EPSG:31468", "", false},         KnownCode{31469, "EPSG:31469", "", false},
    KnownCode{4326, "EPSG:4326", "", false},           KnownCode{4979, "EPSG:4326", "ellipsoidal", false},
    KnownCode{4258, "EPSG:4258", "", false},           KnownCode{4937, "EPSG:4258", "ellipsoidal", false},
};

QString codeOf(const PJ* object)
{
    const char* authority = proj_get_id_auth_name(object, 0);
    const char* code = proj_get_id_code(object, 0);
    return authority == nullptr || code == nullptr
               ? QString()
               : QString::fromLatin1(authority) + QLatin1Char(':') + QLatin1String(code);
}

/// @returns the parts of any CRS of the EPSG dataset; UnsupportedFormat for one that is not horizontal.
Result<Crs> lookUp(const QString& srsName, int code)
{
    const ProjContext context = makeProjContext();
    const ProjObject crs(proj_create_from_database(context.get(), "EPSG", QByteArray::number(code).constData(),
                                                   PJ_CATEGORY_CRS, 0, nullptr));
    if (crs == nullptr)
        return unknownCrs(srsName, QStringLiteral("EPSG:%1 is not in PROJ's database").arg(code));
    switch (proj_get_type(crs.get())) {
    case PJ_TYPE_PROJECTED_CRS:
    case PJ_TYPE_GEOGRAPHIC_2D_CRS:
        return Crs{QStringLiteral("EPSG:%1").arg(code), {}, false};
    case PJ_TYPE_GEOGRAPHIC_3D_CRS: {
        const ProjObject flat(proj_crs_demote_to_2D(context.get(), nullptr, crs.get()));
        if (const QString horizontal = flat == nullptr ? QString() : codeOf(flat.get()); !horizontal.isEmpty())
            return Crs{horizontal, QString(ellipsoidalHeights), false};
        break;
    }
    case PJ_TYPE_COMPOUND_CRS: {
        const ProjObject horizontal(proj_crs_get_sub_crs(context.get(), crs.get(), 0));
        const ProjObject vertical(proj_crs_get_sub_crs(context.get(), crs.get(), 1));
        if (horizontal != nullptr && vertical != nullptr && !codeOf(horizontal.get()).isEmpty())
            return Crs{codeOf(horizontal.get()), codeOf(vertical.get()), false};
        break;
    }
    default:
        break;
    }
    return unknownCrs(srsName, QStringLiteral("EPSG:%1 is no horizontal or compound CRS").arg(code));
}

Result<Crs> crsOfCode(const QString& srsName, int code)
{
    for (const KnownCode& known : knownCodes)
        if (known.code == code)
            return Crs{QLatin1String(known.horizontal), QLatin1String(known.vertical), known.zonePrefix};
    return lookUp(srsName, code);
}

/// @returns nothing when the code names a height system in metres, upwards.
Result<void> checkVertical(const QString& srsName, int code)
{
    static constexpr std::array germanNetworks{7837, 5783, 5784, 7699, 5785};
    if (std::find(germanNetworks.begin(), germanNetworks.end(), code) != germanNetworks.end())
        return {};
    const ProjContext context = makeProjContext();
    const ProjObject crs(proj_create_from_database(context.get(), "EPSG", QByteArray::number(code).constData(),
                                                   PJ_CATEGORY_CRS, 0, nullptr));
    if (crs == nullptr || proj_get_type(crs.get()) != PJ_TYPE_VERTICAL_CRS)
        return unknownCrs(srsName, QStringLiteral("EPSG:%1 is no vertical CRS").arg(code));
    const ProjObject axes(proj_crs_get_coordinate_system(context.get(), crs.get()));
    const char* direction = nullptr;
    double metres = 0;
    if (axes == nullptr ||
        proj_cs_get_axis_info(context.get(), axes.get(), 0, nullptr, nullptr, &direction, &metres, nullptr, nullptr,
                              nullptr) == 0 ||
        metres != 1.0 || qstrcmp(direction, "up") != 0)
        return failure(
            ErrorCode::UnknownHeightReference,
            tr("Die Höhen von „%1“ sind keine Meter nach oben.").arg(srsName.left(120)),
            QStringLiteral("EPSG:%1: unit %2 m, direction %3").arg(code).arg(metres).arg(QLatin1String(direction)));
    return {};
}

/// All spellings of EPSG codes: "EPSG:25832", "EPSG:25832+7837", "urn:ogc:def:crs:EPSG::25832",
/// "urn:ogc:def:crs,crs:EPSG:6.12:25832,crs:EPSG:6.12:5783", "http(s)://www.opengis.net/def/crs/EPSG/0/25832",
/// ".../crs-compound?1=…&2=…", "http://www.opengis.net/gml/srs/epsg.xml#25832".
QStringList epsgCodes(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral(
            R"(EPSG(?:\.xml#|[:/]+(?:[0-9][0-9.]*[:/]+)?)([0-9]{3,6})(?![0-9.:/])(?:\s*\+\s*([0-9]{3,6})(?![0-9]))?)"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList codes;
    for (auto it = pattern.globalMatch(text); it.hasNext() && codes.size() < 4;) {
        const QRegularExpressionMatch match = it.next();
        codes << match.captured(1);
        if (match.hasCaptured(2))
            codes << match.captured(2);
    }
    return codes;
}

} // namespace

Result<Crs> parseCrs(const QString& srsName)
{
    const QString text = srsName.left(1000).trimmed();
    if (text.isEmpty())
        return failure(ErrorCode::MissingCrs, tr("Die Daten nennen kein Koordinatenreferenzsystem."));

    static const QLatin1String advPrefix("urn:adv:crs:");
    if (text.startsWith(advPrefix, Qt::CaseInsensitive))
        return parseAdv(srsName, text.mid(advPrefix.size()));

    // A bare AdV name, as some exports write it.
    if (text.startsWith(QLatin1String("ETRS89_UTM"), Qt::CaseInsensitive) || text.startsWith(QLatin1String("DE_DHDN_")))
        return parseAdv(srsName, text);

    static const QRegularExpression crs84(QStringLiteral(
        R"(^(?:OGC:|urn:ogc:def:crs:OGC:[0-9.]*:|https?://www\.opengis\.net/def/crs/OGC/[0-9.]+/)CRS84(h)?$)"));
    if (const QRegularExpressionMatch match = crs84.match(text); match.hasMatch())
        return Crs{QStringLiteral("EPSG:4326"), match.hasCaptured(1) ? QString(ellipsoidalHeights) : QString(), false};

    const QStringList codes = epsgCodes(text);
    if (codes.isEmpty() || codes.size() > 2)
        return unknownCrs(srsName, QStringLiteral("no spelling of a CRS that is known here"));
    TWIN_TRY(Crs crs, crsOfCode(srsName, codes[0].toInt()));
    if (codes.size() == 2) {
        if (!crs.vertical.isEmpty())
            return unknownCrs(srsName, QStringLiteral("two height references"));
        TWIN_CHECK(checkVertical(srsName, codes[1].toInt()));
        crs.vertical = QStringLiteral("EPSG:") + codes[1];
    }
    return crs;
}

} // namespace twin::geo
