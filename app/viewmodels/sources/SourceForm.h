// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/sources/SourceDesk.h"
#include "app/viewmodels/BackgroundRunner.h"

#include <QObject>
#include <QVariantList>

namespace twin {

/// Adding a source by its address, or changing one: what it is, the fields that its own description asks for, a try
/// with a plain answer. Nothing is kept before save(). Secrets that are typed here live in this object until then and
/// no longer; those that are kept already are never shown again. GUI thread.
class SourceForm : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    /// a source of the list is being changed; else one is added
    Q_PROPERTY(bool existing READ isExisting NOTIFY changed)
    Q_PROPERTY(QString address READ address WRITE setAddress NOTIFY changed)
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY changed)
    Q_PROPERTY(QString scope READ scope WRITE setScope NOTIFY changed)
    /// what the scope is: "dataset"; empty: this kind has none
    Q_PROPERTY(QString scopeHint READ scopeHint NOTIFY changed)
    /// what the server offers for the scope
    Q_PROPERTY(QStringList scopes READ scopes NOTIFY changed)
    /// {id, title} of all kinds
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY changed)
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY changed)
    /// of kind in kinds; -1: not known yet
    Q_PROPERTY(int kindIndex READ kindIndex NOTIFY changed)
    /// {key, title, help, type, value, choices, expert, required, kept} of the kind's own description
    Q_PROPERTY(QVariantList fields READ fields NOTIFY fieldsChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString step READ step NOTIFY changed)
    /// what the last try said; empty: none yet
    Q_PROPERTY(QString answer READ answer NOTIFY changed)
    Q_PROPERTY(bool works READ works NOTIFY changed)
    Q_PROPERTY(QString remedy READ remedy NOTIFY changed)

public:
    /// @param desk  null: the form does nothing
    explicit SourceForm(std::shared_ptr<services::SourceDesk> desk, QObject* parent = nullptr);
    ~SourceForm() override;

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool isExisting() const { return !m_source.settings.id.isEmpty(); }
    [[nodiscard]] QString address() const { return m_address; }
    void setAddress(const QString& text);
    [[nodiscard]] QString title() const { return m_source.settings.title; }
    void setTitle(const QString& text);
    [[nodiscard]] QString scope() const { return m_source.settings.scope; }
    void setScope(const QString& text);
    [[nodiscard]] QString scopeHint() const;
    [[nodiscard]] QStringList scopes() const { return m_scopes; }
    [[nodiscard]] QVariantList kinds() const;
    [[nodiscard]] QString kind() const { return m_source.kind; }
    void setKind(const QString& id);
    [[nodiscard]] int kindIndex() const;
    [[nodiscard]] QVariantList fields() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString step() const { return m_step; }
    [[nodiscard]] QString answer() const { return m_answer.text; }
    [[nodiscard]] bool works() const { return m_answer.works; }
    [[nodiscard]] QString remedy() const { return m_answer.remedy; }

    Q_INVOKABLE void add();
    void edit(const services::ConfiguredSource& source);
    /// Asks the address what it is.
    Q_INVOKABLE void find();
    /// @param value  text, number or truth, as the field's type wants it; an empty one: the description's fallback
    Q_INVOKABLE void setValue(const QString& key, const QVariant& value);
    Q_INVOKABLE void test();
    Q_INVOKABLE void save();
    /// Ends a search or a try.
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void close();
    void retranslate();

Q_SIGNALS:
    void changed();
    void fieldsChanged();
    void saved(const QString& name);

private:
    template <class Work, class Done> void work(const QString& step, Work work, Done done);
    void begin(services::ConfiguredSource source, const QString& address);
    void fail(const Error& error);
    /// @returns false, and says why, while the address is none.
    bool takeAddress();

    std::shared_ptr<services::SourceDesk> m_desk;
    services::ConfiguredSource m_source;
    QVariantMap m_secrets; ///< typed now
    QString m_address;
    QStringList m_scopes;
    services::SourceTestAnswer m_answer;
    QString m_step;
    bool m_open = false;
    bool m_busy = false;
    quint64 m_turn = 0; ///< answers to what was asked before are passed over
    CancellationToken m_cancel;
    BackgroundRunner m_runner; ///< last: waits for its work
};

} // namespace twin
