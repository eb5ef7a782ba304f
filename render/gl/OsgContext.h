// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <osg/State>
#include <osgViewer/GraphicsWindow>

namespace twin::render {

/// OpenSceneGraph's view of the OpenGL context that is current on this thread (ours or Qt's), set up for the core
/// profile as design D2 says. Render thread only.
class OsgContext {
public:
    /// @returns Internal with a remedy when the current context is older than OpenGL 3.3 core.
    static Result<std::unique_ptr<OsgContext>> create();
    /// Frees every GL object that OpenSceneGraph made in this context.
    ~OsgContext();

    [[nodiscard]] osg::State& state() const { return *m_window->getState(); }
    [[nodiscard]] osg::GLExtensions& gl() const { return *m_window->getState()->get<osg::GLExtensions>(); }
    [[nodiscard]] bool isSoftware() const { return m_software; }

    /// Known GL state after somebody else used the context.
    void beginFrame();
    /// Unbinds everything that OpenSceneGraph may have left bound. @returns the number of GL errors since beginFrame().
    int endFrame();
    /// Deletes GL objects that were released meanwhile.
    void flushReleased();

private:
    OsgContext() = default;
    int drainErrors();
    osg::ref_ptr<osgViewer::GraphicsWindowEmbedded> m_window;
    bool m_software = false;
};

/// Sends OpenSceneGraph's messages to the log category twin.thirdparty.osg. Once per process; any thread.
void captureOsgMessages();

} // namespace twin::render
