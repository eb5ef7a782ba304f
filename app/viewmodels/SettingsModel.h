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
    /// how the region is drawn; with the theme of high contrast that wins
    Q_PROPERTY(PictureStyle pictureStyle READ pictureStyle WRITE setPictureStyle NOTIFY pictureStyleChanged)
    /// "de" or "en"
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    /// factor on text and controls, 0.8 … 2.0
    Q_PROPERTY(double scale READ scale WRITE setScale NOTIFY scaleChanged)
    /// which mouse buttons move the city
    Q_PROPERTY(Navigation navigation READ navigation WRITE setNavigation NOTIFY navigationChanged)
    /// how the status line says where something is
    Q_PROPERTY(Notation notation READ notation WRITE setNotation NOTIFY notationChanged)
    /// the first-run card was read
    Q_PROPERTY(bool introRead READ isIntroRead WRITE setIntroRead NOTIFY introReadChanged)
    Q_PROPERTY(bool mapShown READ isMapShown WRITE setMapShown NOTIFY mapShownChanged)
    /// names of places stand in the picture
    Q_PROPERTY(bool namesShown READ areNamesShown WRITE setNamesShown NOTIFY namesShownChanged)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged)
    /// controls are large enough for fingers
    Q_PROPERTY(bool touch READ isTouch WRITE setTouch NOTIFY touchChanged)

public:
    enum class Theme { Light, Dark, Contrast };
    Q_ENUM(Theme)
    enum class PictureStyle { Standard, Map, Photo }; ///< as twin::PictureStyle
    Q_ENUM(PictureStyle)
    enum class Navigation { Standard, Cesium, Cad }; ///< as NavigationPreset
    Q_ENUM(Navigation)
    enum class Notation { Utm, Geographic, Mgrs, GaussKrueger }; ///< as services::PositionNotation
    Q_ENUM(Notation)

    /// @param store  where the choices are kept; not null
    explicit SettingsModel(std::unique_ptr<QSettings> store, QObject* parent = nullptr);
    ~SettingsModel() override;

    [[nodiscard]] Theme theme() const { return m_theme; }
    [[nodiscard]] PictureStyle pictureStyle() const { return m_pictureStyle; }
    [[nodiscard]] QString language() const { return m_language; }
    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }
    [[nodiscard]] Navigation navigation() const { return m_navigation; }
    [[nodiscard]] Notation notation() const { return m_notation; }
    [[nodiscard]] bool isIntroRead() const { return m_introRead; }
    [[nodiscard]] bool isMapShown() const { return m_mapShown; }
    [[nodiscard]] bool areNamesShown() const { return m_namesShown; }
    [[nodiscard]] bool isTouch() const { return m_touch; }
    void setTheme(Theme theme);
    void setPictureStyle(PictureStyle style);
    /// Standard, map, photo, standard … @param hasPhoto  there is a picture of the ground to show
    Q_INVOKABLE void nextPictureStyle(bool hasPhoto);
    void setNavigation(Navigation navigation);
    void setNotation(Notation notation);
    void setIntroRead(bool read);
    void setMapShown(bool shown);
    void setNamesShown(bool shown);
    /// Languages other than "de" and "en" are ignored.
    void setLanguage(const QString& language);
    void setScale(double scale);
    void setReducedMotion(bool reduced);
    void setTouch(bool touch);
    /// Somebody touched the screen: for this session, where nobody ever chose otherwise.
    void noteTouch();

    /// Where other models keep what a person chose.
    [[nodiscard]] QSettings& store() { return *m_store; }

    /// For this session only. @returns false for a word that is none of "light", "dark", "contrast".
    bool overrideTheme(const QString& word);
    /// For this session only. @returns false for a word that is none of "standard", "map", "photo".
    bool overridePictureStyle(const QString& word);
    /// For this session only: nobody is there to read.
    void overrideIntroRead();
    /// For this session only. @returns false for a language that the program does not speak.
    bool overrideLanguage(const QString& language);

Q_SIGNALS:
    void themeChanged();
    void pictureStyleChanged();
    void languageChanged();
    void scaleChanged();
    void reducedMotionChanged();
    void navigationChanged();
    void notationChanged();
    void introReadChanged();
    void mapShownChanged();
    void namesShownChanged();
    void touchChanged();

private:
    std::unique_ptr<QSettings> m_store;
    Theme m_theme = Theme::Light;
    PictureStyle m_pictureStyle = PictureStyle::Standard;
    QString m_language;
    double m_scale = 1;
    bool m_reducedMotion = false;
    Navigation m_navigation = Navigation::Standard;
    Notation m_notation = Notation::Utm;
    bool m_introRead = false;
    bool m_mapShown = false;
    bool m_namesShown = true;
    bool m_touch = false;
};

} // namespace twin
