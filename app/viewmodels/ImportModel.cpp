// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportModel.h"

#include <QFileInfo>

namespace twin {

ImportModel::ImportModel(Importer importer, RegionTest isRegion, QObject* parent)
    : QObject(parent), m_importer(std::move(importer)), m_isRegion(std::move(isRegion))
{
}

ImportModel::~ImportModel()
{
    m_cancel.cancel();
}

void ImportModel::openUrls(const QList<QUrl>& urls)
{
    QStringList paths;
    for (const QUrl& url : urls)
        if (url.isLocalFile())
            paths += url.toLocalFile();
    if (paths.isEmpty() && !urls.isEmpty()) {
        Q_EMIT failed({ErrorCode::UnsupportedFormat,
                       tr("Nur Dateien auf diesem Rechner lassen sich öffnen."),
                       {},
                       tr("Speichern Sie die Datei zuerst und ziehen Sie sie dann in das Fenster."),
                       {}});
        return;
    }
    openPaths(paths);
}

void ImportModel::openPaths(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    if (paths.size() == 1 && m_isRegion(paths.constFirst())) {
        Q_EMIT regionReady(paths.constFirst());
        return;
    }
    const QString first = QFileInfo(paths.constFirst()).fileName();
    start(paths,
          paths.size() == 1 ? first : tr("%1 und %n weitere", nullptr, static_cast<int>(paths.size()) - 1).arg(first));
}

void ImportModel::openDemo()
{
    start({}, tr("Demo-Region"));
}

void ImportModel::start(const QStringList& sources, const QString& subject)
{
    if (m_running) {
        Q_EMIT failed({ErrorCode::ResourceExhausted,
                       tr("Es läuft schon ein Import."),
                       {},
                       tr("Warten Sie, bis er fertig ist, oder brechen Sie ihn ab."),
                       {}});
        return;
    }
    m_running = true;
    m_subject = subject;
    m_cancel = CancellationToken();
    setProgress(-1, tr("Wird vorbereitet"));
    const ProgressSink sink = [this](double fraction, const QString& step) {
        QMetaObject::invokeMethod(
            this, [this, fraction, step] { setProgress(fraction, step); }, Qt::QueuedConnection);
    };
    m_runner.run(
        this, [importer = m_importer, sources, cancel = m_cancel, sink] { return importer(sources, cancel, sink); },
        [this](Result<QString> result) {
            m_running = false;
            Q_EMIT changed();
            if (result)
                Q_EMIT regionReady(*result);
            else if (result.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(result.error());
        });
}

void ImportModel::setProgress(double progress, const QString& step)
{
    m_progress = progress;
    m_step = step;
    Q_EMIT changed();
}

void ImportModel::cancel()
{
    m_cancel.cancel();
}

} // namespace twin
