// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/HeadlessView.h"
#include "app/cli/Interrupt.h"
#include "app/cli/Json.h"
#include "app/cli/Text.h"

#include <QRect>

namespace twin::cli {
namespace {

Result<QPoint> parsePixel(const QString& text, QSize size)
{
    const QStringList parts = text.split(QLatin1Char(','));
    bool isX = false;
    bool isY = false;
    const QPoint pixel(parts.value(0).toInt(&isX), parts.value(1).toInt(&isY));
    if (parts.size() != 2 || !isX || !isY || !QRect(QPoint(), size).contains(pixel))
        return failure(
            ErrorCode::InvalidParameter, Text::tr("Der Bildpunkt „%1“ liegt nicht im Bild.").arg(text.left(80)), {},
            Text::tr("Erwartet wird X,Y von 0,0 (oben links) bis %1,%2.").arg(size.width() - 1).arg(size.height() - 1));
    return pixel;
}

class PickCommand final : public Command {
    [[nodiscard]] Syntax syntax() const override
    {
        Syntax syntax{"pick",
                      "REGION",
                      1,
                      1,
                      QT_TRANSLATE_NOOP("twin::cli",
                                        "Sagt, welches Objekt unter einem Bildpunkt liegt und wo die Fläche dort ist."),
                      HeadlessView::options()};
        syntax.options.push_back(
            {"pixel", "X,Y", QT_TRANSLATE_NOOP("twin::cli", "Bildpunkt, Ursprung oben links (nötig)")});
        syntax.options.push_back({"json", nullptr, QT_TRANSLATE_NOOP("twin::cli", "Ausgabe als JSON")});
        return syntax;
    }

    [[nodiscard]] Result<void> run(const Arguments& arguments, Console& console) const override
    {
        const CancellationToken cancel;
        const Interrupt interrupt(cancel);
        TWIN_TRY(const auto view, HeadlessView::open(arguments.operands().constFirst(), arguments));
        TWIN_TRY(const QPoint pixel, parsePixel(arguments.value("pixel"), view->request().size));
        TWIN_TRY([[maybe_unused]] const auto report, view->drawUntilComplete(cancel, console.progress()));
        for (const Error& error : view->failedTiles())
            console.complain(error.toText());
        const render::PickResult hit = view->renderer().pick(pixel.x(), pixel.y());
        const bool isObject = !hit.feature.isNull() && hit.position;
        if (arguments.has("json")) {
            QJsonObject object{{QStringLiteral("id"), isObject ? QJsonValue(hit.feature.id) : QJsonValue()}};
            if (isObject)
                object.insert(QStringLiteral("position"), toJson(view->region().frame.toProjected(*hit.position)));
            console.json(object);
            return {};
        }
        if (!isObject) {
            console.line(Text::tr("Dort ist kein Objekt."));
            return {};
        }
        const ProjectedPosition position = view->region().frame.toProjected(*hit.position);
        console.line(Text::tr("%1  %2 E %3 N %4 m ü. NHN")
                         .arg(hit.feature.id)
                         .arg(position.eastingMetres, 0, 'f', 2)
                         .arg(position.northingMetres, 0, 'f', 2)
                         .arg(position.heightMetres, 0, 'f', 2));
        return {};
    }
};

} // namespace

std::unique_ptr<Command> pickCommand()
{
    return std::make_unique<PickCommand>();
}

} // namespace twin::cli
