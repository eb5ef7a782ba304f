// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/HeadlessView.h"
#include "app/cli/Interrupt.h"
#include "app/cli/Text.h"
#include "app/services/HomeView.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <QImage>
#include <QLocale>
#include <QSaveFile>

namespace twin::cli {
namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// What a run of frames was like; every frame counts when it has been read back, not when it is submitted.
struct FrameStatistics {
    std::vector<double> milliseconds;
    std::vector<qint64> triangles;
    int incomplete = 0;
    render::FrameReport last;
};

template <class T> T percentile(std::vector<T> values, double share)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    const auto index = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size()))) - 1;
    return values[std::min(index, values.size() - 1)];
}

Result<void> savePicture(const QString& path, QSize size, const std::vector<std::uint8_t>& pixels)
{
    const QImage image(pixels.data(), size.width(), size.height(), qsizetype{4} * size.width(),
                       QImage::Format_RGBA8888);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !image.convertToFormat(QImage::Format_RGB888).save(&file, "PNG") ||
        !file.commit())
        return failure(ErrorCode::AccessDenied, Text::tr("Das Bild lässt sich nicht schreiben."), file.errorString(),
                       Text::tr("Prüfen Sie den Ordner und die Schreibrechte."), {path, -1, {}});
    return {};
}

FrameStatistics drawFrames(HeadlessView& view, int frames, double orbitDegrees, const CancellationToken& cancel)
{
    const CameraState start = view.request().camera;
    const LocalPosition target = services::viewTarget(start, view.region().ground.get(),
                                                      view.region().extent.isEmpty() ? 0 : view.region().extent.min.z);
    FrameStatistics statistics;
    for (int frame = 0; frame < frames && !cancel.isCancelled(); ++frame) {
        view.request().camera = services::orbited(start, target, orbitDegrees * (frame + 1) / frames);
        const Clock::time_point begin = Clock::now();
        statistics.last = view.renderer().draw(view.request());
        (void)view.renderer().readColour();
        statistics.milliseconds.push_back(millisecondsSince(begin));
        statistics.triangles.push_back(statistics.last.trianglesDrawn);
        statistics.incomplete += statistics.last.complete ? 0 : 1;
    }
    return statistics;
}

/// The pixels of 200 picks are the ones of the peers' benchmark: the same generator, the same seed, the lower three
/// quarters.
std::vector<double> measurePicks(HeadlessView& view, int picks, const CancellationToken& cancel)
{
    const QSize size = view.request().size;
    std::uint32_t seed = 12345;
    const auto next = [&seed] {
        seed = (seed * 1103515245U + 12345U) & 0x7fffffffU;
        return static_cast<double>(seed) / 0x7fffffff;
    };
    std::vector<double> milliseconds;
    for (int i = 0; i < picks && !cancel.isCancelled(); ++i) {
        const int x = static_cast<int>(size.width() * (0.03125 + next() * 0.9375));
        const int y = static_cast<int>(size.height() * (0.25 + next() * 0.70));
        const Clock::time_point begin = Clock::now();
        (void)view.renderer().pick(x, y);
        milliseconds.push_back(millisecondsSince(begin));
    }
    return milliseconds;
}

QJsonObject percentiles(const std::vector<double>& milliseconds)
{
    const auto of = [&](double share) { return std::round(percentile(milliseconds, share) * 1000) / 1000; };
    return {{QStringLiteral("p50"), of(0.5)}, {QStringLiteral("p95"), of(0.95)}, {QStringLiteral("p99"), of(0.99)}};
}

QJsonObject describe(const FrameStatistics& statistics, const HeadlessView& view, double loadSeconds)
{
    const auto rounded = [](double value) { return std::round(value * 1000) / 1000; };
    return {{QStringLiteral("tiles"), statistics.last.tilesDrawn},
            {QStringLiteral("triangles"), statistics.last.trianglesDrawn},
            {QStringLiteral("trianglesMedian"), percentile(statistics.triangles, 0.5)},
            {QStringLiteral("frames"), static_cast<qint64>(statistics.milliseconds.size())},
            {QStringLiteral("incompleteFrames"), statistics.incomplete},
            {QStringLiteral("frameMs"), percentiles(statistics.milliseconds)},
            {QStringLiteral("cpuBytes"), static_cast<qint64>(statistics.last.cpuBytes)},
            {QStringLiteral("gpuBytes"), static_cast<qint64>(statistics.last.gpuBytes)},
            {QStringLiteral("loadSeconds"), rounded(loadSeconds)},
            {QStringLiteral("failedTiles"), static_cast<qint64>(view.failedTiles().size())},
            {QStringLiteral("renderer"), view.context().renderer()}};
}

