// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ImportReport.h"
#include "app/cli/Interrupt.h"
#include "app/cli/Json.h"
#include "app/cli/ReportOption.h"
#include "app/cli/Text.h"
#include "app/services/LayerService.h"

#include <QLocale>

namespace twin::cli {
namespace {

QJsonObject describe(const geo::ControlPointFit& fit)
{
    QJsonArray residuals;
    for (const geo::ControlPointResidual& r : fit.residuals())
        residuals.append(QJsonObject{{QStringLiteral("name"), r.point.name},
                                     {QStringLiteral("column"), r.point.column},
                                     {QStringLiteral("row"), r.point.row},
                                     {QStringLiteral("eastMetres"), r.eastMetres},
                                     {QStringLiteral("northMetres"), r.northMetres},
                                     {QStringLiteral("metres"), r.metres}});
    return {{QStringLiteral("order"), fit.order()},
            {QStringLiteral("rmsMetres"), fit.rmsMetres()},
            {QStringLiteral("residuals"), residuals}};
}

void print(const geo::ControlPointFit& fit, Console& console)
{
    const QLocale locale(QLocale::German);
    console.line(Text::tr("Passpunkte (Ordnung %1), mittlerer Fehler %2 m:")
                     .arg(QString::number(fit.order()), locale.toString(fit.rmsMetres(), 'f', 2)));
    for (const geo::ControlPointResidual& r : fit.residuals())
        console.line(Text::tr("  %1: Ost %2 m, Nord %3 m, zusammen %4 m")
                         .arg(r.point.name, locale.toString(r.eastMetres, 'f', 2),
                              locale.toString(r.northMetres, 'f', 2), locale.toString(r.metres, 'f', 2)));
}

Result<QDate> dateOf(const Arguments& arguments, const char* option)
{
    if (!arguments.has(option))
        return QDate();
    const QDate date = QDate::fromString(arguments.value(option), Qt::ISODate);
    if (!date.isValid())
        return failure(ErrorCode::InvalidParameter,
                       Text::tr("„%1“ ist kein Datum.").arg(arguments.value(option).left(40)), {},
                       Text::tr("Schreiben Sie es wie 1952-05-01."));
    return date;
}

class AddCommand final : public Command {
    [[nodiscard]] Syntax syntax() const override
    {
        return {
            "add",
            QT_TRANSLATE_NOOP("twin::cli", "QUELLE…"),
            1,
            -1,
            QT_TRANSLATE_NOOP("twin::cli",
                              "Fügt einer Region Ebenen hinzu: Stadtmodelle (CityGML, CityJSON), Gelände, Luftbilder "
                              "und Karten, Punktwolken (LAS, LAZ, "
                              "COPC), 3D-Modelle (glTF), Geodaten (GeoPackage, GeoJSON, Shapefile, GML, OSM, KML, CSV, "
                              "ALKIS-NAS, XPlanGML)."),
            {{"to", "REGION", QT_TRANSLATE_NOOP("twin::cli", "Regionspaket, das die Ebenen bekommt (nötig)")},
             {"title", "TEXT", QT_TRANSLATE_NOOP("twin::cli", "Name der Ebene (Vorgabe: Name der Datei)")},
             {"date", "JJJJ-MM-TT",
              QT_TRANSLATE_NOOP("twin::cli", "ab wann die Ebene gilt (Vorgabe: wie die Quelle sagt)")},
             {"until", "JJJJ-MM-TT",
              QT_TRANSLATE_NOOP("twin::cli", "letzter Tag, an dem die Ebene gilt (Vorgabe: sie gilt noch)")},
             {"licence", "TEXT", QT_TRANSLATE_NOOP("twin::cli", "Lizenz der Quelle")},
             {"crs", "EPSG:n",
              QT_TRANSLATE_NOOP("twin::cli", "Koordinatenreferenzsystem von Dateien, die keines nennen")},
             {"at", "OST,NORD,HÖHE[,RICHTUNG]",
              QT_TRANSLATE_NOOP("twin::cli",
                                "wo ein 3D-Modell steht (in --crs, Vorgabe EPSG:25832 und NHN; Richtung in "
                                "Grad ab Gitternord)")},
             {"extrude", "ATTRIBUT|METER",
              QT_TRANSLATE_NOOP("twin::cli",
                                "zieht Punkte, Linien und Flächen zu Körpern auf: so hoch wie das Attribut "
                                "sagt oder so viele Meter")},
             {"base", "ATTRIBUT|ground",
              QT_TRANSLATE_NOOP("twin::cli", "worauf sie stehen: Attribut mit der Höhe ü. NHN oder Gelände (Vorgabe)")},
             {"points", "DATEI",
              QT_TRANSLATE_NOOP("twin::cli", "Passpunkte für ein Bild ohne Georeferenz (.points von QGIS oder CSV)")},
             {"order", "n",
              QT_TRANSLATE_NOOP("twin::cli", "Ordnung der Einpassung: 1 oder 2 (Vorgabe: nach den Punkten)")},
             {"existing", "keep|skip",
              QT_TRANSLATE_NOOP("twin::cli", "Objekte eines Stadtmodells, deren gml:id die Region schon hat: beide "
                                             "behalten (Vorgabe) oder die neuen weglassen")},
             {"breaklines", "DATEI",
              QT_TRANSLATE_NOOP("twin::cli", "Bruchkanten, die das Gelände schärfen: Linien mit Höhen oder ein "
                                             "CityGML-Relief")},
             {"threads", "n", QT_TRANSLATE_NOOP("twin::cli", "Zahl der Arbeitsfäden (Vorgabe: alle Kerne)")},
             reportOption(),
             {"json", nullptr, QT_TRANSLATE_NOOP("twin::cli", "Zusammenfassung als JSON")}}};
    }

