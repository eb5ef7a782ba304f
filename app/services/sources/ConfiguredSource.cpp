// SPDX-License-Identifier: GPL-3.0-or-later
#include "ConfiguredSource.h"

#include "sources/ObservationSources.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

namespace twin::services {
namespace {

constexpr qint64 mostBytes = qint64(4) << 20;
constexpr qsizetype longestName = 40;

QString say(const char* text)
{
    return QCoreApplication::translate("twin::Sources", text);
}

bool isSecret(const QString& kind, const QString& key)
{
    const sources::ObservationAdapter* adapter = sources::adapterOf(kind);
    if (adapter == nullptr)
        return true; // of an interface that this program does not know, nothing is known to be harmless
    const auto& options = adapter->describe().options;
    return std::any_of(options.begin(), options.end(), [&](const SourceOption& option) {
        return option.type == SourceOption::Type::Secret && key == QLatin1String(option.key);
    });
}

QJsonObject toJson(const ConfiguredSource& source)
{
    QJsonObject options;
    for (auto option = source.settings.options.constBegin(); option != source.settings.options.constEnd(); ++option)
        if (!isSecret(source.kind, option.key()))
            options.insert(option.key(), QJsonValue::fromVariant(*option));
    const SourceSettings& settings = source.settings;
    return {{QStringLiteral("name"), settings.id},
            {QStringLiteral("title"), settings.title},
            {QStringLiteral("kind"), source.kind},
            {QStringLiteral("url"), settings.url.toString(QUrl::RemoveUserInfo)},
            {QStringLiteral("scope"), settings.scope},
            {QStringLiteral("options"), options},
            {QStringLiteral("secrets"), QJsonArray::fromStringList(source.secrets)},
            {QStringLiteral("licence"), settings.licence},
            {QStringLiteral("dataClass"), settings.dataClass},
            {QStringLiteral("enabled"), source.enabled}};
}

/// Empty where something that every source has is missing.
std::optional<ConfiguredSource> fromJson(const QJsonObject& json)
{
    const auto text = [&](const char* key) { return json[QLatin1String(key)].toString(); };
    ConfiguredSource source;
    source.kind = text("kind");
    source.settings.id = text("name");
    source.settings.title = text("title");
    source.settings.url = QUrl(text("url"), QUrl::StrictMode);
    source.settings.scope = text("scope");
    source.settings.options = json[QLatin1String("options")].toObject().toVariantMap();
    source.settings.licence = text("licence");
    if (const QString dataClass = text("dataClass"); !dataClass.isEmpty())
        source.settings.dataClass = dataClass;
    for (const QJsonValue& key : json[QLatin1String("secrets")].toArray())
        source.secrets.append(key.toString());
    source.enabled = json[QLatin1String("enabled")].toBool(true);
    if (source.kind.isEmpty() || source.settings.id.isEmpty() || !source.settings.url.isValid())
        return std::nullopt;
    if (source.settings.title.isEmpty())
        source.settings.title = source.settings.id;
    return source;
}

tl::unexpected<Error> damaged(const QString& file, const QString& detail)
{
    const QString stem = file + QStringLiteral(".beschaedigt-") +
                         QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMddHHmmss"));
    QString aside = stem;
    for (int number = 2; QFile::exists(aside); ++number)
        aside = stem + QLatin1Char('-') + QString::number(number);
    QFile::rename(file, aside);
    return failure(ErrorCode::MalformedData,
                   say(QT_TRANSLATE_NOOP("twin::Sources", "Die Liste der Datenquellen ist beschädigt.")), detail,
                   say(QT_TRANSLATE_NOOP("twin::Sources", "Sie liegt nun unter „%1“; richten Sie die Quellen neu ein "
                                                          "oder bringen Sie die Datei in Ordnung."))
                       .arg(aside),
                   {file, -1, {}});
}

} // namespace

QString sourceName(const QString& title, const std::vector<ConfiguredSource>& taken)
{
    QString name;
    const QString plain = title.toLower()
                              .replace(QStringLiteral("ä"), QStringLiteral("ae"))
                              .replace(QStringLiteral("ö"), QStringLiteral("oe"))
                              .replace(QStringLiteral("ü"), QStringLiteral("ue"))
                              .replace(QStringLiteral("ß"), QStringLiteral("ss"));
    for (const QChar c : plain) {
        const bool fits = c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_');
        if (fits)
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    name.truncate(longestName);
    while (name.endsWith(u'-'))
        name.chop(1);
    if (name.isEmpty())
        name = QStringLiteral("quelle");
    const auto isTaken = [&](const QString& wanted) {
        return std::any_of(taken.begin(), taken.end(),
                           [&](const auto& source) { return source.settings.id == wanted; });
    };
    QString free = name;
    for (int number = 2; isTaken(free); ++number)
        free = name + QLatin1Char('-') + QString::number(number);
    return free;
}

const ConfiguredSource* findSource(const std::vector<ConfiguredSource>& sources, const QString& name)
{
    const ConfiguredSource* titled = nullptr;
    int count = 0;
    for (const ConfiguredSource& source : sources) {
        if (source.settings.id == name)
            return &source;
        if (source.settings.title.compare(name, Qt::CaseInsensitive) == 0) {
            titled = &source;
            ++count;
        }
    }
    return count == 1 ? titled : nullptr;
}

Result<std::vector<ConfiguredSource>> readSources(const QString& path)
{
    std::vector<ConfiguredSource> list;
    QFile file(path);
    if (!file.exists())
        return list;
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::AccessDenied,
                       say(QT_TRANSLATE_NOOP("twin::Sources", "Die Liste der Datenquellen ist nicht lesbar.")),
                       file.errorString(), {}, {path, -1, {}});
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(file.read(mostBytes), &error);
    file.close();
    if (!json[QLatin1String("sources")].isArray())
        return damaged(path, error.errorString());
    for (const QJsonValue& entry : json[QLatin1String("sources")].toArray()) {
        auto source = fromJson(entry.toObject());
        const bool isDouble = source && std::any_of(list.begin(), list.end(), [&](const ConfiguredSource& known) {
                                  return known.settings.id == source->settings.id;
                              });
        if (!source || isDouble)
            return damaged(path, QStringLiteral("entry without name, kind or url, or twice"));
        list.push_back(std::move(*source));
    }
    return list;
}

Result<void> writeSources(const QString& path, const std::vector<ConfiguredSource>& sources)
{
    QJsonArray entries;
    for (const ConfiguredSource& source : sources)
        entries.append(toJson(source));
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    const QByteArray text =
        QJsonDocument(QJsonObject{{QStringLiteral("version"), 1}, {QStringLiteral("sources"), entries}}).toJson();
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(text) != text.size() || !file.commit())
        return failure(
            ErrorCode::AccessDenied,
            say(QT_TRANSLATE_NOOP("twin::Sources", "Die Liste der Datenquellen lässt sich nicht speichern.")),
            file.errorString(), {}, {path, -1, {}});
    return {};
}

QString sourcesFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/stadtzwilling/sources.json");
}

} // namespace twin::services
