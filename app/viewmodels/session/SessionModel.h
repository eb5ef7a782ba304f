// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/RegionLayers.h"
#include "model/FeatureRef.h"

#include <memory>
#include <optional>

#include <QDateTime>
#include <QObject>
#include <QVariantList>

class QSettings;

namespace twin {

/// What is kept of a person's work between two starts of the program: which regions were open, and for each where the
/// camera stood, how the layers showed, which time it was and what was selected. GUI thread.
class SessionModel : public QObject {
    Q_OBJECT
    /// the regions opened last, newest first: {path, title, folder}
    Q_PROPERTY(QVariantList recent READ recent NOTIFY recentChanged)

public:
    struct State {
        QString camera; ///< services::cameraText(); empty: none
        std::vector<services::LayerChoice> layers;
        QDateTime instant; ///< invalid: live
        QList<FeatureRef> selected;
        int attribute = 0;    ///< PaintAttribute
        double divider = 0.5; ///< LayerModel::divider()
    };

    /// @param store  null: nothing is kept
    explicit SessionModel(std::unique_ptr<QSettings> store, QObject* parent = nullptr);
    ~SessionModel() override;

    /// A region was opened. @returns how it was left; empty: it is new here.
    std::optional<State> begin(const QString& path, const QString& title);
    /// Keeps how the open region looks now.
    void keep(const State& state);
    /// Forgets a region that is not there any more.
    void forget(const QString& path);
    [[nodiscard]] QVariantList recent() const;
    /// @returns the region opened last; empty: none.
    [[nodiscard]] QString lastRegion() const;

Q_SIGNALS:
    void recentChanged();

private:
    [[nodiscard]] QString groupOf(const QString& path) const;

    std::unique_ptr<QSettings> m_store;
    QString m_path;
};

} // namespace twin
