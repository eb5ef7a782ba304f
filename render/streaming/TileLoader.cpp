// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/streaming/TileLoader.h"

#include "render/streaming/FacePaint.h"

namespace twin::render {

LoadedTile loadTile(const TileTask& task, const CancellationToken& cancel)
{
    Result<std::shared_ptr<const TileContent>> content = task.source->load(task.tile.node, cancel);
    if (content && *content)
        content = paintFaces(**content);
    else if (content)
        content = failure(ErrorCode::Internal, {}, QStringLiteral("tile source returned no content"));
    return {task, std::move(content)};
}

} // namespace twin::render
