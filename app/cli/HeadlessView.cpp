// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/HeadlessView.h"

#include "app/cli/Text.h"
#include "app/services/CameraText.h"
#include "app/services/HomeView.h"

#include <chrono>

#include <QTimeZone>

namespace twin::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto patience = std::chrono::seconds(60);
constexpr QSize defaultSize(1280, 800);

/// A late summer morning: the light that shows a city best, and the same picture on every day.
QDateTime defaultTime()
{
    return QDateTime(QDate(2026, 6, 21), QTime(8, 30), Qt::UTC);
}

QStringList listed(const QString& text)
{
    return text.split(QLatin1Char(','), Qt::SkipEmptyParts);
}

constexpr std::pair<const char*, PictureStyle> styleWords[] = {{"standard", PictureStyle::Standard},
                                                               {"map", PictureStyle::Map},
                                                               {"photo", PictureStyle::Photo},
                                                               {"contrast", PictureStyle::Contrast}};

Result<PictureStyle> styleFrom(const Arguments& arguments)
{
    if (!arguments.has("style"))
        return PictureStyle::Standard;
    const QString word = arguments.value("style");
    for (const auto& [name, style] : styleWords)
        if (word == QLatin1String(name))
            return style;
    return failure(ErrorCode::InvalidParameter, Text::tr("Die Darstellung „%1“ gibt es nicht.").arg(word.left(80)), {},
                   Text::tr("Erwartet wird standard, map, photo oder contrast."));
}

Result<render::FrameRequest> requestFrom(const Arguments& arguments, const services::OpenedRegion& region)
{
    render::FrameRequest request;
    TWIN_TRY(request.size, arguments.size("size", defaultSize));
    TWIN_TRY(request.maximumScreenSpaceError, arguments.number("sse", request.maximumScreenSpaceError, 0, 10'000));
    request.time = defaultTime();
    if (arguments.has("time")) {
        TWIN_TRY(request.time, parseTime(arguments.value("time")));
    }
    if (const QString quality = arguments.value("quality"); quality == QLatin1String("moving"))
        request.quality = render::Quality::Moving;
    else if (arguments.has("quality") && quality != QLatin1String("still"))
        return failure(ErrorCode::InvalidParameter, Text::tr("Die Bildgüte „%1“ gibt es nicht.").arg(quality), {},
                       Text::tr("Erwartet wird still oder moving."));
    TWIN_TRY(request.style, styleFrom(arguments));
    request.camera = region.home;
    if (arguments.has("camera")) {
        TWIN_TRY(request.camera, services::parseCamera(arguments.value("camera"), region.frame));
    }
    request.place = region.centre;
    request.meridianConvergenceDegrees = region.meridianConvergenceDegrees;
    request.darkTheme = arguments.has("dark");
    return request;
}

} // namespace

Result<QDateTime> parseTime(const QString& text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid())
        return failure(ErrorCode::InvalidParameter, Text::tr("Die Zeit „%1“ ist nicht lesbar.").arg(text.left(80)), {},
                       Text::tr("Erwartet wird ISO 8601, zum Beispiel 2026-06-21T10:30:00+02:00."));
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone("Europe/Berlin"));
    return time.toUTC();
}

std::vector<Option> HeadlessView::options()
{
    return {
        {"camera", "E,N,H,HEADING,PITCH",
         QT_TRANSLATE_NOOP("twin::cli",
                           "Ost, Nord (EPSG:25832), Höhe ü. NHN in m; Richtung ab Gitternord, Neigung in Grad")},
        {"size", "BxH", QT_TRANSLATE_NOOP("twin::cli", "Größe des Bildes in Pixeln (Vorgabe: 1280x800)")},
        {"time", "ISO",
         QT_TRANSLATE_NOOP("twin::cli", "Zeitpunkt für den Sonnenstand (Vorgabe: 2026-06-21T10:30:00+02:00)")},
        {"sse", "PX",
         QT_TRANSLATE_NOOP("twin::cli", "erlaubter Fehler auf dem Bild in Pixeln; 0: alle Einzelheiten (Vorgabe: 16)")},
        {"quality", "still|moving",
         QT_TRANSLATE_NOOP("twin::cli", "volle Güte oder die schnelle der Bewegung (Vorgabe: still)")},
        {"style", "standard|map|photo|contrast",
         QT_TRANSLATE_NOOP("twin::cli", "als Modell, Karte, Luftbild oder mit hohem Kontrast (Vorgabe: standard)")},
        {"dark", nullptr, QT_TRANSLATE_NOOP("twin::cli", "dunkle Darstellung")},
        {"hide", "EBENE,…", QT_TRANSLATE_NOOP("twin::cli", "Ebenen, die nicht gezeigt werden (Namen: info)")},
        {"lod", "EBENE=22,…",
         QT_TRANSLATE_NOOP("twin::cli", "Detailstufe einer Ebene in Zehnteln (Vorgabe: die höchste)")},
        {"compare", "EBENE",
         QT_TRANSLATE_NOOP("twin::cli", "in der linken Bildhälfte diese Ebene, in der rechten das Bild ohne sie")},
    };
}

