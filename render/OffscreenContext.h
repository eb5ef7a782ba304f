// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <memory>

namespace twin::render {

/// @returns whether the processor draws in the context that is current.
[[nodiscard]] bool isSoftwareRenderer();

/// An OpenGL 3.3+ core context without window or X server: EGL surfaceless (Mesa) or device (NVIDIA). Design D3.
/// Current on the creating thread until destroyed.
class OffscreenContext {
public:
    static Result<std::unique_ptr<OffscreenContext>> create();
    ~OffscreenContext();
    [[nodiscard]] QString vendor() const;
    [[nodiscard]] QString renderer() const; ///< e.g. "llvmpipe (LLVM 15.0.6, 256 bits)"
    [[nodiscard]] QString version() const;
    [[nodiscard]] bool isSoftware() const;

private:
    struct Private;
    explicit OffscreenContext(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace twin::render
