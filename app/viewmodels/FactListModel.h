// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractListModel>

namespace twin {

/// One line of the inspector.
struct Fact {
    QString group;  ///< translated heading under which it stands
    QString key;    ///< the source's name, e.g. "measuredHeight"
    QString label;  ///< translated
    QString value;  ///< as people read it
    QString unit;   ///< as people write it; may be empty
    QString code;   ///< raw code of a coded value; may be empty
    QString source; ///< where the value stands in the source, e.g. "bldg:function"; may be empty

    friend bool operator==(const Fact&, const Fact&) = default;
};

/// A list of facts with typed roles; replaced as a whole when another object is shown.
class FactListModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        GroupRole = Qt::UserRole + 1,
        KeyRole,
        LabelRole,
        ValueRole,
        UnitRole,
        CodeRole,
        SourceRole,
        FirstOfGroupRole
    };
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_facts.size()); }

    void setFacts(std::vector<Fact> facts);
    [[nodiscard]] const std::vector<Fact>& facts() const { return m_facts; }

Q_SIGNALS:
    void countChanged();

private:
    std::vector<Fact> m_facts;
};

} // namespace twin
