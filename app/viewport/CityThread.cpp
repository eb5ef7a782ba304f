// SPDX-License-Identifier: GPL-3.0-or-later
#include "CityThread.h"

#include "model/Logging.h"
#include "render/OffscreenContext.h"

#include <QCoreApplication>
#include <QOpenGLContext>

namespace twin::viewport {
namespace {

template <class Value> void take(std::optional<Value>& value, std::optional<Value>& later)
{
    if (later)
        value = std::move(later);
}

Error noContext(const char* why)
{
    return {
        ErrorCode::Internal,
        QCoreApplication::translate("twin::Viewport",
                                    "Die Grafikkarte kann das Stadtmodell nicht ins Fenster zeichnen."),
        QString::fromLatin1(why),
        QCoreApplication::translate("twin::Viewport", "Aktualisieren Sie den Grafiktreiber (OpenGL 3.3 oder neuer)."),
        {}};
}

} // namespace

void CityOrder::merge(CityOrder later)
{
    take(request, later.request);
    serial = std::max(serial, later.serial);
    picks.insert(picks.end(), later.picks.begin(), later.picks.end());
    take(sources, later.sources);
    take(layers, later.layers);
    take(ground, later.ground);
    take(styles, later.styles);
    take(look, later.look);
}

CityThread::CityThread(CityPassFactory factory, FrameListener* listener)
    : m_factory(std::move(factory)),
      m_listener(listener),
      m_surface(new QOffscreenSurface, [](QOffscreenSurface* surface) { surface->deleteLater(); }),
      m_thread(QThread::create([this] { run(); }))
{
    m_surface->create();
    m_thread->setObjectName(QStringLiteral("city"));
    m_thread->start();
}

CityThread::~CityThread()
{
    detach();
    {
        const std::scoped_lock lock(m_mutex);
        m_ends = true;
    }
    m_changed.notify_all();
    m_thread->wait();
}

template <class Call> void CityThread::report(Call call)
{
    const std::scoped_lock lock(m_listenerMutex);
    if (m_listener != nullptr)
        call(*m_listener);
}

void CityThread::fail(const Error& error)
{
    report([&](FrameListener& listener) { listener.drawingFailed(error); });
}

void CityThread::detach()
{
    const std::scoped_lock lock(m_listenerMutex);
    m_listener = nullptr;
}

void CityThread::order(CityOrder order)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_order)
            m_order->merge(std::move(order));
        else
            m_order = std::move(order);
    }
    m_changed.notify_all();
}

void CityThread::release()
{
    std::unique_lock lock(m_mutex);
    m_releases = true;
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return !m_releases; });
}

void CityThread::run()
{
    for (;;) {
        std::unique_lock lock(m_mutex);
        if (!m_redraws)
            m_changed.wait(lock, [this] { return m_ends || m_releases || m_order; });
        if (m_ends || m_releases) {
            lock.unlock();
            freeAll();
            lock.lock();
            m_releases = false;
            m_changed.notify_all();
            if (m_ends)
                return;
            continue;
        }
        auto order = std::exchange(m_order, std::nullopt);
        lock.unlock();
        if (order)
            carryOut(*std::move(order));
        else
            drawStep();
    }
}

void CityThread::carryOut(CityOrder order)
{
    const auto picks = std::exchange(order.picks, {});
    if (m_pass) {
        if (order.sources)
            m_pass->setSources(*order.sources);
        if (order.layers)
            m_pass->setLayers(order.layers->views, order.layers->drapes);
        if (order.ground)
            m_pass->setGround(*order.ground);
        if (order.styles)
            m_pass->setStyles(*order.styles);
        if (order.look)
            m_pass->setBaseLook(*order.look);
    }
    const bool redraws = order.request.has_value();
    m_scene.merge(std::move(order));
    if (!m_scene.request || m_scene.request->size.isEmpty() || (!redraws && picks.empty()) || !prepare())
        return;
    if (redraws || !m_hasPicture)
        drawStep();
    for (const PickQuestion& question : picks) {
        const render::PickResult result = m_pass->pick(question.pixel.x(), question.pixel.y());
        report([&](FrameListener& listener) { listener.pickAnswered(question.ticket, result); });
    }
}

Result<void> CityThread::makeContext()
{
    auto context = std::make_unique<QOpenGLContext>();
    context->setShareContext(QOpenGLContext::globalShareContext());
    if (context->shareContext() == nullptr || !context->create() || context->shareContext() == nullptr)
        return failure(noContext("no context that shares textures with the window's"));
    if (!context->makeCurrent(m_surface.get()))
        return failure(noContext("the context cannot be used without a window"));
    // Mesa's software renderer is not made for two threads: to bind a texture it looks into what all contexts of the
    // same screen are drawing just then (llvmpipe_is_resource_referenced), without asking their threads. So there the
    // city has a screen of its own, and its pictures go through memory.
    if (render::isSoftwareRenderer()) {
        context.reset();
        TWIN_TRY(m_software, render::OffscreenContext::create());
        return {};
    }
    m_context = std::move(context);
    return {};
}

bool CityThread::prepare()
{
    if (m_pass)
        return true;
    if (m_failed)
        return false;
    const auto made = makeContext();
    auto pass = made ? m_factory() : Result<std::unique_ptr<CityPass>>(failure(made.error()));
    if (!pass) {
        m_failed = true;
        m_context.reset();
        m_software.reset();
        qCWarning(log::viewport).noquote() << "no city pass:" << pass.error().detail;
        fail(pass.error());
        return false;
    }
    m_pass = std::move(*pass);
    m_pass->setUpdateCallback([this] { report([](FrameListener& listener) { listener.moreToDraw(); }); });
    m_pass->setSources(m_scene.sources.value_or(std::vector<std::shared_ptr<const TileSource>>()));
    const LayerLooks layers = m_scene.layers.value_or(LayerLooks());
    m_pass->setLayers(layers.views, layers.drapes);
    m_pass->setGround(m_scene.ground.value_or(nullptr));
    m_pass->setStyles(m_scene.styles.value_or(std::vector<std::pair<FeatureRef, render::FeatureStyle>>()));
    m_pass->setBaseLook(m_scene.look.value_or(nullptr));
    return true;
}

/// Draws the picture that was asked for, or the next step of it.
void CityThread::drawStep()
{
    const render::FrameRequest& request = *m_scene.request;
    const render::FrameReport drawn = m_pass->draw(request);
    if (drawn.changed)
        m_pictures.publish(*m_pass, request.size, request.camera, drawn.clip,
                           m_software ? Handover::Pixels : Handover::Textures);
    m_hasPicture = true;
    // With all tiles there the picture only refines. Tiles that arrive announce themselves.
    m_redraws = !drawn.complete && drawn.tilesLoading == 0 && request.quality == render::Quality::Still;
    report([&](FrameListener& listener) { listener.frameDrawn(drawn, m_scene.serial); });
}

void CityThread::freeAll()
{
    if (m_context || m_software) {
        m_pass.reset();
        m_pictures.release();
        m_software.reset();
        if (m_context)
            m_context->doneCurrent();
        m_context.reset();
    }
    m_failed = m_hasPicture = m_redraws = false;
}

} // namespace twin::viewport
