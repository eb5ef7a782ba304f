// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/adding/ImportOptions.h"
#include "app/services/adding/SourcePreview.h"
#include "app/services/LayerService.h"
#include "app/services/OpenRegion.h"
#include "app/viewmodels/BackgroundRunner.h"
#include "ImportIssueModel.h"
#include "PreviewListModel.h"

#include <QUrl>
#include <QVariantMap>

namespace twin {

/// "Daten hinzufügen": from the files that a person names over a preview and a few questions to layers of the open
/// region, or to a region of their own. Everything that takes time runs on a worker and can be stopped. GUI thread.
class AddDataModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(twin::PreviewListModel* files READ files CONSTANT)
    /// how far the look or the import is: 0 … 1; negative: unknown
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged)
    Q_PROPERTY(QString step READ step NOTIFY progressChanged)
    /// what the preview says in all, e.g. "3 Dateien, 1 nicht lesbar"
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    /// why there is no preview or no import, with what to do; empty: all is well
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// a file states no coordinate reference system: one must be named
    Q_PROPERTY(bool crsMissing READ isCrsMissing NOTIFY changed)
    /// questions of the form: {id, title, hint, type, choices} with type "text", "date", "theme", "crs", "choice",
    /// "place", "number", "field" or "file"; choices: {id, title}, of "number" and "field" suggestions
    Q_PROPERTY(QVariantList options READ options NOTIFY changed)
    /// the open region's extent in its CRS; empty: none is open
    Q_PROPERTY(QRectF regionPlace READ regionPlace NOTIFY changed)
    /// where the files go: to the open region, or to a region of their own
    Q_PROPERTY(bool toRegion READ goesToRegion WRITE setToRegion NOTIFY changed)
    Q_PROPERTY(bool canGoToRegion READ canGoToRegion NOTIFY changed)
    /// what the import would do, e.g. "2 von 3 Dateien werden Ebenen von „Dortmund“"; after one was stopped, that it
    /// did nothing
    Q_PROPERTY(QString intent READ intent NOTIFY changed)
    Q_PROPERTY(bool canImport READ canImport NOTIFY changed)
    /// a click in the picture says where the model stands; the dialog waits
    Q_PROPERTY(bool placing READ isPlacing NOTIFY changed)
    /// what was done, once it is
    Q_PROPERTY(QString outcome READ outcome NOTIFY changed)
    /// the import that is done can be told in a quality report: it read something
    Q_PROPERTY(bool reportable READ isReportable NOTIFY changed)
    /// where the report was saved; empty: it was not
    Q_PROPERTY(QString report READ report NOTIFY changed)
    Q_PROPERTY(twin::ImportIssueModel* issues READ issues CONSTANT)

