// SPDX-License-Identifier: GPL-3.0-or-later
#include "SettingsModel.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <QLocale>
#include <QSettings>

namespace twin {
namespace {

constexpr std::pair<const char*, SettingsModel::Theme> themeWords[] = {
    {"light", SettingsModel::Theme::Light},
    {"dark", SettingsModel::Theme::Dark},
    {"contrast", SettingsModel::Theme::Contrast},
};

std::optional<SettingsModel::Theme> themeFrom(const QString& word)
{
    for (const auto& [name, theme] : themeWords)
        if (word == QLatin1String(name))
            return theme;
    return std::nullopt;
}

QString wordOf(SettingsModel::Theme theme)
{
    for (const auto& [name, value] : themeWords)
        if (value == theme)
            return QLatin1String(name);
    return {};
}

template <class Enum, std::size_t count> Enum enumFrom(const QString& word, const std::array<const char*, count>& words)
{
    for (std::size_t i = 0; i < count; ++i)
        if (word == QLatin1String(words[i]))
            return static_cast<Enum>(i);
    return {};
}

// In the order of the enumerations.
constexpr std::array navigationWords{"standard", "cesium", "cad"};
constexpr std::array styleWords{"standard", "map", "photo"};
constexpr std::array notationWords{"utm", "geographic", "mgrs", "gauss-krueger"};

bool isSpoken(const QString& language)
{
    return language == QLatin1String("de") || language == QLatin1String("en");
}

double clampedScale(double scale)
{
    return scale == scale ? std::clamp(scale, 0.8, 2.0) : 1.0;
}

constexpr QLatin1String themeKey("window/theme");
constexpr QLatin1String styleKey("picture/style");
constexpr QLatin1String languageKey("window/language");
constexpr QLatin1String scaleKey("window/scale");
constexpr QLatin1String navigationKey("navigation/preset");
constexpr QLatin1String notationKey("status/notation");
constexpr QLatin1String introKey("window/introRead");
constexpr QLatin1String mapKey("window/map");
constexpr QLatin1String namesKey("picture/names");
constexpr QLatin1String motionKey("window/reducedMotion");
constexpr QLatin1String touchKey("window/touch");

} // namespace

SettingsModel::SettingsModel(std::unique_ptr<QSettings> store, QObject* parent)
    : QObject(parent), m_store(std::move(store))
{
    m_theme = themeFrom(m_store->value(themeKey).toString()).value_or(Theme::Light);
    m_pictureStyle = enumFrom<PictureStyle>(m_store->value(styleKey).toString(), styleWords);
    m_language = m_store->value(languageKey).toString();
    if (!isSpoken(m_language))
        m_language = QLocale::system().language() == QLocale::English && QLocale::system().name() != QLatin1String("C")
                         ? QStringLiteral("en")
                         : QStringLiteral("de");
    m_scale = clampedScale(m_store->value(scaleKey, 1.0).toDouble());
    m_reducedMotion = m_store->value(motionKey, false).toBool();
    m_navigation = enumFrom<Navigation>(m_store->value(navigationKey).toString(), navigationWords);
    m_notation = enumFrom<Notation>(m_store->value(notationKey).toString(), notationWords);
    m_introRead = m_store->value(introKey, false).toBool();
    m_mapShown = m_store->value(mapKey, false).toBool();
    m_namesShown = m_store->value(namesKey, true).toBool();
    m_touch = m_store->value(touchKey, false).toBool();
}

SettingsModel::~SettingsModel() = default;

void SettingsModel::setTheme(Theme theme)
{
    if (theme == m_theme || wordOf(theme).isEmpty())
        return;
    m_theme = theme;
    m_store->setValue(themeKey, wordOf(theme));
    Q_EMIT themeChanged();
}

void SettingsModel::setPictureStyle(PictureStyle style)
{
    if (style == m_pictureStyle || static_cast<std::size_t>(style) >= styleWords.size())
        return;
    m_pictureStyle = style;
    m_store->setValue(styleKey, QLatin1String(styleWords[static_cast<std::size_t>(style)]));
    Q_EMIT pictureStyleChanged();
}

void SettingsModel::nextPictureStyle(bool hasPhoto)
{
    const std::size_t count = styleWords.size() - (hasPhoto ? 0 : 1);
    setPictureStyle(static_cast<PictureStyle>((static_cast<std::size_t>(m_pictureStyle) + 1) % count));
}

void SettingsModel::setLanguage(const QString& language)
{
    if (language == m_language || !isSpoken(language))
        return;
    m_language = language;
    m_store->setValue(languageKey, language);
    Q_EMIT languageChanged();
}

void SettingsModel::setScale(double scale)
{
    scale = clampedScale(scale);
    if (scale == m_scale)
        return;
    m_scale = scale;
    m_store->setValue(scaleKey, scale);
    Q_EMIT scaleChanged();
}

void SettingsModel::setReducedMotion(bool reduced)
{
    if (reduced == m_reducedMotion)
        return;
    m_reducedMotion = reduced;
    m_store->setValue(motionKey, reduced);
    Q_EMIT reducedMotionChanged();
}

void SettingsModel::setNavigation(Navigation navigation)
{
    if (navigation == m_navigation || static_cast<std::size_t>(navigation) >= navigationWords.size())
        return;
    m_navigation = navigation;
    m_store->setValue(navigationKey, QLatin1String(navigationWords[static_cast<std::size_t>(navigation)]));
    Q_EMIT navigationChanged();
}

void SettingsModel::setNotation(Notation notation)
{
    if (notation == m_notation || static_cast<std::size_t>(notation) >= notationWords.size())
        return;
    m_notation = notation;
    m_store->setValue(notationKey, QLatin1String(notationWords[static_cast<std::size_t>(notation)]));
    Q_EMIT notationChanged();
}

void SettingsModel::setIntroRead(bool read)
{
    if (read == m_introRead)
        return;
    m_introRead = read;
    m_store->setValue(introKey, read);
    Q_EMIT introReadChanged();
}

void SettingsModel::setMapShown(bool shown)
{
    if (shown == m_mapShown)
        return;
    m_mapShown = shown;
    m_store->setValue(mapKey, shown);
    Q_EMIT mapShownChanged();
}

void SettingsModel::setNamesShown(bool shown)
{
    if (shown == m_namesShown)
        return;
    m_namesShown = shown;
    m_store->setValue(namesKey, shown);
    Q_EMIT namesShownChanged();
}

void SettingsModel::setTouch(bool touch)
{
    m_store->setValue(touchKey, touch);
    if (std::exchange(m_touch, touch) != touch)
        Q_EMIT touchChanged();
}

void SettingsModel::noteTouch()
{
    if (m_touch || m_store->contains(touchKey))
        return;
    m_touch = true;
    Q_EMIT touchChanged();
}

bool SettingsModel::overrideTheme(const QString& word)
{
    const auto theme = themeFrom(word);
    if (theme && *theme != m_theme) {
        m_theme = *theme;
        Q_EMIT themeChanged();
    }
    return theme.has_value();
}

bool SettingsModel::overridePictureStyle(const QString& word)
{
    const auto style = enumFrom<PictureStyle>(word, styleWords);
    if (word != QLatin1String(styleWords[static_cast<std::size_t>(style)]))
        return false;
    if (style != m_pictureStyle) {
        m_pictureStyle = style;
        Q_EMIT pictureStyleChanged();
    }
    return true;
}

bool SettingsModel::overrideLanguage(const QString& language)
{
    if (!isSpoken(language))
        return false;
    if (language != m_language) {
        m_language = language;
        Q_EMIT languageChanged();
    }
    return true;
}

void SettingsModel::overrideIntroRead()
{
    if (m_introRead)
        return;
    m_introRead = true;
    Q_EMIT introReadChanged();
}

} // namespace twin
