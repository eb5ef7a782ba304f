// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/SelectionService.h"
#include "BackgroundRunner.h"
#include "FactListModel.h"
#include "model/Layer.h"
#include "model/Result.h"
#include "SelectionTotals.h"
#include "StructureModel.h"

#include <functional>
#include <optional>

namespace twin {

/// What is known of the selected object: title, one big figure, facts, structure, origin. Of several objects it shows
/// what they are together. Reads on a worker thread; the former facts stay until the next are read.
class InspectorModel : public QObject {
    Q_OBJECT
    /// something is selected (its facts may still be on their way)
    Q_PROPERTY(bool active READ isActive NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    /// kind and address or id, below the title
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
    /// number with unit, e.g. "104,2 m"; empty when there is none
    Q_PROPERTY(QString figure READ figure NOTIFY changed)
    /// what the figure is, e.g. "Höhe (gemessen)"
    Q_PROPERTY(QString figureLabel READ figureLabel NOTIFY changed)
    /// gml:id
    Q_PROPERTY(QString objectId READ objectId NOTIFY changed)
    Q_PROPERTY(int selectedCount READ selectedCount NOTIFY changed)
    /// why nothing is shown, with what to do; empty: all is well
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// the object is generated: shown as such
    Q_PROPERTY(bool demo READ isDemo NOTIFY changed)
    Q_PROPERTY(twin::FactListModel* facts READ facts CONSTANT)
    Q_PROPERTY(twin::FactListModel* provenance READ provenance CONSTANT)
    Q_PROPERTY(twin::StructureModel* structure READ structure CONSTANT)

public:
    /// Reads an object; called on a worker thread.
    using Lookup = std::function<Result<ObjectRecord>(const QString& id)>;

    /// @param selection  outlives this model
    explicit InspectorModel(services::SelectionService& selection, QObject* parent = nullptr);

    /// @param lookup  empty: nothing is known of any object (bare tileset)
    /// @param info    sources and heights of the region
    void setRegion(Lookup lookup, const RegionInfo& info);
    /// The layers that were added to the region: their objects come from their sources.
    void setLayers(std::vector<LayerInfo> layers);
    void retranslate();

    [[nodiscard]] bool isActive() const { return !m_selection.selected().isEmpty(); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString figure() const { return m_figure; }
    [[nodiscard]] QString figureLabel() const { return m_figureLabel; }
    [[nodiscard]] QString objectId() const { return m_selection.current().id; }
    [[nodiscard]] int selectedCount() const { return static_cast<int>(m_selection.selected().size()); }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool isDemo() const { return m_info.demo; }
    [[nodiscard]] FactListModel* facts() { return &m_facts; }
    [[nodiscard]] FactListModel* provenance() { return &m_provenance; }
    [[nodiscard]] StructureModel* structure() { return &m_structure; }

    /// @returns the box of the shown object in the scene frame; empty while nothing is known of it.
    [[nodiscard]] Box bounds() const;
    /// @returns the box around all selected objects in the scene frame; empty while nothing is known of them.
    [[nodiscard]] Box selectionBounds() const;
    /// @returns the box of an object of the structure; empty when it is not in it.
    [[nodiscard]] Box boundsOf(const QString& id) const;
    /// @returns gml:id of the object whose facts are shown, which may still be the former one; empty: none.
    [[nodiscard]] QString shownId() const { return m_loaded ? m_loaded->selected.id : QString(); }
    /// @returns ids of the shown object's parts, without itself; they light up with it.
    [[nodiscard]] QStringList partIds() const;
    /// @returns the parts of all selected objects, as far as they are read.
    [[nodiscard]] QList<FeatureRef> selectedParts() const;

    Q_INVOKABLE void copy(const QString& text) const;
    /// All facts (label, value, unit, code) and surfaces or objects with their figures as tab-separated lines, ready
    /// for a spreadsheet.
    Q_INVOKABLE void copyAll() const;
    Q_INVOKABLE void selectObject(const QString& id);
    Q_INVOKABLE void close();

Q_SIGNALS:
    void changed();

private:
    struct Loaded {
        ObjectTree root;             ///< the top-level object
        ObjectRecord selected;       ///< the one selected last
        std::vector<ObjectTree> all; ///< every selected object with its parts; empty: just the one
        SelectionTotals totals;      ///< of `all`
    };
    static Result<Loaded> load(const Lookup& lookup, const QStringList& ids);
    static ObjectTree treeOf(const Lookup& lookup, ObjectRecord record, int depth);
    void reload();
    void show();
    void showFigure(const ObjectRecord& record);
    void showTotals();
    [[nodiscard]] std::vector<Fact> factsOf(const ObjectRecord& record) const;
    [[nodiscard]] Fact volumeFact(const QString& group, const QString& source) const;
    [[nodiscard]] const LayerInfo* layerOf(const ObjectRecord& record) const;
    [[nodiscard]] const SourceInfo* sourceOf(const ObjectRecord& record) const;
    [[nodiscard]] static QString titleOf(const ObjectRecord& record);
    [[nodiscard]] std::vector<Fact> provenanceOf(const ObjectRecord& record) const;
    [[nodiscard]] std::vector<Fact> sourcesOf(const std::vector<ObjectTree>& trees) const;
    [[nodiscard]] bool isSeveral() const { return m_loaded && !m_loaded->all.empty(); }
    void clearShown();

    services::SelectionService& m_selection;
    Lookup m_lookup;
    RegionInfo m_info;
    std::vector<LayerInfo> m_layers; ///< added ones
    std::optional<Loaded> m_loaded;
    QString m_figure;
    QString m_figureLabel;
    QString m_problem;
    FactListModel m_facts;
    FactListModel m_provenance;
    StructureModel m_structure;
    int m_request = 0;
    BackgroundRunner m_runner;
};

} // namespace twin
