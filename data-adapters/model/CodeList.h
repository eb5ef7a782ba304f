// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/CityObject.h"

#include <QStringList>

namespace twin {

/// One code's meaning. `english` may be empty: the source states none.
struct CodeWord {
    QString german;
    QString english;
};

/// The code lists compiled into the program (assets/codelists: AdV/GeoInfoDok, SIG3D CityGML 2.0, municipality keys).
/// Immutable; every function may be called from any thread.
class CodeList {
public:
    /// @returns the meaning of a code; null when list or code is unknown. Points into static storage.
    [[nodiscard]] static const CodeWord* find(QStringView list, QStringView code);
    /// @returns the names of all lists, e.g. "adv_dachform".
    [[nodiscard]] static QStringList names();

    /// @brief The meaning of a coded attribute as city models state it (AdV-CityGML profile; CityGML 2.0 §10.3, SIG3D
    /// lists).
    ///        The list follows from the attribute, the code's prefix ("31001_1010" is an ALKIS building function) and
    ///        the codeSpace. A bare number that means different things in ALKIS and SIG3D yields both words where the
    ///        codeSpace does not tell them apart.
    /// @param attribute  "function", "roofType", "DatenquelleLage", …
    /// @returns empty words when the value is not a known code: it is then shown unchanged.
    [[nodiscard]] static CodeWord meaning(CityObjectType type, QStringView attribute, QStringView code,
                                          QStringView codeSpace = {});
    /// @returns true for generic attributes of the AdV-CityGML profile that have a code list ("DatenquelleLage", …).
    [[nodiscard]] static bool isCodedGeneric(QStringView attribute);
};

} // namespace twin
