// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/layers/ExtrusionLayer.h"

#include "app/services/layers/Prisms.h"
#include "package/LayerSources.h"
#include "package/PackageWriter.h"
#include "package/RegionPackage.h"
#include "vector/VectorReader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

namespace twin::services {
namespace {

constexpr double readShare = 0.6;
constexpr double mostMetres = 5000; ///< of a body; more is a number of something else
const QString groundBase = QStringLiteral("ground");
constexpr std::array nameFields{"name", "bezeichnung", "titel", "title"};

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::Extrusion)
};

/// A number as offices write it: with a comma, as text.
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

QString textOf(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::Double:
        return QString::number(value.toDouble(), 'g', 12);
    case QMetaType::QDate:
        return value.toDate().toString(Qt::ISODate);
    case QMetaType::QDateTime:
        return value.toDateTime().toString(Qt::ISODate);
    case QMetaType::Bool:
        return value.toBool() ? Text::tr("ja") : Text::tr("nein");
    default:
        return value.toString();
    }
}

int fieldIn(const FeatureTable& table, const QString& name)
{
    const auto at = std::find_if(table.fields.begin(), table.fields.end(), [&name](const FeatureField& field) {
        return field.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return at == table.fields.end() ? -1 : static_cast<int>(at - table.fields.begin());
}

std::shared_ptr<const SurfaceAppearance> planLook()
{
    auto look = std::make_shared<SurfaceAppearance>();
    look->diffuse = {0.90F, 0.74F, 0.46F}; // of a working model in wood: neither roof nor wall
    look->hasMaterial = true;
    return look;
}

/// Makes city objects of features as they come.
class Extruder final : public FeatureSink {
public:
    Extruder(const package::LayerRequest& request, package::PackageWriter& writer)
        : m_request(request), m_writer(writer), m_look(planLook())
    {
        bool isNumber = false;
        const double metres = QString(request.extrude).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
        if (isNumber)
            m_metres = metres;
    }

    void begin(const QString& file) { m_file = file; }

    Result<int> addTable(const FeatureTable& table) override
    {
        Table& added = m_tables.emplace_back();
        added.table = table;
        added.height = m_metres ? -1 : fieldIn(table, m_request.extrude);
        added.base = isOnGround() ? -1 : fieldIn(table, m_request.base);
        for (const char* name : nameFields)
            if (added.name < 0)
                added.name = fieldIn(table, QLatin1String(name));
        return static_cast<int>(m_tables.size()) - 1;
    }

    Result<void> accept(FeatureBatch&& batch) override
    {
        const Table& table = m_tables.at(static_cast<std::size_t>(batch.table));
        CityObjectBatch objects;
        for (const Feature& feature : batch.features)
            if (auto object = extrude(table, feature))
                objects.objects.push_back(*std::move(object));
        m_count += static_cast<qint64>(objects.objects.size());
        return objects.objects.empty() ? Result<void>() : m_writer.accept(std::move(objects));
    }

    /// @returns the error of a field that no table has.
    [[nodiscard]] Result<void> checkFields() const
    {
        const auto check = [this](const QString& name, int Table::*field) -> Result<void> {
            QStringList known;
            for (const Table& table : m_tables) {
                if (table.*field >= 0)
                    return {};
                for (const FeatureField& each : table.table.fields)
                    if (!known.contains(each.name))
                        known.append(each.name);
            }
            return failure(
                ErrorCode::InvalidParameter, Text::tr("Die Daten haben kein Attribut „%1“.").arg(name.left(80)), {},
                Text::tr("Vorhanden sind: %1.").arg(known.mid(0, 40).join(QStringLiteral(", "))), {m_file, -1, {}});
        };
        if (!m_metres)
            TWIN_CHECK(check(m_request.extrude, &Table::height));
        if (!isOnGround())
            TWIN_CHECK(check(m_request.base, &Table::base));
        return {};
    }

    [[nodiscard]] qint64 count() const { return m_count; }

    void report(std::vector<Issue>& issues) const
    {
        for (const auto& [reason, where] : m_missed)
            issues.push_back({reason, Text::tr("%1 Objekte").arg(where.count), {where.file, -1, where.first}});
    }

private:
    struct Table {
        FeatureTable table;
        int height = -1;
        int base = -1;
        int name = -1;
    };
    struct Missed {
        qint64 count = 0;
        QString file;
        QString first; ///< id
    };

    [[nodiscard]] bool isOnGround() const
    {
        return m_request.base.isEmpty() || m_request.base.compare(groundBase, Qt::CaseInsensitive) == 0;
    }

    void miss(const char* reason, const QString& id)
    {
        Missed& missed = m_missed[QLatin1String(reason)];
        if (missed.count++ == 0) {
            missed.file = m_file;
            missed.first = id;
        }
    }

    /// @returns where a body begins: as its attribute says, else on the lowest ground below its corners.
    [[nodiscard]] std::optional<double> bottomOf(const Table& table, const Feature& feature) const
    {
        if (table.base >= 0)
            return numberOf(feature.values.at(static_cast<std::size_t>(table.base)));
        if (!isOnGround())
            return std::nullopt; // another table has the field
        std::optional<double> lowest;
        for (const ProjectedPosition& p : feature.shape.points) {
            std::optional<double> height =
                m_request.ground ? m_request.ground(p.eastingMetres, p.northingMetres) : std::nullopt;
            if (!height && feature.shape.hasHeights)
                height = p.heightMetres;
            if (height && (!lowest || *height < *lowest))
                lowest = height;
        }
        return lowest;
    }

    std::optional<CityObject> extrude(const Table& table, const Feature& feature)
    {
        const QString id = QStringLiteral("%1:%2").arg(m_request.id).arg(++m_number);
        if (feature.shape.kind == ShapeKind::None)
            return std::nullopt;
        const std::optional<double> height = m_metres ? m_metres
                                             : table.height >= 0
                                                 ? numberOf(feature.values.at(static_cast<std::size_t>(table.height)))
                                                 : std::nullopt;
        if (!height || *height <= 0 || *height > mostMetres) {
            miss("extrude.no-height", feature.id);
            return std::nullopt;
        }
        const std::optional<double> bottom = bottomOf(table, feature);
        if (!bottom) {
            miss("extrude.no-ground", feature.id);
            return std::nullopt;
        }
        CityObject object;
        object.id = id;
        object.type = CityObjectType::GenericCityObject;
        object.surfaces = prismsOf(feature.shape, *bottom, *bottom + *height, m_look);
        if (object.surfaces.empty())
            return std::nullopt;
        object.where = {m_file, -1, feature.id};
        describe(table, feature, object);
        return object;
    }

    static void describe(const Table& table, const Feature& feature, CityObject& object)
    {
        if (!feature.id.isEmpty())
            object.attributes.push_back({QStringLiteral("feature_id"), feature.id, {}, {}, table.table.name});
        for (std::size_t i = 0; i < table.table.fields.size() && i < feature.values.size(); ++i)
            if (!feature.values[i].isNull())
                object.attributes.push_back(
                    {table.table.fields[i].name, textOf(feature.values[i]), {}, {}, table.table.name});
        if (table.name >= 0)
            object.name = textOf(feature.values.at(static_cast<std::size_t>(table.name)));
    }

    const package::LayerRequest& m_request;
    package::PackageWriter& m_writer;
    std::shared_ptr<const SurfaceAppearance> m_look;
    std::optional<double> m_metres;
    QString m_file;
    std::vector<Table> m_tables;
    std::map<QString, Missed> m_missed;
    qint64 m_count = 0;
    qint64 m_number = 0;
};

Error nothingExtruded(const package::LayerRequest& request)
{
    return {ErrorCode::NoData,
            Text::tr("Aus diesen Daten ließ sich kein Körper aufziehen."),
            {},
            Text::tr("Die Höhe muss eine Zahl über 0 sein, und die Region braucht dort Gelände, wenn --base kein "
                     "Attribut nennt."),
            {request.files.constFirst(), -1, {}}};
}

} // namespace

Result<package::WrittenLayer> writeExtrudedLayer(const package::LayerRequest& request, const CancellationToken& cancel,
                                                 const ProgressSink& progress)
{
    const QString objects = request.folder + QLatin1Char('/') + QLatin1String(package::layerObjectsFolder);
    package::WriterOptions options;
    options.title = request.title;
    options.threads = request.threads;
    options.demo = request.demo;
    TWIN_TRY(const auto writer, package::PackageWriter::create(objects, options));
    package::WrittenLayer layer;
    Extruder extruder(request, *writer);
    for (const QString& file : request.files) {
        extruder.begin(file);
        TWIN_TRY(FeatureSource source,
                 vector::read(file, {request.crs}, extruder, layer.issues, cancel, partOf(progress, 0, readShare)));
        for (const QString& remark : source.remarks)
            layer.issues.push_back({QStringLiteral("source.remark"), remark, {file, -1, {}}});
        layer.bytesRead += source.info.bytes;
        source.info.licence = request.licence;
        layer.info.sources.push_back(std::move(source.info));
    }
    TWIN_CHECK(extruder.checkFields());
    extruder.report(layer.issues);
    if (extruder.count() == 0)
        return failure(nothingExtruded(request));
    TWIN_TRY(const ImportSummary summary,
             writer->finish(layer.info.sources, {}, cancel, partOf(progress, readShare, 1)));
    layer.issues.insert(layer.issues.end(), summary.skipped.begin(), summary.skipped.end());
    TWIN_TRY(const auto made, package::RegionPackage::open(objects));

    LayerInfo& info = layer.info;
    info.id = request.id;
    info.title = request.title.isEmpty() ? QFileInfo(request.files.constFirst()).completeBaseName() : request.title;
    info.kind = LayerKind::CityModel;
    info.folder = request.folder;
    info.count = extruder.count();
    for (const CityLayer& city : made->info().cityLayers)
        for (const LayerTileset& tileset : city.tilesets)
            info.tilesets.push_back(
                {tileset.lod, QLatin1String(package::layerObjectsFolder) + QLatin1Char('/') + tileset.tileset});
    const ProjectedPosition from = made->info().origin;
    const LocalPosition toRegion{from.eastingMetres, from.northingMetres, from.heightMetres};
    layer.extent.include(made->info().extent.min + toRegion);
    layer.extent.include(made->info().extent.max + toRegion);
    const ProjectedPosition zero = request.frame.value_or(SceneFrame()).origin();
    const LocalPosition shift{zero.eastingMetres, zero.northingMetres, zero.heightMetres};
    info.extent.include(layer.extent.min - shift);
    info.extent.include(layer.extent.max - shift);
    info.validFrom = request.date;
    info.licence = request.licence;
    info.importedAt = package::importMoment();
    info.demo = request.demo;
    TWIN_CHECK(package::writeLayerJson(request, info));
    return layer;
}

} // namespace twin::services
