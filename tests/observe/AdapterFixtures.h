// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/FakeServer.h"

/// A well-behaved server of one kind of source, as small as it can be.
struct AdapterFixture {
    QString path; ///< of the source's URL
    QString scope;
    FakeServer::Handler good;
    std::size_t datastreams = 0; ///< that a snapshot of it has
    QByteArray hostile;          ///< a document made to hurt a parser of this kind
};

/// @returns the fixture of an adapter by its id; `good` empty where it speaks no HTTP.
AdapterFixture fixtureOf(const QString& adapter);

/// JSON with single quotes, which need no escapes in C++.
QByteArray json(const char* text);
/// A GTFS-Realtime message of one vehicle, written field by field.
QByteArray vehicleFeed();
