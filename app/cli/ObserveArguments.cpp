// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ObserveArguments.h"

#include "app/cli/Text.h"
#include "sources/ObservationSources.h"

#include <algorithm>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace twin::cli {
namespace {

bool isSecret(const SourceDescription& description, const QString& key)
{
    return std::any_of(description.options.begin(), description.options.end(), [&](const SourceOption& option) {
        return key == QLatin1String(option.key) && option.type == SourceOption::Type::Secret;
    });
}

/// "key=value;key=value". Secrets are refused: everybody on the machine can read a command line.
Result<void> readInline(const QString& text, const SourceDescription& description, QVariantMap& options)
{
    for (const QString& pair : text.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const QString key = pair.section(QLatin1Char('='), 0, 0).trimmed();
        if (!pair.contains(QLatin1Char('=')))
            return failure(ErrorCode::InvalidParameter, Text::tr("„%1“ ist keine Einstellung.").arg(pair), {},
                           Text::tr("Schreiben Sie sie als Name=Wert, mehrere mit ; dazwischen."));
        if (isSecret(description, key))
            return failure(ErrorCode::InvalidParameter,
                           Text::tr("„%1“ ist geheim und gehört nicht auf die Befehlszeile.").arg(key), {},
                           Text::tr("Schreiben Sie es in eine JSON-Datei und geben Sie diese mit --settings an."));
        options.insert(key, pair.section(QLatin1Char('='), 1));
    }
    return {};
}

Result<void> readFile(const QString& path, QVariantMap& options)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NotFound, Text::tr("Die Datei mit den Einstellungen ist nicht lesbar."),
                       file.errorString(), {}, {path, -1, {}});
    const QJsonDocument document = QJsonDocument::fromJson(file.read(1 << 20));
    if (!document.isObject())
        return failure(ErrorCode::MalformedData, Text::tr("Die Datei mit den Einstellungen ist kein JSON-Objekt."), {},
                       {}, {path, -1, {}});
    options.insert(document.object().toVariantMap());
    return {};
}

QJsonValue jsonOf(const ObservedValue& value, ValueKind kind)
{
    if (const double* number = std::get_if<double>(&value))
        return kind == ValueKind::Boolean ? QJsonValue(*number != 0) : QJsonValue(*number);
    if (const QString* text = std::get_if<QString>(&value))
        return *text;
    return QJsonValue::Null;
}

} // namespace

std::vector<Option> sourceOptions()
{
    return {
        {"set", "NAME=WERT;…",
         QT_TRANSLATE_NOOP("twin::cli", "Einstellungen der Quelle, zum Beispiel tenant=dortmund;interval=10")},
        {"settings", "JSON",
         QT_TRANSLATE_NOOP("twin::cli", "Datei mit Einstellungen, auch geheimen: {\"token\": \"…\"}")},
    };
}

Result<std::unique_ptr<ObservationSource>> sourceFrom(const Arguments& arguments, net::HttpClient& http)
{
    TWIN_TRY(const sources::SourceAddress address, sources::addressFromText(arguments.operands().constFirst()));
    SourceSettings settings;
    settings.id = address.adapter->describe().id;
    settings.url = address.url;
    settings.scope = address.scope;
    if (arguments.has("settings"))
        TWIN_CHECK(readFile(arguments.value("settings"), settings.options));
    TWIN_CHECK(readInline(arguments.value("set"), address.adapter->describe(), settings.options));
    return sources::openSource(*address.adapter, settings, http);
}

QString jsonLine(const Observation& observation, const Datastream& stream)
{
    // What moves is where it was when it was observed.
    const std::optional<GeoPoint> point = stream.kind == ValueKind::Position && observation.text()
                                              ? pointFromPositionText(*observation.text())
                                              : stream.position;
    QJsonValue position = QJsonValue::Null;
    if (point)
        position =
            QJsonObject{{QStringLiteral("latitude"), point->latitude}, {QStringLiteral("longitude"), point->longitude}};
    const QJsonObject object{
        {QStringLiteral("id"), observation.datastream},
        {QStringLiteral("thing"), stream.thing},
        {QStringLiteral("property"), stream.property},
        {QStringLiteral("value"), jsonOf(observation.value, stream.kind)},
        {QStringLiteral("unit"), stream.unit.isStated() ? QJsonValue(stream.unit.ucum) : QJsonValue()},
        {QStringLiteral("observedAt"), isoText(observation.observedAt)},
        {QStringLiteral("receivedAt"), isoText(observation.receivedAt)},
        {QStringLiteral("source"), stream.source},
        {QStringLiteral("quality"), qualityName(observation.quality)},
        {QStringLiteral("position"), position}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace twin::cli
