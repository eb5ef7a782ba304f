// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Result.h"

#include <memory>

namespace twin {

/// A keyring of the desktop: a place for secrets that is locked while nobody is logged in. Calls block, ten seconds at
/// most, and belong on worker threads.
class Keyring {
public:
    virtual ~Keyring() = default;
    /// @returns NotFound where it has none of that key; any other error: no keyring, or it is locked and stays so.
    [[nodiscard]] virtual Result<QString> read(const QString& key) = 0;
    [[nodiscard]] virtual Result<void> write(const QString& key, const QString& title, const QString& secret) = 0;
    [[nodiscard]] virtual Result<void> remove(const QString& key) = 0;
};

/// @returns the desktop's keyring (Secret Service: GNOME Keyring, KWallet). That there is none shows in its answers.
[[nodiscard]] std::unique_ptr<Keyring> desktopKeyring();

} // namespace twin
