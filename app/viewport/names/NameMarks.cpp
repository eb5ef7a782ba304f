// SPDX-License-Identifier: GPL-3.0-or-later
#include "NameMarks.h"

#include "render/light/SunPosition.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twin::viewport {
namespace {

constexpr double fadeSeconds = 0.18;
constexpr double newGrace = 1; // metres that what stands in the way may be higher
constexpr double heldGrace = 6;
constexpr double dusk = 2;        ///< degrees: below it the picture is dark
constexpr double haze = 0.22;     ///< how much far names fade …
constexpr double hazeFrom = 2500; ///< … from here on, metres

double opacityAt(double depth)
{
    return 1 - haze * (1 - 1 / (1 + std::max(0.0, depth - hazeFrom) / 8000));
}

} // namespace

NameMarks::NameMarks() = default;
NameMarks::~NameMarks() = default;

void NameMarks::setApp(AppModel* app)
{
    m_app = app;
    connect(app->region(), &RegionModel::opened, this, [this] {
        setNames({});
        read();
    });
    connect(app->region(), &RegionModel::refreshed, this, &NameMarks::read);
    connect(app->region(), &RegionModel::skylineRead, this, [this] { setTerrain(m_terrain); });
    const auto stale = [this] {
        m_stale = true;
        Q_EMIT frameWanted();
    };
    const SettingsModel* settings = app->settings();
    connect(settings, &SettingsModel::namesShownChanged, this, stale);
    connect(settings, &SettingsModel::scaleChanged, this, stale);
    connect(settings, &SettingsModel::themeChanged, this, stale);
    connect(settings, &SettingsModel::pictureStyleChanged, this, stale);
    if (app->region()->region())
        read();
}

void NameMarks::setTerrain(const Terrain& terrain)
{
    m_terrain = terrain;
    m_sight = NameSight(terrain, m_app != nullptr ? m_app->region()->skyline() : nullptr);
    m_stale = true;
    Q_EMIT frameWanted();
}

void NameMarks::read()
{
    const int request = ++m_request;
    m_reading = true;
    m_runner.clear();
    m_runner.run(
        this, [searched = services::searchedRegion(*m_app->region()->region())] { return readPlaceNames(searched); },
        [this, request](Result<std::vector<services::PlaceName>> names) {
            if (request != m_request)
                return;
            m_reading = false;
            if (names) // else the search tells of it
                setNames(*std::move(names));
        });
}

void NameMarks::setNames(std::vector<services::PlaceName> names)
{
    m_choice.setNames(std::make_shared<const std::vector<services::PlaceName>>(std::move(names)));
    m_shown.clear();
    m_paper = NamePaper(m_paper.tone(), m_paper.scale(), m_paper.pixelRatio());
    ++m_edition;
    m_stale = true;
    Q_EMIT changed();
    Q_EMIT frameWanted();
}

NameTone NameMarks::wantedTone() const
{
    const SettingsModel& settings = *m_app->settings();
    if (settings.theme() == SettingsModel::Theme::Contrast)
        return NameTone::Contrast;
    if (settings.theme() == SettingsModel::Theme::Dark || settings.pictureStyle() == SettingsModel::PictureStyle::Photo)
        return NameTone::Dark;
    const auto region = m_app->region()->region();
    const bool night = settings.pictureStyle() == SettingsModel::PictureStyle::Standard && region &&
                       render::sunPosition(m_app->clock()->utc(), region->centre).elevationDegrees < dusk;
    return night ? NameTone::Dark : NameTone::Bright;
}

void NameMarks::takePaper(double pixelRatio)
{
    const NameTone tone = wantedTone();
    const double scale = m_app->settings()->scale();
    if (tone == m_paper.tone() && scale == m_paper.scale() && pixelRatio == m_paper.pixelRatio())
        return;
    m_paper = NamePaper(tone, scale, pixelRatio);
    ++m_edition;
}

