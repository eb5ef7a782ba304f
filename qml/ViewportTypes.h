// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewport/CityViewport.h"
#include "app/viewport/HistoryChart.h"
#include "app/viewport/live/ColourTriangles.h"
#include "app/viewport/live/LabelTexture.h"
#include "app/viewport/live/LiveInstances.h"
#include "app/viewport/live/MarkSymbols.h"
#include "app/viewport/MiniMap.h"
#include "app/viewport/names/NameLabels.h"
#include "app/viewport/RingGeometry.h"
#include "app/viewport/TriangleGeometry.h"
#include "app/viewport/ViewCube.h"

#include <QtQml/qqmlregistration.h>

/// What QML knows of the picture; all else is in types.h.
namespace twin::qml {

struct LiveAreasForeign {
    Q_GADGET
    QML_FOREIGN(twin::viewport::LiveAreas)
    QML_NAMED_ELEMENT(LiveAreas)
    QML_UNCREATABLE("reached through CityViewport")
};
struct MarkSymbolsForeign {
    Q_GADGET
    QML_FOREIGN(twin::viewport::MarkSymbols)
    QML_NAMED_ELEMENT(MarkSymbols)
};
struct LabelTextureForeign {
    Q_GADGET
    QML_FOREIGN(twin::viewport::LabelTexture)
    QML_NAMED_ELEMENT(LabelTexture)
};
struct ColourTrianglesForeign {
    Q_GADGET
    QML_FOREIGN(twin::viewport::ColourTriangles)
    QML_NAMED_ELEMENT(ColourTriangles)
};
struct LiveMarksForeign {
    Q_GADGET
    QML_FOREIGN(twin::viewport::LiveMarks)
    QML_NAMED_ELEMENT(LiveMarks)
    QML_UNCREATABLE("reached through CityViewport")
};
struct LiveInstancesForeign {
    Q_GADGET
    QML_FOREIGN(twin::viewport::LiveInstances)
    QML_NAMED_ELEMENT(LiveInstances)
};
struct HistoryChartForeign {
    Q_GADGET
    QML_FOREIGN(twin::viewport::HistoryChart)
    QML_NAMED_ELEMENT(HistoryChart)
};
struct MeasureMarksForeign {
    Q_GADGET
    QML_FOREIGN(twin::viewport::MeasureMarks)
    QML_NAMED_ELEMENT(MeasureMarks)
    QML_UNCREATABLE("reached through CityViewport")
};
struct TriangleGeometryForeign {
    Q_GADGET
    QML_FOREIGN(twin::viewport::TriangleGeometry)
    QML_NAMED_ELEMENT(TriangleGeometry)
};
struct MiniMapForeign {
    Q_GADGET
    QML_FOREIGN(twin::viewport::MiniMap)
    QML_NAMED_ELEMENT(MiniMap)
};
struct ViewCubeForeign {
    Q_GADGET
    QML_FOREIGN(twin::viewport::ViewCube)
    QML_NAMED_ELEMENT(ViewCube)
};
struct CityViewportForeign {
    Q_GADGET
    QML_FOREIGN(twin::viewport::CityViewport)
    QML_NAMED_ELEMENT(CityViewport)
};
struct OverlayFrameForeign {
    Q_GADGET
    QML_FOREIGN(twin::viewport::OverlayFrame)
    QML_NAMED_ELEMENT(OverlayFrame)
    QML_UNCREATABLE("reached through CityViewport")
};
struct OverlayMarksForeign {
    Q_GADGET
    QML_FOREIGN(twin::viewport::OverlayMarks)
    QML_NAMED_ELEMENT(OverlayMarks)
    QML_UNCREATABLE("reached through CityViewport")
};
struct RingGeometryForeign {
    Q_GADGET
    QML_FOREIGN(twin::viewport::RingGeometry)
    QML_NAMED_ELEMENT(RingGeometry)
};
struct ChromeForeign {
    Q_GADGET
    QML_FOREIGN(twin::viewport::Chrome)
    QML_NAMED_ELEMENT(Chrome)
    QML_UNCREATABLE("reached through CityViewport")
};
struct NameMarksForeign {
    Q_GADGET
    QML_FOREIGN(twin::viewport::NameMarks)
    QML_NAMED_ELEMENT(NameMarks)
    QML_UNCREATABLE("reached through CityViewport")
};
struct NameLabelsForeign {
    Q_GADGET
    QML_FOREIGN(twin::viewport::NameLabels)
    QML_NAMED_ELEMENT(NameLabels)
};

} // namespace twin::qml
