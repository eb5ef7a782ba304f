// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "NameMarks.h"

#include <QQuickItem>

namespace twin::viewport {

/// Draws the names of NameMarks over the picture: textures of words that Qt Quick keeps in its atlas, so that all of
/// them are drawn in a few calls. As large as the viewport.
class NameLabels : public QQuickItem {
    Q_OBJECT
    Q_PROPERTY(twin::viewport::NameMarks* marks READ marks WRITE setMarks NOTIFY marksChanged REQUIRED)
    /// words need not stand on whole pixels
    Q_PROPERTY(bool moving READ isMoving WRITE setMoving NOTIFY movingChanged)

public:
    explicit NameLabels(QQuickItem* parent = nullptr);
    [[nodiscard]] NameMarks* marks() const { return m_marks; }
    void setMarks(NameMarks* marks);
    [[nodiscard]] bool isMoving() const { return m_moving; }
    void setMoving(bool moving);

Q_SIGNALS:
    void marksChanged();
    void movingChanged();

protected:
    QSGNode* updatePaintNode(QSGNode* node, UpdatePaintNodeData* data) override;

private:
    NameMarks* m_marks = nullptr;
    bool m_moving = false;
};

} // namespace twin::viewport
