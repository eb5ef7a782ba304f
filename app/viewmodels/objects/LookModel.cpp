// SPDX-License-Identifier: GPL-3.0-or-later
#include "LookModel.h"

#include "app/viewmodels/Format.h"

namespace twin {
namespace {

constexpr std::uint32_t tintStrength = 0xD8; ///< of 255: the model's light and its edges still show
constexpr int attributeCount = static_cast<int>(PaintAttribute::Created) + 1;

std::uint32_t tintOf(const QColor& colour)
{
    return std::uint32_t(colour.red()) | std::uint32_t(colour.green()) << 8 | std::uint32_t(colour.blue()) << 16 |
           tintStrength << 24;
}

/// A painting with the colour of each feature.
struct Painted {
    std::vector<PaintClass> classes;
    QHash<FeatureRef, std::uint32_t> tints;
};

Painted paintRows(const RegionObjects::Rows& rows, PaintAttribute attribute)
{
    Painting painting = paint(*rows, attribute);
    Painted painted;
    painted.tints.reserve(qsizetype(rows->size()));
    for (std::size_t i = 0; i < rows->size() && i < painting.classOf.size(); ++i)
        painted.tints.insert((*rows)[i].feature(), tintOf(painting.classes[std::size_t(painting.classOf[i])].colour));
    painted.classes = std::move(painting.classes);
    return painted;
}

} // namespace

LookModel::LookModel(services::SelectionService& selection, const InspectorModel& inspector, RegionObjects& objects,
                     UndoModel& undo, QObject* parent)
    : QObject(parent), m_selection(selection), m_inspector(inspector), m_objects(objects), m_undo(undo)
{
    connect(&m_objects, &RegionObjects::changed, this, &LookModel::repaint);
}

void LookModel::reset()
{
    ++m_request;
    m_shown = {};
    m_attribute = PaintAttribute::None;
    m_classes.clear();
    m_tints.clear();
    m_paintingNow = false;
    m_absent.clear();
    Q_EMIT changed();
}

void LookModel::setRegion(const QString& folder)
{
    m_cancel.cancel();
    m_folder = folder;
    m_spans.reset();
    m_readsSpans = false;
    m_absent.clear();
    showDay();
}

void LookModel::setDay(const QDate& day)
{
    if (day == m_day)
        return;
    m_day = day;
    showDay();
}

void LookModel::showDay()
{
    if (m_day.isValid() && !m_spans && !m_readsSpans && !m_folder.isEmpty()) {
        m_readsSpans = true;
        m_cancel = {};
        m_runner.run(
            this, [folder = m_folder, cancel = m_cancel] { return services::readLifeSpans(folder, cancel); },
            [this, folder = m_folder](Result<std::vector<services::LifeSpan>> spans) {
                if (folder != m_folder)
                    return;
                m_readsSpans = false;
                m_spans = spans ? *std::move(spans) : std::vector<services::LifeSpan>();
                showDay();
            });
    }
    QSet<FeatureRef> absent;
    if (m_day.isValid() && m_spans)
        absent = services::absentOn(*m_spans, m_day);
    if (absent == m_absent)
        return;
    m_absent = std::move(absent);
    Q_EMIT changed();
}

void LookModel::retranslate()
{
    repaint(); // the classes' names
    Q_EMIT changed();
}

std::shared_ptr<const BaseLook> LookModel::look() const
{
    auto look = std::make_shared<BaseLook>();
    look->tints = m_tints;
    look->hidden = m_shown.hidden;
    look->hidden.unite(m_absent);
    look->only = m_shown.only;
    look->onlyLayers = m_shown.onlyLayers;
    look->ghostsRest = m_shown.ghostsRest;
    return look->isPlain() ? nullptr : look;
}

// --- Hidden and isolated ---------------------------------------------------------------------------------------------

QSet<FeatureRef> LookModel::selectedWithParts() const
{
    QSet<FeatureRef> features;
    for (const FeatureRef& feature : m_selection.selected())
        features.insert(feature);
    for (const FeatureRef& part : m_inspector.selectedParts())
        features.insert(part);
    return features;
}

void LookModel::setVisibility(const Visibility& visibility)
{
    m_shown = visibility;
    Q_EMIT changed();
}

void LookModel::change(const QString& text, const Visibility& next)
{
    const Visibility before = m_shown;
    setVisibility(next);
    m_undo.note({text, [this, before] { setVisibility(before); }, [this, next] { setVisibility(next); }, {}});
}

void LookModel::hideSelected()
{
    if (m_selection.selected().isEmpty())
        return;
    Visibility next = m_shown;
    const int wholes = static_cast<int>(m_selection.selected().size());
    next.hidden.unite(selectedWithParts());
    next.hiddenWholes += wholes;
    m_selection.clear(); // a step of its own, taken back after this one
    change(tr("%n Objekt(e) ausblenden", nullptr, wholes), next);
}

void LookModel::isolateSelected()
{
    if (m_selection.selected().isEmpty())
        return;
    Visibility next = m_shown;
    next.only = selectedWithParts();
    next.onlyLayers.clear();
    next.ghostsRest = false;
    change(tr("Auswahl freistellen"), next);
}

void LookModel::xraySelected()
{
    const QSet<FeatureRef> selected = selectedWithParts();
    if (m_shown.ghostsRest && (selected.isEmpty() || m_shown.only == selected)) {
        endXray();
        return;
    }
    if (selected.isEmpty())
        return;
    Visibility next = m_shown;
    next.only = selected;
    next.onlyLayers.clear();
    next.ghostsRest = true;
    change(tr("Röntgenblick auf die Auswahl"), next);
}

void LookModel::xrayLayer(const QString& layer, const QString& title)
{
    if (m_shown.ghostsRest && m_shown.onlyLayers == QSet{layer}) {
        endXray();
        return;
    }
    Visibility next = m_shown;
    next.only.clear();
    next.onlyLayers = {layer};
    next.ghostsRest = true;
    change(tr("Röntgenblick auf „%1“").arg(title), next);
}

void LookModel::endXray()
{
    Visibility next = m_shown;
    next.only.clear();
    next.onlyLayers.clear();
    next.ghostsRest = false;
    change(tr("Röntgenblick beenden"), next);
}

void LookModel::showAll()
{
    if (!m_shown.hidden.isEmpty() || isIsolating())
        change(tr("Alles wieder zeigen"), {});
}

// --- Coloured by an attribute ----------------------------------------------------------------------------------------

QVariantList LookModel::attributes() const
{
    QVariantList list;
    for (int i = 0; i < attributeCount; ++i)
        list += QVariantMap{{QStringLiteral("id"), i}, {QStringLiteral("title"), titleOf(PaintAttribute(i))}};
    return list;
}

void LookModel::setAttribute(int attribute)
{
    if (attribute < 0 || attribute >= attributeCount || attribute == this->attribute())
        return;
    const PaintAttribute before = m_attribute;
    const auto next = static_cast<PaintAttribute>(attribute);
    applyAttribute(next);
    m_undo.note({tr("Einfärben: %1").arg(titleOf(next)),
                 [this, before] { applyAttribute(before); },
                 [this, next] { applyAttribute(next); },
                 {}});
}

void LookModel::applyAttribute(PaintAttribute attribute)
{
    m_attribute = attribute;
    m_objects.want();
    repaint();
}

void LookModel::repaint()
{
    const int request = ++m_request;
    if (m_attribute == PaintAttribute::None) {
        m_tints.clear();
        m_classes.clear();
        m_paintingNow = false;
        Q_EMIT changed();
        return;
    }
    m_paintingNow = true;
    Q_EMIT changed();
    if (!m_objects.rows())
        return; // they are being read
    m_runner.run(
        this, [rows = m_objects.rows(), attribute = m_attribute] { return paintRows(rows, attribute); },
        [this, request](Painted painted) {
            if (request != m_request)
                return;
            m_classes = std::move(painted.classes);
            m_tints = std::move(painted.tints);
            m_paintingNow = false;
            Q_EMIT changed();
        });
}

QVariantList LookModel::legend() const
{
    QVariantList list;
    for (const PaintClass& paintClass : m_classes)
        if (paintClass.objects > 0)
            list += QVariantMap{{QStringLiteral("colour"), paintClass.colour},
                                {QStringLiteral("text"), paintClass.text},
                                {QStringLiteral("objects"), format::number(double(paintClass.objects), 0)}};
    return list;
}

} // namespace twin
