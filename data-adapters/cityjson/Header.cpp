// SPDX-License-Identifier: GPL-3.0-or-later
#include "cityjson/Header.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

namespace twin::cityjson {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::cityjson", text);
}

Result<QString> readVersion(const Json& json)
{
    const auto type = asText(member(json, "type"));
    if (type == "CityJSONFeature")
        return failure(
            ErrorCode::UnsupportedFormat,
            tr("Der Datei fehlt die erste Zeile einer CityJSON-Folge, ohne die ihre Objekte keine Lage haben."),
            QStringLiteral("CityJSONFeature without a CityJSON object before it"),
            tr("Setzen Sie die Kopfzeile („type“: „CityJSON“) davor oder holen Sie die Datei erneut."));
    if (type != "CityJSON")
        return failure(
            ErrorCode::UnsupportedFormat, tr("Die Datei ist kein CityJSON-Stadtmodell."),
            QStringLiteral("type \"%1\"").arg(toQString(type.value_or("")).left(100)),
            tr("Gelesen werden CityJSON, GeoJSON und TopoJSON. Fragen Sie den Anbieter nach einem dieser Formate."));
    QString version = toQString(asText(member(json, "version")).value_or("")).trimmed();
    for (const char* known : {"1.0", "1.1", "2.0"})
        if (version == QLatin1String(known) || version.startsWith(QLatin1String(known) + QLatin1Char('.')))
            return QString(QLatin1String(known));
    return failure(ErrorCode::UnsupportedVersion,
                   tr("CityJSON %1 wird nicht gelesen, nur CityJSON 1.0, 1.1 und 2.0.").arg(version.left(20)), {},
                   tr("Bringen Sie die Datei mit „cjio … upgrade“ auf den Stand 2.0."));
}

Quantisation readTransform(const Json& transform)
{
    Quantisation quantisation;
    const auto numbers = [&transform](const char* name, std::array<double, 3>& values) {
        Companion stated(member(transform, name));
        for (double& value : values)
            value = asNumber(stated.next()).value_or(value);
    };
    numbers("scale", quantisation.scale);
    numbers("translate", quantisation.translate);
    return quantisation;
}

/// CityJSON 1.0 may have a license in its metadata, later versions may carry one through extensions.
QString licenceOf(const Json& metadata)
{
    for (const char* name : {"license", "licence"})
        if (const auto text = asText(member(metadata, name)))
            return toQString(*text).simplified();
    return {};
}

} // namespace

Result<FileHeader> readHeader(const Json& json, const QString& path, bool sequence, const QString& crs,
                              AppearancePool& pool)
{
    TWIN_TRY(const QString version, readVersion(json));
    FileHeader header;
    const QFileInfo file(path);
    header.facts.path = path;
    header.facts.baseName = file.completeBaseName();
    header.info.path = path;
    header.info.bytes = file.size();
    header.info.fileDate = file.lastModified().date();
    header.info.format = (sequence ? QStringLiteral("CityJSONSeq ") : QStringLiteral("CityJSON ")) + version;

    std::string stated;
    if (const auto metadata = member(json, "metadata")) {
        header.info.title = toQString(asText(member(*metadata, "title")).value_or("")).simplified();
        header.info.licence = licenceOf(*metadata);
        stated = trimmed(asText(member(*metadata, "referenceSystem")).value_or(""));
    }
    TWIN_TRY(const geo::SettledCrs settled, geo::settleCrs(stated, crs.toStdString()));
    header.facts.srsName = settled.srsName;
    header.info.crs = toQString(settled.srsName);
    header.info.crsOrigin = settled.fromOption ? QStringLiteral("--crs") : QStringLiteral("referenceSystem");
    if (settled.replaced)
        header.issues.push_back({QStringLiteral("crs.replaced"), toQString(stated).left(200), {path, -1, {}}});
    if (settled.optionUnused)
        header.issues.push_back({QStringLiteral("crs.option-unused"),
                                 QStringLiteral("--crs %1, referenceSystem %2").arg(crs.left(200), header.info.crs),
                                 {path, -1, {}}});
    if (!settled.hasHeightReference)
        header.issues.push_back({QStringLiteral("height.reference-unknown"), header.info.crs, {path, -1, {}}});

    if (const auto transform = member(json, "transform"))
        header.facts.quantisation = readTransform(*transform);
    else if (version != QLatin1String("1.0"))
        header.issues.push_back({QStringLiteral("file.transform-missing"), {}, {path, -1, {}}});
    const AppearanceTable appearance(member(json, "appearance"), pool);
    header.facts.templates = readTemplates(member(json, "geometry-templates"), header.facts, appearance, header.issues);
    header.facts.keepsStated = !header.facts.templates.empty() && !settled.isRegion;
    return header;
}

} // namespace twin::cityjson
