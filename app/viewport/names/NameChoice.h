// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/PlaceNames.h"
#include "app/viewport/live/EyeFrame.h"

#include <functional>
#include <vector>

#include <QRectF>

namespace twin::viewport {

/// A name that is to stand in the picture. Pixels.
struct NameLabel {
    std::size_t name = 0;
    std::size_t spot = 0;
    QPointF foot;      ///< of its place
    QPointF middle;    ///< of the word
    QSizeF size;       ///< of the word, before it is turned
    double angle = 0;  ///< degrees clockwise; -90 … 90
    double depth = 0;  ///< metres before the eye
    bool mast = false; ///< a line leads from the word down to its place

    friend bool operator==(const NameLabel&, const NameLabel&) = default;
};

/// Which names stand in a picture and where: important before less important, far towns before near streets, none over
/// another, none over what it must keep clear of, none whose place is hidden. What stood in the picture before is held
/// on to, so that nothing comes and goes while the camera moves steadily. GUI thread; no graphics.
class NameChoice {
public:
    struct View {
        EyeFrame eye;
        QSize size;                ///< pixels
        double scale = 1;          ///< of letters and distances
        std::vector<QRectF> taken; ///< what must not be covered
        std::vector<QRectF> marks; ///< what words keep clear of, too, but lines from words to their places cross
        /// whether nothing stands before a place; `held`: it was seen before
        std::function<bool(const services::PlaceName&, const services::NameSpot&, const LocalPosition& stand,
                           bool held)>
            sees;
        std::function<double(double x, double y)> topAt; ///< of what stands there: areas' names stand above it
        std::function<QSizeF(std::size_t name)> sizeOf;  ///< of the word, pixels
    };

    void setNames(std::shared_ptr<const std::vector<services::PlaceName>> names);
    [[nodiscard]] const std::vector<services::PlaceName>& names() const { return *m_names; }

    /// @returns what stands in the picture now, important ones first.
    const std::vector<NameLabel>& choose(const View& view);
    [[nodiscard]] const std::vector<NameLabel>& labels() const { return m_labels; }
    /// @returns where a name that is not chosen any more would stand, for as long as it fades; empty: behind the eye.
    [[nodiscard]] std::optional<NameLabel> placed(const NameLabel& label, const View& view) const;
    /// Forgets what stood in the picture: the camera jumped.
    void reset() { m_labels.clear(); }

private:
    struct Candidate {
        NameLabel label;
        double score = 0;
        bool held = false;
    };
    [[nodiscard]] std::optional<Candidate> candidateOf(std::size_t name, const NameLabel* before,
                                                       const View& view) const;
    [[nodiscard]] std::optional<NameLabel> labelAt(std::size_t name, std::size_t spot, const View& view) const;
    [[nodiscard]] LocalPosition standOf(std::size_t name, std::size_t spot, const View& view) const;
    [[nodiscard]] static bool reads(const services::PlaceName& name, const NameLabel& label, double unit, bool held,
                                    const View& view);

    std::shared_ptr<const std::vector<services::PlaceName>> m_names =
        std::make_shared<const std::vector<services::PlaceName>>();
    std::vector<Box> m_extents; ///< of the names' spots
    std::vector<NameLabel> m_labels;
};

} // namespace twin::viewport