class RenderCommand final : public Command {
    [[nodiscard]] Syntax syntax() const override
    {
        Syntax syntax{
            "render",
            "REGION",
            1,
            1,
            QT_TRANSLATE_NOOP(
                "twin::cli",
                "Zeichnet eine Region oder eine tileset.json ohne Fenster in ein Bild und misst die Bildzeiten."),
            HeadlessView::options()};
        syntax.options.push_back(
            {"out", "PNG", QT_TRANSLATE_NOOP("twin::cli", "Bilddatei; zeigt die gewählte Kamera")});
        syntax.options.push_back(
            {"frames", "n", QT_TRANSLATE_NOOP("twin::cli", "so viele Bilder messen (Vorgabe: 1, mit --orbit 60)")});
        syntax.options.push_back(
            {"orbit", "GRAD", QT_TRANSLATE_NOOP("twin::cli", "dabei so weit um die Mitte der Ansicht kreisen")});
        syntax.options.push_back(
            {"picks", "n",
             QT_TRANSLATE_NOOP("twin::cli", "danach so viele Bildpunkte abfragen und die Zeiten messen")});
        syntax.options.push_back({"json", nullptr, QT_TRANSLATE_NOOP("twin::cli", "Ausgabe als JSON")});
        return syntax;
    }

    [[nodiscard]] Result<void> run(const Arguments& arguments, Console& console) const override
    {
        const Clock::time_point begin = Clock::now();
        TWIN_TRY(const double orbit, arguments.number("orbit", 0, -36'000, 36'000));
        TWIN_TRY(const int frames, arguments.integer("frames", arguments.has("orbit") ? 60 : 1, 1, 1'000'000));
        TWIN_TRY(const int picks, arguments.integer("picks", 0, 0, 1'000'000));
        const QString out = arguments.value("out");
        if (out.isEmpty() && !arguments.has("json"))
            return failure(ErrorCode::InvalidParameter, Text::tr("Es fehlt die Bilddatei."), {},
                           Text::tr("Geben Sie sie mit --out an."));
        const CancellationToken cancel;
        const Interrupt interrupt(cancel);
        TWIN_TRY(const auto view, HeadlessView::open(arguments.operands().constFirst(), arguments));
        TWIN_TRY([[maybe_unused]] const auto first, view->drawUntilComplete(cancel, console.progress()));
        const std::vector<std::uint8_t> picture = view->renderer().readColour();
        const double loadSeconds = millisecondsSince(begin) / 1000;
        if (!out.isEmpty()) {
            TWIN_CHECK(savePicture(out, view->request().size, picture));
        }
        const FrameStatistics statistics = drawFrames(*view, frames, orbit, cancel);
        const std::vector<double> pickTimes = measurePicks(*view, picks, cancel);
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, Text::tr("Abgebrochen."));
        for (const Error& error : view->failedTiles())
            console.complain(error.toText());
        if (arguments.has("json")) {
            QJsonObject object = describe(statistics, *view, loadSeconds);
            if (picks > 0)
                object.insert(QStringLiteral("pickMs"), percentiles(pickTimes));
            console.json(object);
            return {};
        }
        const QLocale locale(QLocale::German);
        const qsizetype failed = static_cast<qsizetype>(view->failedTiles().size());
        const QString state =
            failed == 0 ? Text::tr("vollständig") : Text::tr("unvollständig (fehlende Kacheln: %1)").arg(failed);
        console.line(
            Text::tr("%1: %2 Kacheln, %3 Dreiecke, %4 nach %5 s, Bildzeit %6 ms (%7)")
                .arg(out, locale.toString(statistics.last.tilesDrawn), locale.toString(statistics.last.trianglesDrawn),
                     state, locale.toString(loadSeconds, 'f', 2),
                     locale.toString(percentile(statistics.milliseconds, 0.5), 'f', 1), view->context().renderer()));
        return {};
    }
};

} // namespace

std::unique_ptr<Command> renderCommand()
{
    return std::make_unique<RenderCommand>();
}

} // namespace twin::cli
