// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/OpenRegion.h"

#include <QAbstractListModel>

namespace twin {

/// The layers of the open region, topmost first, and what was chosen for each. GUI thread.
class LayerModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        TitleRole = Qt::UserRole + 1,
        KindRole,    ///< e.g. "Stadtmodell"
        SummaryRole, ///< e.g. "3.984 Objekte"
        ShownRole,
        OpacityRole, ///< 0…1
        SourceRole,  ///< who made it and under which licence
        AgeRole,     ///< e.g. "Stand 14.03.2025"
        LevelsRole,  ///< names of the levels of detail; fewer than two: nothing to choose
        LevelRole,
        ProblemRole ///< why it cannot be shown; empty: it can
    };
    explicit LayerModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    /// Shows the layers of another region; choices start anew. May be null.
    void setRegion(std::shared_ptr<const services::OpenedRegion> region);
    [[nodiscard]] const std::vector<services::LayerChoice>& choices() const { return m_choices; }

    Q_INVOKABLE void setShown(int row, bool shown);
    Q_INVOKABLE void setOpacity(int row, double opacity);
    Q_INVOKABLE void setLevel(int row, int level);
    Q_INVOKABLE void zoomTo(int row);
    void retranslate();

Q_SIGNALS:
    void countChanged();
    void choicesChanged();
    /// Please fly there. @param extent  scene frame
    void zoomRequested(const twin::Box& extent);

private:
    [[nodiscard]] const services::OpenedLayer& layerAt(int row) const;
    void choose(int row, const services::LayerChoice& choice, int role);

    std::shared_ptr<const services::OpenedRegion> m_region;
    std::vector<std::size_t> m_rows;              ///< index into the region's layers
    std::vector<services::LayerChoice> m_choices; ///< by row
};

} // namespace twin
