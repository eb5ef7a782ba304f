// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/RegionMending.h"

#include "app/services/adding/LayerThemes.h"
#include "package/io/Files.h"
#include "package/LayerJson.h"
#include "package/LayerTheme.h"

#include <QDir>
#include <QFileInfo>

namespace twin::services {
namespace {

const QString layersFolder = QStringLiteral("layers");

Result<void> replaceLayers(const QString& made, const QString& region)
{
    const QStringList ids =
        QDir(made + QLatin1Char('/') + layersFolder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString& id : ids) {
        const QString fresh = package::layerFolder(made, id);
        const QString old = package::layerFolder(region, id);
        if (!QFileInfo::exists(old)) // somebody removed it
            continue;
        if (const auto known = package::readLayer(old, {}))
            TWIN_CHECK(package::setLayerTheme(fresh, themeOf(*known)));
        TWIN_CHECK(package::replaceFolder(fresh, old));
    }
    return {};
}

} // namespace

Result<void> replaceMadeParts(const QString& made, const QString& region)
{
    const QStringList parts = QDir(made).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString& part : parts)
        if (part != layersFolder)
            TWIN_CHECK(package::replaceFolder(made + QLatin1Char('/') + part, region + QLatin1Char('/') + part));
    return replaceLayers(made, region);
}

} // namespace twin::services
