// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Json.h"
#include "app/cli/Text.h"
#include "app/services/PlaceFinder.h"
#include "package/RegionPackage.h"

namespace twin::cli {
namespace {

class SearchCommand final : public Command {
    [[nodiscard]] Syntax syntax() const override
    {
        return {"search",
                "REGION TEXT",
                2,
                -1,
                QT_TRANSLATE_NOOP("twin::cli",
                                  "Sucht Adressen, Straßen, Namen, Bezirke, Kennungen, Ebenen und Koordinaten in einer "
                                  "Region."),
                {{"limit", "n", QT_TRANSLATE_NOOP("twin::cli", "höchste Zahl der Treffer (Vorgabe: 20)")},
                 {"json", nullptr, QT_TRANSLATE_NOOP("twin::cli", "Ausgabe als JSON")}}};
    }

    [[nodiscard]] Result<void> run(const Arguments& arguments, Console& console) const override
    {
        TWIN_TRY(const int limit, arguments.integer("limit", 20, 1, 10'000));
        TWIN_TRY(const auto region, package::RegionPackage::open(arguments.operands().constFirst()));
        const services::PlaceFinder finder(region);
        TWIN_TRY(const std::vector<services::Place> places,
                 finder.find(arguments.operands().mid(1).join(QLatin1Char(' ')), limit));
        if (arguments.has("json")) {
            QJsonArray array;
            for (const services::Place& place : places)
                array.append(toJson(place));
            console.json(array);
            return {};
        }
        if (places.empty())
            console.line(Text::tr("Nichts gefunden."));
        for (const services::Place& place : places)
            console.line(QStringLiteral("%1  [%2]  %3 E %4 N")
                             .arg(place.title, place.id.isEmpty() ? place.kind : place.id)
                             .arg(place.position.eastingMetres, 0, 'f', 1)
                             .arg(place.position.northingMetres, 0, 'f', 1));
        return {};
    }
};

} // namespace

std::unique_ptr<Command> searchCommand()
{
    return std::make_unique<SearchCommand>();
}

} // namespace twin::cli
