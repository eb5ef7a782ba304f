// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/CityGmlFile.h"
#include "citygml/appearance/ModelAppearances.h"
#include "citygml/objects/OpeningHeights.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

namespace twin::citygml {
namespace {

/// Objects that wait for polygons of other members hold at most about this many surfaces; later ones do without.
constexpr std::size_t waitingLimit = 500'000;
constexpr std::size_t sharedPointLimit = 8'000'000; ///< of polygons, and of shapes

QString tr(const char* text)
{
    return QCoreApplication::translate("twin::citygml", text);
}

/// The licences of products that say in their header who made them.
QString knownLicence(const QString& title, const Names::Declarations& declarations, const QString& crs)
{
    const bool adv = crs.startsWith(QLatin1String("urn:adv:crs:"));
    const bool building = std::any_of(declarations.begin(), declarations.end(),
                                      [](const auto& d) { return vocabularyOf(d.second) == Vocabulary::Building; });
    const bool northRhineWestphalia = title.startsWith(QLatin1String("LoD")) && title.endsWith(QLatin1String("_NW"));
    return adv && building && northRhineWestphalia ? QStringLiteral("dl-de/zero-2-0") : QString();
}

/// @returns the srsName of the first Envelope (or Box) below, and the model's name.
void readModelProperties(const std::string& xml, std::string& srsName, QString& title)
{
    const std::string wrapped = "<properties>" + xml + "</properties>";
    pugi::xml_document document;
    if (!document.load_buffer(wrapped.data(), wrapped.size(), pugi::parse_default, pugi::encoding_utf8))
        return;
    for (const pugi::xml_node& property : document.first_child().children()) {
        if (localName(property.name()) == "name" && title.isEmpty())
            title = toQString(property.child_value()).simplified();
        for (const pugi::xml_node& envelope : property.children())
            if (const char* stated = attributeValue(envelope, "srsName"); stated != nullptr && srsName.empty())
                srsName = trimmed(stated);
    }
}

} // namespace

Result<std::unique_ptr<CityGmlFile>> CityGmlFile::open(int sourceIndex, const QString& path, const QString& crs,
                                                       const ReadLimits& limits, const CancellationToken& cancel)
{
    std::unique_ptr<CityGmlFile> file(new CityGmlFile(sourceIndex, limits));
    const QFileInfo info(path);
    file->m_facts.path = path;
    file->m_facts.baseName = info.completeBaseName();
    file->m_info.path = path;
    file->m_info.bytes = info.size();
    file->m_info.fileDate = info.lastModified().date();
    TWIN_TRY(file->m_splitter, MemberSplitter::open(path, limits));
    if (Result<void> header = file->readHeader(crs); !header) {
        Error error = std::move(header).error();
        error.where.source = path;
        return failure(std::move(error));
    }
    TWIN_TRY(file->m_facts.appearances,
             readModelAppearances(path, limits, file->m_facts.declarations, file->m_issues, cancel));
    return file;
}

Result<void> CityGmlFile::readHeader(const QString& crs)
{
    TWIN_CHECK(checkVersion());
    m_facts.declarations = m_splitter->header().declarations;
    std::string srsName;
    readModelProperties(m_splitter->header().properties, srsName, m_info.title);
    TWIN_CHECK(settleCrs(srsName, crs));
    m_info.licence = knownLicence(m_info.title, m_facts.declarations, m_info.crs);
    return {};
}

Result<void> CityGmlFile::checkVersion()
{
    const FileHeader& header = m_splitter->header();
    const std::string_view local = localName(header.rootName);
    std::string_view version;
    for (const auto& [prefix, uri] : header.declarations)
        if (const std::string_view found = cityGmlVersion(uri); !found.empty()) {
            const bool root = prefix.empty() ? header.rootName == local
                                             : header.rootName.compare(0, prefix.size() + 1, prefix + ':') == 0;
            if (version.empty() || root)
                version = found;
        }
    const bool collection = local == "CityModel" || local == "FeatureCollection";
    if (!collection || (version.empty() && local != "FeatureCollection"))
        return failure(
            ErrorCode::UnsupportedFormat, tr("Die Datei ist kein CityGML-Stadtmodell."),
            QStringLiteral("root element <%1>").arg(toQString(header.rootName)),
            tr("Gelesen werden CityGML, GML, ALKIS-NAS, XPlanGML, KML und OpenStreetMap. Fragen Sie den Anbieter "
               "nach einem dieser Formate."));
    if (version != "1.0" && version != "2.0" && version != "3.0" && !version.empty())
        return failure(ErrorCode::UnsupportedVersion,
                       tr("CityGML %1 wird nicht gelesen, nur CityGML 1.0, 2.0 und 3.0.").arg(toQString(version)));
    m_info.format = version.empty() ? QStringLiteral("CityGML") : QStringLiteral("CityGML ") + toQString(version);
    return {};
}

Result<void> CityGmlFile::settleCrs(const std::string& inHeader, const QString& option)
{
    m_facts.srsName = inHeader.empty() ? option.toStdString() : inHeader;
    std::string stated = inHeader;
    if (inHeader.empty()) {
        TWIN_TRY(const bool anyMember, readMemberCrs(stated));
        if (anyMember && stated.empty() && option.isEmpty())
            return failure(ErrorCode::MissingCrs, tr("Die Datei nennt kein Koordinatenreferenzsystem."));
    }
    m_info.crs = stated.empty() ? option : toQString(stated);
    m_info.crsOrigin = stated.empty() ? QStringLiteral("--crs") : QStringLiteral("srsName");
    if (m_facts.srsName.empty())
        return {}; // nothing in it that would need one, or every member states its own
    Result<geo::SourceCrs> crs = geo::SourceCrs::create(m_facts.srsName);
    if (!crs && !inHeader.empty() && !option.isEmpty()) {
        m_issues.push_back({QStringLiteral("crs.replaced"), toQString(stated).left(200), {m_facts.path, -1, {}}});
        m_facts.srsName = option.toStdString();
        m_info.crs = option;
        m_info.crsOrigin = QStringLiteral("--crs");
        crs = geo::SourceCrs::create(m_facts.srsName);
    } else if (!stated.empty() && !option.isEmpty()) {
        noteUnusedOption(option);
    }
    return crs ? Result<void>() : failure(std::move(crs).error());
}

/// What the file states wins over --crs; whoever gave the option for another system shall know.
void CityGmlFile::noteUnusedOption(const QString& option)
{
    const Result<geo::Crs> given = geo::parseCrs(option);
    const Result<geo::Crs> used = geo::parseCrs(m_info.crs);
    if (given && used && given->horizontal == used->horizontal &&
        (given->vertical.isEmpty() || given->vertical == used->vertical))
        return;
    m_issues.push_back({QStringLiteral("crs.option-unused"),
                        QStringLiteral("--crs %1, srsName %2").arg(option.left(200), m_info.crs.left(200)),
                        {m_facts.path, -1, {}}});
}

/// The model states no CRS: its first member may. @returns whether there is a member at all.
Result<bool> CityGmlFile::readMemberCrs(std::string& stated) const
{
    TWIN_TRY(const auto peeking, MemberSplitter::open(m_facts.path, m_limits));
    TWIN_TRY(std::optional<Chunk> chunk, peeking->next());
    if (!chunk)
        return false;
    const auto object =
        std::find_if(chunk->members.begin(), chunk->members.end(), [](const Member& m) { return !m.isAppearance; });
    const Member& member = object == chunk->members.end() ? chunk->members.front() : *object;
    const std::string_view text = chunk->text.view().substr(member.offset, member.size);
    if (const std::size_t at = text.find("srsName="); at != std::string_view::npos && at + 9 < text.size()) {
        const std::size_t end = text.find(text[at + 8], at + 9);
        stated = text.substr(at + 9, std::min<std::size_t>(end - at - 9, 200));
    }
    return true;
}

std::size_t CityGmlFile::Waiting::size() const
{
    std::size_t size = missing.size() + missingShapes.size();
    for (const CityObject& object : tree.objects)
        size += object.surfaces.size();
    return size;
}

void CityGmlFile::add(MemberResult&& result, CityObjectBatch& batch)
{
    std::move(result.issues.begin(), result.issues.end(), std::back_inserter(batch.issues));
    if (!result.tree)
        return;
    Waiting waiting{std::move(*result.tree), std::move(result.missing), std::move(result.missingShapes)};
    if (!waiting.isComplete() || !result.shapes.empty() || result.heightUnknown) {
        const std::lock_guard lock(m_mutex);
        m_heightUnknown |= result.heightUnknown;
        addShapes(result);
        placeShapes(waiting, false, batch.issues);
        if (const std::size_t size = waiting.size(); !waiting.isComplete() && m_waitingSize + size <= waitingLimit) {
            m_waitingSize += size;
            m_waiting.push_back(std::move(waiting));
            return;
        }
        placeShapes(waiting, true, batch.issues);
    }
    complete(waiting, {}, batch);
}

/// Keeps the shapes that other members may use; of double ids the first counts.
void CityGmlFile::addShapes(MemberResult& result)
{
    for (NamedShape& named : result.shapes) {
        for (const Surface& surface : named.shape->surfaces)
            m_shapePoints += surface.polygon.points.size();
        if (m_shapePoints <= sharedPointLimit)
            m_shapes.try_emplace(std::move(named.id), std::move(named.shape));
    }
}

/// Resolves uses of shapes as far as these are known.
/// @param last  no further shape will come: what is not known then is reported
void CityGmlFile::placeShapes(Waiting& waiting, bool last, std::vector<Issue>& issues) const
{
    std::erase_if(waiting.missingShapes, [&](MissingShape& missing) {
        CityObject& object = waiting.tree.objects[std::size_t(missing.object)];
        const auto found = m_shapes.find(missing.target);
        if (found == m_shapes.end()) {
            if (last)
                issues.push_back({QStringLiteral("xlink.unresolved"),
                                  QLatin1Char('#') + toQString(missing.target).left(200),
                                  {m_facts.path, missing.line, object.id}});
            return last;
        }
        missing.instance.shape = found->second;
        object.instances.push_back(std::move(missing.instance));
        return true;
    });
}

Result<void> CityGmlFile::finish(CityObjectSink& sink, const CancellationToken& cancel)
{
    for (Issue& issue : m_splitter->takeIssues())
        m_issues.push_back(std::move(issue));
    if (m_waiting.empty())
        return {};
    TWIN_TRY(const SharedPolygons shared, collectShared(cancel));
    CityObjectBatch batch{m_sourceIndex, {}, {}};
    for (Waiting& waiting : m_waiting) {
        placeShapes(waiting, true, batch.issues);
        complete(waiting, shared, batch);
        if (batch.objects.size() >= 256)
            TWIN_CHECK(sink.accept(std::exchange(batch, CityObjectBatch{m_sourceIndex, {}, {}})));
    }
    m_waiting.clear();
    return batch.objects.empty() && batch.issues.empty() ? Result<void>() : sink.accept(std::move(batch));
}

/// The second pass over the file, for the polygons that members take from one another.
Result<SharedPolygons> CityGmlFile::collectShared(const CancellationToken& cancel)
{
    SharedPolygons shared;
    for (const Waiting& waiting : m_waiting)
        for (const MissingPolygon& missing : waiting.missing)
            shared.try_emplace(missing.target);
    if (shared.empty())
        return shared;
    const auto splitter = MemberSplitter::open(m_facts.path, m_limits);
    if (!splitter)
        return shared; // it was there a moment ago: the links stay unresolved
    geo::CrsTable crsTable;
    Texts texts;
    MemberReader reader(m_facts, crsTable, texts);
    std::size_t points = 0;
    while (points < sharedPointLimit) {
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        Result<std::optional<Chunk>> chunk = (*splitter)->next();
        if (!chunk || !*chunk)
            break;
        for (const Member& member : (*chunk)->members)
            points += reader.collectShared((*chunk)->text.data(), member, shared);
    }
    return shared;
}

void CityGmlFile::complete(Waiting& waiting, const SharedPolygons& shared, CityObjectBatch& batch) const
{
    for (MissingPolygon& missing : waiting.missing) {
        CityObject& object = waiting.tree.objects[std::size_t(missing.object)];
        const auto found = shared.find(missing.target);
        if (found == shared.end() || found->second.empty()) {
            batch.issues.push_back({QStringLiteral("xlink.unresolved"),
                                    QLatin1Char('#') + toQString(missing.target).left(200),
                                    {m_facts.path, missing.surface.line, object.id}});
            continue;
        }
        for (const Polygon& polygon : found->second) {
            Surface surface = missing.surface;
            surface.polygon = polygon;
            if (missing.flipped)
                flip(surface.polygon);
            object.surfaces.push_back(std::move(surface));
        }
    }
    addOpeningHeights(waiting.tree);
    batch.objects.push_back(waiting.tree.assemble());
}

std::vector<Issue> CityGmlFile::takeIssues()
{
    if (m_heightUnknown)
        m_issues.push_back({QStringLiteral("height.reference-unknown"), m_info.crs, {m_facts.path, -1, {}}});
    return std::exchange(m_issues, {});
}

} // namespace twin::citygml
