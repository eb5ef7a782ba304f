// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_search REGION [ADDRESSES]: types addresses of a region package letter by letter, with and without a typing
// error, and reports how long the search takes a keystroke. A package of 250 000 addresses: bench_package 250000 2
// REGION
#include "package/RegionPackage.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include <QCoreApplication>
#include <QStringList>

using namespace twin;

namespace {

struct Keystroke {
    double milliseconds = 0;
    QString typed;
};

/// What people type: street and number, the place first, the postal code first, and a slip of the finger.
QStringList spellings(const QString& title)
{
    const QString street = title.section(QStringLiteral(", "), 0, 0);
    const QString place = title.section(QStringLiteral(", "), 1);
    QString slip = street;
    if (slip.size() > 4)
        slip.remove(2, 1);
    return {street + QLatin1Char(' ') + place, place + QLatin1Char(' ') + street,
            place.section(QLatin1Char(' '), 1) + QLatin1Char(' ') + street, slip};
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_search REGION [ADDRESSES]\n");
        return 2;
    }
    const int addresses = argc > 2 ? std::atoi(argv[2]) : 50;
    const auto region = package::RegionPackage::open(QString::fromLocal8Bit(argv[1]));
    if (!region) {
        std::fprintf(stderr, "%s\n", qPrintable(region.error().toText()));
        return 1;
    }
    const auto sample = (*region)->search(QStringLiteral("str"), addresses);
    if (!sample || sample->empty()) {
        std::fprintf(stderr, "The region has no streets.\n");
        return 1;
    }
    std::vector<Keystroke> keystrokes;
    for (const SearchHit& hit : *sample)
        for (const QString& text : spellings(hit.title))
            for (qsizetype length = 1; length <= text.size(); ++length) {
                const QString typed = text.left(length);
                const auto start = std::chrono::steady_clock::now();
                const auto hits = (*region)->search(typed);
                const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
                if (!hits) {
                    std::fprintf(stderr, "%s\n", qPrintable(hits.error().toText()));
                    return 1;
                }
                keystrokes.push_back({took.count(), typed});
            }
    std::sort(keystrokes.begin(), keystrokes.end(),
              [](const Keystroke& a, const Keystroke& b) { return a.milliseconds < b.milliseconds; });
    const auto at = [&keystrokes](double share) {
        return keystrokes[static_cast<std::size_t>(share * static_cast<double>(keystrokes.size() - 1))].milliseconds;
    };
    std::printf("%zu keystrokes: p50 %.2f ms, p99 %.2f ms, max %.2f ms (\"%s\")\n", keystrokes.size(), at(0.5),
                at(0.99), at(1), qPrintable(keystrokes.back().typed));
    return 0;
}
