// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/imagery/ImageDrape.h"

#include "geo/Pictures.h"

#include <mutex>
#include <vector>

namespace twin::package {
namespace {

class ImageDrape final : public DrapeSource {
public:
    ImageDrape(QString layer, QString path, const SceneFrame& frame, geo::PictureRaster first)
        : m_layer(std::move(layer)), m_path(std::move(path)), m_origin(frame.origin()), m_extent(first.extent())
    {
        m_idle.push_back(std::move(first));
    }

    [[nodiscard]] QString layer() const override { return m_layer; }
    [[nodiscard]] GroundRectangle extent() const override
    {
        return {m_extent.min.x - m_origin.eastingMetres, m_extent.min.y - m_origin.northingMetres,
                m_extent.max.x - m_origin.eastingMetres, m_extent.max.y - m_origin.northingMetres};
    }
    [[nodiscard]] Result<Image> paint(const GroundRectangle& place, int width, int height,
                                      const CancellationToken& cancel) const override
    {
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        TWIN_TRY(geo::PictureRaster raster, borrow());
        Box box;
        box.include(LocalPosition{place.west + m_origin.eastingMetres, place.south + m_origin.northingMetres, 0});
        box.include(LocalPosition{place.east + m_origin.eastingMetres, place.north + m_origin.northingMetres, 0});
        TWIN_TRY(Image image, raster.paint(box, width, height)); // a handle that failed is not used again
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(raster));
        return image;
    }

private:
    [[nodiscard]] Result<geo::PictureRaster> borrow() const
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_idle.empty()) {
                geo::PictureRaster raster = std::move(m_idle.back());
                m_idle.pop_back();
                return raster;
            }
        }
        return geo::PictureRaster::open(m_path);
    }

    QString m_layer;
    QString m_path;
    ProjectedPosition m_origin;
    Box m_extent;
    mutable std::mutex m_mutex;
    mutable std::vector<geo::PictureRaster> m_idle;
};

} // namespace

Result<std::shared_ptr<const DrapeSource>> openImageDrape(const LayerInfo& layer, const SceneFrame& frame)
{
    const QString path = layer.folder + QLatin1Char('/') + layer.image;
    TWIN_TRY(geo::PictureRaster raster, geo::PictureRaster::open(path));
    return std::make_shared<const ImageDrape>(layer.id, path, frame, std::move(raster));
}

} // namespace twin::package
