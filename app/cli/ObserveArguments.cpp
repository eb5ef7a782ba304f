// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ObserveArguments.h"

#include "app/cli/Text.h"
#include "app/services/sources/Secrets.h"
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

struct NamedSource {
    const sources::ObservationAdapter* adapter = nullptr;
    SourceSettings settings;
};

/// A name from the source manager, with its secrets, or an address.
Result<NamedSource> settingsOf(const QString& text)
{
    TWIN_TRY(const auto known, services::readSources(services::sourcesFile()));
    if (const services::ConfiguredSource* source = services::findSource(known, text)) {
        const sources::ObservationAdapter* adapter = sources::adapterOf(source->kind);
        if (adapter == nullptr)
            return failure(ErrorCode::UnsupportedFormat,
                           Text::tr("Die Quelle „%1“ ist von einer Art, die dieses Programm nicht kennt.").arg(text));
        const services::Secrets secrets(desktopKeyring());
        TWIN_TRY(SourceSettings settings, secrets.complete(*source));
        return NamedSource{adapter, std::move(settings)};
    }
    auto address = sources::addressFromText(text);
    if (!address && !known.empty() && !text.contains(QLatin1Char(':'))) {
        QStringList names;
        for (const services::ConfiguredSource& source : known)
            names.append(source.settings.id);
        return failure(ErrorCode::NotFound, Text::tr("Eine Quelle „%1“ ist nicht eingerichtet.").arg(text), {},
                       Text::tr("Eingerichtet sind: %1.").arg(names.join(QLatin1String(", "))));
    }
    TWIN_TRY(const sources::SourceAddress parsed, std::move(address));
    SourceSettings settings;
    settings.id = parsed.adapter->describe().id;
    settings.url = parsed.url;
    settings.scope = parsed.scope;
    return NamedSource{parsed.adapter, std::move(settings)};
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
    TWIN_TRY(auto named, settingsOf(arguments.operands().constFirst()));
    auto& [adapter, settings] = named;
    if (arguments.has("settings"))
        TWIN_CHECK(readFile(arguments.value("settings"), settings.options));
    TWIN_CHECK(readInline(arguments.value("set"), adapter->describe(), settings.options));
    return sources::openSource(*adapter, settings, http);
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
