// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/session/UndoModel.h"
#include "model/CameraState.h"
#include "model/SceneFrame.h"
#include "RegionMemory.h"

#include <vector>

#include <QAbstractListModel>

namespace twin {

/// Named views of a region, kept in the person's settings. The first nine have the keys 1 to 9. GUI thread.
class BookmarkModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { NameRole = Qt::UserRole + 1, KeyRole /**< "1" … "9"; empty: none */ };
    using QAbstractListModel::QAbstractListModel;

    /// @param frame  of the scene, in which cameras come and go; kept are places in the region CRS
    void setRegion(RegionMemory memory, const SceneFrame& frame);

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_views.size()); }
    /// Where what is done to the list can be taken back; outlives this object. Null: nowhere
    void setUndo(UndoModel* undo) { m_undo = undo; }

    /// Keeps a view under a name of its own ("Ansicht 3") at the end. @returns its row, -1 when there are too many.
    int add(const CameraState& camera);
    /// An empty name changes nothing.
    Q_INVOKABLE void rename(int row, const QString& name);
    Q_INVOKABLE void remove(int row);
    /// Flies there; a row that is not there does nothing.
    Q_INVOKABLE void go(int row);

Q_SIGNALS:
    void countChanged();
    /// Please show this. Scene frame.
    void viewRequested(const twin::CameraState& camera);

private:
    struct View {
        QString name;
        ProjectedPosition eye;
        double headingDegrees = 0;
        double pitchDegrees = 0;
    };
    void keep();
    void setViews(const std::vector<View>& views);
    [[nodiscard]] UndoModel::Step step(const QString& text, std::vector<View> before);

    UndoModel* m_undo = nullptr;

    RegionMemory m_memory;
    SceneFrame m_frame;
    std::vector<View> m_views;
};

} // namespace twin
