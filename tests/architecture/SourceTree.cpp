// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/SourceTree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace {

QString read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool isText(const QString& path)
{
    static const QRegularExpression pattern(QStringLiteral(
        "(\\.(cpp|h|qml|js|mjs|py|cmake|vert|frag|glsl|md|sh|json|txt|ts)|/(run|test|setup|bench|with-display))$"));
    return pattern.match(path).hasMatch();
}

} // namespace

std::vector<SourceFile> projectFiles(const QString& root)
{
    const QStringList folders{QStringLiteral("app"),           QStringLiteral("qml"),     QStringLiteral("render"),
                              QStringLiteral("data-adapters"), QStringLiteral("assets"),  QStringLiteral("tests"),
                              QStringLiteral("cmake"),         QStringLiteral("scripts"), QStringLiteral("docs"),
                              QStringLiteral("i18n"),          QStringLiteral(".ci")};
    QStringList paths{QStringLiteral("CMakeLists.txt"), QStringLiteral("CMakePresets.json"),
                      QStringLiteral("README.md")};
    for (const QString& folder : folders) {
        QDirIterator it(root + QLatin1Char('/') + folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = QDir(root).relativeFilePath(it.next());
            if (isText(path) && !path.startsWith(QLatin1String("tests/data/")) &&
                !path.contains(QLatin1String("node_modules/")))
                paths.append(path);
        }
    }
    paths.sort();
    std::vector<SourceFile> files;
    for (const QString& path : paths)
        files.push_back({path, read(root + QLatin1Char('/') + path).split(QLatin1Char('\n'))});
    return files;
}

std::map<QString, Lane> lanes(const QString& root)
{
    static const QRegularExpression call(QStringLiteral("twin_add_library\\(\\s*(twin_\\w+)([^)]*)\\)"));
    std::map<QString, Lane> found;
    for (const QString& folder : {QStringLiteral("data-adapters"), QStringLiteral("render"), QStringLiteral("app")}) {
        QDirIterator it(root + QLatin1Char('/') + folder, {QStringLiteral("CMakeLists.txt")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            const QRegularExpressionMatch match = call.match(read(path));
            if (!match.hasMatch())
                continue;
            Lane lane{match.captured(1), QDir(root).relativeFilePath(QFileInfo(path).path()), {}};
            bool inAllow = false;
            for (const QString& word :
                 match.captured(2).split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts)) {
                if (word == word.toUpper())
                    inAllow = word == QLatin1String("ALLOW");
                else if (inAllow)
                    lane.allowed.insert(word);
            }
            found.emplace(lane.target, lane);
        }
    }
    return found;
}