    [[nodiscard]] Result<void> run(const Arguments& arguments, Console& console) const override
    {
        services::AddRequest request;
        request.sources = arguments.operands();
        request.region = arguments.value("to");
        request.title = arguments.value("title");
        request.licence = arguments.value("licence");
        request.crs = arguments.value("crs");
        request.at = arguments.value("at");
        request.extrude = arguments.value("extrude");
        request.base = arguments.value("base");
        if (request.extrude.isEmpty() && !request.base.isEmpty())
            return failure(ErrorCode::InvalidParameter, Text::tr("--base gilt nur mit --extrude."), {},
                           Text::tr("Geben Sie mit --extrude an, wie hoch die Körper werden."));
        if (const QString existing = arguments.value("existing");
            !existing.isEmpty() && existing != QLatin1String("keep") && existing != QLatin1String("skip"))
            return failure(ErrorCode::InvalidParameter,
                           Text::tr("„%1“ steht bei --existing nicht zur Wahl.").arg(existing.left(40)), {},
                           Text::tr("Schreiben Sie keep oder skip."));
        request.skipKnown = arguments.value("existing") == QLatin1String("skip");
        if (arguments.has("breaklines"))
            request.breaklines = QStringList{arguments.value("breaklines")};
        request.points = arguments.value("points");
        TWIN_TRY(request.order, arguments.integer("order", 0, 1, 2));
        TWIN_TRY(request.threads, arguments.integer("threads", 0, 1, 256));
        if (request.region.isEmpty())
            return failure(ErrorCode::InvalidParameter, Text::tr("Es fehlt die Region."), {},
                           Text::tr("Geben Sie sie mit --to an."));
        TWIN_TRY(request.date, dateOf(arguments, "date"));
        TWIN_TRY(request.until, dateOf(arguments, "until"));
        if (request.date.isValid() && request.until.isValid() && request.until < request.date)
            return failure(ErrorCode::InvalidParameter, Text::tr("Die Ebene endet, bevor sie beginnt."), {},
                           Text::tr("Prüfen Sie --date und --until."));
        TWIN_CHECK(checkReport(arguments));
        const CancellationToken cancel;
        const Interrupt interrupt(cancel);
        const Result<services::AddSummary> added = services::addLayers(request, cancel, console.progress());
        if (!added)
            return failure(reportRefusal(arguments, added.error()));
        const services::AddSummary& summary = *added;
        TWIN_TRY(const QJsonObject quality, writeReport(arguments, summary.import, request.region, nullptr, cancel));
        if (arguments.has("json")) {
            QJsonObject json = toJson(summary.import);
            json.insert(QStringLiteral("controlPoints"),
                        summary.fit ? QJsonValue(describe(*summary.fit)) : QJsonValue());
            if (!quality.isEmpty())
                json.insert(QStringLiteral("quality"), quality);
            console.json(json);
            return {};
        }
        reportImport(summary.import, request.region, false, console);
        if (summary.fit)
            print(*summary.fit, console);
        sayReport(arguments, console);
        return {};
    }
};

class LayersCommand final : public Command {
    [[nodiscard]] Syntax syntax() const override
    {
        return {"layers",
                "REGION",
                1,
                1,
                QT_TRANSLATE_NOOP("twin::cli", "Nennt die Ebenen, die einer Region hinzugefügt wurden."),
                {{"json", nullptr, QT_TRANSLATE_NOOP("twin::cli", "Ausgabe als JSON")}}};
    }

    [[nodiscard]] Result<void> run(const Arguments& arguments, Console& console) const override
    {
        std::vector<Issue> issues;
        TWIN_TRY(const std::vector<LayerInfo> layers, services::listLayers(arguments.operands().constFirst(), issues));
        if (arguments.has("json")) {
            QJsonArray array;
            for (const LayerInfo& layer : layers)
                array.append(toJson(layer));
            console.json(array);
        } else {
            for (const LayerInfo& layer : layers) {
                QString line = QStringLiteral("%1  %2  %3").arg(layer.id, layerKindName(layer.kind), layer.title);
                if (layer.validFrom.isValid())
                    line += Text::tr(", ab %1").arg(layer.validFrom.toString(QStringLiteral("dd.MM.yyyy")));
                if (!layer.licence.isEmpty())
                    line += QStringLiteral(", ") + layer.licence;
                console.line(line);
            }
        }
        for (const Issue& issue : issues)
            console.complain(Text::tr("Die Ebene „%1“ ist nicht lesbar: %2").arg(issue.where.id, issue.detail));
        return {};
    }
};

class RemoveCommand final : public Command {
    [[nodiscard]] Syntax syntax() const override
    {
        return {"remove",
                QT_TRANSLATE_NOOP("twin::cli", "REGION EBENE"),
                2,
                2,
                QT_TRANSLATE_NOOP("twin::cli", "Entfernt eine Ebene, die einer Region hinzugefügt wurde."),
                {}};
    }

    [[nodiscard]] Result<void> run(const Arguments& arguments, Console&) const override
    {
        return services::removeLayer(arguments.operands().at(0), arguments.operands().at(1));
    }
};

} // namespace

std::unique_ptr<Command> addCommand()
{
    return std::make_unique<AddCommand>();
}

std::unique_ptr<Command> layersCommand()
{
    return std::make_unique<LayersCommand>();
}

std::unique_ptr<Command> removeCommand()
{
    return std::make_unique<RemoveCommand>();
}

} // namespace twin::cli
