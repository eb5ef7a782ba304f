// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/adding/ForeignFormats.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace twin::services {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::ForeignFormats)
};

/// Formats that become readable in the same way.
struct Family {
    const char* suffixes; ///< each between spaces
    const char* summary;
    const char* remedy;
};

constexpr int sniffedBytes = 4096;

constexpr Family tileset{" ",
                         QT_TRANSLATE_NOOP("twin::services::ForeignFormats",
                                           "Die Datei ist ein 3D-Tiles-Datensatz, der sich ohne Import ansehen lässt."),
                         QT_TRANSLATE_NOOP("twin::services::ForeignFormats",
                                           "Öffnen Sie ihn für sich: ziehen Sie ihn in das Fenster oder rufen Sie "
                                           "„stadtzwilling tileset.json“ auf.")};
constexpr Family tile{
    " b3dm i3dm pnts cmpt subtree ",
    QT_TRANSLATE_NOOP("twin::services::ForeignFormats",
                      "Die Datei ist eine einzelne Kachel eines 3D-Tiles-Datensatzes."),
    QT_TRANSLATE_NOOP("twin::services::ForeignFormats", "Öffnen Sie die tileset.json, die zu ihr gehört.")};
constexpr Family building{
    " ifc ifczip ifcxml rvt ",
    QT_TRANSLATE_NOOP("twin::services::ForeignFormats", "Bauwerksmodelle (IFC, Revit) liest das Programm nicht."),
    QT_TRANSLATE_NOOP("twin::services::ForeignFormats",
                      "Exportieren Sie das Modell als CityGML oder als glTF (.glb), zum Beispiel "
                      "mit IfcConvert.")};
constexpr Family model{
    " fbx obj dae 3ds stl blend skp usd usdz max ",
    QT_TRANSLATE_NOOP("twin::services::ForeignFormats", "3D-Modelle liest das Programm nur als glTF."),
    QT_TRANSLATE_NOOP("twin::services::ForeignFormats",
                      "Exportieren Sie das Modell als glTF (.glb), zum Beispiel mit Blender.")};
constexpr Family drawing{
    " dwg dxf dgn ", QT_TRANSLATE_NOOP("twin::services::ForeignFormats", "CAD-Zeichnungen liest das Programm nicht."),
    QT_TRANSLATE_NOOP("twin::services::ForeignFormats",
                      "Speichern Sie die Zeichnung als GeoPackage oder Shapefile, zum Beispiel mit "
                      "QGIS.")};
constexpr Family points{
    " e57 ply pts ptx rcp rcs ",
    QT_TRANSLATE_NOOP("twin::services::ForeignFormats", "Punktwolken liest das Programm als LAS, LAZ und COPC."),
    QT_TRANSLATE_NOOP("twin::services::ForeignFormats",
                      "Wandeln Sie die Punktwolke in LAZ um, zum Beispiel mit PDAL oder "
                      "CloudCompare.")};
constexpr Family project{
    " qgs qgz mxd aprx lyr lyrx qlr ",
    QT_TRANSLATE_NOOP("twin::services::ForeignFormats",
                      "Die Datei ist ein Kartenprojekt: sie verweist auf Daten und enthält keine."),
    QT_TRANSLATE_NOOP("twin::services::ForeignFormats", "Wählen Sie die Dateien, die das Projekt zeigt.")};
constexpr Family sheet{" xlsx xls xlsm ods ",
                       QT_TRANSLATE_NOOP("twin::services::ForeignFormats", "Tabellen liest das Programm nur als CSV."),
                       QT_TRANSLATE_NOOP("twin::services::ForeignFormats",
                                         "Speichern Sie das Blatt als CSV mit Spalten für die Koordinaten.")};
constexpr Family document{
    " pdf ", QT_TRANSLATE_NOOP("twin::services::ForeignFormats", "PDF-Dateien liest das Programm nicht."),
    QT_TRANSLATE_NOOP("twin::services::ForeignFormats",
                      "Exportieren Sie die Karte als GeoTIFF, oder als Bild, das Passpunkte bekommt "
                      "(--points).")};
constexpr Family raster{" ecw sid nc hdf h5 grb grib grib2 ",
                        QT_TRANSLATE_NOOP("twin::services::ForeignFormats",
                                          "Raster liest das Programm als GeoTIFF, JPEG 2000, ASC, XYZ und mit "
                                          "Weltdatei."),
                        QT_TRANSLATE_NOOP("twin::services::ForeignFormats",
                                          "Wandeln Sie das Raster in GeoTIFF um, zum Beispiel mit gdal_translate.")};
constexpr Family database{
    " mdb accdb gdbtable ",
    QT_TRANSLATE_NOOP("twin::services::ForeignFormats",
                      "Geodatenbanken (Access, File-Geodatabase) liest das Programm nicht."),
    QT_TRANSLATE_NOOP("twin::services::ForeignFormats", "Exportieren Sie sie als GeoPackage, zum Beispiel mit QGIS.")};
constexpr std::array byName{&tile,    &building, &model,    &drawing, &points,
                            &project, &sheet,    &document, &raster,  &database};

struct Magic {
    std::string_view start;
    const Family* family;
};
constexpr std::array byStart{Magic{"ISO-10303-21", &building},
                             Magic{"Kaydara FBX", &model},
                             Magic{"; FBX", &model},
                             Magic{"BLENDER", &model},
                             Magic{"ASTM-E57", &points},
                             Magic{"ply\n", &points},
                             Magic{"ply\r\n", &points},
                             Magic{"%PDF-", &document},
                             Magic{"AC10", &drawing},
                             Magic{"b3dm", &tile},
                             Magic{"i3dm", &tile},
                             Magic{"pnts", &tile},
                             Magic{"cmpt", &tile},
                             Magic{"subt", &tile}};

/// The members that 3D Tiles ask for at the top (OGC 22-025r4, 7.2): no city model has them both.
bool isTileset(const QByteArray& head)
{
    static const QRegularExpression asset(QStringLiteral("\"asset\"\\s*:\\s*\\{"));
    static const QRegularExpression error(QStringLiteral("\"geometricError\"\\s*:"));
    const QString text = QString::fromUtf8(head);
    return text.trimmed().startsWith(QLatin1Char('{')) && asset.match(text).hasMatch() && error.match(text).hasMatch();
}

const Family* familyOf(const QString& path)
{
    QFile file(path);
    const QByteArray head = file.open(QIODevice::ReadOnly) ? file.read(sniffedBytes) : QByteArray();
    for (const Magic& magic : byStart)
        if (head.startsWith(QByteArrayView(magic.start.data(), qsizetype(magic.start.size()))))
            return magic.family;
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("json") && isTileset(head))
        return &tileset;
    const QString word = QLatin1Char(' ') + suffix + QLatin1Char(' ');
    const auto* const found = std::find_if(byName.begin(), byName.end(), [&](const Family* family) {
        return !suffix.isEmpty() && QLatin1String(family->suffixes).contains(word);
    });
    return found == byName.end() ? nullptr : *found;
}

} // namespace

std::optional<Error> foreignFormat(const QString& path)
{
    const Family* family = familyOf(path);
    if (family == nullptr)
        return std::nullopt;
    return Error{ErrorCode::UnsupportedFormat, Text::tr(family->summary), {}, Text::tr(family->remedy), {path, -1, {}}};
}

} // namespace twin::services
