// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BackgroundRunner.h"
#include "model/Result.h"
#include "model/Task.h"

#include <functional>

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QUrl>

namespace twin {

/// Brings files that a person dropped or chose into the twin: a region is opened, raw city models are imported first,
/// with progress and a way to stop. One import at a time; a second waits for a person to try again.
class ImportModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool running READ isRunning NOTIFY changed)
    /// 0 … 1; negative: unknown
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    /// what is being done, translated
    Q_PROPERTY(QString step READ step NOTIFY changed)
    /// name of what is being imported
    Q_PROPERTY(QString subject READ subject NOTIFY changed)

public:
    /// Makes a region package of sources; empty sources mean the demo region. Blocking, called on a worker thread.
    using Importer = std::function<Result<QString>(const QStringList& sources, const CancellationToken& cancel,
                                                   const ProgressSink& progress)>;
    /// Tells a region from raw files; quick.
    using RegionTest = std::function<bool(const QString& path)>;

    ImportModel(Importer importer, RegionTest isRegion, QObject* parent = nullptr);
    ~ImportModel() override;

    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] double progress() const { return m_progress; }
    [[nodiscard]] QString step() const { return m_step; }
    [[nodiscard]] QString subject() const { return m_subject; }

    Q_INVOKABLE void openUrls(const QList<QUrl>& urls);
    void openPaths(const QStringList& paths);
    Q_INVOKABLE void openDemo();
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void changed();
    /// A region folder or tileset is ready to be opened.
    void regionReady(const QString& path);
    void failed(const twin::Error& error);

private:
    void start(const QStringList& sources, const QString& subject);
    void setProgress(double progress, const QString& step);

    Importer m_importer;
    RegionTest m_isRegion;
    bool m_running = false;
    double m_progress = -1;
    QString m_step;
    QString m_subject;
    CancellationToken m_cancel;
    BackgroundRunner m_runner;
};

} // namespace twin
