// SPDX-License-Identifier: GPL-3.0-or-later
#include "MeasureModel.h"

#include "app/viewmodels/Format.h"

#include <algorithm>
#include <cmath>

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

namespace twin {
namespace {

constexpr double shortMetres = 1000; ///< up to which centimetres mean something
constexpr double hectareSquareMetres = 10000;

Fact fact(const QString& label, const QString& value)
{
    return {{}, {}, label, value, {}, {}, {}};
}

QString areaText(double squareMetres)
{
    return squareMetres < 10 * hectareSquareMetres
               ? format::quantity(squareMetres, squareMetres < 1000 ? 1 : 0, QStringLiteral("m²"))
               : format::quantity(squareMetres / hectareSquareMetres, 2, QStringLiteral("ha"));
}

QString signedText(double metres)
{
    return (metres < 0 ? QStringLiteral("−") : QStringLiteral("+")) + MeasureModel::lengthText(std::abs(metres));
}

} // namespace

QString MeasureModel::lengthText(double metres)
{
    return format::quantity(metres, metres < shortMetres ? 2 : 1, QStringLiteral("m"));
}

void MeasureModel::setRegion(std::shared_ptr<const services::OpenedRegion> region)
{
    m_region = std::move(region);
    m_scale = {};
    setTool(Tool::None);
}

void MeasureModel::retranslate()
{
    show();
}

void MeasureModel::setTool(Tool tool)
{
    if (tool != Tool::None && m_region && m_tool == Tool::None) // a look into PROJ's database: only when it is wanted
        m_scale =
            services::GroundScale::around(m_region->frame, m_region->extent.centre()).value_or(services::GroundScale());
    m_tool = m_region ? tool : Tool::None;
    m_points.clear();
    m_pointer.reset();
    m_finished = false;
    show();
}

int MeasureModel::wanted() const
{
    return m_tool == Tool::Point ? 1 : m_tool == Tool::Height ? 2 : 0;
}

QString MeasureModel::hint() const
{
    if (m_finished)
        return tr("Der nächste Klick beginnt eine neue Messung.");
    switch (m_tool) {
    case Tool::None:
        break;
    case Tool::Point:
        return tr("Klicken Sie auf einen Punkt.");
    case Tool::Height:
        return m_points.empty() ? tr("Klicken Sie auf den unteren Punkt.") : tr("Klicken Sie auf den oberen Punkt.");
    case Tool::Distance:
        return m_points.empty() ? tr("Klicken Sie auf den Anfang der Strecke.")
                                : tr("Weitere Punkte; Doppelklick oder Enter beendet die Strecke.");
    case Tool::Area:
        return m_points.empty() ? tr("Klicken Sie auf die erste Ecke der Fläche.")
                                : tr("Weitere Ecken; Doppelklick oder Enter schließt die Fläche.");
    }
    return {};
}

std::vector<LocalPosition> MeasureModel::shape() const
{
    std::vector<LocalPosition> points = m_points;
    if (m_pointer && !m_finished && m_tool != Tool::Point && !points.empty())
        points.push_back(*m_pointer);
    return points;
}

void MeasureModel::add(const LocalPosition& position)
{
    if (!isActive())
        return;
    if (m_finished) {
        m_points.clear();
        m_finished = false;
    }
    if (m_points.empty() || !(m_points.back() == position)) // a double click is one point
        m_points.push_back(position);
    m_finished = wanted() > 0 && pointCount() >= wanted();
    show();
}

void MeasureModel::setPointer(const std::optional<LocalPosition>& position)
{
    if (!isActive() || position == m_pointer)
        return;
    m_pointer = position;
    if (!m_finished && !m_points.empty())
        show();
}

void MeasureModel::removeLast()
{
    if (m_points.empty())
        return;
    m_points.pop_back();
    m_finished = false;
    show();
}

void MeasureModel::finish()
{
    const int least = m_tool == Tool::Area ? 3 : m_tool == Tool::Distance ? 2 : std::max(1, wanted());
    if (!isActive() || m_finished || pointCount() < least)
        return;
    m_finished = true;
    show();
}

void MeasureModel::back()
{
    if (m_points.empty()) {
        setTool(Tool::None);
        return;
    }
    m_points.clear();
    m_finished = false;
    show();
}

void MeasureModel::show()
{
    const std::vector<LocalPosition> points = shape();
    std::vector<Fact> facts;
    if (m_tool == Tool::Point && !points.empty())
        facts = pointFacts();
    else if (m_tool == Tool::Distance && points.size() > 1)
        facts = distanceFacts(points);
    else if (m_tool == Tool::Height && points.size() > 1)
        facts = heightFacts(points);
    else if (m_tool == Tool::Area && points.size() > 2)
        facts = areaFacts(points);
    m_results.setFacts(std::move(facts));
    Q_EMIT changed();
}

std::vector<Fact> MeasureModel::pointFacts() const
{
    const ProjectedPosition place = m_region->frame.toProjected(m_points.back());
    return {fact(tr("Ost (ETRS89/UTM 32N)"), format::quantity(place.eastingMetres, 2, QStringLiteral("m"))),
            fact(tr("Nord"), format::quantity(place.northingMetres, 2, QStringLiteral("m"))),
            fact(tr("Höhe (DHHN2016)"), format::quantity(place.heightMetres, 2, tr("m ü. NHN")))};
}

std::vector<Fact> MeasureModel::distanceFacts(const std::vector<LocalPosition>& points) const
{
    const services::DistanceMeasure measure = services::measureDistance(points, m_scale);
    std::vector<Fact> facts{fact(tr("Waagerechte Strecke"), lengthText(measure.horizontalMetres)),
                            fact(tr("Strecke im Raum"), lengthText(measure.slopeMetres)),
                            fact(tr("Höhenunterschied"), signedText(measure.heightMetres))};
    if (points.size() == 2 && measure.horizontalMetres > 0)
        facts.push_back(fact(tr("Neigung"), format::quantity(100 * measure.heightMetres / measure.horizontalMetres, 1,
                                                             QStringLiteral("%"))));
    facts.push_back(
        fact(tr("Auf dem Gitter (UTM 32N)"),
             tr("%1, Maßstab %2")
                 .arg(lengthText(measure.gridMetres), format::number(1 / m_scale.groundPerGrid(points.front()), 6))));
    return facts;
}

std::vector<Fact> MeasureModel::heightFacts(const std::vector<LocalPosition>& points) const
{
    const services::DistanceMeasure measure = services::measureDistance(points, m_scale);
    return {fact(tr("Höhenunterschied"), signedText(measure.heightMetres)),
            fact(tr("unten, oben"),
                 QStringLiteral("%1, %2").arg(format::height(m_region->frame.toProjected(points.front()).heightMetres),
                                              format::height(m_region->frame.toProjected(points.back()).heightMetres))),
            fact(tr("Waagerechter Abstand"), lengthText(measure.horizontalMetres))};
}

std::vector<Fact> MeasureModel::areaFacts(const std::vector<LocalPosition>& points) const
{
    const services::AreaMeasure measure = services::measureArea(points, m_scale);
    std::vector<Fact> facts{fact(tr("Fläche (waagerecht)"), areaText(measure.squareMetres)),
                            fact(tr("Umfang"), lengthText(measure.perimeterMetres)),
                            fact(tr("Auf dem Gitter (UTM 32N)"), areaText(measure.gridSquareMetres))};
    if (measure.crosses)
        facts.push_back(fact(tr("Achtung"), tr("Der Umriss kreuzt sich: Die Teilflächen sind zusammengezählt.")));
    return facts;
}

QString MeasureModel::resultText() const
{
    QStringList parts;
    for (const Fact& line : m_results.facts())
        parts += line.label + QStringLiteral(": ") + line.value;
    return parts.join(QStringLiteral(", "));
}

void MeasureModel::copy() const
{
    QStringList lines;
    for (const Fact& line : m_results.facts())
        lines += line.label + QLatin1Char('\t') + line.value;
    for (const LocalPosition& point : m_points) {
        const ProjectedPosition place = m_region->frame.toProjected(point);
        const QLocale c = QLocale::c();
        lines += QStringLiteral("%1\t%2\t%3")
                     .arg(c.toString(place.eastingMetres, 'f', 2).remove(QLatin1Char(',')),
                          c.toString(place.northingMetres, 'f', 2).remove(QLatin1Char(',')),
                          c.toString(place.heightMetres, 'f', 2));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace twin
