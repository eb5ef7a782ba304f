// SPDX-License-Identifier: GPL-3.0-or-later
// generate_citygml MEGABYTES FILE: a large model for benchmarks.
#include "CityGmlGenerator.h"

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv)
{
    const int megabytes = argc == 3 ? std::atoi(argv[1]) : 0;
    if (megabytes < 1) {
        std::fprintf(stderr, "usage: generate_citygml MEGABYTES FILE\n");
        return 2;
    }
    const std::int64_t houses = twin::bench::writeLargeCityGml(QString::fromLocal8Bit(argv[2]), megabytes);
    std::printf("%lld buildings\n", static_cast<long long>(houses));
    return houses > 0 ? 0 : 1;
}
