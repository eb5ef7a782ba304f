// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Console.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <mutex>

#include <QJsonDocument>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace twin::cli {
namespace {

bool isTerminal(FILE* stream)
{
#ifdef _WIN32
    return _isatty(_fileno(stream)) != 0;
#else
    return isatty(fileno(stream)) != 0;
#endif
}

void write(FILE* stream, const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

struct Console::Bar {
    std::mutex mutex;
    bool visible = false;
    QString step;
    std::chrono::steady_clock::time_point drawn;

    void draw(double fraction, const QString& nextStep)
    {
        using namespace std::chrono_literals;
        constexpr int width = 30;
        const std::lock_guard lock(mutex);
        const auto now = std::chrono::steady_clock::now();
        if (visible && nextStep == step && now - drawn < 100ms)
            return;
        visible = true;
        step = nextStep;
        drawn = now;
        const double known = std::min(std::max(fraction, 0.0), 1.0);
        const int filled = static_cast<int>(std::lround(known * width));
        const QString percent =
            fraction < 0 ? QStringLiteral("     ") : QStringLiteral("%1 %").arg(std::floor(known * 100), 3);
        const QString text = QStringLiteral("\r\033[K[") + QString(filled, QLatin1Char('#')) +
                             QString(width - filled, QLatin1Char('.')) + QStringLiteral("] ") + percent +
                             QLatin1Char(' ') + step;
        write(stderr, text.toUtf8());
    }

    void clear()
    {
        const std::lock_guard lock(mutex);
        if (visible)
            write(stderr, "\r\033[K");
        visible = false;
    }
};

Console::Console() : m_bar(std::make_unique<Bar>()) {}

Console::~Console()
{
    endProgress();
}

void Console::line(const QString& text)
{
    endProgress();
    write(stdout, text.toUtf8() + '\n');
}

void Console::json(const QJsonObject& object)
{
    endProgress();
    write(stdout, QJsonDocument(object).toJson());
}

void Console::json(const QJsonArray& array)
{
    endProgress();
    write(stdout, QJsonDocument(array).toJson());
}

void Console::complain(const QString& text)
{
    endProgress();
    write(stderr, text.toUtf8() + '\n');
}

ProgressSink Console::progress()
{
    if (!isTerminal(stderr))
        return {};
    return [bar = m_bar.get()](double fraction, const QString& step) { bar->draw(fraction, step); };
}

void Console::endProgress()
{
    m_bar->clear();
}

} // namespace twin::cli
