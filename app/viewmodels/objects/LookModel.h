// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/LifeSpans.h"
#include "app/services/SelectionService.h"
#include "app/viewmodels/BackgroundRunner.h"
#include "app/viewmodels/InspectorModel.h"
#include "app/viewmodels/session/UndoModel.h"
#include "ColourRamp.h"
#include "model/BaseLook.h"
#include "RegionObjects.h"

#include <QVariantList>

namespace twin {

/// How the objects of the region look: hidden, isolated, seen through, coloured by an attribute with its legend. Each
/// change can be undone. GUI thread.
class LookModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(int hiddenCount READ hiddenCount NOTIFY changed)
    /// only some objects are to be seen as usual
    Q_PROPERTY(bool isolating READ isIsolating NOTIFY changed)
    /// the others are seen through instead of hidden
    Q_PROPERTY(bool xray READ isXray NOTIFY changed)
    /// LayerInfo::id of the layers that are to be seen as usual; empty: objects are
    Q_PROPERTY(QStringList xrayLayers READ xrayLayers NOTIFY changed)
    /// attributes to colour by: {id, title}; the first is none
    Q_PROPERTY(QVariantList attributes READ attributes NOTIFY changed)
    /// index into `attributes`
    Q_PROPERTY(int attribute READ attribute WRITE setAttribute NOTIFY changed)
    Q_PROPERTY(QString attributeTitle READ attributeTitle NOTIFY changed)
    /// {colour, text, objects} of each class that has objects
    Q_PROPERTY(QVariantList legend READ legend NOTIFY changed)
    /// the colours are being made
    Q_PROPERTY(bool painting READ isPainting NOTIFY changed)

public:
    /// @param selection, inspector, objects, undo  outlive this object
    LookModel(services::SelectionService& selection, const InspectorModel& inspector, RegionObjects& objects,
              UndoModel& undo, QObject* parent = nullptr);

    /// Everything looks as it is again: another region.
    void reset();
    /// @param folder  of the region package, whose objects have life spans; empty: none are known
    void setRegion(const QString& folder);
    /// The day that the clock is held at: objects that did not stand on it do not show. Invalid: the present, in which
    /// all do. The first one reads the life spans, on a worker thread.
    void setDay(const QDate& day);
    void retranslate();

    [[nodiscard]] int hiddenCount() const { return m_shown.hiddenWholes; }
    [[nodiscard]] bool isIsolating() const { return !m_shown.only.isEmpty() || !m_shown.onlyLayers.isEmpty(); }
    [[nodiscard]] bool isXray() const { return m_shown.ghostsRest; }
    [[nodiscard]] QStringList xrayLayers() const { return m_shown.onlyLayers.values(); }
    [[nodiscard]] QVariantList attributes() const;
    [[nodiscard]] int attribute() const { return static_cast<int>(m_attribute); }
    void setAttribute(int attribute);
    [[nodiscard]] QString attributeTitle() const { return titleOf(m_attribute); }
    [[nodiscard]] QVariantList legend() const;
    [[nodiscard]] bool isPainting() const { return m_paintingNow; }
    /// @returns what the renderer shall show; null: objects look as they are.
    [[nodiscard]] std::shared_ptr<const BaseLook> look() const;

    Q_INVOKABLE void hideSelected();
    Q_INVOKABLE void isolateSelected();
    /// The selection as usual, everything else seen through; once more ends it.
    Q_INVOKABLE void xraySelected();
    /// The same for a whole layer.
    Q_INVOKABLE void xrayLayer(const QString& layer, const QString& title);
    Q_INVOKABLE void showAll();

Q_SIGNALS:
    void changed();

private:
    struct Visibility {
        QSet<FeatureRef> hidden;
        QSet<FeatureRef> only;
        QSet<QString> onlyLayers;
        bool ghostsRest = false;
        int hiddenWholes = 0; ///< objects that people hid, their parts not counted
    };
    [[nodiscard]] QSet<FeatureRef> selectedWithParts() const;
    void setVisibility(const Visibility& visibility);
    void endXray();
    void change(const QString& text, const Visibility& next);
    void applyAttribute(PaintAttribute attribute);
    void repaint();
    void showDay();

    services::SelectionService& m_selection;
    const InspectorModel& m_inspector;
    RegionObjects& m_objects;
    UndoModel& m_undo;
    Visibility m_shown;
    PaintAttribute m_attribute = PaintAttribute::None;
    std::vector<PaintClass> m_classes;
    QHash<FeatureRef, std::uint32_t> m_tints;
    bool m_paintingNow = false;
    QString m_folder;
    std::optional<std::vector<services::LifeSpan>> m_spans; ///< empty: not read yet
    QSet<FeatureRef> m_absent;                              ///< did not stand on the clock's day
    QDate m_day;
    bool m_readsSpans = false;
    CancellationToken m_cancel;
    int m_request = 0;
    BackgroundRunner m_runner;
};

} // namespace twin
