// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ImportReport.h"
#include "app/cli/Interrupt.h"
#include "app/cli/Text.h"
#include "app/services/RegionCache.h"

namespace twin::cli {
namespace {

class DemoRegionCommand final : public Command {
    [[nodiscard]] Syntax syntax() const override
    {
        return {
            "demo-region",
            "",
            0,
            0,
            QT_TRANSLATE_NOOP(
                "twin::cli",
                "Erzeugt eine Demo-Region als CityGML, GeoTIFF und GeoJSON und importiert sie als Regionspaket."),
            {{"out", "ORDNER", QT_TRANSLATE_NOOP("twin::cli", "Regionspaket, das entsteht oder ersetzt wird (nötig)")},
             {"buildings", "n", QT_TRANSLATE_NOOP("twin::cli", "ungefähre Zahl der Gebäude (Vorgabe: 40000)")},
             {"seed", "n", QT_TRANSLATE_NOOP("twin::cli", "Startwert; gleicher Wert, gleiche Bytes (Vorgabe: 2030)")},
             {"keep-sources", "ORDNER",
              QT_TRANSLATE_NOOP("twin::cli", "behält die erzeugten Dateien in diesem Ordner")},
             {"json", nullptr, QT_TRANSLATE_NOOP("twin::cli", "Zusammenfassung als JSON")}}};
    }

    [[nodiscard]] Result<void> run(const Arguments& arguments, Console& console) const override
    {
        const QString out = arguments.value("out");
        if (out.isEmpty())
            return failure(ErrorCode::InvalidParameter, Text::tr("Es fehlt der Ordner für das Regionspaket."), {},
                           Text::tr("Geben Sie ihn mit --out an."));
        demo::DemoOptions options;
        TWIN_TRY(options.buildings, arguments.integer("buildings", options.buildings, 1, 5'000'000));
        TWIN_TRY(const int seed, arguments.integer("seed", static_cast<int>(options.seed), 0));
        options.seed = static_cast<quint32>(seed);
        const CancellationToken cancel;
        const Interrupt interrupt(cancel);
        TWIN_TRY(const ImportSummary summary,
                 services::makeDemoRegion(out, options, arguments.value("keep-sources"), cancel, console.progress()));
        reportImport(summary, out, arguments.has("json"), console);
        return {};
    }
};

} // namespace

std::unique_ptr<Command> demoRegionCommand()
{
    return std::make_unique<DemoRegionCommand>();
}

} // namespace twin::cli
