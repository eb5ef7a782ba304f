// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cityjson/Hierarchy.h"
#include "model/Position.h"
#include "model/Result.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include <QtGlobal>

namespace twin::cityjson {

/// A text in memory that simdjson may read beyond its end.
struct PaddedText {
    std::string bytes; ///< the text and its padding
    std::size_t size = 0;
    [[nodiscard]] std::string_view view() const { return {bytes.data(), size}; }
    /// Gives the bytes read into `bytes` their padding.
    void pad();
};

/// One CityObject of a document: where it stands.
struct ObjectSlice {
    std::string_view text; ///< the JSON object
    qint64 line = 1;
};

/// A CityJSON document taken apart without being parsed in depth: numbers are read, objects are only found. Points into
/// the document's text.
struct Outline {
    std::string header; ///< a JSON object of all members but CityObjects and vertices
    std::vector<ObjectSlice> objects;
    std::vector<Relatives> relatives;        ///< of each object
    std::vector<ProjectedPosition> vertices; ///< as stated; NaN for those that are none
    std::deque<std::string> texts;           ///< what relatives point to
};

/// @returns MalformedData with the line of the error for what is no JSON; UnsupportedFormat for JSON that is no object.
[[nodiscard]] Result<Outline> outlineOf(const PaddedText& text);

} // namespace twin::cityjson
