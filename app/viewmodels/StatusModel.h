// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/PositionText.h"
#include "model/Position.h"

#include <optional>

#include <QObject>
#include <QString>

namespace twin {

/// What the status line says: the place under the pointer, the scale, how far the picture is. Filled by the viewport.
class StatusModel : public QObject {
    Q_OBJECT
    /// in the notation chosen, e.g. "392 514 O  5 708 120 N"; empty over the sky
    Q_PROPERTY(QString positionText READ positionText NOTIFY pointerChanged)
    /// of the notation chosen, e.g. "ETRS89/UTM 32N"
    Q_PROPERTY(QString notationTitle READ notationTitle NOTIFY pointerChanged)
    /// what of the picture's quality is traded for speed or memory just now; empty: nothing
    Q_PROPERTY(QString tradedText READ tradedText NOTIFY progressChanged)
    /// e.g. "87,3 m ü. NHN"; empty over the sky
    Q_PROPERTY(QString heightText READ heightText NOTIFY pointerChanged)
    /// length of the scale bar in pixels; 0: no scale (sky in the middle)
    Q_PROPERTY(double scaleBarPixels READ scaleBarPixels NOTIFY scaleChanged)
    /// e.g. "100 m"
    Q_PROPERTY(QString scaleBarText READ scaleBarText NOTIFY scaleChanged)
    Q_PROPERTY(int tilesLoading READ tilesLoading NOTIFY progressChanged)
    /// tiles shown / tiles wanted, 0 … 1
    Q_PROPERTY(double loadedFraction READ loadedFraction NOTIFY progressChanged)
    Q_PROPERTY(bool complete READ isComplete NOTIFY progressChanged)
    /// e.g. "84 Kacheln, 212.480 Dreiecke, 31 MB Grafikspeicher"
    Q_PROPERTY(QString pictureText READ pictureText NOTIFY progressChanged)

public:
    using QObject::QObject;

    struct Picture {
        int tilesDrawn = 0;
        int tilesLoading = 0;
        qint64 triangles = 0;
        std::size_t gpuBytes = 0;
        bool complete = false;
        bool moving = false;         ///< drawn coarser because the camera moves
        double coarserThanAsked = 1; ///< error in effect / error asked for; above 1: memory does not hold more
        friend bool operator==(const Picture&, const Picture&) = default;
    };
    /// @param position  under the pointer, region CRS; empty: sky or outside
    void setPointer(std::optional<ProjectedPosition> position);
    /// @param metresPerPixel  on the ground in the middle of the picture; 0: unknown. Grid metres: their scale error of
    ///                        at most 0.4 ‰ is a twentieth of a pixel on the longest bar
    void setScale(double metresPerPixel);
    void setPicture(const Picture& picture);
    void setNotation(services::PositionNotation notation);
    void retranslate();

    [[nodiscard]] QString positionText() const;
    [[nodiscard]] QString notationTitle() const { return services::PositionText::title(m_notation); }
    [[nodiscard]] QString tradedText() const;
    [[nodiscard]] QString heightText() const;
    [[nodiscard]] double scaleBarPixels() const { return m_barPixels; }
    [[nodiscard]] QString scaleBarText() const;
    [[nodiscard]] int tilesLoading() const { return m_picture.tilesLoading; }
    [[nodiscard]] double loadedFraction() const;
    [[nodiscard]] bool isComplete() const { return m_picture.complete; }
    [[nodiscard]] QString pictureText() const;

Q_SIGNALS:
    void pointerChanged();
    void scaleChanged();
    void progressChanged();

private:
    services::PositionText m_positionText;
    services::PositionNotation m_notation = services::PositionNotation::Utm;
    std::optional<ProjectedPosition> m_pointer;
    double m_barPixels = 0;
    double m_barMetres = 0;
    Picture m_picture;
};

} // namespace twin
