// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/quality/HtmlReport.h"

#include "app/services/quality/HtmlReportParts.h"
#include "app/services/quality/ObjectLink.h"
#include "package/io/Files.h"
#include "package/quality/Val3dity.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace twin::services {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::HtmlReport)
};

constexpr std::size_t rowsOfOpenTopic = 20; ///< longer lists start folded

/// A path as a shell takes it for one word.
QString shellWord(const QString& path)
{
    const bool plain = std::all_of(
        path.begin(), path.end(), [](QChar c) { return c.isLetterOrNumber() || QStringLiteral("/._-+:").contains(c); });
    return plain ? path
                 : QLatin1Char('\'') + QString(path).replace(QLatin1Char('\''), QLatin1String("'\\''")) +
                       QLatin1Char('\'');
}

/// Writes one document. Everything that comes from files goes through `text`.
class HtmlWriter {
public:
    explicit HtmlWriter(const QualityReport& report) : m_report(report), m_locale(reportLocale()) {}

    QString write()
    {
        head();
        summary();
        sources();
        contents();
        topics();
        codes();
        add(QStringLiteral("</main>\n<script>"));
        add(QString::fromUtf8(reportScript));
        add(QStringLiteral("</script>\n</body></html>\n"));
        return std::move(m_html);
    }

private:
    void add(const QString& html) { m_html += html; }
    static QString text(const QString& plain) { return plain.toHtmlEscaped(); }
    [[nodiscard]] QString number(qint64 value) const { return m_locale.toString(value); }
    [[nodiscard]] QString figure(double value, int digits) const { return m_locale.toString(value, 'f', digits); }

    void heading(const QString& title) { add(QStringLiteral("<h2>") + text(title) + QStringLiteral("</h2>\n")); }
    void cell(const QString& plain) { add(QStringLiteral("<td>") + text(plain) + QStringLiteral("</td>")); }
    void numberCell(qint64 value)
    {
        add(QStringLiteral("<td class=\"num\" data-v=\"%1\">%2</td>").arg(value).arg(number(value)));
    }
    /// @param columns  titles; those of figures begin with "#"
    void beginTable(const QStringList& columns)
    {
        add(QStringLiteral("<div class=\"scroll\"><table><thead><tr>"));
        for (const QString& column : columns) {
            const bool isNumber = column.startsWith(QLatin1Char('#'));
            add(QStringLiteral("<th%1><button type=\"button\">%2</button></th>")
                    .arg(isNumber ? QStringLiteral(" class=\"num\"") : QString(), text(column.mid(isNumber ? 1 : 0))));
        }
        add(QStringLiteral("</tr></thead><tbody>\n"));
    }
    static QString figures(const QString& title) { return QLatin1Char('#') + title; }
    void endTable() { add(QStringLiteral("</tbody></table></div>\n")); }

    void head();
    void summary();
    void sources();
    void contents();
    void topics();
    void topic(const QualityTopic& topic);
    void row(const QualityRow& row);
    [[nodiscard]] QString object(const QString& id) const;
    void codes();
    [[nodiscard]] qint64 countOfCode(int code) const;

    const QualityReport& m_report;
    QLocale m_locale;
    QString m_html;
};

void HtmlWriter::head()
{
    const QString title =
        m_report.title.isEmpty() ? Text::tr("Qualitätsbericht") : Text::tr("Qualitätsbericht: %1").arg(m_report.title);
    add(QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                       "'unsafe-inline'; script-src 'unsafe-inline'\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                       "<title>%2</title>\n<style>")
            .arg(m_locale.name().left(2), text(title)));
    add(QString::fromUtf8(reportStyle));
    add(QStringLiteral("</style>\n</head>\n<body>\n<main>\n<h1>%1</h1>\n").arg(text(title)));
    add(QStringLiteral("<p class=\"soft\">%1</p>\n")
            .arg(text(
                Text::tr("Stadtzwilling %1, %2")
                    .arg(QStringLiteral(TWIN_VERSION), m_locale.toString(m_report.createdAt, QLocale::ShortFormat)))));
    if (m_report.demo)
        add(QStringLiteral("<p class=\"demo\">%1</p>\n").arg(text(Text::tr("Demo-Daten (erzeugt)"))));
}

