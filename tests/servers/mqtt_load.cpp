// SPDX-License-Identifier: GPL-3.0-or-later
//
// mqtt_load PORT RATE SECONDS SERIES: publishes RATE values a second on load/0 … load/SERIES-1 at a steady pace, each
// {"value": n, "observedAt": "…", "location": …} with n counting up within its series, the series in a square round
// Dortmund's market. Prints how many it published.
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

#include <mosquitto.h>

int main(int argc, char** argv)
{
    using namespace std::chrono;
    if (argc != 5) {
        std::fprintf(stderr, "usage: mqtt_load PORT RATE SECONDS SERIES\n");
        return 2;
    }
    const int port = std::atoi(argv[1]), rate = std::atoi(argv[2]), seconds = std::atoi(argv[3]),
              series = std::atoi(argv[4]);
    mosquitto_lib_init();
    mosquitto* client = mosquitto_new(nullptr, true, nullptr);
    mosquitto_max_inflight_messages_set(client, 0);
    if (mosquitto_connect(client, "127.0.0.1", port, 60) != MOSQ_ERR_SUCCESS ||
        mosquitto_loop_start(client) != MOSQ_ERR_SUCCESS)
        return 1;
    const auto begin = steady_clock::now();
    const long long total = static_cast<long long>(rate) * seconds;
    long long sent = 0;
    while (sent < total) {
        const auto due = std::min<long long>(
            total, static_cast<long long>(duration<double>(steady_clock::now() - begin).count() * rate));
        for (; sent < due; ++sent) {
            const auto now = floor<milliseconds>(system_clock::now());
            const auto day = floor<days>(now);
            const year_month_day date{day};
            const int ms = static_cast<int>((now - day).count());
            const long long which = sent % series;
            const int side = static_cast<int>(std::ceil(std::sqrt(series)));
            const double longitude = 7.4453 + 0.04 * static_cast<double>(which % side) / side;
            const double latitude = 51.5036 + 0.02 * static_cast<double>(which / side) / side;
            char payload[256];
            std::snprintf(payload, sizeof payload,
                          "{\"value\":%lld,\"observedAt\":\"%04d-%02u-%02uT%02d:%02d:%02d.%03dZ\","
                          "\"location\":{\"type\":\"Point\",\"coordinates\":[%.6f,%.6f]}}",
                          sent / series, static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                          static_cast<unsigned>(date.day()), ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60,
                          ms % 1000, longitude, latitude);
            const std::string topic = "load/" + std::to_string(which);
            if (mosquitto_publish(client, nullptr, topic.c_str(),
                                  static_cast<int>(std::char_traits<char>::length(payload)), payload, 1,
                                  false) != MOSQ_ERR_SUCCESS)
                return 1;
        }
        std::this_thread::sleep_for(milliseconds(2));
    }
    while (mosquitto_want_write(client))
        std::this_thread::sleep_for(milliseconds(10));
    std::this_thread::sleep_for(milliseconds(500));
    mosquitto_disconnect(client);
    mosquitto_loop_stop(client, false);
    mosquitto_destroy(client);
    mosquitto_lib_cleanup();
    std::printf("%lld\n", sent);
    return 0;
}
