// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/adding/SourcePreview.h"

#include <QAbstractListModel>
#include <QRectF>

namespace twin {

/// The files of a preview as people read them.
class PreviewListModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        WhatRole,    ///< "CityGML-Stadtmodell · CityGML 2.0"; empty: not known
        CountRole,   ///< "1.204 Objekte", "12 Mio. Pixel · 0,1 m"
        CrsRole,     ///< "EPSG:25832, aus der Datei"
        ExtentRole,  ///< "2,1 × 1,4 km, 60 bis 214 m ü. NHN"
        PlaceRole,   ///< QRectF in the region CRS: easting, northing of the lower left corner, width, height
        DateRole,    ///< "14.03.2025"; empty: the file says none
        LicenceRole, ///< empty: the file says none
        SizeRole,    ///< "12,4 MB"
        ProblemRole, ///< why it cannot come; empty: it can
        RemedyRole,  ///< what to do about it here in the window
        AskingRole,  ///< whether the form below asks for what is missing
        FlawsRole,   ///< QStringList: "12 × Ring mit weniger als drei Punkten"
        RemarksRole  ///< QStringList
    };
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_files.size()); }
    [[nodiscard]] const std::vector<services::SourcePreview>& files() const { return m_files; }
    /// @returns whether a file cannot come until somebody says in the form what it does not.
    [[nodiscard]] static bool isAsking(const services::SourcePreview& file);

    void clear();
    /// @param row  of a file that is there already, or count() for the next one
    void put(int row, services::SourcePreview file);
    /// Further rows go.
    void keepFirst(int count);

Q_SIGNALS:
    void countChanged();

private:
    std::vector<services::SourcePreview> m_files;
};

} // namespace twin
