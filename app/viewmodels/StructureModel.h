// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Region.h"

#include <memory>

#include <QAbstractListModel>

namespace twin {

/// An object with its parts as read from the package.
struct ObjectTree {
    ObjectRecord record;
    std::vector<ObjectTree> parts;
};

/// What an object is made of, as an indented list: building → part → kind of surface → surface with area, inclination
/// and orientation. Rows open and close in place.
class StructureModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        TitleRole = Qt::UserRole + 1, ///< "Gebäudeteil", "Dachflächen (4)", "Dachfläche"
        DetailRole,                   ///< "210,3 m²", "52,1 m² · 38° · Südwest"
        DepthRole,
        ExpandableRole,
        ExpandedRole,
        IdRole,         ///< gml:id of an object or surface; empty for a kind of surface
        SelectableRole, ///< whether the row is a city object that can be selected
        ObjectRole,     ///< gml:id of the city object that the row belongs to
        CopyRole,       ///< the row as one line of text
    };
    explicit StructureModel(QObject* parent = nullptr);
    ~StructureModel() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_visible.size()); }

    /// @param tree  null: nothing is shown
    void setTree(const ObjectTree* tree);
    /// Several objects one below the other, closed.
    void setTrees(const std::vector<ObjectTree>& trees);
    /// @returns objects and surfaces with their figures in units, as tab-separated lines with a heading: object, kind,
    ///          gml:id, height (m) or area (m²), inclination (°), azimuth (° clockwise from true north).
    [[nodiscard]] QString table() const;
    Q_INVOKABLE void toggle(int row);

Q_SIGNALS:
    void countChanged();

private:
    struct Node;
    static std::unique_ptr<Node> nodeOf(const ObjectTree& tree, int depth);
    static void addSurfaces(Node& parent, const ObjectRecord& record);
    static void collect(Node& node, std::vector<Node*>& visible);

    void show(std::vector<std::unique_ptr<Node>> roots);

    std::vector<std::unique_ptr<Node>> m_roots;
    std::vector<Node*> m_visible;
};

} // namespace twin
