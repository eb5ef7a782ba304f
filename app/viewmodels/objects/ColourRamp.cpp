// SPDX-License-Identifier: GPL-3.0-or-later
#include "ColourRamp.h"

#include "app/viewmodels/Format.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include <QCoreApplication>
#include <QHash>

namespace twin {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::Paint)
};

constexpr std::array<QRgb, 6> viridis{0xFF440154, 0xFF414487, 0xFF2A788E, 0xFF22A884, 0xFF7AD151, 0xFFFDE725};
constexpr std::array<QRgb, 7> okabeIto{0xFF0072B2, 0xFFE69F00, 0xFF009E73, 0xFFCC79A7,
                                       0xFF56B4E9, 0xFFD55E00, 0xFFF0E442};
constexpr QRgb otherColour = 0xFF5A5A5A;
constexpr QRgb unknownColour = 0xFFB8B8B8;

struct Quantity {
    std::function<std::optional<double>(const package::TableRow&)> value;
    QString unit;
    bool whole = false; ///< counted, not measured
};

std::optional<Quantity> quantityOf(PaintAttribute attribute)
{
    using Row = package::TableRow;
    switch (attribute) {
    case PaintAttribute::Height:
        return Quantity{[](const Row& row) { return row.heightMetres; }, QStringLiteral("m"), false};
    case PaintAttribute::Storeys:
        return Quantity{[](const Row& row) { return row.storeys; }, {}, true};
    case PaintAttribute::Footprint:
        return Quantity{[](const Row& row) { return row.squareMetres; }, QStringLiteral("m²"), false};
    case PaintAttribute::Volume:
        return Quantity{[](const Row& row) { return row.cubicMetres; }, QStringLiteral("m³"), false};
    case PaintAttribute::Created:
        return Quantity{[](const Row& row) -> std::optional<double> {
                            return row.created.size() >= 4 ? std::optional(row.created.left(4).toDouble())
                                                           : std::nullopt;
                        },
                        {},
                        true};
    default:
        return std::nullopt;
    }
}

/// @returns the next 1, 2, 2.5 or 5 × 10ⁿ with which limits are easy to remember.
double roundStep(double step)
{
    const double power = std::pow(10.0, std::floor(std::log10(std::max(step, 1e-9))));
    for (const double leading : {1.0, 2.0, 2.5, 5.0})
        if (leading * power >= step * 0.999)
            return leading * power;
    return 10 * power;
}

/// @returns ascending limits between the classes: quantiles, rounded to what their neighbourhood allows.
std::vector<double> limitsOf(std::vector<double> values, bool whole)
{
    std::sort(values.begin(), values.end());
    std::vector<double> limits;
    if (values.empty())
        return limits;
    const double span = values[values.size() * 9 / 10] - values.front();
    const double step = std::max(roundStep(span / 40), whole ? 1.0 : 0.0);
    for (std::size_t i = 1; i < viridis.size(); ++i) {
        const double quantile = values[values.size() * i / viridis.size()];
        const double limit = step > 0 ? std::round(quantile / step) * step : quantile;
        if (limit > values.front() && limit <= values.back() && (limits.empty() || limit > limits.back()))
            limits.push_back(limit);
    }
    return limits;
}

QString limitText(double value, const Quantity& quantity)
{
    const int decimals = quantity.whole || std::abs(value) >= 10 ? 0 : 1;
    const bool year = quantity.whole && value > 1000; // years have no thousands
    return year ? QString::number(value, 'f', 0) : format::quantity(value, decimals, quantity.unit);
}

QString classText(const std::vector<double>& limits, std::size_t index, const Quantity& quantity)
{
    if (limits.empty())
        return Text::tr("alle");
    if (index == 0)
        return Text::tr("unter %1").arg(limitText(limits.front(), quantity));
    if (index == limits.size())
        return Text::tr("ab %1").arg(limitText(limits.back(), quantity));
    return Text::tr("%1 bis unter %2").arg(limitText(limits[index - 1], quantity), limitText(limits[index], quantity));
}

