// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/live/LiveSnapshot.h"
#include "app/viewmodels/BackgroundRunner.h"
#include "ChartScene.h"

#include <QTimer>
#include <QUrl>
#include <QVariantList>

namespace twin {

/// How series ran: up to three side by side over a stretch of time that can be moved and stretched, with their limits,
/// gaps, a reading at the cursor, as a table, as CSV and as a picture. Values come from the feed on a worker thread and
/// show as they arrive. GUI thread.
class HistoryModel : public QObject {
    Q_OBJECT
    /// {id, title, thing, unit, reading}; reading: the value at the cursor, else the last one
    Q_PROPERTY(QVariantList series READ series NOTIFY changed)
    /// what of the open thing can be drawn: {id, title, unit, chosen}
    Q_PROPERTY(QVariantList choices READ choices NOTIFY changed)
    /// "24 Stunden", "7 Tage", "30 Tage", "1 Jahr"
    Q_PROPERTY(QStringList presets READ presets NOTIFY changed)
    /// index into presets; -1: another stretch
    Q_PROPERTY(int preset READ preset WRITE setPreset NOTIFY changed)
    Q_PROPERTY(QString rangeText READ rangeText NOTIFY changed)
    Q_PROPERTY(QString cursorText READ cursorText NOTIFY changed)
    /// values are being fetched
    Q_PROPERTY(bool loading READ isLoading NOTIFY changed)
    /// what went wrong or why nothing is drawn; empty: all is well
    Q_PROPERTY(QString note READ note NOTIFY changed)
    /// the chosen series stay when another thing is opened, to compare it with them
    Q_PROPERTY(bool pinned READ isPinned WRITE setPinned NOTIFY changed)
    Q_PROPERTY(bool limitsShown READ areLimitsShown WRITE setLimitsShown NOTIFY changed)
    Q_PROPERTY(bool hasLimits READ hasLimits NOTIFY changed)
    /// the same as a table: {time, values: one text a series}
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)
    /// a file was written, or why not; empty: neither
    Q_PROPERTY(QString saved READ saved NOTIFY savedChanged)

public:
    static constexpr std::size_t mostSeries = 3;

    explicit HistoryModel(QObject* parent = nullptr);
    ~HistoryModel() override { m_cancel.cancel(); }

    /// A source can be asked that could not be before: what was shown without it is asked for again.
    void sourceAnswers(const QString& source);
    void setFeed(std::weak_ptr<services::LiveFeed> feed);
    /// The thing whose series are offered; its headline is drawn unless others are pinned. Null: none.
    void setThing(std::shared_ptr<const services::LiveThing> thing);
    /// The clock: held at an instant, to which the presets run, or empty: the present.
    void setInstant(std::optional<Instant> instant);
    void retranslate();

    [[nodiscard]] QVariantList series() const;
    [[nodiscard]] QVariantList choices() const;
    [[nodiscard]] QStringList presets() const;
    [[nodiscard]] int preset() const { return m_preset; }
    void setPreset(int preset);
    [[nodiscard]] QString rangeText() const;
    [[nodiscard]] QString cursorText() const;
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] QString note() const;
    [[nodiscard]] bool isPinned() const { return m_pinned; }
    void setPinned(bool pinned);
    [[nodiscard]] bool areLimitsShown() const { return m_limitsShown; }
    void setLimitsShown(bool shown);
    [[nodiscard]] bool hasLimits() const;
    [[nodiscard]] QVariantList rows() const;
    [[nodiscard]] QString saved() const { return m_saved; }
    [[nodiscard]] const TimeRange& range() const { return m_range; }
    /// @returns what the chart draws.
    [[nodiscard]] ChartScene scene() const;

    /// Somebody looks at the chart: values are only fetched then.
    Q_INVOKABLE void setShown(bool shown);
    /// @param columns  pixels of the chart's width
    Q_INVOKABLE void setColumns(int columns);
    /// Draws a series of the open thing, or no longer. A fourth one, or a third unit, is refused with a note.
    Q_INVOKABLE void toggle(const QString& id);
    Q_INVOKABLE void remove(const QString& id);
    /// @param factor  below one: nearer @param at  0 … 1, what stays where it is
    Q_INVOKABLE void zoom(double factor, double at);
    /// @param share  of the shown stretch, positive: later
    Q_INVOKABLE void pan(double share);
    /// @param at  0 … 1 of the shown stretch; outside: none
    Q_INVOKABLE void setCursor(double at);
    /// To the next or former column with a value.
    Q_INVOKABLE void stepCursor(int steps);
    Q_INVOKABLE void stop();
    /// Writes all values of the stretch, as they came. Off the GUI thread; `saved` tells.
    Q_INVOKABLE void exportCsv(const QUrl& file);
    /// Writes the chart as a picture with title, source and licence.
    Q_INVOKABLE void exportPicture(const QUrl& file);

Q_SIGNALS:
    void changed();
    void savedChanged();

private:
    struct Shown {
        Datastream stream;
        services::LiveCurve curve; ///< in numbers as they are shown
    };
    [[nodiscard]] Instant end() const { return m_instant.value_or(systemNow()); }
    [[nodiscard]] QString readingOf(const Shown& shown) const;
    [[nodiscard]] std::vector<ChartLimit> limits() const;
    [[nodiscard]] static QString axisOf(const Datastream& stream);
    [[nodiscard]] bool isRight(const Shown& shown) const;
    void setRange(TimeRange range, int preset);
    void follow();
    void reload();
    void load();
    void put(const QString& id, services::LiveCurve curve, int request);
    void setSaved(const QString& text);

    std::weak_ptr<services::LiveFeed> m_feed;
    std::shared_ptr<const services::LiveThing> m_thing;
    std::vector<Shown> m_series;
    TimeRange m_range;
    int m_preset = 0;
    int m_columns = 360;
    std::optional<Instant> m_instant;
    std::optional<Instant> m_cursor;
    bool m_shown = false;
    bool m_pinned = false;
    bool m_limitsShown = true;
    bool m_loading = false;
    QString m_refused;
    QString m_saved;
    int m_request = 0;
    CancellationToken m_cancel;
    QTimer m_later;  ///< many small moves are one question
    QTimer m_follow; ///< the present goes on
    BackgroundRunner m_files;
    BackgroundRunner m_runner; ///< last: waits for its work
};

} // namespace twin
