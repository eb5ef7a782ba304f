// SPDX-License-Identifier: GPL-3.0-or-later
#include "Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace twin {

void Translations::setLanguage(const QString& language)
{
    const bool english = language == QLatin1String("en");
    QLocale::setDefault(english ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                : QLocale(QLocale::German, QLocale::Germany));
    m_own.reset(); // a translator takes itself out of the application
    m_qt.reset();
    const auto install = [](const QString& file, const QString& folder) {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(file, folder))
            return std::unique_ptr<QTranslator>();
        QCoreApplication::installTranslator(translator.get());
        return translator;
    };
    if (!english)
        m_qt = install(QStringLiteral("qtbase_de"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // German too: the plural forms of %n stand in its file.
    m_own = install(QStringLiteral("stadtzwilling_") + language, QStringLiteral(":/i18n"));
}

} // namespace twin
