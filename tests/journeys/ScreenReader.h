// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QString>
#include <QStringList>

struct _AtspiAccessible;
struct _AtspiEventListener;

namespace twin::test {

/// One thing as AT-SPI shows it to a screen reader. Holds a reference; cheap to copy.
class Spoken {
public:
    /// Takes over the reference. @param node  null: nothing
    explicit Spoken(_AtspiAccessible* node = nullptr);

    [[nodiscard]] bool isThere() const { return m_node != nullptr; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] QString role() const; ///< AT-SPI's word, e.g. "push button"
    [[nodiscard]] bool isShowing() const;
    [[nodiscard]] bool isFocusable() const;
    [[nodiscard]] bool isFocused() const;
    [[nodiscard]] bool isSelected() const;
    [[nodiscard]] QStringList actions() const;
    /// Carries out an action by its name. @returns whether there is one.
    bool act(const QString& action) const;
    [[nodiscard]] std::vector<Spoken> children() const;
    /// @returns "application / frame / … / name", for messages.
    [[nodiscard]] QString path() const;

private:
    std::shared_ptr<_AtspiAccessible> m_node;
};

/// Listens and looks like a screen reader. One in a process; main thread.
class ScreenReader {
public:
    ScreenReader();
    ~ScreenReader();
    ScreenReader(const ScreenReader&) = delete;
    ScreenReader& operator=(const ScreenReader&) = delete;

    /// Waits for a program to show up. @returns nothing when it does not
    [[nodiscard]] Spoken program(const QString& name) const;
    /// Everything below a node that is shown, the node first.
    [[nodiscard]] static std::vector<Spoken> shown(const Spoken& root);
    /// The first shown one of a role and name; an empty word fits all.
    [[nodiscard]] static Spoken find(const Spoken& root, const QString& role, const QString& name);
    /// @returns what came up as an alert since the last call: what would be spoken by itself.
    [[nodiscard]] QStringList takeAnnouncements();
    /// Lets signals in until the test says yes. @returns whether it did
    static bool waitFor(const std::function<bool()>& test, int milliseconds = 20'000);

private:
    QStringList m_announcements;
    _AtspiEventListener* m_listener = nullptr;
};

} // namespace twin::test
