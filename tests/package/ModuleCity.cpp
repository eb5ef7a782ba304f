// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/ModuleCity.h"

#include "package/SyntheticCity.h"

#include <cmath>

namespace twin::test {
namespace {

constexpr double east = 393000;
constexpr double north = 5707000;

/// A horizontal rectangle facing up.
Surface flat(double x, double y, double z, double length, double width, SurfaceType type = SurfaceType::None,
             Lod lod = 20)
{
    Surface surface;
    surface.type = type;
    surface.lod = lod;
    surface.polygon.points = {{east + x, north + y, z},
                              {east + x + length, north + y, z},
                              {east + x + length, north + y + width, z},
                              {east + x, north + y + width, z}};
    surface.polygon.ringStarts = {0};
    return surface;
}

CityObject object(const char* id, CityObjectType type, std::vector<Surface> surfaces)
{
    CityObject made;
    made.id = QLatin1String(id);
    made.type = type;
    made.name = QStringLiteral("Objekt ") + QLatin1String(id);
    made.surfaces = std::move(surfaces);
    return made;
}

CityObject house(const QString& image)
{
    CityObject fine = makeHouse(QStringLiteral("haus"), east, north, 80, 12, 9, 86, 90);
    fine.name = QStringLiteral("Haus am Platz");
    for (Surface& surface : fine.surfaces)
        surface.lod = 30;
    auto appearance = std::make_shared<SurfaceAppearance>();
    appearance->image = image;
    for (Surface& surface : fine.surfaces)
        if (surface.type == SurfaceType::Wall && surface.polygon.points.size() == 4 && !image.isEmpty()) {
            surface.appearance = appearance;
            surface.textureCoordinates = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
        }
    auto red = std::make_shared<SurfaceAppearance>();
    red->diffuse = {0.5f, 0.25f, 0.0f};
    red->hasMaterial = true;
    fine.surfaces[5].appearance = red;
    CityObject coarse = makeHouse(QStringLiteral("haus"), east, north, 80, 12, 9, 88, 88.1);
    for (Surface& surface : coarse.surfaces) {
        surface.lod = 10;
        surface.type = SurfaceType::None;
    }
    fine.surfaces.insert(fine.surfaces.end(), coarse.surfaces.begin(), coarse.surfaces.end());
    fine.children = {object("fenster", CityObjectType::Window, {flat(2, -0.1, 82, 1, 0.1, SurfaceType::Window, 30)}),
                     object("raum", CityObjectType::BuildingRoom, {flat(1, 1, 80.2, 5, 5, SurfaceType::Floor, 40)})};
    return fine;
}

CityObject forest()
{
    auto shape = std::make_shared<ShapeTemplate>();
    shape->id = QStringLiteral("stadt.gml#baum");
    // Enough faces that repeating them by instances pays off.
    for (int i = 0; i < 60; ++i) {
        const double a = i * M_PI / 30;
        const double b = (i + 1) * M_PI / 30;
        Surface face;
        face.polygon.points = {{2 * std::cos(a), 2 * std::sin(a), 1}, {2 * std::cos(b), 2 * std::sin(b), 1}, {0, 0, 9}};
        face.polygon.ringStarts = {0};
        shape->surfaces.push_back(std::move(face));
    }
    CityObject trees = object("wald", CityObjectType::PlantCover, {});
    for (int i = 0; i < moduleCityTrees; ++i) {
        CityObject tree = object("baum", CityObjectType::SolitaryVegetationObject, {});
        tree.id += QString::number(i);
        ShapeInstance instance;
        instance.shape = shape;
        instance.position = {east + 100 + 6 * (i % 8), north + 6 * (i / 8), 80};
        const double turn = 0.3 * i;
        const double scale = 0.5 + 0.02 * i;
        instance.matrix = {scale * std::cos(turn),
                           -scale * std::sin(turn),
                           0,
                           scale * std::sin(turn),
                           scale * std::cos(turn),
                           0,
                           0,
                           0,
                           scale * (i % 7 == 3 ? -1 : 1)};
        tree.instances.push_back(instance);
        trees.children.push_back(std::move(tree));
    }
    return trees;
}

CityObject terrainModel()
{
    CityObject relief = object("gelaende", CityObjectType::Relief, {});
    for (int column = 0; column < 120; ++column)
        for (int row = 0; row < 120; ++row) {
            const auto corner = [](int c, int r) {
                return ProjectedPosition{east - 300 + 5 * c, north - 300 + 5 * r,
                                         79 + std::sin(c * 0.1) + std::cos(r * 0.1)};
            };
            Surface face;
            face.lod = 10;
            face.polygon.ringStarts = {0};
            face.polygon.points = {corner(column, row), corner(column + 1, row), corner(column + 1, row + 1)};
            relief.surfaces.push_back(face);
            face.polygon.points = {corner(column, row), corner(column + 1, row + 1), corner(column, row + 1)};
            relief.surfaces.push_back(std::move(face));
        }
    return relief;
}

} // namespace

CityObjectBatch makeModuleCity(const QString& image)
{
    using T = CityObjectType;
    CityObject road = object("strasse", T::Road, {flat(-20, -20, 80, 200, 6, SurfaceType::Traffic)});
    Curve axis;
    axis.lod = 0;
    axis.points = {{east - 20, north - 17, 80}, {east + 80, north - 17, 80}, {east + 180, north - 16, 80}};
    road.curves = {axis};
    Curve post;
    post.points = {{east + 30, north - 12, 80}};
    CityObject stop = object("haltestelle", T::CityFurniture, {});
    stop.curves = {post};
    CityObject foreign = object("anlage", T::Unknown, {flat(40, 40, 85, 3, 3)});
    foreign.className = QStringLiteral("energy:SolarThermal");
    CityObjectBatch batch;
    batch.objects = {house(image),
                     object("bruecke", T::Bridge, {flat(-20, 30, 88, 60, 5)}),
                     object("tunnel", T::Tunnel, {flat(-20, 50, 70, 60, 5)}),
                     object("mast", T::OtherConstruction, {flat(60, 20, 95, 1, 1)}),
                     std::move(road),
                     object("gleis", T::Railway, {flat(-20, -40, 80, 200, 4)}),
                     forest(),
                     object("wiese", T::PlantCover, {flat(100, 60, 80, 40, 40)}),
                     object("teich", T::WaterBody, {flat(150, 0, 79, 20, 20, SurfaceType::Water)}),
                     std::move(stop),
                     object("nutzung", T::LandUse, {flat(-40, -60, 79.9, 240, 200)}),
                     terrainModel(),
                     std::move(foreign)};
    for (std::size_t i = 0; i < batch.objects.size(); ++i)
        batch.objects[i].where.line = static_cast<qint64>(10 * (i + 1));
    return batch;
}

} // namespace twin::test
