// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QObject>
#include <QString>

class QSettings;

namespace twin {

/// How a person wants the window; kept between sessions. What the command line says counts for this session only.
class SettingsModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(Theme theme READ theme WRITE setTheme NOTIFY themeChanged)
    /// "de" or "en"
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    /// factor on text and controls, 0.8 … 2.0
    Q_PROPERTY(double scale READ scale WRITE setScale NOTIFY scaleChanged)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged)

public:
    enum class Theme { Light, Dark, Contrast };
    Q_ENUM(Theme)

    /// @param store  where the choices are kept; not null
    explicit SettingsModel(std::unique_ptr<QSettings> store, QObject* parent = nullptr);
    ~SettingsModel() override;

    [[nodiscard]] Theme theme() const { return m_theme; }
    [[nodiscard]] QString language() const { return m_language; }
    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }
    void setTheme(Theme theme);
    /// Languages other than "de" and "en" are ignored.
    void setLanguage(const QString& language);
    void setScale(double scale);
    void setReducedMotion(bool reduced);

    /// Where other models keep what a person chose.
    [[nodiscard]] QSettings& store() { return *m_store; }

    /// For this session only. @returns false for a word that is none of "light", "dark", "contrast".
    bool overrideTheme(const QString& word);
    /// For this session only. @returns false for a language that the program does not speak.
    bool overrideLanguage(const QString& language);

Q_SIGNALS:
    void themeChanged();
    void languageChanged();
    void scaleChanged();
    void reducedMotionChanged();

private:
    std::unique_ptr<QSettings> m_store;
    Theme m_theme = Theme::Light;
    QString m_language;
    double m_scale = 1;
    bool m_reducedMotion = false;
};

} // namespace twin
