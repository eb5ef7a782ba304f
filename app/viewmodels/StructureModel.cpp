// SPDX-License-Identifier: GPL-3.0-or-later
#include "StructureModel.h"

#include "Format.h"

#include <algorithm>
#include <array>

namespace twin {

struct StructureModel::Node {
    QString title;
    QString detail;
    QString id;
    QString object;           ///< gml:id of the city object it belongs to
    QStringList columns = {}; ///< of the table; empty: a kind of surface
    int depth = 0;
    bool selectable = false;
    bool expanded = false;
    std::vector<std::unique_ptr<Node>> children;
};

namespace {

constexpr double flatDegrees = 2; // below this a roof counts as flat and has no orientation worth a word

QString surfaceDetail(const SurfaceRecord& surface)
{
    QString text = format::quantity(surface.areaSquareMetres, 1, QStringLiteral("m²"));
    if (surface.inclinationDegrees < flatDegrees)
        return text + QStringLiteral(" · ") + StructureModel::tr("flach");
    if (surface.inclinationDegrees < 89)
        text += QStringLiteral(" · ") + format::number(surface.inclinationDegrees, 0) + QLatin1Char(0xB0);
    const QString direction = format::compass(surface.azimuthDegrees);
    return direction.isEmpty() ? text : text + QStringLiteral(" · ") + direction;
}

/// The words of a group with its number, so that the translation may put it anywhere.
QString groupTitle(SurfaceType type, int number)
{
    switch (type) {
    case SurfaceType::Roof:
        return StructureModel::tr("Dachflächen (%1)").arg(number);
    case SurfaceType::Wall:
        return StructureModel::tr("Wandflächen (%1)").arg(number);
    case SurfaceType::Ground:
        return StructureModel::tr("Grundflächen (%1)").arg(number);
    case SurfaceType::Closure:
        return StructureModel::tr("Abschlussflächen (%1)").arg(number);
    case SurfaceType::OuterCeiling:
        return StructureModel::tr("Deckenflächen außen (%1)").arg(number);
    case SurfaceType::OuterFloor:
        return StructureModel::tr("Bodenflächen außen (%1)").arg(number);
    case SurfaceType::None:
        return StructureModel::tr("Flächen ohne Angabe der Art (%1)").arg(number);
    default: // rarer kinds in the singular
        return StructureModel::tr("%1 (%2)").arg(format::title(type)).arg(number);
    }
}

} // namespace

StructureModel::StructureModel(QObject* parent) : QAbstractListModel(parent) {}
StructureModel::~StructureModel() = default;

int StructureModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant StructureModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node& node = *m_visible[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return node.title;
    case DetailRole:
        return node.detail;
    case DepthRole:
        return node.depth;
    case ExpandableRole:
        return !node.children.empty();
    case ExpandedRole:
        return node.expanded;
    case IdRole:
        return node.id;
    case SelectableRole:
        return node.selectable;
    case ObjectRole:
        return node.object;
    case CopyRole: {
        QStringList parts{node.title, node.detail, node.id};
        parts.removeAll(QString());
        return parts.join(QLatin1Char('\t'));
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> StructureModel::roleNames() const
{
    return {{TitleRole, "title"},           {DetailRole, "detail"},     {DepthRole, "depth"},
            {ExpandableRole, "expandable"}, {ExpandedRole, "expanded"}, {IdRole, "objectId"},
            {SelectableRole, "selectable"}, {ObjectRole, "ownerId"},    {CopyRole, "copyText"}};
}

void StructureModel::addSurfaces(Node& parent, const ObjectRecord& record)
{
    constexpr std::array order{SurfaceType::Roof,    SurfaceType::Wall,         SurfaceType::Ground,
                               SurfaceType::Closure, SurfaceType::OuterCeiling, SurfaceType::OuterFloor,
                               SurfaceType::None};
    for (const SurfaceType type : order) {
        auto group = std::make_unique<Node>();
        group->depth = parent.depth + 1;
        group->object = parent.object;
        double area = 0;
        for (const SurfaceRecord& surface : record.surfaces) {
            if (surface.type != type)
                continue;
            auto leaf = std::make_unique<Node>();
            leaf->title = format::title(type);
            leaf->detail = surfaceDetail(surface);
            leaf->id = surface.id;
            leaf->depth = group->depth + 1;
            leaf->object = parent.object;
            leaf->columns = {parent.id,
                             leaf->title,
                             surface.id,
                             {},
                             format::number(surface.areaSquareMetres, 2),
                             format::number(surface.inclinationDegrees, 1),
                             surface.azimuthDegrees < 0 ? QString() : format::number(surface.azimuthDegrees, 1)};
            area += surface.areaSquareMetres;
            group->children.push_back(std::move(leaf));
        }
        if (group->children.empty())
            continue;
        group->title = groupTitle(type, static_cast<int>(group->children.size()));
        group->detail = format::quantity(area, 1, QStringLiteral("m²"));
        parent.children.push_back(std::move(group));
    }
}

std::unique_ptr<StructureModel::Node> StructureModel::nodeOf(const ObjectTree& tree, int depth)
{
    auto node = std::make_unique<Node>();
    node->title = format::title(tree.record.type);
    node->detail = tree.record.name;
    node->id = tree.record.id;
    node->object = tree.record.id;
    const Box& bounds = tree.record.bounds;
    node->columns = {tree.record.id,
                     node->title,
                     tree.record.id,
                     bounds.isEmpty() ? QString() : format::number(bounds.size().z, 2),
                     {},
                     {},
                     {}};
    node->depth = depth;
    node->selectable = true;
    node->expanded = depth == 0 || tree.parts.empty();
    addSurfaces(*node, tree.record);
    // Parts seldom have names: a number tells them apart, their height which is which.
    int number = 0;
    for (const ObjectTree& part : tree.parts) {
        auto child = nodeOf(part, depth + 1);
        ++number;
        if (tree.parts.size() > 1)
            child->title += QLatin1Char(' ') + format::number(number, 0);
        if (child->detail.isEmpty() && !part.record.bounds.isEmpty())
            child->detail = tr("%1 hoch").arg(format::quantity(part.record.bounds.size().z, 1, QStringLiteral("m")));
        node->children.push_back(std::move(child));
    }
    return node;
}

void StructureModel::collect(Node& node, std::vector<Node*>& visible)
{
    visible.push_back(&node);
    if (node.expanded)
        for (const auto& child : node.children)
            collect(*child, visible);
}

void StructureModel::show(std::vector<std::unique_ptr<Node>> roots)
{
    beginResetModel();
    m_visible.clear();
    m_roots = std::move(roots);
    for (const auto& root : m_roots)
        collect(*root, m_visible);
    endResetModel();
    Q_EMIT countChanged();
}

void StructureModel::setTree(const ObjectTree* tree)
{
    std::vector<std::unique_ptr<Node>> roots;
    if (tree)
        roots.push_back(nodeOf(*tree, 0));
    show(std::move(roots));
}

void StructureModel::setTrees(const std::vector<ObjectTree>& trees)
{
    std::vector<std::unique_ptr<Node>> roots;
    for (const ObjectTree& tree : trees) {
        roots.push_back(nodeOf(tree, 0));
        Node& root = *roots.back();
        root.expanded = false;
        const ObjectRecord& record = tree.record;
        if (!record.name.isEmpty())
            root.title = record.name;
        else if (!record.addresses.empty())
            root.title = format::address(record.addresses.front());
        root.detail = record.bounds.isEmpty()
                          ? QString()
                          : tr("%1 hoch").arg(format::quantity(record.bounds.size().z, 1, QStringLiteral("m")));
    }
    show(std::move(roots));
}

QString StructureModel::table() const
{
    QString text = QStringList{tr("Objekt"),       tr("Art"),          tr("Kennung (gml:id)"),     tr("Höhe in m"),
                               tr("Fläche in m²"), tr("Neigung in °"), tr("Richtung in ° ab Nord")}
                       .join(QLatin1Char('\t')) +
                   QLatin1Char('\n');
    const auto write = [&text](const auto& self, const Node& node) -> void {
        if (!node.columns.isEmpty())
            text += node.columns.join(QLatin1Char('\t')) + QLatin1Char('\n');
        for (const auto& child : node.children)
            self(self, *child);
    };
    for (const auto& root : m_roots)
        write(write, *root);
    return text;
}

void StructureModel::toggle(int row)
{
    if (row < 0 || row >= count() || m_visible[static_cast<std::size_t>(row)]->children.empty())
        return;
    Node& node = *m_visible[static_cast<std::size_t>(row)];
    std::vector<Node*> below;
    if (node.expanded) {
        int last = row;
        while (last + 1 < count() && m_visible[static_cast<std::size_t>(last) + 1]->depth > node.depth)
            ++last;
        beginRemoveRows({}, row + 1, last);
        m_visible.erase(m_visible.begin() + row + 1, m_visible.begin() + last + 1);
        node.expanded = false;
        endRemoveRows();
    } else {
        for (const auto& child : node.children)
            collect(*child, below);
        beginInsertRows({}, row + 1, row + static_cast<int>(below.size()));
        m_visible.insert(m_visible.begin() + row + 1, below.begin(), below.end());
        node.expanded = true;
        endInsertRows();
    }
    Q_EMIT dataChanged(index(row), index(row), {ExpandedRole});
    Q_EMIT countChanged();
}

} // namespace twin
