// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/FeatureRef.h"

#include <QList>
#include <QObject>
#include <QSet>

namespace twin::services {

/// The only holder of what is selected and what is under the pointer (design D9). GUI thread.
class SelectionService : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// @returns the selected features in the order in which they were added; each once.
    [[nodiscard]] const QList<FeatureRef>& selected() const { return m_selected; }
    /// @returns the feature added last, which the inspector shows; null when nothing is selected.
    [[nodiscard]] FeatureRef current() const { return m_selected.isEmpty() ? FeatureRef() : m_selected.constLast(); }
    [[nodiscard]] const FeatureRef& hovered() const { return m_hovered; }

    /// Selects only this feature; a null one clears.
    void select(const FeatureRef& feature);
    /// Adds a feature or takes it away when it is selected already; a null one changes nothing.
    void toggle(const FeatureRef& feature);
    /// Selects exactly these; null ones and repetitions are left out.
    void selectAll(const QList<FeatureRef>& features);
    void clear();
    void setHovered(const FeatureRef& feature);

Q_SIGNALS:
    void selectionChanged();
    void hoveredChanged();

private:
    void replace(QList<FeatureRef> selected);

    QList<FeatureRef> m_selected;
    FeatureRef m_hovered;
};

} // namespace twin::services
