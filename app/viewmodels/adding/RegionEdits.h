// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/adding/LayerTrash.h"
#include "app/viewmodels/BackgroundRunner.h"
#include "app/viewmodels/RegionModel.h"
#include "app/viewmodels/session/UndoModel.h"

namespace twin {

/// Changes the layers of the open region on the disk and shows them: takes layers out, puts them back, moves them to
/// another theme. Each change is a step that can be undone. The disk's work is done on a worker. GUI thread.
class RegionEdits : public QObject {
    Q_OBJECT

public:
    /// @param region, undo  outlive this object
    RegionEdits(RegionModel& region, UndoModel& undo, QObject* parent = nullptr);

    /// Layers have come to the region: shows them. @param ids  of the layers
    void added(const QStringList& ids);
    void remove(const QString& id, const QString& title);
    void setTheme(const QString& id, const QString& theme);

Q_SIGNALS:
    void failed(const twin::Error& error);

private:
    using Work = std::function<Result<void>(services::LayerTrash& trash)>;
    void run(Work work, std::function<void()> done = {});
    void take(const QString& region, const QStringList& ids);
    void putBack(const QString& region, const QStringList& ids);
    void writeTheme(const QString& region, const QString& id, const QString& theme);
    [[nodiscard]] QString folder() const;

    RegionModel& m_region;
    UndoModel& m_undo;
    services::LayerTrash m_trash; ///< the worker's alone
    BackgroundRunner m_runner;
};

} // namespace twin
