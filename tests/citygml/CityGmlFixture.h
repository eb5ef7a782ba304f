// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CollectingSink.h"

#include <QtTest/qtestcase.h>

/// City models written by tests, and what the reader made of them.
class CityGmlFixture {
public:
    /// The root element with all customary prefixes, an envelope with the region's CRS, and `members` in it.
    static QByteArray model(const QByteArray& members, const char* version = "2.0",
                            const QByteArray& srsName = "urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016")
    {
        const QByteArray v(version);
        QByteArray xml =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<core:CityModel xmlns:core=\"http://www.opengis.net/citygml/" +
            v + "\" ";
        for (const char* module :
             {"bldg=building", "gen=generics", "app=appearance", "brid=bridge", "con=construction", "dyn=dynamizer",
              "tun=tunnel", "tran=transportation", "veg=vegetation", "wtr=waterbody", "frn=cityfurniture",
              "luse=landuse", "dem=relief", "grp=cityobjectgroup"}) {
            const QByteArrayList parts = QByteArray(module).split('=');
            xml += "xmlns:" + parts[0] + "=\"http://www.opengis.net/citygml/" + parts[1] + '/' + v + "\" ";
        }
        xml += "xmlns:gml=\"http://www.opengis.net/gml\" xmlns:xAL=\"urn:oasis:names:tc:ciq:xsdschema:xAL:2.0\""
               " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:ade=\"http://example.org/ade\">\n";
        if (!srsName.isEmpty())
            xml += "<gml:boundedBy><gml:Envelope srsName=\"" + srsName + "\"/></gml:boundedBy>\n";
        return xml + members + "\n</core:CityModel>\n";
    }
    static QByteArray building(const QByteArray& content, const QByteArray& id = "b1")
    {
        return "<core:cityObjectMember>\n<bldg:Building gml:id=\"" + id + "\">" + content +
               "</bldg:Building>\n</core:cityObjectMember>\n";
    }
    /// A triangle in the plane of `height`, 10 m to the east for each `step`.
    static QByteArray polygon(const QByteArray& id, int step = 0, double height = 100)
    {
        const double e = 390000 + 10 * step;
        const auto point = [&](double x, double y) {
            return QByteArray::number(e + x, 'f', 1) + " " + QByteArray::number(5700000 + y, 'f', 1) + " " +
                   QByteArray::number(height, 'f', 1);
        };
        return "<gml:Polygon gml:id=\"" + id + "\"><gml:exterior><gml:LinearRing><gml:posList srsDimension=\"3\">" +
               point(0, 0) + " " + point(4, 0) + " " + point(4, 3) + " " + point(0, 0) +
               "</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>";
    }
    static QByteArray multiSurface(const QByteArray& members, int lod = 2)
    {
        const QByteArray name = "bldg:lod" + QByteArray::number(lod) + "MultiSurface";
        return "<" + name + "><gml:MultiSurface>" + members + "</gml:MultiSurface></" + name + ">";
    }
    static QByteArray solid(const QByteArray& members, int lod = 2)
    {
        const QByteArray name = "bldg:lod" + QByteArray::number(lod) + "Solid";
        return "<" + name + "><gml:Solid><gml:exterior><gml:CompositeSurface>" + members +
               "</gml:CompositeSurface></gml:exterior></gml:Solid></" + name + ">";
    }
    static QByteArray surfaceMember(const QByteArray& polygon)
    {
        return "<gml:surfaceMember>" + polygon + "</gml:surfaceMember>";
    }
    static QByteArray link(const QByteArray& href) { return "<gml:surfaceMember xlink:href=\"" + href + "\"/>"; }
    static QByteArray boundary(const QByteArray& type, const QByteArray& content, const QByteArray& id)
    {
        return "<bldg:boundedBy><bldg:" + type + " gml:id=\"" + id + "\">" + content + "</bldg:" + type +
               "></bldg:boundedBy>";
    }

    [[nodiscard]] QString write(const QByteArray& bytes, const QString& name = QStringLiteral("model.gml")) const
    {
        return m_files.write(bytes, name);
    }
    [[nodiscard]] QString folder() const { return m_files.folder(); }

    /// Reads bytes as a file.
    struct Outcome {
        twin::Result<twin::citygml::ReadSummary> summary;
        std::unique_ptr<CollectingSink> sink;
    };
    [[nodiscard]] Outcome read(const QByteArray& bytes, const twin::citygml::ReadOptions& options = {}) const
    {
        auto sink = std::make_unique<CollectingSink>();
        auto summary = readInto(*sink, {write(bytes)}, options);
        return {std::move(summary), std::move(sink)};
    }

    /// @returns the one object of a model with one building; a null one when it did not become one object.
    [[nodiscard]] twin::CityObject single(const QByteArray& content, const char* version = "2.0")
    {
        const Outcome outcome = read(model(building(content), version));
        if (!outcome.summary || outcome.sink->objects().size() != 1) {
            qWarning("not exactly one object");
            return {};
        }
        m_issues = outcome.sink->issues();
        return outcome.sink->objects().front();
    }
    /// @returns what was said of the last single().
    [[nodiscard]] const std::vector<twin::Issue>& issues() const { return m_issues; }

private:
    std::vector<twin::Issue> m_issues;
    TemporaryFiles m_files;
};

/// @returns the area of one ring on the plane, positive when it runs counter-clockwise.
inline double signedArea(const twin::Polygon& polygon)
{
    double area = 0;
    for (std::size_t i = 0; i < polygon.points.size(); ++i) {
        const twin::ProjectedPosition& a = polygon.points[i];
        const twin::ProjectedPosition& b = polygon.points[(i + 1) % polygon.points.size()];
        area += (a.eastingMetres * b.northingMetres - b.eastingMetres * a.northingMetres) / 2;
    }
    return area;
}
