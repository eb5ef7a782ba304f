// SPDX-License-Identifier: GPL-3.0-or-later
#include "FactListModel.h"

namespace twin {

int FactListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant FactListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Fact& fact = m_facts[static_cast<std::size_t>(index.row())];
    switch (role) {
    case GroupRole:
        return fact.group;
    case KeyRole:
        return fact.key;
    case Qt::DisplayRole:
    case LabelRole:
        return fact.label;
    case ValueRole:
        return fact.value;
    case UnitRole:
        return fact.unit;
    case CodeRole:
        return fact.code;
    case SourceRole:
        return fact.source;
    case FirstOfGroupRole:
        return index.row() == 0 || m_facts[static_cast<std::size_t>(index.row()) - 1].group != fact.group;
    default:
        return {};
    }
}

QHash<int, QByteArray> FactListModel::roleNames() const
{
    return {{GroupRole, "group"}, {KeyRole, "key"},   {LabelRole, "label"},   {ValueRole, "value"},
            {UnitRole, "unit"},   {CodeRole, "code"}, {SourceRole, "source"}, {FirstOfGroupRole, "firstOfGroup"}};
}

void FactListModel::setFacts(std::vector<Fact> facts)
{
    if (facts == m_facts)
        return;
    beginResetModel();
    m_facts = std::move(facts);
    endResetModel();
    Q_EMIT countChanged();
}

} // namespace twin
