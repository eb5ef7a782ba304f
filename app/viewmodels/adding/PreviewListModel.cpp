// SPDX-License-Identifier: GPL-3.0-or-later
#include "PreviewListModel.h"

#include "app/viewmodels/Format.h"
#include "model/Issues.h"

#include <array>

#include <QFileInfo>
#include <QLocale>

namespace twin {
namespace {

constexpr double metresPerKilometre = 1000;
constexpr double longMetres = 2000; ///< from which kilometres are easier to read

QString joined(const QStringList& parts)
{
    QStringList known = parts;
    known.removeAll(QString());
    return known.join(QStringLiteral(" · "));
}

QString countText(const services::SourcePreview& file)
{
    if (file.spacingMetres > 0) {
        const QString spacing =
            format::quantity(file.spacingMetres, file.spacingMetres < 1 ? 2 : 1, QStringLiteral("m"));
        const QString pixels =
            file.count > 0 ? PreviewListModel::tr("%1 Mio. Rasterpunkte").arg(format::number(double(file.count), 0))
                           : PreviewListModel::tr("weniger als 1 Mio. Rasterpunkte");
        return joined({pixels, PreviewListModel::tr("Raster %1").arg(spacing)});
    }
    return file.count < 0 ? QString() : PreviewListModel::tr("%1 Objekte").arg(format::number(double(file.count), 0));
}

/// @param origin  SourceInfo::crsOrigin or RasterInfo::crsOrigin
QString originText(const QString& origin)
{
    constexpr std::array<std::pair<const char*, const char*>, 5> words{
        {{"--crs", QT_TRANSLATE_NOOP("twin::PreviewListModel", "von Ihnen genannt")},
         {"guess", QT_TRANSLATE_NOOP("twin::PreviewListModel", "aus den Werten geschlossen")},
         {"file name", QT_TRANSLATE_NOOP("twin::PreviewListModel", "aus dem Dateinamen")},
         {"world file", QT_TRANSLATE_NOOP("twin::PreviewListModel", "aus der Weltdatei")},
         {"control points", QT_TRANSLATE_NOOP("twin::PreviewListModel", "über Passpunkte")}}};
    for (const auto& [key, text] : words)
        if (origin == QLatin1String(key))
            return PreviewListModel::tr(text);
    return PreviewListModel::tr("aus der Datei");
}

QString lengthText(double metres)
{
    return metres < longMetres ? format::quantity(metres, 0, QStringLiteral("m"))
                               : format::quantity(metres / metresPerKilometre, 1, QStringLiteral("km"));
}

QString extentText(const Box& extent)
{
    if (extent.isEmpty())
        return {};
    const LocalPosition size = extent.size();
    const QString ground = QStringLiteral("%1 × %2").arg(lengthText(size.x), lengthText(size.y));
    if (!std::isfinite(size.z) || size.z <= 0)
        return ground;
    return PreviewListModel::tr("%1, Höhen %2 bis %3")
        .arg(ground, format::number(extent.min.z, 0), format::height(extent.max.z));
}

QStringList flawsOf(const services::SourcePreview& file)
{
    QStringList flaws;
    for (const auto& [reason, count] : file.issueCounts)
        if (reason != QLatin1String("source.remark"))
            flaws += count > 1 ? QStringLiteral("%1 × %2").arg(format::number(double(count), 0), issueTitle(reason))
                               : issueTitle(reason);
    return flaws;
}

QString remedyOf(const services::SourcePreview& file)
{
    if (!file.refusal)
        return {};
    if (file.refusal->code != ErrorCode::MissingCrs)
        return file.refusal->effectiveRemedy();
    return file.needsPoints ? PreviewListModel::tr(
                                  "Wählen Sie unten eine Datei mit Passpunkten, oder legen Sie eine Weltdatei neben "
                                  "das Bild und sehen Sie es noch einmal an.")
                            : PreviewListModel::tr("Nennen Sie es unten.");
}

} // namespace

bool PreviewListModel::isAsking(const services::SourcePreview& file)
{
    return file.refusal && (file.refusal->code == ErrorCode::MissingCrs || file.needsPlace || file.needsPoints);
}

QVariant PreviewListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const services::SourcePreview& file = m_files[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return QFileInfo(file.info.path).fileName();
    case WhatRole:
        return joined({file.kindName, file.info.format});
    case CountRole:
        return file.refusal ? QString() : countText(file);
    case CrsRole:
        return file.info.crs.isEmpty() ? QString()
                                       : file.info.crs + QStringLiteral(", ") + originText(file.info.crsOrigin);
    case ExtentRole:
        return extentText(file.extent);
    case PlaceRole:
        return file.extent.isEmpty()
                   ? QRectF()
                   : QRectF(file.extent.min.x, file.extent.min.y, file.extent.size().x, file.extent.size().y);
    case DateRole:
        return file.date.isValid() ? QLocale().toString(file.date, QLocale::ShortFormat) : QString();
    case LicenceRole:
        return file.info.licence;
    case SizeRole:
        return QLocale().formattedDataSize(file.info.bytes, 1, QLocale::DataSizeSIFormat);
    case ProblemRole:
        return file.refusal ? file.refusal->summary : QString();
    case RemedyRole:
        return remedyOf(file);
    case AskingRole:
        return isAsking(file);
    case FlawsRole:
        return flawsOf(file);
    case RemarksRole:
        return file.remarks;
    default:
        return {};
    }
}

QHash<int, QByteArray> PreviewListModel::roleNames() const
{
    return {{NameRole, "name"},     {WhatRole, "what"},       {CountRole, "countText"}, {CrsRole, "crs"},
            {ExtentRole, "extent"}, {PlaceRole, "place"},     {DateRole, "date"},       {LicenceRole, "licence"},
            {SizeRole, "size"},     {ProblemRole, "problem"}, {RemedyRole, "remedy"},   {AskingRole, "asking"},
            {FlawsRole, "flaws"},   {RemarksRole, "remarks"}};
}

void PreviewListModel::clear()
{
    beginResetModel();
    m_files.clear();
    endResetModel();
    Q_EMIT countChanged();
}

void PreviewListModel::put(int row, services::SourcePreview file)
{
    if (row >= 0 && row < count()) {
        m_files[static_cast<std::size_t>(row)] = std::move(file);
        Q_EMIT dataChanged(index(row), index(row));
        return;
    }
    beginInsertRows({}, count(), count());
    m_files.push_back(std::move(file));
    endInsertRows();
    Q_EMIT countChanged();
}

void PreviewListModel::keepFirst(int kept)
{
    if (kept >= count())
        return;
    beginRemoveRows({}, kept, count() - 1);
    m_files.resize(static_cast<std::size_t>(kept));
    endRemoveRows();
    Q_EMIT countChanged();
}

} // namespace twin
