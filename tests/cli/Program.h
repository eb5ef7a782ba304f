// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

/// One call of the real program, as a user's shell makes it.
struct Run {
    int exitCode = -1; ///< negative: crashed or killed
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject object() const; ///< of stdout; empty when it is no JSON object
    [[nodiscard]] QJsonArray array() const;
    /// @returns whether stderr is one sentence with the program's name in front, as errors are reported.
    [[nodiscard]] bool complainsInOneLine() const;
};

/// @param environment  "NAME=VALUE" beside this process's own
Run program(const QStringList& words, const QStringList& environment = {});

/// @returns the test folder's own city model: three invented houses.
QString threeHouses();

/// @brief Writes a CityGML 1.0 file of box-shaped houses, 20 m apart. @returns its path.
QString writeBoxes(const QString& folder, int count);
