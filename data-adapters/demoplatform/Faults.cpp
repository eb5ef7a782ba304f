// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoplatform/Faults.h"

#include "demoplatform/content/Noise.h"

#include <array>

#include <QCoreApplication>

namespace twin::demoplatform {
namespace {

struct Switch {
    const char* name;
    double Faults::*rate;
    double usual;
};

constexpr std::array<Switch, 6> switches = {{{"silence", &Faults::silence, 1.0},
                                             {"gaps", &Faults::gaps, 0.1},
                                             {"429", &Faults::tooMany, 0.3},
                                             {"garbage", &Faults::garbage, 0.1},
                                             {"slow", &Faults::slow, 0.2},
                                             {"skew", &Faults::skew, 0.1}}};

} // namespace

Result<Faults> Faults::parse(const QString& text)
{
    Faults faults;
    for (const QString& word : text.split(u',', Qt::SkipEmptyParts)) {
        const qsizetype mark = word.indexOf(word.contains(u'=') ? u'=' : u':');
        const QString name = word.left(mark < 0 ? word.size() : mark).trimmed();
        bool isKnown = false;
        for (const Switch& option : switches) {
            if (name != QLatin1String(option.name))
                continue;
            isKnown = true;
            bool isNumber = true;
            const double rate = mark < 0 ? option.usual : word.mid(mark + 1).toDouble(&isNumber);
            if (!isNumber || !(rate >= 0 && rate <= 1))
                return failure(
                    ErrorCode::InvalidParameter,
                    QCoreApplication::translate("twin::demoplatform", "Die Störung „%1“ hat keinen Anteil von 0 bis 1.")
                        .arg(word));
            faults.*option.rate = rate;
        }
        if (!isKnown)
            return failure(
                ErrorCode::InvalidParameter,
                QCoreApplication::translate("twin::demoplatform", "Die Störung „%1“ gibt es nicht.").arg(name), {},
                QCoreApplication::translate("twin::demoplatform", "Bekannt sind: %1.")
                    .arg(names().join(QStringLiteral(", "))));
    }
    return faults;
}

QStringList Faults::toText() const
{
    QStringList list;
    for (const Switch& option : switches)
        if (this->*option.rate > 0)
            list.append(QStringLiteral("%1=%2").arg(QLatin1String(option.name)).arg(this->*option.rate));
    return list;
}

QStringList Faults::names()
{
    QStringList list;
    for (const Switch& option : switches)
        list.append(QLatin1String(option.name));
    return list;
}

AnswerFault answerFault(const Faults& faults, std::uint64_t seed, std::uint64_t request)
{
    if (unitOf(seed, 501, request) < faults.tooMany)
        return AnswerFault::TooMany;
    if (unitOf(seed, 502, request) < faults.garbage)
        return AnswerFault(int(AnswerFault::CutOff) + int(mixed(seed, 503, request) % 4));
    if (unitOf(seed, 504, request) < faults.slow)
        return AnswerFault::Slow;
    return AnswerFault::None;
}

} // namespace twin::demoplatform
