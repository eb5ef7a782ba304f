// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoplatform/content/Tables.h"

#include <cstdint>
#include <vector>

#include <QString>

namespace twin::demoplatform {

/// What a property means; Readings.cpp knows how each runs through the day.
enum class Quantity : std::uint8_t {
    Temperature,
    FeltTemperature,
    Humidity,
    AirPressure,
    Precipitation,
    WindSpeed,
    GustSpeed,
    WindDirection,
    Radiation,
    NitrogenDioxide,
    Ozone,
    Pm10,
    Pm25,
    SoundLevel,
    PeakSoundLevel,
    FreeSpaces,
    TotalSpaces,
    Occupancy,
    ParkingState,
    FreeChargers,
    TotalChargers,
    ChargingPower,
    ChargerState,
    LampState,
    LampHealth,
    LampPower,
    WaterLevel,
    Discharge,
    WaterTemperature,
    TrafficFlow,
    TrafficSpeed,
    RoadOccupancy,
    FillLevel,
    ContainerState,
    FreeDayCare,
    TotalDayCare,
    Votes,
    ReportState,
    Footfall,
    FreeBikes,
    TotalBikes,
    IndoorTemperature,
    IndoorHumidity,
    WaitingPeople,
    WaitingTime,
    SiteProgress,
    SiteState,
    Battery,
    SignalStrength,
    SolarPower,
    TramSpeed,
    TramDelay,
    TramHeading,
    TramLoad,
};

/// One observed property of a kind of thing, named as the Smart Data Models name it.
struct Property {
    QString name;  ///< "temperature"
    QString title; ///< "Lufttemperatur"
    Quantity quantity = Quantity::Temperature;
    QString unitCode; ///< UN/CEFACT Recommendation 20; empty: a word, not a number
    QString ucum;
    int period = 60; ///< seconds between two values

    [[nodiscard]] bool isText() const { return unitCode.isEmpty(); }
};

/// Things of one kind, published together.
struct DataSet {
    QString id;   ///< on the open data portal
    QString type; ///< NGSI type
    QString stem; ///< of the things' ids
    QString title;
    int actionField = 1; ///< 1 … 12 as in both cities' strategies
    QString realSource;  ///< who would feed it in earnest
    std::vector<Property> properties;
};

/// Something that stands (or runs) somewhere and is observed.
struct Thing {
    int dataSet = 0;
    int number = 0; ///< within its data set, from 1
    QString id;     ///< "urn:ngsi-ld:WeatherObserved:dortmund-klima-07"
    QString name;
    bool isInSchwerte = false;
    double longitude = 0, latitude = 0; ///< WGS84 degrees
    double height = 0;                  ///< ground, metres above NHN
    double urban = 0;                   ///< 0 open country … 1 city centre
    double size = 1;                    ///< capacity, vehicles a day, metres … as its kind counts
    int variant = 0;                    ///< which of several characters, e.g. street or background
    int firstStream = 0;                ///< number of its first property among all
};

/// One property of one thing.
struct Stream {
    int thing = 0;
    int property = 0;
};

/// Everything the platform knows and observes. Immutable; positions stand on the demo region's ground.
class Catalogue {
public:
    /// @returns Internal when an asset is damaged, TransformFailed without PROJ's database.
    static Result<Catalogue> make(const Tables& tables, std::uint64_t seed);

    [[nodiscard]] const std::vector<DataSet>& dataSets() const { return m_dataSets; }
    [[nodiscard]] const std::vector<Thing>& things() const { return m_things; }
    [[nodiscard]] const std::vector<Stream>& streams() const { return m_streams; }

    [[nodiscard]] const DataSet& dataSetOf(const Thing& thing) const { return m_dataSets[std::size_t(thing.dataSet)]; }
    [[nodiscard]] const Thing& thingOf(const Stream& stream) const { return m_things[std::size_t(stream.thing)]; }
    [[nodiscard]] const Property& propertyOf(const Stream& stream) const
    {
        return dataSetOf(thingOf(stream)).properties[std::size_t(stream.property)];
    }
    /// @returns null for an id that is none.
    [[nodiscard]] const Thing* find(const QString& id) const;

private:
    std::vector<DataSet> m_dataSets;
    std::vector<Thing> m_things; ///< by data set
    std::vector<Stream> m_streams;
};

/// What every answer says of where it comes from.
inline const QString& demoLabel()
{
    static const QString text = QStringLiteral("Demo-Daten (erzeugt)");
    return text;
}

} // namespace twin::demoplatform