public:
    enum class State { Closed, Choosing, Looking, Ready, Importing, Done };
    Q_ENUM(State)

    /// A region that files were made to or added to, and what that import said.
    struct Imported {
        QString region;
        ImportSummary summary;
        QStringList objects; ///< ids of those that the summary's issues belong to, one each
    };
    /// What happens outside of the model, each blocking and called on a worker thread. Tests put their own in.
    struct Calls {
        std::function<Result<services::PreviewSummary>(const services::PreviewRequest&, const services::PreviewFound&,
                                                       const CancellationToken&, const ProgressSink&)>
            preview = services::previewSources;
        std::function<Result<services::AddSummary>(const services::AddRequest&, const CancellationToken&,
                                                   const ProgressSink&)>
            add = services::addLayers;
        /// Makes a region of files. @param crs  may be empty
        std::function<Result<Imported>(const QStringList& sources, const QString& crs, const CancellationToken&,
                                       const ProgressSink&)>
            import;
    };

    explicit AddDataModel(Calls calls, QObject* parent = nullptr);
    ~AddDataModel() override;

    /// The region that takes what is added; null: none is open.
    void setRegion(std::shared_ptr<const services::OpenedRegion> region);
    void retranslate();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] PreviewListModel* files() { return &m_files; }
    [[nodiscard]] ImportIssueModel* issues() { return &m_issues; }
    [[nodiscard]] double progress() const { return m_progress; }
    [[nodiscard]] QString step() const { return m_step; }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool isCrsMissing() const;
    [[nodiscard]] QVariantList options() const;
    [[nodiscard]] QRectF regionPlace() const;
    [[nodiscard]] bool goesToRegion() const { return m_toRegion && canGoToRegion(); }
    [[nodiscard]] bool canGoToRegion() const;
    [[nodiscard]] QString intent() const;
    [[nodiscard]] bool canImport() const { return m_state == State::Ready && taken() > 0; }
    [[nodiscard]] QString outcome() const { return m_outcome; }
    [[nodiscard]] bool isPlacing() const { return m_placing; }
    [[nodiscard]] bool isReportable() const { return m_state == State::Done && m_imported.summary.bytesRead > 0; }
    [[nodiscard]] QString report() const { return m_report; }
    void setToRegion(bool toRegion);

    /// Opens the dialog without files.
    Q_INVOKABLE void choose();
    /// Looks into files or folders; what was looked into before is forgotten.
    Q_INVOKABLE void look(const QList<QUrl>& urls);
    void lookInto(const QStringList& paths);
    [[nodiscard]] Q_INVOKABLE QString option(const QString& id) const { return m_values.value(id); }
    /// What changes the preview makes it anew.
    Q_INVOKABLE void setOption(const QString& id, const QString& value);
    /// Waits for a click in the picture, or no longer.
    Q_INVOKABLE void setPlacing(bool placing);
    /// The model stands here, turned as it was. @param position  region CRS
    void placeAt(const ProjectedPosition& position);
    /// @returns the path of a file as a dialog names it.
    [[nodiscard]] Q_INVOKABLE static QString pathOf(const QUrl& url) { return url.toLocalFile(); }
    Q_INVOKABLE void start();
    /// Stops what is running; one step back.
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void close();
    Q_INVOKABLE void copyIssues() const;
    /// Writes the quality report of the import that is done, as `--report` does but without a check of the geometry.
    Q_INVOKABLE void saveReport(const QUrl& file);
    /// Please show the object that an issue names.
    Q_INVOKABLE void showObject(int issueRow);

Q_SIGNALS:
    void changed();
    void progressChanged();
    /// Layers have come to the open region.
    void added(const QStringList& layers);
    /// A region is ready to be opened.
    void regionReady(const QString& path);
    void objectRequested(const QString& id);

private:
    void setState(State state);
    void setProgress(double progress, const QString& step);
    [[nodiscard]] ProgressSink sink();
    void lookAgain();
    void looked(int request, Result<services::PreviewSummary> result);
    void addToRegion();
    void importRegion();
    /// Starts an import on a worker. @param done  gets what it made
    void run(std::function<Result<Imported>(const CancellationToken&, const ProgressSink&)> work,
             std::function<void(const Imported&)> done);
    void finish(const Imported& imported, const QString& outcome);
    void fail(const Error& error);
    [[nodiscard]] services::PreviewRequest previewRequest() const;
    [[nodiscard]] bool isAsked(const services::ImportOption& option) const;
    [[nodiscard]] QVariantList suggestions(const services::ImportOption& option) const;
    [[nodiscard]] int taken() const;
    [[nodiscard]] QStringList takenPaths() const;

    Calls m_calls;
    std::shared_ptr<const services::OpenedRegion> m_region;
    State m_state = State::Closed;
    PreviewListModel m_files;
    ImportIssueModel m_issues;
    QStringList m_paths;
    QHash<QString, QString> m_values; ///< of the options
    bool m_toRegion = true;
    bool m_placing = false;
    bool m_stopped = false; ///< the last import was, by a person
    qint64 m_filesBeyond = 0;
    double m_progress = -1;
    QString m_step;
    QString m_problem;
    QString m_outcome;
    Imported m_imported; ///< the last one
    QString m_report;
    int m_request = 0;
    CancellationToken m_cancel;
    BackgroundRunner m_runner;
};

} // namespace twin
