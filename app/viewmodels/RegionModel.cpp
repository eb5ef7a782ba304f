// SPDX-License-Identifier: GPL-3.0-or-later
#include "RegionModel.h"

#include "Format.h"

#include <QStringList>

namespace twin {

RegionModel::RegionModel(Opener opener, QObject* parent) : QObject(parent), m_opener(std::move(opener)) {}

QString RegionModel::attribution() const
{
    if (!m_region || !m_region->package)
        return {};
    if (m_region->demo)
        return tr("Demo-Daten (erzeugt), keine amtlichen Angaben");
    QStringList parts;
    for (const SourceInfo& source : m_region->package->info().sources) {
        // The licences that the readers recognise are those of the state's survey.
        const QString part = source.licence.startsWith(QLatin1String("dl-de"))
                                 ? QStringLiteral("© Geobasis NRW · ") + source.licence
                                 : source.licence;
        if (!part.isEmpty() && !parts.contains(part))
            parts += part;
    }
    return parts.isEmpty() ? tr("Lizenz der Quelle nicht angegeben") : parts.join(QStringLiteral(" · "));
}

QString RegionModel::contentText() const
{
    if (!m_region || !m_region->package)
        return {};
    const auto& counts = m_region->package->info().objectCounts;
    const auto buildings = counts.find(typeName(CityObjectType::Building));
    return tr("%1 Gebäude")
        .arg(format::number(buildings == counts.end() ? 0 : static_cast<double>(buildings->second), 0));
}

void RegionModel::open(const QString& path)
{
    const int request = ++m_request;
    m_state = State::Opening;
    Q_EMIT changed();
    m_runner.clear();
    m_runner.run(
        this, [opener = m_opener, path] { return opener(path); },
        [this, request, path](Result<services::OpenedRegion> result) {
            if (request != m_request)
                return;
            if (result) {
                m_skyline.reset();
                m_region = std::make_shared<const services::OpenedRegion>(std::move(*result));
                m_path = path;
            }
            m_state = m_region ? State::Open : State::Empty;
            Q_EMIT changed();
            if (!result) {
                Q_EMIT failed(result.error());
                return;
            }
            Q_EMIT opened();
            readSkyline();
            for (const auto& [layer, error] : m_region->problems)
                Q_EMIT failed(error);
        });
}

void RegionModel::refresh()
{
    if (!m_region)
        return;
    m_runner.run(
        this, [region = m_region] { return services::refreshRegion(*region); },
        [this, before = m_region, request = m_request](Result<services::OpenedRegion> result) {
            if (request != m_request)
                return; // another region has been asked for
            if (!result) {
                Q_EMIT failed(result.error());
                return;
            }
            m_region = std::make_shared<const services::OpenedRegion>(std::move(*result));
            Q_EMIT changed();
            Q_EMIT refreshed();
            readSkyline(); // city models may have come or gone
            for (const auto& [layer, error] : m_region->problems)
                if (before->problems.count(layer) == 0)
                    Q_EMIT failed(error);
        });
}

/// Flights want it, the first picture does not.
void RegionModel::readSkyline()
{
    if (!m_region->package)
        return;
    m_runner.run(
        this, [package = m_region->package] { return services::readSkyline(*package); },
        [this, request = m_request](Result<services::Skyline> result) {
            if (request != m_request || !result) // without it flights only know the ground
                return;
            m_skyline = std::make_shared<const services::Skyline>(*std::move(result));
            Q_EMIT skylineRead();
        });
}

} // namespace twin
