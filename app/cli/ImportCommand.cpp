// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ImportReport.h"
#include "app/cli/Interrupt.h"
#include "app/cli/Json.h"
#include "app/cli/ReportOption.h"
#include "app/cli/Text.h"
#include "app/services/ImportService.h"
#include "app/services/quality/QualityInspection.h"

namespace twin::cli {
namespace {

class ImportCommand final : public Command {
    [[nodiscard]] Syntax syntax() const override
    {
        return {
            "import",
            QT_TRANSLATE_NOOP("twin::cli", "QUELLE…"),
            1,
            -1,
            QT_TRANSLATE_NOOP("twin::cli", "Liest Stadtmodelle, Gelände, Luftbilder und Geodaten (Dateien oder Ordner) "
                                           "und schreibt ein Regionspaket."),
            {{"out", "ORDNER", QT_TRANSLATE_NOOP("twin::cli", "Regionspaket, das entsteht oder ersetzt wird (nötig)")},
             {"crs", "EPSG:n",
              QT_TRANSLATE_NOOP("twin::cli", "Koordinatenreferenzsystem von Dateien, die keines nennen")},
             {"title", "TEXT", QT_TRANSLATE_NOOP("twin::cli", "Name der Region (Vorgabe: Name des Ordners)")},
             {"threads", "n", QT_TRANSLATE_NOOP("twin::cli", "Zahl der Arbeitsfäden (Vorgabe: alle Kerne)")},
             reportOption(),
             {"json", nullptr, QT_TRANSLATE_NOOP("twin::cli", "Zusammenfassung als JSON")}}};
    }

    [[nodiscard]] Result<void> run(const Arguments& arguments, Console& console) const override
    {
        services::ImportRequest request;
        request.sources = arguments.operands();
        request.out = arguments.value("out");
        request.crs = arguments.value("crs");
        request.title = arguments.value("title");
        TWIN_TRY(request.threads, arguments.integer("threads", 0, 1, 256));
        if (request.out.isEmpty())
            return failure(ErrorCode::InvalidParameter, Text::tr("Es fehlt der Ordner für das Regionspaket."), {},
                           Text::tr("Geben Sie ihn mit --out an."));
        TWIN_CHECK(checkReport(arguments));
        services::QualityInspection inspection;
        if (arguments.has("report"))
            request.inspection = &inspection;
        const CancellationToken cancel;
        const Interrupt interrupt(cancel);
        const Result<ImportSummary> summary = services::importSources(request, cancel, console.progress());
        if (!summary)
            return failure(reportRefusal(arguments, summary.error()));
        TWIN_TRY(const QJsonObject quality, writeReport(arguments, *summary, request.out, &inspection, cancel));
        if (arguments.has("json")) {
            QJsonObject json = toJson(*summary);
            if (!quality.isEmpty())
                json.insert(QStringLiteral("quality"), quality);
            console.json(json);
            return {};
        }
        reportImport(*summary, request.out, false, console);
        sayReport(arguments, console);
        return {};
    }
};

} // namespace

std::unique_ptr<Command> importCommand()
{
    return std::make_unique<ImportCommand>();
}

} // namespace twin::cli
