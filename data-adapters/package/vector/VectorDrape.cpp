// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/vector/VectorDrape.h"

#include "geo/Gdal.h"

#include <algorithm>
#include <cmath>
#include <mutex>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

namespace twin::package {
namespace {

constexpr int largestPicture = 8192;    ///< pixels of an edge
constexpr double thinnestLine = 1.2;    ///< pixels
constexpr double thinnestOutline = 0.8; ///< pixels
constexpr double smallestPoint = 3;     ///< pixels
constexpr double smallestArea = 1;      ///< pixels; smaller ones are drawn as one dot
constexpr double smallestOutlined = 5;  ///< pixels; smaller ones have no outline: it would hide them

struct DatasetCloser {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, DatasetCloser>;
struct FeatureDeleter {
    void operator()(OGRFeature* feature) const { OGRFeature::DestroyFeature(feature); }
};

Result<Dataset> open(const QString& path)
{
    geo::initialiseGdal();
    const auto fail = [&path](ErrorCode code, const QString& detail) {
        return failure(
            code, QCoreApplication::translate("twin::package", "Die Vektordaten der Ebene lassen sich nicht öffnen."),
            detail, {}, {path, -1, {}});
    };
    if (!QFileInfo(path).isFile())
        return fail(ErrorCode::NotFound, {});
    const char* const drivers[] = {"GPKG", nullptr};
    Dataset dataset(GDALDataset::Open(QFileInfo(path).absoluteFilePath().toUtf8().constData(),
                                      GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers));
    if (dataset == nullptr)
        return fail(ErrorCode::MalformedData, QString::fromUtf8(CPLGetLastErrorMsg()));
    return dataset;
}

/// Open handles of one file, for as many threads as paint at a time: GDAL's are for one thread each.
class DatasetPool {
public:
    DatasetPool(QString path, Dataset first) : m_path(std::move(path)) { m_free.push_back(std::move(first)); }

    Result<Dataset> take() const
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_free.empty()) {
                Dataset dataset = std::move(m_free.back());
                m_free.pop_back();
                return dataset;
            }
        }
        return open(m_path);
    }
    void giveBack(Dataset dataset) const
    {
        const std::lock_guard lock(m_mutex);
        m_free.push_back(std::move(dataset));
    }

private:
    QString m_path;
    mutable std::mutex m_mutex;
    mutable std::vector<Dataset> m_free;
};

QColor colour(std::uint32_t rgba)
{
    return QColor(int(rgba >> 24), int(rgba >> 16 & 0xFF), int(rgba >> 8 & 0xFF), int(rgba & 0xFF));
}

/// One picture while it is painted: features come in any order and are laid down by kind.
class Picture {
public:
    /// @param west,north  region CRS
    Picture(double west, double north, double pixelsPerMetre, double pixelsPerMetreNorth, int width, int height)
        : m_west(west),
          m_north(north),
          m_scale(pixelsPerMetre),
          m_scaleNorth(pixelsPerMetreNorth),
          m_image(width, height, QImage::Format_ARGB32_Premultiplied)
    {
    }
    [[nodiscard]] bool isNull() const { return m_image.isNull(); }

    void add(const OGRGeometry& geometry, const VectorStyle& style)
    {
        switch (wkbFlatten(geometry.getGeometryType())) {
        case wkbPoint:
            if (!geometry.IsEmpty())
                m_points.push_back({pixel(geometry.toPoint()->getX(), geometry.toPoint()->getY()), &style});
            break;
        case wkbLineString: {
            QPainterPath path;
            addCurve(path, *geometry.toLineString());
            m_lines.push_back({std::move(path), &style});
            break;
        }
        case wkbPolygon: {
            QPainterPath path;
            for (const OGRLinearRing* ring : *geometry.toPolygon()) {
                addCurve(path, *ring);
                path.closeSubpath();
            }
            m_areas.push_back({std::move(path), &style});
            break;
        }
        case wkbMultiPoint:
        case wkbMultiLineString:
        case wkbMultiPolygon:
            for (const OGRGeometry* part : *geometry.toGeometryCollection())
                add(*part, style);
            break;
        default:
            break;
        }
    }

    [[nodiscard]] Image paint()
    {
        m_image.fill(Qt::transparent);
        QPainter painter(&m_image);
        painter.setRenderHint(QPainter::Antialiasing);
        for (const auto& [path, style] : m_areas)
            paintArea(painter, path, *style);
        for (const auto& [path, style] : m_lines) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(colour(style->line), std::max(style->lineMetres * m_scale, thinnestLine), Qt::SolidLine,
                                Qt::RoundCap, Qt::RoundJoin));
            painter.drawPath(path);
        }
        painter.setPen(Qt::NoPen);
        for (const auto& [centre, style] : m_points) {
            const double radius = std::max(style->pointMetres * m_scale, smallestPoint) / 2;
            painter.setBrush(QColor(255, 255, 255, 200));
            painter.drawEllipse(centre, radius * 1.35, radius * 1.35);
            painter.setBrush(colour(style->point));
            painter.drawEllipse(centre, radius, radius);
        }
        painter.end();
        return toImage();
    }

