// SPDX-License-Identifier: GPL-3.0-or-later
#include "HistoryPlace.h"

#include "package/history/ObservationStore.h"
#include "postgres/PostgresStore.h"

#include <QFileInfo>

namespace twin::services {

Result<OpenedHistory> openHistory(const QString& place)
{
    OpenedHistory opened;
    if (postgres::isPostgresUrl(place)) {
        TWIN_TRY(opened.store, postgres::PostgresStore::open(place));
        opened.issues = [] { return std::vector<Issue>(); };
        return opened;
    }
    TWIN_TRY(auto file, package::ObservationStore::open(place));
    opened.issues = [store = file.get()] { return store->issues(); };
    opened.store = std::move(file);
    return opened;
}

bool isHistory(const QString& place)
{
    return postgres::isPostgresUrl(place) || QFileInfo(place).isFile();
}

} // namespace twin::services