/// Values of wholes for their parts.
template <class Value> auto withWholes(std::span<const package::TableRow> rows, const Value& value)
{
    QHash<QString, std::size_t> wholes;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!rows[i].isPart())
            wholes.insert(rows[i].id, i);
    return [rows, value, wholes](const package::TableRow& row) {
        auto own = value(row);
        if (own || !row.isPart())
            return own;
        const auto whole = wholes.constFind(row.root);
        return whole == wholes.cend() ? own : value(rows[*whole]);
    };
}

Painting paintNumbers(std::span<const package::TableRow> rows, const Quantity& quantity)
{
    const auto valueOf = withWholes(rows, quantity.value);
    std::vector<double> values;
    for (const package::TableRow& row : rows)
        if (const auto value = quantity.value(row); value && !row.isPart())
            values.push_back(*value);
    const std::vector<double> limits = limitsOf(values, quantity.whole);
    Painting painting;
    const std::size_t number = limits.size() + 1;
    for (std::size_t i = 0; i < number; ++i) {
        const std::size_t colour = number == 1 ? 2 : i * (viridis.size() - 1) / (number - 1);
        painting.classes.push_back({QColor::fromRgb(viridis[colour]), classText(limits, i, quantity)});
    }
    painting.classes.push_back({QColor::fromRgb(unknownColour), Text::tr("nicht bekannt")});
    for (const package::TableRow& row : rows) {
        const auto value = valueOf(row);
        const auto index =
            value ? std::upper_bound(limits.begin(), limits.end(), *value) - limits.begin() : std::ptrdiff_t(number);
        painting.classOf.push_back(int(index));
    }
    return painting;
}

Painting paintWords(std::span<const package::TableRow> rows, PaintAttribute attribute)
{
    const auto own = [attribute](const package::TableRow& row) {
        const QString& word = attribute == PaintAttribute::Function ? row.function : row.roof;
        return word.isEmpty() ? std::optional<QString>() : std::optional(word);
    };
    const auto wordOf = withWholes(rows, own);
    QHash<QString, qint64> counts;
    for (const package::TableRow& row : rows)
        if (const auto word = own(row))
            ++counts[*word];
    QStringList words = counts.keys();
    std::sort(words.begin(), words.end(), [&](const QString& a, const QString& b) {
        return std::pair(-counts.value(a), a) < std::pair(-counts.value(b), b);
    });
    Painting painting;
    QHash<QString, int> classOf;
    for (qsizetype i = 0; i < std::min<qsizetype>(words.size(), qsizetype(okabeIto.size())); ++i) {
        classOf.insert(words[i], int(i));
        painting.classes.push_back({QColor::fromRgb(okabeIto[std::size_t(i)]), words[i]});
    }
    const int others = int(painting.classes.size());
    painting.classes.push_back({QColor::fromRgb(otherColour), Text::tr("übrige")});
    painting.classes.push_back({QColor::fromRgb(unknownColour), Text::tr("nicht bekannt")});
    for (const package::TableRow& row : rows) {
        const auto word = wordOf(row);
        painting.classOf.push_back(word ? classOf.value(*word, others) : others + 1);
    }
    return painting;
}

} // namespace

QString titleOf(PaintAttribute attribute)
{
    switch (attribute) {
    case PaintAttribute::None:
        return Text::tr("wie im Modell");
    case PaintAttribute::Height:
        return Text::tr("Höhe");
    case PaintAttribute::Storeys:
        return Text::tr("Geschosse");
    case PaintAttribute::Footprint:
        return Text::tr("Grundfläche");
    case PaintAttribute::Volume:
        return Text::tr("Rauminhalt");
    case PaintAttribute::Function:
        return Text::tr("Nutzung");
    case PaintAttribute::Roof:
        return Text::tr("Dachform");
    case PaintAttribute::Created:
        return Text::tr("Jahr der Erfassung");
    }
    return {};
}

Painting paint(std::span<const package::TableRow> rows, PaintAttribute attribute)
{
    if (attribute == PaintAttribute::None)
        return {};
    const auto quantity = quantityOf(attribute);
    Painting painting = quantity ? paintNumbers(rows, *quantity) : paintWords(rows, attribute);
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!rows[i].isPart())
            ++painting.classes[std::size_t(painting.classOf[i])].objects;
    return painting;
}

} // namespace twin
