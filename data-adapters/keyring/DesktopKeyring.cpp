// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyring/Keyring.h"

#include <condition_variable>
#include <mutex>
#include <thread>

#include <QCoreApplication>

#undef signals // a name in GLib's headers
#include <libsecret/secret.h>

namespace twin {
namespace {

constexpr auto patience = std::chrono::seconds(10);

const SecretSchema& schema()
{
    static const SecretSchema value = {
        "org.stadtzwilling.Source",
        SECRET_SCHEMA_NONE,
        {{"key", SECRET_SCHEMA_ATTRIBUTE_STRING}, {nullptr, SECRET_SCHEMA_ATTRIBUTE_STRING}},
        0,
        nullptr,
        nullptr,
        nullptr,
        nullptr,
        nullptr,
        nullptr,
        nullptr};
    return value;
}

/// Ends a call to a service that does not answer: a prompt that nobody sees must not hang the program.
class Deadline {
public:
    Deadline() : m_cancellable(g_cancellable_new()), m_watch([this] { watch(); }) {}
    ~Deadline()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_isDone = true;
        }
        m_changed.notify_all();
        m_watch.join();
        g_object_unref(m_cancellable);
    }
    [[nodiscard]] GCancellable* cancellable() const { return m_cancellable; }

private:
    void watch()
    {
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait_for(lock, patience, [this] { return m_isDone; }))
            g_cancellable_cancel(m_cancellable);
    }
    GCancellable* m_cancellable;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isDone = false;
    std::thread m_watch;
};

tl::unexpected<Error> noKeyring(GError* error)
{
    // The service's words are about the service; they never hold the secret.
    const QString detail = error ? QString::fromUtf8(error->message) : QString();
    g_clear_error(&error);
    return failure(ErrorCode::AccessDenied,
                   QCoreApplication::translate("twin::Sources", "Der Schlüsselbund des Rechners antwortet nicht."),
                   detail);
}

class SecretService final : public Keyring {
    Result<QString> read(const QString& key) override
    {
        const Deadline deadline;
        GError* error = nullptr;
        gchar* secret = secret_password_lookup_sync(&schema(), deadline.cancellable(), &error, "key",
                                                    key.toUtf8().constData(), nullptr);
        if (error != nullptr)
            return noKeyring(error);
        if (secret == nullptr)
            return failure(ErrorCode::NotFound, QString());
        QString found = QString::fromUtf8(secret);
        secret_password_free(secret); // wipes it
        return found;
    }
    Result<void> write(const QString& key, const QString& title, const QString& secret) override
    {
        const Deadline deadline;
        GError* error = nullptr;
        const QByteArray label = (QStringLiteral("Stadtzwilling: ") + title).toUtf8();
        QByteArray text = secret.toUtf8();
        const bool done =
            secret_password_store_sync(&schema(), SECRET_COLLECTION_DEFAULT, label.constData(), text.constData(),
                                       deadline.cancellable(), &error, "key", key.toUtf8().constData(), nullptr);
        text.fill('\0');
        return done ? Result<void>() : noKeyring(error);
    }
    Result<void> remove(const QString& key) override
    {
        const Deadline deadline;
        GError* error = nullptr;
        secret_password_clear_sync(&schema(), deadline.cancellable(), &error, "key", key.toUtf8().constData(), nullptr);
        return error == nullptr ? Result<void>() : noKeyring(error);
    }
};

} // namespace

std::unique_ptr<Keyring> desktopKeyring()
{
    return std::make_unique<SecretService>();
}

} // namespace twin
