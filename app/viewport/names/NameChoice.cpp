// SPDX-License-Identifier: GPL-3.0-or-later
#include "NameChoice.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace twin::viewport {
namespace {

using services::NameKind;
using services::PlaceName;

/// How a kind of names behaves; in the order of NameKind.
struct KindRule {
    double score;     ///< before less important kinds
    double nearest;   ///< metres before the eye: nearer ones say nothing, one is in the middle of them
    double farthest;  ///< metres
    double leastSize; ///< pixels that its `size` covers
    int most;         ///< in a picture
};
constexpr std::array<KindRule, 6> rules{{{8, 3600, 60000, 0, 6},   // towns
                                         {5, 700, 16000, 0, 16},   // districts
                                         {2.6, 150, 25000, 46, 8}, // waters, where they are areas
                                         {3, 60, 14000, 10, 16},   // landmarks
                                         {1.5, 250, 12000, 70, 6}, // woods and parks
                                         {1, 40, 1000, 0, 16}}};   // streets
constexpr double hold = 1.25;     ///< by how much limits are wider for what stands in the picture
constexpr double heldScore = 0.8; ///< what it takes to drive something out
constexpr double gap = 10;        ///< pixels between words, for new ones
constexpr double heldGap = 2;
constexpr double edge = 8;           ///< pixels from the picture's edge, for new ones
constexpr double pixelsEach = 42000; ///< of the picture, for every name
constexpr int mostNames = 44;
constexpr int mostTests = 90;       ///< views over the roofs that one choice takes
constexpr double lineRange = 14000; ///< metres: waters that are lines
constexpr std::array mastPixels{16.0, 40.0, 64.0, 92.0};
constexpr double mastSide = 4; ///< pixels beside a mast that belong to it
constexpr double behind = 5;   ///< metres before the eye

const KindRule& ruleOf(NameKind kind)
{
    return rules[static_cast<std::size_t>(kind)];
}

bool isLine(const services::NameSpot& spot)
{
    return spot.run > 0;
}

double farthestOf(const PlaceName& name)
{
    const bool line = isLine(name.spots.front());
    if (name.kind == NameKind::Water && line)
        return lineRange * name.size / 3;
    if (name.kind == NameKind::Street) // of motorways one reads from afar
        return ruleOf(name.kind).farthest * (name.size >= 3 ? 6 : name.size >= 1.6 ? 1.8 : 1);
    return ruleOf(name.kind).farthest;
}

/// The line that leads from a word to its place.
QRectF mastOf(const NameLabel& label)
{
    const double from = label.middle.y() + label.size.height() / 2;
    return {label.foot.x() - mastSide, from, 2 * mastSide, std::max(0.0, label.foot.y() - from)};
}

/// What a word covers: squares along it, which hold less than the box round a slanting word.
void addPieces(const NameLabel& label, double margin, std::vector<QRectF>& pieces)
{
    const double high = label.size.height();
    const double wide = std::max(label.size.width(), high);
    if (label.angle == 0) {
        pieces.push_back(QRectF(label.middle.x() - wide / 2, label.middle.y() - high / 2, wide, high)
                             .adjusted(-margin, -margin, margin, margin));
        return;
    }
    const int count = std::max(1, static_cast<int>(std::ceil(wide / high)));
    const double angle = label.angle * std::numbers::pi / 180;
    const double side = high / 2 * (std::abs(std::cos(angle)) + std::abs(std::sin(angle)) * 0.5) + margin;
    for (int i = 0; i < count; ++i) {
        const double along = ((i + 0.5) / count - 0.5) * wide;
        const QPointF middle = label.middle + QPointF(along * std::cos(angle), along * std::sin(angle));
        pieces.push_back({middle.x() - side, middle.y() - side, 2 * side, 2 * side});
    }
}

bool isClear(const QRectF& piece, const std::vector<QRectF>& taken)
{
    return std::none_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(piece); });
}

bool isFree(const NameLabel& label, double margin, const QRectF& picture, const std::vector<QRectF>& taken,
            const std::vector<QRectF>& marks)
{
    std::vector<QRectF> pieces;
    addPieces(label, margin, pieces);
    return (!label.mast || isClear(mastOf(label), taken)) &&
           std::all_of(pieces.begin(), pieces.end(), [&](const QRectF& piece) {
               return picture.contains(piece) && isClear(piece, taken) && isClear(piece, marks);
           });
}

