// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/points/PointClassRecord.h"

#include "model/points/PointClass.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace twin::package {
namespace {

constexpr qint64 largestJsonBytes = 1 << 20;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::package::Points)
};

} // namespace

QString pointClassId(const QString& layer, std::uint8_t classification)
{
    return layer + QLatin1Char(':') + QString::number(classification);
}

std::optional<ObjectRecord> pointClassRecord(const QString& folder, const QString& layer, const QString& id)
{
    QFile file(folder + QStringLiteral("/points.json"));
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestJsonBytes)
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonArray classes = json.value(QStringLiteral("classes")).toArray();
    for (const QJsonValue& value : classes) {
        const QJsonObject counted = value.toObject();
        const int number = counted.value(QStringLiteral("class")).toInt(-1);
        if (number < 0 || number > 255 || id != pointClassId(layer, static_cast<std::uint8_t>(number)))
            continue;
        ObjectRecord record;
        record.id = id;
        record.type = CityObjectType::Unknown;
        record.className = Text::tr("Punktklasse");
        record.layer = layer;
        record.name = pointClassName(static_cast<std::uint8_t>(number));
        const auto add = [&](const QString& name, const QString& text) {
            record.attributes.push_back({name, text, {}, {}, QStringLiteral("LAS")});
        };
        add(Text::tr("Klasse"), QString::number(number));
        add(Text::tr("Punkte der Klasse"), QString::number(counted.value(QStringLiteral("points")).toInteger()));
        add(Text::tr("Punkte der Ebene"), QString::number(json.value(QStringLiteral("points")).toInteger()));
        return record;
    }
    return std::nullopt;
}

} // namespace twin::package
