// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/LayerTheme.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace twin::package {
namespace {

const QString themeKey = QStringLiteral("theme");
const QString shownKey = QStringLiteral("shown");
constexpr qint64 largestLayerJsonBytes = 16 * 1024 * 1024;

QString pathOf(const QString& layerFolder)
{
    return layerFolder + QStringLiteral("/layer.json");
}

QJsonObject read(const QString& layerFolder)
{
    QFile file(pathOf(layerFolder));
    return file.size() <= largestLayerJsonBytes && file.open(QIODevice::ReadOnly)
               ? QJsonDocument::fromJson(file.readAll()).object()
               : QJsonObject();
}

/// Lets `change` work on the file and puts it in place whole.
template <class Change> Result<void> changeJson(const QString& layerFolder, const Change& change)
{
    const QString path = pathOf(layerFolder);
    if (!QFile::exists(path))
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("twin::package", "Der Ordner ist keine Ebene (layer.json fehlt)."),
                       {}, {}, {layerFolder, -1, {}});
    QJsonObject json = read(layerFolder);
    if (json.isEmpty())
        return failure(
            ErrorCode::MalformedData,
            QCoreApplication::translate("twin::package", "Die Beschreibung der Ebene (layer.json) ist beschädigt."), {},
            QCoreApplication::translate("twin::package", "Fügen Sie die Ebene erneut hinzu."), {path, -1, {}});
    change(json);
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(json).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return failure(
            ErrorCode::AccessDenied,
            QCoreApplication::translate("twin::package", "Die Beschreibung der Ebene lässt sich nicht ändern."),
            file.errorString(), {}, {path, -1, {}});
    return {};
}

} // namespace

QString layerTheme(const QString& layerFolder)
{
    return read(layerFolder).value(themeKey).toString();
}

Result<void> setLayerTheme(const QString& layerFolder, const QString& theme)
{
    return changeJson(layerFolder, [&theme](QJsonObject& json) {
        if (theme.isEmpty())
            json.remove(themeKey);
        else
            json.insert(themeKey, theme);
    });
}

bool isLayerShownAtFirst(const QString& layerFolder)
{
    return read(layerFolder).value(shownKey).toBool(true);
}

Result<void> hideLayerAtFirst(const QString& layerFolder)
{
    return changeJson(layerFolder, [](QJsonObject& json) { json.insert(shownKey, false); });
}

} // namespace twin::package
