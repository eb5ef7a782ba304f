// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/live/LiveSnapshot.h"
#include "app/services/live/StationField.h"
#include "app/viewmodels/BackgroundRunner.h"
#include "LiveText.h"
#include "model/SceneFrame.h"

#include <functional>
#include <map>

#include <QObject>
#include <QTimer>
#include <QVariantList>

namespace twin {

namespace live {
struct ValueScale;
}

/// Fields estimated between stations and draped on the ground: which properties could be shown, the one that is, and
/// what its colours mean. None is shown until somebody chooses it. GUI thread.
class LiveFields : public QObject {
    Q_OBJECT
    /// {key, title}; the first one, with an empty key, is none
    Q_PROPERTY(QVariantList choices READ choices NOTIFY choicesChanged)
    /// row of `choices`
    Q_PROPERTY(int chosen READ chosen WRITE setChosen NOTIFY choicesChanged)
    /// @name Of the field that shows; empty while there is none @{
    Q_PROPERTY(QStringList colours READ colours NOTIFY legendChanged)
    Q_PROPERTY(QString fromText READ fromText NOTIFY legendChanged)
    Q_PROPERTY(QString toText READ toText NOTIFY legendChanged)
    /// how many stations, of when, how good; what is left out. Of a field that was chosen and cannot be: why.
    Q_PROPERTY(QString note READ note NOTIFY legendChanged)
    Q_PROPERTY(bool demo READ isDemo NOTIFY legendChanged)
    /// @}

public:
    explicit LiveFields(QObject* parent = nullptr);

    [[nodiscard]] QVariantList choices() const { return m_choices; }
    [[nodiscard]] int chosen() const;
    void setChosen(int row);
    /// Shows a property, "WeatherObserved.temperature", as soon as stations report it; empty: none.
    void choose(const QString& key);
    /// @param isFinal  whether nothing more is expected to come to a snapshot
    /// @returns false while a field is chosen that was not yet made from a final snapshot, or found impossible there.
    [[nodiscard]] bool isSettled(const std::function<bool(const services::LiveSnapshot&)>& isFinal) const;
    [[nodiscard]] QStringList colours() const { return m_legend.colours; }
    [[nodiscard]] QString fromText() const { return m_legend.from; }
    [[nodiscard]] QString toText() const { return m_legend.to; }
    [[nodiscard]] QString note() const { return m_legend.note; }
    [[nodiscard]] bool isDemo() const { return m_legend.demo; }

    /// What is known now; null: nothing. The field follows within some seconds.
    void show(services::LiveSnapshotPointer snapshot, Instant now);
    void setFrame(const SceneFrame& frame);
    /// @returns null while no field shows.
    [[nodiscard]] const std::shared_ptr<const DrapeSource>& drape() const { return m_drape; }
    void retranslate();

Q_SIGNALS:
    void choicesChanged();
    void legendChanged();
    void drapeChanged();

private:
    struct Legend {
        QStringList colours;
        QString from;
        QString to;
        QString note;
        bool demo = false;
    };
    /// The fresh values of a property and what they are.
    struct Stations {
        std::size_t known = 0; ///< stations that measure it, with a value or without
        const live::ValueScale* scale = nullptr;
        QString title;
        live::NumberStyle style;
        std::vector<services::StationValue> values;
        Instant oldest{};
        Instant newest{};
        bool demo = false;
    };
    struct Outcome {
        std::shared_ptr<const DrapeSource> drape;
        double meanError = 0;
        double reachMetres = 0;
        std::size_t stations = 0;
    };
    using Properties = std::map<QString, Stations>; ///< by "WeatherObserved.temperature"

    void look();
    [[nodiscard]] Properties properties() const;
    void offer(const Properties& properties);
    void estimate(const Stations& stations);
    void take(const Stations& stations, const Outcome& outcome, double from, double to);
    void sayMissing(std::size_t stations);
    void clear();

    services::LiveSnapshotPointer m_snapshot;
    services::LiveSnapshotPointer m_looked; ///< what the field was last made from
    bool m_estimating = false;
    Instant m_now{};
    SceneFrame m_frame;
    QString m_key; ///< of the property chosen; empty: none
    QVariantList m_choices;
    Legend m_legend;
    std::vector<services::StationValue> m_shown; ///< what the drape was made from
    std::shared_ptr<const DrapeSource> m_drape;
    quint64 m_turn = 0;
    QTimer m_pace;
    BackgroundRunner m_runner; ///< last: waits for its work
};

} // namespace twin
