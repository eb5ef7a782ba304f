// SPDX-License-Identifier: GPL-3.0-or-later
#include "HistoryFiles.h"

#include "model/Csv.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QSaveFile>

namespace twin {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::HistoryFiles)
};

constexpr int pictureWidth = 1600;
constexpr int pictureHeight = 900;

tl::unexpected<Error> notWritable(const QString& path, const QString& detail)
{
    return failure(ErrorCode::AccessDenied, Text::tr("Die Datei lässt sich nicht schreiben."), detail,
                   Text::tr("Wählen Sie einen anderen Ordner."), {path, -1, {}});
}

QByteArray lineOf(const Observation& observation, const Datastream& stream)
{
    QString value;
    if (observation.number())
        value = QString::number(*observation.number(), 'g', 15);
    else if (observation.text())
        value = csvField(*observation.text());
    const QStringList fields{isoText(observation.observedAt),
                             csvField(stream.thingTitle),
                             csvField(stream.property),
                             csvField(stream.title),
                             value,
                             csvField(stream.unit.ucum),
                             qualityName(observation.quality),
                             csvField(stream.source),
                             csvField(stream.provider),
                             csvField(stream.licence),
                             stream.demo ? QStringLiteral("true") : QStringLiteral("false")};
    return fields.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

ChartStyle paperStyle()
{
    ChartStyle style;
    style.font = QFont(QStringLiteral("Inter"));
    style.font.setPixelSize(22);
    style.text = QColor(0x1B, 0x22, 0x26);
    style.muted = QColor(0x55, 0x62, 0x6A);
    style.line = QColor(0xD5, 0xDB, 0xDD);
    style.accent = QColor(0x0B, 0x6E, 0x8A);
    style.limit = QColor(0xB3, 0x26, 0x1E);
    style.gap = QColor(0xC4, 0xCC, 0xCF);
    style.background = Qt::white;
    style.series = {QColor(0x00, 0x72, 0xB2), QColor(0xB8, 0x5C, 0x00), QColor(0x00, 0x7A, 0x5A)};
    return style;
}

QString originOf(const std::vector<Datastream>& streams)
{
    QStringList parts;
    bool demo = false;
    for (const Datastream& stream : streams) {
        for (const QString& part : {stream.provider.isEmpty() ? stream.source : stream.provider, stream.licence})
            if (!part.isEmpty() && !parts.contains(part))
                parts += part;
        demo = demo || stream.demo;
    }
    if (demo)
        parts.prepend(Text::tr("Demo-Daten (erzeugt)"));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

Result<qint64> writeCsv(services::LiveFeed& feed, const std::vector<Datastream>& streams, const TimeRange& range,
                        const QString& path, const CancellationToken& cancel)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return notWritable(path, file.errorString());
    file.write("observedAt,thing,property,title,value,unit,quality,source,provider,licence,demo\r\n");
    qint64 count = 0;
    for (const Datastream& stream : streams) {
        const auto values = feed.history(stream, range, cancel);
        if (!values && values.error().code == ErrorCode::NoData)
            continue;
        TWIN_CHECK(values.map([](const auto&) {}));
        for (const Observation& observation : *values)
            file.write(lineOf(observation, stream));
        count += qint64(values->size());
    }
    if (!file.commit())
        return notWritable(path, file.errorString());
    return count;
}

QImage chartPicture(ChartScene scene, const std::vector<Datastream>& streams, const QString& range)
{
    scene.cursor.reset();
    const ChartStyle style = paperStyle();
    QImage image(pictureWidth, pictureHeight, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style.font);
    const QFontMetricsF metrics(style.font);
    double y = 30;
    for (std::size_t i = 0; i < streams.size(); ++i) {
        painter.fillRect(QRectF(40, y + metrics.height() / 2 - 3, 34, 6), style.series[i % style.series.size()]);
        painter.setPen(style.text);
        painter.drawText(QPointF(86, y + metrics.ascent()),
                         streams[i].thingTitle + QStringLiteral(" · ") + streams[i].title);
        y += metrics.height() + 6;
    }
    painter.setPen(style.muted);
    painter.drawText(QPointF(40, y + metrics.ascent()), range);
    y += metrics.height() + 20;
    const double foot = pictureHeight - 24 - metrics.height();
    painter.drawText(QPointF(40, foot + metrics.ascent()), originOf(streams));
    paintChart(painter, scene, style, QRectF(40, y, pictureWidth - 80, foot - 16 - y));
    return image;
}

Result<void> writePicture(const ChartScene& scene, const std::vector<Datastream>& streams, const QString& range,
                          const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !chartPicture(scene, streams, range).save(&file, "PNG") || !file.commit())
        return notWritable(path, file.errorString());
    return {};
}

} // namespace twin