void HtmlWriter::summary()
{
    add(QStringLiteral("<div class=\"tiles\">\n"));
    qint64 objects = 0;
    for (const auto& [type, count] : m_report.objects)
        objects += count;
    const auto tile = [this](qint64 value, const QString& title, const QString& kind) {
        add(QStringLiteral("<div class=\"tile %1%2\"><b>%3</b>%4</div>\n")
                .arg(kind, value > 0 && !kind.isEmpty() ? QStringLiteral(" some") : QString(), number(value),
                     text(title)));
    };
    if (!m_report.region.isEmpty())
        tile(objects, Text::tr("Objekte"), {});
    for (int i = 0; i <= int(QualityGroup::Note); ++i) {
        const auto group = static_cast<QualityGroup>(i);
        tile(m_report.countOf(group), titleOf(group), nameOf(group));
    }
    add(QStringLiteral("</div>\n"));
    if (m_report.region.isEmpty()) {
        add(QStringLiteral("<p>%1</p>\n").arg(text(Text::tr("Es ist keine Region entstanden."))));
        return;
    }
    add(QStringLiteral("<p>%1</p>\n")
            .arg(text(Text::tr("%1 MB gelesen in %2 s: %3 Flächen, %4 Dreiecke.")
                          .arg(figure(double(m_report.bytesRead) * 1e-6, 1), figure(m_report.seconds, 1),
                               number(m_report.surfaces), number(m_report.triangles)))));
    if (m_report.geometryChecked) {
        const package::GeometryTally& t = m_report.geometry;
        add(QStringLiteral("<p>%1</p>\n")
                .arg(text(
                    Text::tr("Geprüft: %1 Flächen und %2 Körper, davon %3 ohne Fehler. %4 Körper ließen sich nicht "
                             "prüfen, weil eine ihrer Flächen ungültig ist oder fehlt.")
                        .arg(number(t.polygons), number(t.solids), number(t.goodSolids), number(t.skippedSolids)))));
    }
}

void HtmlWriter::sources()
{
    if (m_report.sources.empty() && m_report.layers.empty())
        return;
    heading(Text::tr("Quellen"));
    std::size_t count = m_report.sources.size();
    for (const LayerInfo& layer : m_report.layers)
        count += layer.sources.size();
    add(QStringLiteral("<details%1><summary>%2</summary>")
            .arg(count <= rowsOfOpenTopic ? QStringLiteral(" open") : QString(),
                 text(Text::tr("%1 Dateien").arg(number(qint64(count))))));
    beginTable({Text::tr("Datei"), Text::tr("Format"), Text::tr("Koordinatensystem"), Text::tr("genannt in"),
                Text::tr("Stand"), figures(Text::tr("MB")), Text::tr("Lizenz")});
    const auto source = [this](const SourceInfo& info) {
        add(QStringLiteral("<tr>"));
        cell(info.path);
        cell(info.format.isEmpty() ? Text::tr("nicht gelesen") : info.format);
        cell(info.crs);
        cell(info.crsOrigin);
        cell(m_locale.toString(info.fileDate, QLocale::ShortFormat));
        add(QStringLiteral("<td class=\"num\" data-v=\"%1\">%2</td>")
                .arg(info.bytes)
                .arg(figure(double(info.bytes) * 1e-6, 2)));
        cell(info.licence.isEmpty() ? Text::tr("nicht angegeben") : info.licence);
        add(QStringLiteral("</tr>\n"));
    };
    for (const SourceInfo& info : m_report.sources)
        source(info);
    for (const LayerInfo& layer : m_report.layers)
        for (const SourceInfo& info : layer.sources)
            source(info);
    endTable();
    add(QStringLiteral("</details>\n"));
}

void HtmlWriter::contents()
{
    if (!m_report.layers.empty()) {
        heading(Text::tr("Ebenen"));
        beginTable({Text::tr("Ebene"), Text::tr("Art"), figures(Text::tr("Anzahl")), Text::tr("Lizenz")});
        for (const LayerInfo& layer : m_report.layers) {
            add(QStringLiteral("<tr>"));
            cell(layer.title);
            cell(layerKindName(layer.kind));
            numberCell(layer.count);
            cell(layer.licence.isEmpty() ? Text::tr("nicht angegeben") : layer.licence);
            add(QStringLiteral("</tr>\n"));
        }
        endTable();
    }
    if (m_report.objects.empty())
        return;
    heading(Text::tr("Objekte"));
    beginTable({Text::tr("Modul"), Text::tr("Art"), figures(Text::tr("Anzahl")), Text::tr("davon mit Geometrie")});
    for (const auto& [name, count] : m_report.objects) {
        const CityObjectType type = cityObjectTypeFromName(name);
        QStringList levels;
        for (const QualityLevel& level : m_report.levels)
            if (level.type == type)
                levels.append(QStringLiteral("LoD%1: %2").arg(lodName(level.lod), number(level.objects)));
        add(QStringLiteral("<tr>"));
        cell(layerName(moduleOf(type)));
        cell(name);
        numberCell(count);
        cell(levels.isEmpty() ? m_report.geometryChecked ? Text::tr("keine eigene") : QStringLiteral("–")
                              : levels.join(QStringLiteral(", ")));
        add(QStringLiteral("</tr>\n"));
    }
    endTable();
}

