// SPDX-License-Identifier: GPL-3.0-or-later
#include "Secrets.h"

#include <QCoreApplication>

namespace twin::services {
namespace {

QString keyOf(const ConfiguredSource& source, const QString& option)
{
    return source.settings.id + QLatin1Char('/') + option;
}

QString say(const char* text)
{
    return QCoreApplication::translate("twin::Sources", text);
}

} // namespace

Secrets::Secrets(std::unique_ptr<Keyring> keyring) : m_keyring(std::move(keyring)) {}

Secrets::~Secrets() = default;

bool Secrets::keep(const ConfiguredSource& source, const QString& option, const QString& secret)
{
    const std::scoped_lock lock(m_mutex);
    const QString key = keyOf(source, option);
    if (secret.isEmpty()) {
        m_session.erase(key);
        if (m_keyring)
            (void)m_keyring->remove(key);
        return true;
    }
    if (m_keyring && m_keyring->write(key, source.settings.title, secret)) {
        m_session.erase(key);
        return true;
    }
    m_session[key] = secret;
    return false;
}

QString Secrets::of(const ConfiguredSource& source, const QString& option) const
{
    const std::scoped_lock lock(m_mutex);
    const QString key = keyOf(source, option);
    if (const auto known = m_session.find(key); known != m_session.end())
        return known->second;
    if (!m_keyring)
        return {};
    return m_keyring->read(key).value_or(QString());
}

void Secrets::forget(const ConfiguredSource& source)
{
    for (const QString& option : source.secrets)
        keep(source, option, {});
}

Result<SourceSettings> Secrets::complete(const ConfiguredSource& source) const
{
    SourceSettings settings = source.settings;
    for (const QString& option : source.secrets) {
        const QString secret = of(source, option);
        if (secret.isEmpty())
            return failure(
                ErrorCode::AccessDenied,
                say(QT_TRANSLATE_NOOP("twin::Sources", "Die Zugangsdaten von „%1“ sind nicht da.")).arg(settings.title),
                QStringLiteral("option ") + option,
                say(QT_TRANSLATE_NOOP("twin::Sources",
                                      "Entsperren Sie den Schlüsselbund, oder geben Sie die Zugangsdaten bei den "
                                      "Datenquellen noch einmal ein.")));
        settings.options.insert(option, secret);
    }
    return settings;
}

} // namespace twin::services
