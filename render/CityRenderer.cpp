// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/CityRenderer.h"

#include "render/frame/CityPasses.h"
#include "render/frame/Picker.h"
#include "render/streaming/TileStore.h"

#include <QElapsedTimer>
#include <QThread>

#include <osg/GLExtensions>

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

} // namespace

struct CityRenderer::Private {
    Private(std::unique_ptr<OsgContext> c, const Budgets& budgets)
        : context(std::move(c)), passes(*context), picker(*context), store(budgets, [this] { notifier.notify(); })
    {
    }
    ~Private()
    {
        Q_ASSERT(thread == QThread::currentThreadId());
        context->beginFrame();
        store.releaseAll(context->state());
        passes.release();
        picker.release();
        context->endFrame();
    }

    void placeGround();
    [[nodiscard]] double heightAboveGround(const LocalPosition& eye) const;

    Qt::HANDLE thread = QThread::currentThreadId();
    Notifier notifier; ///< outlives the store's workers
    std::unique_ptr<OsgContext> context;
    CityPasses passes;
    Picker picker;
    TileStore store;
    std::shared_ptr<const GroundModel> ground;
    bool groundChanged = true;
    double plainHeight = 0;
    ViewState view;
    std::vector<ResidentTile*> drawn;
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
}

double CityRenderer::Private::heightAboveGround(const LocalPosition& eye) const
{
    return eye.z - (ground ? ground->heightAt(eye.x, eye.y).value_or(plainHeight) : plainHeight);
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
    d->store.setSources(d->context->state(), std::move(sources));
    d->groundChanged = true;
}

void CityRenderer::setGround(std::shared_ptr<const GroundModel> ground)
{
    d->ground = std::move(ground);
    d->groundChanged = true;
}

void CityRenderer::setStyles(std::vector<std::pair<FeatureRef, FeatureStyle>> styles)
{
    QHash<FeatureRef, FeatureStyle> byFeature;
    byFeature.reserve(static_cast<qsizetype>(styles.size()));
    for (auto& [feature, style] : styles)
        byFeature.insert(std::move(feature), style);
    d->store.setStyles(d->context->state(), std::move(byFeature));
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
    d->passes.draw(d->view, d->drawn);
    report.glErrors = d->context->endFrame();
    report.tilesDrawn = static_cast<int>(d->drawn.size());
    report.tilesLoading = selection.missing;
    report.clip = d->view.range;
    report.complete = selection.missing == 0;
    report.cpuBytes = d->store.cpuBytes();
    report.gpuBytes = d->store.gpuBytes();
    report.failedTiles = d->store.takeFailures();
    report.screenSpaceError = selection.screenSpaceError;
    report.cpuMilliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return report;
}

unsigned CityRenderer::colourTexture() const
{
    return d->passes.target().textureName(d->context->state(), 0);
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
    const QSize size = d->passes.target().size();
    const auto rowBytes = static_cast<std::size_t>(size.width()) * 4;
    std::vector<std::uint8_t> pixels(rowBytes * static_cast<std::size_t>(size.height()));
    if (pixels.empty())
        return pixels;
    d->context->beginFrame();
    d->passes.target().bind(d->context->state());
    glReadPixels(0, 0, size.width(), size.height(), GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    d->context->endFrame();
    for (std::size_t top = 0, bottom = static_cast<std::size_t>(size.height()) - 1; top < bottom; ++top, --bottom)
        std::swap_ranges(pixels.begin() + static_cast<std::ptrdiff_t>(top * rowBytes),
                         pixels.begin() + static_cast<std::ptrdiff_t>((top + 1) * rowBytes),
                         pixels.begin() + static_cast<std::ptrdiff_t>(bottom * rowBytes));
    return pixels;
}

} // namespace twin::render
