// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"
#include "model/Task.h"

#include <memory>

#include <QJsonArray>
#include <QJsonObject>

namespace twin::cli {

/// Where a command speaks: results on stdout, everything else on stderr. UTF-8 whatever the locale.
class Console {
public:
    Console();
    ~Console();

    /// Writes one line to stdout.
    void line(const QString& text);
    void json(const QJsonObject& object);
    void json(const QJsonArray& array);
    /// Writes one line to stderr, below a progress bar that may stand there.
    void complain(const QString& text);

    /// @returns a sink that draws a progress bar on stderr; an empty one when stderr is no terminal. Any thread. The
    ///          Console must outlive it.
    [[nodiscard]] ProgressSink progress();
    /// Removes the bar; called before anything else is written.
    void endProgress();

private:
    struct Bar;
    std::unique_ptr<Bar> m_bar;
};

} // namespace twin::cli