Result<std::unique_ptr<HeadlessView>> HeadlessView::open(const QString& region, const Arguments& arguments)
{
    std::unique_ptr<HeadlessView> view(new HeadlessView);
    TWIN_TRY(view->m_region, services::openRegion(region));
    const auto& problems = view->m_region.problems;
    if (const auto buildings = problems.find(services::buildingsLayer); buildings != problems.end())
        return failure(buildings->second); // an empty ground would be a wrong answer
    for (const auto& [layer, error] : problems)
        view->m_failed.push_back(error);
    TWIN_TRY(view->m_request, requestFrom(arguments, view->m_region));
    TWIN_TRY(view->m_context, render::OffscreenContext::create());
    render::Budgets budgets;
    budgets.uploadBytesPerFrame = budgets.gpuBytes; // nobody waits for the frames in between
    TWIN_TRY(view->m_renderer, render::CityRenderer::create(budgets));
    view->m_renderer->setUpdateCallback([self = view.get()] {
        const std::lock_guard lock(self->m_mutex);
        self->m_arrived = true;
        self->m_arrival.notify_one();
    });
    view->m_renderer->setGround(view->m_region.ground);
    TWIN_TRY(const auto choices, services::parseChoices(view->m_region.layers, listed(arguments.value("hide")),
                                                        listed(arguments.value("lod")), arguments.value("compare")));
    view->showLayers(services::choicesFor(view->m_request.style, view->m_region.layers, choices));
    return view;
}

HeadlessView::~HeadlessView() = default;

void HeadlessView::showLayers(std::span<const services::LayerChoice> choices)
{
    std::vector<render::LayerView> views;
    std::vector<render::DrapeLayer> drapes;
    std::optional<render::DrapeLayer> swiped;
    for (const services::OpenedLayer& layer : m_region.layers) {
        const services::LayerChoice choice = services::choiceOf(layer.info.id, choices);
        views.push_back({choice.layer, choice.visible, choice.opacity});
        if (layer.drape && choice.swiped)
            swiped = {layer.drape, choice.opacity, true, render::DrapeSide::Left};
        else if (layer.drape)
            drapes.push_back({layer.drape, choice.opacity, choice.visible});
    }
    if (swiped) // uncovered on its side
        drapes.push_back(*swiped);
    m_renderer->setSources(services::chosenSources(m_region.layers, choices));
    m_renderer->setLayerViews(views);
    m_renderer->setDrapes(drapes);
}

void HeadlessView::waitForTiles()
{
    using namespace std::chrono_literals;
    std::unique_lock lock(m_mutex);
    m_arrival.wait_for(lock, 250ms, [this] { return m_arrived; });
    m_arrived = false;
}

Result<render::FrameReport> HeadlessView::drawUntilComplete(const CancellationToken& cancel,
                                                            const ProgressSink& progress)
{
    Clock::time_point lastChange = Clock::now();
    int mostLoading = 1;
    int loadingBefore = -1;
    while (true) {
        render::FrameReport report = m_renderer->draw(m_request);
        m_failed.insert(m_failed.end(), report.failedTiles.begin(), report.failedTiles.end());
        if (report.complete)
            return report;
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, Text::tr("Abgebrochen."));
        if (report.tilesLoading != loadingBefore)
            lastChange = Clock::now();
        loadingBefore = report.tilesLoading;
        mostLoading = std::max(mostLoading, report.tilesLoading);
        if (Clock::now() - lastChange > patience)
            return failure(ErrorCode::Timeout, Text::tr("Die Kacheln der Region werden nicht fertig geladen."),
                           QStringLiteral("%1 tiles are still loading").arg(report.tilesLoading));
        if (progress)
            progress(1 - static_cast<double>(report.tilesLoading) / mostLoading, Text::tr("Kacheln laden"));
        if (report.tilesLoading > 0) // else the picture only grows finer
            waitForTiles();
    }
}

} // namespace twin::cli
