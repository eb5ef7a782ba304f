// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QObject>
#include <QUndoStack>

namespace twin {

/// What was done in this session and can be taken back: the one stack of the window. GUI thread.
class UndoModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY changed)
    /// what undo takes back, e.g. "Ebene ausblenden"; empty: nothing
    Q_PROPERTY(QString undoText READ undoText NOTIFY changed)
    Q_PROPERTY(QString redoText READ redoText NOTIFY changed)
    /// what was done just now and may surprise, with "Rückgängig" beside it; empty: nothing
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged)

public:
    /// Something that has been done. Both functions may outlive what they speak of: they look it up by its id.
    struct Step {
        QString text; ///< translated
        std::function<void()> undo;
        std::function<void()> redo;
        QString merges; ///< steps with the same word, one right after the other, become one; empty: never
    };
    explicit UndoModel(QObject* parent = nullptr);

    /// Takes note of a step that was made already. While a step is being undone or redone nothing is noted.
    void note(Step step);
    /// As note(), and says so until something else is done. @param notice  translated sentence
    void announce(Step step, const QString& notice);
    /// Forgets all steps: what they speak of is gone.
    void clear();

    [[nodiscard]] bool canUndo() const { return m_stack.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_stack.canRedo(); }
    [[nodiscard]] QString undoText() const { return m_stack.undoText(); }
    [[nodiscard]] QString redoText() const { return m_stack.redoText(); }
    [[nodiscard]] QString notice() const { return m_notice; }

    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    Q_INVOKABLE void dismissNotice() { setNotice({}); }

Q_SIGNALS:
    void changed();
    void noticeChanged();

private:
    void setNotice(const QString& notice);

    QUndoStack m_stack;
    QString m_notice;
    bool m_running = false; ///< a step is being undone or redone
};

} // namespace twin
