// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of text with coordinates in columns, as offices export them: separator, encoding, decimal sign and columns are
// guessed, and every guess is said (FeatureSource::remarks).
#include "geo/Gdal.h"
#include "geo/SourceCrs.h"
#include "vector/CsvColumns.h"
#include "vector/OgrShape.h"
#include "vector/Reader.h"

#include <algorithm>
#include <array>
#include <memory>

#include <ogr_geometry.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

namespace twin::vector {
namespace {

constexpr qsizetype sampleBytes = 1 << 20;
constexpr qsizetype recordLimit = 16 << 20; ///< bytes of one record
constexpr std::size_t columnLimit = 2000;
constexpr qint64 mostUtf16Bytes = 256LL << 20; ///< such a table is read as a whole

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::vector", text);
}

/// Reads records of RFC 4180, also with other separators.
class CsvRecords {
public:
    static Result<CsvRecords> open(const QString& path)
    {
        CsvRecords records;
        auto file = std::make_unique<QFile>(path);
        if (!file->open(QIODevice::ReadOnly))
            return failure(ErrorCode::AccessDenied, tr("Die Datei lässt sich nicht öffnen."), file->errorString());
        records.m_file = isUtf16(*file) ? inUtf8(*file) : std::move(file);
        const QByteArray sample = records.m_file->peek(sampleBytes);
        if (sample.contains('\0'))
            return failure(ErrorCode::UnsupportedFormat, tr("Die Datei ist keine Texttabelle."),
                           QStringLiteral("encoding UTF-16 or binary"));
        if (sample.startsWith("\xEF\xBB\xBF"))
            records.m_file->skip(3);
        records.m_separator = separatorOf(sample.left(sample.indexOf('\n') + 1));
        // A sample may end within a character.
        QStringDecoder decoder(QStringDecoder::Utf8);
        [[maybe_unused]] const QString decoded = decoder(sample.left(sample.lastIndexOf('\n') + 1));
        records.m_latin = decoder.hasError();
        return records;
    }

    /// @returns the next record that holds anything; empty at the end.
    [[nodiscard]] QStringList next()
    {
        while (!m_file->atEnd()) {
            QByteArray record;
            m_recordLine = m_line + 1;
            bool quoted = false;
            do
                quoted ^= appendLine(record);
            while (quoted && !m_file->atEnd() && record.size() < recordLimit);
            if (!record.trimmed().isEmpty())
                return split(record);
        }
        return {};
    }
    [[nodiscard]] qint64 line() const { return m_recordLine; }
    [[nodiscard]] char separator() const { return m_separator; }
    [[nodiscard]] bool isLatin() const { return m_latin; }
    [[nodiscard]] double share() const { return double(m_file->pos()) / double(std::max<qint64>(m_file->size(), 1)); }

private:
    /// Spreadsheets save "Unicode text" in UTF-16, with its mark.
    static bool isUtf16(QFile& file)
    {
        const QByteArray mark = file.peek(2);
        return file.size() <= mostUtf16Bytes && (mark == "\xFF\xFE" || mark == "\xFE\xFF");
    }
    static std::unique_ptr<QIODevice> inUtf8(QFile& file)
    {
        QStringDecoder decoder(QStringDecoder::Utf16);
        const QString text = decoder(file.readAll());
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(text.toUtf8());
        buffer->open(QIODevice::ReadOnly);
        return buffer;
    }
    /// @returns whether the line has an odd number of quotation marks. QIODevice::readLine() allocates what a line may
    ///          hold at most, so it is asked for pieces.
    bool appendLine(QByteArray& record)
    {
        constexpr qint64 piece = 4096;
        const qsizetype from = record.size();
        qsizetype before = from;
        do {
            before = record.size();
            record += m_file->readLine(piece);
        } while (record.size() > before && !record.endsWith('\n') && record.size() < recordLimit);
        ++m_line;
        return std::count(record.begin() + from, record.end(), '"') % 2 == 1;
    }

    static char separatorOf(const QByteArray& header)
    {
        char best = ',';
        for (const char candidate : {';', '\t', ',', '|'})
            if (header.count(candidate) > header.count(best))
                best = candidate;
        return best;
    }

    [[nodiscard]] QString text(const QByteArray& bytes) const
    {
        return (m_latin ? QString::fromLatin1(bytes) : QString::fromUtf8(bytes)).trimmed();
    }

    [[nodiscard]] QStringList split(const QByteArray& record) const
    {
        QStringList fields;
        QByteArray field;
        bool quoted = false;
        for (qsizetype i = 0; i < record.size() && fields.size() < qsizetype(columnLimit); ++i) {
            const char c = record[i];
            if (c == '"') {
                if (quoted && i + 1 < record.size() && record[i + 1] == '"')
                    field += record[++i];
                else
                    quoted = !quoted;
            } else if (c == m_separator && !quoted) {
                fields.append(text(field));
                field.clear();
            } else {
                field += c;
            }
        }
        fields.append(text(field));
        return fields;
    }

