// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/LayerObjects.h"

#include "package/LayerJson.h"
#include "package/LayerRequest.h"

#include <QDir>
#include <QFileInfo>

namespace twin::package {

std::vector<LayerObjects> layerObjects(const QString& regionFolder)
{
    std::vector<LayerObjects> found;
    const QStringList ids =
        QDir(regionFolder + QStringLiteral("/layers")).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString& id : ids) {
        const QString folder = layerFolder(regionFolder, id) + QLatin1Char('/') + QLatin1String(layerObjectsFolder);
        if (isLayerId(id) && QFileInfo::exists(folder + QStringLiteral("/region.json")))
            found.push_back({id, folder});
    }
    return found;
}

QString idInRegion(const QString& layer, const QString& gmlId)
{
    return layer + QLatin1Char(':') + gmlId;
}

QString gmlIdOf(const QString& id, const QString& layer)
{
    return !layer.isEmpty() && id.startsWith(layer + QLatin1Char(':')) ? id.mid(layer.size() + 1) : id;
}

} // namespace twin::package
