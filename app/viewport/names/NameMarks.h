// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/AppModel.h"
#include "app/viewmodels/BackgroundRunner.h"
#include "NameChoice.h"
#include "NamePaper.h"
#include "NameSight.h"

namespace twin::viewport {

/// The names of places in the picture: read when a region opens, chosen anew for each picture, faded in and out. GUI
/// thread.
class NameMarks : public QObject {
    Q_OBJECT
    /// what can be read, for those who do not see it
    Q_PROPERTY(QString text READ text NOTIFY changed)

public:
    NameMarks();
    ~NameMarks() override;

    /// @param app  outlives this object
    void setApp(AppModel* app);
    void setTerrain(const Terrain& terrain);
    /// Shows these instead of those that were read.
    void setNames(std::vector<services::PlaceName> names);

    /// One picture: what stands where. @param taken,marks  as in NameChoice::View
    void place(const CameraState& camera, QSize size, double pixelRatio, std::vector<QRectF> taken,
               std::vector<QRectF> marks);
    /// @returns whether something still fades: another frame is needed.
    bool letTimePass(double seconds);
    /// @returns the name at a pixel; null: none.
    [[nodiscard]] const services::Place* at(QPointF pixel) const;
    /// @returns names are being read or fade.
    [[nodiscard]] bool isBusy() const { return m_reading || m_fading; }
    /// @returns whether another placing would show something else.
    [[nodiscard]] bool isStale() const { return m_stale; }
    void setStale() { m_stale = true; }

    /// A name as it stands in the picture now.
    struct Shown {
        NameLabel label;
        double opacity = 0;
        bool wanted = false; ///< else it is on its way out
    };
    [[nodiscard]] const std::vector<Shown>& shown() const { return m_shown; }
    [[nodiscard]] const NamePaper& paper() const { return m_paper; }
    [[nodiscard]] const services::PlaceName& nameOf(const NameLabel& label) const
    {
        return m_choice.names()[label.name];
    }
    /// Grows whenever images of before mean nothing any more.
    [[nodiscard]] quint64 edition() const { return m_edition; }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void changed();
    /// Please show a picture anew: names or their looks are others.
    void frameWanted();

private:
    void read();
    [[nodiscard]] NameTone wantedTone() const;
    [[nodiscard]] NameChoice::View viewOf(const CameraState& camera, QSize size) const;
    void takePaper(double pixelRatio);

    AppModel* m_app = nullptr;
    Terrain m_terrain;
    NameSight m_sight;
    NameChoice m_choice;
    NamePaper m_paper{NameTone::Bright, 1, 1};
    std::vector<Shown> m_shown;
    quint64 m_edition = 0;
    bool m_reading = false;
    bool m_fading = false;
    bool m_stale = false;
    int m_request = 0;
    BackgroundRunner m_runner; ///< last: waits for its work
};

} // namespace twin::viewport
