// SPDX-License-Identifier: GPL-3.0-or-later
// GML that holds features: simple features, ALKIS NAS (GeoInfoDok 6 and 7), XPlanGML; also with gzip. Not GDAL's GML
// and NAS drivers: they read files that the document names and write side-car files beside it (docs/decisions/0015).
#include "geo/Gdal.h"
#include "geo/SourceCrs.h"
#include "vector/OgrShape.h"
#include "vector/Reader.h"

#include <algorithm>
#include <map>
#include <memory>

#include <cpl_vsi.h>
#include <ogr_geometry.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace twin::vector {
namespace {

constexpr int depthLimit = 64;                ///< of elements in a feature
constexpr qsizetype geometryLimit = 64 << 20; ///< characters of one geometry
constexpr qsizetype textLimit = 1 << 20;      ///< characters of one value
constexpr std::size_t tableLimit = 500;
constexpr std::size_t fieldLimit = 500;
constexpr qsizetype blockBytes = 1 << 18;

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::vector", text);
}

/// The bytes of a file, unpacked where it is gzip.
class ByteSource {
public:
    static Result<ByteSource> open(const QString& path)
    {
        geo::initialiseGdal();
        ByteSource source;
        const QString absolute = QFileInfo(path).absoluteFilePath();
        const bool packed = path.endsWith(QLatin1String(".gz"), Qt::CaseInsensitive);
        const QByteArray name = (packed ? QByteArray("/vsigzip/") : QByteArray()) + absolute.toUtf8();
        if (!absolute.startsWith(QLatin1String("/vsi"), Qt::CaseInsensitive))
            source.m_file.reset(VSIFOpenL(name.constData(), "rb"));
        if (source.m_file == nullptr)
            return failure(ErrorCode::AccessDenied, tr("Die Datei lässt sich nicht öffnen."));
        return source;
    }
    [[nodiscard]] QByteArray next()
    {
        QByteArray block(blockBytes, Qt::Uninitialized);
        block.truncate(qsizetype(VSIFReadL(block.data(), 1, std::size_t(block.size()), m_file.get())));
        return block;
    }

private:
    struct Close {
        void operator()(VSILFILE* file) const { VSIFCloseL(file); }
    };
    std::unique_ptr<VSILFILE, Close> m_file;
};

bool isGeometry(QStringView name)
{
    for (const char* known : {"Point", "MultiPoint", "LineString", "MultiLineString", "Curve", "MultiCurve",
                              "CompositeCurve", "OrientableCurve", "Polygon", "MultiPolygon", "Surface", "MultiSurface",
                              "CompositeSurface", "PolyhedralSurface", "OrientableSurface", "MultiGeometry", "Solid"})
        if (name == QLatin1String(known))
            return true;
    return false;
}

bool isMember(QStringView name)
{
    return name == QLatin1String("featureMember") || name == QLatin1String("featureMembers") ||
           name == QLatin1String("member");
}

/// A feature as it stands in the file.
struct RawFeature {
    QString type;
    QString id;
    qint64 line = -1;
    std::vector<std::pair<QString, QString>> values;
    std::vector<QString> geometries; ///< XML without CRS
    QString srsName;                 ///< of its geometry; empty: not stated
};

/// What the values of a field are so far.
struct FieldGuess {
    std::size_t index = 0;
    bool integer = true;
    bool real = true;

    void see(const QString& value)
    {
        if (integer || real) {
            // "0123" is a key, not a number.
            const bool key = value.size() > 1 && value[0] == QLatin1Char('0') && value[1].isDigit();
            bool good = false;
            static_cast<void>(value.toLongLong(&good));
            integer = integer && good && !key;
            static_cast<void>(value.toDouble(&good));
            real = real && good && !key;
        }
    }
    [[nodiscard]] FieldType type() const
    {
        return integer ? FieldType::Integer : real ? FieldType::Real : FieldType::Text;
    }
};

struct TableGuess {
    std::size_t index = 0;
    qint64 count = 0;
    bool hasGeometry = false;
    std::map<QString, FieldGuess> fields;
};

/// Goes through the document feature by feature; bounded by the largest feature.
class GmlStream {
public:
    explicit GmlStream(ByteSource source) : m_source(std::move(source)) {}

