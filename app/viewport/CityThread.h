// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CityPass.h"
#include "CityPicture.h"

#include <condition_variable>
#include <mutex>
#include <optional>

#include <QOffscreenSurface>
#include <QPoint>
#include <QThread>

class QOpenGLContext;

namespace twin::render {
class OffscreenContext;
}

namespace twin::viewport {

/// One question "what lies under this pixel?"; the answer carries the same ticket.
struct PickQuestion {
    quint64 ticket = 0;
    QPoint pixel; ///< device pixels of the viewport, origin top-left
};

/// How the layers show.
struct LayerLooks {
    std::vector<render::LayerView> views;
    std::vector<render::DrapeLayer> drapes;
};

/// What the GUI thread wants of the city's: values only. What is empty stays as it was.
struct CityOrder {
    std::optional<render::FrameRequest> request; ///< a picture; none of an empty size
    quint64 serial = 0;                          ///< of the newest request; reports on its pictures carry it back
    std::vector<PickQuestion> picks; ///< asked about the last picture drawn, after this order's if it is one
    std::optional<std::vector<std::shared_ptr<const TileSource>>> sources;
    std::optional<LayerLooks> layers;
    std::optional<std::shared_ptr<const GroundModel>> ground;
    std::optional<std::vector<std::pair<FeatureRef, render::FeatureStyle>>> styles;
    std::optional<std::shared_ptr<const BaseLook>> look;

    /// Adds a later order to this one.
    void merge(CityOrder later);
};

/// Receives what the city's thread and the tile workers have to say; called from these threads.
class FrameListener {
public:
    virtual ~FrameListener() = default;
    /// @param serial  of the order that asked for the picture
    virtual void frameDrawn(const render::FrameReport& report, quint64 serial) = 0;
    virtual void pickAnswered(quint64 ticket, const render::PickResult& result) = 0;
    virtual void moreToDraw() = 0;
    virtual void drawingFailed(const Error& error) = 0;
};

/// Draws the city on a thread of its own, in an OpenGL context of its own that shares textures with the window's, where
/// a graphics card draws (decision 24): neither the GUI thread nor Qt's render thread ever waits for a picture. A Still
/// picture grows finer step by step by itself; orders that come meanwhile are heard between two steps.
class CityThread {
public:
    /// @param listener  null after detach(). GUI thread.
    CityThread(CityPassFactory factory, FrameListener* listener);
    /// Waits for the step that is being drawn.
    ~CityThread();
    CityThread(const CityThread&) = delete;
    CityThread& operator=(const CityThread&) = delete;

    /// The listener is going away: nothing is reported any more.
    void detach();
    /// @brief Asks for pictures and picks. Returns at once; orders that wait are merged. Any thread.
    void order(CityOrder order);
    /// @returns what is to be shown instead of the picture `shown` (may be null); null: none is there. Any thread.
    [[nodiscard]] std::shared_ptr<const CityPicture> newest(const std::shared_ptr<const CityPicture>& shown) const
    {
        return m_pictures.newest(shown);
    }
    /// Who shows the pictures cannot. Any thread.
    void fail(const Error& error);
    /// @brief Frees everything of OpenGL and comes back when that is done; the next order makes it anew. Nobody holds a
    /// picture. Any thread but the city's.
    void release();

private:
    void run();
    void carryOut(CityOrder order);
    bool prepare();
    Result<void> makeContext();
    void drawStep();
    void freeAll();
    template <class Call> void report(Call call);

    CityPassFactory m_factory;
    std::mutex m_listenerMutex;
    FrameListener* m_listener;

    std::mutex m_mutex; ///< guards what follows up to the blank line
    std::condition_variable m_changed;
    std::optional<CityOrder> m_order;
    bool m_releases = false;
    bool m_ends = false;

    // The city's thread alone:
    std::unique_ptr<QOffscreenSurface, void (*)(QOffscreenSurface*)> m_surface; ///< made and deleted on the GUI thread
    std::unique_ptr<QOpenGLContext> m_context;                                  ///< shares with the window's; or
    std::unique_ptr<render::OffscreenContext> m_software; ///< shares nothing with any other, see makeContext()
    std::unique_ptr<CityPass> m_pass;
    PicturePool m_pictures;
    CityOrder m_scene; ///< all that was ever ordered: what a pass made anew must show
    bool m_failed = false;
    bool m_hasPicture = false;
    bool m_redraws = false; ///< the next step of the picture is worth drawing

    std::unique_ptr<QThread> m_thread; ///< last: uses everything else
};

} // namespace twin::viewport
