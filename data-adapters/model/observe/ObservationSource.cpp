// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/observe/ObservationSource.h"

#include <array>

#include <QCoreApplication>

namespace twin {
namespace {

struct StateRow {
    const char* name;
    const char* title;
};
constexpr std::array stateRows{
    StateRow{"idle", QT_TRANSLATE_NOOP("twin::SourceState", "Nicht verbunden")},
    StateRow{"connecting", QT_TRANSLATE_NOOP("twin::SourceState", "Verbindet")},
    StateRow{"live", QT_TRANSLATE_NOOP("twin::SourceState", "Live")},
    StateRow{"degraded", QT_TRANSLATE_NOOP("twin::SourceState", "Eingeschränkt")},
    StateRow{"failed", QT_TRANSLATE_NOOP("twin::SourceState", "Ausgefallen")},
    StateRow{"closed", QT_TRANSLATE_NOOP("twin::SourceState", "Beendet")},
};

} // namespace

QString sourceStateName(SourceState state)
{
    return QLatin1String(stateRows[static_cast<std::size_t>(state)].name);
}

QString sourceStateTitle(SourceState state)
{
    return QCoreApplication::translate("twin::SourceState", stateRows[static_cast<std::size_t>(state)].title);
}

} // namespace twin
