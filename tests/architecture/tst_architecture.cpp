// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/SourceTree.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

/// The project's rules about its own sources. A failure names the file, the line and the rule.
class ArchitectureTest : public QObject {
    Q_OBJECT

    const QString m_root = QStringLiteral(TWIN_SOURCE_DIR);
    std::vector<SourceFile> m_files;
    std::map<QString, Lane> m_lanes;

    static bool isCode(const QString& path)
    {
        static const QRegularExpression code(QStringLiteral("\\.(cpp|h)$"));
        return code.match(path).hasMatch();
    }

    static bool isProduct(const QString& path) { return isCode(path) && !path.startsWith(QLatin1String("tests/")); }

    template <class Wanted> QStringList hits(const QRegularExpression& pattern, Wanted wanted) const
    {
        QStringList found;
        for (const SourceFile& file : m_files)
            if (wanted(file.path))
                for (qsizetype i = 0; i < file.lines.size(); ++i)
                    if (pattern.match(file.lines[i]).hasMatch())
                        found.append(
                            QStringLiteral("%1:%2: %3").arg(file.path).arg(i + 1).arg(file.lines[i].trimmed()));
        return found;
    }

    static void expectNone(const QStringList& found, const char* rule)
    {
        if (!found.isEmpty())
            QFAIL(qPrintable(QLatin1String(rule) + QLatin1Char('\n') + found.join(QLatin1Char('\n'))));
    }

    /// The lane whose folder a project header lies in: "geo/Crs.h" and "app/cli/Json.h" alike.
    const Lane* laneOf(const QString& include) const
    {
        for (const auto& [target, lane] : m_lanes)
            for (const QString& prefix : {lane.folder, lane.folder.section(QLatin1Char('/'), 1)})
                if (!prefix.isEmpty() && include.startsWith(prefix + QLatin1Char('/')))
                    return &lane;
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_files = projectFiles(m_root);
        m_lanes = lanes(m_root);
        QVERIFY2(m_files.size() > 50, "the source tree was not found");
        QVERIFY(m_lanes.contains(QStringLiteral("twin_model")) && m_lanes.contains(QStringLiteral("twin_cli")));
    }

    void everyFileStatesItsLicence()
    {
        static const QRegularExpression needed(
            QStringLiteral("(\\.(cpp|h|qml|js|mjs|py|cmake|vert|frag|glsl|sh)|CMakeLists\\.txt|^scripts/[^/]+)$"));
        QStringList missing;
        for (const SourceFile& file : m_files)
            if (needed.match(file.path).hasMatch() &&
                !file.lines.mid(0, 5)
                     .join(QLatin1Char('\n'))
                     .contains(QLatin1String("SPDX-License-Identifier: GPL-3.0-or-later")))
                missing.append(file.path);
        expectNone(missing, "Without an SPDX line:");
    }

    void filesAreSmall()
    {
        QStringList tooLong;
        for (const SourceFile& file : m_files) {
            const bool isHeader = file.path.endsWith(QLatin1String(".h"));
            if (!isHeader && !file.path.endsWith(QLatin1String(".cpp")))
                continue;
            const qsizetype most = isHeader ? 300 : 800;
            const qsizetype advised = isHeader ? 250 : 500;
            if (file.lines.size() > most)
                tooLong.append(QStringLiteral("%1: %2 lines").arg(file.path).arg(file.lines.size()));
            else if (file.lines.size() > advised)
                qInfo().noquote() << file.path << "wants splitting:" << file.lines.size() << "lines";
        }
        expectNone(tooLong, "Files over the size budget (.cpp 800, header 300):");
    }

    void foldersAreSmall()
    {
        std::map<QString, int> counts;
        for (const SourceFile& file : m_files)
            if (isProduct(file.path))
                ++counts[file.path.section(QLatin1Char('/'), 0, -2)];
        QStringList crowded;
        for (const auto& [folder, count] : counts)
            if (count > 40)
                crowded.append(QStringLiteral("%1: %2 files").arg(folder).arg(count));
        expectNone(crowded, "Folders with more than 40 sources want subfolders:");
    }