void HtmlWriter::topics()
{
    heading(Text::tr("Befunde"));
    if (m_report.topics.empty()) {
        add(QStringLiteral("<p>%1</p>\n").arg(text(Text::tr("Nichts zu beanstanden."))));
        return;
    }
    add(QStringLiteral("<div class=\"tools\"><input id=\"words\" type=\"search\" aria-label=\"%1\" placeholder=\"%1\">"
                       "<select id=\"kind\" aria-label=\"%2\"><option value=\"\">%2</option>")
            .arg(text(Text::tr("Filtern: Datei, Kennung, Wort …")), text(Text::tr("alle Arten"))));
    for (int i = 0; i <= int(QualityGroup::Note); ++i) {
        const auto group = static_cast<QualityGroup>(i);
        add(QStringLiteral("<option value=\"%1\">%2</option>").arg(nameOf(group), text(titleOf(group))));
    }
    add(QStringLiteral("</select></div>\n"));
    if (!m_report.region.isEmpty())
        add(QStringLiteral("<p class=\"soft\">%1</p><pre>stadtzwilling %2 --select %3</pre>\n")
                .arg(
                    text(Text::tr("Ein Klick auf eine Kennung der Spalte „Objekt“ zeigt es im Fenster, wo das Programm "
                                  "installiert ist; überall zeigt es dieser Aufruf:")),
                    text(shellWord(QFileInfo(m_report.region).absoluteFilePath())), text(Text::tr("KENNUNG"))));
    for (const QualityTopic& each : m_report.topics)
        topic(each);
}

void HtmlWriter::topic(const QualityTopic& topic)
{
    const QString code = topic.val3dity != 0 ? QStringLiteral("val3dity %1").arg(topic.val3dity) : topic.code;
    add(QStringLiteral("<details class=\"topic %1\"%2 data-find=\"%3\"><summary><span class=\"count\">%4</span>"
                       "<span class=\"title\">%5</span><span class=\"badge\">%6</span><span class=\"badge\">%7</span>"
                       "</summary>\n")
            .arg(nameOf(topic.group), topic.rows.size() <= rowsOfOpenTopic ? QStringLiteral(" open") : QString(),
                 text((topic.title + QLatin1Char(' ') + topic.code + QLatin1Char(' ') + code).toLower()),
                 number(topic.count), text(topic.title), text(titleOf(topic.group)), text(code)));
    if (topic.rows.empty()) {
        add(QStringLiteral("<p class=\"soft\">%1</p></details>\n")
                .arg(text(topic.val3dity != 0 ? Text::tr("Die Stellen stehen bei „val3dity %1“.").arg(topic.val3dity)
                                              : Text::tr("Nur gezählt: die Stellen sind nicht aufgeführt."))));
        return;
    }
    if (qint64(topic.rows.size()) < topic.count && topic.group != QualityGroup::Unknown)
        add(QStringLiteral("<p class=\"soft\">%1</p>\n")
                .arg(text(
                    Text::tr("Die ersten %1 von %2.").arg(number(qint64(topic.rows.size())), number(topic.count)))));
    beginTable({Text::tr("Objekt"), Text::tr("Kennung"), Text::tr("Datei"), figures(Text::tr("Zeile")),
                figures(Text::tr("Ost")), figures(Text::tr("Nord")), figures(Text::tr("Höhe")),
                Text::tr("Einzelheiten")});
    for (const QualityRow& each : topic.rows)
        row(each);
    endTable();
    add(QStringLiteral("</details>\n"));
}

