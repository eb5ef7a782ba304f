// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main/WindowProgram.h"
#include "qml/WindowEyes.h"

#include <optional>

#include <QTemporaryDir>
#include <QTest>

// The program draws without a GPU, beside other tests: it is waited for as long as it may take. What comes, comes at
// once.
#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, twin::test::patience)
#define QTRY_VERIFY2(condition, words) QTRY_VERIFY2_WITH_TIMEOUT(condition, words, twin::test::patience)
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, twin::test::patience)

class QQuickItem;
class QQuickWindow;

namespace twin::viewport {
class CityViewport;
}

namespace twin::test {

inline constexpr int patience = 60'000; ///< milliseconds

/// What a person finds who starts the program.
struct JourneyOptions {
    bool firstStart = false; ///< nothing was ever chosen or opened: the demo region is made
    QSize size{1280, 800};
};

/// A person at the program: the whole of it in its window, with a home folder of its own and the demo region of the
/// test fixture. Events are those of the window system; nothing is called that a hand cannot reach. GUI thread.
class Journey {
public:
    explicit Journey(const JourneyOptions& options = {});
    ~Journey();

    /// Starts the program. @returns whether the region is open and its picture complete.
    [[nodiscard]] bool begin();
    /// Starts the program again as after a power cut: nothing is said to the one that ran. @returns as begin()
    [[nodiscard]] bool restart();
    /// @returns what is kept on disk of settings and sessions.
    [[nodiscard]] QString kept() const;
    /// Waits until nothing moves or loads. @returns whether that came.
    [[nodiscard]] bool settle();

    [[nodiscard]] AppModel& app() { return m_program->app(); }
    [[nodiscard]] QQuickWindow& window() { return m_program->main().window(); }
    [[nodiscard]] viewport::CityViewport& view() { return m_program->main().view(); }
    /// @returns what QML complained of; empty is good.
    [[nodiscard]] QString warnings() const { return m_warnings.join(QLatin1Char('\n')); }
    [[nodiscard]] QString path(const QString& name) const { return m_home.filePath(name); }

    [[nodiscard]] bool says(const QString& words) { return findWords(window(), words) != nullptr; }
    /// @returns what the keyboard's place is called by a screen reader.
    [[nodiscard]] QString focusName();
    [[nodiscard]] QQuickItem* focus();
    /// @returns where a place of the scene is in the window; empty: behind the eye.
    [[nodiscard]] std::optional<QPoint> pixelOf(const LocalPosition& place);
    /// @returns the middle of what the inspector shows, at a share of its height (0 foot, 1 top).
    [[nodiscard]] LocalPosition inspected(double heightShare);

    /// @returns whether a control of that name came, which was then clicked.
    bool click(QAccessible::Role role, const QString& name);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString& text);
    /// Presses Tab until the keyboard is at a control of this name. @returns whether it came there.
    bool tabTo(const QString& name);

private:
    void make(bool again);

    QStringList m_warnings;
    QTemporaryDir m_home;
    JourneyOptions m_options;
    std::unique_ptr<WindowProgram> m_program;
};

} // namespace twin::test
