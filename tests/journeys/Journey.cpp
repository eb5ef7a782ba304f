// SPDX-License-Identifier: GPL-3.0-or-later
#include "journeys/Journey.h"

#include "app/viewport/CityViewport.h"
#include "render/Projection.h"

#include <QDir>
#include <QFile>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

namespace twin::test {
namespace {

constexpr int firstStartBuildings = 300;
constexpr int longestWaitMilliseconds = 120'000; // drawn without a GPU, beside other tests
constexpr int mostStops = 120;

WindowOptions windowOptions(const JourneyOptions& options, bool again)
{
    WindowOptions result;
    if (!options.firstStart && !again)
        result.open = {QStringLiteral(TWIN_JOURNEYS_REGION)};
    result.live = QStringLiteral("off");
    result.language = QStringLiteral("de");
    if (!again)
        result.size = options.size;
    result.time = QDateTime({2026, 6, 21}, {10, 30}, Qt::UTC);
    return result;
}

} // namespace

Journey::Journey(const JourneyOptions& options) : m_options(options)
{
    QDir(m_home.path()).mkdir(QStringLiteral("Pictures"));
    for (const char* name : {"HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        qputenv(name, m_home.path().toUtf8());
    if (!qEnvironmentVariableIsSet("MESA_SHADER_CACHE_DIR")) // the driver asks once; home folders come and go
        qputenv("MESA_SHADER_CACHE_DIR", QDir::tempPath().toUtf8() + "/twin-test-shaders");
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home.path());
    QCoreApplication::setApplicationName(QStringLiteral("stadtzwilling"));
    make(false);
}

void Journey::make(bool again)
{
    m_program =
        std::make_unique<WindowProgram>(windowOptions(m_options, again), demo::DemoOptions{firstStartBuildings});
    QObject::connect(&m_program->main().engine(), &QQmlEngine::warnings, [this](const QList<QQmlError>& errors) {
        for (const QQmlError& error : errors)
            m_warnings += error.toString();
    });
}

Journey::~Journey()
{
    const QString folder = qEnvironmentVariable("TWIN_FLAW_PICTURES"); // what it looked like when it failed
    if (!folder.isEmpty() && QTest::currentTestFailed())
        window().grabWindow().save(QStringLiteral("%1/%2 %3.png")
                                       .arg(folder, QString::fromLatin1(QTest::currentTestFunction()),
                                            QString::fromLatin1(QTest::currentDataTag())));
}

bool Journey::begin()
{
    if (!m_options.firstStart) {
        app().settings()->setIntroRead(true);
        app().settings()->setReducedMotion(true);
    }
    if (const auto started = m_program->start(); !started) {
        qWarning("%s", qPrintable(started.error().toText()));
        return false;
    }
    window().requestActivate();
    return QTest::qWaitForWindowActive(&window()) &&
           QTest::qWaitFor([this] { return app().region()->state() == RegionModel::State::Open; },
                           longestWaitMilliseconds) &&
           settle();
}

bool Journey::restart()
{
    // What is on disk now is what a crash would leave; what the end adds is put back.
    const QString file = m_home.filePath(QStringLiteral("stadtzwilling/stadtzwilling.ini"));
    QFile::copy(file, file + QStringLiteral(".crashed"));
    m_program.reset();
    QFile::remove(file);
    QFile::copy(file + QStringLiteral(".crashed"), file);
    make(true);
    return begin();
}

QString Journey::kept() const
{
    QFile file(m_home.filePath(QStringLiteral("stadtzwilling/stadtzwilling.ini")));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool Journey::settle()
{
    int looks = 0; // a change of camera or style reaches the viewport with the next event
    return QTest::qWaitFor(
        [&] {
            looks = view().isSettled() ? looks + 1 : 0;
            return looks > 3;
        },
        longestWaitMilliseconds);
}

QQuickItem* Journey::focus()
{
    return window().activeFocusItem();
}

QString Journey::focusName()
{
    return focus() != nullptr ? spokenName(*focus()) : QString();
}

std::optional<QPoint> Journey::pixelOf(const LocalPosition& place)
{
    const auto pixel = render::toPixel(view().camera(), window().size(), place);
    return pixel ? std::optional(QPointF(pixel->first, pixel->second).toPoint()) : std::nullopt;
}

LocalPosition Journey::inspected(double heightShare)
{
    const Box box = app().inspector()->bounds();
    LocalPosition place = box.centre();
    place.z = box.min.z + heightShare * (box.max.z - box.min.z);
    return place;
}

bool Journey::click(QAccessible::Role role, const QString& name)
{
    const QPoint place = resting([&] { return findControl(window(), role, name); });
    if (!place.isNull())
        QTest::mouseClick(&window(), Qt::LeftButton, {}, place);
    return !place.isNull();
}

void Journey::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&window(), key, modifiers);
}

void Journey::type(const QString& text)
{
    for (const QChar letter : text)
        QTest::keyClick(&window(), letter.toLatin1());
}

bool Journey::tabTo(const QString& name)
{
    QStringList passed;
    for (int stop = 0; stop < mostStops; ++stop) {
        if (focusName() == name)
            return true;
        passed += focusName();
        press(Qt::Key_Tab);
        QCoreApplication::processEvents();
    }
    qWarning("Tab passes %s", qPrintable(passed.join(QStringLiteral(", ")).left(3000)));
    return false;
}

} // namespace twin::test
