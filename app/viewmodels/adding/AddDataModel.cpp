// SPDX-License-Identifier: GPL-3.0-or-later
#include "AddDataModel.h"

#include "app/services/adding/ImportOptions.h"

#include <algorithm>
#include <array>

#include <QClipboard>
#include <QGuiApplication>

namespace twin {
namespace {

constexpr std::array typeNames{"text", "date", "theme", "crs"};

} // namespace

AddDataModel::AddDataModel(Calls calls, QObject* parent) : QObject(parent), m_calls(std::move(calls)) {}

AddDataModel::~AddDataModel()
{
    m_cancel.cancel();
}

void AddDataModel::setRegion(std::shared_ptr<const services::OpenedRegion> region)
{
    m_region = std::move(region);
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
    lookAgain();
}

void AddDataModel::lookAgain()
{
    m_cancel.cancel();
    m_cancel = CancellationToken();
    m_runner.clear();
    m_files.clear();
    m_filesBeyond = 0;
    m_problem.clear();
    m_outcome.clear();
    const int request = ++m_request;
    setProgress(-1, tr("Dateien werden gesucht"));
    setState(State::Looking);
    const services::PreviewFound found = [this, request](const services::SourcePreview& file, int, int) {
        QMetaObject::invokeMethod(
            this,
            [this, request, file] {
                if (request != m_request)
                    return;
                m_files.append(file);
                Q_EMIT changed();
            },
            Qt::QueuedConnection);
    };
    m_runner.run(
        this,
        [preview = m_calls.preview, wanted = services::PreviewRequest{m_paths, m_values.value(QStringLiteral("crs"))},
         found, cancel = m_cancel, progress = sink()] { return preview(wanted, found, cancel, progress); },
        [this, request](Result<services::PreviewSummary> result) { looked(request, std::move(result)); });
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
    const bool anyForRegion = std::any_of(m_files.files().begin(), m_files.files().end(),
                                          [](const services::SourcePreview& file) { return file.canBeAdded(); });
    m_toRegion = m_toRegion && anyForRegion;
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
    const auto refused = std::count_if(m_files.files().begin(), m_files.files().end(),
                                       [](const services::SourcePreview& file) { return file.refusal.has_value(); });
    QString text = tr("%n Datei(en)", nullptr, m_files.count());
    if (refused > 0)
        text += QStringLiteral(", ") + tr("%n nicht lesbar", nullptr, static_cast<int>(refused));
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
    Q_EMIT changed();
}

int AddDataModel::taken() const
{
    return static_cast<int>(
        std::count_if(m_files.files().begin(), m_files.files().end(), [this](const services::SourcePreview& file) {
            return goesToRegion() ? file.canBeAdded() : !file.refusal;
        }));
}

QStringList AddDataModel::takenPaths() const
{
    QStringList paths;
    for (const services::SourcePreview& file : m_files.files())
        if (goesToRegion() ? file.canBeAdded() : !file.refusal)
            paths += file.info.path;
    return paths;
}

QString AddDataModel::intent() const
{
    if (m_files.count() == 0)
        return {};
    const int few = taken();
    if (!goesToRegion())
        return few == 0 ? tr("Keine der Dateien lässt sich lesen.")
                        : tr("%n Datei(en) werden eine eigene Region.", nullptr, few);
    const QString text = tr("%n Datei(en) kommen zu „%1“.", nullptr, few).arg(m_region->title);
    const bool anyModel =
        std::any_of(m_files.files().begin(), m_files.files().end(), [](const services::SourcePreview& file) {
            return !file.refusal && file.kind == LayerKind::CityModel;
        });
    return anyModel ? text + QLatin1Char(' ') + tr("Stadtmodelle nicht: Öffnen Sie sie als eigene Region.") : text;
}

QVariantList AddDataModel::options() const
{
    QVariantList list;
    for (const services::ImportOption& option : services::importOptions()) {
        const bool concerns = std::any_of(m_files.files().begin(), m_files.files().end(),
                                          [&](const auto& file) { return file.kind && option.concerns(*file.kind); });
        const bool isCrs = option.type == services::OptionType::Crs;
        if (!concerns || (isCrs && !isCrsMissing()) || (!isCrs && !goesToRegion()))
            continue;
        list += QVariantMap{{QStringLiteral("id"), QLatin1String(option.id)},
                            {QStringLiteral("title"), services::titleOf(option)},
                            {QStringLiteral("hint"), services::hintOf(option)},
                            {QStringLiteral("type"), QLatin1String(typeNames[std::size_t(option.type)])}};
    }
    return list;
}

void AddDataModel::setOption(const QString& id, const QString& value)
{
    if (m_values.value(id) == value.trimmed())
        return;
    m_values.insert(id, value.trimmed());
    m_problem.clear();
    if (id == QLatin1String("crs") && m_state == State::Ready)
        lookAgain();
    else
        Q_EMIT changed();
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
    m_issues.setIssues({}, {});
    goesToRegion() ? addToRegion() : importRegion();
}

void AddDataModel::addToRegion()
{
    services::AddRequest request;
    request.region = m_region->package->folder();
    request.sources = takenPaths();
    request.demo = false;
    for (const services::ImportOption& option : services::importOptions())
        if (const auto taken = services::apply(option, m_values.value(QLatin1String(option.id)), request); !taken) {
            fail(taken.error());
            return;
        }
    m_cancel = CancellationToken();
    const int running = ++m_request;
    setProgress(-1, tr("Wird vorbereitet"));
    setState(State::Importing);
    m_runner.run(
        this,
        [add = m_calls.add, request, cancel = m_cancel, progress = sink()] { return add(request, cancel, progress); },
        [this, running](Result<services::AddSummary> result) {
            if (running != m_request)
                return;
            if (!result) {
                fail(result.error());
                return;
            }
            QStringList layers;
            for (const LayerInfo& layer : result->import.layers)
                layers += layer.id;
            m_issues.setIssues(result->import.issueCounts, result->import.skipped);
            m_outcome = tr("%n Ebene(n) hinzugefügt.", nullptr, static_cast<int>(layers.size()));
            setState(State::Done);
            Q_EMIT added(layers);
        });
}

void AddDataModel::importRegion()
{
    if (!m_calls.import)
        return;
    m_cancel = CancellationToken();
    const int running = ++m_request;
    setProgress(-1, tr("Wird vorbereitet"));
    setState(State::Importing);
    // Folders as they were named: an import of a folder takes the pictures of its models along.
    m_runner.run(
        this,
        [import = m_calls.import, paths = m_paths, crs = m_values.value(QStringLiteral("crs")), cancel = m_cancel,
         progress = sink()] { return import(paths, crs, cancel, progress); },
        [this, running](Result<Imported> result) {
            if (running != m_request)
                return;
            if (!result) {
                fail(result.error());
                return;
            }
            m_issues.setIssues(result->summary.issueCounts, result->summary.skipped);
            m_outcome = tr("Die Region ist geöffnet.");
            setState(State::Done);
            Q_EMIT regionReady(result->region);
        });
}

void AddDataModel::fail(const Error& error)
{
    if (error.code != ErrorCode::Cancelled)
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
    m_issues.setIssues({}, {});
    m_problem.clear();
    m_paths.clear();
    setState(State::Closed);
}

void AddDataModel::copyIssues() const
{
    QGuiApplication::clipboard()->setText(m_issues.text());
}

void AddDataModel::showObject(int issueRow)
{
    const QString id = m_issues.data(m_issues.index(issueRow), ImportIssueModel::ObjectRole).toString();
    if (!id.isEmpty())
        Q_EMIT objectRequested(id);
}

} // namespace twin
