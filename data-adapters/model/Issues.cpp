// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/Issues.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>
#include <QStringList>

namespace twin {
namespace {

struct Row {
    const char* reason;
    const char* title;
};

// clang-format off
constexpr std::array rows{
    Row{"appearance.image-format", QT_TRANSLATE_NOOP("twin::Issue", "Bildformat einer Textur wird nicht unterstützt (png, jpeg und webp werden es)")},
    Row{"appearance.image-missing", QT_TRANSLATE_NOOP("twin::Issue", "Bild einer Textur fehlt")},
    Row{"appearance.image-outside", QT_TRANSLATE_NOOP("twin::Issue", "Bild einer Textur liegt außerhalb des Ordners der Datei und wird nicht geöffnet")},
    Row{"appearance.image-unreadable", QT_TRANSLATE_NOOP("twin::Issue", "Bild einer Textur ließ sich nicht lesen, ohne Textur gezeichnet")},
    Row{"appearance.invalid", QT_TRANSLATE_NOOP("twin::Issue", "Angaben zum Aussehen sind unvollständig")},
    Row{"appearance.texture-coordinates", QT_TRANSLATE_NOOP("twin::Issue", "Texturkoordinaten passen nicht zur Fläche, ohne Textur gezeichnet")},
    Row{"appearance.too-large", QT_TRANSLATE_NOOP("twin::Issue", "Zu viele Angaben zum Aussehen, die übrigen fehlen")},
    Row{"attribute.invalid-date", QT_TRANSLATE_NOOP("twin::Issue", "Datum nicht lesbar")},
    Row{"building.above-terrain", QT_TRANSLATE_NOOP("twin::Issue", "Gebäude steht mehr als einen halben Meter über dem Gelände")},
    Row{"building.below-terrain", QT_TRANSLATE_NOOP("twin::Issue", "Gebäude steckt mehr als einen halben Meter im Gelände")},
    Row{"attribute.malformed", QT_TRANSLATE_NOOP("twin::Issue", "Attribute nicht lesbar")},
    Row{"breakline.far-off", QT_TRANSLATE_NOOP("twin::Issue", "Bruchkanten liegen mehr als 10 m über oder unter dem Gelände: dort ausgelassen")},
    Row{"breakline.no-heights", QT_TRANSLATE_NOOP("twin::Issue", "Linien ohne Höhen sind keine Bruchkanten, ausgelassen")},
    Row{"building.not-compared", QT_TRANSLATE_NOOP("twin::Issue", "Gebäude und Gelände ließen sich nicht vergleichen")},
    Row{"crs.missing", QT_TRANSLATE_NOOP("twin::Issue", "Objekt ohne Koordinatenreferenzsystem")},
    Row{"crs.option-unused", QT_TRANSLATE_NOOP("twin::Issue", "Datei nennt ein anderes Koordinatenreferenzsystem als --crs, das der Datei gilt")},
    Row{"crs.replaced", QT_TRANSLATE_NOOP("twin::Issue", "Angegebenes Koordinatenreferenzsystem ist unbekannt, das der Option --crs gilt")},
    Row{"crs.transform-failed", QT_TRANSLATE_NOOP("twin::Issue", "Koordinaten ließen sich nicht umrechnen")},
    Row{"crs.unknown", QT_TRANSLATE_NOOP("twin::Issue", "Unbekanntes Koordinatenreferenzsystem")},
    Row{"extrude.no-ground", QT_TRANSLATE_NOOP("twin::Issue", "Kein Gelände unter dem Objekt, nicht aufgezogen")},
    Row{"extrude.no-height", QT_TRANSLATE_NOOP("twin::Issue", "Keine brauchbare Höhe, nicht aufgezogen")},
    Row{"feature.mixed-geometry", QT_TRANSLATE_NOOP("twin::Issue", "Geometrie aus Punkten, Linien und Flächen zugleich, nur die höchste Art gezeichnet")},
    Row{"file.access-denied", QT_TRANSLATE_NOOP("twin::Issue", "Datei darf nicht gelesen werden")},
    Row{"file.crs-missing", QT_TRANSLATE_NOOP("twin::Issue", "Datei ohne Koordinatenreferenzsystem")},
    Row{"file.crs-unknown", QT_TRANSLATE_NOOP("twin::Issue", "Datei mit unbekanntem Koordinatenreferenzsystem")},
    Row{"file.doctype", QT_TRANSLATE_NOOP("twin::Issue", "Datei mit DOCTYPE wird aus Sicherheitsgründen nicht gelesen")},
    Row{"file.encoding-unsupported", QT_TRANSLATE_NOOP("twin::Issue", "Zeichenkodierung der Datei wird nicht unterstützt")},
    Row{"file.malformed", QT_TRANSLATE_NOOP("twin::Issue", "Datei ist kein gültiges XML oder JSON")},
    Row{"file.not-a-city-model", QT_TRANSLATE_NOOP("twin::Issue", "Datei ist kein Stadtmodell in einem bekannten Format")},
    Row{"file.not-found", QT_TRANSLATE_NOOP("twin::Issue", "Datei nicht gefunden")},
    Row{"file.read-error", QT_TRANSLATE_NOOP("twin::Issue", "Datei ließ sich nicht bis zum Ende lesen")},
    Row{"file.text-too-long", QT_TRANSLATE_NOOP("twin::Issue", "Überlanger Text oder überlanges Attribut")},
    Row{"file.too-deep", QT_TRANSLATE_NOOP("twin::Issue", "Zu tief geschachtelt")},
    Row{"file.transform-missing", QT_TRANSLATE_NOOP("twin::Issue", "Datei ohne „transform“: Koordinaten gelten, wie sie dastehen")},
    Row{"file.truncated", QT_TRANSLATE_NOOP("twin::Issue", "Datei ist abgeschnitten")},
    Row{"file.unsupported-version", QT_TRANSLATE_NOOP("twin::Issue", "Version des Formats wird nicht unterstützt")},
    Row{"geometry.library-object", QT_TRANSLATE_NOOP("twin::Issue", "Mustergeometrie in einer anderen Datei wird nicht gelesen")},
    Row{"geometry.lod-unknown", QT_TRANSLATE_NOOP("twin::Issue", "Geometrie ohne gültigen Detailgrad, LoD2 angenommen")},
    Row{"geometry.malformed", QT_TRANSLATE_NOOP("twin::Issue", "Geometrie nicht lesbar")},
    Row{"geometry.shape-empty", QT_TRANSLATE_NOOP("twin::Issue", "Mustergeometrie ohne Fläche")},
    Row{"geometry.shape-unplaced", QT_TRANSLATE_NOOP("twin::Issue", "Mustergeometrie ohne Ort")},
    Row{"geometry.template-missing", QT_TRANSLATE_NOOP("twin::Issue", "Mustergeometrie fehlt")},
    Row{"geometry.two-dimensional", QT_TRANSLATE_NOOP("twin::Issue", "Geometrie ohne Höhen")},
    Row{"height.flat", QT_TRANSLATE_NOOP("twin::Issue", "Gebäude ohne Höhe: höchster und tiefster Punkt liegen keinen halben Meter auseinander")},
    Row{"height.ground-outlier", QT_TRANSLATE_NOOP("twin::Issue", "Gebäude steht mehr als 25 m höher oder tiefer als seine Nachbarn")},
    Row{"height.measured-differs", QT_TRANSLATE_NOOP("twin::Issue", "Angegebene Höhe (measuredHeight) weicht mehr als 1 m von der Geometrie ab")},
    Row{"height.tall-outlier", QT_TRANSLATE_NOOP("twin::Issue", "Gebäude ist mehr als sechsmal so hoch wie seine Nachbarn")},
    Row{"history.quarantined", QT_TRANSLATE_NOOP("twin::Issue", "Messwertspeicher war beschädigt: er liegt jetzt daneben, ein neuer ist begonnen")},
    Row{"height.outlier", QT_TRANSLATE_NOOP("twin::Issue", "Unmögliche Höhen weggelassen")},
    Row{"geometry.vertex-missing", QT_TRANSLATE_NOOP("twin::Issue", "Verweis auf einen Stützpunkt, den es nicht gibt")},
    Row{"height.reference-unknown", QT_TRANSLATE_NOOP("twin::Issue", "Höhenbezug nicht angegeben, DHHN2016 angenommen")},
    Row{"id.duplicate", QT_TRANSLATE_NOOP("twin::Issue", "Kennung (gml:id) kommt mehrfach vor, das spätere Objekt heißt hier anders")},
    Row{"id.missing", QT_TRANSLATE_NOOP("twin::Issue", "Objekt ohne Kennung (gml:id), eine wurde vergeben")},
    Row{"imagery.coarsened", QT_TRANSLATE_NOOP("twin::Issue", "Bild vergröbert, weil das Gebiet sehr groß ist")},
    Row{"layer.unreadable", QT_TRANSLATE_NOOP("twin::Issue", "Ebene ließ sich nicht öffnen")},
    Row{"line.too-few-points", QT_TRANSLATE_NOOP("twin::Issue", "Linie mit weniger als zwei Punkten")},
    Row{"member.malformed", QT_TRANSLATE_NOOP("twin::Issue", "Beschädigtes Objekt übersprungen")},
    Row{"member.too-deep", QT_TRANSLATE_NOOP("twin::Issue", "Zu tief geschachtelte Objekte")},
    Row{"member.too-large", QT_TRANSLATE_NOOP("twin::Issue", "Übergroßes Objekt übersprungen")},
    Row{"number.invalid", QT_TRANSLATE_NOOP("twin::Issue", "Ungültige Zahl in den Koordinaten")},
    Row{"object.known-kept", QT_TRANSLATE_NOOP("twin::Issue", "Kennung gibt es in der Region schon: beide Objekte sind da, das neue unter „EBENE:KENNUNG“")},
    Row{"object.known-skipped", QT_TRANSLATE_NOOP("twin::Issue", "Kennung gibt es in der Region schon: das neue Objekt bleibt weg")},
    Row{"object.no-geometry", QT_TRANSLATE_NOOP("twin::Issue", "Objekt ohne darstellbare Geometrie")},
    Row{"object.out-of-region", QT_TRANSLATE_NOOP("twin::Issue", "Objekt liegt weit außerhalb des Gebiets, in dem EPSG:25832 gilt: stimmt das Koordinatenreferenzsystem?")},
    Row{"object.parent-cycle", QT_TRANSLATE_NOOP("twin::Issue", "Objekt gehört über seine Eltern zu sich selbst, steht hier für sich")},
    Row{"object.parent-missing", QT_TRANSLATE_NOOP("twin::Issue", "Übergeordnetes Objekt fehlt, steht hier für sich")},
    Row{"points.coincident", QT_TRANSLATE_NOOP("twin::Issue", "Punkte am selben Ort wie andere weggelassen")},
    Row{"points.counted", QT_TRANSLATE_NOOP("twin::Issue", "Punktwolke ausgezählt")},
    Row{"points.damaged", QT_TRANSLATE_NOOP("twin::Issue", "Punkte in beschädigten Teilen der Datei fehlen")},
    Row{"points.outside", QT_TRANSLATE_NOOP("twin::Issue", "Punkte weit außerhalb der Region weggelassen")},
    Row{"points.withheld", QT_TRANSLATE_NOOP("twin::Issue", "Als zurückgehalten markierte Punkte weggelassen")},
    Row{"polygon.coordinates", QT_TRANSLATE_NOOP("twin::Issue", "Fläche mit unmöglichen Koordinaten verworfen")},
    Row{"polygon.degenerate", QT_TRANSLATE_NOOP("twin::Issue", "Fläche ohne Ausdehnung")},
    Row{"polygon.duplicate-points", QT_TRANSLATE_NOOP("twin::Issue", "Doppelte Punkte zusammengelegt")},
    Row{"polygon.empty", QT_TRANSLATE_NOOP("twin::Issue", "Fläche ohne Ring")},
    Row{"polygon.hole-degenerate", QT_TRANSLATE_NOOP("twin::Issue", "Loch ohne Ausdehnung weggelassen")},
    Row{"polygon.hole-touches", QT_TRANSLATE_NOOP("twin::Issue", "Loch berührt einen anderen Ring")},
    Row{"polygon.non-planar", QT_TRANSLATE_NOOP("twin::Issue", "Fläche ist nicht eben")},
    Row{"polygon.self-intersecting", QT_TRANSLATE_NOOP("twin::Issue", "Ringe überschneiden sich, Schnittpunkte ergänzt")},
    Row{"polygon.spike", QT_TRANSLATE_NOOP("twin::Issue", "Zacke ohne Fläche abgeschnitten")},
    Row{"polygon.too-many-points", QT_TRANSLATE_NOOP("twin::Issue", "Fläche mit zu vielen Punkten übersprungen")},
    Row{"raster.out-of-region", QT_TRANSLATE_NOOP("twin::Issue", "Raster liegt außerhalb des Gebiets, in dem EPSG:25832 gilt")},
    Row{"raster.unreadable", QT_TRANSLATE_NOOP("twin::Issue", "Rasterdatei ließ sich nicht lesen")},
    Row{"ring.not-closed", QT_TRANSLATE_NOOP("twin::Issue", "Ring nicht geschlossen")},
    Row{"ring.odd-coordinates", QT_TRANSLATE_NOOP("twin::Issue", "Anzahl der Koordinaten geht nicht auf")},
    Row{"ring.too-few-points", QT_TRANSLATE_NOOP("twin::Issue", "Ring mit weniger als drei Punkten")},
    Row{"source.remark", QT_TRANSLATE_NOOP("twin::Issue", "Hinweis zur Quelle")},
    Row{"surface.inner-closure", QT_TRANSLATE_NOOP("twin::Issue", "Abschlussfläche zwischen Gebäudeteilen nicht gezeichnet")},
    Row{"terrain.coarsened", QT_TRANSLATE_NOOP("twin::Issue", "Geländegitter vergröbert, weil das Gebiet sehr groß ist")},
    Row{"xlink.external", QT_TRANSLATE_NOOP("twin::Issue", "Verweis nach außerhalb der Datei wird nicht verfolgt")},
    Row{"xlink.unresolved", QT_TRANSLATE_NOOP("twin::Issue", "Verweis ohne Ziel in der Datei")},
};
// clang-format on

} // namespace

QString issueTitle(const QString& reason)
{
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return reason == QLatin1String(r.reason); });
    return row == rows.end() ? reason : QCoreApplication::translate("twin::Issue", row->title);
}

QStringList issueReasons()
{
    QStringList reasons;
    for (const Row& row : rows)
        reasons.append(QLatin1String(row.reason));
    reasons.sort();
    return reasons;
}

QString refusalReason(const Error& error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return QStringLiteral("file.not-found");
    case ErrorCode::AccessDenied:
        return QStringLiteral("file.access-denied");
    case ErrorCode::UnsupportedVersion:
        return QStringLiteral("file.unsupported-version");
    case ErrorCode::MissingCrs:
        return QStringLiteral("file.crs-missing");
    case ErrorCode::TransformFailed:
    case ErrorCode::UnknownHeightReference:
        return QStringLiteral("file.crs-unknown");
    case ErrorCode::MalformedData:
        return error.detail.startsWith(QLatin1String("file.")) ? error.detail : QStringLiteral("file.malformed");
    case ErrorCode::UnsupportedFormat:
        return error.detail.startsWith(QLatin1String("encoding ")) ? QStringLiteral("file.encoding-unsupported")
               : error.remedy.contains(QLatin1String("--crs"))     ? QStringLiteral("file.crs-unknown")
                                                                   : QStringLiteral("file.not-a-city-model");
    default:
        return QStringLiteral("file.read-error");
    }
}

} // namespace twin