    /// Two types of one name in one namespace are one to the linker: whoever mixes them crashes (ISO C++
    /// [basic.def.odr]).
    void typesHaveOneDefinition()
    {
        static const QRegularExpression space(QStringLiteral("^namespace ([\\w:]+) \\{"));
        static const QRegularExpression type(
            QStringLiteral("^(?:struct|class|enum class) (\\w+)(?: final)?(?: : .*| \\{.*)$"));
        std::map<QString, QStringList> places;
        for (const SourceFile& file : m_files) {
            if (!isProduct(file.path))
                continue;
            QString within; // empty inside an unnamed namespace, whose types are the file's own
            for (const QString& line : file.lines) {
                if (const auto match = space.match(line); match.hasMatch())
                    within = match.captured(1);
                else if (line.startsWith(QLatin1String("namespace {")))
                    within.clear();
                else if (line.startsWith(QLatin1String("} // namespace")) && within.isEmpty())
                    within = QStringLiteral("twin");
                if (const auto match = type.match(line); match.hasMatch() && !within.isEmpty())
                    places[within + QLatin1String("::") + match.captured(1)].append(file.path);
            }
        }
        QStringList twice;
        for (const auto& [name, files] : places)
            if (files.size() > 1)
                twice.append(name + QLatin1String(": ") + files.join(QLatin1String(", ")));
        QVERIFY(places.size() > 100);
        expectNone(twice, "Types defined more than once:");
    }

    void includesFollowTheArrows()
    {
        static const QRegularExpression include(QStringLiteral("^\\s*#include \"([^\"]+)\""));
        QStringList broken;
        for (const SourceFile& file : m_files) {
            const Lane* from = isProduct(file.path) ? laneOf(file.path) : nullptr;
            if (!from)
                continue;
            for (const QString& line : file.lines) {
                const QRegularExpressionMatch match = include.match(line);
                const Lane* to = match.hasMatch() ? laneOf(match.captured(1)) : nullptr;
                if (to && to != from && !from->allowed.contains(to->target))
                    broken.append(QStringLiteral("%1 (%2) includes %3 (%4)")
                                      .arg(file.path, from->target, match.captured(1), to->target));
            }
        }
        expectNone(broken, "Includes against the layering:");
    }

