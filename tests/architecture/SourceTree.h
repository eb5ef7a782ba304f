// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <vector>

#include <QString>
#include <QStringList>

/// A text file of the project, as the rules see it.
struct SourceFile {
    QString path; ///< relative to the source tree
    QStringList lines;
};

/// A target of twin_add_library, read from its CMakeLists.txt.
struct Lane {
    QString target;
    QString folder; ///< relative, e.g. "data-adapters/geo"
    std::set<QString> allowed;
};

/// @returns the project's own text files: sources, QML, shaders, CMake, scripts, documents; without test data and
/// builds.
std::vector<SourceFile> projectFiles(const QString& root);

/// @returns the lanes by target name.
std::map<QString, Lane> lanes(const QString& root);
