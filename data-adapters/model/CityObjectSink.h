// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObject.h"
#include "model/Result.h"

namespace twin {

/// Top-level city objects of one file, in reading order within the batch; batches of one file may arrive in any order.
struct CityObjectBatch {
    int sourceIndex = 0;             ///< into the list of sources given to the reader
    std::vector<CityObject> objects; ///< coordinates already in the region CRS (EPSG:25832 + DHHN2016)
    std::vector<Issue> issues;       ///< found while reading these objects
};

/// Takes what a city-model reader finds. `accept` is called from several worker threads at once and must be
/// thread-safe; it may block to slow the reader down (that is what bounds memory). An error stops the reader.
class CityObjectSink {
public:
    virtual ~CityObjectSink() = default;
    virtual Result<void> accept(CityObjectBatch&& batch) = 0;
};

/// What a reader says of one file.
struct SourceInfo {
    QString path;
    qint64 bytes = 0;
    QString format;    ///< "CityGML 1.0", "CityGML 2.0", …
    QString crs;       ///< as stated, e.g. "urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016"
    QString crsOrigin; ///< "srsName" or "--crs"
    QString title;     ///< gml:name of the model; may be empty
    QString licence;   ///< known from the product (e.g. dl-de/zero-2-0 of Geobasis NRW) or empty
    QDate fileDate;    ///< last modification of the file
};

} // namespace twin