private:
    template <class Shape> struct Mark {
        Shape shape;
        const VectorStyle* style;
    };

    [[nodiscard]] QPointF pixel(double east, double north) const
    {
        return {(east - m_west) * m_scale, (m_north - north) * m_scaleNorth};
    }

    void addCurve(QPainterPath& path, const OGRSimpleCurve& curve) const
    {
        QPointF last;
        for (int i = 0; i < curve.getNumPoints(); ++i) {
            const QPointF p = pixel(curve.getX(i), curve.getY(i));
            if (i == 0)
                path.moveTo(p);
            else if (std::abs(p.x() - last.x()) + std::abs(p.y() - last.y()) < 0.25 && i + 1 < curve.getNumPoints())
                continue; // too near to be seen
            else
                path.lineTo(p);
            last = p;
        }
    }

    void paintArea(QPainter& painter, const QPainterPath& path, const VectorStyle& style) const
    {
        const QRectF bounds = path.boundingRect();
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour(style.area));
        if (std::max(bounds.width(), bounds.height()) < smallestArea) {
            painter.drawRect(QRectF(bounds.center() - QPointF(0.5, 0.5), QSizeF(1, 1)));
            return;
        }
        painter.drawPath(path);
        if (std::max(bounds.width(), bounds.height()) < smallestOutlined)
            return;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour(style.outline), std::max(style.outlineMetres * m_scale, thinnestOutline),
                            Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin));
        painter.drawPath(path);
    }

    [[nodiscard]] Image toImage() const
    {
        const QImage straight = m_image.convertToFormat(QImage::Format_RGBA8888);
        Image image;
        image.width = straight.width();
        image.height = straight.height();
        const auto row = std::size_t(straight.width()) * 4;
        image.pixels.resize(row * std::size_t(straight.height()));
        for (int y = 0; y < straight.height(); ++y)
            std::copy_n(straight.constScanLine(y), row, image.pixels.data() + row * std::size_t(y));
        return image;
    }

    double m_west, m_north;
    double m_scale, m_scaleNorth; ///< pixels a metre
    QImage m_image;
    std::vector<Mark<QPainterPath>> m_areas;
    std::vector<Mark<QPainterPath>> m_lines;
    std::vector<Mark<QPointF>> m_points;
};

class VectorDrape final : public DrapeSource {
public:
    VectorDrape(const LayerInfo& layer, const SceneFrame& frame, const QString& path, Dataset dataset)
        : m_layer(layer.id), m_frame(frame)
    {
        for (OGRLayer* table : dataset->GetLayers()) {
            m_styles.push_back(defaultStyle(QString::fromUtf8(table->GetName())));
            OGREnvelope covered;
            if (table->GetExtent(&covered, TRUE) == OGRERR_NONE) {
                m_covered.Merge(covered);
                m_any = true;
            }
        }
        m_pool = std::make_unique<DatasetPool>(path, std::move(dataset));
    }

    [[nodiscard]] QString layer() const override { return m_layer; }
    [[nodiscard]] GroundRectangle extent() const override
    {
        const ProjectedPosition& origin = m_frame.origin();
        if (!m_any)
            return {};
        const double margin = widest();
        return {m_covered.MinX - origin.eastingMetres - margin, m_covered.MinY - origin.northingMetres - margin,
                m_covered.MaxX - origin.eastingMetres + margin, m_covered.MaxY - origin.northingMetres + margin};
    }

    [[nodiscard]] Result<Image> paint(const GroundRectangle& place, int width, int height,
                                      const CancellationToken& cancel) const override
    {
        if (width <= 0 || height <= 0 || width > largestPicture || height > largestPicture ||
            !(place.east > place.west) || !(place.north > place.south))
            return failure(ErrorCode::InvalidParameter, {});
        const ProjectedPosition& origin = m_frame.origin();
        const double scale = width / (place.east - place.west);
        Picture picture(place.west + origin.eastingMetres, place.north + origin.northingMetres, scale,
                        height / (place.north - place.south), width, height);
        if (picture.isNull())
            return failure(ErrorCode::ResourceExhausted, {});
        // What lies just outside may reach in with its width.
        const double margin = widest() + smallestPoint / scale;
        TWIN_TRY(Dataset dataset, m_pool->take());
        for (int i = 0; i < dataset->GetLayerCount() && std::size_t(i) < m_styles.size(); ++i) {
            OGRLayer& table = *dataset->GetLayer(i);
            table.SetSpatialFilterRect(
                place.west + origin.eastingMetres - margin, place.south + origin.northingMetres - margin,
                place.east + origin.eastingMetres + margin, place.north + origin.northingMetres + margin);
            table.ResetReading();
            for (int count = 0;; ++count) {
                const std::unique_ptr<OGRFeature, FeatureDeleter> feature(table.GetNextFeature());
                if (feature == nullptr)
                    break;
                if (count % 256 == 0 && cancel.isCancelled())
                    return failure(ErrorCode::Cancelled, {});
                if (const OGRGeometry* geometry = feature->GetGeometryRef())
                    picture.add(*geometry, m_styles[std::size_t(i)]);
            }
        }
        m_pool->giveBack(std::move(dataset));
        return picture.paint();
    }

private:
    /// @returns half of the widest mark, metres.
    [[nodiscard]] double widest() const
    {
        double metres = 0;
        for (const VectorStyle& style : m_styles)
            metres = std::max({metres, style.lineMetres, style.pointMetres * 1.35, style.outlineMetres});
        return metres / 2;
    }

    QString m_layer;
    SceneFrame m_frame;
    std::vector<VectorStyle> m_styles; ///< of each table
    OGREnvelope m_covered;
    bool m_any = false;
    std::unique_ptr<DatasetPool> m_pool;
};

} // namespace

Result<std::shared_ptr<const DrapeSource>> openVectorDrape(const LayerInfo& layer, const SceneFrame& frame)
{
    const QString path = layer.folder + QLatin1Char('/') + layer.features;
    TWIN_TRY(Dataset dataset, open(path));
    return std::shared_ptr<const DrapeSource>(std::make_shared<VectorDrape>(layer, frame, path, std::move(dataset)));
}

} // namespace twin::package
