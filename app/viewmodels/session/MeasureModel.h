// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/measuring/Measurement.h"
#include "app/services/OpenRegion.h"
#include "app/viewmodels/FactListModel.h"

#include <optional>

namespace twin {

/// Measuring in the picture: a tool, the points clicked so far and what they come to. The viewport brings points, the
/// overlay draws them. GUI thread.
class MeasureModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(Tool tool READ tool WRITE setTool NOTIFY changed)
    Q_PROPERTY(bool active READ isActive NOTIFY changed)
    Q_PROPERTY(int pointCount READ pointCount NOTIFY changed)
    /// the measurement is complete; the next point begins another
    Q_PROPERTY(bool finished READ isFinished NOTIFY changed)
    /// what to do next
    Q_PROPERTY(QString hint READ hint NOTIFY changed)
    Q_PROPERTY(twin::FactListModel* results READ results CONSTANT)
    /// the results in one line, to be spoken; empty: none yet
    Q_PROPERTY(QString resultText READ resultText NOTIFY changed)

public:
    enum class Tool { None, Point, Distance, Height, Area };
    Q_ENUM(Tool)

    explicit MeasureModel(QObject* parent = nullptr) : QObject(parent) {}

    /// What is measured in; null ends measuring.
    void setRegion(std::shared_ptr<const services::OpenedRegion> region);
    void retranslate();

    [[nodiscard]] Tool tool() const { return m_tool; }
    void setTool(Tool tool);
    [[nodiscard]] bool isActive() const { return m_tool != Tool::None; }
    [[nodiscard]] int pointCount() const { return static_cast<int>(m_points.size()); }
    [[nodiscard]] bool isFinished() const { return m_finished; }
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QString resultText() const;
    [[nodiscard]] FactListModel* results() { return &m_results; }

    /// @returns the points with that under the pointer while there is more to come; scene frame.
    [[nodiscard]] std::vector<LocalPosition> shape() const;
    [[nodiscard]] const std::vector<LocalPosition>& points() const { return m_points; }
    [[nodiscard]] const services::GroundScale& scale() const { return m_scale; }

    /// @param position  scene frame
    void add(const LocalPosition& position);
    void setPointer(const std::optional<LocalPosition>& position);
    Q_INVOKABLE void removeLast();
    Q_INVOKABLE void finish();
    /// One step back: the points, then the tool.
    Q_INVOKABLE void back();
    Q_INVOKABLE void copy() const;
    /// @returns a length as people read it, with centimetres where it is short.
    [[nodiscard]] static QString lengthText(double metres);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] int wanted() const; ///< points of a complete measurement; 0: as many as one likes
    void show();
    [[nodiscard]] std::vector<Fact> pointFacts() const;
    [[nodiscard]] std::vector<Fact> distanceFacts(const std::vector<LocalPosition>& points) const;
    [[nodiscard]] std::vector<Fact> heightFacts(const std::vector<LocalPosition>& points) const;
    [[nodiscard]] std::vector<Fact> areaFacts(const std::vector<LocalPosition>& points) const;

    std::shared_ptr<const services::OpenedRegion> m_region;
    services::GroundScale m_scale;
    Tool m_tool = Tool::None;
    std::vector<LocalPosition> m_points;
    std::optional<LocalPosition> m_pointer;
    bool m_finished = false;
    FactListModel m_results;
};

} // namespace twin