    /// @returns the next feature; nothing at the end or where the document is broken (see error()).
    std::optional<RawFeature> next()
    {
        while (advance()) {
            if (m_xml.tokenType() == QXmlStreamReader::DTD) {
                m_xml.raiseError(QStringLiteral("DOCTYPE"));
                break;
            }
            if (m_xml.isEndElement()) {
                if (isMember(m_xml.name()) && m_inMember > 0)
                    --m_inMember;
            } else if (m_xml.isStartElement()) {
                if (m_collectionSrsName.isEmpty() && m_xml.name() == QLatin1String("Envelope"))
                    m_collectionSrsName = m_xml.attributes().value(QLatin1String("srsName")).toString();
                if (isMember(m_xml.name()))
                    ++m_inMember;
                else if (m_inMember > 0 && !m_xml.name().endsWith(QLatin1String("Collection")))
                    return readFeature();
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] const QString& collectionSrsName() const { return m_collectionSrsName; }
    [[nodiscard]] bool hasError() const { return m_xml.hasError(); }
    [[nodiscard]] QString errorText() const { return m_xml.errorString(); }
    [[nodiscard]] qint64 line() const { return m_xml.lineNumber(); }

private:
    /// Moves to the next token, feeding bytes as they are wanted.
    bool advance()
    {
        while (true) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::Invalid && m_xml.error() == QXmlStreamReader::PrematureEndOfDocumentError) {
                const QByteArray more = m_source.next();
                if (more.isEmpty())
                    return false;
                m_xml.addData(more);
                continue;
            }
            return token != QXmlStreamReader::Invalid && token != QXmlStreamReader::EndDocument;
        }
    }

    RawFeature readFeature()
    {
        RawFeature feature;
        feature.type = m_xml.name().toString();
        feature.line = m_xml.lineNumber();
        for (const QXmlStreamAttribute& attribute : m_xml.attributes())
            if (attribute.name() == QLatin1String("id") || attribute.name() == QLatin1String("fid"))
                feature.id = attribute.value().toString();
        readProperties(feature, {}, 0);
        return feature;
    }

    /// Reads up to the end of the current element. Names of properties are joined, those of types between them are not.
    void readProperties(RawFeature& feature, const QString& path, int depth)
    {
        QString text;
        bool leaf = true;
        while (advance()) {
            if (m_xml.isEndElement())
                break;
            if (m_xml.isCharacters() && leaf && text.size() < textLimit)
                text += m_xml.text();
            if (!m_xml.isStartElement())
                continue;
            leaf = false;
            const QString name = m_xml.name().toString();
            if (depth >= depthLimit || name == QLatin1String("boundedBy")) {
                skip();
            } else if (isGeometry(name)) {
                feature.geometries.push_back(readGeometry(feature));
            } else {
                const QStringView href =
                    m_xml.attributes().value(QLatin1String("http://www.w3.org/1999/xlink"), QLatin1String("href"));
                const bool isType = depth % 2 == 1 && name[0].isUpper();
                const QString inner = isType ? path : path.isEmpty() ? name : path + QLatin1Char('.') + name;
                if (!href.isEmpty())
                    add(feature, inner, href.toString());
                readProperties(feature, inner, depth + 1);
            }
        }
        if (leaf && !path.isEmpty())
            add(feature, path, text.simplified());
    }

    static void add(RawFeature& feature, const QString& name, const QString& value)
    {
        if (value.isEmpty())
            return;
        for (auto& [known, values] : feature.values)
            if (known == name) {
                if (values.size() < textLimit)
                    values += QLatin1String("; ") + value;
                return;
            }
        feature.values.emplace_back(name, value.left(textLimit));
    }

    void skip()
    {
        for (int open = 1; open > 0 && advance();)
            open += m_xml.isStartElement() ? 1 : m_xml.isEndElement() ? -1 : 0;
    }

    /// Copies a geometry as plain GML for OGR's geometry parser, which opens nothing; its CRS is kept apart.
    QString readGeometry(RawFeature& feature)
    {
        QString gml;
        QXmlStreamWriter writer(&gml);
        int open = 0;
        do {
            if (m_xml.isStartElement()) {
                ++open;
                writer.writeStartElement(QStringLiteral("gml:") + m_xml.name().toString());
                for (const QXmlStreamAttribute& attribute : m_xml.attributes()) {
                    if (attribute.name() == QLatin1String("srsName")) {
                        if (feature.srsName.isEmpty())
                            feature.srsName = attribute.value().toString();
                    } else if (attribute.name() == QLatin1String("srsDimension") ||
                               attribute.name() == QLatin1String("orientation") ||
                               attribute.name() == QLatin1String("decimal") ||
                               attribute.name() == QLatin1String("cs") || attribute.name() == QLatin1String("ts")) {
                        writer.writeAttribute(attribute.name().toString(), attribute.value().toString());
                    }
                }
            } else if (m_xml.isEndElement()) {
                --open;
                writer.writeEndElement();
            } else if (m_xml.isCharacters() && gml.size() < geometryLimit) {
                writer.writeCharacters(m_xml.text().toString());
            }
        } while (open > 0 && advance());
        return gml;
    }

