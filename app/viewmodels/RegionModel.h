// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/OpenRegion.h"
#include "app/services/Skyline.h"
#include "BackgroundRunner.h"

#include <functional>

#include <QObject>

namespace twin {

/// The region in the window: nothing, being opened, or open. A region that cannot be opened leaves the open one as it
/// is.
class RegionModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    /// generated data: shown as such wherever it stands
    Q_PROPERTY(bool demo READ isDemo NOTIFY changed)
    /// sources and licences in one line, e.g. "© Geobasis NRW · dl-de/zero-2-0"
    Q_PROPERTY(QString attribution READ attribution NOTIFY changed)
    /// e.g. "3.984 Gebäude"; empty for a bare tileset
    Q_PROPERTY(QString contentText READ contentText NOTIFY changed)

public:
    enum class State { Empty, Opening, Open };
    Q_ENUM(State)
    using Opener = std::function<Result<services::OpenedRegion>(const QString& path)>;

    /// @param opener  called on a worker thread; services::openRegion in the program
    explicit RegionModel(Opener opener, QObject* parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString title() const { return m_region ? m_region->title : QString(); }
    [[nodiscard]] bool isDemo() const { return m_region && m_region->demo; }
    [[nodiscard]] QString attribution() const;
    [[nodiscard]] QString contentText() const;
    /// @returns null while nothing is open. Immutable, may cross threads.
    [[nodiscard]] std::shared_ptr<const services::OpenedRegion> region() const { return m_region; }

    /// @returns what stands in the region; null until it was read, and without a package.
    [[nodiscard]] std::shared_ptr<const services::Skyline> skyline() const { return m_skyline; }
    /// @returns what the open region was opened from; empty: nothing is open.
    [[nodiscard]] QString path() const { return m_path; }
    /// @param path  what services::openRegion takes
    void open(const QString& path);
    /// Looks at the open region's layers anew; everything else stays as it is.
    void refresh();
    void retranslate() { Q_EMIT changed(); }

Q_SIGNALS:
    void changed();
    /// Another region is open now.
    void opened();
    /// The same region has other layers now.
    void refreshed();
    void failed(const twin::Error& error);
    void skylineRead();

private:
    Opener m_opener;
    State m_state = State::Empty;
    std::shared_ptr<const services::OpenedRegion> m_region;
    void readSkyline();

    std::shared_ptr<const services::Skyline> m_skyline;
    QString m_path;
    int m_request = 0;
    BackgroundRunner m_runner;
};

} // namespace twin
