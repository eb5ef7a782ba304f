// SPDX-License-Identifier: GPL-3.0-or-later
#include "InspectorModel.h"

#include "AttributeLabels.h"
#include "Format.h"
#include "package/LayerObjects.h"

#include <algorithm>

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>

namespace twin {
namespace {

constexpr int deepestTree = 8; // CityGML nests parts in parts; a cycle in a broken package ends here
constexpr std::size_t mostParts = 500;

const Attribute* find(const ObjectRecord& record, QLatin1String name)
{
    const auto it = std::find_if(record.attributes.begin(), record.attributes.end(),
                                 [&](const Attribute& attribute) { return attribute.name == name; });
    return it == record.attributes.end() ? nullptr : &*it;
}

/// @returns whether heightOf() of the record is what the source states.
bool isMeasured(const ObjectRecord& record)
{
    ObjectRecord stated = record;
    stated.bounds = {};
    return heightOf(stated).has_value();
}

double areaOf(const ObjectTree& tree, SurfaceType type)
{
    double area = 0;
    for (const SurfaceRecord& surface : tree.record.surfaces)
        area += surface.type == type ? surface.areaSquareMetres : 0;
    for (const ObjectTree& part : tree.parts)
        area += areaOf(part, type);
    return area;
}

const ObjectTree* find(const ObjectTree& tree, const QString& id)
{
    if (tree.record.id == id)
        return &tree;
    for (const ObjectTree& part : tree.parts)
        if (const ObjectTree* found = find(part, id))
            return found;
    return nullptr;
}

/// @returns the use of a building in words; empty when only its code is known.
QString functionOf(const ObjectRecord& record)
{
    const Attribute* function = find(record, QLatin1String("function"));
    return function && function->value != function->code ? function->value : QString();
}

QString dateText(QDate date)
{
    return date.isValid() ? date.toString(QStringLiteral("dd.MM.yyyy")) : QString();
}

/// An ISO date inside an attribute ("2021-05-24") as it is written here; anything else through attributeValue.
QString valueText(const QString& value)
{
    if (value.size() == 10) {
        const QDate date = QDate::fromString(value, Qt::ISODate);
        if (date.isValid())
            return dateText(date);
    }
    return format::attributeValue(value);
}

Fact factOf(const Attribute& attribute)
{
    const AttributeLabel* label = attributeLabel(attribute.name);
    const QString unit = attribute.unit.isEmpty() && label ? QString::fromLatin1(label->unit) : attribute.unit;
    // The key of a municipality is a value that offices read and write themselves, its name explains it.
    if (attribute.name == QLatin1String("Gemeindeschluessel") && !attribute.code.isEmpty() &&
        attribute.code != attribute.value)
        return {{},
                attribute.name,
                attributeTitle(attribute.name),
                attribute.code + QLatin1Char(' ') + attribute.value,
                {},
                {},
                attribute.source};
    return {{},
            attribute.name,
            attributeTitle(attribute.name),
            valueText(attribute.value),
            format::unit(unit),
            attribute.code,
            attribute.source};
}

} // namespace

InspectorModel::InspectorModel(services::SelectionService& selection, QObject* parent)
    : QObject(parent), m_selection(selection), m_facts(this), m_provenance(this), m_structure(this)
{
    connect(&selection, &services::SelectionService::selectionChanged, this, &InspectorModel::reload);
}

void InspectorModel::setRegion(Lookup lookup, const RegionInfo& info)
{
    m_lookup = std::move(lookup);
    m_info = info;
    reload();
}

void InspectorModel::setLayers(std::vector<LayerInfo> layers)
{
    m_layers = std::move(layers);
    reload();
}

/// @returns the added layer that has an object; null: it is of the region itself.
const LayerInfo* InspectorModel::layerOf(const ObjectRecord& record) const
{
    const auto layer =
        std::find_if(m_layers.begin(), m_layers.end(), [&](const LayerInfo& info) { return info.id == record.layer; });
    return layer == m_layers.end() ? nullptr : &*layer;
}

/// @returns null where it was not recorded.
const SourceInfo* InspectorModel::sourceOf(const ObjectRecord& record) const
{
    const LayerInfo* layer = layerOf(record);
    const std::vector<SourceInfo>& sources = layer ? layer->sources : m_info.sources;
    const bool known = record.source >= 0 && static_cast<std::size_t>(record.source) < sources.size();
    return known ? &sources[static_cast<std::size_t>(record.source)] : nullptr;
}

ObjectTree InspectorModel::treeOf(const Lookup& lookup, ObjectRecord record, int depth)
{
    ObjectTree tree{std::move(record), {}};
    if (depth >= deepestTree)
        return tree;
    for (const QString& child : tree.record.children) {
        if (tree.parts.size() >= mostParts)
            break;
        if (auto part = lookup(child))
            tree.parts.push_back(treeOf(lookup, std::move(*part), depth + 1));
    }
    return tree;
}

Result<InspectorModel::Loaded> InspectorModel::load(const Lookup& lookup, const QStringList& ids)
{
    TWIN_TRY(ObjectRecord selected, lookup(ids.constLast()));
    ObjectRecord top = selected;
    for (int depth = 0; depth < deepestTree && !top.parent.isEmpty(); ++depth) {
        auto parent = lookup(top.parent);
        if (!parent)
            break;
        top = std::move(*parent);
    }
    Loaded loaded{treeOf(lookup, std::move(top), 0), std::move(selected), {}, {}};
    if (ids.size() == 1)
        return loaded;
    for (const QString& id : ids)
        if (auto record = lookup(id))
            loaded.all.push_back(treeOf(lookup, std::move(*record), 0));
    loaded.totals = SelectionTotals::of(loaded.all);
    return loaded;
}

void InspectorModel::reload()
{
    const int request = ++m_request;
    m_runner.clear();
    const FeatureRef current = m_selection.current();
    if (current.isNull() || !m_lookup) {
        clearShown();
        if (!current.isNull())
            m_problem = tr("Zu diesem Objekt liegen keine Sachdaten vor: Das Kachelmodell enthält nur die Form.");
        Q_EMIT changed();
        return;
    }
    Q_EMIT changed();
    QStringList ids;
    for (const FeatureRef& feature : m_selection.selected())
        ids += feature.id;
    m_runner.run(
        this, [lookup = m_lookup, ids] { return load(lookup, ids); },
        [this, request](Result<Loaded> result) {
            if (request != m_request)
                return;
            clearShown();
            if (result)
                m_loaded = std::move(*result);
            else
                m_problem = result.error().summary + QLatin1Char(' ') + result.error().effectiveRemedy();
            show();
        });
}

void InspectorModel::retranslate()
{
    m_loaded ? show() : reload();
}

void InspectorModel::clearShown()
{
    m_loaded.reset();
    m_problem.clear();
    m_figure.clear();
    m_figureLabel.clear();
    m_facts.setFacts({});
    m_provenance.setFacts({});
    m_structure.setTree(nullptr);
}

void InspectorModel::show()
{
    if (isSeveral()) {
        showTotals();
    } else if (m_loaded) {
        showFigure(m_loaded->selected);
        m_facts.setFacts(factsOf(m_loaded->selected));
        m_provenance.setFacts(provenanceOf(m_loaded->selected));
        m_structure.setTree(&m_loaded->root);
    }
    Q_EMIT changed();
}

void InspectorModel::showFigure(const ObjectRecord& record)
{
    m_figure.clear();
    m_figureLabel.clear();
    const std::optional<double> height = heightOf(record);
    if (!height)
        return;
    m_figure = format::quantity(*height, 1, QStringLiteral("m"));
    m_figureLabel = isMeasured(record) ? tr("Höhe (gemessen)") : tr("Höhe (aus dem Modell berechnet)");
}

void InspectorModel::showTotals()
{
    const PartialSum& ground = m_loaded->totals.footprintSquareMetres;
    m_figure = ground.known > 0 ? format::quantity(ground.sum, 0, QStringLiteral("m²")) : QString();
    m_figureLabel = ground.known > 0 ? tr("Grundfläche zusammen") : QString();
    m_facts.setFacts(twin::factsOf(m_loaded->totals));
    m_provenance.setFacts(sourcesOf(m_loaded->all));
    m_structure.setTrees(m_loaded->all);
}

std::vector<Fact> InspectorModel::factsOf(const ObjectRecord& record) const
{
    const QString keyGroup = tr("Das Wichtigste");
    const QString otherGroup = tr("Weitere Angaben");
    std::vector<std::pair<int, Fact>> key;
    std::vector<Fact> others;
    for (const Address& address : record.addresses)
        key.push_back(
            {0, {keyGroup, {}, tr("Adresse"), format::address(address), {}, {}, QStringLiteral("bldg:address")}});
    // A building in parts has its surfaces in them.
    const ObjectTree* tree = find(m_loaded->root, record.id);
    const double roofs = tree ? areaOf(*tree, SurfaceType::Roof) : 0;
    const double grounds = tree ? areaOf(*tree, SurfaceType::Ground) : 0;
    for (const Attribute& attribute : record.attributes) {
        Fact fact = factOf(attribute);
        const AttributeLabel* label = attributeLabel(attribute.name);
        const bool isKey = label && label->keyFact > 0;
        fact.group = isKey ? keyGroup : otherGroup;
        if (isKey)
            key.push_back({label->keyFact, std::move(fact)});
        else
            others.push_back(std::move(fact));
    }
    const QString computed = tr("aus dem Modell berechnet");
    if (grounds > 0)
        key.push_back(
            {20, {keyGroup, {}, tr("Grundfläche"), format::number(grounds, 1), QStringLiteral("m²"), {}, computed}});
    if (roofs > 0)
        key.push_back(
            {21, {keyGroup, {}, tr("Dachfläche"), format::number(roofs, 1), QStringLiteral("m²"), {}, computed}});
    key.push_back({22, volumeFact(keyGroup, computed)});
    std::stable_sort(key.begin(), key.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Fact> facts;
    for (auto& [order, fact] : key)
        facts.push_back(std::move(fact));
    std::stable_sort(others.begin(), others.end(),
                     [](const Fact& a, const Fact& b) { return QString::localeAwareCompare(a.label, b.label) < 0; });
    facts.insert(facts.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
    return facts;
}

Fact InspectorModel::volumeFact(const QString& group, const QString& source) const
{
    const ObjectTree* tree = find(m_loaded->root, m_loaded->selected.id);
    const std::optional<double> volume = tree ? volumeOf(*tree) : std::nullopt;
    return volume ? Fact{group, {}, tr("Volumen"), format::number(*volume, 0), QStringLiteral("m³"), {}, source}
                  : Fact{group, {}, tr("Volumen"), tr("nicht bestimmbar"), {}, tr("Körper nicht geschlossen"), source};
}

std::vector<Fact> InspectorModel::provenanceOf(const ObjectRecord& record) const
{
    std::vector<Fact> facts;
    const auto add = [&](const QString& label, const QString& value) {
        if (!value.isEmpty())
            facts.push_back({tr("Woher?"), {}, label, value, {}, {}, {}});
    };
    const LayerInfo* layer = layerOf(record);
    if (layer ? layer->demo : m_info.demo)
        add(tr("Art der Daten"), tr("Demo-Daten (erzeugt), keine amtlichen Angaben"));
    if (layer)
        add(tr("Ebene"), layer->title);
    if (const SourceInfo* source = sourceOf(record)) {
        add(tr("Datei"), QFileInfo(source->path).fileName());
        add(tr("Zeile"), record.line > 0 ? format::number(static_cast<double>(record.line), 0) : QString());
        add(tr("Format"), source->format);
        add(tr("Stand der Datei"), dateText(source->fileDate));
        add(tr("Lizenz"), source->licence.isEmpty() ? tr("in der Quelle nicht angegeben") : source->licence);
        add(tr("Bezugssystem"), source->crs);
    } else {
        add(tr("Datei"), tr("nicht aufgezeichnet"));
    }
    add(tr("Angelegt am"), dateText(record.creationDate));
    add(tr("Untergegangen am"), dateText(record.terminationDate));
    add(tr("Kennung (gml:id)"), package::gmlIdOf(record.id, record.layer));
    for (const ExternalReference& reference : record.externalReferences)
        add(tr("Objekt im Liegenschaftskataster"), reference.name);
    add(tr("Eingelesen am"), dateText((layer ? layer->importedAt : m_info.importedAt).date()));
    return facts;
}

std::vector<Fact> InspectorModel::sourcesOf(const std::vector<ObjectTree>& trees) const
{
    std::vector<std::pair<const SourceInfo*, int>> counts; // in the order of the selection
    for (const ObjectTree& tree : trees) {
        const SourceInfo* source = sourceOf(tree.record);
        const auto known =
            std::find_if(counts.begin(), counts.end(), [&](const auto& each) { return each.first == source; });
        if (known == counts.end())
            counts.emplace_back(source, 1);
        else
            ++known->second;
    }
    std::vector<Fact> facts;
    if (m_info.demo)
        facts.push_back(
            {tr("Woher?"), {}, tr("Art der Daten"), tr("Demo-Daten (erzeugt), keine amtlichen Angaben"), {}, {}, {}});
    for (const auto& [source, count] : counts) {
        const QString group = source ? QFileInfo(source->path).fileName() : tr("Datei nicht aufgezeichnet");
        facts.push_back({group, {}, tr("Objekte"), format::number(count, 0), {}, {}, {}});
        if (!source)
            continue;
        facts.push_back({group, {}, tr("Stand der Datei"), dateText(source->fileDate), {}, {}, {}});
        facts.push_back({group,
                         {},
                         tr("Lizenz"),
                         source->licence.isEmpty() ? tr("in der Quelle nicht angegeben") : source->licence,
                         {},
                         {},
                         {}});
    }
    return facts;
}

QString InspectorModel::title() const
{
    if (isSeveral())
        return tr("%1 Objekte ausgewählt").arg(m_loaded->totals.objects);
    if (!m_loaded) { // of a bare tileset nothing but the number is known
        if (selectedCount() > 1)
            return tr("%1 Objekte ausgewählt").arg(selectedCount());
        return isActive() ? format::title(CityObjectType::Unknown) : QString();
    }
    return titleOf(m_loaded->selected);
}

QString InspectorModel::titleOf(const ObjectRecord& record)
{
    if (!record.name.isEmpty())
        return record.name;
    const QString address = record.addresses.empty() ? QString() : format::address(record.addresses.front());
    if (!address.isEmpty())
        return address;
    const QString function = functionOf(record);
    return function.isEmpty() ? format::title(record.type) : function;
}

QString InspectorModel::subtitle() const
{
    if (!m_loaded)
        return {};
    const ObjectRecord& record = m_loaded->selected;
    if (isSeveral())
        return tr("zuletzt: %1").arg(titleOf(record));
    const QString kind = format::title(record.type);
    const QString function = functionOf(record);
    if (title() == kind)
        return package::gmlIdOf(record.id, record.layer);
    return function.isEmpty() || title() == function ? kind : kind + QStringLiteral(" · ") + function;
}

Box InspectorModel::bounds() const
{
    return m_loaded ? m_loaded->selected.bounds : Box();
}

Box InspectorModel::selectionBounds() const
{
    Box box = bounds();
    if (m_loaded)
        for (const ObjectTree& tree : m_loaded->all)
            box.include(tree.record.bounds);
    return box;
}

Box InspectorModel::boundsOf(const QString& id) const
{
    if (!m_loaded)
        return {};
    if (const ObjectTree* tree = find(m_loaded->root, id))
        return tree->record.bounds;
    for (const ObjectTree& root : m_loaded->all)
        if (const ObjectTree* tree = find(root, id))
            return tree->record.bounds;
    return {};
}

QList<FeatureRef> InspectorModel::selectedParts() const
{
    QList<FeatureRef> parts;
    if (!m_loaded)
        return parts;
    const auto collect = [&parts](const auto& self, const ObjectTree& tree) -> void {
        for (const ObjectTree& part : tree.parts) {
            parts += FeatureRef{part.record.layer, part.record.id};
            self(self, part);
        }
    };
    for (const ObjectTree& tree : m_loaded->all)
        collect(collect, tree);
    if (m_loaded->all.empty())
        for (const QString& id : partIds())
            parts += FeatureRef{m_loaded->selected.layer, id};
    return parts;
}

QStringList InspectorModel::partIds() const
{
    QStringList ids;
    const auto collect = [&](const auto& self, const ObjectTree& tree, bool inside) -> void {
        const bool selected = tree.record.id == m_loaded->selected.id;
        if (inside)
            ids += tree.record.id;
        for (const ObjectTree& part : tree.parts)
            self(self, part, inside || selected);
    };
    if (m_loaded)
        collect(collect, m_loaded->root, false);
    return ids;
}

void InspectorModel::copy(const QString& text) const
{
    if (QClipboard* clipboard = QGuiApplication::clipboard())
        clipboard->setText(text);
}

void InspectorModel::copyAll() const
{
    QString text = title() + QLatin1Char('\n');
    for (const FactListModel* list : {&m_facts, &m_provenance})
        for (const Fact& fact : list->facts())
            text += fact.label + QLatin1Char('\t') + fact.value + QLatin1Char('\t') + fact.unit + QLatin1Char('\t') +
                    fact.code + QLatin1Char('\n');
    copy(text + QLatin1Char('\n') + m_structure.table());
}

void InspectorModel::selectObject(const QString& id)
{
    if (!id.isEmpty())
        m_selection.select({m_loaded ? m_loaded->selected.layer : m_selection.current().layer, id});
}

void InspectorModel::close()
{
    m_selection.clear();
}

} // namespace twin
