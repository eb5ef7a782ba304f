// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/SettingsModel.h"

#include <QAbstractListModel>

namespace twin {

/// What hands can do, as it is bound now: the rows of the help card. GUI thread.
class HelpModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { ActionRole = Qt::UserRole + 1, MouseRole, KeysRole, TouchRole };
    /// @param settings  outlives this model
    explicit HelpModel(SettingsModel& settings, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    void retranslate();

private:
    SettingsModel& m_settings;
};

} // namespace twin
