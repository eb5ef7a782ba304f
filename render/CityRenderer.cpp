// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/CityRenderer.h"

#include "render/drape/DividedDrapes.h"
#include "render/frame/Picker.h"
#include "render/frame/Picture.h"
#include "render/streaming/TileStore.h"

#include <QElapsedTimer>
#include <QThread>

#include <osg/GLExtensions>

#include <algorithm>
#include <chrono>
#include <mutex>

namespace twin::render {

namespace {

/// While tiles arrive a picture is worth its time only now and then. In software it takes the cores that read tiles.
constexpr std::chrono::milliseconds paceInSoftware(150);
constexpr std::chrono::milliseconds paceOnGpu(15);

/// Tells of what workers have made: at a pace, and at once when they have made all. The callback may be replaced while
/// workers run.
class Notifier {
public:
    using Clock = std::chrono::steady_clock;

    explicit Notifier(Clock::duration pace) : m_pace(pace) {}
    void set(std::function<void()> callback)
    {
        const std::scoped_lock lock(m_mutex);
        m_callback = std::move(callback);
    }
    /// Render thread, after each picture.
    void drawn()
    {
        const std::scoped_lock lock(m_mutex);
        m_next = Clock::now() + m_pace;
    }
    /// @param idle  nothing more is being made
    void notify(bool idle) const
    {
        const std::scoped_lock lock(m_mutex);
        if (m_callback && (idle || Clock::now() >= m_next))
            m_callback();
    }

private:
    mutable std::mutex m_mutex;
    Clock::duration m_pace;
    Clock::time_point m_next;
    std::function<void()> m_callback;
};

int multisamplesOf(const OsgContext& context, const Budgets& budgets)
{
    return budgets.multisamples >= 0 ? budgets.multisamples : context.isSoftware() ? 0 : 4;
}

} // namespace

struct CityRenderer::Private {
    Private(std::unique_ptr<OsgContext> c, const Budgets& budgets)
        : context(std::move(c)),
          picture(*context, multisamplesOf(*context, budgets)),
          picker(*context),
          budget(budgets),
          notifier(context->isSoftware() ? paceInSoftware : paceOnGpu),
          drapes([this] {
              return std::make_unique<DrapeStore>(budget.gpuBytes / 4, !context->isSoftware(),
                                                  [this](bool idle) { notifier.notify(idle); });
          }),
          store(budgets, [this](bool idle) { notifier.notify(idle); })
    {
    }
    ~Private()
    {
        Q_ASSERT(thread == QThread::currentThreadId());
        context->beginFrame();
        store.releaseAll(context->state());
        drapes.release(context->state());
        picture.release();
        picker.release();
        context->endFrame();
    }

    void placeGround();
    /// Ground below terrain tiles that leave no gap is not drawn.
    void coverGround(const Selection& selection);
    void takeTiles(const Selection& selection);
    /// Nobody misses a frame of a picture that stands.
    [[nodiscard]] std::size_t uploadBytes(const FrameRequest& request) const
    {
        constexpr std::size_t ofStill = 4;
        return budget.uploadBytesPerFrame * (request.quality == Quality::Still ? ofStill : 1);
    }
    /// @returns how many patches of drapes are still missing.
    int updateDrapes(const FrameRequest& request);
    [[nodiscard]] double groundHeightAt(double x, double y) const;
    [[nodiscard]] double heightAboveGround(const LocalPosition& eye) const
    {
        return eye.z - groundHeightAt(eye.x, eye.y);
    }

