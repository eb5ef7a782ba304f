// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/ObservationSources.h"

#include "cap/CapSource.h"
#include "gtfs/GtfsSource.h"
#include "mqtt/MqttSource.h"
#include "ngsi/NgsiSource.h"
#include "observe/SourceHttp.h"
#include "observe/Text.h"
#include "opendatasoft/OpendatasoftSource.h"
#include "sensorthings/SensorThingsSource.h"

#include <array>

namespace twin::sources {
namespace {

using observe::Text;

constexpr std::array adapters{
    ObservationAdapter{ngsi::description, ngsi::open, ngsi::probe},
    ObservationAdapter{sensorthings::description, sensorthings::open, sensorthings::probe},
    ObservationAdapter{mqtt::description, mqtt::open, mqtt::probe},
    ObservationAdapter{opendatasoft::description, opendatasoft::open, opendatasoft::probe},
    ObservationAdapter{cap::description, cap::open, cap::probe},
    ObservationAdapter{gtfs::description, gtfs::open, gtfs::probe},
};

tl::unexpected<Error> unknownSource(const QString& text)
{
    QStringList ids;
    for (const ObservationAdapter& adapter : adapters)
        ids.append(adapter.describe().id + QLatin1Char(':'));
    return failure(
        ErrorCode::InvalidParameter, Text::tr("„%1“ nennt keine Quelle.").arg(text.left(100)), {},
        Text::tr("Eine Quelle ist Art und Adresse, zum Beispiel ngsi:https://broker.example#WeatherObserved; "
                 "es gibt %1.")
            .arg(ids.join(QLatin1Char(' '))));
}

} // namespace

std::span<const ObservationAdapter> observationAdapters()
{
    return adapters;
}

const ObservationAdapter* adapterOf(QStringView id)
{
    for (const ObservationAdapter& adapter : adapters)
        if (adapter.describe().id == id)
            return &adapter;
    return nullptr;
}

Result<SourceAddress> addressFromText(const QString& text)
{
    const QString scheme = text.section(QLatin1Char(':'), 0, 0);
    // A broker's own address is both kind and URL.
    const bool isBroker = net::isBrokerScheme(scheme);
    SourceAddress address;
    address.adapter = adapterOf(isBroker ? QStringView(u"mqtt") : QStringView(scheme));
    QString rest = text.mid(scheme.size() + 1);
    if (isBroker && rest.startsWith(QLatin1String("//")))
        rest = text;
    if (!address.adapter || rest.isEmpty())
        return unknownSource(text);
    const qsizetype hash = rest.indexOf(QLatin1Char('#'));
    address.scope = hash < 0 ? QString() : rest.mid(hash + 1);
    address.url = QUrl(hash < 0 ? rest : rest.left(hash), QUrl::StrictMode);
    if (!address.url.isValid() || address.url.host().isEmpty())
        return failure(ErrorCode::InvalidParameter,
                       Text::tr("„%1“ enthält keine vollständige Adresse.").arg(text.left(100)), {},
                       Text::tr("Geben Sie sie mit https:// und dem Namen des Servers an."));
    return address;
}

Result<std::unique_ptr<ObservationSource>> openSource(const ObservationAdapter& adapter, const SourceSettings& settings,
                                                      net::HttpClient& http)
{
    TWIN_CHECK(observe::checkSettings(adapter.describe(), settings));
    return adapter.open(settings, http);
}

} // namespace twin::sources
