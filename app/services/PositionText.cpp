// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/PositionText.h"

#include "geo/text/CoordinateText.h"

#include <cmath>

#include <QCoreApplication>
#include <QLocale>

namespace twin::services {
namespace {

constexpr QChar narrowNoBreakSpace(0x202F);
constexpr int degreeDecimals = 5; ///< a metre

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::PositionText", text);
}

/// Metres grouped by thousands with narrow spaces: no dot and no comma that could be a decimal sign.
QString metres(double value)
{
    QString digits = QString::number(std::llround(value));
    for (qsizetype i = digits.size() - 3; i > (digits.startsWith(QLatin1Char('-')) ? 1 : 0); i -= 3)
        digits.insert(i, narrowNoBreakSpace);
    return digits;
}

} // namespace

struct PositionText::Private {
    geo::CoordinateText coordinates;
};

PositionText::PositionText() : d(std::make_unique<Private>()) {}
PositionText::~PositionText() = default;

QString PositionText::text(const ProjectedPosition& position, PositionNotation notation) const
{
    switch (notation) {
    case PositionNotation::Utm:
        return tr("%1 O  %2 N").arg(metres(position.eastingMetres), metres(position.northingMetres));
    case PositionNotation::Geographic:
        if (const auto degrees = d->coordinates.degrees(position))
            return tr("%1° N  %2° O")
                .arg(QLocale().toString(degrees->latitude, 'f', degreeDecimals),
                     QLocale().toString(degrees->longitude, 'f', degreeDecimals));
        return {};
    case PositionNotation::Mgrs:
        return d->coordinates.mgrs(position);
    case PositionNotation::GaussKrueger:
        if (const auto gk = d->coordinates.gaussKrueger(position))
            return tr("R %1  H %2").arg(metres(gk->first), metres(gk->second));
        return {};
    }
    return {};
}

QString PositionText::title(PositionNotation notation)
{
    switch (notation) {
    case PositionNotation::Utm:
        return tr("ETRS89/UTM 32N");
    case PositionNotation::Geographic:
        return tr("WGS84, Grad");
    case PositionNotation::Mgrs:
        return QStringLiteral("MGRS/UTMREF");
    case PositionNotation::GaussKrueger:
        return tr("DHDN/Gauß-Krüger");
    }
    return {};
}

} // namespace twin::services