    std::unique_ptr<QIODevice> m_file;
    char m_separator = ',';
    bool m_latin = false;
    qint64 m_line = 0;
    qint64 m_recordLine = 0;
};

class CsvReader {
public:
    CsvReader(const QString& path, const ReadOptions& options) : m_path(path), m_options(options) {}

    Result<FeatureSource> describe(const CancellationToken& cancel)
    {
        TWIN_TRY(CsvRecords records, CsvRecords::open(m_path));
        const QStringList header = records.next();
        m_columns = CsvColumns(header, records.separator() != ',');
        FeatureSource source;
        source.info = sourceInfo(m_path, QStringLiteral("CSV"));
        FeatureTable table;
        table.name = QFileInfo(m_path).completeBaseName();
        table.count = 0;
        for (QStringList record = records.next(); !record.isEmpty(); record = records.next()) {
            if (cancel.isCancelled())
                return failure(ErrorCode::Cancelled, {});
            m_columns.see(record);
            ++table.count;
        }
        table.fields = m_columns.fields();
        TWIN_TRY(const CsvPlace place, m_columns.place(m_options.crs));
        m_place = place;
        source.remarks = place.remarks;
        if (records.isLatin())
            source.remarks.append(tr("Zeichenkodierung Latin-1 angenommen."));
        TWIN_TRY(const geo::SettledCrs settled, geo::settleCrs(place.crs.toStdString(), {}));
        source.info.crs = QString::fromStdString(settled.srsName);
        source.info.crsOrigin = place.fromOption ? QStringLiteral("--crs") : QStringLiteral("guess");
        source.tables.push_back(std::move(table));
        return source;
    }

    Result<void> read(const FeatureSource& source, Output& output, const CancellationToken& cancel,
                      const ProgressSink& progress)
    {
        TWIN_TRY(CsvRecords records, CsvRecords::open(m_path));
        TWIN_TRY(const geo::SourceCrs crs, geo::SourceCrs::create(m_place.crs.toStdString()));
        static_cast<void>(records.next());
        const std::vector<FeatureField>& fields = source.tables.front().fields;
        qint64 done = 0;
        for (QStringList record = records.next(); !record.isEmpty(); record = records.next()) {
            if (cancel.isCancelled())
                return failure(ErrorCode::Cancelled, {});
            Feature feature;
            for (std::size_t i = 0; i < fields.size(); ++i)
                feature.values.push_back(m_columns.valueOf(record.value(qsizetype(i)), fields[i].type));
            feature.shape = shapeOf(record, records.line(), crs, output);
            TWIN_CHECK(output.add(0, std::move(feature)));
            if (progress && ++done % 4096 == 0)
                progress(records.share(), tr("Vektordaten werden gelesen"));
        }
        return {};
    }

private:
    [[nodiscard]] FeatureShape shapeOf(const QStringList& record, qint64 line, const geo::SourceCrs& crs,
                                       Output& output) const
    {
        FeatureShape shape;
        if (m_place.wkt >= 0) {
            const QByteArray wkt = record.value(m_place.wkt).toUtf8();
            OGRGeometry* parsed = nullptr;
            if (wkt.isEmpty() || OGRGeometryFactory::createFromWkt(wkt.constData(), nullptr, &parsed) != OGRERR_NONE) {
                if (!wkt.isEmpty())
                    output.fault("geometry.malformed", QStringLiteral("WKT"), {}, line);
                return {};
            }
            const std::unique_ptr<OGRGeometry> geometry(parsed);
            bool mixed = false;
            shape = vector::shapeOf(*geometry, mixed);
        } else if (const auto point = m_columns.pointOf(record, m_place)) {
            shape.kind = ShapeKind::Points;
            shape.points.push_back(*point);
        }
        if (shape.kind != ShapeKind::None && !crs.toRegion(shape.points)) {
            output.fault("crs.transform-failed", {}, {}, line);
            return {};
        }
        return shape;
    }

    QString m_path;
    ReadOptions m_options;
    CsvColumns m_columns;
    CsvPlace m_place;
};

} // namespace

Result<FeatureSource> readCsv(const QString& path, const ReadOptions& options, Output* output,
                              const CancellationToken& cancel, const ProgressSink& progress)
{
    geo::initialiseGdal();
    CsvReader reader(path, options);
    TWIN_TRY(FeatureSource source, reader.describe(cancel));
    if (output == nullptr)
        return source;
    TWIN_CHECK(output->begin(source));
    TWIN_CHECK(reader.read(source, *output, cancel, progress));
    TWIN_CHECK(output->finish(source));
    return source;
}

} // namespace twin::vector
