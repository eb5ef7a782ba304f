// SPDX-License-Identifier: GPL-3.0-or-later
// What groups of live things are drawn from: heads, masts, columns, stacked levels, labels.
#include "app/viewmodels/live/LiveText.h"
#include "LiveMarks.h"
#include "MarkSymbols.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QRectF>

namespace twin::viewport {
namespace {

// Pixels, or metres where that is more: far away marks keep their size in the picture, near by in the city.
struct Least {
    double pixels;
    double metres;
    [[nodiscard]] double at(double metresPerPixel) const { return std::max(pixels * metresPerPixel, metres); }
};
constexpr double headPixels = 24;
constexpr double movingHeadPixels = 19;
constexpr double chosenHeadPixels = 31;
constexpr double clusterHeadPixels = 28;
constexpr double mostHeadPixels = 38;
constexpr Least mastHeight{16, 8};
constexpr Least movingMastHeight{6, 9};
constexpr double mastPixels = 2;
constexpr Least columnHeight{44, 36};
constexpr double leastColumn = 0.3; ///< of its height, for the lowest value: a head keeps clear of the ground
constexpr Least columnWidth{7, 2};
constexpr int levels = 10;
constexpr Least levelHeight{3.6, 3};
constexpr Least levelWidth{17, 14};
constexpr double levelBody = 0.72; ///< of the height; the rest is the gap
constexpr double labelReach = 1.6; ///< metres a pixel: farther away there are no labels
constexpr std::size_t mostLabels = 60;
constexpr double labelGap = 4;
constexpr double labelPull = 25; ///< metres towards the eye: a house beside the mark does not cut its label …
constexpr double mostPull = 0.4; ///< … at most this share of the way
constexpr double beside = 60;    ///< pixels beside the picture where marks are still made

const QColor white = QColor::fromRgb(0xFFFFFF);
const QColor mastColour = QColor::fromRgb(0xF4F6F6);
const QColor chosenColour = QColor::fromRgb(0xE07A00);

double bodyHeight(const live::LiveLook& look, bool moves, double unit)
{
    if (moves)
        return movingMastHeight.at(unit);
    if (look.taken)
        return levels * levelHeight.at(unit);
    if (look.level)
        return columnHeight.at(unit) * (leastColumn + (1 - leastColumn) * *look.level);
    return mastHeight.at(unit);
}

} // namespace

void LiveMarks::addGroup(Group&& group)
{
    const Spot& first = m_spots[group.spots.front()];
    group.depth = m_eye.depthOf(first.foot);
    const double unit = m_eye.metresPerPixel(group.depth);
    const bool many = group.spots.size() > 1;
    const bool chosen = m_live != nullptr && !many && m_live->details()->thingId() == first.thing->id;
    const double head =
        many ? std::min(mostHeadPixels, clusterHeadPixels + 2 * std::log2(static_cast<double>(group.spots.size()) / 2))
        : chosen      ? chosenHeadPixels
        : first.moves ? movingHeadPixels
                      : headPixels;
    group.body = many ? mastHeight.at(unit) : bodyHeight(first.look, first.moves, unit);
    group.mast = group.body + head / 2 * unit; // above the body, which would cut into it otherwise
    const LocalPosition top = first.foot + LocalPosition{0, 0, group.mast};
    const double depth = m_eye.depthOf(top);
    if (depth <= 0)
        return;
    group.pixel = m_eye.pixelOf(top, depth);
    group.radius = head / 2;
    if (m_eye.sees(group.pixel, beside) || m_eye.sees(m_eye.pixelOf(first.foot, group.depth), beside))
        m_groups.push_back(std::move(group));
}

void LiveMarks::shape(const Group& group)
{
    const Spot& first = m_spots[group.spots.front()];
    const LocalPosition top = first.foot + LocalPosition{0, 0, group.mast};
    const double unit = m_eye.metresPerPixel(m_eye.depthOf(top));
    MarkHead head;
    head.middle = m_frame.fromScene(top);
    head.pixels = static_cast<float>(2 * group.radius);
    head.size = static_cast<float>(2 * group.radius * unit);
    if (group.spots.size() == 1) {
        const bool chosen = m_live->details()->thingId() == first.thing->id;
        head.colour = first.look.colour;
        head.rim = chosen ? chosenColour : live::concernColour(first.look.concern);
        head.cell = MarkSymbols::cellOf(first.look.symbol);
        head.hatched = first.look.missing;
        head.kind = first.estimated ? MarkHead::Rim::Dashed : MarkHead::Rim::Whole;
        shapeBody(group, first);
    } else {
        std::array<int, actionFieldCount> fields{};
        live::Concern worst = live::Concern::None;
        bool stale = true;
        for (const std::size_t i : group.spots) {
            ++fields[static_cast<std::size_t>(m_spots[i].thing->field)];
            worst = std::max(worst, m_spots[i].look.concern);
            stale = stale && m_spots[i].look.stale;
        }
        const auto most = std::max_element(fields.begin(), fields.end()) - fields.begin();
        head.colour = stale ? live::staleColour() : live::colour(static_cast<ActionField>(most));
        head.rim = live::concernColour(worst);
        head.cell = MarkSymbols::cellOfCount(group.spots.size());
        const auto thick = static_cast<float>(mastPixels * unit);
        m_shapes.blocks.push_back(
            {m_frame.fromScene(first.foot), {thick, static_cast<float>(group.body), thick}, mastColour});
    }
    m_shapes.heads.push_back(head);
}

/// What stands below the head of one thing.
void LiveMarks::shapeBody(const Group& group, const Spot& spot)
{
    const double unit = m_eye.metresPerPixel(group.depth);
    const auto add = [&](double above, double width, double height, const QColor& colour) {
        const auto wide = static_cast<float>(width);
        m_shapes.blocks.push_back({m_frame.fromScene(spot.foot + LocalPosition{0, 0, above}),
                                   {wide, static_cast<float>(height), wide},
                                   colour});
    };
    if (spot.look.taken) {
        const int full = static_cast<int>(std::lround(*spot.look.taken * levels));
        const double height = levelHeight.at(unit);
        for (int level = 0; level < levels; ++level)
            add(level * height, levelWidth.at(unit), levelBody * height, level < full ? spot.look.value : mastColour);
        return;
    }
    if (spot.look.level && !spot.moves)
        add(0, columnWidth.at(unit), group.body, spot.look.value);
    else
        add(0, mastPixels * unit, group.body, spot.look.stale ? live::staleColour() : mastColour);
}

/// Warnings get labels from wherever they are seen, of other things the nearest ones, as long as there is room; the
/// open one comes first.
void LiveMarks::addLabels(Instant now)
{
    std::vector<const Group*> wanted;
    for (auto group = m_groups.rbegin(); group != m_groups.rend(); ++group) {
        const bool isArea = !m_spots[group->spots.front()].thing->area.empty();
        const bool isNear = m_eye.metresPerPixel(group->depth) < labelReach;
        if (group->spots.size() == 1 && (isNear || isArea) && m_eye.sees(group->pixel, 0))
            wanted.push_back(&*group);
    }
    const auto idOf = [this](const Group* group) { return m_spots[group->spots.front()].thing->id; };
    const auto rank = [&](const Group* group) {
        return idOf(group) == m_live->details()->thingId()          ? 0
               : !m_spots[group->spots.front()].thing->area.empty() ? 1
                                                                    : 2;
    };
    std::stable_sort(wanted.begin(), wanted.end(), [&](const Group* a, const Group* b) { return rank(a) < rank(b); });
    m_labels.beginRound();
    std::vector<QRectF> taken = m_clear;
    for (const Group* group : wanted) {
        if (m_shapes.labels.size() >= mostLabels)
            break;
        const Spot& spot = m_spots[group->spots.front()];
        const QString text = live::labelText(*spot.thing, now);
        if (text.isEmpty())
            continue;
        const LabelSheet::Cell cell = m_labels.cellOf(text, spot.look.stale);
        if (cell.number < 0)
            break;
        const double before = group->radius + labelGap;
        const QRectF place(group->pixel.x() + before, group->pixel.y() - LabelSheet::cellHeight / 2.0, cell.width,
                           LabelSheet::cellHeight);
        const QRectF whole = place.adjusted(-before - group->radius, 0, 0, 0);
        if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(whole); }))
            continue;
        taken.push_back(whole);
        const LocalPosition top = spot.foot + LocalPosition{0, 0, group->mast};
        const double depth = m_eye.depthOf(top);
        const double unit = m_eye.metresPerPixel(depth);
        const LocalPosition middle = top + m_eye.right() * ((before + cell.width / 2.0) * unit);
        const double share = 1 - std::min(mostPull, labelPull / depth); // nearer and smaller: the same in the picture
        m_shapes.labels.push_back({m_frame.fromScene(m_eye.eye() + (middle - m_eye.eye()) * share),
                                   QVector2D(cell.width, LabelSheet::cellHeight) * static_cast<float>(unit * share),
                                   cell.number, static_cast<float>(cell.width) / LabelSheet::cellWidth});
    }
    std::reverse(m_shapes.labels.begin(), m_shapes.labels.end()); // far before near
    m_labelled.assign(taken.begin() + static_cast<std::ptrdiff_t>(m_clear.size()), taken.end());
}

std::vector<QRectF> LiveMarks::occupied() const
{
    std::vector<QRectF> rects = m_labelled;
    for (const Group& group : m_groups)
        if (!m_spots[group.spots.front()].moves && m_eye.sees(group.pixel, group.radius)) // what moves would chase them
            rects.push_back(
                {group.pixel - QPointF(group.radius, group.radius), 2 * QSizeF(group.radius, group.radius)});
    return rects;
}

} // namespace twin::viewport
