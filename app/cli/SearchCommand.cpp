// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Json.h"
#include "app/cli/Text.h"
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
                QT_TRANSLATE_NOOP("twin::cli", "Sucht Namen, Adressen und Kennungen in einer Region."),
                {{"limit", "n", QT_TRANSLATE_NOOP("twin::cli", "höchste Zahl der Treffer (Vorgabe: 20)")},
                 {"json", nullptr, QT_TRANSLATE_NOOP("twin::cli", "Ausgabe als JSON")}}};
    }

    [[nodiscard]] Result<void> run(const Arguments& arguments, Console& console) const override
    {
        TWIN_TRY(const int limit, arguments.integer("limit", 20, 1, 10'000));
        TWIN_TRY(const auto region, package::RegionPackage::open(arguments.operands().constFirst()));
        TWIN_TRY(const std::vector<SearchHit> hits,
                 region->search(arguments.operands().mid(1).join(QLatin1Char(' ')), limit));
        if (arguments.has("json")) {
            QJsonArray array;
            for (const SearchHit& hit : hits)
                array.append(toJson(hit));
            console.json(array);
            return {};
        }
        if (hits.empty())
            console.line(Text::tr("Nichts gefunden."));
        for (const SearchHit& hit : hits)
            console.line(QStringLiteral("%1  [%2]  %3 E %4 N")
                             .arg(hit.title, hit.id)
                             .arg(hit.position.eastingMetres, 0, 'f', 1)
                             .arg(hit.position.northingMetres, 0, 'f', 1));
        return {};
    }
};

} // namespace

std::unique_ptr<Command> searchCommand()
{
    return std::make_unique<SearchCommand>();
}

} // namespace twin::cli
