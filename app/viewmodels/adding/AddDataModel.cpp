// SPDX-License-Identifier: GPL-3.0-or-later
#include "AddDataModel.h"

#include "app/services/quality/HtmlReport.h"
#include "app/services/quality/IssueObjects.h"
#include "app/viewmodels/Format.h"

#include <algorithm>
#include <array>

#include <QClipboard>
#include <QGuiApplication>

namespace twin {
namespace {

constexpr qsizetype mostFields = 8; ///< that are suggested; others can be typed
constexpr std::array typeNames{"text", "date", "theme", "crs", "choice", "place", "number", "field", "file"};

QVariantList choicesOf(const services::ImportOption& option)
{
    QVariantList list;
    for (const services::ImportChoice& choice : option.choices)
        list += QVariantMap{{QStringLiteral("id"), QLatin1String(choice.id)},
                            {QStringLiteral("title"), services::titleOf(choice)}};
    return list;
}

/// @returns the objects that the issues of an import belong to, one each. Blocking. Where the region cannot be asked
///          they lead nowhere, and nothing else is lost.
QStringList objectsOf(const QString& region, const ImportSummary& summary)
{
    QStringList added;
    for (const LayerInfo& layer : summary.layers)
        added += layer.id;
    std::vector<services::IssuePlace> places;
    for (const Issue& issue : summary.skipped)
        places.push_back({issue.where, {}, {}});
    QStringList objects;
    if (services::findIssueObjects(region, added, places))
        for (const services::IssuePlace& place : places)
            objects += place.object;
    return objects;
}

} // namespace

AddDataModel::AddDataModel(Calls calls, QObject* parent) : QObject(parent), m_calls(std::move(calls)) {}

AddDataModel::~AddDataModel()
{
    m_cancel.cancel();
}

void AddDataModel::setRegion(std::shared_ptr<const services::OpenedRegion> region)
{
    m_region = std::move(region);
    m_placing = m_placing && canGoToRegion();
    Q_EMIT changed();
}

void AddDataModel::retranslate()
{
    if (m_files.count() > 0)
        Q_EMIT m_files.dataChanged(m_files.index(0), m_files.index(m_files.count() - 1));
    m_issues.retranslate();
    Q_EMIT changed();
}

void AddDataModel::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void AddDataModel::setProgress(double progress, const QString& step)
{
    m_progress = progress;
    m_step = step;
    Q_EMIT progressChanged();
}

ProgressSink AddDataModel::sink()
{
    return [this, request = m_request](double fraction, const QString& step) {
        QMetaObject::invokeMethod(
            this,
            [this, request, fraction, step] {
                if (request == m_request)
                    setProgress(fraction, step);
            },
            Qt::QueuedConnection);
    };
}

// --- The preview -----------------------------------------------------------------------------------------------------

void AddDataModel::choose()
{
    if (m_state == State::Closed)
        setState(State::Choosing);
}

void AddDataModel::look(const QList<QUrl>& urls)
{
    QStringList paths;
    for (const QUrl& url : urls)
        if (url.isLocalFile())
            paths += url.toLocalFile();
    if (!paths.isEmpty()) {
        lookInto(paths);
    } else if (!urls.isEmpty()) {
        m_problem = tr("Nur Dateien auf diesem Rechner lassen sich öffnen. Speichern Sie die Datei zuerst.");
        setState(State::Choosing);
    }
}

void AddDataModel::lookInto(const QStringList& paths)
{
    if (m_state == State::Importing || paths.isEmpty())
        return; // one thing at a time; the dialog shows that it is busy
    m_paths = paths;
    m_values.clear();
    m_toRegion = true;
    m_placing = false;
    m_files.clear();
    lookAgain();
}

void AddDataModel::lookAgain()
{
    m_cancel.cancel();
    m_cancel = CancellationToken();
    m_runner.clear();
    m_filesBeyond = 0;
    m_stopped = false;
    m_problem.clear();
    m_outcome.clear();
    const int request = ++m_request;
    setProgress(-1, tr("Dateien werden gesucht"));
    setState(State::Looking);
    const services::PreviewFound found = [this, request](const services::SourcePreview& file, int row, int) {
        QMetaObject::invokeMethod(
            this,
            [this, request, file, row] {
                if (request != m_request)
                    return;
                m_files.put(row, file);
                Q_EMIT changed();
            },
            Qt::QueuedConnection);
    };
    m_runner.run(
        this,
        [preview = m_calls.preview, wanted = previewRequest(), found, cancel = m_cancel, progress = sink()] {
            return preview(wanted, found, cancel, progress);
        },
        [this, request](Result<services::PreviewSummary> result) { looked(request, std::move(result)); });
}

services::PreviewRequest AddDataModel::previewRequest() const
{
    const auto value = [this](const char* id) { return m_values.value(QLatin1String(id)); };
    services::PreviewRequest wanted;
    wanted.sources = m_paths;
    wanted.crs = value("crs");
    wanted.at = value("at");
    wanted.extrude = value("extrude");
    wanted.base = value("base");
    wanted.points = value("points");
    wanted.order = value("order").toInt();
    wanted.region = canGoToRegion() ? m_region->package->folder() : QString();
    return wanted;
}

void AddDataModel::looked(int request, Result<services::PreviewSummary> result)
{
    if (request != m_request)
        return;
    if (!result) {
        if (result.error().code != ErrorCode::Cancelled)
            m_problem = result.error().summary + QLatin1Char(' ') + result.error().effectiveRemedy();
        setState(m_files.count() > 0 ? State::Ready : State::Choosing);
        return;
    }
    m_filesBeyond = result->filesBeyond;
    m_files.keepFirst(static_cast<int>(result->files.size()));
    setState(State::Ready);
}

bool AddDataModel::isCrsMissing() const
{
    return !m_values.value(QStringLiteral("crs")).isEmpty() ||
           std::any_of(m_files.files().begin(), m_files.files().end(), [](const services::SourcePreview& file) {
               return file.refusal && file.refusal->code == ErrorCode::MissingCrs;
           });
}

QString AddDataModel::summary() const
{
    if (m_files.count() == 0)
        return {};
    const auto count = [this](const auto& test) {
        return static_cast<int>(std::count_if(m_files.files().begin(), m_files.files().end(), test));
    };
    const int asking = count(PreviewListModel::isAsking);
    const int refused = count([](const services::SourcePreview& file) { return file.refusal.has_value(); }) - asking;
    QString text = tr("%n Datei(en)", nullptr, m_files.count());
    if (asking > 0)
        text += QStringLiteral(", ") + tr("%n brauchen eine Angabe", nullptr, asking);
    if (refused > 0)
        text += QStringLiteral(", ") + tr("%n nicht lesbar", nullptr, refused);
    if (m_filesBeyond > 0)
        text += QStringLiteral(", ") + tr("%n weitere nicht angesehen", nullptr, static_cast<int>(m_filesBeyond));
    return text;
}

// --- What shall be made of it ----------------------------------------------------------------------------------------

bool AddDataModel::canGoToRegion() const
{
    return m_region && m_region->package;
}

void AddDataModel::setToRegion(bool toRegion)
{
    if (toRegion == m_toRegion)
        return;
    m_toRegion = toRegion;
    m_stopped = false;
    Q_EMIT changed();
}

int AddDataModel::taken() const
{
    return static_cast<int>(std::count_if(m_files.files().begin(), m_files.files().end(),
                                          [](const services::SourcePreview& file) { return file.canBeAdded(); }));
}

QStringList AddDataModel::takenPaths() const
{
    QStringList paths;
    for (const services::SourcePreview& file : m_files.files())
        if (file.canBeAdded())
            paths += file.info.path;
    return paths;
}

QString AddDataModel::intent() const
{
    if (m_files.count() == 0)
        return {};
    const int few = taken();
    if (m_stopped)
        return tr("Abgebrochen: nichts ist hinzugekommen.");
    if (!goesToRegion())
        return few == 0 ? tr("Keine der Dateien lässt sich lesen.")
                        : tr("%n Datei(en) werden eine eigene Region.", nullptr, few);
    return tr("%n Datei(en) kommen zu „%1“.", nullptr, few).arg(m_region->title);
}

bool AddDataModel::isAsked(const services::ImportOption& option) const
{
    if (option.type == services::OptionType::Crs)
        return isCrsMissing();
    if (!goesToRegion() || (option.needs && m_values.value(QLatin1String(option.needs)).isEmpty()))
        return false;
    // What was answered stays to be answered differently, whatever became of the file with it.
    return !m_values.value(QLatin1String(option.id)).isEmpty() ||
           std::any_of(m_files.files().begin(), m_files.files().end(),
                       [&option](const services::SourcePreview& file) { return option.concerns(file); });
}

QVariantList AddDataModel::suggestions(const services::ImportOption& option) const
{
    QVariantList list = choicesOf(option);
    if (option.type != services::OptionType::Number && option.type != services::OptionType::Field)
        return list;
    list += QVariantMap{
        {QStringLiteral("id"), QString()},
        {QStringLiteral("title"), option.type == services::OptionType::Number ? tr("flach") : tr("auf dem Gelände")}};
    for (const services::SourcePreview& file : m_files.files())
        for (const services::NumberField& field : file.numbers) {
            const QVariantMap known{{QStringLiteral("id"), field.name},
                                    {QStringLiteral("title"), QStringLiteral("%1 (%2–%3)")
                                                                  .arg(field.name, format::number(field.least, 1),
                                                                       format::number(field.most, 1))}};
            if (list.size() <= mostFields && !list.contains(known))
                list += known;
        }
    return list;
}

QVariantList AddDataModel::options() const
{
    QVariantList list;
    for (const services::ImportOption& option : services::importOptions())
        if (m_files.count() > 0 && isAsked(option))
            list += QVariantMap{{QStringLiteral("id"), QLatin1String(option.id)},
                                {QStringLiteral("title"), services::titleOf(option)},
                                {QStringLiteral("hint"), services::hintOf(option)},
                                {QStringLiteral("type"), QLatin1String(typeNames[std::size_t(option.type)])},
                                {QStringLiteral("choices"), suggestions(option)}};
    return list;
}

void AddDataModel::setOption(const QString& id, const QString& value)
{
    if (m_values.value(id) == value.trimmed())
        return;
    m_values.insert(id, value.trimmed());
    m_stopped = false;
    m_problem.clear();
    const auto options = services::importOptions();
    const bool shows = std::any_of(options.begin(), options.end(), [&id](const services::ImportOption& option) {
        return option.changesPreview && id == QLatin1String(option.id);
    });
    if (shows && (m_state == State::Ready || m_state == State::Looking))
        lookAgain();
    else
        Q_EMIT changed();
}

void AddDataModel::setPlacing(bool placing)
{
    if (placing == m_placing || (placing && (m_state != State::Ready || !canGoToRegion())))
        return;
    m_placing = placing;
    Q_EMIT changed();
}

void AddDataModel::placeAt(const ProjectedPosition& position)
{
    if (!m_placing)
        return;
    const QString heading = m_values.value(QStringLiteral("at")).section(QLatin1Char(','), 3).trimmed();
    QString text = QStringLiteral("%1, %2, %3")
                       .arg(position.eastingMetres, 0, 'f', 2)
                       .arg(position.northingMetres, 0, 'f', 2)
                       .arg(position.heightMetres, 0, 'f', 2);
    if (!heading.isEmpty())
        text += QStringLiteral(", ") + heading;
    setPlacing(false);
    setOption(QStringLiteral("at"), text);
}

QRectF AddDataModel::regionPlace() const
{
    if (!m_region || m_region->extent.isEmpty())
        return {};
    const ProjectedPosition corner = m_region->frame.toProjected(m_region->extent.min);
    const LocalPosition size = m_region->extent.size();
    return {corner.eastingMetres, corner.northingMetres, size.x, size.y};
}

// --- The import ------------------------------------------------------------------------------------------------------

void AddDataModel::start()
{
    if (!canImport())
        return;
    m_problem.clear();
    m_issues.setIssues({}, {}, {});
    goesToRegion() ? addToRegion() : importRegion();
}

void AddDataModel::run(std::function<Result<Imported>(const CancellationToken&, const ProgressSink&)> work,
                       std::function<void(const Imported&)> done)
{
    m_stopped = false;
    m_cancel = CancellationToken();
    const int running = ++m_request;
    setProgress(-1, tr("Wird vorbereitet"));
    setState(State::Importing);
    m_runner.run(
        this,
        [work = std::move(work), cancel = m_cancel, progress = sink()] {
            auto result = work(cancel, progress);
            if (result)
                result->objects = objectsOf(result->region, result->summary);
            return result;
        },
        [this, running, done = std::move(done)](const Result<Imported>& result) {
            if (running != m_request)
                return;
            if (result)
                done(*result);
            else
                fail(result.error());
        });
}

void AddDataModel::finish(const Imported& imported, const QString& outcome)
{
    m_issues.setIssues(imported.summary.issueCounts, imported.summary.skipped, imported.objects);
    m_imported = imported;
    m_report.clear();
    m_outcome = outcome;
    setState(State::Done);
}

void AddDataModel::addToRegion()
{
    services::AddRequest request;
    request.region = m_region->package->folder();
    request.sources = takenPaths();
    request.demo = false;
    for (const services::ImportOption& option : services::importOptions()) {
        if (option.needs && m_values.value(QLatin1String(option.needs)).isEmpty())
            continue;
        if (const auto taken = services::apply(option, m_values.value(QLatin1String(option.id)), request); !taken) {
            fail(taken.error());
            return;
        }
    }
    run(
        [add = m_calls.add, request](const CancellationToken& cancel,
                                     const ProgressSink& progress) -> Result<Imported> {
            TWIN_TRY(services::AddSummary summary, add(request, cancel, progress));
            return Imported{request.region, std::move(summary.import), {}};
        },
        [this](const Imported& imported) {
            QStringList layers;
            for (const LayerInfo& layer : imported.summary.layers)
                layers += layer.id;
            finish(imported, tr("%n Ebene(n) hinzugefügt.", nullptr, static_cast<int>(layers.size())));
            Q_EMIT added(layers);
        });
}

void AddDataModel::importRegion()
{
    if (!m_calls.import)
        return;
    // Folders as they were named: an import of a folder takes the pictures of its models along.
    run([import = m_calls.import, paths = m_paths, crs = m_values.value(QStringLiteral("crs"))](
            const CancellationToken& cancel,
            const ProgressSink& progress) { return import(paths, crs, cancel, progress); },
        [this](const Imported& imported) {
            finish(imported, tr("Die Region ist geöffnet."));
            Q_EMIT regionReady(imported.region);
        });
}

void AddDataModel::fail(const Error& error)
{
    m_stopped = error.code == ErrorCode::Cancelled;
    if (!m_stopped)
        m_problem = error.summary + QLatin1Char(' ') + error.effectiveRemedy();
    setState(State::Ready);
}

void AddDataModel::cancel()
{
    m_cancel.cancel();
    if (m_state == State::Choosing || m_state == State::Ready || m_state == State::Done)
        close();
}

void AddDataModel::close()
{
    if (m_state == State::Importing)
        return; // the work goes on; the dialog says how to stop it
    m_cancel.cancel();
    ++m_request;
    m_files.clear();
    m_issues.setIssues({}, {}, {});
    m_problem.clear();
    m_paths.clear();
    m_placing = false;
    setState(State::Closed);
}

void AddDataModel::copyIssues() const
{
    QGuiApplication::clipboard()->setText(m_issues.text());
}

void AddDataModel::saveReport(const QUrl& file)
{
    const QString path = file.toLocalFile();
    if (!isReportable() || path.isEmpty())
        return;
    m_problem.clear();
    m_report.clear();
    Q_EMIT changed();
    m_runner.run(
        this,
        [imported = m_imported, path]() -> Result<void> {
            TWIN_TRY(const services::QualityReport report,
                     services::makeQualityReport(imported.summary, imported.region, nullptr, {}));
            return services::writeHtmlReport(report, path);
        },
        [this, path, request = m_request](const Result<void>& written) {
            if (request != m_request || m_state != State::Done)
                return;
            if (written)
                m_report = path;
            else
                m_problem = written.error().summary + QLatin1Char(' ') + written.error().effectiveRemedy();
            Q_EMIT changed();
        });
}

void AddDataModel::showObject(int issueRow)
{
    const QString id = m_issues.data(m_issues.index(issueRow), ImportIssueModel::ObjectRole).toString();
    if (!id.isEmpty())
        Q_EMIT objectRequested(id);
}

} // namespace twin
