// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/points/PointClass.h"

#include <array>

#include <QCoreApplication>

namespace twin {
namespace {

constexpr std::array names{
    QT_TRANSLATE_NOOP("twin::PointClass", "nie klassifiziert"),
    QT_TRANSLATE_NOOP("twin::PointClass", "nicht zugeordnet"),
    QT_TRANSLATE_NOOP("twin::PointClass", "Boden"),
    QT_TRANSLATE_NOOP("twin::PointClass", "niedrige Vegetation"),
    QT_TRANSLATE_NOOP("twin::PointClass", "mittlere Vegetation"),
    QT_TRANSLATE_NOOP("twin::PointClass", "hohe Vegetation"),
    QT_TRANSLATE_NOOP("twin::PointClass", "Gebäude"),
    QT_TRANSLATE_NOOP("twin::PointClass", "Rauschen (tief)"),
    QT_TRANSLATE_NOOP("twin::PointClass", "Stützpunkt"),
    QT_TRANSLATE_NOOP("twin::PointClass", "Wasser"),
    QT_TRANSLATE_NOOP("twin::PointClass", "Gleis"),
    QT_TRANSLATE_NOOP("twin::PointClass", "Straße"),
    QT_TRANSLATE_NOOP("twin::PointClass", "Überlappung"),
    QT_TRANSLATE_NOOP("twin::PointClass", "Erdseil"),
    QT_TRANSLATE_NOOP("twin::PointClass", "Leiterseil"),
    QT_TRANSLATE_NOOP("twin::PointClass", "Leitungsmast"),
    QT_TRANSLATE_NOOP("twin::PointClass", "Isolator"),
    QT_TRANSLATE_NOOP("twin::PointClass", "Brücke"),
    QT_TRANSLATE_NOOP("twin::PointClass", "Rauschen (hoch)"),
    QT_TRANSLATE_NOOP("twin::PointClass", "Bauwerk über Grund"),
    QT_TRANSLATE_NOOP("twin::PointClass", "nicht verwendeter Boden"),
    QT_TRANSLATE_NOOP("twin::PointClass", "Schnee"),
    QT_TRANSLATE_NOOP("twin::PointClass", "zeitweilig ausgenommen"),
};
constexpr std::uint8_t firstOwn = 64;

} // namespace

QString pointClassName(std::uint8_t classification)
{
    if (classification < names.size())
        return QCoreApplication::translate("twin::PointClass", names[classification]);
    return (classification < firstOwn ? QCoreApplication::translate("twin::PointClass", "vorbehaltene Klasse %1")
                                      : QCoreApplication::translate("twin::PointClass", "eigene Klasse %1"))
        .arg(classification);
}

} // namespace twin
