// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppModel.h"

#include "app/services/CameraText.h"

#include <utility>

#include <QSettings>

namespace twin {
namespace {

constexpr int keepMilliseconds = 1500;

SearchModel::Search searchOf(const services::OpenedRegion& region)
{
    const auto finder = std::make_shared<const services::PlaceFinder>(services::searchedRegion(region));
    return [finder](const QString& text, int limit) { return finder->find(text, limit); };
}

std::vector<LayerInfo> addedLayers(const services::OpenedRegion& region)
{
    std::vector<LayerInfo> layers;
    for (const services::OpenedLayer& layer : region.layers)
        if (!layer.info.folder.isEmpty())
            layers.push_back(layer.info);
    return layers;
}

} // namespace

AppModel::AppModel(Services services, QObject* parent)
    : QObject(parent),
      m_settings(std::move(services.settings)),
      m_help(m_settings),
      m_region(std::move(services.open)),
      m_inspector(m_selection),
      m_importer(std::move(services.import), services.isRegion),
      m_isRegion(std::move(services.isRegion)),
      m_addData(std::move(services.addData)),
      m_look(m_selection, m_inspector, m_objects, m_undo),
      m_table(m_objects, m_selection),
      m_session(std::move(services.session)),
      m_edits(m_region, m_undo),
      m_live(m_settings.store(), std::move(services.live)),
      m_sources(std::move(services.sources)),
      m_timeline(m_clock),
      m_links(m_live, m_inspector)
{
    connect(&m_region, &RegionModel::opened, this, &AppModel::connectRegion);
    connect(&m_importer, &ImportModel::regionReady, &m_region, &RegionModel::open);
    connect(&m_region, &RegionModel::failed, &m_issues, &IssueListModel::add);
    connect(&m_importer, &ImportModel::failed, &m_issues, &IssueListModel::add);
    connect(&m_search, &SearchModel::failed, &m_issues, &IssueListModel::add);
    connectEdits();
    const auto takeNotation = [this] {
        m_status.setNotation(static_cast<services::PositionNotation>(m_settings.notation()));
    };
    connect(&m_settings, &SettingsModel::notationChanged, this, takeNotation);
    takeNotation();
    connect(&m_search, &SearchModel::chosen, this, &AppModel::goTo);
    connect(&m_search, &SearchModel::commandChosen, this, &AppModel::commandRequested);
    m_live.setFiles(services.limits, services.alarms);
    connectSession();
    connectLive();
}

AppModel::~AppModel()
{
    if (m_keep.isActive())
        keepSession();
}

void AppModel::connectSession()
{
    m_keep.setSingleShot(true);
    m_keep.setInterval(keepMilliseconds);
    connect(&m_keep, &QTimer::timeout, this, &AppModel::keepSession);
    const auto later = [this] {
        if (m_region.region())
            m_keep.start();
    };
    connect(&m_layers, &LayerModel::choicesChanged, this, later);
    connect(&m_layers, &LayerModel::dividerChanged, this, later);
    connect(&m_clock, &ClockModel::timeChanged, this, [this, later] {
        if (!m_clock.isLive() && !m_keep.isActive())
            later();
    });
    connect(&m_selection, &services::SelectionService::selectionChanged, this, later);
    connect(&m_look, &LookModel::changed, this, later);
    connect(&m_region, &RegionModel::failed, this, [this](const Error& error) {
        if (error.code == ErrorCode::NotFound)
            m_session.forget(error.where.source);
    });
}

/// The inspector shows either an object of the model or what is observed.
void AppModel::connectLive()
{
    connect(m_live.details(), &LiveDetails::opened, &m_selection, &services::SelectionService::clear);
    connect(&m_selection, &services::SelectionService::selectionChanged, this, [this] {
        if (!m_selection.selected().isEmpty())
            m_live.details()->close();
    });
    connect(&m_sources, &SourceListModel::sourcesChanged, &m_live, &LiveModel::setSources);
    connect(&m_live, &LiveModel::changed, &m_sources, [this] { m_sources.show(m_live.snapshot()); });
    m_sources.load(m_live.takeOlderSources());
    connect(&m_clock, &ClockModel::timeChanged, this, &AppModel::followClock);
    connect(&m_links, &LiveLinks::objectRequested, &m_selection, &services::SelectionService::select);
    connect(&m_links, &LiveLinks::searchRequested, this, [this](const QString& text) { m_search.setQuery(text); });
    connect(&m_live, &LiveModel::feedChanged, this, [this] { m_timeline.setFeed(m_live.feed()); });
    connect(&m_live, &LiveModel::changed, this, &AppModel::dateEvents);
    connect(&m_layers, &LayerModel::countChanged, this, &AppModel::dateEvents);
    connect(m_live.details(), &LiveDetails::flyRequested, this,
            [this](const ProjectedPosition& place) { Q_EMIT flyRequested(place, {}); });
}

/// Live values, dated layers and the life spans of objects obey the clock.
void AppModel::followClock()
{
    const QDate day = m_clock.utc().toTimeZone(m_clock.zone()).date();
    m_live.setInstant(m_clock.isLive() ? std::nullopt : std::optional(toInstant(m_clock.utc())));
    m_layers.setDay(day);
    m_look.setDay(m_clock.isLive() ? QDate() : day);
}

/// What is dated: layers from and to their days, warnings that were seen.
void AppModel::dateEvents()
{
    std::vector<TimeEvent> events;
    if (const auto region = m_region.region()) {
        for (const services::OpenedLayer& layer : region->layers) {
            const auto add = [&](const QDate& day, const QString& text) {
                if (day.isValid())
                    events.push_back(
                        {toInstant(QDateTime(day, QTime(0, 0), m_clock.zone())), text.arg(layer.info.title)});
            };
            add(layer.info.validFrom, tr("„%1“ beginnt"));
            add(layer.info.validTo.isValid() ? layer.info.validTo.addDays(1) : QDate(), tr("„%1“ endet"));
        }
    }
    if (const auto& snapshot = m_live.snapshot())
        for (const auto& thing : snapshot->things)
            for (const services::LiveReading& reading : thing->readings)
                if (!reading.stream.area.empty() && reading.last) {
                    events.push_back({reading.last->observedAt, thing->title});
                    break;
                }
    m_timeline.setEvents(std::move(events));
}

void AppModel::setCamera(const CameraState& camera)
{
    m_camera = camera;
    if (m_region.region() && !m_keep.isActive()) // a long flight is kept on its way, too
        m_keep.start();
}

void AppModel::keepSession()
{
    const auto region = m_region.region();
    if (!region || !m_camera)
        return;
    m_session.keep({services::cameraText(*m_camera, region->frame), m_layers.choices(),
                    m_clock.isLive() ? QDateTime() : m_clock.utc(), m_selection.selected(), m_look.attribute(),
                    m_layers.divider()});
}

void AppModel::restoreSession()
{
    m_rememberedCamera.reset();
    const auto state = m_session.begin(m_region.path(), m_region.title());
    if (!state)
        return;
    if (const auto camera = services::parseCamera(state->camera, m_region.region()->frame))
        m_rememberedCamera = *camera;
    m_layers.setChoices(state->layers);
    m_layers.setDivider(state->divider);
    if (state->instant.isValid())
        m_clock.setInstant(state->instant);
    m_selection.selectAll(state->selected);
    m_look.setAttribute(state->attribute);
    m_undo.clear();
}

void AppModel::openRecent(const QString& path)
{
    m_region.open(path);
}

void AppModel::connectEdits()
{
    m_layers.setUndo(&m_undo);
    m_bookmarks.setUndo(&m_undo);
    connect(&m_region, &RegionModel::refreshed, this, [this] {
        m_layers.refresh(m_region.region());
        m_inspector.setLayers(addedLayers(*m_region.region()));
        m_objects.refresh();
        m_addData.setRegion(m_region.region());
        m_search.setSearch(searchOf(*m_region.region()));
    });
    connect(&m_layers, &LayerModel::removeRequested, &m_edits, &RegionEdits::remove);
    connect(&m_layers, &LayerModel::themeRequested, &m_edits, &RegionEdits::setTheme);
    connect(&m_selection, &services::SelectionService::selectionChanged, this, &AppModel::noteSelection);
    connect(&m_objects, &RegionObjects::failed, &m_issues, &IssueListModel::add);
    connect(&m_table, &ObjectTableModel::failed, &m_issues, &IssueListModel::add);
    connect(&m_edits, &RegionEdits::failed, &m_issues, &IssueListModel::add);
    connect(&m_addData, &AddDataModel::added, &m_edits, &RegionEdits::added);
    connect(&m_addData, &AddDataModel::regionReady, &m_region, &RegionModel::open);
    connect(&m_addData, &AddDataModel::objectRequested, this, &AppModel::showObject);
}

void AppModel::takeFiles(const QList<QUrl>& urls)
{
    if (urls.size() == 1 && urls.front().isLocalFile() && m_isRegion(urls.front().toLocalFile()))
        m_importer.openUrls(urls);
    else
        m_addData.look(urls);
}

void AppModel::noteSelection()
{
    const QList<FeatureRef> before = std::exchange(m_selectedBefore, m_selection.selected());
    const QList<FeatureRef> after = m_selectedBefore;
    m_undo.note({after.isEmpty() ? tr("Auswahl aufheben") : tr("Auswählen"),
                 [this, before] { m_selection.selectAll(before); },
                 [this, after] { m_selection.selectAll(after); },
                 {}});
}

void AppModel::showObject(const QString& id)
{
    const auto package = m_region.region() ? m_region.region()->package : nullptr;
    if (!package)
        return;
    m_runner.run(
        this, [package, id] { return package->object(id); },
        [this](const Result<ObjectRecord>& record) {
            if (!record) { // of a file that was not taken into this region
                m_issues.add(record.error());
                return;
            }
            if (const int row = m_layers.rowOf(record->layer); row >= 0)
                m_layers.setShown(row, true);
            m_selection.select({record->layer, record->id});
            if (!record->bounds.isEmpty())
                Q_EMIT m_layers.zoomRequested(record->bounds);
        });
}

void AppModel::connectRegion()
{
    m_selection.clear();
    m_selection.setHovered({});
    m_undo.clear();
    m_look.reset();
    m_objects.setRegion(m_region.region());
    m_addData.setRegion(m_region.region());
    m_measure.setRegion(m_region.region());
    m_layers.setRegion(m_region.region());
    const auto region = m_region.region();
    if (const auto package = region->package)
        m_inspector.setRegion([package](const QString& id) { return package->object(id); }, package->info());
    else
        m_inspector.setRegion({}, {});
    m_inspector.setLayers(addedLayers(*region));
    const RegionMemory memory(m_settings.store(), region->title, region->frame.origin());
    m_search.setRegion(searchOf(*region), memory);
    m_bookmarks.setRegion(memory, region->frame);
    m_live.setRegion(region);
    m_links.setRegion(region);
    m_look.setRegion(region->package ? region->package->folder() : QString());
    restoreSession();
}

void AppModel::goTo(const services::Place& place)
{
    const bool isObject = place.kind == QLatin1String("name") || place.kind == QLatin1String("address") ||
                          place.kind == QLatin1String("id");
    if (isObject && !place.id.isEmpty())
        m_selection.select({place.layer, place.id});
    if (place.kind == QLatin1String("layer")) {
        const auto& choices = m_layers.choices();
        for (std::size_t row = 0; row < choices.size(); ++row)
            if (choices[row].layer == place.id) {
                m_layers.setShown(static_cast<int>(row), true);
                m_layers.zoomTo(static_cast<int>(row));
            }
        return;
    }
    Q_EMIT flyRequested(place.position, place.extent);
}

void AppModel::retranslate()
{
    m_region.retranslate();
    m_layers.retranslate();
    m_inspector.retranslate();
    m_search.retranslate();
    m_status.retranslate();
    m_clock.retranslate();
    m_timeline.retranslate();
    m_addData.retranslate();
    m_measure.retranslate();
    m_help.retranslate();
    m_look.retranslate();
    m_table.retranslate();
    m_live.retranslate();
    m_sources.retranslate();
    if (m_issues.count() > 0)
        Q_EMIT m_issues.dataChanged(m_issues.index(0), m_issues.index(m_issues.count() - 1));
}

} // namespace twin
