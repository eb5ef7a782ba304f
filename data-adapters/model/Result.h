// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"

#include <tl/expected.hpp>

namespace twin {

/// A value or an Error, never both. `Result<void>` for actions.
template <class T> using Result = tl::expected<T, Error>;

/// @brief Makes the failure branch of a Result.
[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, QString summary, QString detail = {},
                                                   QString remedy = {}, SourceLocation where = {})
{
    return tl::unexpected<Error>(
        Error{code, std::move(summary), std::move(detail), std::move(remedy), std::move(where)});
}

[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace twin

#define TWIN_TRY_CONCAT_(a, b) a##b
#define TWIN_TRY_NAME_(line) TWIN_TRY_CONCAT_(twinTry, line)
/// `TWIN_TRY(auto x, expression)`: binds the value or returns the error from the calling function.
#define TWIN_TRY(declaration, expression)                                                                              \
    auto TWIN_TRY_NAME_(__LINE__) = (expression);                                                                      \
    if (!TWIN_TRY_NAME_(__LINE__))                                                                                     \
        return ::twin::failure(std::move(TWIN_TRY_NAME_(__LINE__)).error());                                           \
    declaration = *std::move(TWIN_TRY_NAME_(__LINE__))
/// As TWIN_TRY, for a Result<void>.
#define TWIN_CHECK(expression)                                                                                         \
    if (auto twinCheck = (expression); !twinCheck)                                                                     \
    return ::twin::failure(std::move(twinCheck).error())
