// SPDX-License-Identifier: GPL-3.0-or-later
#include "RegionEdits.h"

#include "package/LayerJson.h"
#include "package/LayerTheme.h"

#include <algorithm>

namespace twin {

RegionEdits::RegionEdits(RegionModel& region, UndoModel& undo, QObject* parent)
    : QObject(parent), m_region(region), m_undo(undo)
{
}

QString RegionEdits::folder() const
{
    const auto region = m_region.region();
    return region && region->package ? region->package->folder() : QString();
}

void RegionEdits::run(Work work, std::function<void()> done)
{
    m_runner.run(
        this, [work = std::move(work), trash = &m_trash] { return work(*trash); },
        [this, done = std::move(done)](const Result<void>& result) {
            m_region.refresh();
            if (!result)
                Q_EMIT failed(result.error());
            else if (done)
                done();
        });
}

void RegionEdits::take(const QString& region, const QStringList& ids)
{
    run([region, ids](services::LayerTrash& trash) -> Result<void> {
        for (const QString& id : ids)
            TWIN_CHECK(trash.take(region, id));
        return {};
    });
}

void RegionEdits::putBack(const QString& region, const QStringList& ids)
{
    run([region, ids](services::LayerTrash& trash) -> Result<void> {
        for (const QString& id : ids)
            TWIN_CHECK(trash.putBack(region, id));
        return {};
    });
}

void RegionEdits::added(const QStringList& ids)
{
    m_region.refresh();
    if (ids.isEmpty())
        return;
    const QString region = folder();
    const int number = static_cast<int>(ids.size());
    m_undo.announce({tr("%n Ebene(n) hinzufügen", nullptr, number),
                     [this, region, ids] { take(region, ids); },
                     [this, region, ids] { putBack(region, ids); },
                     {}},
                    tr("%n Ebene(n) hinzugefügt.", nullptr, number));
}

void RegionEdits::remove(const QString& id, const QString& title)
{
    const QString region = folder();
    run([region, id](services::LayerTrash& trash) { return trash.take(region, id); },
        [this, region, id, title] {
            m_undo.announce({tr("„%1“ entfernen").arg(title),
                             [this, region, id] { putBack(region, {id}); },
                             [this, region, id] { take(region, {id}); },
                             {}},
                            tr("„%1“ wurde entfernt.").arg(title));
        });
}

void RegionEdits::writeTheme(const QString& region, const QString& id, const QString& theme)
{
    run([region, id, theme](services::LayerTrash&) {
        return package::setLayerTheme(package::layerFolder(region, id), theme);
    });
}

void RegionEdits::setTheme(const QString& id, const QString& theme)
{
    const auto open = m_region.region();
    if (!open)
        return;
    const auto layer = std::find_if(open->layers.begin(), open->layers.end(),
                                    [&](const services::OpenedLayer& l) { return l.info.id == id; });
    if (layer == open->layers.end())
        return;
    const QString region = folder();
    const QString title = layer->info.title;
    writeTheme(region, id, theme);
    m_undo.note({tr("Thema von „%1“ ändern").arg(title),
                 [this, region, id, before = layer->theme] { writeTheme(region, id, before); },
                 [this, region, id, theme] { writeTheme(region, id, theme); },
                 {}});
}

} // namespace twin
