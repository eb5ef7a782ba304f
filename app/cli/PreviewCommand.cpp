// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Interrupt.h"
#include "app/cli/Json.h"
#include "app/cli/Text.h"
#include "app/services/adding/SourcePreview.h"
#include "model/Issues.h"

#include <QLocale>

namespace twin::cli {
namespace {

using services::SourcePreview;

QJsonObject describe(const SourcePreview& preview)
{
    QJsonObject object = toJson(preview.info);
    const auto orNull = [](bool known, const QJsonValue& value) { return known ? value : QJsonValue(); };
    object.insert(QStringLiteral("what"), preview.kindName);
    object.insert(QStringLiteral("kind"), preview.kind ? QJsonValue(layerKindName(*preview.kind)) : QJsonValue());
    object.insert(QStringLiteral("extent"), toJson(preview.extent, SceneFrame()));
    object.insert(QStringLiteral("count"), orNull(preview.count >= 0, preview.count));
    object.insert(QStringLiteral("parts"), toJson(preview.parts));
    object.insert(QStringLiteral("spacingMetres"), orNull(preview.spacingMetres > 0, preview.spacingMetres));
    object.insert(QStringLiteral("date"), orNull(preview.date.isValid(), preview.date.toString(Qt::ISODate)));
    object.insert(QStringLiteral("remarks"), QJsonArray::fromStringList(preview.remarks));
    object.insert(QStringLiteral("issues"), toJson(preview.issueCounts));
    object.insert(QStringLiteral("canBeAdded"), preview.canBeAdded());
    object.insert(QStringLiteral("refusal"), preview.refusal ? QJsonValue(toJson(*preview.refusal)) : QJsonValue());
    return object;
}

QString countText(const SourcePreview& preview, const QLocale& locale)
{
    if (preview.spacingMetres > 0) // counted in millions
        return (preview.count > 0
                    ? Text::tr("%1 Mio. Rasterpunkte im Abstand von %2 m").arg(locale.toString(preview.count))
                    : Text::tr("weniger als 1 Mio. Rasterpunkte im Abstand von %1 m"))
            .arg(locale.toString(preview.spacingMetres, 'g', 4));
    return Text::tr("%1 Objekte").arg(locale.toString(preview.count));
}

void print(const SourcePreview& preview, Console& console)
{
    const QLocale locale(QLocale::German);
    console.line(preview.info.path);
    const QString format = preview.info.format.isEmpty()
                               ? preview.kindName
                               : preview.kindName + QStringLiteral(", ") + preview.info.format;
    if (!format.isEmpty())
        console.line(QStringLiteral("  ") + format);
    if (preview.refusal) {
        console.line(Text::tr("  Nicht lesbar: %1").arg(preview.refusal->summary));
        console.line(QStringLiteral("  ") + preview.refusal->effectiveRemedy());
        return;
    }
    console.line(QStringLiteral("  ") + countText(preview, locale));
    console.line(Text::tr("  Koordinatenreferenzsystem %1 (%2)").arg(preview.info.crs, preview.info.crsOrigin));
    if (!preview.extent.isEmpty())
        console.line(
            Text::tr("  Ost %1 bis %2, Nord %3 bis %4 (EPSG:25832)")
                .arg(locale.toString(preview.extent.min.x, 'f', 0), locale.toString(preview.extent.max.x, 'f', 0),
                     locale.toString(preview.extent.min.y, 'f', 0), locale.toString(preview.extent.max.y, 'f', 0)));
    console.line(preview.info.licence.isEmpty() ? Text::tr("  Lizenz nicht angegeben")
                                                : Text::tr("  Lizenz %1").arg(preview.info.licence));
    for (const QString& remark : preview.remarks)
        console.line(QStringLiteral("  ") + remark);
    for (const auto& [reason, count] : preview.issueCounts)
        console.line(QStringLiteral("  %1 × %2").arg(locale.toString(count), issueTitle(reason)));
}

class PreviewCommand final : public Command {
    [[nodiscard]] Syntax syntax() const override
    {
        return {"preview",
                QT_TRANSLATE_NOOP("twin::cli", "QUELLE…"),
                1,
                -1,
                QT_TRANSLATE_NOOP("twin::cli",
                                  "Sagt, was ein Import aus Dateien oder Ordnern machen würde: Art, "
                                  "Koordinatenreferenzsystem, Ausdehnung, Zahl, Lizenz, Mängel. Schreibt nichts."),
                {{"crs", "EPSG:n",
                  QT_TRANSLATE_NOOP("twin::cli", "Koordinatenreferenzsystem von Dateien, die keines nennen")},
                 {"to", "REGION", QT_TRANSLATE_NOOP("twin::cli", "Regionspaket, auf dessen Gelände Körper stünden")},
                 {"at", "OST,NORD,HÖHE[,RICHTUNG]", QT_TRANSLATE_NOOP("twin::cli", "wo ein 3D-Modell stünde")},
                 {"extrude", "ATTRIBUT|METER", QT_TRANSLATE_NOOP("twin::cli", "wie hoch Körper würden")},
                 {"base", "ATTRIBUT|ground", QT_TRANSLATE_NOOP("twin::cli", "worauf sie stünden")},
                 {"points", "DATEI", QT_TRANSLATE_NOOP("twin::cli", "Passpunkte für ein Bild ohne Georeferenz")},
                 {"order", "n",
                  QT_TRANSLATE_NOOP("twin::cli", "Ordnung der Einpassung: 1 oder 2 (Vorgabe: nach den Punkten)")},
                 {"json", nullptr, QT_TRANSLATE_NOOP("twin::cli", "Ausgabe als JSON")}}};
    }

    [[nodiscard]] Result<void> run(const Arguments& arguments, Console& console) const override
    {
        services::PreviewRequest request;
        request.sources = arguments.operands();
        request.crs = arguments.value("crs");
        request.region = arguments.value("to");
        request.at = arguments.value("at");
        request.extrude = arguments.value("extrude");
        request.base = arguments.value("base");
        request.points = arguments.value("points");
        TWIN_TRY(request.order, arguments.integer("order", 0, 1, 2));
        const CancellationToken cancel;
        const Interrupt interrupt(cancel);
        TWIN_TRY(const services::PreviewSummary summary,
                 services::previewSources(request, {}, cancel, console.progress()));
        if (arguments.has("json")) {
            QJsonArray files;
            for (const SourcePreview& preview : summary.files)
                files.append(describe(preview));
            console.json(
                QJsonObject{{QStringLiteral("files"), files}, {QStringLiteral("filesBeyond"), summary.filesBeyond}});
            return {};
        }
        for (const SourcePreview& preview : summary.files)
            print(preview, console);
        if (summary.filesBeyond > 0)
            console.line(Text::tr("%1 weitere Dateien wurden nicht angesehen.").arg(summary.filesBeyond));
        return {};
    }
};

} // namespace

std::unique_ptr<Command> previewCommand()
{
    return std::make_unique<PreviewCommand>();
}

} // namespace twin::cli
