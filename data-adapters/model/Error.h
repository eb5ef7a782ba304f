// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

namespace twin {

/// What went wrong, by cause. One row of titles and remedies per code stands in Error.cpp.
enum class ErrorCode {
    NotFound,
    AccessDenied,
    NetworkUnavailable,
    Timeout,
    ServerError,
    RateLimited,
    UnsupportedFormat,
    UnsupportedVersion,
    MalformedData,
    MissingCrs,
    TransformFailed,
    UnknownHeightReference,
    OutOfRegion,
    NoData,
    InvalidParameter,
    ResourceExhausted,
    Cancelled,
    Internal,
};

/// Where in the input something was found. Empty/negative members mean "not known".
struct SourceLocation {
    QString source;   ///< file path or URL
    qint64 line = -1; ///< 1-based
    QString id;       ///< gml:id or source id of the object concerned

    /// @returns "file:line id" without what is not known; empty: nothing is.
    [[nodiscard]] QString toText() const;
};

/// A failure as a value: shown to people, never thrown across targets.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString summary; ///< one translated sentence (German source text) without a library's words
    QString detail;  ///< technical, English, may be empty
    QString remedy;  ///< what to do next, translated; empty: the code's default remedy applies
    SourceLocation where;
    std::vector<Error> causes = {}; ///< one for each thing that failed where many were tried; each with its own remedy

    /// @returns `remedy`, or the default remedy of the code; empty where the causes bring theirs.
    [[nodiscard]] QString effectiveRemedy() const;
    /// @returns summary, place and remedy in one line, as printed on stderr; a line more for each cause.
    [[nodiscard]] QString toText() const;
};

/// @returns a translated short title of the code, e.g. "Koordinatensystem fehlt".
[[nodiscard]] QString errorTitle(ErrorCode code);
/// @returns the translated default remedy of the code; empty only for Cancelled.
[[nodiscard]] QString defaultRemedy(ErrorCode code);

/// Something that was mended, skipped or doubtful; the work went on.
struct Issue {
    QString reason; ///< stable English key, e.g. "polygon.degenerate"; titles stand in issueTitle()
    QString detail; ///< technical, English, may be empty
    SourceLocation where;
};

} // namespace twin
