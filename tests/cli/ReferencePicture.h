// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Position.h"

#include <QColor>
#include <QImage>
#include <QStringList>

/// A picture that the real program draws of a region, and what is where in it.
class ReferencePicture {
public:
    /// @param camera  as `render --camera` takes it; empty: the view that the region opens with
    static ReferencePicture draw(const QString& region, const QString& camera);

    /// @returns why there is no picture; empty when there is one.
    [[nodiscard]] const QString& trouble() const { return m_trouble; }
    /// @returns whether Mesa's software renderer drew it, as the committed references.
    [[nodiscard]] bool isSoftware() const { return m_isSoftware; }
    [[nodiscard]] const QImage& image() const { return m_image; }

    /// @returns the colour at a place (region CRS), the mean of 3 × 3 pixels; invalid outside the picture.
    [[nodiscard]] QColor at(const twin::ProjectedPosition& place) const;
    /// @returns the share of pixels (0…1) whose colour fits.
    [[nodiscard]] double share(bool (*fits)(const QColor& colour)) const;

    /// @brief Compares with tests/data/pictures/references/NAME.png; writes it where TWIN_WRITE_REFERENCES is set.
    /// @returns what differs; empty: nothing that a person would see.
    [[nodiscard]] QString differenceFrom(const QString& name) const;

private:
    QString m_region;
    QString m_camera;
    QImage m_image;
    QString m_trouble;
    bool m_isSoftware = false;
};

/// Colours by which the fixtures tell their parts.
enum class Paint { Red, Green, Blue, Yellow, Teal, White };
/// @returns whether a colour is this paint, in light or shade.
[[nodiscard]] bool looksLike(const QColor& colour, Paint paint);
