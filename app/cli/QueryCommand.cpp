// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Json.h"
#include "app/cli/Text.h"
#include "package/RegionPackage.h"

#include <QLocale>

namespace twin::cli {
namespace {

void print(const ObjectRecord& record, const std::optional<SourceInfo>& source, Console& console)
{
    const QLocale locale(QLocale::German);
    console.line(typeName(record.type) + QLatin1Char(' ') + record.id);
    if (!record.parent.isEmpty())
        console.line(Text::tr("  Teil von %1").arg(record.parent));
    for (const Attribute& attribute : allAttributes(record)) {
        QString line = QStringLiteral("  %1: %2 %3").arg(attribute.name, attribute.value, attribute.unit).trimmed();
        if (!attribute.code.isEmpty())
            line += QStringLiteral(" (%1)").arg(attribute.code);
        console.line(QStringLiteral("  ") + line.trimmed() + QStringLiteral("  [%1]").arg(attribute.source));
    }
    for (const QString& child : record.children)
        console.line(Text::tr("  Gebäudeteil %1").arg(child));
    for (const SurfaceRecord& surface : record.surfaces)
        console.line(Text::tr("  %1: %2 m², Neigung %3°%4")
                         .arg(typeName(surface.type), locale.toString(surface.areaSquareMetres, 'f', 1),
                              locale.toString(surface.inclinationDegrees, 'f', 0),
                              surface.azimuthDegrees < 0
                                  ? QString()
                                  : Text::tr(", Richtung %1°").arg(locale.toString(surface.azimuthDegrees, 'f', 0))));
    if (source)
        console.line(Text::tr("  Woher: %1, Zeile %2").arg(source->path).arg(record.line));
}

class QueryCommand final : public Command {
    [[nodiscard]] Syntax syntax() const override
    {
        return {
            "query",
            "REGION",
            1,
            1,
            QT_TRANSLATE_NOOP("twin::cli", "Zeigt alles, was über ein Objekt bekannt ist, mit Einheit und Herkunft."),
            {{"id", "GMLID", QT_TRANSLATE_NOOP("twin::cli", "Kennung (gml:id) des Objekts (nötig)")},
             {"json", nullptr, QT_TRANSLATE_NOOP("twin::cli", "Ausgabe als JSON")}}};
    }

    [[nodiscard]] Result<void> run(const Arguments& arguments, Console& console) const override
    {
        if (!arguments.has("id"))
            return failure(ErrorCode::InvalidParameter, Text::tr("Es fehlt die Kennung des Objekts."), {},
                           Text::tr("Geben Sie sie mit --id an; „stadtzwilling search“ findet sie."));
        TWIN_TRY(const auto region, package::RegionPackage::open(arguments.operands().constFirst()));
        TWIN_TRY(const ObjectRecord record, region->object(arguments.value("id")));
        const std::optional<SourceInfo> source = region->sourceOf(record);
        if (!arguments.has("json")) {
            print(record, source, console);
            return {};
        }
        QJsonObject object = toJson(record, region->frame());
        if (source)
            object.insert(QStringLiteral("file"), source->path);
        console.json(object);
        return {};
    }
};

} // namespace

std::unique_ptr<Command> queryCommand()
{
    return std::make_unique<QueryCommand>();
}

} // namespace twin::cli
