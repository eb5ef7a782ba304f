// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/content/DataSets.h"

namespace twin::demoplatform {
namespace {

using Q = Quantity;

Property make(const char* name, const char* title, Q quantity, const char* unitCode, const char* ucum, int period)
{
    return {QString::fromUtf8(name),     QString::fromUtf8(title), quantity,
            QString::fromUtf8(unitCode), QString::fromUtf8(ucum),  period};
}

DataSet make(const char* id, const char* type, const char* stem, const char* title, int field, const char* source,
             std::vector<Property> properties)
{
    return {
        QString::fromUtf8(id),     QString::fromUtf8(type), QString::fromUtf8(stem), QString::fromUtf8(title), field,
        QString::fromUtf8(source), std::move(properties)};
}

void addEnvironment(std::vector<DataSet>& sets)
{
    sets.push_back(
        make("klimastationen", "WeatherObserved", "klima", "Klimastationen", 9,
             "Klimamessnetze der Städte Dortmund (76 Stationen) und Schwerte (15 Stationen), urbane Datenplattformen",
             {make("temperature", "Lufttemperatur", Q::Temperature, "CEL", "Cel", 300),
              make("relativeHumidity", "Relative Luftfeuchte", Q::Humidity, "C62", "1", 300),
              make("atmosphericPressure", "Luftdruck", Q::AirPressure, "A97", "hPa", 300),
              make("precipitation", "Niederschlag", Q::Precipitation, "MMT", "mm", 300),
              make("windSpeed", "Windgeschwindigkeit", Q::WindSpeed, "MTS", "m/s", 300),
              make("gustSpeed", "Böengeschwindigkeit", Q::GustSpeed, "MTS", "m/s", 300),
              make("windDirection", "Windrichtung", Q::WindDirection, "DD", "deg", 300),
              make("solarRadiation", "Globalstrahlung", Q::Radiation, "D54", "W/m2", 300)}));
    sets.push_back(make("luftqualitaet", "AirQualityObserved", "luft", "Luftqualität", 9,
                        "LANUK Nordrhein-Westfalen, luftqualitaet.nrw.de",
                        {make("no2", "Stickstoffdioxid", Q::NitrogenDioxide, "GQ", "ug/m3", 600),
                         make("o3", "Ozon", Q::Ozone, "GQ", "ug/m3", 600),
                         make("pm10", "Feinstaub PM10", Q::Pm10, "GQ", "ug/m3", 600),
                         make("pm25", "Feinstaub PM2,5", Q::Pm25, "GQ", "ug/m3", 600)}));
    sets.push_back(make("laermmessung", "NoiseLevelObserved", "laerm", "Lärmmessung", 9,
                        "Umweltämter Dortmund und Schwerte, Lärmmessnetz",
                        {make("LAeq", "Mittelungspegel LAeq", Q::SoundLevel, "2N", "dB", 60),
                         make("LAmax", "Maximalpegel LAmax", Q::PeakSoundLevel, "2N", "dB", 60)}));
}

void addMobility(std::vector<DataSet>& sets)
{
    sets.push_back(make("parkhauser", "OffStreetParking", "parken", "Parkhäuser", 5,
                        "Stadt Dortmund, Parkleitsystem, Datensatz „parkhauser“ auf open-data.dortmund.de",
                        {make("availableSpotNumber", "Freie Stellplätze", Q::FreeSpaces, "C62", "{count}", 60),
                         make("totalSpotNumber", "Stellplätze gesamt", Q::TotalSpaces, "C62", "{count}", 86400),
                         make("occupancy", "Auslastung", Q::Occupancy, "C62", "1", 60),
                         make("status", "Zustand", Q::ParkingState, "", "", 60)}));
    sets.push_back(make("ladesaeulen", "EVChargingStation", "laden", "Ladesäulen", 5,
                        "DEW21 und Stadtwerke Schwerte über die Mobilithek",
                        {make("availableCapacity", "Freie Ladepunkte", Q::FreeChargers, "C62", "{count}", 60),
                         make("capacity", "Ladepunkte gesamt", Q::TotalChargers, "C62", "{count}", 86400),
                         make("power", "Ladeleistung", Q::ChargingPower, "KWT", "kW", 60),
                         make("status", "Zustand", Q::ChargerState, "", "", 60)}));
}

void addInfrastructure(std::vector<DataSet>& sets)
{
    sets.push_back(make("strassenleuchten", "Streetlight", "leuchte", "Straßenleuchten", 4,
                        "Tiefbauamt Dortmund und Stadtwerke Schwerte, Leuchtenverwaltung",
                        {make("powerState", "Schaltzustand", Q::LampState, "", "", 300),
                         make("status", "Zustand", Q::LampHealth, "", "", 3600),
                         make("activePower", "Leistung", Q::LampPower, "WTT", "W", 300)}));
    sets.push_back(make("pegel", "WaterObserved", "pegel", "Pegel an Ruhr, Emscher und Kanal", 3,
                        "LANUK Hochwasserdienst, Emschergenossenschaft, Ruhrverband, PEGELONLINE",
                        {make("height", "Wasserstand", Q::WaterLevel, "MTR", "m", 900),
                         make("flow", "Abfluss", Q::Discharge, "MQS", "m3/s", 900),
                         make("temperature", "Wassertemperatur", Q::WaterTemperature, "CEL", "Cel", 900)}));
    sets.push_back(make("verkehrszaehlung", "TrafficFlowObserved", "verkehr", "Verkehrszählung", 5,
                        "Straßen.NRW, Autobahn GmbH und Tiefbauamt Dortmund über die Mobilithek (DATEX II)",
                        {make("intensity", "Verkehrsstärke", Q::TrafficFlow, "C62", "{count}/h", 60),
                         make("averageVehicleSpeed", "Mittlere Geschwindigkeit", Q::TrafficSpeed, "KMH", "km/h", 60),
                         make("occupancy", "Belegungsgrad", Q::RoadOccupancy, "C62", "1", 60)}));
    sets.push_back(make("wertstoffbehaelter", "WasteContainer", "behaelter", "Wertstoffbehälter", 9,
                        "EDG Entsorgung Dortmund, Füllstandsmelder (LoRaWAN)",
                        {make("fillingLevel", "Füllstand", Q::FillLevel, "C62", "1", 3600),
                         make("status", "Zustand", Q::ContainerState, "", "", 3600)}));
}

void addLife(std::vector<DataSet>& sets)
{
    sets.push_back(make("kita-plaetze", "DayCareCentre", "kita", "Freie Kita-Plätze", 7,
                        "FABIDO und freie Träger, Kita-Portale Dortmund und Schwerte",
                        {make("availablePlaces", "Freie Plätze", Q::FreeDayCare, "C62", "{count}", 3600),
                         make("totalPlaces", "Plätze gesamt", Q::TotalDayCare, "C62", "{count}", 86400)}));
    sets.push_back(make("beteiligung", "Open311ServiceRequest", "hinweis", "Hinweise und Ideen", 2,
                        "Mängelmelder der Dortmund-App, mitmachstadt.schwerte.de (Open311)",
                        {make("votes", "Zustimmungen", Q::Votes, "C62", "{count}", 3600),
                         make("status", "Bearbeitungsstand", Q::ReportState, "", "", 3600)}));
    sets.push_back(make("passantenfrequenz", "CrowdFlowObserved", "frequenz", "Passantenfrequenz", 6,
                        "Wirtschaftsförderung Dortmund, Zählstellen in der Innenstadt",
                        {make("peopleCount", "Personen je Stunde", Q::Footfall, "C62", "{count}/h", 300)}));
    sets.push_back(make("leihraeder", "BikeHireDockingStation", "rad", "Leihräder", 5,
                        "metropolradruhr (nextbike), GBFS",
                        {make("availableBikeNumber", "Freie Räder", Q::FreeBikes, "C62", "{count}", 60),
                         make("totalSlotNumber", "Stellplätze", Q::TotalBikes, "C62", "{count}", 86400)}));
    sets.push_back(make("kuehle-orte", "IndoorEnvironmentObserved", "kuehl", "Kühle Orte", 10,
                        "Hitzeaktionsplan der Stadt Dortmund, Bibliotheken, Kirchen und Bäder",
                        {make("temperature", "Raumtemperatur", Q::IndoorTemperature, "CEL", "Cel", 300),
                         make("relativeHumidity", "Relative Luftfeuchte", Q::IndoorHumidity, "C62", "1", 300)}));
    sets.push_back(make("buergerdienste", "QueueMonitor", "dienst", "Wartezeiten der Bürgerdienste", 11,
                        "Bürgerdienste Dortmund und Schwerte, Aufrufanlage",
                        {make("waitingPeople", "Wartende", Q::WaitingPeople, "C62", "{count}", 60),
                         make("waitingTime", "Wartezeit", Q::WaitingTime, "MIN", "min", 60)}));
}

void addBuilding(std::vector<DataSet>& sets)
{
    sets.push_back(make("fb66-baustellen-tagesaktuell", "RoadWork", "baustelle", "Baustellen im Straßennetz", 5,
                        "Tiefbauamt Dortmund, Datensatz „fb66-baustellen-tagesaktuell“ auf open-data.dortmund.de",
                        {make("progress", "Fortschritt", Q::SiteProgress, "C62", "1", 3600),
                         make("status", "Zustand", Q::SiteState, "", "", 3600)}));
    sets.push_back(make("bauvorhaben", "BuildingConstruction", "bau", "Bauvorhaben", 8,
                        "Bauordnungsämter Dortmund und Schwerte (XBau, ogc-api.nrw.de/lika)",
                        {make("progress", "Baufortschritt", Q::SiteProgress, "C62", "1", 86400),
                         make("status", "Zustand", Q::SiteState, "", "", 86400)}));
    sets.push_back(make("funkstationen", "Device", "gateway", "Funkstationen der Sensornetze", 1,
                        "Betriebsüberwachung der urbanen Datenplattformen (LoRaWAN)",
                        {make("batteryLevel", "Ladezustand", Q::Battery, "C62", "1", 3600),
                         make("rssi", "Empfangsstärke", Q::SignalStrength, "DBM", "dB[mW]", 600)}));
    sets.push_back(make("solardaecher", "PhotovoltaicMeasurement", "solar", "Solardächer", 9,
                        "Immobilienwirtschaft der Stadt, Wechselrichter; Bestand: Marktstammdatenregister",
                        {make("activePower", "Einspeiseleistung", Q::SolarPower, "KWT", "kW", 300)}));
    sets.push_back(make("biometeorologie", "WeatherObserved", "versuch", "Versuch: gefühlte Temperatur im Stadtklima",
                        12, "Data2Resilience (Ruhr-Universität Bochum), biometeorologische Stationen in Dortmund",
                        {make("feelsLikeTemperature", "Gefühlte Temperatur", Q::FeltTemperature, "CEL", "Cel", 300),
                         make("temperature", "Lufttemperatur", Q::Temperature, "CEL", "Cel", 300)}));
    sets.push_back(make("stadtbahn-fahrzeuge", "Vehicle", "bahn", "Stadtbahnen unterwegs", 5,
                        "DSW21 und VRR, GTFS und GTFS-Realtime über DELFI",
                        {make("speed", "Geschwindigkeit", Q::TramSpeed, "KMH", "km/h", 10),
                         make("delay", "Verspätung", Q::TramDelay, "SEC", "s", 10),
                         make("heading", "Fahrtrichtung", Q::TramHeading, "DD", "deg", 10),
                         make("occupancy", "Auslastung", Q::TramLoad, "C62", "1", 10)}));
}

} // namespace

std::vector<DataSet> makeDataSets()
{
    std::vector<DataSet> sets;
    addEnvironment(sets);
    addMobility(sets);
    addInfrastructure(sets);
    addLife(sets);
    addBuilding(sets);
    return sets;
}

} // namespace twin::demoplatform