NameChoice::View NameMarks::viewOf(const CameraState& camera, QSize size) const
{
    NameChoice::View view;
    view.eye = EyeFrame(camera, size);
    view.size = size;
    view.scale = m_paper.scale();
    view.sizeOf = [this](std::size_t name) { return m_paper.sizeOf(name, m_choice.names()[name]); };
    view.topAt = [this](double x, double y) { return m_sight.topAt(x, y); };
    view.sees = [this, eye = camera.eye](const services::PlaceName& name, const services::NameSpot& spot,
                                         const LocalPosition& stand, bool held) {
        const double grace = held ? heldGrace : newGrace;
        const LocalPosition place = stand + LocalPosition{0, 0, 3};
        if (name.kind == services::NameKind::Street && spot.run > 0)
            return m_sight.seesInto(eye, place, spot.along, 8 + 3 * name.size, grace + 4);
        return m_sight.sees(eye, place, name.kind == services::NameKind::Green ? 120 : 40, grace);
    };
    return view;
}

void NameMarks::place(const CameraState& camera, QSize size, double pixelRatio, std::vector<QRectF> taken,
                      std::vector<QRectF> marks)
{
    m_stale = false;
    if (m_app == nullptr || (m_choice.names().empty() && m_shown.empty()))
        return;
    takePaper(pixelRatio);
    NameChoice::View view = viewOf(camera, size);
    view.taken = std::move(taken);
    view.marks = std::move(marks);
    const bool shows = m_app->settings()->areNamesShown();
    if (!shows)
        m_choice.reset();
    const std::vector<NameLabel> wanted = shows ? m_choice.choose(view) : std::vector<NameLabel>();
    std::vector<Shown> next;
    for (const Shown& before : m_shown) {
        const auto still = std::find_if(wanted.begin(), wanted.end(), [&](const NameLabel& label) {
            return label.name == before.label.name && label.spot == before.label.spot;
        });
        if (still != wanted.end())
            next.push_back({*still, before.opacity, true});
        else if (const auto gone = m_choice.placed(before.label, view); gone && before.opacity > 0)
            next.push_back({*gone, before.opacity, false});
    }
    for (const NameLabel& label : wanted)
        if (std::none_of(next.begin(), next.end(), [&](const Shown& shown) {
                return shown.wanted && shown.label.name == label.name && shown.label.spot == label.spot;
            }))
            next.push_back({label, 0, true});
    m_shown = std::move(next);
    letTimePass(0);
    Q_EMIT changed();
}

bool NameMarks::letTimePass(double seconds)
{
    const bool atOnce = m_app != nullptr && m_app->settings()->reducedMotion();
    const double step = atOnce ? 1 : seconds / fadeSeconds;
    bool fades = false;
    bool different = false;
    for (Shown& shown : m_shown) {
        const double target = shown.wanted ? opacityAt(shown.label.depth) : 0;
        const double before = shown.opacity;
        if (shown.wanted && before == target)
            continue;
        // What is fully there follows the haze at once.
        const double most = before > 0.7 && shown.wanted ? 1 : step;
        shown.opacity = target > before ? std::min(target, before + most) : std::max(target, before - most);
        fades = fades || shown.opacity != target;
        different = different || shown.opacity != before;
    }
    std::erase_if(m_shown, [](const Shown& shown) { return !shown.wanted && shown.opacity <= 0; });
    if (different && seconds > 0)
        Q_EMIT changed();
    return m_fading = fades;
}

const services::Place* NameMarks::at(QPointF pixel) const
{
    for (const Shown& shown : m_shown) {
        if (!shown.wanted)
            continue;
        const double angle = -shown.label.angle * std::numbers::pi / 180;
        const QPointF away = pixel - shown.label.middle;
        const QPointF turned(away.x() * std::cos(angle) - away.y() * std::sin(angle),
                             away.x() * std::sin(angle) + away.y() * std::cos(angle));
        if (std::abs(turned.x()) <= shown.label.size.width() / 2 &&
            std::abs(turned.y()) <= shown.label.size.height() / 2)
            return &nameOf(shown.label).place;
    }
    return nullptr;
}

QString NameMarks::text() const
{
    QStringList words;
    for (const Shown& shown : m_shown)
        if (shown.wanted)
            words += nameOf(shown.label).text;
    return words.join(QStringLiteral(", "));
}

} // namespace twin::viewport