    ByteSource m_source;
    QXmlStreamReader m_xml;
    QString m_collectionSrsName;
    int m_inMember = 0;
};

/// Both passes over a file: the first finds tables and fields, the second hands out features.
class GmlReader {
public:
    GmlReader(const QString& path, const ReadOptions& options) : m_path(path), m_options(options) {}

    Result<FeatureSource> describe(const CancellationToken& cancel)
    {
        TWIN_TRY(ByteSource bytes, ByteSource::open(m_path));
        GmlStream stream(std::move(bytes));
        while (std::optional<RawFeature> feature = stream.next()) {
            if (cancel.isCancelled())
                return failure(ErrorCode::Cancelled, {});
            see(*feature);
        }
        if (stream.hasError()) {
            if (stream.errorText() == QLatin1String("DOCTYPE"))
                return failure(ErrorCode::MalformedData,
                               tr("Dateien mit DOCTYPE werden aus Sicherheitsgründen nicht gelesen."),
                               QStringLiteral("file.doctype"));
            return failure(ErrorCode::MalformedData, tr("Die Datei ist kein gültiges XML."), stream.errorText(), {},
                           {{}, stream.line(), {}});
        }
        return summarise(stream.collectionSrsName());
    }

    Result<void> read(const FeatureSource& source, Output& output, const CancellationToken& cancel,
                      const ProgressSink& progress)
    {
        TWIN_TRY(ByteSource bytes, ByteSource::open(m_path));
        GmlStream stream(std::move(bytes));
        qint64 done = 0;
        while (std::optional<RawFeature> feature = stream.next()) {
            if (cancel.isCancelled())
                return failure(ErrorCode::Cancelled, {});
            const auto table = m_tables.find(feature->type);
            if (table == m_tables.end() || !table->second.hasGeometry)
                continue;
            TWIN_CHECK(output.add(table->second.index, featureOf(*feature, table->second, source, output)));
            if (progress && ++done % 1024 == 0)
                progress(double(done) / double(std::max<qint64>(m_count, 1)), tr("Vektordaten werden gelesen"));
        }
        return {};
    }

private:
    void see(const RawFeature& feature)
    {
        // Presentation objects place texts and symbols on the map sheet; they say nothing of the place itself.
        if (feature.type.startsWith(QLatin1String("AP_")))
            return;
        if (m_tables.size() >= tableLimit && m_tables.count(feature.type) == 0)
            return;
        TableGuess& table = m_tables[feature.type];
        ++table.count;
        ++m_count;
        table.hasGeometry |= !feature.geometries.empty();
        if (m_srsName.isEmpty())
            m_srsName = feature.srsName;
        for (const auto& [name, value] : feature.values) {
            if (table.fields.size() >= fieldLimit && table.fields.count(name) == 0)
                continue;
            table.fields[name].see(value);
        }
    }

    Result<FeatureSource> summarise(const QString& collectionSrsName)
    {
        FeatureSource source;
        source.info = sourceInfo(m_path, formatName());
        qint64 without = 0;
        for (auto& [type, guess] : m_tables) {
            if (!guess.hasGeometry) {
                without += guess.count;
                continue;
            }
            guess.index = source.tables.size();
            FeatureTable table{type, {}, guess.count};
            for (auto& [name, field] : guess.fields) {
                field.index = table.fields.size();
                table.fields.push_back({name, field.type()});
            }
            source.tables.push_back(std::move(table));
        }
        if (source.tables.empty())
            return failure(ErrorCode::NoData, tr("Die Datei enthält keine Punkte, Linien oder Flächen."));
        if (without > 0)
            source.remarks.append(tr("%1 Objekte ohne Geometrie werden nicht übernommen.").arg(without));
        m_defaultCrs = collectionSrsName.isEmpty() ? m_options.crs : collectionSrsName;
        if (m_srsName.isEmpty() && m_defaultCrs.isEmpty())
            return failure(ErrorCode::MissingCrs, tr("Die Datei nennt kein Koordinatenreferenzsystem."));
        const QString first = m_srsName.isEmpty() ? m_defaultCrs : m_srsName;
        TWIN_TRY([[maybe_unused]] const geo::SettledCrs settled,
                 geo::settleCrs(first.toStdString(), m_options.crs.toStdString()));
        source.info.crs = QString::fromStdString(settled.srsName);
        source.info.crsOrigin = settled.fromOption ? QStringLiteral("--crs") : QStringLiteral("srsName");
        m_fallback = settled.replaced ? settled.srsName : std::string();
        return source;
    }