    Qt::HANDLE thread = QThread::currentThreadId();
    std::unique_ptr<OsgContext> context;
    Picture picture;
    Picker picker;
    Budgets budget;
    Notifier notifier; ///< outlives the stores' workers
    DividedDrapes drapes;
    TileStore store;
    std::shared_ptr<const GroundModel> ground;
    bool groundChanged = true;
    double plainHeight = 0;
    ViewState view;
    std::vector<ResidentTile*> drawn;
    std::vector<ResidentTile*> casters; ///< drawn, and what throws shadows from outside the view
};

void CityRenderer::Private::placeGround()
{
    Box region;
    for (const auto& source : store.sources()) {
        if (!source->tree().nodes.empty())
            region.include(source->tree().nodes.front().bounds);
    }
    LocalPosition centre = region.isEmpty() ? LocalPosition{} : region.centre();
    centre.z = region.isEmpty() ? 0 : region.min.z;
    plainHeight = centre.z;
    picture.passes().setGround(ground.get(), centre);
    groundChanged = false;
    picture.remake();
}

void CityRenderer::Private::coverGround(const Selection& selection)
{
    Ground& plain = picture.passes().ground();
    const Box& known = plain.extent();
    const auto covers = [&](std::size_t source) {
        const Box& tiles = store.sources()[source]->tree().nodes.front().bounds;
        constexpr double slack = 1; // metres: the tiles' boxes are those of their rounded vertices
        return tiles.min.x <= known.min.x + slack && tiles.min.y <= known.min.y + slack &&
               tiles.max.x >= known.max.x - slack && tiles.max.y >= known.max.y - slack;
    };
    plain.setCovered(std::any_of(drawn.begin(), drawn.end(), [&](const ResidentTile* tile) {
        const auto source = static_cast<std::size_t>(tile->tile.source);
        return tile->isTerrain && tile->opacity >= 1 && selection.covered[source] && covers(source);
    }));
}

double CityRenderer::Private::groundHeightAt(double x, double y) const
{
    return ground ? ground->heightAt(x, y).value_or(plainHeight) : plainHeight;
}

int CityRenderer::Private::updateDrapes(const FrameRequest& request)
{
    DrapeRequest wish;
    wish.camera = request.camera;
    wish.size = request.size;
    wish.heightAt = [this](double x, double y) { return groundHeightAt(x, y); };
    const DrapeStore::Progress progress = drapes.update(context->state(), wish, uploadBytes(request));
    store.setGpuBudget(budget.gpuBytes - drapes.gpuBytes());
    if (progress.changed)
        picture.repaint();
    return progress.missing;
}

void CityRenderer::Private::takeTiles(const Selection& selection)
{
    drawn.clear();
    casters.clear();
    for (const TileRef& tile : selection.draw) {
        if (ResidentTile* resident = store.resident(tile))
            drawn.push_back(resident);
    }
    casters = drawn;
    for (const TileRef& tile : selection.casters) {
        if (ResidentTile* resident = store.resident(tile))
            casters.push_back(resident);
    }
    coverGround(selection);
}

CityRenderer::CityRenderer(std::unique_ptr<Private> p) : d(std::move(p)) {}

CityRenderer::~CityRenderer() = default;

Result<std::unique_ptr<CityRenderer>> CityRenderer::create(const Budgets& budgets)
{
    TWIN_TRY(auto context, OsgContext::create());
    return std::unique_ptr<CityRenderer>(new CityRenderer(std::make_unique<Private>(std::move(context), budgets)));
}

void CityRenderer::setSources(std::vector<std::shared_ptr<const TileSource>> sources)
{
    Q_ASSERT(d->thread == QThread::currentThreadId());
    d->drawn.clear();
    d->casters.clear();
    d->picture.remake();
    d->store.setSources(d->context->state(), std::move(sources));
    d->groundChanged = true;
}

void CityRenderer::setGround(std::shared_ptr<const GroundModel> ground)
{
    d->ground = std::move(ground);
    d->groundChanged = true;
}

void CityRenderer::setLayerViews(const std::vector<LayerView>& views)
{
    QHash<QString, LayerView> byLayer;
    for (const LayerView& view : views)
        byLayer.insert(view.layer, view);
    if (d->store.setLayerViews(std::move(byLayer)))
        d->picture.remake();
}

void CityRenderer::setDrapes(const std::vector<DrapeLayer>& drapes)
{
    d->drapes.setDrapes(drapes);
}

void CityRenderer::setStyles(std::vector<std::pair<FeatureRef, FeatureStyle>> styles)
{
    QHash<FeatureRef, FeatureStyle> byFeature;
    byFeature.reserve(static_cast<qsizetype>(styles.size()));
    for (auto& [feature, style] : styles)
        byFeature.insert(std::move(feature), style);
    if (d->store.setStyles(d->context->state(), std::move(byFeature)))
        d->picture.remake();
    else
        d->picture.repaint();
}

void CityRenderer::setBaseLook(std::shared_ptr<const BaseLook> look)
{
    d->store.setBaseLook(d->context->state(), std::move(look));
    d->picture.remake();
}

void CityRenderer::setUpdateCallback(std::function<void()> callback)
{
    d->notifier.set(std::move(callback));
}

FrameReport CityRenderer::draw(const FrameRequest& request)
{
    Q_ASSERT(d->thread == QThread::currentThreadId());
    FrameReport report;
    if (request.size.isEmpty())
        return report;
    QElapsedTimer timer;
    timer.start();
    d->context->beginFrame();
    if (d->groundChanged)
        d->placeGround();
    const double height = d->heightAboveGround(request.camera.eye);
    d->view = viewStateOf(request, height);
    const auto shadows =
        request.quality == Quality::Still ? ShadowMap::wish(d->view, height) : std::optional<ShadowWish>();
    const int missingPatches = d->updateDrapes(request);
    const Selection selection = d->store.update(d->context->state(), request.camera, request.size,
                                                request.maximumScreenSpaceError, d->uploadBytes(request), shadows);
    d->takeTiles(selection);
    for (const ResidentTile* tile : d->drawn)
        report.trianglesDrawn += tile->drawable->triangles();
    report.tilesLoading = selection.missing + missingPatches;
    report.complete = d->picture.draw(
        request, d->view, {d->drawn, d->casters, selection.draw, &d->drapes, report.tilesLoading == 0, height});
    report.changed = d->picture.isNew();
    d->notifier.drawn();
    report.glErrors = d->context->endFrame();
    report.tilesDrawn = static_cast<int>(d->drawn.size());
    report.clip = d->view.range;
    report.cpuBytes = d->store.cpuBytes() + d->drapes.cpuBytes();
    report.gpuBytes = d->store.gpuBytes() + d->drapes.gpuBytes();
    report.failedTiles = d->store.takeFailures();
    for (Error& error : d->drapes.takeFailures())
        report.failedTiles.push_back(std::move(error));
    report.screenSpaceError = selection.screenSpaceError;
    report.cpuMilliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return report;
}

unsigned CityRenderer::colourTexture() const
{
    return d->picture.colour().textureName(d->context->state(), 0);
}

unsigned CityRenderer::depthTexture() const
{
    return d->picture.depth().textureName(d->context->state(), 1);
}

PickResult CityRenderer::pick(int x, int y)
{
    Q_ASSERT(d->thread == QThread::currentThreadId());
    PickResult result;
    if (x < 0 || y < 0 || x >= d->view.size.width() || y >= d->view.size.height())
        return result;
    d->context->beginFrame();
    const auto hit = d->picker.pick(d->view, d->drawn, d->picture.passes().ground(), x, y);
    d->context->endFrame();
    if (!hit)
        return result;
    result.position = hit->position;
    if (hit->tile && hit->feature < hit->tile->style.ids().size())
        result.feature = {d->store.sources()[static_cast<std::size_t>(hit->tile->tile.source)]->layer(),
                          hit->tile->style.ids()[hit->feature]};
    return result;
}

std::vector<std::uint8_t> CityRenderer::readColour()
{
    Q_ASSERT(d->thread == QThread::currentThreadId());
    const QSize size = d->picture.colour().size();
    const auto rowBytes = static_cast<std::size_t>(size.width()) * 4;
    std::vector<std::uint8_t> pixels(rowBytes * static_cast<std::size_t>(size.height()));
    if (pixels.empty())
        return pixels;
    d->context->beginFrame();
    d->picture.colour().bind(d->context->state());
    glReadPixels(0, 0, size.width(), size.height(), GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    d->context->endFrame();
    for (std::size_t top = 0, bottom = static_cast<std::size_t>(size.height()) - 1; top < bottom; ++top, --bottom)
        std::swap_ranges(pixels.begin() + static_cast<std::ptrdiff_t>(top * rowBytes),
                         pixels.begin() + static_cast<std::ptrdiff_t>((top + 1) * rowBytes),
                         pixels.begin() + static_cast<std::ptrdiff_t>(bottom * rowBytes));
    return pixels;
}

} // namespace twin::render
