// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <QString>

namespace twin::services {

/// The address of an object in a region package on this computer, as quality reports carry it and a desktop hands it to
/// the program: stadtzwilling:///srv/staedte/dortmund?select=DENW22AL1 (RFC 3986, without authority and fragment). Such
/// a link only points: whatever it says, nothing is imported, run or fetched.
struct ObjectLink {
    QString region; ///< absolute path of the folder
    QString object; ///< id of the object in the region (FeatureRef)

    friend bool operator==(const ObjectLink&, const ObjectLink&) = default;
};

/// @returns whether a word means to be a link, good or bad. Pure.
[[nodiscard]] bool isObjectLink(const QString& word);

/// @brief Writes a link. Everything but letters, digits and "-._~/" is percent-encoded: it needs no escaping in HTML
/// and
///        no quotes in a shell. Pure. @param link  with a local, absolute path
[[nodiscard]] QString uriOf(const ObjectLink& link);

/// @brief Reads a link that may come from anywhere. Pure: no file is touched.
/// @returns InvalidParameter for everything that uriOf() would not write: another computer, a relative path or one with
///          "..", control characters, what is not UTF-8, other or further questions.
[[nodiscard]] Result<ObjectLink> parseObjectLink(const QString& uri);

/// @brief The region that a link points to. Reads the file system; any thread.
/// @returns its path without symbolic links; NotFound where no region package lies there
[[nodiscard]] Result<QString> linkedRegion(const ObjectLink& link);

} // namespace twin::services
