// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/live/LiveSnapshot.h"

#include <QObject>
#include <QVariantList>

namespace twin {

/// What the inspector shows of live values: the things of an action field, or one thing with all it observes. GUI
/// thread.
class LiveDetails : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
    Q_PROPERTY(bool demo READ isDemo NOTIFY changed)
    /// of the open field: {id, title, text, stale}; empty while a thing is open
    Q_PROPERTY(QVariantList things READ things NOTIFY changed)
    /// of the open thing: {id, title, value, unit, age, stale}
    Q_PROPERTY(QVariantList readings READ readings NOTIFY changed)
    /// where the open thing's values come from: source, provider, licence
    Q_PROPERTY(QString origin READ origin NOTIFY changed)
    /// what is known of the open thing itself: {label, value}
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed)
    /// where its values come from, in full: {label, value}
    Q_PROPERTY(QVariantList provenance READ provenance NOTIFY changed)
    /// a thing is open
    Q_PROPERTY(bool thingOpen READ isThingOpen NOTIFY changed)
    /// which page of the open thing shows: Tab
    Q_PROPERTY(int tab READ tab WRITE setTab NOTIFY tabChanged)
    /// the open thing has a place to fly to
    Q_PROPERTY(bool hasPlace READ hasPlace NOTIFY changed)

public:
    using QObject::QObject;

    enum Tab { Facts, Now, History, Source };
    /// @returns the tab of this name: "facts", "live", "history", "source"; empty: there is none.
    [[nodiscard]] static std::optional<Tab> tabFromName(const QString& name);

    [[nodiscard]] bool isOpen() const { return m_field.has_value() || m_thing || isWaiting(); }
    /// @returns whether a thing is to be opened that no source has named yet; the title says so.
    [[nodiscard]] bool isWaiting() const { return !m_wanted.isEmpty(); }
    [[nodiscard]] bool isThingOpen() const { return m_thing != nullptr; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] bool isDemo() const;
    [[nodiscard]] QVariantList things() const { return m_things; }
    [[nodiscard]] QVariantList readings() const { return m_readings; }
    [[nodiscard]] QString origin() const;
    [[nodiscard]] QVariantList facts() const;
    [[nodiscard]] QVariantList provenance() const;
    [[nodiscard]] bool hasPlace() const { return m_thing && m_thing->place; }
    [[nodiscard]] QString thingId() const { return m_thing ? m_thing->id : QString(); }

    [[nodiscard]] int tab() const { return m_tab; }
    void setTab(int tab);

    void openField(ActionField field);
    /// Opens a thing as soon as a source names it. Empty: none.
    void openWhenKnown(const QString& id);
    Q_INVOKABLE void openThing(const QString& id);
    Q_INVOKABLE void close();
    /// From a thing to the list of its field.
    Q_INVOKABLE void back();
    Q_INVOKABLE void flyToThing();

    /// What is open stays open with its new values; a thing that is gone closes.
    void show(services::LiveSnapshotPointer snapshot);
    /// Ages and texts are made anew.
    void refresh();
    /// @returns the open thing; null: none.
    [[nodiscard]] const std::shared_ptr<const services::LiveThing>& thing() const { return m_thing; }

Q_SIGNALS:
    void changed();
    void tabChanged();
    /// something was opened: whatever else the inspector shows gives way
    void opened();
    /// Please fly there. Its height is not known.
    void flyRequested(const twin::ProjectedPosition& place);

private:
    [[nodiscard]] QString sourceTitle() const;
    [[nodiscard]] Instant reference() const { return m_snapshot ? m_snapshot->reference() : systemNow(); }
    [[nodiscard]] QVariantList thingList() const;
    [[nodiscard]] QVariantList readingList() const;

    services::LiveSnapshotPointer m_snapshot;
    std::optional<ActionField> m_field;
    std::shared_ptr<const services::LiveThing> m_thing;
    QString m_wanted; ///< LiveThing::id; empty: nothing is waited for
    int m_tab = Now;
    QVariantList m_things;
    QVariantList m_readings;
};

} // namespace twin
