// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClockModel.h"
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
    Q_PROPERTY(twin::IssueListModel* issues READ issues CONSTANT)

public:
    /// What the view-models call outside themselves; tests put their own in.
    struct Services {
        RegionModel::Opener open;
        ImportModel::Importer import;
        ImportModel::RegionTest isRegion;
        std::unique_ptr<QSettings> settings;
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
    [[nodiscard]] IssueListModel* issues() { return &m_issues; }
    [[nodiscard]] services::SelectionService& selection() { return m_selection; }

    /// All texts made in C++ are made anew after the language changed.
    void retranslate();

Q_SIGNALS:
    /// Please fly to this place. @param position  region CRS
    void flyRequested(const twin::ProjectedPosition& position);

private:
    void connectRegion();

    services::SelectionService m_selection;
    IssueListModel m_issues;
    SettingsModel m_settings;
    ClockModel m_clock;
    StatusModel m_status;
    RegionModel m_region;
    LayerModel m_layers;
    InspectorModel m_inspector;
    SearchModel m_search;
    ImportModel m_importer;
};

} // namespace twin
