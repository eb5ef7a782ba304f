// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/Logging.h"

namespace twin::log {
Q_LOGGING_CATEGORY(citygml, "twin.citygml", QtInfoMsg)
Q_LOGGING_CATEGORY(cityjson, "twin.cityjson", QtInfoMsg)
Q_LOGGING_CATEGORY(vector, "twin.vector", QtInfoMsg)
Q_LOGGING_CATEGORY(package, "twin.package", QtInfoMsg)
Q_LOGGING_CATEGORY(tiles, "twin.tiles", QtInfoMsg)
Q_LOGGING_CATEGORY(geo, "twin.geo", QtInfoMsg)
Q_LOGGING_CATEGORY(render, "twin.render", QtInfoMsg)
Q_LOGGING_CATEGORY(viewport, "twin.viewport", QtInfoMsg)
Q_LOGGING_CATEGORY(app, "twin.app", QtInfoMsg)
Q_LOGGING_CATEGORY(gdal, "twin.thirdparty.gdal", QtWarningMsg)
Q_LOGGING_CATEGORY(osg, "twin.thirdparty.osg", QtWarningMsg)
} // namespace twin::log
