// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppModel.h"

#include <QSettings>

namespace twin {

AppModel::AppModel(Services services, QObject* parent)
    : QObject(parent),
      m_settings(std::move(services.settings)),
      m_region(std::move(services.open)),
      m_inspector(m_selection),
      m_importer(std::move(services.import), std::move(services.isRegion))
{
    connect(&m_region, &RegionModel::opened, this, &AppModel::connectRegion);
    connect(&m_importer, &ImportModel::regionReady, &m_region, &RegionModel::open);
    connect(&m_region, &RegionModel::failed, &m_issues, &IssueListModel::add);
    connect(&m_importer, &ImportModel::failed, &m_issues, &IssueListModel::add);
    connect(&m_search, &SearchModel::failed, &m_issues, &IssueListModel::add);
    connect(&m_search, &SearchModel::chosen, this,
            [this](const FeatureRef& feature, const ProjectedPosition& position) {
                if (!feature.isNull())
                    m_selection.select(feature);
                Q_EMIT flyRequested(position);
            });
}

AppModel::~AppModel() = default;

void AppModel::connectRegion()
{
    m_selection.clear();
    m_selection.setHovered({});
    m_layers.setRegion(m_region.region());
    const auto package = m_region.region()->package;
    if (!package) {
        m_inspector.setRegion({}, {});
        m_search.setRegion({}, m_region.region()->frame.origin());
        return;
    }
    m_inspector.setRegion([package](const QString& id) { return package->object(id); }, package->info());
    m_search.setRegion([package](const QString& text, int limit) { return package->search(text, limit); },
                       package->info().origin);
}

void AppModel::retranslate()
{
    m_region.retranslate();
    m_layers.retranslate();
    m_inspector.retranslate();
    m_search.retranslate();
    m_status.retranslate();
    m_clock.retranslate();
    if (m_issues.count() > 0)
        Q_EMIT m_issues.dataChanged(m_issues.index(0), m_issues.index(m_issues.count() - 1));
}

} // namespace twin
