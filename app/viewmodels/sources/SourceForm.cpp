// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceForm.h"

#include <algorithm>

#include <QCoreApplication>

namespace twin {
namespace {

/// How the form shows a field; indices of the QML.
QString typeName(SourceOption::Type type)
{
    using Type = SourceOption::Type;
    switch (type) {
    case Type::Boolean:
        return QStringLiteral("boolean");
    case Type::Choice:
        return QStringLiteral("choice");
    case Type::Secret:
        return QStringLiteral("secret");
    case Type::Lines:
        return QStringLiteral("lines");
    default:
        return QStringLiteral("text");
    }
}

QString translated(const char* text)
{
    return *text == '\0' ? QString() : QCoreApplication::translate("twin::SourceOption", text);
}

} // namespace

SourceForm::SourceForm(std::shared_ptr<services::SourceDesk> desk, QObject* parent)
    : QObject(parent), m_desk(std::move(desk))
{
}

SourceForm::~SourceForm()
{
    m_cancel.cancel();
}

void SourceForm::setAddress(const QString& text)
{
    if (text == m_address)
        return;
    m_address = text;
    Q_EMIT changed();
}

void SourceForm::setTitle(const QString& text)
{
    if (text == m_source.settings.title)
        return;
    m_source.settings.title = text;
    Q_EMIT changed();
}

void SourceForm::setScope(const QString& text)
{
    if (text == m_source.settings.scope)
        return;
    m_source.settings.scope = text.trimmed();
    Q_EMIT changed();
}

QString SourceForm::scopeHint() const
{
    const SourceDescription* description = services::SourceDesk::kind(m_source.kind);
    return description ? description->fragment : QString();
}

QVariantList SourceForm::kinds() const
{
    QVariantList list;
    for (const SourceDescription* description : services::SourceDesk::kinds())
        list.append(
            QVariantMap{{QStringLiteral("id"), description->id}, {QStringLiteral("title"), description->title}});
    return list;
}

int SourceForm::kindIndex() const
{
    const auto& kinds = services::SourceDesk::kinds();
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [this](const auto* kind) { return kind->id == m_source.kind; });
    return found == kinds.end() ? -1 : int(found - kinds.begin());
}

void SourceForm::setKind(const QString& id)
{
    if (id == m_source.kind)
        return;
    m_source.kind = id;
    // Settings of one kind mean nothing to another.
    const SourceDescription* description = services::SourceDesk::kind(id);
    QVariantMap kept;
    if (description != nullptr)
        for (const SourceOption& option : description->options)
            if (const auto set = m_source.settings.options.constFind(QLatin1String(option.key));
                set != m_source.settings.options.constEnd())
                kept.insert(set.key(), *set);
    m_source.settings.options = kept;
    m_scopes.clear();
    m_answer = {};
    Q_EMIT fieldsChanged();
    Q_EMIT changed();
}

QVariantList SourceForm::fields() const
{
    QVariantList list;
    const SourceDescription* description = services::SourceDesk::kind(m_source.kind);
    if (description == nullptr)
        return list;
    for (const SourceOption& option : description->options) {
        const QString key = QLatin1String(option.key);
        const bool secret = option.type == SourceOption::Type::Secret;
        list.append(QVariantMap{{QStringLiteral("key"), key},
                                {QStringLiteral("title"), translated(option.title)},
                                {QStringLiteral("help"), translated(option.help)},
                                {QStringLiteral("type"), typeName(option.type)},
                                {QStringLiteral("value"),
                                 secret ? QVariant(QString()) : m_source.settings.options.value(key, option.fallback)},
                                {QStringLiteral("choices"), option.choices},
                                {QStringLiteral("expert"), option.expert},
                                {QStringLiteral("required"), option.required},
                                {QStringLiteral("kept"), m_source.secrets.contains(key)}});
    }
    return list;
}

void SourceForm::begin(services::ConfiguredSource source, const QString& address)
{
    cancel();
    m_source = std::move(source);
    m_address = address;
    m_secrets.clear();
    m_scopes.clear();
    m_answer = {};
    m_open = true;
    Q_EMIT fieldsChanged();
    Q_EMIT changed();
}

void SourceForm::add()
{
    begin({}, {});
}

void SourceForm::edit(const services::ConfiguredSource& source)
{
    begin(source, source.settings.url.toString());
}

void SourceForm::close()
{
    cancel();
    m_secrets.clear();
    m_open = false;
    Q_EMIT changed();
}

