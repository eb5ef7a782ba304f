// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/observe/ObservationSource.h"

namespace twin::observe {

/// Writes a SourceOption by naming only what makes it special: `Option("tenant", …).expert()`.
class Option {
public:
    /// @param title, help  German sources, marked with QT_TRANSLATE_NOOP("twin::SourceOption", …)
    Option(const char* key, const char* title, const char* help = "")
        : m_option{key, title, help, SourceOption::Type::Text, {}, 0, 0, {}, false, false}
    {
    }
    operator SourceOption() const { return m_option; } // NOLINT: that is what it is for

    [[nodiscard]] Option url() && { return as(SourceOption::Type::Url); }
    [[nodiscard]] Option secret() && { return as(SourceOption::Type::Secret); }
    [[nodiscard]] Option lines() && { return as(SourceOption::Type::Lines); }
    [[nodiscard]] Option seconds(int fallback, double least, double most) &&
    {
        m_option.least = least;
        m_option.most = most;
        return std::move(*this).fallback(fallback).as(SourceOption::Type::Seconds);
    }
    /// Off where it is not set.
    [[nodiscard]] Option yesOrNo() && { return std::move(*this).fallback(false).as(SourceOption::Type::Boolean); }
    /// @param choices  stable English keys; the first applies where none is set
    [[nodiscard]] Option oneOf(const QStringList& choices) &&
    {
        m_option.choices = choices;
        return std::move(*this).fallback(choices.constFirst()).as(SourceOption::Type::Choice);
    }
    [[nodiscard]] Option fallback(const QVariant& value) &&
    {
        m_option.fallback = value;
        return *this;
    }
    [[nodiscard]] Option required() &&
    {
        m_option.required = true;
        return *this;
    }
    [[nodiscard]] Option expert() && ///< folded away in the form
    {
        m_option.expert = true;
        return *this;
    }

private:
    [[nodiscard]] Option as(SourceOption::Type type)
    {
        m_option.type = type;
        return *this;
    }
    SourceOption m_option;
};

} // namespace twin::observe
