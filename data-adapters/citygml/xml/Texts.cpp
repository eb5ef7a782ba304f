// SPDX-License-Identifier: GPL-3.0-or-later
#include "citygml/xml/Texts.h"

namespace twin::citygml {

std::string_view textOf(const pugi::xml_node& element, std::string& scratch)
{
    const pugi::xml_node first = element.first_child();
    if (!first)
        return trimmed(element.value()); // pugi::parse_embed_pcdata
    scratch = element.value();
    for (pugi::xml_node part = first; part; part = part.next_sibling())
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata)
            scratch += part.value();
    return trimmed(scratch);
}

} // namespace twin::citygml