void SourceForm::setValue(const QString& key, const QVariant& value)
{
    const SourceDescription* description = services::SourceDesk::kind(m_source.kind);
    if (description == nullptr)
        return;
    const auto option = std::find_if(description->options.begin(), description->options.end(),
                                     [&](const SourceOption& known) { return key == QLatin1String(known.key); });
    if (option == description->options.end())
        return;
    const QString text = value.toString().trimmed();
    if (option->type == SourceOption::Type::Secret)
        m_secrets.insert(key, value.toString());
    else if (text.isEmpty() || text == option->fallback.toString())
        m_source.settings.options.remove(key);
    else if (option->type == SourceOption::Type::Boolean)
        m_source.settings.options.insert(key, value.toBool());
    else
        m_source.settings.options.insert(key, text);
}

template <class Work, class Done> void SourceForm::work(const QString& step, Work work, Done done)
{
    cancel();
    m_busy = true;
    m_step = step;
    m_answer = {};
    m_cancel = CancellationToken();
    const quint64 turn = ++m_turn;
    Q_EMIT changed();
    m_runner.run(
        this, [work = std::move(work), cancel = m_cancel] { return work(cancel); },
        [this, turn, done = std::move(done)](auto&& outcome) {
            if (turn != m_turn)
                return;
            m_busy = false;
            done(std::forward<decltype(outcome)>(outcome));
            Q_EMIT changed();
        });
}

void SourceForm::fail(const Error& error)
{
    m_answer = {false, error.summary, error.effectiveRemedy()};
}

void SourceForm::find()
{
    if (!m_desk)
        return;
    work(
        tr("Fragt, was unter dieser Adresse antwortet …"),
        [desk = m_desk, address = m_address, options = m_source.settings.options](const CancellationToken& cancel) {
            return desk->find(address, options, cancel, {});
        },
        [this](const Result<services::FoundSource>& found) {
            if (!found) {
                fail(found.error());
                return;
            }
            setKind(found->kind);
            m_source.settings.url = found->url;
            m_address = found->url.toString();
            m_scopes = found->scopes;
            if (m_source.settings.title.isEmpty())
                m_source.settings.title = found->url.host();
            const SourceDescription* description = services::SourceDesk::kind(found->kind);
            m_answer = {true, tr("Gefunden: %1").arg(description ? description->title : found->kind), {}};
            Q_EMIT fieldsChanged();
        });
}

bool SourceForm::takeAddress()
{
    m_source.settings.url = services::addressFromPerson(m_address);
    if (!m_source.settings.url.isEmpty())
        return true;
    fail({ErrorCode::InvalidParameter,
          tr("Das ist keine vollständige Adresse."),
          {},
          tr("Geben Sie sie an wie im Browser, zum Beispiel https://daten.stadt.example/ngsi."),
          {}});
    Q_EMIT changed();
    return false;
}

void SourceForm::test()
{
    if (!m_desk || !takeAddress())
        return;
    work(
        tr("Probiert die Quelle aus …"),
        [desk = m_desk, source = m_source, secrets = m_secrets](const CancellationToken& cancel) {
            return desk->test(source, secrets, cancel, {});
        },
        [this](const services::SourceTestAnswer& answer) { m_answer = answer; });
}

void SourceForm::save()
{
    if (!m_desk || !takeAddress())
        return;
    work(
        tr("Speichert …"),
        [desk = m_desk, source = m_source, secrets = m_secrets](const CancellationToken&) {
            return desk->save(source, secrets);
        },
        [this](const Result<services::SourceDesk::Saved>& outcome) {
            if (!outcome) {
                fail(outcome.error());
                return;
            }
            m_secrets.clear();
            m_source.settings.id = outcome->name;
            m_open = !outcome->lasts; // what it says must be seen
            if (!outcome->lasts)
                m_answer = {true, tr("Gespeichert. Die Zugangsdaten gelten nur, bis das Programm endet."),
                            tr("Dieser Rechner hat keinen Schlüsselbund, oder er ist gesperrt; in eine Datei werden "
                               "Zugangsdaten nie "
                               "geschrieben.")};
            Q_EMIT saved(outcome->name);
        });
}

void SourceForm::cancel()
{
    m_cancel.cancel();
    ++m_turn;
    if (!m_busy)
        return;
    m_busy = false;
    m_answer = {false, tr("Abgebrochen."), {}};
    Q_EMIT changed();
}

void SourceForm::retranslate()
{
    Q_EMIT fieldsChanged();
    Q_EMIT changed();
}

} // namespace twin