/// Tries a word at all the places that it may have at its mast: upon it, or flown from it like a flag.
template <class Free> bool hoist(NameLabel& label, double scale, Free isFree)
{
    const double half = label.size.width() / 2 - mastSide;
    for (const double pixels : mastPixels)
        for (const double aside : {0.0, half, -half}) {
            label.middle = label.foot + QPointF(aside, -pixels * scale - label.size.height() / 2);
            if (isFree())
                return true;
        }
    return false;
}

/// What names a wide area may as well stand a little beside its middle.
bool isNudged(NameKind kind)
{
    return kind == NameKind::Town || kind == NameKind::District;
}

template <class Free> bool nudge(NameLabel& label, Free isFree)
{
    const double wide = label.size.width() / 2;
    const double high = label.size.height();
    for (const QPointF aside : {QPointF(0, -high), QPointF(0, high), QPointF(-wide, 0), QPointF(wide, 0),
                                QPointF(-wide, -high), QPointF(wide, -high)}) {
        label.middle = label.foot + aside;
        if (isFree())
            return true;
    }
    return false;
}

} // namespace

void NameChoice::setNames(std::shared_ptr<const std::vector<PlaceName>> names)
{
    m_names = std::move(names);
    m_labels.clear();
    m_extents.clear();
    for (const PlaceName& name : *m_names) {
        Box extent;
        for (const services::NameSpot& spot : name.spots)
            extent.include(spot.place);
        m_extents.push_back(extent);
    }
}

/// Names of areas stand above the roofs there: on the ground they would be hidden by the houses they mean.
LocalPosition NameChoice::standOf(std::size_t name, std::size_t spot, const View& view) const
{
    const PlaceName& what = (*m_names)[name];
    LocalPosition place = what.spots[spot].place;
    if (what.kind == NameKind::Town || what.kind == NameKind::District)
        place.z = std::max(place.z, view.topAt ? view.topAt(place.x, place.y) : place.z) + 8;
    return place;
}

std::optional<NameLabel> NameChoice::labelAt(std::size_t name, std::size_t spot, const View& view) const
{
    const PlaceName& what = (*m_names)[name];
    const services::NameSpot& at = what.spots[spot];
    const LocalPosition place = standOf(name, spot, view);
    NameLabel label;
    label.name = name;
    label.spot = spot;
    label.depth = view.eye.depthOf(place);
    if (label.depth < behind)
        return std::nullopt;
    label.foot = view.eye.pixelOf(place, label.depth);
    label.middle = label.foot;
    label.size = view.sizeOf(name);
    label.mast = what.kind == NameKind::Landmark;
    if (label.mast)
        label.middle.ry() -= mastPixels[0] * view.scale + label.size.height() / 2;
    if (isLine(at)) {
        const LocalPosition end = place + at.along * std::min(20.0, at.run / 2);
        const double depth = view.eye.depthOf(end);
        if (depth < behind)
            return std::nullopt;
        const QPointF way = view.eye.pixelOf(end, depth) - label.foot;
        label.angle = std::atan2(way.y(), way.x()) * 180 / std::numbers::pi;
        if (label.angle > 90)
            label.angle -= 180;
        else if (label.angle <= -90)
            label.angle += 180;
    }
    return label;
}

/// @returns whether a name says something from there: neither too near nor too far, nor longer than its street.
bool NameChoice::reads(const PlaceName& name, const NameLabel& label, double unit, bool held, const View& view)
{
    const KindRule& rule = ruleOf(name.kind);
    const double wide = held ? hold : 1;
    if (label.depth < rule.nearest / wide || label.depth > farthestOf(name) * wide)
        return false;
    const services::NameSpot& spot = name.spots[label.spot];
    if (!isLine(spot))
        return name.size / unit >= rule.leastSize * view.scale / wide || rule.leastSize == 0;
    const LocalPosition half = spot.along * (spot.run / 2);
    const LocalPosition from = spot.place - half;
    const LocalPosition to = spot.place + half;
    const double fromDepth = view.eye.depthOf(from);
    const double toDepth = view.eye.depthOf(to);
    if (fromDepth < behind || toDepth < behind)
        return false;
    const QPointF way = view.eye.pixelOf(to, toDepth) - view.eye.pixelOf(from, fromDepth);
    return std::hypot(way.x(), way.y()) >= label.size.width() * 0.9 / wide;
}

