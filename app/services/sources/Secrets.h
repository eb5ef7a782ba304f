// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ConfiguredSource.h"
#include "keyring/Keyring.h"

#include <map>
#include <memory>
#include <mutex>

namespace twin::services {

/// Secrets of all sources: in the keyring, and where there is none in this object's memory until it goes. Never in a
/// file, whatever happens. Any thread.
class Secrets {
public:
    /// @param keyring  null: memory only
    explicit Secrets(std::unique_ptr<Keyring> keyring);
    ~Secrets();

    /// @brief Keeps a secret of a source's option; an empty one is forgotten.
    /// @returns whether it lasts beyond this session; false: there is no keyring, or it is locked.
    bool keep(const ConfiguredSource& source, const QString& option, const QString& secret);
    /// @returns the secret; empty: there is none.
    [[nodiscard]] QString of(const ConfiguredSource& source, const QString& option) const;
    void forget(const ConfiguredSource& source);

    /// @brief A source's settings with its secrets in their places, for opening it.
    /// @returns AccessDenied with a remedy where a secret that it had is gone.
    [[nodiscard]] Result<SourceSettings> complete(const ConfiguredSource& source) const;

private:
    mutable std::mutex m_mutex; ///< of the keyring, too: it is one conversation
    std::unique_ptr<Keyring> m_keyring;
    std::map<QString, QString> m_session;
};

} // namespace twin::services
