// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/adding/AddDataModel.h"
#include "app/viewmodels/adding/RegionEdits.h"
#include "app/viewmodels/finding/BookmarkModel.h"
#include "app/viewmodels/finding/HelpModel.h"
#include "app/viewmodels/finding/SearchModel.h"
#include "app/viewmodels/live/LiveLinks.h"
#include "app/viewmodels/live/LiveModel.h"
#include "app/viewmodels/objects/LookModel.h"
#include "app/viewmodels/objects/ObjectTableModel.h"
#include "app/viewmodels/session/MeasureModel.h"
#include "app/viewmodels/session/SessionModel.h"
#include "app/viewmodels/session/UndoModel.h"
#include "app/viewmodels/sources/SourceListModel.h"
#include "ClockModel.h"
#include "ImportModel.h"
#include "InspectorModel.h"
#include "IssueListModel.h"
#include "LayerModel.h"
#include "model/CameraState.h"
#include "RegionModel.h"
#include "SettingsModel.h"
#include "StatusModel.h"
#include "TimelineModel.h"

#include <optional>

#include <QSettings>
#include <QTimer>

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
    Q_PROPERTY(twin::LookModel* look READ look CONSTANT)
    Q_PROPERTY(twin::SessionModel* session READ session CONSTANT)
    Q_PROPERTY(twin::ObjectTableModel* table READ table CONSTANT)
    Q_PROPERTY(twin::LiveModel* live READ live CONSTANT)
    Q_PROPERTY(twin::SourceListModel* sources READ sources CONSTANT)
    Q_PROPERTY(twin::TimelineModel* timeline READ timeline CONSTANT)
    Q_PROPERTY(twin::LiveLinks* links READ links CONSTANT)

public:
    /// What the view-models call outside themselves; tests put their own in.
    struct Services {
        RegionModel::Opener open;
        ImportModel::Importer import;
        ImportModel::RegionTest isRegion;
        std::unique_ptr<QSettings> settings;
        AddDataModel::Calls addData = {};
        std::unique_ptr<QSettings> session = {};            ///< where sessions are kept; null: nowhere
        services::LiveFeedMaker live = {};                  ///< listens to live sources; empty: nobody does
        std::shared_ptr<services::SourceDesk> sources = {}; ///< sources that were set up; null: there is no such list
        QString limits = {};                                ///< a person's own table of limits; empty: none
        QString alarms = {};                                ///< folder for alarms; empty: they end with the session
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
    [[nodiscard]] LookModel* look() { return &m_look; }
    [[nodiscard]] LiveModel* live() { return &m_live; }
    [[nodiscard]] SourceListModel* sources() { return &m_sources; }
    [[nodiscard]] TimelineModel* timeline() { return &m_timeline; }
    [[nodiscard]] LiveLinks* links() { return &m_links; }
    [[nodiscard]] SessionModel* session() { return &m_session; }
    /// The viewport's camera, to be remembered.
    void setCamera(const CameraState& camera);
    /// @returns where the camera stood when the open region was left; empty: it was not open before.
    [[nodiscard]] std::optional<CameraState> rememberedCamera() const { return m_rememberedCamera; }
    [[nodiscard]] ObjectTableModel* table() { return &m_table; }
    Q_INVOKABLE void openRecent(const QString& path);
    /// What was dropped on the window: a region is opened, other files are looked into first.
    Q_INVOKABLE void takeFiles(const QList<QUrl>& urls);
    /// Selects an object of the open region and asks to fly to it; its layer shows from now on. One that is not there
    /// is an issue. @param id  of the object in the region (FeatureRef)
    void showObject(const QString& id);
    /// Goes to what a search or a name in the picture means: flies there, selects an object, shows a layer.
    void goTo(const services::Place& place);
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
    void noteSelection();
    void connectSession();
    void connectLive();
    void dateEvents();
    void followClock();
    void restoreSession();
    void keepSession();

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
    RegionObjects m_objects;
    LookModel m_look;
    ObjectTableModel m_table;
    SessionModel m_session;
    QTimer m_keep; ///< a change waits to be kept
    std::optional<CameraState> m_camera;
    std::optional<CameraState> m_rememberedCamera;
    QList<FeatureRef> m_selectedBefore; ///< the last change of the selection, for undo
    RegionEdits m_edits;
    LiveModel m_live;
    SourceListModel m_sources;
    TimelineModel m_timeline;
    LiveLinks m_links;
    BackgroundRunner m_runner;
};

} // namespace twin
