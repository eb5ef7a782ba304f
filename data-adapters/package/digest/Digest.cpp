// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/digest/Digest.h"

namespace twin::package {

std::uint64_t stableHash(std::string_view bytes)
{
    // FNV-1a with a final mix (splitmix64), so that ids that differ in their last letter spread over all bits.
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ULL;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
    return hash ^ (hash >> 31);
}

void Totals::add(const Totals& other)
{
    for (std::size_t i = 0; i < objects.size(); ++i)
        objects[i] += other.objects[i];
    surfaces += other.surfaces;
    triangles += other.triangles;
    innerClosures += other.innerClosures;
}

} // namespace twin::package
