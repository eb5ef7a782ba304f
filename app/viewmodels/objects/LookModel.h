// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/SelectionService.h"
#include "app/viewmodels/BackgroundRunner.h"
#include "app/viewmodels/InspectorModel.h"
#include "app/viewmodels/session/UndoModel.h"
#include "ColourRamp.h"
#include "model/BaseLook.h"
#include "RegionObjects.h"

#include <QVariantList>

namespace twin {

/// How the objects of the region look: hidden, isolated, coloured by an attribute with its legend. Each change can be
/// undone. GUI thread.
class LookModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(int hiddenCount READ hiddenCount NOTIFY changed)
    Q_PROPERTY(bool isolating READ isIsolating NOTIFY changed)
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
    void retranslate();

    [[nodiscard]] int hiddenCount() const { return m_hiddenWholes; }
    [[nodiscard]] bool isIsolating() const { return !m_only.isEmpty(); }
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
    Q_INVOKABLE void showAll();

Q_SIGNALS:
    void changed();

private:
    struct Visibility {
        QSet<FeatureRef> hidden;
        QSet<FeatureRef> only;
        int hiddenWholes = 0;
    };
    [[nodiscard]] QSet<FeatureRef> selectedWithParts() const;
    [[nodiscard]] Visibility visibility() const { return {m_hidden, m_only, m_hiddenWholes}; }
    void setVisibility(const Visibility& visibility);
    void change(const QString& text, const Visibility& next);
    void applyAttribute(PaintAttribute attribute);
    void repaint();

    services::SelectionService& m_selection;
    const InspectorModel& m_inspector;
    RegionObjects& m_objects;
    UndoModel& m_undo;
    QSet<FeatureRef> m_hidden;
    QSet<FeatureRef> m_only;
    int m_hiddenWholes = 0; ///< objects that people hid, their parts not counted
    PaintAttribute m_attribute = PaintAttribute::None;
    std::vector<PaintClass> m_classes;
    QHash<FeatureRef, std::uint32_t> m_tints;
    bool m_paintingNow = false;
    int m_request = 0;
    BackgroundRunner m_runner;
};

} // namespace twin
