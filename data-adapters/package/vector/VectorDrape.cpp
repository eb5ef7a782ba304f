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

/// Corners in pixels.
using Ring = std::vector<QPointF>;

/// @returns what of a closed ring lies on one side of a line across or along the picture.
template <class Coordinate> Ring cut(const Ring& ring, Coordinate coordinate, double limit, bool below)
{
    const auto isInside = [&](const QPointF& p) { return below ? coordinate(p) <= limit : coordinate(p) >= limit; };
    Ring kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const QPointF& a = ring[i];
        const QPointF& b = ring[(i + 1) % ring.size()];
        if (isInside(a))
            kept.push_back(a);
        if (isInside(a) != isInside(b))
            kept.push_back(a + (b - a) * ((limit - coordinate(a)) / (coordinate(b) - coordinate(a))));
    }
    return kept;
}

/// One picture while it is painted: features come in any order and are laid down by kind. Only what reaches into the
/// picture goes to the painter: it would work through the whole of a river for each piece.
class Picture {
public:
    /// @param west,north  region CRS
    /// @param reach  pixels by which what lies beside the picture may reach into it
    Picture(double west, double north, double pixelsPerMetre, double pixelsPerMetreNorth, QSize size, double reach)
        : m_west(west),
          m_north(north),
          m_scale(pixelsPerMetre),
          m_scaleNorth(pixelsPerMetreNorth),
          m_near(QRectF(QPointF(0, 0), size).adjusted(-reach, -reach, reach, reach)),
          m_image(size, QImage::Format_ARGB32_Premultiplied)
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
            addLine(path, pixels(*geometry.toLineString()));
            if (!path.isEmpty())
                m_lines.push_back({std::move(path), &style});
            break;
        }
        case wkbPolygon:
            addArea(*geometry.toPolygon(), style);
            break;
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

    /// @returns nothing at all where nothing lies.
    [[nodiscard]] Image paint()
    {
        if (m_areas.empty() && m_lines.empty() && m_points.empty())
            return {};
        m_image.fill(Qt::transparent);
        QPainter painter(&m_image);
        painter.setRenderHint(QPainter::Antialiasing);
        for (const Area& area : m_areas)
            paintArea(painter, area);
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
    struct Area {
        QPainterPath inside;
        QPainterPath outline;
        QRectF bounds; ///< of the whole, pixels
        const VectorStyle* style;
    };

    [[nodiscard]] QPointF pixel(double east, double north) const
    {
        return {(east - m_west) * m_scale, (m_north - north) * m_scaleNorth};
    }

    [[nodiscard]] Ring pixels(const OGRSimpleCurve& curve) const
    {
        Ring points;
        for (int i = 0; i < curve.getNumPoints(); ++i) {
            const QPointF p = pixel(curve.getX(i), curve.getY(i));
            if (i > 0 && i + 1 < curve.getNumPoints() && (p - points.back()).manhattanLength() < 0.25)
                continue; // too near to be seen
            points.push_back(p);
        }
        return points;
    }

    [[nodiscard]] bool misses(const QPointF& a, const QPointF& b) const
    {
        return std::max(a.x(), b.x()) < m_near.left() || std::min(a.x(), b.x()) > m_near.right() ||
               std::max(a.y(), b.y()) < m_near.top() || std::min(a.y(), b.y()) > m_near.bottom();
    }

    /// Adds the parts of a line that come near.
    void addLine(QPainterPath& path, const Ring& points) const
    {
        bool isDown = false;
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            const bool comesNear = !misses(points[i], points[i + 1]);
            if (comesNear && !isDown)
                path.moveTo(points[i]);
            if (comesNear)
                path.lineTo(points[i + 1]);
            isDown = comesNear;
        }
    }

    /// The same for a closed one, whose last point is its first. It must not begin in view: its ends would show.
    void addOutline(QPainterPath& path, Ring points) const
    {
        std::size_t away = 0;
        while (away + 1 < points.size() && !misses(points[away], points[away + 1]))
            ++away;
        const bool isWhole = away + 1 >= points.size();
        if (!isWhole) {
            points.pop_back();
            std::rotate(points.begin(), points.begin() + std::ptrdiff_t(away), points.end());
            points.push_back(points.front());
        }
        addLine(path, points);
        if (isWhole)
            path.closeSubpath();
    }

    void addArea(const OGRPolygon& polygon, const VectorStyle& style)
    {
        Area area{{}, {}, {}, &style};
        for (const OGRLinearRing* ring : polygon) {
            Ring points = pixels(*ring);
            for (const QPointF& p : points)
                area.bounds |= QRectF(p, QSizeF(1e-9, 1e-9));
            addOutline(area.outline, points);
            const auto x = [](const QPointF& p) { return p.x(); };
            const auto y = [](const QPointF& p) { return p.y(); };
            points = cut(cut(points, x, m_near.left(), false), x, m_near.right(), true);
            points = cut(cut(points, y, m_near.top(), false), y, m_near.bottom(), true);
            area.inside.addPolygon(QPolygonF(QList<QPointF>(points.begin(), points.end())));
            area.inside.closeSubpath();
        }
        if (!area.inside.isEmpty())
            m_areas.push_back(std::move(area));
    }

    void paintArea(QPainter& painter, const Area& area) const
    {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour(area.style->area));
        const double larger = std::max(area.bounds.width(), area.bounds.height());
        if (larger < smallestArea) {
            painter.drawRect(QRectF(area.bounds.center() - QPointF(0.5, 0.5), QSizeF(1, 1)));
            return;
        }
        painter.drawPath(area.inside);
        if (larger < smallestOutlined)
            return;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour(area.style->outline), std::max(area.style->outlineMetres * m_scale, thinnestOutline),
                            Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin));
        painter.drawPath(area.outline);
    }

    /// @returns the picture with straight alpha. Most of it is empty or opaque: no conversion of every pixel.
    [[nodiscard]] Image toImage() const
    {
        Image image;
        image.width = m_image.width();
        image.height = m_image.height();
        const auto width = std::size_t(m_image.width());
        image.pixels.resize(width * std::size_t(m_image.height()) * 4);
        std::uint8_t* to = image.pixels.data();
        for (int y = 0; y < m_image.height(); ++y) {
            const auto* from = reinterpret_cast<const QRgb*>(m_image.constScanLine(y));
            for (std::size_t x = 0; x < width; ++x, to += 4) {
                const auto alpha = std::uint32_t(qAlpha(from[x]));
                if (alpha == 0)
                    continue;
                const QRgb straight = alpha == 255 ? from[x] : qUnpremultiply(from[x]);
                to[0] = std::uint8_t(qRed(straight));
                to[1] = std::uint8_t(qGreen(straight));
                to[2] = std::uint8_t(qBlue(straight));
                to[3] = std::uint8_t(alpha);
            }
        }
        return image;
    }

    double m_west, m_north;
    double m_scale, m_scaleNorth; ///< pixels a metre
    QRectF m_near;                ///< what lies outside does not show
    QImage m_image;
    std::vector<Area> m_areas;
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
        // What lies just outside may reach in with its width.
        const double margin = widest() + smallestPoint / scale;
        Picture picture(place.west + origin.eastingMetres, place.north + origin.northingMetres, scale,
                        height / (place.north - place.south), {width, height}, margin * scale + 2);
        if (picture.isNull())
            return failure(ErrorCode::ResourceExhausted, {});
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