void HtmlWriter::row(const QualityRow& row)
{
    add(QStringLiteral("<tr><td>%1</td><td><code>%2</code></td>")
            .arg(object(row.object), text(row.where.id == row.object ? QString() : row.where.id)));
    add(QStringLiteral("<td title=\"%1\">%2</td>")
            .arg(text(row.where.source), text(QFileInfo(row.where.source).fileName())));
    if (row.where.line > 0)
        add(QStringLiteral("<td class=\"num\" data-v=\"%1\">%1</td>").arg(row.where.line));
    else
        add(QStringLiteral("<td></td>"));
    if (row.position)
        for (const double value :
             {row.position->eastingMetres, row.position->northingMetres, row.position->heightMetres})
            add(QStringLiteral("<td class=\"num\" data-v=\"%1\">%2</td>")
                    .arg(value, 0, 'f', 2)
                    .arg(QString::number(value, 'f', 1)));
    else
        add(QStringLiteral("<td></td><td></td><td></td>"));
    cell(row.detail);
    add(QStringLiteral("</tr>\n"));
}

/// @returns the id as a jump to the object in the window.
QString HtmlWriter::object(const QString& id) const
{
    const QString code = QStringLiteral("<code>") + text(id) + QStringLiteral("</code>");
    if (id.isEmpty() || m_report.region.isEmpty())
        return code;
    const QString uri = uriOf({QFileInfo(m_report.region).absoluteFilePath(), id});
    return QStringLiteral("<a href=\"%1\" title=\"%2\">%3</a>")
        .arg(text(uri), text(Text::tr("Im Fenster zeigen")), code);
}

qint64 HtmlWriter::countOfCode(int code) const
{
    qint64 count = 0;
    for (const QualityTopic& topic : m_report.topics)
        if (topic.val3dity == code && (topic.group == QualityGroup::Invalid || code == 101 || code == 103))
            count += topic.count;
    return count;
}

/// What was looked for, and what was not: an empty list alone says neither.
void HtmlWriter::codes()
{
    if (!m_report.geometryChecked)
        return;
    heading(Text::tr("Geprüfte Regeln (ISO 19107, Nummern von val3dity)"));
    add(QStringLiteral("<p class=\"soft\">%1</p>\n")
            .arg(text(
                Text::tr("Toleranzen: Ecken gelten ab %1 mm Abstand als verschieden, Flächen bis %2 cm als eben, "
                         "Falten ab %3°. Hüllen werden nur aus gültigen Flächen geprüft. Innere Hüllen, "
                         "zusammengesetzte Körper und Überschneidungen von Gebäudeteilen prüft das Programm nicht.")
                    .arg(figure(package::snapMetres * 1000, 0), figure(package::planeDistanceMetres * 100, 0),
                         figure(package::normalDeviationDegrees, 0)))));
    beginTable({Text::tr("Nummer"), Text::tr("Regel"), Text::tr("verletzt, wenn"), figures(Text::tr("Befunde"))});
    for (const package::Val3dityCode& code : package::val3dityCodes()) {
        add(QStringLiteral("<tr><td data-v=\"%1\">%1</td><td><code>%2</code></td>")
                .arg(code.number)
                .arg(QLatin1String(code.name)));
        cell(package::titleOf(code));
        numberCell(countOfCode(code.number));
        add(QStringLiteral("</tr>\n"));
    }
    endTable();
}

QString cannotWrite()
{
    return Text::tr("Der Qualitätsbericht ließ sich nicht schreiben.");
}

} // namespace

QString htmlOf(const QualityReport& report)
{
    return HtmlWriter(report).write();
}

Result<void> writeHtmlReport(const QualityReport& report, const QString& path)
{
    QSaveFile file(path);
    const QByteArray html = htmlOf(report).toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(html) != html.size() || !file.commit())
        return failure(package::fileError(file, cannotWrite()));
    return {};
}

Result<void> checkReportPath(const QString& path)
{
    const QFileInfo file(path);
    const QFileInfo folder(file.absolutePath());
    if (file.isDir())
        return failure(ErrorCode::InvalidParameter, Text::tr("Für den Qualitätsbericht fehlt der Name der Datei."), {},
                       Text::tr("Geben Sie zum Beispiel --report bericht.html an."), {path, -1, {}});
    if (!folder.isDir())
        return failure(ErrorCode::NotFound, Text::tr("Den Ordner für den Qualitätsbericht gibt es nicht."), {},
                       Text::tr("Legen Sie ihn an."), {folder.filePath(), -1, {}});
    if (!folder.isWritable() || (file.exists() && !file.isWritable()))
        return failure(ErrorCode::AccessDenied, cannotWrite(), {}, {}, {path, -1, {}});
    return {};
}

} // namespace twin::services
