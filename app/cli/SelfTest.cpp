// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SelfTest.h"

#include "app/cli/Text.h"
#include "geo/Crs.h"
#include "geo/Gdal.h"
#include "render/CityRenderer.h"
#include "render/OffscreenContext.h"

#include <algorithm>

#include <QDir>
#include <QDirIterator>
#include <QStandardPaths>
#include <QTemporaryFile>

namespace twin::cli {
namespace {

Finding qtVersion()
{
    return {QStringLiteral("qt"), QStringLiteral("Qt"), true, true, QLatin1String(qVersion()), {}};
}

Finding projections()
{
    Finding finding{QStringLiteral("projections"), Text::tr("Koordinaten"), false, true, geo::gdalVersionText(), {}};
    const auto geocentric = geo::Geocentric::create();
    if (!geocentric) {
        finding.text = geocentric.error().summary;
        finding.remedy = Text::tr("Installieren Sie das Paket proj-data.");
        return finding;
    }
    // The town hall square of Dortmund: 7.466° E, 51.511° N lies at 393 549 E, 5 707 768 N.
    const ProjectedPosition p = geocentric->fromGeodetic({51.511, 7.466, 130});
    finding.ok = std::abs(p.eastingMetres - 393'549) < 500 && std::abs(p.northingMetres - 5'707'768) < 500;
    if (!finding.ok)
        finding.remedy =
            Text::tr("Die Umrechnung nach ETRS89/UTM 32N liefert falsche Werte: installieren Sie PROJ neu.");
    return finding;
}

Finding geoid()
{
    Finding finding{QStringLiteral("geoid"), Text::tr("Geoid"), false, false, {}, {}};
    const auto geocentric = geo::Geocentric::create();
    finding.ok = geocentric && geocentric->usesGeoidGrid();
    finding.text = finding.ok ? Text::tr("Gitter GCG2016 vorhanden")
                              : Text::tr("Gitter GCG2016 fehlt, es gilt eine feste Undulation");
    if (!finding.ok)
        finding.remedy = Text::tr(
            "Für genaue ellipsoidische Höhen legen Sie de_bkg_gcg2016.tif (PROJ-data) in den Datenordner von PROJ.");
    return finding;
}

/// OpenGL and, when there is a context, a first frame of an empty region: sky above ground.
std::vector<Finding> pictures()
{
    Finding gl{QStringLiteral("opengl"), QStringLiteral("OpenGL"), false, true, {}, {}};
    Finding frame{QStringLiteral("frame"), Text::tr("Erstes Bild"), false, true, Text::tr("nicht gezeichnet"), {}};
    const auto context = render::OffscreenContext::create();
    if (!context) {
        gl.text = context.error().summary;
        gl.remedy = context.error().effectiveRemedy();
        return {gl, frame};
    }
    gl.ok = true;
    gl.text = QStringLiteral("%1, %2").arg((*context)->version(), (*context)->renderer());
    if ((*context)->isSoftware())
        gl.text += Text::tr(" (Software: ohne Grafikkarte, langsamer)");

    auto renderer = render::CityRenderer::create({});
    if (!renderer) {
        frame.text = renderer.error().summary;
        frame.remedy = renderer.error().effectiveRemedy();
        return {gl, frame};
    }
    render::FrameRequest request;
    request.size = {160, 100};
    request.camera.eye = {0, 0, 200};
    request.camera.pitchDegrees = -5;
    request.time = QDateTime(QDate(2026, 6, 21), QTime(9, 0), Qt::UTC);
    request.place = {51.511, 7.466, 130};
    const render::FrameReport report = (*renderer)->draw(request);
    const std::vector<std::uint8_t> pixels = (*renderer)->readColour();
    const bool isPainted =
        std::any_of(pixels.begin(), pixels.end(), [](std::uint8_t value) { return value != 0 && value != 255; });
    frame.ok = report.glErrors == 0 && isPainted;
    frame.text = Text::tr("%1 × %2 Pixel in %3 ms, %4 OpenGL-Fehler")
                     .arg(request.size.width())
                     .arg(request.size.height())
                     .arg(report.cpuMilliseconds, 0, 'f', 1)
                     .arg(report.glErrors);
    if (!frame.ok)
        frame.remedy = Text::tr("Aktualisieren Sie den Grafiktreiber oder setzen Sie LIBGL_ALWAYS_SOFTWARE=1.");
    return {gl, frame};
}

Finding writeAccess(const QString& name, const QString& title, const QString& folder)
{
    Finding finding{name, title, false, true, folder, {}};
    QDir().mkpath(folder);
    QTemporaryFile file(folder + QStringLiteral("/check-XXXXXX"));
    finding.ok = file.open() && file.write("check") == 5;
    if (!finding.ok) {
        finding.text = Text::tr("%1 ist nicht beschreibbar").arg(folder);
        finding.remedy = Text::tr("Prüfen Sie die Schreibrechte und den freien Platz.");
    }
    return finding;
}

/// By the files: asking the font database would start a window system.
Finding fonts()
{
    Finding finding{QStringLiteral("fonts"),
                    Text::tr("Schriften"),
                    false,
                    false,
                    Text::tr("Inter und Noto Sans fehlen"),
                    Text::tr("Installieren Sie die Pakete fonts-inter und fonts-noto-core.")};
    for (const QString& folder : QStandardPaths::standardLocations(QStandardPaths::FontsLocation)) {
        QDirIterator it(folder, {QStringLiteral("Inter*"), QStringLiteral("NotoSans-*")}, QDir::Files,
                        QDirIterator::Subdirectories);
        if (it.hasNext()) {
            finding.ok = true;
            finding.text = it.next();
            finding.remedy.clear();
            break;
        }
    }
    return finding;
}

} // namespace

std::vector<Finding> selfTest()
{
    std::vector<Finding> findings{qtVersion()};
    for (Finding& finding : pictures())
        findings.push_back(std::move(finding));
    findings.push_back(projections());
    findings.push_back(geoid());
    findings.push_back(writeAccess(QStringLiteral("cache"), Text::tr("Zwischenspeicher"),
                                   QStandardPaths::writableLocation(QStandardPaths::CacheLocation)));
    findings.push_back(writeAccess(QStringLiteral("temporary"), Text::tr("Temporärer Ordner"), QDir::tempPath()));
    findings.push_back(fonts());
    return findings;
}

} // namespace twin::cli