    /// A source that includes its own header before anything else proves, in every build, that the header compiles
    /// alone. Headers without a source are compiled by architecture_headers.
    void sourcesIncludeTheirOwnHeaderFirst()
    {
        static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s+[\"<]([^\">]+)[\">]"));
        QStringList broken;
        int checked = 0;
        for (const SourceFile& file : m_files) {
            if (!isProduct(file.path) || !file.path.endsWith(QLatin1String(".cpp")))
                continue;
            const QString header = file.path.chopped(4) + QStringLiteral(".h");
            if (!QFileInfo::exists(m_root + QLatin1Char('/') + header))
                continue;
            ++checked;
            QString first;
            for (const QString& line : file.lines)
                if (const auto match = include.match(line); match.hasMatch()) {
                    first = match.captured(1);
                    break;
                }
            const QString folder = file.path.section(QLatin1Char('/'), 0, -2) + QLatin1Char('/');
            if (header != first && header != QLatin1String("data-adapters/") + first && header != folder + first)
                broken.append(QStringLiteral("%1: %2").arg(file.path, first));
        }
        QVERIFY2(checked > 50, "no source with a header of its own was found");
        expectNone(broken, "Sources whose first include is not their own header:");
    }

    void headersAreGuarded()
    {
        QStringList open;
        for (const SourceFile& file : m_files)
            if (isProduct(file.path) && file.path.endsWith(QLatin1String(".h")) &&
                !file.lines.mid(0, 3).contains(QLatin1String("#pragma once")))
                open.append(file.path);
        expectNone(open, "Headers without #pragma once below their licence:");
    }

    void linksGoThroughTheLayeringCheck()
    {
        static const QRegularExpression link(QStringLiteral("target_link_libraries\\(\\s*twin_\\w+[^)]*\\btwin_"));
        expectNone(hits(link,
                        [](const QString& path) {
                            return path.endsWith(QLatin1String("CMakeLists.txt")) &&
                                   !path.startsWith(QLatin1String("tests/"));
                        }),
                   "Project targets are linked by twin_add_library alone:");
    }

    void nobodyReachesForSingletons()
    {
        static const QRegularExpression pattern(QStringLiteral("::instance\\(\\)|\\bqApp\\b"));
        expectNone(hits(pattern, isProduct), "No singletons, no service locators:");
    }

    void nothingChangesBehindTheScenes()
    {
        static const QRegularExpression pattern(
            QStringLiteral("^\\s*static\\s+(?!const\\b|constexpr\\b|inline "
                           "constexpr\\b|thread_local\\b|std::once_flag\\b|std::mutex\\b)[^()]*[;={]"));
        expectNone(hits(pattern, isProduct), "No static variables that change:");
    }

    void networkGoesThroughOneTransport()
    {
        static const QRegularExpression pattern(
            QStringLiteral("QNetworkAccessManager|QNetworkRequest|QTcpSocket|QSslSocket|QUdpSocket|QWebSocket|"
                           "#include <(mosquitto|curl)"));
        expectNone(hits(pattern,
                        [](const QString& path) {
                            // The demo platform is the other end: a server on loopback.
                            return isProduct(path) && !path.startsWith(QLatin1String("data-adapters/net/")) &&
                                   !path.startsWith(QLatin1String("data-adapters/demoplatform/"));
                        }),
                   "Network use outside data-adapters/net and the demo platform:");
    }

    /// S7: certificates are never waved through.
    void certificateErrorsAreNotIgnored()
    {
        static const QRegularExpression pattern(
            QStringLiteral("ignoreSslErrors|VerifyNone|tls_insecure_set|setDefaultConfiguration"));
        expectNone(hits(pattern, isProduct), "Certificate checks switched off:");
    }

    void engineHeadersStayInSources()
    {
        static const QRegularExpression pattern(
            QStringLiteral("#include <(osg|gdal|ogr|proj|QtQuick3D|sqlite3|pugixml|simdjson)"));
        expectNone(hits(pattern,
                        [](const QString& path) {
                            // A lane's private headers may; what other lanes include may not.
                            return path.endsWith(QLatin1String(".h")) && isProduct(path) &&
                                   (path.count(QLatin1Char('/')) == 1 ||
                                    path.startsWith(QLatin1String("data-adapters/model/")));
                        }),
                   "Third-party engine headers in public headers:");
    }

    void nothingNamesAMachine()
    {
        const QRegularExpression pattern(
            QStringLiteral("(^|[\\s\"'=(`])/(%1|%2|%3)/")
                .arg(QStringLiteral("work"), QStringLiteral("home"), QStringLiteral("root")));
        expectNone(hits(pattern, [](const QString&) { return true; }), "Paths of one machine:");
    }

    void nothingIsPutOff()
    {
        const QRegularExpression pattern(QStringLiteral("\\b(%1|%2|%3)\\b")
                                             .arg(QStringLiteral("TO") + QStringLiteral("DO"),
                                                  QStringLiteral("FIX") + QStringLiteral("ME"),
                                                  QStringLiteral("XX") + QStringLiteral("X")));
        expectNone(
            hits(pattern, [](const QString& path) { return isCode(path) || path.endsWith(QLatin1String(".qml")); }),
            "Unfinished business:");
    }
};

QTEST_GUILESS_MAIN(ArchitectureTest)
#include "tst_architecture.moc"
