// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/layers/ExtrusionLayer.h"

#include "app/services/layers/ExtrusionRule.h"
#include "app/services/layers/ObjectsFolder.h"
#include "app/services/layers/Prisms.h"
#include "package/PackageWriter.h"
#include "vector/VectorReader.h"

#include <algorithm>
#include <array>
#include <map>

#include <QCoreApplication>
#include <QDateTime>

namespace twin::services {
namespace {

constexpr double readShare = 0.6;
constexpr std::array nameFields{"name", "bezeichnung", "titel", "title"};

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twin::services::Extrusion)
};

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
        : m_request(request),
          m_writer(writer),
          m_look(planLook()),
          m_rule(request.extrude, request.base, request.ground)
    {
    }

    void begin(const QString& file) { m_file = file; }

    Result<int> addTable(const FeatureTable& table) override
    {
        m_rule.addTable(table);
        Table& added = m_tables.emplace_back();
        added.table = table;
        for (const char* name : nameFields)
            if (added.name < 0)
                added.name = fieldIn(table, QLatin1String(name));
        return static_cast<int>(m_tables.size()) - 1;
    }

    Result<void> accept(FeatureBatch&& batch) override
    {
        CityObjectBatch objects;
        for (const Feature& feature : batch.features)
            if (auto object = extrude(batch.table, feature))
                objects.objects.push_back(*std::move(object));
        m_count += static_cast<qint64>(objects.objects.size());
        return objects.objects.empty() ? Result<void>() : m_writer.accept(std::move(objects));
    }

    [[nodiscard]] Result<void> checkFields() const { return m_rule.checkFields(m_file); }
    [[nodiscard]] qint64 count() const { return m_count; }

    void report(std::vector<Issue>& issues) const
    {
        for (const auto& [reason, where] : m_missed)
            issues.push_back({reason, Text::tr("%1 Objekte").arg(where.count), {where.file, -1, where.first}});
    }

private:
    struct Table {
        FeatureTable table;
        int name = -1;
    };
    struct Missed {
        qint64 count = 0;
        QString file;
        QString first; ///< id
    };

    void miss(const char* reason, const QString& id)
    {
        Missed& missed = m_missed[QLatin1String(reason)];
        if (missed.count++ == 0) {
            missed.file = m_file;
            missed.first = id;
        }
    }

    std::optional<CityObject> extrude(int number, const Feature& feature)
    {
        const QString id = QStringLiteral("%1:%2").arg(m_request.id).arg(++m_number);
        if (feature.shape.kind == ShapeKind::None)
            return std::nullopt;
        const ExtrudedRange range = m_rule.rangeOf(number, feature);
        if (range.missed != nullptr) {
            miss(range.missed, feature.id);
            return std::nullopt;
        }
        CityObject object;
        object.id = id;
        object.type = CityObjectType::GenericCityObject;
        object.surfaces = prismsOf(feature.shape, range.bottom, range.top, m_look);
        if (object.surfaces.empty())
            return std::nullopt;
        object.where = {m_file, -1, feature.id};
        describe(m_tables.at(static_cast<std::size_t>(number)), feature, object);
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
    ExtrusionRule m_rule;
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
    package::WriterOptions options;
    options.title = request.title;
    options.threads = request.threads;
    options.demo = request.demo;
    TWIN_TRY(const auto writer, package::PackageWriter::create(objectsFolder(request), options));
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
    layer.info.count = extruder.count();
    TWIN_CHECK(describeObjects(request, layer));
    return layer;
}

} // namespace twin::services
