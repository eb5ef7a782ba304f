// SPDX-License-Identifier: GPL-3.0-or-later
#include "journeys/ScreenReader.h"

#include <atspi/atspi.h>
#include <utility>

#include <QDeadlineTimer>
#include <QThread>

namespace twin::test {
namespace {

QString taken(gchar* text)
{
    const QString result = QString::fromUtf8(text);
    g_free(text);
    return result;
}

bool hasState(AtspiAccessible* node, AtspiStateType state)
{
    if (node != nullptr)
        atspi_accessible_clear_cache(node); // states are kept all the same, and Qt does not tell of all that change
    AtspiStateSet* states = node ? atspi_accessible_get_state_set(node) : nullptr;
    if (states == nullptr)
        return false;
    const bool result = atspi_state_set_contains(states, state);
    g_object_unref(states);
    return result;
}

/// Called by libatspi for each thing that comes up.
void cameUp(AtspiEvent* event, void* data)
{
    auto& announcements = *static_cast<QStringList*>(data);
    if (event->detail1 == 1 && event->source != nullptr) {
        const AtspiRole role = atspi_accessible_get_role(event->source, nullptr);
        if (role == ATSPI_ROLE_ALERT || role == ATSPI_ROLE_NOTIFICATION)
            announcements += taken(atspi_accessible_get_name(event->source, nullptr));
    }
    g_boxed_free(ATSPI_TYPE_EVENT, event);
}

} // namespace

Spoken::Spoken(AtspiAccessible* node)
{
    if (node != nullptr)
        m_node.reset(node, [](AtspiAccessible* n) { g_object_unref(n); });
}

QString Spoken::name() const
{
    return m_node ? taken(atspi_accessible_get_name(m_node.get(), nullptr)) : QString();
}

QString Spoken::description() const
{
    return m_node ? taken(atspi_accessible_get_description(m_node.get(), nullptr)) : QString();
}

QString Spoken::role() const
{
    return m_node ? taken(atspi_accessible_get_role_name(m_node.get(), nullptr)) : QString();
}

bool Spoken::isShowing() const
{
    return hasState(m_node.get(), ATSPI_STATE_SHOWING) && hasState(m_node.get(), ATSPI_STATE_VISIBLE);
}

bool Spoken::isFocusable() const
{
    return hasState(m_node.get(), ATSPI_STATE_FOCUSABLE);
}

bool Spoken::isFocused() const
{
    return hasState(m_node.get(), ATSPI_STATE_FOCUSED);
}

bool Spoken::isSelected() const
{
    return hasState(m_node.get(), ATSPI_STATE_SELECTED);
}

QStringList Spoken::actions() const
{
    QStringList result;
    AtspiAction* action = m_node ? atspi_accessible_get_action_iface(m_node.get()) : nullptr;
    if (action == nullptr)
        return result;
    const int count = atspi_action_get_n_actions(action, nullptr);
    for (int i = 0; i < count; ++i)
        result += taken(atspi_action_get_action_name(action, i, nullptr));
    g_object_unref(action);
    return result;
}

bool Spoken::act(const QString& name) const
{
    const auto which = actions().indexOf(name);
    if (which < 0)
        return false;
    AtspiAction* action = atspi_accessible_get_action_iface(m_node.get());
    const bool done = atspi_action_do_action(action, static_cast<int>(which), nullptr);
    g_object_unref(action);
    return done;
}

std::vector<Spoken> Spoken::children() const
{
    std::vector<Spoken> result;
    const int count = m_node ? atspi_accessible_get_child_count(m_node.get(), nullptr) : 0;
    for (int i = 0; i < count; ++i)
        if (AtspiAccessible* child = atspi_accessible_get_child_at_index(m_node.get(), i, nullptr))
            result.emplace_back(child);
    return result;
}

QString Spoken::path() const
{
    QStringList names;
    for (Spoken node = *this; node.isThere() && names.size() < 30;
         node = Spoken(atspi_accessible_get_parent(node.m_node.get(), nullptr)))
        names.prepend(node.role() + QStringLiteral(" “") + node.name() + QStringLiteral("”"));
    return names.join(QStringLiteral(" / "));
}

ScreenReader::ScreenReader()
{
    atspi_init();
    atspi_set_timeout(20000, 60000);
    atspi_accessible_set_cache_mask(atspi_get_desktop(0), ATSPI_CACHE_NONE); // what is so now, not what was told before
    m_listener = atspi_event_listener_new(cameUp, &m_announcements, nullptr);
    atspi_event_listener_register(m_listener, "object:state-changed:showing", nullptr);
}

ScreenReader::~ScreenReader()
{
    atspi_event_listener_deregister(m_listener, "object:state-changed:showing", nullptr);
    g_object_unref(m_listener);
}

bool ScreenReader::waitFor(const std::function<bool()>& test, int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    while (!test()) {
        if (deadline.hasExpired())
            return false;
        while (g_main_context_iteration(nullptr, FALSE) != FALSE) {
        }
        QThread::msleep(20);
    }
    return true;
}

Spoken ScreenReader::program(const QString& name) const
{
    Spoken found;
    waitFor(
        [&] {
            for (const Spoken& application : Spoken(atspi_get_desktop(0)).children())
                if (application.name() == name && !application.children().empty())
                    found = application;
            return found.isThere();
        },
        180'000);
    return found;
}

std::vector<Spoken> ScreenReader::shown(const Spoken& root)
{
    std::vector<Spoken> result;
    std::vector<Spoken> open{root};
    while (!open.empty()) {
        const Spoken node = open.back();
        open.pop_back();
        result.push_back(node);
        std::vector<Spoken> children = node.children();
        for (auto child = children.rbegin(); child != children.rend(); ++child)
            if (child->isShowing())
                open.push_back(*child);
    }
    return result;
}

Spoken ScreenReader::find(const Spoken& root, const QString& role, const QString& name)
{
    for (const Spoken& node : shown(root))
        if ((role.isEmpty() || node.role() == role) && (name.isEmpty() || node.name() == name))
            return node;
    return Spoken();
}

QStringList ScreenReader::takeAnnouncements()
{
    while (g_main_context_iteration(nullptr, FALSE) != FALSE) {
    }
    return std::exchange(m_announcements, {});
}

} // namespace twin::test
