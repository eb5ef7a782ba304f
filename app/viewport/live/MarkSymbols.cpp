// SPDX-License-Identifier: GPL-3.0-or-later
#include "MarkSymbols.h"

#include "app/viewmodels/live/LiveLook.h"

#include <algorithm>
#include <array>

#include <QImage>
#include <QImageReader>
#include <QPainter>
#include <QQmlFile>

namespace twin::viewport {
namespace {

constexpr int cellPixels = 48;
constexpr int marginPixels = 2;
constexpr int firstRounded = 100;
constexpr std::array<int, 13> rounded{100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 2000, 5000, 10000};

const QStringList& names()
{
    static const QStringList list = live::symbols();
    return list;
}

QRect cell(int number)
{
    return QRect(number % MarkSymbols::columns * cellPixels, number / MarkSymbols::columns * cellPixels, cellPixels,
                 cellPixels)
        .adjusted(marginPixels, marginPixels, -marginPixels, -marginPixels);
}

void writeCount(QPainter& painter, int number, const QString& text)
{
    QFont font(QStringLiteral("Inter")); // as the window's own words
    font.setWeight(QFont::DemiBold);
    font.setPixelSize(text.size() < 3 ? 30 : text.size() < 4 ? 22 : 17);
    painter.setFont(font);
    painter.drawText(cell(number), Qt::AlignCenter, text);
}

} // namespace

MarkSymbols::MarkSymbols(QQuick3DObject* parent) : QQuick3DTextureData(parent)
{
    setFormat(RGBA8);
    setHasTransparency(true);
}

int MarkSymbols::cellOf(const QString& symbol)
{
    return static_cast<int>(std::max<qsizetype>(0, names().indexOf(symbol)));
}

int MarkSymbols::cellOfCount(std::size_t count)
{
    const int first = static_cast<int>(names().size());
    if (count < firstRounded)
        return first + std::max(0, static_cast<int>(count) - 2);
    const auto above = std::upper_bound(rounded.begin(), rounded.end(), count);
    return first + firstRounded - 2 + static_cast<int>(above - rounded.begin()) - 1;
}

void MarkSymbols::setFolder(const QUrl& folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    QImage sheet(columns * cellPixels, rows * cellPixels, QImage::Format_RGBA8888);
    sheet.fill(QColor(255, 255, 255, 0));
    QPainter painter(&sheet);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setPen(Qt::white);
    for (int i = 0; i < names().size(); ++i) {
        QImageReader reader(QQmlFile::urlToLocalFileOrQrc(folder) + QLatin1Char('/') + names()[i] +
                            QStringLiteral(".svg"));
        reader.setScaledSize(cell(i).size());
        painter.drawImage(cell(i), reader.read());
    }
    for (int count = 2; count < firstRounded; ++count)
        writeCount(painter, cellOfCount(static_cast<std::size_t>(count)), QString::number(count));
    for (const int count : rounded)
        writeCount(painter, cellOfCount(static_cast<std::size_t>(count)), QStringLiteral("%1+").arg(count));
    painter.end();
    setSize(sheet.size());
    setTextureData(QByteArray(reinterpret_cast<const char*>(sheet.constBits()), sheet.sizeInBytes()));
    Q_EMIT folderChanged();
}

} // namespace twin::viewport
