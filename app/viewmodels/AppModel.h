// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/adding/AddDataModel.h"
#include "app/viewmodels/adding/RegionEdits.h"
#include "app/viewmodels/session/MeasureModel.h"
#include "app/viewmodels/session/UndoModel.h"
#include "BookmarkModel.h"
#include "ClockModel.h"
#include "HelpModel.h"
#include "ImportModel.h"
#include "InspectorModel.h"
#include "IssueListModel.h"
#include "LayerModel.h"
#include "RegionModel.h"
#include "SearchModel.h"
#include "SettingsModel.h"
#include "StatusModel.h"

namespace twin {

/// The one object that the window gets: owns the view-models and ties them together. GUI thread.
class AppModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(twin::RegionModel* region READ region CONSTANT)
    Q_PROPERTY(twin::LayerModel* layers READ layers CONSTANT)
    Q_PROPERTY(twin::InspectorModel* inspector READ inspector CONSTANT)
    Q_PROPERTY(twin::SearchModel* search READ search CONSTANT)
    Q_PROPERTY(twin::ImportModel* importer READ importer CONSTANT)
    Q_PROPERTY(twin::StatusModel* status READ status CONSTANT)
    Q_PROPERTY(twin::ClockModel* clock READ clock CONSTANT)
    Q_PROPERTY(twin::SettingsModel* settings READ settings CONSTANT)
    Q_PROPERTY(twin::BookmarkModel* bookmarks READ bookmarks CONSTANT)
    Q_PROPERTY(twin::HelpModel* help READ help CONSTANT)
    Q_PROPERTY(twin::IssueListModel* issues READ issues CONSTANT)
    Q_PROPERTY(twin::AddDataModel* addData READ addData CONSTANT)
    Q_PROPERTY(twin::UndoModel* undo READ undo CONSTANT)
    Q_PROPERTY(twin::MeasureModel* measure READ measure CONSTANT)

public:
    /// What the view-models call outside themselves; tests put their own in.
    struct Services {
        RegionModel::Opener open;
        ImportModel::Importer import;
        ImportModel::RegionTest isRegion;
        std::unique_ptr<QSettings> settings;
        AddDataModel::Calls addData = {};
    };
    explicit AppModel(Services services, QObject* parent = nullptr);
    ~AppModel() override;

    [[nodiscard]] RegionModel* region() { return &m_region; }
    [[nodiscard]] LayerModel* layers() { return &m_layers; }
    [[nodiscard]] InspectorModel* inspector() { return &m_inspector; }
    [[nodiscard]] SearchModel* search() { return &m_search; }
    [[nodiscard]] ImportModel* importer() { return &m_importer; }
    [[nodiscard]] StatusModel* status() { return &m_status; }
    [[nodiscard]] ClockModel* clock() { return &m_clock; }
    [[nodiscard]] SettingsModel* settings() { return &m_settings; }
    [[nodiscard]] BookmarkModel* bookmarks() { return &m_bookmarks; }
    [[nodiscard]] HelpModel* help() { return &m_help; }
    [[nodiscard]] IssueListModel* issues() { return &m_issues; }
    [[nodiscard]] AddDataModel* addData() { return &m_addData; }
    [[nodiscard]] UndoModel* undo() { return &m_undo; }
    [[nodiscard]] MeasureModel* measure() { return &m_measure; }
    /// What was dropped on the window: a region is opened, other files are looked into first.
    Q_INVOKABLE void takeFiles(const QList<QUrl>& urls);
    [[nodiscard]] services::SelectionService& selection() { return m_selection; }

    /// All texts made in C++ are made anew after the language changed.
    void retranslate();

Q_SIGNALS:
    /// Please fly to this place. @param position  region CRS @param extent  scene frame; empty: it is a point
    void flyRequested(const twin::ProjectedPosition& position, const twin::Box& extent);
    /// Please do what allCommands() calls so.
    void commandRequested(const QString& id);

private:
    void connectRegion();
    void connectEdits();
    void showObject(const QString& id);
    void goTo(const services::Place& place);

    services::SelectionService m_selection;
    UndoModel m_undo;
    IssueListModel m_issues;
    SettingsModel m_settings;
    HelpModel m_help;
    BookmarkModel m_bookmarks;
    ClockModel m_clock;
    StatusModel m_status;
    RegionModel m_region;
    LayerModel m_layers;
    InspectorModel m_inspector;
    SearchModel m_search;
    ImportModel m_importer;
    ImportModel::RegionTest m_isRegion;
    AddDataModel m_addData;
    MeasureModel m_measure;
    RegionEdits m_edits;
    BackgroundRunner m_runner;
};

} // namespace twin
