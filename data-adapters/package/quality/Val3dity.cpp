// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/quality/Val3dity.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>

namespace twin::package {
namespace {

// clang-format off
constexpr std::array codes{
    Val3dityCode{101, "TOO_FEW_POINTS", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Ein Ring hat weniger als drei Punkte.")},
    Val3dityCode{102, "CONSECUTIVE_POINTS_SAME", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Zwei Punkte nacheinander liegen an derselben Stelle.")},
    Val3dityCode{103, "RING_NOT_CLOSED", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Ein Ring endet nicht dort, wo er beginnt.")},
    Val3dityCode{104, "RING_SELF_INTERSECTION", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Ein Ring kreuzt oder berührt sich selbst oder umschließt nichts.")},
    Val3dityCode{201, "INTERSECTION_RINGS", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Zwei Ringe einer Fläche kreuzen sich oder haben eine Kante gemeinsam.")},
    Val3dityCode{202, "DUPLICATED_RINGS", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Eine Fläche hat denselben Ring zweimal.")},
    Val3dityCode{203, "NON_PLANAR_POLYGON_DISTANCE_PLANE", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Eine Fläche ist nicht eben: ein Punkt liegt mehr als 1 cm neben ihrer Ebene.")},
    Val3dityCode{204, "NON_PLANAR_POLYGON_NORMALS_DEVIATION", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Eine Fläche hat eine Falte: ein Teil von ihr steht mehr als 20° schräg zu ihrer Ebene.")},
    Val3dityCode{205, "POLYGON_INTERIOR_DISCONNECTED", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Löcher zerteilen eine Fläche in mehrere.")},
    Val3dityCode{206, "INNER_RING_OUTSIDE", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Ein Loch liegt außerhalb seiner Fläche.")},
    Val3dityCode{207, "INNER_RINGS_NESTED", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Ein Loch liegt in einem anderen Loch.")},
    Val3dityCode{208, "ORIENTATION_RINGS_SAME", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Ein Loch läuft in derselben Richtung um wie der Rand seiner Fläche.")},
    Val3dityCode{301, "TOO_FEW_POLYGONS", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Ein Körper hat weniger als vier Flächen.")},
    Val3dityCode{302, "SHELL_NOT_CLOSED", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Ein Körper ist nicht geschlossen.")},
    Val3dityCode{303, "NON_MANIFOLD_CASE", QT_TRANSLATE_NOOP("twin::package::Val3dity", "An einer Kante oder Ecke eines Körpers stoßen mehr Flächen zusammen als erlaubt.")},
    Val3dityCode{305, "MULTIPLE_CONNECTED_COMPONENTS", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Ein Körper besteht aus mehreren getrennten Teilen.")},
    Val3dityCode{306, "SHELL_SELF_INTERSECTION", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Flächen eines Körpers durchdringen sich.")},
    Val3dityCode{307, "POLYGON_WRONG_ORIENTATION", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Eine Fläche eines Körpers zeigt zur falschen Seite.")},
    Val3dityCode{401, "INTERSECTION_SHELLS", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Hüllen eines Körpers durchdringen sich.")},
    Val3dityCode{402, "DUPLICATED_SHELLS", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Ein Körper hat dieselbe Hülle zweimal.")},
    Val3dityCode{403, "INNER_SHELL_OUTSIDE", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Eine innere Hülle liegt außerhalb ihres Körpers.")},
    Val3dityCode{404, "SOLID_INTERIOR_DISCONNECTED", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Innere Hüllen zerteilen einen Körper in mehrere.")},
    Val3dityCode{405, "WRONG_ORIENTATION_SHELL", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Alle Flächen einer Hülle zeigen zur falschen Seite: außen nach innen, innen nach außen.")},
    Val3dityCode{501, "INTERSECTION_SOLIDS", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Teile eines zusammengesetzten Körpers durchdringen sich.")},
    Val3dityCode{502, "DUPLICATED_SOLIDS", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Ein zusammengesetzter Körper hat denselben Teil zweimal.")},
    Val3dityCode{503, "DISCONNECTED_SOLIDS", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Teile eines zusammengesetzten Körpers haben keine Fläche gemeinsam.")},
    Val3dityCode{601, "BUILDINGPARTS_OVERLAP", QT_TRANSLATE_NOOP("twin::package::Val3dity", "Teile eines Gebäudes durchdringen sich.")},
};
// clang-format on

struct Reason {
    const char* reason;
    int code;
};

constexpr std::array reasons{
    Reason{"ring.too-few-points", 101},       Reason{"ring.not-closed", 103},
    Reason{"polygon.duplicate-points", 102},  Reason{"polygon.spike", 104},
    Reason{"polygon.degenerate", 104},        Reason{"polygon.hole-degenerate", 104},
    Reason{"polygon.self-intersecting", 104}, Reason{"polygon.hole-touches", 201},
    Reason{"polygon.non-planar", 203},
};

} // namespace

std::span<const Val3dityCode> val3dityCodes()
{
    return codes;
}

const Val3dityCode* findVal3dityCode(int number)
{
    const auto found =
        std::find_if(codes.begin(), codes.end(), [number](const Val3dityCode& c) { return c.number == number; });
    return found == codes.end() ? nullptr : &*found;
}

QString titleOf(const Val3dityCode& code)
{
    return QCoreApplication::translate("twin::package::Val3dity", code.text);
}

int val3dityCodeOf(const QString& issueReason)
{
    const auto found = std::find_if(reasons.begin(), reasons.end(),
                                    [&](const Reason& r) { return issueReason == QLatin1String(r.reason); });
    return found == reasons.end() ? 0 : found->code;
}

} // namespace twin::package
