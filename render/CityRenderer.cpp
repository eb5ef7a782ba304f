// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/CityRenderer.h"

#include "render/frame/CityPasses.h"
#include "render/frame/FinishPasses.h"
#include "render/frame/Picker.h"
#include "render/frame/ShadowMap.h"
#include "render/streaming/TileStore.h"

#include <QElapsedTimer>
#include <QThread>

#include <osg/GLExtensions>

#include <algorithm>
#include <mutex>

namespace twin::render {

namespace {

/// The update callback may be replaced while workers run.
class Notifier {
public:
    void set(std::function<void()> callback)
    {
        const std::scoped_lock lock(m_mutex);
        m_callback = std::move(callback);
    }
    void notify() const
    {
        const std::scoped_lock lock(m_mutex);
        if (m_callback)
            m_callback();
    }

private:
    mutable std::mutex m_mutex;
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
          passes(*context, multisamplesOf(*context, budgets)),
          shadows(*context, context->isSoftware() ? 2048 : 4096),
          finish(*context),
          picker(*context),
          store(budgets, [this] { notifier.notify(); })
    {
    }
    ~Private()
    {
        Q_ASSERT(thread == QThread::currentThreadId());
        context->beginFrame();
        store.releaseAll(context->state());
        passes.release();
        shadows.release();
        finish.release();
        picker.release();
        context->endFrame();
    }

    void placeGround();
    /// @returns whether the picture is final: all tiles there, all samples of a Still picture taken.
    bool drawPicture(const FrameRequest& request, const Selection& selection);
    [[nodiscard]] const RenderTarget& picture() const { return finished ? finish.target() : passes.target(); }
    [[nodiscard]] double heightAboveGround(const LocalPosition& eye) const;

    Qt::HANDLE thread = QThread::currentThreadId();
    Notifier notifier; ///< outlives the store's workers
    std::unique_ptr<OsgContext> context;
    CityPasses passes;
    ShadowMap shadows;
    FinishPasses finish;
    Picker picker;
    TileStore store;
    std::shared_ptr<const GroundModel> ground;
    bool groundChanged = true;
    double plainHeight = 0;
    ViewState view;
    std::vector<ResidentTile*> drawn;
    std::vector<TileRef> drawnTiles;
    FrameRequest lastRequest;
    int sample = 0;             ///< of the accumulated picture
    bool pictureChanged = true; ///< sources, ground or styles
    bool finished = false;      ///< the picture went through the finishing passes
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
    passes.setGround(ground.get(), centre);
    groundChanged = false;
    pictureChanged = true;
}

double CityRenderer::Private::heightAboveGround(const LocalPosition& eye) const
{
    return eye.z - (ground ? ground->heightAt(eye.x, eye.y).value_or(plainHeight) : plainHeight);
}

bool CityRenderer::Private::drawPicture(const FrameRequest& request, const Selection& selection)
{
    const bool still = request.quality == Quality::Still;
    const bool same = !pictureChanged && request == lastRequest && selection.draw == drawnTiles;
    const bool whole = selection.missing == 0;
    if (same && whole && still && sample + 1 >= stillSamples)
        return true; // nothing would change
    sample = same && still ? std::min(sample + 1, stillSamples - 1) : 0;
    lastRequest = request;
    drawnTiles = selection.draw;
    pictureChanged = false;
    const ViewState shot = shifted(view, still ? sample : 0);
    if (still && sample == 0)
        shadows.update(view, heightAboveGround(request.camera.eye), drawn);
    passes.draw(shot, drawn, still ? &shadows : nullptr, sample);
    const bool highlighted =
        std::any_of(drawn.begin(), drawn.end(), [](const ResidentTile* tile) { return tile->style.hasHighlight(); });
    finished = still || highlighted;
    if (finished)
        finish.draw(shot, passes.target(), drawn, sample);
    return whole && (!still || sample + 1 >= stillSamples);
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
    d->pictureChanged = true;
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
    d->pictureChanged |= d->store.setLayerViews(std::move(byLayer));
}

void CityRenderer::setStyles(std::vector<std::pair<FeatureRef, FeatureStyle>> styles)
{
    QHash<FeatureRef, FeatureStyle> byFeature;
    byFeature.reserve(static_cast<qsizetype>(styles.size()));
    for (auto& [feature, style] : styles)
        byFeature.insert(std::move(feature), style);
    d->store.setStyles(d->context->state(), std::move(byFeature));
    d->pictureChanged = true;
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
    d->view = viewStateOf(request, d->heightAboveGround(request.camera.eye));
    const Selection selection =
        d->store.update(d->context->state(), request.camera, request.size, request.maximumScreenSpaceError);
    d->drawn.clear();
    for (const TileRef& tile : selection.draw) {
        if (ResidentTile* resident = d->store.resident(tile)) {
            d->drawn.push_back(resident);
            report.trianglesDrawn += resident->drawable->triangles();
        }
    }
    report.complete = d->drawPicture(request, selection);
    report.glErrors = d->context->endFrame();
    report.tilesDrawn = static_cast<int>(d->drawn.size());
    report.tilesLoading = selection.missing;
    report.clip = d->view.range;
    report.cpuBytes = d->store.cpuBytes();
    report.gpuBytes = d->store.gpuBytes();
    report.failedTiles = d->store.takeFailures();
    report.screenSpaceError = selection.screenSpaceError;
    report.cpuMilliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return report;
}

unsigned CityRenderer::colourTexture() const
{
    return d->picture().textureName(d->context->state(), 0);
}

unsigned CityRenderer::depthTexture() const
{
    return d->passes.target().textureName(d->context->state(), 1);
}

PickResult CityRenderer::pick(int x, int y)
{
    Q_ASSERT(d->thread == QThread::currentThreadId());
    PickResult result;
    if (x < 0 || y < 0 || x >= d->view.size.width() || y >= d->view.size.height())
        return result;
    d->context->beginFrame();
    const auto hit = d->picker.pick(d->view, d->drawn, d->passes.ground(), x, y);
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
    const QSize size = d->picture().size();
    const auto rowBytes = static_cast<std::size_t>(size.width()) * 4;
    std::vector<std::uint8_t> pixels(rowBytes * static_cast<std::size_t>(size.height()));
    if (pixels.empty())
        return pixels;
    d->context->beginFrame();
    d->picture().bind(d->context->state());
    glReadPixels(0, 0, size.width(), size.height(), GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    d->context->endFrame();
    for (std::size_t top = 0, bottom = static_cast<std::size_t>(size.height()) - 1; top < bottom; ++top, --bottom)
        std::swap_ranges(pixels.begin() + static_cast<std::ptrdiff_t>(top * rowBytes),
                         pixels.begin() + static_cast<std::ptrdiff_t>((top + 1) * rowBytes),
                         pixels.begin() + static_cast<std::ptrdiff_t>(bottom * rowBytes));
    return pixels;
}

} // namespace twin::render
