// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Json.h"
#include "app/cli/Text.h"
#include "app/services/OpenRegion.h"

#include <cmath>

#include <QLocale>

namespace twin::cli {
namespace {

QJsonObject describe(const services::OpenedRegion& region)
{
    QJsonArray layers;
    for (const services::OpenedLayer& layer : region.layers) {
        QJsonArray levels;
        for (const services::LayerLevel& level : layer.levels)
            levels.append(static_cast<int>(level.lod));
        if (!layer.levels.empty())
            layers.append(QJsonObject{
                {QStringLiteral("layer"), layer.info.id},
                {QStringLiteral("title"), layer.info.title},
                {QStringLiteral("kind"), layerKindName(layer.info.kind)},
                {QStringLiteral("levels"), levels},
                {QStringLiteral("tiles"), static_cast<qint64>(layer.levels.front().source->tree().nodes.size())}});
    }
    QJsonObject object{
        {QStringLiteral("title"), region.title},
        {QStringLiteral("demo"), region.demo},
        {QStringLiteral("crs"), QStringLiteral("EPSG:25832+7837")},
        {QStringLiteral("origin"), toJson(region.frame.origin())},
        {QStringLiteral("extent"), toJson(region.extent, region.frame)},
        {QStringLiteral("centre"), QJsonObject{{QStringLiteral("latitude"), region.centre.latitudeDegrees},
                                               {QStringLiteral("longitude"), region.centre.longitudeDegrees}}},
        {QStringLiteral("meridianConvergence"), region.meridianConvergenceDegrees},
        {QStringLiteral("layers"), layers}};
    if (!region.package)
        return object;
    QJsonArray problems;
    for (const auto& [layer, error] : region.problems) {
        QJsonObject problem = toJson(error);
        problem.insert(QStringLiteral("layer"), layer);
        problems.append(problem);
    }
    object.insert(QStringLiteral("problems"), problems);
    const RegionInfo& info = region.package->info();
    QJsonValue geoid;
    if (info.undulation)
        geoid = QJsonObject{{QStringLiteral("grid"), info.undulation->fromGrid},
                            {QStringLiteral("undulationMetres"), std::round(info.undulation->metres * 1000) / 1000}};
    object.insert(QStringLiteral("geoid"), geoid);
    QJsonArray sources;
    for (const SourceInfo& source : info.sources)
        sources.append(toJson(source));
    object.insert(QStringLiteral("objects"), toJson(info.objectCounts));
    object.insert(QStringLiteral("surfaces"), info.surfaces);
    object.insert(QStringLiteral("triangles"), info.triangles);
    object.insert(QStringLiteral("importedAt"), info.importedAt.toUTC().toString(Qt::ISODate));
    object.insert(QStringLiteral("sources"), sources);
    return object;
}

void print(const services::OpenedRegion& region, Console& console)
{
    const QLocale locale(QLocale::German);
    console.line(region.demo ? Text::tr("%1 – Demo-Daten (erzeugt)").arg(region.title) : region.title);
    if (!region.extent.isEmpty()) {
        const ProjectedPosition from = region.frame.toProjected(region.extent.min);
        const ProjectedPosition to = region.frame.toProjected(region.extent.max);
        console.line(Text::tr("  Ost %1 … %2, Nord %3 … %4 (EPSG:25832), Höhe %5 … %6 m ü. NHN (DHHN2016)")
                         .arg(locale.toString(from.eastingMetres, 'f', 0), locale.toString(to.eastingMetres, 'f', 0),
                              locale.toString(from.northingMetres, 'f', 0), locale.toString(to.northingMetres, 'f', 0),
                              locale.toString(from.heightMetres, 'f', 1), locale.toString(to.heightMetres, 'f', 1)));
    }
    if (!region.package)
        return;
    const RegionInfo& info = region.package->info();
    if (const auto& undulation = info.undulation) {
        const QString metres = locale.toString(undulation->metres, 'f', 2);
        console.line(undulation->fromGrid ? Text::tr("  Geoid GCG2016: Undulation %1 m am Ursprung").arg(metres)
                                          : Text::tr("  Geoid als fester Wert: Undulation %1 m").arg(metres));
    }
    for (const auto& [type, count] : info.objectCounts)
        console.line(QStringLiteral("  %1 %2").arg(locale.toString(count), 10).arg(type));
    console.line(
        Text::tr("  %1 Flächen, %2 Dreiecke").arg(locale.toString(info.surfaces), locale.toString(info.triangles)));
    console.line(Text::tr("Quellen, importiert am %1:")
                     .arg(locale.toString(info.importedAt.toLocalTime(), QLocale::ShortFormat)));
    for (const SourceInfo& source : info.sources)
        console.line(QStringLiteral("  %1 (%2, %3%4)")
                         .arg(source.path, source.format, source.crs,
                              source.licence.isEmpty() ? QString() : QStringLiteral(", ") + source.licence));
}

class InfoCommand final : public Command {
    [[nodiscard]] Syntax syntax() const override
    {
        return {"info",
                "REGION",
                1,
                1,
                QT_TRANSLATE_NOOP("twin::cli", "Zeigt Ausdehnung, Inhalt, Quellen und Lizenzen einer Region."),
                {{"json", nullptr, QT_TRANSLATE_NOOP("twin::cli", "Ausgabe als JSON")}}};
    }

    [[nodiscard]] Result<void> run(const Arguments& arguments, Console& console) const override
    {
        TWIN_TRY(const services::OpenedRegion region, services::openRegion(arguments.operands().constFirst()));
        for (const auto& [layer, error] : region.problems)
            console.complain(error.toText());
        if (arguments.has("json"))
            console.json(describe(region));
        else
            print(region, console);
        return {};
    }
};

} // namespace

std::unique_ptr<Command> infoCommand()
{
    return std::make_unique<InfoCommand>();
}

} // namespace twin::cli