std::optional<NameChoice::Candidate> NameChoice::candidateOf(std::size_t index, const NameLabel* before,
                                                             const View& view) const
{
    const PlaceName& name = (*m_names)[index];
    const auto consider = [&](std::size_t spot, bool held) -> std::optional<Candidate> {
        const double depth = view.eye.depthOf(name.spots[spot].place);
        if (depth < behind || depth > farthestOf(name) * hold ||
            !view.eye.sees(view.eye.pixelOf(name.spots[spot].place, depth), 60))
            return std::nullopt;
        auto label = labelAt(index, spot, view);
        if (!label)
            return std::nullopt;
        const double unit = view.eye.metresPerPixel(label->depth);
        if (!reads(name, *label, unit, held, view))
            return std::nullopt;
        // Nearer and larger first; a held one needs a good deal more to be driven out.
        const double large = name.kind == NameKind::Landmark || !isLine(name.spots[spot])
                                 ? std::log2(1 + name.size / unit / 20)
                                 : name.size;
        const double nearness = 1 / (1 + label->depth / farthestOf(name) * 3);
        const double score = ruleOf(name.kind).score + std::min(1.0, large / 6) + nearness * 0.6;
        return Candidate{*label, score + (held ? heldScore : 0), held};
    };
    if (before != nullptr)
        if (auto held = consider(before->spot, true)) {
            if (before->angle == 0) // where it flew
                held->label.middle = held->label.foot + (before->middle - before->foot);
            return held;
        }
    std::optional<Candidate> best;
    double fromMiddle = 0;
    for (std::size_t spot = 0; spot < name.spots.size(); ++spot)
        if (auto found = consider(spot, false)) {
            const double away = std::abs(found->label.middle.x() - view.size.width() / 2.0) +
                                std::abs(found->label.middle.y() - view.size.height() * 0.6);
            if (!best || away < fromMiddle) {
                best = found;
                fromMiddle = away;
            }
        }
    return best;
}

const std::vector<NameLabel>& NameChoice::choose(const View& view)
{
    std::vector<const NameLabel*> before(m_names->size(), nullptr);
    for (const NameLabel& label : m_labels)
        before[label.name] = &label;
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < m_names->size(); ++i)
        if (m_extents[i].distanceTo(view.eye.eye()) < farthestOf((*m_names)[i]) * hold)
            if (auto candidate = candidateOf(i, before[i], view))
                candidates.push_back(*candidate);
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });

    std::vector<NameLabel> chosen;
    std::vector<QRectF> taken = view.taken;
    std::array<int, rules.size()> counts{};
    const int most =
        std::clamp(static_cast<int>(view.size.width() * view.size.height() / pixelsEach / view.scale), 8, mostNames);
    const QRectF picture(0, 0, view.size.width(), view.size.height());
    int tests = 0;
    for (Candidate& candidate : candidates) {
        const PlaceName& name = (*m_names)[candidate.label.name];
        int& count = counts[static_cast<std::size_t>(name.kind)];
        if (static_cast<int>(chosen.size()) >= most + (candidate.held ? 3 : 0))
            break;
        if (count >= ruleOf(name.kind).most + (candidate.held ? 1 : 0))
            continue;
        const double margin = (candidate.held ? heldGap : gap) * view.scale;
        const QRectF room = candidate.held ? picture : picture.adjusted(edge, edge, -edge, -edge);
        NameLabel& label = candidate.label;
        bool free = isFree(label, margin, room, taken, view.marks);
        if (!free && !candidate.held && isNudged(name.kind))
            free = nudge(label, [&] { return isFree(label, margin, room, taken, view.marks); });
        if (!free && label.mast)
            free = hoist(label, view.scale, [&] { return isFree(label, margin, room, taken, view.marks); });
        if (!free)
            continue;
        if (view.sees && (++tests > mostTests || !view.sees(name, name.spots[label.spot],
                                                            standOf(label.name, label.spot, view), candidate.held)))
            continue;
        addPieces(label, 0, taken);
        if (label.mast)
            taken.push_back(mastOf(label));
        chosen.push_back(label);
        ++count;
    }
    m_labels = std::move(chosen);
    return m_labels;
}

std::optional<NameLabel> NameChoice::placed(const NameLabel& label, const View& view) const
{
    if (label.name >= m_names->size())
        return std::nullopt;
    auto now = labelAt(label.name, label.spot, view);
    if (now && now->angle == 0)
        now->middle = now->foot + (label.middle - label.foot);
    return now;
}

} // namespace twin::viewport