    [[nodiscard]] QString formatName() const
    {
        for (const auto& [type, table] : m_tables) {
            if (type.startsWith(QLatin1String("AX_")))
                return QStringLiteral("ALKIS NAS");
            if (type.startsWith(QLatin1String("XP_")) || type.startsWith(QLatin1String("BP_")) ||
                type.startsWith(QLatin1String("FP_")) || type.startsWith(QLatin1String("RP_")) ||
                type.startsWith(QLatin1String("SO_")))
                return QStringLiteral("XPlanGML");
        }
        return QStringLiteral("GML");
    }

    [[nodiscard]] Feature featureOf(const RawFeature& raw, const TableGuess& table, const FeatureSource& source,
                                    Output& output)
    {
        Feature feature;
        feature.id = raw.id;
        const std::vector<FeatureField>& fields = source.tables[table.index].fields;
        feature.values.resize(fields.size());
        for (const auto& [name, value] : raw.values)
            if (const auto field = table.fields.find(name); field != table.fields.end())
                feature.values[field->second.index] = typed(value, field->second.type());
        for (const QString& gml : raw.geometries) {
            FeatureShape shape = shapeFrom(gml, raw, output);
            if (shape.kind > feature.shape.kind) // an area tells more than the point of its label
                feature.shape = std::move(shape);
        }
        return feature;
    }

    [[nodiscard]] static QVariant typed(const QString& value, FieldType type)
    {
        return type == FieldType::Integer ? QVariant(qlonglong(value.toLongLong()))
               : type == FieldType::Real  ? QVariant(value.toDouble())
                                          : QVariant(value);
    }

    [[nodiscard]] FeatureShape shapeFrom(const QString& gml, const RawFeature& raw, Output& output)
    {
        const std::unique_ptr<OGRGeometry> geometry(OGRGeometryFactory::createFromGML(gml.toUtf8().constData()));
        bool mixed = false;
        FeatureShape shape = geometry == nullptr ? FeatureShape() : shapeOf(*geometry, mixed);
        if (shape.kind == ShapeKind::None) {
            output.fault("geometry.malformed", raw.type, raw.id, raw.line);
            return {};
        }
        if (mixed)
            output.fault("feature.mixed-geometry", raw.type, raw.id, raw.line);
        std::string srsName = (raw.srsName.isEmpty() ? m_defaultCrs : raw.srsName).toStdString();
        const Result<geo::SourceCrs>& stated = m_crsTable.find(srsName);
        const Result<geo::SourceCrs>& crs = !stated && !m_fallback.empty() ? m_crsTable.find(m_fallback) : stated;
        if (!crs) {
            output.fault("crs.unknown", QString::fromStdString(srsName).left(200), raw.id, raw.line);
            return {};
        }
        if (!crs->toRegion(shape.points)) {
            output.fault("crs.transform-failed", {}, raw.id, raw.line);
            return {};
        }
        return shape;
    }

    QString m_path;
    ReadOptions m_options;
    std::map<QString, TableGuess> m_tables;
    qint64 m_count = 0;
    QString m_srsName;      ///< the first that a geometry states
    QString m_defaultCrs;   ///< of geometries that state none
    std::string m_fallback; ///< --crs where the file's is not known; else empty
    geo::CrsTable m_crsTable;
};

} // namespace

Result<FeatureSource> readGml(const QString& path, const ReadOptions& options, Output* output,
                              const CancellationToken& cancel, const ProgressSink& progress)
{
    GmlReader reader(path, options);
    TWIN_TRY(FeatureSource source, reader.describe(cancel));
    if (output == nullptr)
        return source;
    TWIN_CHECK(output->begin(source));
    TWIN_CHECK(reader.read(source, *output, cancel, progress));
    TWIN_CHECK(output->finish(source));
    return source;
}

} // namespace twin::vector
