// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/SelfTest.h"
#include "app/cli/Text.h"

namespace twin::cli {
namespace {

QString mark(const Finding& finding)
{
    if (finding.ok)
        return Text::tr("[ok]     ");
    return finding.essential ? Text::tr("[FEHLER] ") : Text::tr("[Hinweis]");
}

QJsonObject describe(const std::vector<Finding>& findings, bool ok)
{
    QJsonArray checks;
    for (const Finding& finding : findings)
        checks.append(QJsonObject{{QStringLiteral("name"), finding.name},
                                  {QStringLiteral("ok"), finding.ok},
                                  {QStringLiteral("essential"), finding.essential},
                                  {QStringLiteral("text"), finding.text},
                                  {QStringLiteral("remedy"), finding.remedy}});
    return {{QStringLiteral("ok"), ok}, {QStringLiteral("checks"), checks}};
}

class CheckCommand final : public Command {
    [[nodiscard]] Syntax syntax() const override
    {
        return {"check",
                "",
                0,
                0,
                QT_TRANSLATE_NOOP("twin::cli", "Prüft, ob auf diesem Rechner alles Nötige vorhanden ist."),
                {{"json", nullptr, QT_TRANSLATE_NOOP("twin::cli", "Ausgabe als JSON")}}};
    }

    [[nodiscard]] Result<void> run(const Arguments& arguments, Console& console) const override
    {
        const std::vector<Finding> findings = selfTest();
        const Finding* missing = nullptr;
        for (const Finding& finding : findings)
            if (!missing && !finding.ok && finding.essential)
                missing = &finding;
        if (arguments.has("json")) {
            console.json(describe(findings, !missing));
        } else {
            for (const Finding& finding : findings) {
                console.line(QStringLiteral("%1 %2: %3").arg(mark(finding), finding.title, finding.text));
                if (!finding.ok && !finding.remedy.isEmpty())
                    console.line(QStringLiteral("          ") + finding.remedy);
            }
        }
        if (missing)
            return failure(ErrorCode::Internal, Text::tr("%1: %2.").arg(missing->title, missing->text), {},
                           missing->remedy);
        if (!arguments.has("json"))
            console.line(Text::tr("Alles Nötige ist vorhanden."));
        return {};
    }
};

} // namespace

std::unique_ptr<Command> checkCommand()
{
    return std::make_unique<CheckCommand>();
}

} // namespace twin::cli
