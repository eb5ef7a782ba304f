// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/layers/ExtrusionRule.h"

#include <cmath>

#include <QCoreApplication>

namespace twin::services {
namespace {

constexpr double mostMetres = 5000; ///< of a body; more is a number of something else
const QString groundBase = QStringLiteral("ground");

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::Extrusion)
};

int fieldIn(const QStringList& fields, const QString& name)
{
    for (qsizetype i = 0; i < fields.size(); ++i)
        if (fields[i].compare(name, Qt::CaseInsensitive) == 0)
            return static_cast<int>(i);
    return -1;
}

} // namespace

std::optional<double> numberOf(const QVariant& value)
{
    if (value.isNull())
        return std::nullopt;
    bool isNumber = false;
    const double number =
        value.typeId() == QMetaType::QString
            ? value.toString().trimmed().replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber)
            : value.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

ExtrusionRule::ExtrusionRule(const QString& extrude, const QString& base, GroundAt ground)
    : m_extrude(extrude),
      m_base(base.compare(groundBase, Qt::CaseInsensitive) == 0 ? QString() : base),
      m_metres(numberOf(extrude)),
      m_ground(std::move(ground))
{
}

void ExtrusionRule::addTable(const FeatureTable& table)
{
    Table& added = m_tables.emplace_back();
    for (const FeatureField& field : table.fields)
        added.fields.append(field.name);
    added.height = m_metres ? -1 : fieldIn(added.fields, m_extrude);
    added.base = isOnGround() ? -1 : fieldIn(added.fields, m_base);
}

std::optional<double> ExtrusionRule::bottomOf(const Table& table, const Feature& feature) const
{
    if (table.base >= 0)
        return numberOf(feature.values.at(static_cast<std::size_t>(table.base)));
    if (!isOnGround())
        return std::nullopt; // another table has the field
    std::optional<double> lowest;
    for (const ProjectedPosition& p : feature.shape.points) {
        std::optional<double> height = m_ground ? m_ground(p.eastingMetres, p.northingMetres) : std::nullopt;
        if (!height && feature.shape.hasHeights)
            height = p.heightMetres;
        if (height && (!lowest || *height < *lowest))
            lowest = height;
    }
    return lowest;
}

ExtrudedRange ExtrusionRule::rangeOf(int number, const Feature& feature) const
{
    const Table& table = m_tables.at(static_cast<std::size_t>(number));
    const std::optional<double> height = m_metres ? m_metres
                                         : table.height >= 0
                                             ? numberOf(feature.values.at(static_cast<std::size_t>(table.height)))
                                             : std::nullopt;
    if (!height || *height <= 0 || *height > mostMetres)
        return {0, 0, "extrude.no-height"};
    const std::optional<double> bottom = bottomOf(table, feature);
    if (!bottom)
        return {0, 0, "extrude.no-ground"};
    return {*bottom, *bottom + *height, nullptr};
}

Result<void> ExtrusionRule::checkFields(const QString& file) const
{
    const auto check = [&](const QString& name, int Table::*field) -> Result<void> {
        QStringList known;
        for (const Table& table : m_tables) {
            if (table.*field >= 0)
                return {};
            for (const QString& each : table.fields)
                if (!known.contains(each))
                    known.append(each);
        }
        return failure(ErrorCode::InvalidParameter, Text::tr("Die Daten haben kein Attribut „%1“.").arg(name.left(80)),
                       {}, Text::tr("Vorhanden sind: %1.").arg(known.mid(0, 40).join(QStringLiteral(", "))),
                       {file, -1, {}});
    };
    if (!m_metres)
        TWIN_CHECK(check(m_extrude, &Table::height));
    if (!isOnGround())
        TWIN_CHECK(check(m_base, &Table::base));
    return {};
}

} // namespace twin::services
