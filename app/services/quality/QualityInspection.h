// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObjectSink.h"
#include "package/quality/GeometryCheck.h"
#include "package/quality/PartOverlap.h"

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace twin::services {

/// A fault of an object's geometry, as it stands in its source.
struct GeometryFinding {
    int code = 0; ///< of val3dity; 0: could not be checked
    int source = 0;
    qint64 line = -1; ///< of the surface, else of the object
    QString object;   ///< gml:id
    QString surface;  ///< gml:id of the surface; may be empty
    Lod lod = 0;
    ProjectedPosition place;
    double metres = -1;
    qint64 count = 1;
    bool cornersOnly = false;
};

/// Looks at city objects on their way into a region package, for the quality report: validates their geometry and
/// counts what they are. Bounded: of each fault the first `mostFindings` in the order of the input are kept, all are
/// counted. `look` may be called from several threads at once.
class QualityInspection {
public:
    static constexpr std::size_t mostFindings = 1000;

    /// A fault as it is listed: shells that only lack common corners are a matter of their own.
    struct Kind {
        int code = 0;
        bool cornersOnly = false;
        friend auto operator<=>(const Kind&, const Kind&) = default;
    };
    /// What objects are shown with.
    struct Level {
        CityObjectType type = CityObjectType::Unknown;
        Lod lod = 0;
        friend auto operator<=>(const Level&, const Level&) = default;
    };

    void look(const CityObjectBatch& batch);

    // Valid when nobody looks any more:
    [[nodiscard]] const std::map<Kind, qint64>& counts() const { return m_counts; }
    /// @returns the findings of a kind in the order of the input.
    [[nodiscard]] std::vector<GeometryFinding> findings(const Kind& kind) const;
    [[nodiscard]] const package::GeometryTally& tally() const { return m_tally; }
    /// @returns how many objects have surfaces, shapes or lines of a level of detail, by type.
    [[nodiscard]] const std::map<Level, qint64>& levels() const { return m_levels; }
    /// @returns how often codes came that no list explains, by "Type.attribute code"; at most 1 000 of them.
    [[nodiscard]] const std::map<QString, qint64>& unknownCodes() const { return m_codes; }
    /// @returns how often elements came that no module knows, by name; at most 1 000 names.
    [[nodiscard]] const std::map<QString, qint64>& unknownClasses() const { return m_unknown; }

private:
    /// What one batch came to.
    struct Yield {
        std::map<Kind, std::vector<GeometryFinding>> findings;
        std::map<Level, qint64> levels;
        std::map<QString, qint64> unknown;
        std::map<QString, qint64> codes;
        package::GeometryTally tally;
    };
    /// What a thread looks with.
    struct Checks {
        package::GeometryCheck geometry;
        package::PartOverlap parts;
    };
    static void lookAt(const CityObject& top, int source, bool isComplete, Checks& checks, Yield& yield);
    static void add(const package::GeometryFault& fault, const CityObject& object, int source, Yield& yield);
    void take(Yield&& yield);
    std::unique_ptr<Checks> borrowChecks();

    mutable std::mutex m_mutex;
    std::vector<std::unique_ptr<Checks>> m_idle;
    std::map<Kind, qint64> m_counts;
    std::map<Kind, std::vector<GeometryFinding>> m_findings;
    std::map<Level, qint64> m_levels;
    std::map<QString, qint64> m_unknown;
    std::map<QString, qint64> m_codes;
    package::GeometryTally m_tally;
};

/// Lets an inspection look at everything that passes to another sink.
class InspectingSink final : public CityObjectSink {
public:
    /// @param inspection  null: everything just passes
    InspectingSink(QualityInspection* inspection, CityObjectSink& sink) : m_inspection(inspection), m_sink(sink) {}
    Result<void> accept(CityObjectBatch&& batch) override
    {
        if (m_inspection != nullptr)
            m_inspection->look(batch);
        return m_sink.accept(std::move(batch));
    }

private:
    QualityInspection* m_inspection;
    CityObjectSink& m_sink;
};

} // namespace twin::services
