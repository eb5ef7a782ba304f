// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QString>
#include <QTranslator>

namespace twin {

/// The language of the window: German is the language of the source, others come from :/i18n. Also sets the number and
/// date formats (QLocale()). GUI thread.
class Translations {
public:
    explicit Translations(const QString& language) { setLanguage(language); }
    Translations(const Translations&) = delete;
    Translations& operator=(const Translations&) = delete;

    /// @param language  "de" or "en"
    void setLanguage(const QString& language);

private:
    std::unique_ptr<QTranslator> m_own;
    std::unique_ptr<QTranslator> m_qt;
};

} // namespace twin
