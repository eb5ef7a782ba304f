// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Program.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTextStream>

namespace {

constexpr int mostMilliseconds = 120'000;

void writeBox(QTextStream& stream, int number, double east, double north)
{
    const double low = 90;
    const double high = 96 + number % 9;
    const double points[4][2] = {{east, north}, {east + 12, north}, {east + 12, north + 10}, {east, north + 10}};
    const auto surface = [&](const char* type, std::initializer_list<std::pair<int, double>> corners) {
        stream << "<bldg:boundedBy><bldg:" << type
               << "><bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember><gml:Polygon>"
               << "<gml:exterior><gml:LinearRing><gml:posList srsDimension=\"3\">";
        for (const auto& [corner, height] : corners)
            stream << points[corner][0] << ' ' << points[corner][1] << ' ' << height << ' ';
        const auto& [corner, height] = *corners.begin();
        stream << points[corner][0] << ' ' << points[corner][1] << ' ' << height
               << "</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface>"
               << "</bldg:lod2MultiSurface></bldg:" << type << "></bldg:boundedBy>\n";
    };
    stream << "<core:cityObjectMember><bldg:Building gml:id=\"BOX_" << number << "\">\n"
           << "<bldg:measuredHeight uom=\"urn:adv:uom:m\">" << high - low << "</bldg:measuredHeight>\n";
    surface("GroundSurface", {{0, low}, {3, low}, {2, low}, {1, low}});
    for (int i = 0; i < 4; ++i)
        surface("WallSurface", {{i, low}, {(i + 1) % 4, low}, {(i + 1) % 4, high}, {i, high}});
    surface("RoofSurface", {{0, high}, {1, high}, {2, high}, {3, high}});
    stream << "</bldg:Building></core:cityObjectMember>\n";
}

} // namespace

QJsonObject Run::object() const
{
    return QJsonDocument::fromJson(out).object();
}

QJsonArray Run::array() const
{
    return QJsonDocument::fromJson(out).array();
}

bool Run::complainsInOneLine() const
{
    return err.startsWith("stadtzwilling: ") && err.endsWith('\n') && err.count('\n') == 1 &&
           err.trimmed().endsWith('.');
}

Run program(const QStringList& words, const QStringList& environment)
{
    QProcess process;
    process.setEnvironment(QProcess::systemEnvironment() + environment);
    process.start(QStringLiteral(TWIN_PROGRAM), words);
    if (!process.waitForFinished(mostMilliseconds)) {
        process.kill();
        process.waitForFinished();
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

QString threeHouses()
{
    return QStringLiteral(TWIN_TEST_DATA "/cli/drei_testhaeuser.gml");
}

QString writeBoxes(const QString& folder, int count)
{
    const QString path = folder + QStringLiteral("/boxes.gml");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    QTextStream stream(&file);
    stream.setRealNumberNotation(QTextStream::FixedNotation);
    stream.setRealNumberPrecision(3);
    stream
        << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<core:CityModel "
           "xmlns:core=\"http://www.opengis.net/citygml/1.0\" "
           "xmlns:bldg=\"http://www.opengis.net/citygml/building/1.0\" xmlns:gml=\"http://www.opengis.net/gml\">\n"
           "<gml:boundedBy><gml:Envelope srsName=\"urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016\">"
           "<gml:lowerCorner srsDimension=\"3\">392000 5708000 90</gml:lowerCorner>"
           "<gml:upperCorner srsDimension=\"3\">394000 5710000 105</gml:upperCorner></gml:Envelope></gml:boundedBy>\n";
    for (int i = 0; i < count; ++i)
        writeBox(stream, i, 392'000 + 20.0 * (i % 100), 5'708'000 + 20.0 * (i / 100));
    stream << "</core:CityModel>\n";
    return path;
}
