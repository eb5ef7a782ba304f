// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoplatform/content/Readings.h"
#include "demoplatform/http/Message.h"

#include <vector>

namespace twin::demoplatform {

/// Warnings as the DWD and the municipalities give them: CAP 1.2 in an Atom feed. They follow from the platform's own
/// weather (heat, frost, storm, heavy rain) and gauges; an exercise is always among them. Status is "Exercise": they
/// are no warnings.
class Warnings {
public:
    explicit Warnings(const Readings& readings) : m_readings(readings) {}

    /// @param root  of all links, e.g. "http://127.0.0.1:8080/cap"
    /// @param path  behind it: "/feed.atom" or "/alerts/ID.xml"
    [[nodiscard]] Response answer(const Request& request, const QByteArray& root, const QString& path,
                                  std::int64_t now) const;

    struct Warning {
        QString id;
        QString references; ///< of an update or its end; empty: a first message
        QString event, headline, description, instruction;
        const char* severity = "Minor";
        const char* category = "Met";
        const char* messageType = "Alert";
        const char* colour = "255 255 0";
        int code = 0; ///< DWD event code; 0: none
        std::int64_t sent = 0, onset = 0, expires = 0;
        int area = 0; ///< 0 both municipalities, 1 Dortmund, 2 Schwerte, 3 valley of the Ruhr
    };
    /// @returns what is in force or announced at an instant, oldest first.
    [[nodiscard]] std::vector<Warning> inForce(std::int64_t now) const;

private:
    void addDay(std::vector<Warning>& list, std::int64_t day, std::int64_t now) const;
    [[nodiscard]] QByteArray alert(const Warning& warning) const;
    [[nodiscard]] QByteArray feed(const QByteArray& root, std::int64_t now) const;

    const Readings& m_readings;
};

} // namespace twin::demoplatform
