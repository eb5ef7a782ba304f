// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/AppModel.h"

#include <QtQml/qqmlregistration.h>

/// Every C++ type that QML knows, in one place; those of the picture are in ViewportTypes.h. The view-models are made
/// in C++ only and reach QML through AppModel.
namespace twin::qml {

struct AppModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::AppModel)
    QML_NAMED_ELEMENT(AppModel)
    QML_UNCREATABLE("made in C++, the window's required property")
};
struct RegionModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::RegionModel)
    QML_NAMED_ELEMENT(RegionModel)
    QML_UNCREATABLE("reached through AppModel")
};
struct LayerModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::LayerModel)
    QML_NAMED_ELEMENT(LayerModel)
    QML_UNCREATABLE("reached through AppModel")
};
struct InspectorModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::InspectorModel)
    QML_NAMED_ELEMENT(InspectorModel)
    QML_UNCREATABLE("reached through AppModel")
};
struct FactListModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::FactListModel)
    QML_NAMED_ELEMENT(FactListModel)
    QML_UNCREATABLE("reached through InspectorModel")
};
struct StructureModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::StructureModel)
    QML_NAMED_ELEMENT(StructureModel)
    QML_UNCREATABLE("reached through InspectorModel")
};
struct SearchModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::SearchModel)
    QML_NAMED_ELEMENT(SearchModel)
    QML_UNCREATABLE("reached through AppModel")
};
struct ImportModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::ImportModel)
    QML_NAMED_ELEMENT(ImportModel)
    QML_UNCREATABLE("reached through AppModel")
};
struct StatusModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::StatusModel)
    QML_NAMED_ELEMENT(StatusModel)
    QML_UNCREATABLE("reached through AppModel")
};
struct ClockModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::ClockModel)
    QML_NAMED_ELEMENT(ClockModel)
    QML_UNCREATABLE("reached through AppModel")
};
struct SettingsModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::SettingsModel)
    QML_NAMED_ELEMENT(SettingsModel)
    QML_UNCREATABLE("reached through AppModel")
};
struct IssueListModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::IssueListModel)
    QML_NAMED_ELEMENT(IssueListModel)
    QML_UNCREATABLE("reached through AppModel")
};
struct AddDataModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::AddDataModel)
    QML_NAMED_ELEMENT(AddDataModel)
    QML_UNCREATABLE("reached through AppModel")
};
struct PreviewListModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::PreviewListModel)
    QML_NAMED_ELEMENT(PreviewListModel)
    QML_UNCREATABLE("reached through AddDataModel")
};
struct ImportIssueModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::ImportIssueModel)
    QML_NAMED_ELEMENT(ImportIssueModel)
    QML_UNCREATABLE("reached through AddDataModel")
};
struct UndoModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::UndoModel)
    QML_NAMED_ELEMENT(UndoModel)
    QML_UNCREATABLE("reached through AppModel")
};
struct MeasureModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::MeasureModel)
    QML_NAMED_ELEMENT(MeasureModel)
    QML_UNCREATABLE("reached through AppModel")
};
struct LookModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::LookModel)
    QML_NAMED_ELEMENT(LookModel)
    QML_UNCREATABLE("reached through AppModel")
};
struct ObjectTableModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::ObjectTableModel)
    QML_NAMED_ELEMENT(ObjectTableModel)
    QML_UNCREATABLE("reached through AppModel")
};
struct SessionModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::SessionModel)
    QML_NAMED_ELEMENT(SessionModel)
    QML_UNCREATABLE("reached through AppModel")
};
struct LiveModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::LiveModel)
    QML_NAMED_ELEMENT(LiveModel)
    QML_UNCREATABLE("reached through AppModel")
};
struct LiveDetailsForeign {
    Q_GADGET
    QML_FOREIGN(twin::LiveDetails)
    QML_NAMED_ELEMENT(LiveDetails)
    QML_UNCREATABLE("reached through LiveModel")
};
struct LiveFieldsForeign {
    Q_GADGET
    QML_FOREIGN(twin::LiveFields)
    QML_NAMED_ELEMENT(LiveFields)
    QML_UNCREATABLE("reached through LiveModel")
};
struct LiveLinksForeign {
    Q_GADGET
    QML_FOREIGN(twin::LiveLinks)
    QML_NAMED_ELEMENT(LiveLinks)
    QML_UNCREATABLE("reached through AppModel")
};
struct TimelineModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::TimelineModel)
    QML_NAMED_ELEMENT(TimelineModel)
    QML_UNCREATABLE("reached through AppModel")
};
struct HistoryModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::HistoryModel)
    QML_NAMED_ELEMENT(HistoryModel)
    QML_UNCREATABLE("reached through LiveModel")
};
struct SourceListModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::SourceListModel)
    QML_NAMED_ELEMENT(SourceListModel)
    QML_UNCREATABLE("reached through AppModel")
};
struct SourceFormForeign {
    Q_GADGET
    QML_FOREIGN(twin::SourceForm)
    QML_NAMED_ELEMENT(SourceForm)
    QML_UNCREATABLE("reached through SourceListModel")
};
struct AlarmModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::AlarmModel)
    QML_NAMED_ELEMENT(AlarmModel)
    QML_UNCREATABLE("reached through LiveModel")
};
struct BookmarkModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::BookmarkModel)
    QML_NAMED_ELEMENT(BookmarkModel)
    QML_UNCREATABLE("reached through AppModel")
};
struct HelpModelForeign {
    Q_GADGET
    QML_FOREIGN(twin::HelpModel)
    QML_NAMED_ELEMENT(HelpModel)
    QML_UNCREATABLE("reached through AppModel")
};

} // namespace twin::qml
