// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

namespace twin::cli {

/// One thing looked at by the self-test.
struct Finding {
    QString name;  ///< stable English key for JSON, e.g. "opengl"
    QString title; ///< translated
    bool ok = false;
    bool essential = true; ///< without it the program is of no use
    QString text;          ///< what was found
    QString remedy;        ///< when not ok
};

/// @brief Looks at what the installed program needs: version of Qt, OpenGL, a first frame, projections and their grids,
///        write access, fonts. Opens no window. Main thread.
[[nodiscard]] std::vector<Finding> selfTest();

} // namespace twin::cli
