// SPDX-License-Identifier: GPL-3.0-or-later
#include "SessionModel.h"

#include <algorithm>

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

namespace twin {
namespace {

constexpr qsizetype mostRecent = 10;
constexpr qsizetype mostSelected = 1000;
const QString pathsKey = QStringLiteral("session/recentPaths");
const QString titlesKey = QStringLiteral("session/recentTitles");

QString layersText(const std::vector<services::LayerChoice>& layers)
{
    QJsonArray array;
    for (const services::LayerChoice& choice : layers)
        array.append(QJsonObject{{QStringLiteral("id"), choice.layer},
                                 {QStringLiteral("shown"), choice.visible},
                                 {QStringLiteral("opacity"), choice.opacity},
                                 {QStringLiteral("level"), choice.level},
                                 {QStringLiteral("always"), choice.always},
                                 {QStringLiteral("swiped"), choice.swiped}});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::vector<services::LayerChoice> layersFrom(const QString& text)
{
    std::vector<services::LayerChoice> layers;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue& value : array) {
        const QJsonObject choice = value.toObject();
        layers.push_back(
            {choice.value(QStringLiteral("id")).toString(), choice.value(QStringLiteral("shown")).toBool(true),
             std::clamp(choice.value(QStringLiteral("opacity")).toDouble(1), 0.0, 1.0),
             choice.value(QStringLiteral("level")).toInt(), choice.value(QStringLiteral("always")).toBool(),
             choice.value(QStringLiteral("swiped")).toBool()});
    }
    return layers;
}

} // namespace

SessionModel::SessionModel(std::unique_ptr<QSettings> store, QObject* parent)
    : QObject(parent), m_store(std::move(store))
{
}

SessionModel::~SessionModel() = default;

QString SessionModel::groupOf(const QString& path) const
{
    return QStringLiteral("session/") +
           QString::fromLatin1(QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

std::optional<SessionModel::State> SessionModel::begin(const QString& path, const QString& title)
{
    m_path = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    if (!m_store)
        return std::nullopt;
    QStringList paths = m_store->value(pathsKey).toStringList();
    QStringList titles = m_store->value(titlesKey).toStringList();
    titles.resize(paths.size());
    if (const qsizetype known = paths.indexOf(m_path); known >= 0) {
        paths.removeAt(known);
        titles.removeAt(known);
    }
    paths.prepend(m_path);
    titles.prepend(title);
    m_store->setValue(pathsKey, QStringList(paths.mid(0, mostRecent)));
    m_store->setValue(titlesKey, QStringList(titles.mid(0, mostRecent)));
    Q_EMIT recentChanged();

    const QString group = groupOf(m_path);
    if (!m_store->contains(group + QStringLiteral("/camera")))
        return std::nullopt;
    State state;
    state.camera = m_store->value(group + QStringLiteral("/camera")).toString();
    state.layers = layersFrom(m_store->value(group + QStringLiteral("/layers")).toString());
    state.instant = QDateTime::fromString(m_store->value(group + QStringLiteral("/instant")).toString(), Qt::ISODate);
    state.attribute = m_store->value(group + QStringLiteral("/attribute")).toInt();
    state.divider = m_store->value(group + QStringLiteral("/divider"), state.divider).toDouble();
    const QStringList selected = m_store->value(group + QStringLiteral("/selected")).toStringList();
    for (const QString& feature : selected)
        state.selected += FeatureRef{feature.section(QLatin1Char('\t'), 0, 0), feature.section(QLatin1Char('\t'), 1)};
    return state;
}

void SessionModel::keep(const State& state)
{
    if (!m_store || m_path.isEmpty())
        return;
    const QString group = groupOf(m_path);
    m_store->setValue(group + QStringLiteral("/camera"), state.camera);
    m_store->setValue(group + QStringLiteral("/layers"), layersText(state.layers));
    m_store->setValue(group + QStringLiteral("/instant"), state.instant.toUTC().toString(Qt::ISODate));
    m_store->setValue(group + QStringLiteral("/attribute"), state.attribute);
    m_store->setValue(group + QStringLiteral("/divider"), state.divider);
    QStringList selected;
    for (const FeatureRef& feature : state.selected.mid(0, mostSelected))
        selected += feature.layer + QLatin1Char('\t') + feature.id;
    m_store->setValue(group + QStringLiteral("/selected"), selected);
}

void SessionModel::forget(const QString& path)
{
    if (!m_store)
        return;
    QStringList paths = m_store->value(pathsKey).toStringList();
    QStringList titles = m_store->value(titlesKey).toStringList();
    const qsizetype known = paths.indexOf(path);
    if (known < 0)
        return;
    paths.removeAt(known);
    if (known < titles.size())
        titles.removeAt(known);
    m_store->setValue(pathsKey, paths);
    m_store->setValue(titlesKey, titles);
    m_store->remove(groupOf(path));
    Q_EMIT recentChanged();
}

QVariantList SessionModel::recent() const
{
    QVariantList list;
    if (!m_store)
        return list;
    const QStringList paths = m_store->value(pathsKey).toStringList();
    const QStringList titles = m_store->value(titlesKey).toStringList();
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const QString title = titles.value(i);
        list += QVariantMap{{QStringLiteral("path"), paths[i]},
                            {QStringLiteral("title"), title.isEmpty() ? QFileInfo(paths[i]).fileName() : title},
                            {QStringLiteral("folder"), QDir::toNativeSeparators(paths[i])}};
    }
    return list;
}

QString SessionModel::lastRegion() const
{
    return m_store ? m_store->value(pathsKey).toStringList().value(0) : QString();
}

} // namespace twin
