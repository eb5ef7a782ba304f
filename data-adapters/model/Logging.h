// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

/// One category a concern; `QT_LOGGING_RULES="twin.render=true"` shows it. Third-party messages arrive in
/// twin.thirdparty.*.
namespace twin::log {
Q_DECLARE_LOGGING_CATEGORY(citygml)
Q_DECLARE_LOGGING_CATEGORY(cityjson)
Q_DECLARE_LOGGING_CATEGORY(vector)
Q_DECLARE_LOGGING_CATEGORY(package)
Q_DECLARE_LOGGING_CATEGORY(tiles)
Q_DECLARE_LOGGING_CATEGORY(geo)
Q_DECLARE_LOGGING_CATEGORY(render)
Q_DECLARE_LOGGING_CATEGORY(viewport)
Q_DECLARE_LOGGING_CATEGORY(app)
Q_DECLARE_LOGGING_CATEGORY(gdal)
Q_DECLARE_LOGGING_CATEGORY(osg)
} // namespace twin::log
