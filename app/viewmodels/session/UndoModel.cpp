// SPDX-License-Identifier: GPL-3.0-or-later
#include "UndoModel.h"

#include <utility>

#include <QScopedValueRollback>
#include <QUndoCommand>

namespace twin {
namespace {

constexpr int mostSteps = 200;

class StepCommand final : public QUndoCommand {
public:
    explicit StepCommand(UndoModel::Step step) : QUndoCommand(step.text), m_step(std::move(step)) {}

    void undo() override { m_step.undo(); }
    void redo() override
    {
        if (!std::exchange(m_fresh, false)) // the first time it has been done already
            m_step.redo();
    }
    int id() const override { return m_step.merges.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* next) override
    {
        const auto* step = static_cast<const StepCommand*>(next); // the same id: of this class
        if (step->m_step.merges != m_step.merges)
            return false;
        m_step.redo = step->m_step.redo;
        setText(step->text());
        return true;
    }

private:
    UndoModel::Step m_step;
    bool m_fresh = true;
};

} // namespace

UndoModel::UndoModel(QObject* parent) : QObject(parent)
{
    m_stack.setUndoLimit(mostSteps);
    connect(&m_stack, &QUndoStack::indexChanged, this, &UndoModel::changed);
}

void UndoModel::note(Step step)
{
    if (m_running)
        return;
    setNotice({});
    m_stack.push(std::make_unique<StepCommand>(std::move(step)).release()); // the stack owns it
    Q_EMIT changed();
}

void UndoModel::announce(Step step, const QString& notice)
{
    if (m_running)
        return;
    note(std::move(step));
    setNotice(notice);
}

void UndoModel::clear()
{
    setNotice({});
    m_stack.clear();
    Q_EMIT changed();
}

void UndoModel::undo()
{
    const QScopedValueRollback running(m_running, true);
    setNotice({});
    m_stack.undo();
}

void UndoModel::redo()
{
    const QScopedValueRollback running(m_running, true);
    setNotice({});
    m_stack.redo();
}

void UndoModel::setNotice(const QString& notice)
{
    if (std::exchange(m_notice, notice) != notice)
        Q_EMIT noticeChanged();
}

} // namespace twin
